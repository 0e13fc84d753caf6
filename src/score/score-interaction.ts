import { type PreparedRule, prepareRules, type RuleKinds } from '../compliance/prepare-rules.ts'
import { RULE_KINDS } from '../compliance/registry.ts'
import { createPluginKind } from '../compliance/rule-plugin.ts'
import type { Judgement, MomentOf, RuleContext } from '../compliance/rule-kind.ts'
import { createAligner } from '../conformance/align-trace.ts'
import type { Alignment } from '../conformance/alignment.ts'
import { findDeviations } from '../conformance/deviations.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import { expandFlow } from '../flow/expand-flow.ts'
import type { Interaction, LogEvent } from '../log/event.ts'
import { createMatcher } from '../match/create-matcher.ts'
import type { Matcher } from '../match/matcher.ts'
import { type Sight, sightOfProof, uniteSights } from '../match/sight.ts'
import type { MapHistory, ProcessMap } from '../model/map.ts'
import type { Rule } from '../model/rule.ts'
import type { Scorecard } from '../model/scorecard.ts'
import {
  type AlignedFinding,
  alignedFindingOf,
  type Finding,
  joinFinding,
  renameFinding,
  OUTCOME_SIGNS,
} from './finding.ts'
import { createAcceptor } from './acceptances.ts'
import { answerContext } from './answer-context.ts'
import { createEndRule, createEndTest, type EndRule, handlingTime } from './as-of.ts'
import type { Sampled } from './many.ts'
import type { InteractionResult, ScoredInteraction, ScoredRule } from './result.ts'
import { measureMetrics } from './metrics.ts'
import { divideHalfEven, MICRO } from './round.ts'
import { isByRulesAlone, scoreByCard, type ScorecardScore } from './scorecard-score.ts'
import { type BlindSpot, createCellFinder, type ServedCell } from './touchpoint.ts'
import { decideVerdict } from './verdict.ts'
import { joinContact } from './contact.ts'
import { createEventSymbols } from './event-symbols.ts'
import { explain } from './explain.ts'
import { createVersionFinder, type NoVersion } from './version-in-force.ts'

/** What a scorer knows of the interaction's surroundings. */
export interface Surroundings {
  /** Milliseconds since the epoch; undefined when the log has no times at all. */
  readonly asOf?: number | undefined
  /** How events of equal time are read (`Log.ties`). */
  readonly ties?: 'file' | 'any' | undefined
  /** Gives all interactions of the same contact as they stood, for rules with `scope: contact`. */
  readonly contact?: (() => readonly Interaction[]) | undefined
}

type FlowScorer = (
  interaction: Interaction,
  cell: ServedCell,
  around: Surroundings,
  ended: boolean,
) => ScoredInteraction

/** What judges the interactions of a log, step by step. */
export interface Scoring {
  score(interaction: Interaction, around: Surroundings): InteractionResult
  /** The version for an interaction whose first and last time these are. */
  findVersion(first: number | undefined, last: number | undefined): ProcessMap | NoVersion
  scoringOf(map: ProcessMap): VersionScoring
  /** Whether failures may be accepted: those of one contact, or for what it rests on. */
  readonly accepts: boolean
}

/** What judges by one version of the map. */
export interface VersionScoring {
  readonly map: ProcessMap
  readonly endRule: EndRule
  findCell(interaction: Pick<Interaction, 'axes' | 'ambiguous'>): ServedCell | BlindSpot
  /** What results of a flow rest on; undefined: it may be anything. */
  sightOf(flow: string): FlowSight | undefined
  /** Judges an interaction by some rules of a flow alone, as `score` would. */
  judgeSome(
    flow: string,
    ...given: Parameters<FlowJudge>
  ): { readonly rules: readonly ScoredRule[]; readonly samples: readonly Sampled[] }
  /** What an event is to a flow; undefined where it depends on other events. */
  symbolsOf(flow: string): EventSymbols | undefined
  /** How a flow explains an interaction, apart from its rules. */
  align(flow: string, ...given: Parameters<FlowPieces['align']>): Aligned
  /** The same of one whose events are the same to the flow, but for the names of those that take no part in it. */
  rename(flow: string, aligned: Aligned, unknown: readonly string[], ambient: readonly string[]): Aligned
  /** What an interaction comes to that a flow explains so and to which its rules, all of them, gave these outcomes. */
  conclude(flow: string, ...given: Parameters<FlowPieces['conclude']>): Finding
  score(interaction: Interaction, around: Surroundings): InteractionResult
}

/** What of a result follows from how the flow was followed. */
export interface Aligned extends Pick<ScoredInteraction, 'adherence' | 'ended'> {
  /** Without its moves. */
  readonly alignment: Alignment
  readonly shown: AlignedFinding
}

