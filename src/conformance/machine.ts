import type { LabelIndex } from '../flow/effective-flow.ts'

/**
 * Operations of `Machine.program`; each is its code and three numbers. `LOWER` lowers a register that began as `NEVER`;
 * `UNTIL` goes back until a pass has lowered none.
 */
export const LEAF = 0
export const LEAST = 1
export const FORK = 2
export const COPY = 3
export const AGAIN = 4
export const TRIGGER = 5
export const NEVER = 6
export const LOWER = 7
export const UNTIL = 8

/**
 * A block as a program for a dynamic programme from the end of a trace to its beginning. What is sequential (steps,
 * choices, loops) is a list of leaves; each concurrent part within is a fork, whose children are machines of their own
 * that share no label, so that a cost over them is the sum of theirs. Concurrent children that do share labels are written
 * out together, as the automaton of their interleavings; children in any order, as the ways through the sets of those
 * that are over.
 *
 * `program` computes, from the costs at the end of the block to those at its beginning, the cost-to-go at every point.
 * Registers hold costs: 0 is the block's end, `start` its beginning.
 */
export interface Machine {
  readonly program: Int32Array
  readonly registers: number
  readonly start: number
  /** By leaf: its label; −1: a waiting point, which shows nothing. */
  readonly leaves: readonly LabelIndex[]
  /** By leaf: it is an interrupt's event. */
  readonly triggers: readonly boolean[]
  readonly leavesOf: ReadonlyMap<LabelIndex, readonly number[]>
  readonly forks: readonly Fork[]
  /** By trigger (a leaf): the leaves and forks that it interrupts. */
  readonly regions: ReadonlyMap<number, Region>
  /** All labels in it and in its forks. */
  readonly alphabet: ReadonlySet<LabelIndex>
  /** What may come next behind a leaf, a fork, or (`START`) the beginning. */
  next(source: number): Next
  /** The source that stands for a fork that is over. */
  behind(fork: number): number
}

export const START = -1

export interface Fork {
  readonly children: readonly Machine[]
  /** At least one child is taken, and none of them can be empty; else all are. */
  readonly some: boolean
  /** The child that has the label. */
  readonly childOf: ReadonlyMap<LabelIndex, number>
}

export interface Region {
  readonly leaves: readonly number[]
  readonly forks: readonly number[]
}

/** Leaves, waiting points and triggers among them, and forks that silent moves reach; `end`: the block may be over. */
export interface Next {
  readonly leaves: readonly number[]
  readonly forks: readonly number[]
  readonly end: boolean
}
