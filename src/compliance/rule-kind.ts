import type { Message } from '../diagnostic/diagnostic.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import type { Matcher, TextSpan } from '../match/matcher.ts'
import type { Sight } from '../match/sight.ts'
import type { ProcessMap } from '../model/map.ts'
import type { Rule, RuleKindId, RuleOf } from '../model/rule.ts'
import type { OverMany } from './over-many.ts'

export type { RuleOf } from '../model/rule.ts'

/** Semantics §13, contracts `inspect`: a vacuous pass is not applicable; pending is never pass. */
export type Outcome = 'pass' | 'fail' | 'notApplicable' | 'pending' | 'notEvaluated'

/** An event that shows the outcome: its 0-based position, and the stretch of its text. */
export interface Evidence {
  readonly event: number
  readonly span?: TextSpan
}

/** Why, in words a supervisor uses, made when it is asked for; never holds unmasked customer data. */
export type Reason = () => Message

/** How often a rule was called for, and what came of it; the rest is pending or not evaluated. */
export interface Counts {
  readonly activations: number
  readonly fulfilments: number
  readonly violations: number
}

/** The outcome of a rule for one interaction. */
export interface Judgement {
  readonly outcome: Outcome
  readonly reason: Reason
  readonly evidence: readonly Evidence[]
  /** What was measured, in milliseconds, for kinds that measure time (the longest of several). */
  readonly measured?: number
  /** How grave a failure is, for rules that tell apart (`tolerance` of a time limit); a slight one is no veto. */
  readonly degree?: 'slight' | 'serious'
  /** The rule applies, and asks something of many interactions together and nothing of this one. */
  readonly askedOfMany?: true
  /** For kinds that count (Declare). */
  readonly counts?: Counts
  /**
   * It rests on more than its kind `sees`, such as times: of others that look alike nothing follows. `moments`: on no more
   * than the channel and what the kind asks of times (`momentOf`).
   */
  readonly alone?: true | 'moments'
}

export interface RuleResult extends Judgement {
  readonly rule: Rule
}

/** The number of all that is asked of a time, in milliseconds, by the id of the channel that the log gives. */
export type MomentOf = (time: number, channel: string | undefined) => number

/** What a rule may look at. Never the alignment (semantics §13). */
export interface RuleContext {
  readonly matcher: Matcher
  /** The effective flow, for resolving steps; absent for rules outside any flow. */
  readonly flow: EffectiveFlow
  /** Milliseconds since the epoch; undefined when the log has no times at all. */
  readonly asOf?: number
  /** The interaction has ended by `asOf`; if not, what may still happen is pending. */
  readonly ended: boolean
  /** How events of equal time are read (`Log.ties`, semantics §11): with `any` their order is not known. */
  readonly ties?: 'file' | 'any'
}

/** Judges one interaction by a rule that was prepared. Called for each interaction: it makes no texts and few objects. */
export type Judge = (context: RuleContext) => Judgement

/** One kind of rule: a file in `kinds/`, a page in `docs/kinds/`, a test. */
export interface RuleKind<K extends RuleKindId> {
  readonly id: K
  /**
   * What is the same for every interaction, done once for a rule in a flow of a version of the map. May throw
   * `UnknownStep`; the rule is then not evaluated.
   */
  prepare(rule: RuleOf<K>, flow: EffectiveFlow, map: ProcessMap): Judge
  /**
   * The deadline decides and not the end of the contact: with `scope: contact`, whose pieces may still be followed by
   * others, the contact counts as open.
   */
  readonly hasDeadline?: true
  /**
   * All that its judgements of an interaction rest on, besides whether it has ended, unless they say otherwise (`alone`):
   * what looks the same gets the same outcome and degree, brings the same to a sample over many, and is judged once. Absent or undefined: it may look at
   * anything, and each interaction is judged. May throw `UnknownStep`.
   */
  sees?(rule: RuleOf<K>, flow: EffectiveFlow, map: ProcessMap): Sight | undefined
  /**
   * What its judgements that stand alone for `moments` ask of the time of an event that is looked at, and of nothing but
   * these: where it is the same, in the same channel, so are outcome, degree and sample.
   */
  momentOf?(rule: RuleOf<K>, flow: EffectiveFlow, map: ProcessMap): MomentOf
  /** For kinds that ask something of many interactions together, besides or instead of each. */
  readonly overMany?: OverMany<K, unknown>
}