/**
 * Interactions that are the same to `sight`, ended or not, and to which the rules without a sight and those that stood
 * `alone` gave the same outcomes and degrees, have the same results, whatever else they are.
 */
export interface FlowSight {
  readonly sight: Sight
  /** What the explanation by the flow rests on. */
  readonly flow: Sight
  /** By position what each rule looks at; undefined: it may be anything. */
  readonly rules: readonly (Sight | undefined)[]
  /** By position what a rule asks of times that stands alone for these. */
  readonly moments: readonly (MomentOf | undefined)[]
}

type FlowJudge = (
  interaction: Interaction,
  around: Surroundings,
  ended: boolean,
  which: readonly number[],
) => ReturnType<VersionScoring['judgeSome']>

type EventSymbols = NonNullable<ReturnType<typeof createEventSymbols>>

interface FlowPieces {
  readonly flow: EffectiveFlow
  readonly symbols: EventSymbols | undefined
  readonly sight: FlowSight | undefined
  readonly judgeSome: FlowJudge
  align(interaction: Interaction, around: Surroundings, ended: boolean): Aligned
  conclude(
    aligned: Aligned,
    rules: readonly ScoredRule[],
    interaction: Interaction,
    around: Surroundings,
    ended: boolean,
  ): Finding
}

/** Scores interactions, as they stood at the as-of time, one by one. Flows, matrices and nets are made once a version. */
export function createScorer(
  history: MapHistory,
): (interaction: Interaction, around: Surroundings) => InteractionResult {
  return createScoring(history).score
}

export function createScoring(history: MapHistory): Scoring {
  const findAt = createVersionFinder(history)
  const versions = new Map<ProcessMap, VersionScoring>()
  const current = history.versions.at(-1)
  const currentEnded = current && createEndTest(current.catalog)
  const accept = createAcceptor(current)
  const kinds = history.plugins ? { ...RULE_KINDS, plugin: createPluginKind(history.plugins) } : RULE_KINDS
  const findVersion: Scoring['findVersion'] = (first, last) => findAt(current?.versionBy === 'end' ? last : first)
  const scoringOf: Scoring['scoringOf'] = (map) => {
    let scoring = versions.get(map)
    if (scoring === undefined) versions.set(map, (scoring = createVersionScoring(map, kinds)))
    return scoring
  }
  return {
    findVersion,
    scoringOf,
    accepts: accept !== undefined,
    score(interaction, around) {
      const { events } = interaction
      const isTimed = (event: LogEvent) => event.time !== undefined
      const map = findVersion(events.find(isTimed)?.time, events.findLast(isTimed)?.time)
      if (typeof map === 'string') {
        const ended = currentEnded?.(interaction, around.asOf) === false ? ('open' as const) : ('complete' as const)
        return { kind: 'blindSpot', interaction, blindSpot: { reason: map, axes: [] }, ended }
      }
      const result = scoringOf(map).score(interaction, around)
      return accept === undefined || result.kind === 'blindSpot' ? result : accept(result, around.asOf)
    },
  }
}

function createVersionScoring(map: ProcessMap, kinds: RuleKinds): VersionScoring {
  const findCell = createCellFinder(map)
  const hasEnded = createEndTest(map.catalog)
  const flows = new Map<string, ReturnType<typeof createFlowScorer>>()
  const flowOf = (id: string) => {
    let flow = flows.get(id)
    if (flow === undefined) flows.set(id, (flow = createFlowScorer(map, id, kinds)))
    return flow
  }
  return {
    map,
    endRule: createEndRule(map.catalog),
    findCell,
    sightOf: (flow) => flowOf(flow).sight,
    judgeSome: (flow, ...given) => flowOf(flow).judgeSome(...given),
    symbolsOf: (flow) => flowOf(flow).symbols,
    align: (flow, ...given) => flowOf(flow).align(...given),
    rename: (flow, { adherence, ended, alignment, shown }, unknown, ambient) => ({
      adherence,
      ended,
      alignment,
      shown: renameFinding(flowOf(flow).flow, shown, unknown, ambient),
    }),
    conclude: (flow, ...given) => flowOf(flow).conclude(...given),
    score(interaction, around) {
      const ended = hasEnded(interaction, around.asOf)
      const cell = findCell(interaction)
      if ('reason' in cell) {
        return { kind: 'blindSpot', interaction, map, blindSpot: cell, ended: ended ? 'complete' : 'open' }
      }
      return flowOf(cell.row.flow).score(interaction, cell, around, ended)
    },
  }
}

