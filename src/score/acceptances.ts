import { costsOf } from '../conformance/align-trace.ts'
import type { Deviation, DeviationKind } from '../conformance/alignment.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import type { Acceptance } from '../model/acceptance.ts'
import type { ProcessMap } from '../model/map.ts'
import { deviationItem } from './deviation-evidence.ts'
import { periodOf } from './field-of.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { ScoredInteraction, ScoredRule } from './result.ts'
import { divideHalfEven, MICRO } from './round.ts'
import type { ScorecardScore } from './scorecard-score.ts'
import { decideVerdict, type Verdict, type VerdictInput, type VerdictReason } from './verdict.ts'

/** `undated`: the log has no times, so nothing says that it holds. */
export type AcceptanceState = 'inForce' | 'expired' | 'notYet' | 'undated'

/** Whether an acceptance holds at the as-of time, by days in the map's time zone, both inclusive. */
export function acceptanceState(
  { from, until }: Acceptance,
  asOf: number | undefined,
  timezone: string | undefined,
): AcceptanceState {
  if (asOf === undefined) return 'undated'
  const day = periodOf(asOf, 'day', timezone)
  if (day > until) return 'expired'
  return from !== undefined && day < from ? 'notYet' : 'inForce'
}

/** Marks what is accepted in results, by what the current version of the map accepts at the as-of time (decision 22). */
export function createAcceptor(
  map: ProcessMap | undefined,
): ((result: ScoredInteraction, asOf: number | undefined) => ScoredInteraction) | undefined {
  const accepted = map?.accepted ?? []
  if (map === undefined || accepted.length === 0) return undefined
  let known: { readonly asOf: number | undefined; readonly inForce: readonly Acceptance[] } | undefined
  return (result, asOf) => {
    if (known === undefined || known.asOf !== asOf) {
      known = { asOf, inForce: accepted.filter((each) => acceptanceState(each, asOf, map.timezone) === 'inForce') }
    }
    return known.inForce.length === 0 ? result : markAccepted(result, known.inForce)
  }
}

function markAccepted(result: ScoredInteraction, inForce: readonly Acceptance[]): ScoredInteraction {
  const here = inForce.filter(
    ({ touchpoints, flow, interactions }) =>
      (touchpoints.length === 0 || touchpoints.includes(result.cell.code)) &&
      (flow === undefined || flow === result.cell.row.flow) &&
      (interactions.length === 0 || interactions.includes(result.interaction.id)),
  )
  if (here.length === 0) return result
  let any = false
  const rules = result.rules.map((scored): ScoredRule => {
    if (scored.outcome !== 'fail') return scored
    const acceptance = here.find(
      ({ item, fingerprint }) =>
        item.kind === 'rule' &&
        item.rule === scored.rule.id &&
        (fingerprint === undefined || fingerprint === fingerprintOf(result, scored)),
    )
    if (acceptance === undefined) return scored
    any = true
    return { ...scored, accepted: acceptance }
  })
  const deviations = new Map<number, Acceptance>()
  result.deviations.forEach((deviation, at) => {
    const acceptance = here.find(
      ({ item, fingerprint }) =>
        item.kind === 'deviation' &&
        isMeant(item, result, deviation) &&
        (fingerprint === undefined || fingerprint === fingerprintOf(result, deviationItem(result, deviation))),
    )
    if (acceptance !== undefined) deviations.set(at, acceptance)
  })
  if (!any && deviations.size === 0) return result
  const marked = { ...result, rules, ...(deviations.size === 0 ? {} : { acceptedDeviations: deviations }) }
  return { ...marked, ...judgeAccepted(marked) }
}

const KINDS: Readonly<Record<DeviationKind, string>> = {
  skipped: 'skipped',
  unforeseen: 'unforeseen',
  outOfOrder: 'out-of-order',
  repeated: 'repeated',
}

