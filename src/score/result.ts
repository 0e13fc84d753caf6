import type { Counts, Outcome, Reason } from '../compliance/rule-kind.ts'
import type { Alignment, Deviation } from '../conformance/alignment.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import type { Interaction, LogEvent } from '../log/event.ts'
import type { TextSpan } from '../match/matcher.ts'
import type { Acceptance } from '../model/acceptance.ts'
import type { ProcessMap } from '../model/map.ts'
import type { Rule } from '../model/rule.ts'
import type { Sampled } from './many.ts'
import type { MetricValue } from './metrics.ts'
import type { ScorecardScore } from './scorecard-score.ts'
import type { BlindSpot, ServedCell } from './touchpoint.ts'
import type { Verdict, VerdictReason } from './verdict.ts'

/** A rule's outcome with the events that show it; for a rule over a contact they may be of another interaction of it. */
export interface ScoredRule {
  readonly rule: Rule
  readonly outcome: Outcome
  readonly reason: Reason
  readonly evidence: readonly { readonly event: LogEvent; readonly span?: TextSpan }[]
  /** Milliseconds, for kinds that measure time. */
  readonly measured?: number
  /** How grave a failure is, where the rule tells apart. */
  readonly degree?: 'slight' | 'serious'
  /** For kinds that count what calls for them (Declare). */
  readonly counts?: Counts
  /** Who answers for the failure, where it is accepted; the outcome stays what was found. */
  readonly accepted?: Acceptance
  /** It rests on more than its kind sees (`Judgement.alone`). */
  readonly alone?: true | 'moments'
}

/** How an interaction stands at the as-of time: `interrupted` ended by an interrupt of its flow. */
type Ended = 'complete' | 'interrupted' | 'open'

/** An interaction that lands in no cell of the map. */
export interface BlindInteraction {
  readonly kind: 'blindSpot'
  readonly interaction: Interaction
  /** The version in force, where there is one. */
  readonly map?: ProcessMap
  readonly blindSpot: BlindSpot
  readonly ended: 'complete' | 'open'
}

/** An interaction held against its flow and rules. */
export interface ScoredInteraction {
  readonly kind: 'scored'
  readonly interaction: Interaction
  readonly map: ProcessMap
  readonly cell: ServedCell
  readonly flow: EffectiveFlow
  readonly ended: Ended
  readonly alignment: Alignment
  /** In millionths; null while the interaction is open (pending) or where the alignment is not evaluated. */
  readonly adherence: number | null
  readonly deviations: readonly Deviation[]
  /** Those of `deviations`, by position, that are accepted; absent when none is. */
  readonly acceptedDeviations?: ReadonlyMap<number, Acceptance>
  readonly rules: readonly ScoredRule[]
  /** What it brings to the rules over many interactions; absent when there are none. */
  readonly samples?: readonly Sampled[]
  /** Absent when the map has no scorecard. */
  readonly score?: ScorecardScore
  /** The score with other outcomes of rules and another adherence, as a review decides them; absent without a scorecard. */
  readonly scoreAgain?: (rules: readonly ScoredRule[], adherence: number | null) => ScorecardScore
  /** The score without the lines whose failures are accepted; absent when nothing is, or without a scorecard. */
  readonly scoreAfter?: ScorecardScore
  /** `accepted`: it fails, and all that it fails by is accepted. */
  readonly verdict: Verdict
  readonly because: readonly VerdictReason[]
  /** The map's metrics of it, by id; absent while it is open. */
  readonly metrics?: ReadonlyMap<string, MetricValue>
  /** First to last event, whole milliseconds; absent while open and without times. */
  readonly handlingMs?: number
}

/** What one interaction comes to (contracts.md, `inspect`). Positions in moves and deviations are of `interaction.events`. */
export type InteractionResult = BlindInteraction | ScoredInteraction