function createFlowScorer(
  map: ProcessMap,
  flowId: string,
  kinds: RuleKinds,
): FlowPieces & { readonly score: FlowScorer } {
  const flow = expandFlow(map, flowId)
  const aligner = createAligner(flow)
  const rules = prepareRules([...map.rules, ...flow.rules], flow, map, kinds)
  const isByRules = map.scorecard !== undefined && isByRulesAlone(map.scorecard)
  const scores = isByRules ? createKnownScores(rules.map(({ rule }) => rule)) : undefined
  const sampling = rules.some(({ collect }) => collect !== undefined)
  const score: FlowScorer = (interaction, cell, around, ended) => {
    const { asOf, ties } = around
    const matcher = createMatcher(interaction, map)
    const alignment = explain(aligner, matcher, ended, ties)
    const known = { ...(asOf === undefined ? {} : { asOf }), ...(ties === undefined ? {} : { ties }) }
    const samples: Sampled[] | undefined = sampling ? [] : undefined
    const context: RuleContext = { matcher, flow, ended, ...known }
    const scored = judge(rules, context, around, samples)
    const adherence = ended && alignment.optimal ? adherenceOf(alignment) : null
    const handlingMs = ended ? handlingTime(interaction) : undefined
    const { scorecard } = map
    const scoreAgain =
      scorecard &&
      ((rules: readonly ScoredRule[], adherence: number | null) => {
        const answer = () => scoreByCard(scorecard, answerContext(rules, context, { adherence, handlingMs }))
        return scores === undefined ? answer() : scores.of(rules, answer)
      })
    const score = scoreAgain?.(scored, adherence)
    return {
      kind: 'scored',
      interaction,
      map,
      cell,
      flow,
      ended: !ended ? 'open' : alignment.optimal && alignment.interrupted ? 'interrupted' : 'complete',
      alignment,
      adherence,
      deviations: alignment.optimal ? findDeviations(alignment.moves) : [],
      rules: scored,
      ...(samples === undefined ? {} : { samples }),
      ...(score === undefined || scoreAgain === undefined ? {} : { score, scoreAgain }),
      ...decideVerdict({ pass: map.pass, open: !ended, alignment, adherence, rules: scored, score }),
      ...(map.metrics === undefined || !ended ? {} : { metrics: measureMetrics(map.metrics, context) }),
      ...(handlingMs === undefined ? {} : { handlingMs }),
    }
  }
  const contextOf = (interaction: Interaction, { asOf, ties }: Surroundings, ended: boolean): RuleContext => {
    const known = { ...(asOf === undefined ? {} : { asOf }), ...(ties === undefined ? {} : { ties }) }
    return { matcher: createMatcher(interaction, map), flow, ended, ...known }
  }
  const symbols = createEventSymbols(flow, map)
  return {
    score,
    flow,
    symbols,
    sight: sightOfFlow(map, flow, rules),
    align(interaction, { ties }, ended) {
      // Where events are letters, whoever asks does so once for each word of them.
      const alignment = explain(aligner, createMatcher(interaction, map), ended, ties, symbols === undefined)
      const adherence = ended && alignment.optimal ? adherenceOf(alignment) : null
      const deviations = alignment.optimal ? findDeviations(alignment.moves) : []
      return {
        adherence,
        ended: !ended ? 'open' : alignment.optimal && alignment.interrupted ? 'interrupted' : 'complete',
        alignment: alignment.optimal ? withoutMoves(alignment) : alignment,
        shown: alignedFindingOf({ interaction, flow, alignment, adherence, deviations }),
      }
    },
    conclude({ alignment, adherence, ended, shown }, scored, interaction, around, complete) {
      const { scorecard } = map
      const handlingMs = complete ? handlingTime(interaction) : undefined
      const answer = (card: Scorecard) =>
        scoreByCard(card, answerContext(scored, contextOf(interaction, around, complete), { adherence, handlingMs }))
      const score = scorecard && (scores === undefined ? answer(scorecard) : scores.of(scored, () => answer(scorecard)))
      const { verdict } = decideVerdict({ pass: map.pass, open: !complete, alignment, adherence, rules: scored, score })
      return joinFinding(shown, { flow, rules: scored, verdict, ended, adherence, ...(score && { score }) })
    },
    judgeSome(interaction, around, ended, which) {
      const context = contextOf(interaction, around, ended)
      const samples: Sampled[] = []
      const asked = which.flatMap((at) => rules[at] ?? [])
      return { rules: judge(asked, context, around, samples), samples }
    },
  }
}

