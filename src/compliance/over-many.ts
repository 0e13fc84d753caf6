import type { EffectiveFlow } from '../flow/effective-flow.ts'
import type { ProcessMap } from '../model/map.ts'
import type { Rule, RuleKindId, RuleOf } from '../model/rule.ts'
import type { Judgement, Outcome, Reason, RuleContext } from './rule-kind.ts'

/** Puts into the sample what one interaction brings to it; `judgement` is the rule's own, `applies` included. */
export type Collect<S> = {
  // Written as a method, so that a kind of its own sample stands where the sample is not known.
  collect(sample: S, context: RuleContext, judgement: Judgement): void
}['collect']

/**
 * What a kind asks of many interactions together: a mean, a share, a repetition within days. A sample `S` is plain data
 * (numbers, strings, arrays, Map, Set: it can be cloned to another thread) and adds up exactly, whatever the order and the
 * split of the interactions: sums of integers, counts of values, sets; never a running mean.
 */
export interface OverMany<K extends RuleKindId, S> {
  /** Once for a rule in a flow of a version of the map; undefined where this rule asks nothing over many. */
  prepare(rule: RuleOf<K>, flow: EffectiveFlow, map: ProcessMap): Collect<S> | undefined
  empty(): S
  /** Adds `from`, which is not changed, to `into`. */
  merge(into: S, from: S): void
  /** What came of it, once all is collected: one result for each thing asked, in the order of the rule. */
  conclude(rule: RuleOf<K>, sample: S, around: ManySurroundings): readonly ManyResult[]
}

export interface ManySurroundings {
  readonly map: ProcessMap
  /** Milliseconds since the epoch; undefined when the log has no times at all. */
  readonly asOf?: number
}

/** One thing that a rule asks over many interactions (`targets` in the JSON of `score`). */
export interface ManyResult {
  readonly rule: Rule
  /** What is asked, a stable word: `mean`, `percentile`, `share`, … */
  readonly figure: string
  readonly outcome: Outcome
  readonly reason: Reason
  /** The figure found, in `unit`; null when nothing was counted. */
  readonly value: number | null
  readonly limit: number
  readonly bound: 'atMost' | 'atLeast'
  readonly unit: 'ms' | 'share' | 'number'
  /** How many were counted, and what was left out. */
  readonly base: ManyBase
  /** 95 % interval of a share. */
  readonly interval?: readonly [number, number]
  /** The values of a grouping, where the rule is asked of each group apart. */
  readonly group?: Readonly<Record<string, string>>
  /** Ids of the interactions that break it, sorted, a few. */
  readonly examples?: readonly string[]
}

export interface ManyBase {
  /** Interactions, or occurrences in them, as the kind says. */
  readonly counted: number
  readonly notApplicable: number
  readonly pending: number
  readonly notEvaluated: number
  /** Of times: what got no answer, and so has none. */
  readonly unanswered?: number
}
