import type { LabelIndex } from './effective-flow.ts'

/** A place of a net, by number. */
export type PlaceIndex = number

/**
 * A transition of a 1-safe net. It is enabled when all of `consume` are marked; firing it clears `consume` and `reset`
 * and then marks `produce`. A place in both `consume` and `produce` is only looked at.
 */
export interface Transition {
  /** What the transition shows in a log; absent: silent. Several transitions may carry one label. */
  readonly label?: LabelIndex
  readonly consume: readonly PlaceIndex[]
  readonly produce: readonly PlaceIndex[]
  /** Places that are emptied whatever they hold: the cancellation region of an interrupt. Only visible transitions have one. */
  readonly reset: readonly PlaceIndex[]
}

/** A 1-safe Petri net with cancellation (reset arcs): plain data, made by `compileNet` or read from elsewhere. */
export interface Net {
  readonly places: number
  readonly transitions: readonly Transition[]
  readonly initial: readonly PlaceIndex[]
  readonly final: readonly PlaceIndex[]
}
