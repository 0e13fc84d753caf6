import type { Outcome } from '../compliance/rule-kind.ts'
import type { AxisName } from '../model/map.ts'
import { ACCEPTED_SIGN, findingOf, OUTCOME_SIGNS } from './finding.ts'
import type { InteractionResult, ScoredInteraction } from './result.ts'
import type { BlindSpot } from './touchpoint.ts'
import { adherenceOutcome, scoreOutcome, type Verdict } from './verdict.ts'

/** How an interaction stands under one of two maps. `absent`: under that map it is not in the log, or had not begun. */
export type Stand = Verdict | 'blindSpot' | 'absent'
export const STANDS: readonly Stand[] = ['pass', 'accepted', 'fail', 'pending', 'notEvaluated', 'blindSpot', 'absent']

/** What a rule came to. `notAsked`: that map does not ask it of this interaction. */
export type RuleStand = Outcome | 'accepted' | 'notAsked'
export const RULE_STANDS: readonly RuleStand[] = [
  'pass',
  'accepted',
  'fail',
  'pending',
  'notEvaluated',
  'notApplicable',
  'notAsked',
]

/** Where an interaction lands: a touchpoint, or none and why. */
export type Landing =
  | {
      readonly kind: 'touchpoint'
      readonly code: string
      readonly at: Partial<Readonly<Record<AxisName, string>>>
      readonly flow: string
    }
  | { readonly kind: 'none'; readonly blindSpot: BlindSpot }
  | { readonly kind: 'absent' }

/** What is judged of an interaction besides its verdict: how its flow was followed, its score, its rules. */
export type Item = { readonly kind: 'adherence' | 'score' } | { readonly kind: 'rule'; readonly rule: string }

/** All that is compared of one interaction under one map; shared by those to which it is the same. */
export interface View {
  readonly stand: Stand
  readonly landing: Landing
  readonly items: readonly (readonly [item: Item, stand: RuleStand])[]
}

/** The interactions of a log under one map, in the order of their ids: for each a number of what is compared of it. */
export interface StandBook {
  readonly ids: readonly string[]
  readonly views: readonly number[]
  readonly agents: readonly (string | undefined)[]
  readonly known: readonly View[]
}

/** Keeps of each result what is compared. Results come in the order of their ids. */
export function bookStands(results: Iterable<InteractionResult>): StandBook {
  const ids: string[] = []
  const views: number[] = []
  const agents: (string | undefined)[] = []
  const known: View[] = []
  const numbers = new Map<string, number>()
  const texts = new Map<string, string>()
  for (const result of results) {
    const key = keyOf(result)
    let number = numbers.get(key)
    if (number === undefined) {
      number = known.push(viewOf(result)) - 1
      numbers.set(key, number)
    }
    const { id, unit } = result.interaction
    ids.push(id)
    views.push(number)
    agents.push(unit.agent === undefined ? undefined : kept(texts, unit.agent))
  }
  return { ids, views, agents, known }
}

function kept(texts: Map<string, string>, text: string): string {
  const found = texts.get(text)
  if (found === undefined) texts.set(text, text)
  return found ?? text
}

function keyOf(result: InteractionResult): string {
  if (result.kind === 'blindSpot') return JSON.stringify(result.blindSpot)
  const { outcomes } = findingOf(result)
  const own = `${adherenceOutcome(result)} ${scoreOutcome(result) ?? ''}`
  return `${result.verdict} ${own} ${result.cell.row.flow} ${outcomes} ${result.cell.code}`
}

function viewOf(result: InteractionResult): View {
  if (result.kind === 'blindSpot') {
    return { stand: 'blindSpot', landing: { kind: 'none', blindSpot: result.blindSpot }, items: [] }
  }
  const { verdict, cell, map } = result
  return {
    stand: verdict,
    landing: { kind: 'touchpoint', code: cell.code, at: cell.at, flow: cell.row.flow },
    items: itemsOf(result, new Set(map.rules.map(({ id }) => id))),
  }
}

function itemsOf(result: ScoredInteraction, ofMap: ReadonlySet<string>): View['items'] {
  const { rules, outcomes } = findingOf(result)
  const score = scoreOutcome(result)
  // Rules of a flow go by its name: without it the flows of two maps may be called otherwise.
  const prefix = `${result.cell.row.flow}/`
  const nameOf = (id: string) => (!ofMap.has(id) && id.startsWith(prefix) ? `/${id.slice(prefix.length)}` : id)
  return [
    [{ kind: 'adherence' }, adherenceOutcome(result)],
    ...(score === undefined ? [] : [[{ kind: 'score' }, score] as const]),
    ...rules.map(
      ({ id }, at) => [{ kind: 'rule', rule: nameOf(id) }, SIGNED.get(outcomes[at] ?? '') ?? 'notAsked'] as const,
    ),
  ]
}

const SIGNED: ReadonlyMap<string, RuleStand> = new Map<string, RuleStand>([
  ...Object.entries(OUTCOME_SIGNS).map(([outcome, sign]) => [sign, outcome as Outcome] as const),
  [ACCEPTED_SIGN, 'accepted'],
])
