import type { Message } from '../diagnostic/diagnostic.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import type { Matcher, TextSpan } from '../match/matcher.ts'
import type { Rule, RuleKindId, RuleSpec } from '../model/rule.ts'

/** Semantics §13, contracts `inspect`: a vacuous pass is not applicable; pending is never pass. */
export type Outcome = 'pass' | 'fail' | 'notApplicable' | 'pending' | 'notEvaluated'

/** An event that shows the outcome: its 0-based position, and the stretch of its text. */
export interface Evidence {
  readonly event: number
  readonly span?: TextSpan
}

export interface RuleResult {
  readonly rule: Rule
  readonly outcome: Outcome
  /** Why, in words a supervisor uses; never holds unmasked customer data. */
  readonly reason: Message
  readonly evidence: readonly Evidence[]
  /** What was measured, in milliseconds, for kinds that measure time (the longest of several). */
  readonly measured?: number
}

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

/** The outcome of a rule without the rule. */
export type Judgement = Omit<RuleResult, 'rule'>

/** What rules of one kind ask: the member of `RuleSpec` whose `kind` is, or may be, K. */
type SpecOf<K extends RuleKindId> = SpecAmong<RuleSpec, K>
type SpecAmong<S, K> = S extends { readonly kind: infer Kinds }
  ? K extends Kinds
    ? Omit<S, 'kind'> & { readonly kind: K }
    : never
  : never

/** A rule whose spec is known to be of one kind. */
export type RuleOf<K extends RuleKindId> = Omit<Rule, 'spec'> & { readonly spec: SpecOf<K> }

/** One kind of rule: a file in `kinds/`, a page in `docs/kinds/`, a test. */
export interface RuleKind<K extends RuleKindId> {
  readonly id: K
  evaluate(rule: RuleOf<K>, context: RuleContext): Judgement
}