function isMeant(
  item: Extract<Acceptance['item'], { readonly kind: 'deviation' }>,
  { flow, alignment, interaction }: ScoredInteraction,
  deviation: Deviation,
): boolean {
  if (KINDS[deviation.kind] !== item.deviation) return false
  if (item.step !== undefined) {
    return deviation.label !== undefined && flow.labels[deviation.label]?.id === item.step
  }
  if (deviation.label !== undefined || !alignment.optimal) return false
  const [at = 0] = deviation.moves
  const move = alignment.moves[at]
  return move !== undefined && 'event' in move && interaction.events[move.event]?.event === item.event
}

/**
 * Verdict and score with what is accepted set aside: `accepted` where nothing else stands against the contact. The score
 * beside it is that of the lines that are left. Adherence and the score as found are not touched.
 */
export function judgeAccepted(result: Omit<ScoredInteraction, 'verdict' | 'because'>): {
  readonly verdict: Verdict
  readonly because: readonly VerdictReason[]
  readonly scoreAfter?: ScorecardScore
} {
  const { map, alignment, adherence, rules, score, ended } = result
  const found: VerdictInput = { pass: map.pass, open: ended === 'open', alignment, adherence, rules, score }
  const strict = decideVerdict(found)
  if (result.acceptedDeviations === undefined && rules.every(({ accepted }) => accepted === undefined)) return strict
  const aside = rules.map((scored): ScoredRule =>
    scored.accepted === undefined ? scored : { ...scored, outcome: 'notApplicable' },
  )
  const cost = acceptedCost(result)
  const eased = easedAdherence(result, cost)
  const scoreAfter = result.scoreAgain?.(aside, eased)
  const after = scoreAfter === undefined ? {} : { scoreAfter }
  if (strict.verdict !== 'fail') return { ...strict, ...after }
  const left = decideVerdict({
    ...found,
    alignment: alignment.optimal ? { ...alignment, cost: alignment.cost - cost } : alignment,
    adherence: eased,
    rules: aside,
    score: scoreAfter,
  })
  if (left.verdict === 'pass') return { verdict: 'accepted', because: strict.because, ...after }
  const because = left.because.map((reason): VerdictReason =>
    'micros' in reason ? { ...reason, aside: true } : reason,
  )
  return { verdict: left.verdict, because, ...after }
}

/** What the accepted deviations cost in the alignment. */
function acceptedCost(result: Omit<ScoredInteraction, 'verdict' | 'because'>): number {
  const { acceptedDeviations, alignment, deviations, flow } = result
  if (acceptedDeviations === undefined || !alignment.optimal) return 0
  return [...acceptedDeviations.keys()].reduce((sum, at) => {
    const deviation = deviations[at]
    return deviation === undefined ? sum : sum + costOfDeviation(flow, alignment.moves, deviation)
  }, 0)
}

/** What a deviation costs: that of all deviations of an alignment together is the alignment's. */
export function costOfDeviation(
  flow: EffectiveFlow,
  moves: Extract<ScoredInteraction['alignment'], { readonly optimal: true }>['moves'],
  deviation: Deviation,
): number {
  const costs = costsOf(flow)
  return deviation.moves.reduce((sum, at) => {
    const move = moves[at]
    if (move?.type === 'model') return sum + (move.satisfiedBy === undefined ? (costs.model[move.label] ?? 0) : 0)
    if (move?.type !== 'log') return sum
    return sum + (move.labels.length === 0 ? 1 : Math.min(...move.labels.map((label) => costs.log[label] ?? 1)))
  }, 0)
}

function easedAdherence(
  { adherence, alignment }: Pick<ScoredInteraction, 'adherence' | 'alignment'>,
  accepted: number,
): number | null {
  if (adherence === null || !alignment.optimal || accepted === 0) return adherence
  const { worst, cost } = alignment
  return worst === 0 ? MICRO : divideHalfEven((worst - cost + accepted) * MICRO, worst)
}
