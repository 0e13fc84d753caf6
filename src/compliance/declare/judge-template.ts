import type { Lang } from '../../diagnostic/diagnostic.ts'
import type { EffectiveFlow } from '../../flow/effective-flow.ts'
import type { DeclarePair } from '../../model/rules/declare.ts'
import type { Target } from '../../model/target.ts'
import { type Occurrences, occurrencesOf } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { nameTarget, say } from '../name-target.ts'
import { judgeTie } from '../order-events.ts'
import type { Counts, Judge, Judgement, Outcome, Reason, RuleContext } from '../rule-kind.ts'
import { hasPairConditions, type HeldConditions, holdConditions } from './conditions.ts'
import { listTakingPart } from './list-taking-part.ts'
import { listReadings } from './readings.ts'
import { FORBIDDING, type Relation } from './relations.ts'
import type { View } from './view.ts'

/** A sentence about two targets, by their names: `x` the rule's first, `y` its second. */
export type PairSentence = { readonly [L in Lang]: (x: string, y: string) => string }

/** One direction of a template: what activates it, and how its activations relate to the other target. */
export interface TemplateSide {
  readonly activation: 'first' | 'second'
  readonly relation: Relation
  readonly kept: PairSentence
  readonly broken: PairSentence
}

/** A Declare template of two targets: every activation of every side must be fulfilled. */
export interface PairTemplate {
  readonly sides: readonly TemplateSide[]
  /** It asks what stands right before or after, so that everything that takes part is read. */
  readonly adjacent?: boolean
  /**
   * Whether nothing that may still come can break it, from which targets have occurred and whether any of them will do
   * (no condition on both); without it, never.
   */
  readonly settled?: (first: boolean, second: boolean, anyWillDo: boolean) => boolean
}

type Fate = 'fulfilled' | 'violated' | 'kept' | 'owed' | 'unknown'

interface Finding {
  readonly side: TemplateSide
  readonly fate: Fate
  readonly activation: number
  readonly by?: number
}

interface Side {
  readonly side: TemplateSide
  readonly activations: readonly number[]
  /** Of these, those of which the log does not say whether they are. */
  readonly uncertain: ReadonlySet<number>
  readonly targets: readonly number[]
}

/** A rule with what its targets stand for looked up. */
interface Prepared {
  readonly template: PairTemplate
  readonly rule: DeclarePair
  readonly find: { readonly first: Occurrences; readonly second: Occurrences }
}

/**
 * Judges by a template. Each activation is fulfilled, violated, or (while the interaction is open) owed or kept so far:
 * a violation decides; then whatever may still change is pending; an activation that turns on what the log lacks leaves
 * the rule not evaluated; no activation at all, not applicable. With `ties: any` all orders must agree.
 */
export function prepareTemplate(template: PairTemplate, rule: DeclarePair, flow: EffectiveFlow): Judge {
  const find = { first: occurrencesOf(rule.first, flow), second: occurrencesOf(rule.second, flow) }
  const prepared = { template, rule, find }
  return (context) => judgeTemplate(prepared, context)
}

function judgeTemplate(prepared: Prepared, context: RuleContext): Judgement {
  const { template, rule, find } = prepared
  const places = { first: placesOf(find.first(context)), second: placesOf(find.second(context)) }
  if (template.sides.every(({ activation }) => places[activation].length === 0)) {
    return { ...judgeAbsence(activatedBy(template, rule), context), counts: NO_ACTIVATIONS }
  }
  const held = holdConditions(rule, context)
  const sides = template.sides.map((side) => activate(side, places, held))
  const sequence = template.adjacent
    ? listTakingPart(context, places.first, places.second)
    : unite(places.first, places.second)
  const judge = (order: readonly number[]): Judgement => {
    const findings = sides.flatMap((side) => judgeSide(side, order, held))
    return conclude(prepared, places, findings, sides, context)
  }
  if (context.ties !== 'any') return judge(sequence)
  const meant = new Set([...places.first, ...places.second])
  const readings = listReadings(sequence, context.matcher.interaction.events, (event) => !meant.has(event))
  const [own, ...others] = readings?.map(judge) ?? []
  return own && others.every(({ outcome }) => outcome === own.outcome) ? own : judgeTie([...meant])
}

