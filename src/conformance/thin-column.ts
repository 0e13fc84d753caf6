import type { LabelIndex } from '../flow/effective-flow.ts'
import type { Machine } from './machine.ts'
import type { SilentDistances } from './silent-distances.ts'

/** Machines of more targets than this are left to dense columns: distances are kept for each pair that is asked for. */
const MOST_TARGETS = 600

/** Cells of a record: whose it is, how many entries, how many cells of threads; then the entries, then the threads. */
export const OWNER = 0
export const COUNT = 1
export const ALL_THREADS = 2
/** What is left from the beginning; −1: not asked for so far. No part of what tells records apart. */
export const BEGIN = 3
export const ENTRIES = 4
/** Cells of a thread: its fork, the cost within, that from the fork's beginning; then a record for each child. */
export const OWN = 1
export const BEGUN = 2
export const RECORDS = 3

/** A machine with what thin columns look up in arrays, and the column that is being made. */
export interface ThinUnit {
  readonly id: number
  readonly machine: Machine
  readonly leaves: number
  /** By target: what passing it by costs. */
  readonly skips: Float64Array
  readonly rowOf: SilentDistances
  readonly leavesOf: readonly (readonly number[] | undefined)[]
  readonly forksOf: readonly (readonly number[] | undefined)[]
  readonly forks: readonly ThinFork[]
  /** The column that is being made: targets of its entries and their costs, then its threads. */
  readonly target: Int32Array
  readonly cost: Float64Array
  threads: Float64Array
  fresh: number
}

export interface ThinFork {
  readonly children: readonly ThinUnit[]
  /** By label, −1: no child has it. */
  readonly childOf: Int32Array
  readonly stride: number
}

/** Whether thin columns can serve a machine: it has no interrupts, no blocks `some`, and not too many leaves. */
export function isThin({ leaves, regions, forks }: Machine): boolean {
  return (
    regions.size === 0 &&
    1 + leaves.length + forks.length <= MOST_TARGETS &&
    leaves.every((label) => label >= 0) &&
    forks.every(({ children, some }) => !some && children.every(isThin))
  )
}

export function childFor({ childOf }: ThinFork, labels: readonly LabelIndex[]): number {
  for (let index = 0; index < labels.length; index++) {
    const child = childOf[labels[index] as number] as number
    if (child >= 0) return child
  }
  return -1
}

export function isRepeated(childOf: Int32Array, labels: readonly LabelIndex[], index: number): boolean {
  for (let other = 0; other < index; other++) if ((childOf[labels[other] as number] as number) >= 0) return true
  return false
}

/** By fork, then by records, then by cost. */
export function isBefore(threads: Float64Array, one: number, other: number, stride: number): boolean {
  const fork = (threads[one] as number) - (threads[other] as number)
  if (fork !== 0) return fork < 0
  for (let cell = RECORDS; cell < stride; cell++) {
    const order = (threads[one + cell] as number) - (threads[other + cell] as number)
    if (order !== 0) return order < 0
  }
  return (threads[one + OWN] as number) < (threads[other + OWN] as number)
}

export function isInOrder(starts: Int32Array, count: number): boolean {
  for (let at = 1; at < count; at++) if ((starts[at] as number) < (starts[at - 1] as number)) return false
  return true
}

export function hashOf(cells: Float64Array, from: number, size: number): number {
  let hash = Math.imul((cells[from + OWNER] as number) + 1, 0x85ebca6b) ^ size
  for (let cell = from + ENTRIES, end = from + size; cell < end; cell++) {
    hash = Math.imul(hash ^ ((cells[cell] as number) | 0), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}