/** Scores of a card that asks for rules alone, by the outcomes of a flow's rules in their order. */
function createKnownScores(order: readonly Rule[]) {
  const known = new Map<string, ScorecardScore>()
  return {
    of(rules: readonly ScoredRule[], answer: () => ScorecardScore): ScorecardScore {
      if (rules.length !== order.length) return answer()
      let signs = ''
      for (const [i, { rule, outcome }] of rules.entries()) {
        if (rule !== order[i]) return answer()
        signs += OUTCOME_SIGNS[outcome]
      }
      let score = known.get(signs)
      if (score === undefined) {
        score = answer()
        if (known.size < MOST_KNOWN) known.set(signs, score)
      }
      return score
    },
  }
}

const MOST_KNOWN = 20_000

/** Steps, decisions and rules together; metrics, and scorecards that ask for more than rules, may look at anything. */
function sightOfFlow(
  map: ProcessMap,
  { labels }: EffectiveFlow,
  rules: readonly PreparedRule[],
): FlowSight | undefined {
  if (map.metrics !== undefined || (map.scorecard !== undefined && !isByRulesAlone(map.scorecard))) return undefined
  const proofs = labels.flatMap((label) => {
    if (label.kind !== 'step') return [label.proof]
    const { proof, satisfiedBy } = label.step
    return satisfiedBy === undefined ? [proof] : [proof, satisfiedBy]
  })
  const own = uniteSights(proofs.map(sightOfProof))
  const sight = uniteSights([own, ...rules.flatMap((rule) => rule.sight ?? [])])
  return (
    own &&
    sight && { sight, flow: own, rules: rules.map((rule) => rule.sight), moments: rules.map((rule) => rule.momentOf) }
  )
}

/** Written out field by field: copies made otherwise may each be of a shape of their own, which takes more than they do. */
function withoutMoves({ cost, worst, adherence, interrupted, expanded }: OptimalAlignment): OptimalAlignment {
  return { optimal: true, moves: NO_MOVES, cost, worst, adherence, interrupted, expanded }
}

type OptimalAlignment = Extract<Alignment, { optimal: true }>

const NO_MOVES: OptimalAlignment['moves'] = []

/** 1 − cost / worst in millionths, 1 when worst is 0 (semantics §10). */
function adherenceOf({ cost, worst }: OptimalAlignment): number {
  return worst === 0 ? MICRO : divideHalfEven((worst - cost) * MICRO, worst)
}

function judge(
  rules: readonly PreparedRule[],
  context: RuleContext,
  { contact }: Surroundings,
  samples: Sampled[] | undefined,
): ScoredRule[] {
  const { map } = context.matcher
  const sample = ({ rule, collect }: PreparedRule, seen: RuleContext, judgement: Judgement): void => {
    if (collect) samples?.push({ rule, map, addTo: (into) => collect(into, seen, judgement) })
  }
  const own = context.matcher.interaction
  let joined: { readonly interaction: Interaction; readonly matcher: Matcher } | undefined
  return rules.map((prepared) => {
    const { rule } = prepared
    if (rule.scope === 'interaction') {
      const judgement = prepared.judge(context)
      sample(prepared, context, judgement)
      return withEvents(rule, judgement, own.events)
    }
    if (joined === undefined) {
      const interaction = joinContact(own, contact?.() ?? [own])
      joined = { interaction, matcher: createMatcher(interaction, map) }
    }
    // A contact has no end of its own: whether there is still time is for the deadline and the as-of time to say.
    const ended = prepared.hasDeadline ? false : context.ended
    const whole = { ...context, matcher: joined.matcher, ended }
    const judgement = prepared.judge(whole)
    sample(prepared, whole, judgement)
    return withEvents(rule, judgement, joined.interaction.events)
  })
}

/** Written out field by field: this runs for every rule of every interaction. */
function withEvents(rule: Rule, judgement: Judgement, events: readonly LogEvent[]): ScoredRule {
  const { outcome, reason, measured, degree, counts } = judgement
  const evidence = judgement.evidence.length === 0 ? NONE : evidenceOf(judgement, events)
  if (judgement.alone) {
    return {
      rule,
      outcome,
      reason,
      evidence,
      ...(measured === undefined ? {} : { measured }),
      ...(degree === undefined ? {} : { degree }),
      alone: judgement.alone,
    }
  }
  if (degree !== undefined)
    return { rule, outcome, reason, evidence, ...(measured === undefined ? {} : { measured }), degree }
  if (counts !== undefined) return { rule, outcome, reason, evidence, counts }
  return measured === undefined ? { rule, outcome, reason, evidence } : { rule, outcome, reason, evidence, measured }
}

const NONE: ScoredRule['evidence'] = []

function evidenceOf({ evidence }: Judgement, events: readonly LogEvent[]): ScoredRule['evidence'] {
  return evidence.flatMap(({ event, span }) => {
    const shown = events[event]
    return shown ? [span === undefined ? { event: shown } : { event: shown, span }] : []
  })
}