/** Nothing called for the rule. */
export const NO_ACTIVATIONS: Counts = { activations: 0, fulfilments: 0, violations: 0 }

interface Places {
  readonly first: readonly number[]
  readonly second: readonly number[]
}

function placesOf(matches: readonly { readonly at: number }[]): number[] {
  return matches.map(({ at }) => at)
}

function unite(a: readonly number[], b: readonly number[]): number[] {
  const all: number[] = []
  for (let i = 0, k = 0; i < a.length || k < b.length;) {
    const [left, right] = [a[i] ?? Infinity, b[k] ?? Infinity]
    all.push(Math.min(left, right))
    if (left <= right) i++
    if (right <= left) k++
  }
  return all
}

function activate(side: TemplateSide, places: Places, held: HeldConditions): Side {
  const uncertain = new Set<number>()
  const activations = places[side.activation].filter((at) => {
    const activates = held.activates(at)
    if (activates === undefined) uncertain.add(at)
    return activates !== false
  })
  return { side, activations, uncertain, targets: places[side.activation === 'first' ? 'second' : 'first'] }
}

/** The fate of each activation in one order of events. What the log lacks is read for and against the rule. */
function judgeSide(from: Side, order: readonly number[], held: HeldConditions): Finding[] {
  const { side, activations, uncertain, targets } = from
  if (activations.length === 0) return []
  const placeOf = new Map(order.map((event, place) => [event, place]))
  const toPlaces = (list: readonly number[]) => list.map((event) => placeOf.get(event) ?? -1).sort((a, b) => a - b)
  let lacks = uncertain.size > 0
  const viewFor = (kindly: boolean): View => {
    const unknownFits = kindly !== FORBIDDING.has(side.relation)
    return {
      activations: toPlaces(kindly ? activations.filter((event) => !uncertain.has(event)) : activations),
      targets: toPlaces(targets),
      fits(activation, target) {
        const fits = held.fits(order[activation] ?? -1, order[target] ?? -1)
        if (fits === undefined) lacks = true
        return fits ?? unknownFits
      },
      isOver: (activation) => held.isOver(order[activation] ?? -1),
      next: (place) => (place + 1 < order.length ? place + 1 : undefined),
      previous: (place) => (place > 0 ? place - 1 : undefined),
    }
  }
  const kind = viewFor(true)
  const strict = viewFor(false)
  return activations.flatMap((activation): Finding[] => {
    const place = placeOf.get(activation) ?? -1
    const best = side.relation(place, kind)
    const worst = lacks ? side.relation(place, strict) : best
    const by = best.by === undefined ? {} : { by: order[best.by] ?? -1 }
    if (uncertain.has(activation)) return worst.fate === 'fulfilled' ? [] : [{ side, fate: 'unknown', activation }]
    if (best.fate !== worst.fate) return [{ side, fate: 'unknown', activation }]
    return [{ side, fate: best.fate, activation, ...by }]
  })
}

