import type { Cel } from '../map.ts'
import type { Target } from '../target.ts'

/** Milliseconds between activation and target, inclusive. */
export interface DeclareTime {
  readonly atLeast?: number
  readonly atMost?: number
}

/**
 * Conditions of a Declare rule on data: on the event that activates it, on the event that answers, on both (names
 * `activation`, `target`, `interaction`), and on the time between.
 */
export interface DeclareConditions {
  readonly activation?: Cel
  readonly target?: Cel
  readonly correlation?: Cel
  readonly time?: DeclareTime
}

/** A rule about two targets; what `first` and `second` are to each other is the kind's. */
export interface DeclarePair extends DeclareConditions {
  readonly first: Target
  readonly second: Target
}

/** Kinds that ask of two targets where they stand. */
export type DeclarePairKind =
  | 'responded-existence'
  | 'co-existence'
  | 'alternate-response'
  | 'chain-response'
  | 'alternate-precedence'
  | 'chain-precedence'
  | 'succession'
  | 'alternate-succession'
  | 'chain-succession'
  | 'not-responded-existence'
  | 'not-co-existence'
  | 'not-response'
  | 'not-chain-response'
  | 'not-precedence'
  | 'not-chain-precedence'
  | 'not-succession'
  | 'not-chain-succession'

/** Kinds that count the events of one target. */
export type DeclareCountKind = 'existence' | 'absence' | 'exactly'

export interface DeclareCount {
  readonly of: Target
  readonly times: number
  readonly activation?: Cel
}

/** Kinds that ask what comes first or last. */
export type DeclareEdgeKind = 'init' | 'last'

export interface DeclareEdge {
  readonly of: Target
  readonly activation?: Cel
}

/** Kinds that ask for some of several targets. */
export type DeclareChoiceKind = 'choice' | 'exclusive-choice'

export interface DeclareChoice {
  readonly among: readonly Target[]
}

/** The spec of each kind of one form. */
type SpecsOf<K extends string, Form> = { [Kind in K]: Form & { readonly kind: Kind } }[K]

export type DeclareSpec =
  | SpecsOf<DeclarePairKind, DeclarePair>
  | SpecsOf<DeclareCountKind, DeclareCount>
  | SpecsOf<DeclareEdgeKind, DeclareEdge>
  | SpecsOf<DeclareChoiceKind, DeclareChoice>
