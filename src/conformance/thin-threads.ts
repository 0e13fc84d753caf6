import { enlarge } from '../flow/enlarge.ts'
import { freshExcess, isUndercut } from './thin-excess.ts'
import { leftHere } from './thin-left.ts'
import { BEGUN, OWN, RECORDS, type ThinFork, type ThinUnit } from './thin-unit.ts'

/** The threads of the column that is being made in a unit, as lines: where each begins. */
export interface ThreadLines {
  /** Takes the least off the threads, drops those over a band above it, and sets the others in lines: how many are left. */
  lower(unit: ThinUnit, cells: number, least: number, band: number): number
  /** Sorts the lines; what another thread, or leaving the fork here, undercuts becomes −1. */
  prune(unit: ThinUnit, count: number, cells: number, lines: number): void
  starts(): Int32Array
  /** How many cells the threads take that `lower` has left. */
  end(): number
}

/** Of a thread that began with the act (`ThinUnit.changed`). */
export const BEGUN_HERE = -2

export function createThreadLines(): ThreadLines {
  let lowered = 0
  /** By line: where its thread begins, and the record that its thread had before the act (`ThinUnit.changed`). */
  let starts = new Int32Array(16)
  let olds = new Int32Array(16)

  const lower = ({ forks, threads, changed }: ThinUnit, cells: number, least: number, band: number): number => {
    let lines = 0
    let to = 0
    for (let at = 0, stride = 0, thread = 0; at < cells; at += stride, thread++) {
      stride = (forks[(threads[at] as number) | 0] as ThinFork).stride
      const own = (threads[at + OWN] as number) - least
      if (own > band) continue
      threads[at + OWN] = own
      threads[at + BEGUN] = (threads[at + BEGUN] as number) - least
      if (to < at) for (let cell = 0; cell < stride; cell++) threads[to + cell] = threads[at + cell] as number
      if (lines === starts.length) {
        starts = enlarge(starts, 2 * lines)
        olds = enlarge(olds, 2 * lines)
      }
      olds[lines] = changed[thread] as number
      starts[lines++] = to
      to += stride
    }
    lowered = to
    return lines
  }

  const prune = (unit: ThinUnit, count: number, cells: number, lines: number): void => {
    const { shape, forks, threads } = unit
    for (let line = 1; line < lines; line++) {
      const at = starts[line] as number
      const old = olds[line] as number
      const { stride } = forks[(threads[at] as number) | 0] as ThinFork
      let to = line
      while (to > 0 && isBefore(threads, at, starts[to - 1] as number, stride)) {
        starts[to] = starts[to - 1] as number
        olds[to] = olds[to - 1] as number
        to--
      }
      starts[to] = at
      olds[to] = old
    }
    let leaving = 0
    let left = -1
    for (let at = 0; at < lines; at++) {
      const thread = starts[at] as number
      const old = olds[at] as number
      const number = (threads[thread] as number) | 0
      const { children } = forks[number] as ThinFork
      const begun = threads[thread + BEGUN] as number
      let isKept = true
      // Those before it that were kept, and all behind it; of two that are equal the first is kept. Two to which the same
      // was done are to each other what they were in the column behind, where both were kept.
      for (let other = 0; other < lines && isKept; other++) {
        if (other === at || (old === olds[other] && old !== BEGUN_HERE)) continue
        const rival = starts[other] as number
        if (rival < 0 || threads[rival] !== number || (threads[rival + BEGUN] as number) > begun) continue
        if (!isUndercut(children, threads, thread, rival)) continue
        isKept = other > at && isUndercut(children, threads, rival, thread)
      }
      if (isKept) {
        if (left !== number) {
          leaving = leftHere(unit, 1 + shape.leaves + number, count, cells)
          left = number
        }
        if (!isLeft(unit, thread, leaving)) continue
      }
      starts[at] = -1
    }
  }
  return { lower, prune, starts: () => starts, end: () => lowered }
}

/** Whether leaving the fork here, which costs `leaving`, is no dearer than a thread, wherever it stands. */
export function isLeft({ shape, forks, threads }: ThinUnit, thread: number, leaving: number): boolean {
  const number = (threads[thread] as number) | 0
  if (leaving + (shape.skips[1 + shape.leaves + number] as number) > (threads[thread + BEGUN] as number)) return false
  const { children } = forks[number] as ThinFork
  let excess = leaving - (threads[thread + OWN] as number)
  for (let child = 0; child < children.length && excess <= 0; child++) {
    excess += freshExcess(children[child] as ThinUnit, (threads[thread + RECORDS + child] as number) | 0)
  }
  return excess <= 0
}

/** By fork, then by records, then by cost. */
function isBefore(threads: Float64Array, one: number, other: number, stride: number): boolean {
  const fork = (threads[one] as number) - (threads[other] as number)
  if (fork !== 0) return fork < 0
  for (let cell = RECORDS; cell < stride; cell++) {
    const order = (threads[one + cell] as number) - (threads[other + cell] as number)
    if (order !== 0) return order < 0
  }
  return (threads[one + OWN] as number) < (threads[other + OWN] as number)
}