function conclude(
  { template, rule }: Prepared,
  places: Places,
  findings: readonly Finding[],
  sides: readonly Side[],
  context: RuleContext,
): Judgement {
  const { ended } = context
  const isViolated = ({ fate }: Finding) => fate === 'violated' || (ended && fate === 'owed')
  const isFulfilled = ({ fate }: Finding) => fate === 'fulfilled' || (ended && fate === 'kept')
  const violated = findings.filter(isViolated)
  const counts: Counts = {
    activations: findings.length,
    fulfilments: findings.filter(isFulfilled).length,
    violations: violated.length,
  }
  const tell = (outcome: Outcome, shown: readonly Finding[], sentence: PairSentence | undefined): Judgement => ({
    outcome,
    reason:
      sentence === undefined
        ? lackingReason
        : tellPair(sentence, rule, shown.length, findings.length, outcome, context),
    evidence: evidenceOf(shown),
    counts,
  })
  const [worst] = violated
  if (worst) return tell('fail', violated, worst.side.broken)
  if (!ended && !isSettled(template, rule, findings, places)) {
    const owed = findings.filter(({ fate }) => fate === 'owed')
    if (owed[0]) return tell('pending', owed, owed[0].side.broken)
    const activating = sides.some(({ activations }) => activations.length > 0)
    if (!activating) return { ...judgeNoActivation(activatedBy(template, rule), context), counts }
    return { outcome: 'pending', reason: keptSoFar, evidence: [], counts }
  }
  const unknown = findings.filter(({ fate }) => fate === 'unknown')
  if (unknown.length > 0) return tell('notEvaluated', unknown, undefined)
  const [kept] = findings
  if (kept) return tell('pass', findings, kept.side.kept)
  // Some may be activations, and all of these would be fulfilled.
  const perhaps = sides.flatMap(({ uncertain, side }) =>
    [...uncertain].map((activation): Finding => ({ side, fate: 'unknown', activation })),
  )
  if (perhaps.length > 0) return tell('notEvaluated', perhaps, undefined)
  return { ...judgeNoActivation(activatedBy(template, rule), context), counts }
}

function isSettled(
  { settled }: PairTemplate,
  rule: DeclarePair,
  findings: readonly Finding[],
  { first, second }: Places,
): boolean {
  if (settled === undefined) return false
  if (findings.length === 0 || findings.some(({ fate }) => fate !== 'fulfilled')) return false
  return settled(first.length > 0, second.length > 0, !hasPairConditions(rule))
}

function activatedBy(template: PairTemplate, rule: DeclarePair): Target {
  return template.sides[0]?.activation === 'second' ? rule.second : rule.first
}

/** What a rule is when the log does not give what its conditions ask for. */
export const lackingReason: Reason = () => ({
  zh: '记录缺少条件所需的数据，无法判断',
  en: 'the log lacks the data that the conditions ask for',
})
export const keptSoFar: Reason = () => ({ zh: '至今合格，交互还未结束', en: 'kept so far and the contact is open' })

/** What a rule is whose condition of activation no event meets: not applicable, or pending while one still may. */
function judgeNoActivation(target: Target, context: RuleContext): Judgement {
  return {
    outcome: context.ended ? 'notApplicable' : 'pending',
    reason: say((lang) => {
      const name = nameTarget(target, context, lang)
      if (lang === 'zh') return `没有符合激活条件的 ${name}${context.ended ? '' : '，交互还未结束'}`
      return `no ${name} meets the condition of activation${context.ended ? '' : ' so far, and the contact is open'}`
    }),
    evidence: [],
  }
}

/** The sentence for one of the events shown, with how many there are of how many. */
function tellPair(
  sentence: PairSentence,
  rule: DeclarePair,
  count: number,
  all: number,
  outcome: Outcome,
  context: RuleContext,
): Reason {
  const fitting = hasPairConditions(rule)
  return say((lang) => {
    const zh = lang === 'zh'
    const names = [nameTarget(rule.first, context, lang), nameTarget(rule.second, context, lang)] as const
    const said = sentence[lang](...names)
    const under = fitting ? (zh ? '（按所写条件）' : ' (under the conditions written)') : ''
    const open = outcome === 'pending' ? (zh ? '，交互还未结束' : ' so far, and the contact is open') : ''
    const times =
      all < 2 || count < 2
        ? ''
        : zh
          ? count === all
            ? `（共 ${count} 次）`
            : `（${all} 次中有 ${count} 次）`
          : count === all
            ? ` (${count} times)`
            : ` (${count} of ${all} times)`
    return `${said}${under}${open}${times}`
  })
}

function evidenceOf(findings: readonly Finding[]): Judgement['evidence'] {
  const shown = new Set<number>()
  for (const { activation, by } of findings) {
    shown.add(activation)
    if (by !== undefined) shown.add(by)
  }
  return [...shown].sort((a, b) => a - b).map((event) => ({ event }))
}
