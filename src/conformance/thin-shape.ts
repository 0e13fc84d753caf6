import type { Machine } from './machine.ts'
import { createSilentDistances, type SilentDistances } from './silent-distances.ts'

/** Machines of more targets than this are left to dense columns: distances are kept for each pair that is asked for. */
const MOST_TARGETS = 600

/**
 * A machine with what thin columns look up in arrays. Targets are numbers: 0 the end, then the leaves, then the forks;
 * sources likewise, 0 being the beginning.
 */
export interface ThinShape {
  readonly leaves: number
  /** By target: what passing it by costs. */
  readonly skips: Float64Array
  readonly rowOf: SilentDistances
  /** By label: the leaves that have it, as targets. */
  readonly targetsOf: readonly (readonly number[] | undefined)[]
  /** By label: the forks that have it. */
  readonly forksOf: readonly (readonly number[] | undefined)[]
  readonly forks: readonly ThinForkShape[]
  /** By label: the one fork that has it, if no leaf does; else −1. */
  readonly aloneIn: Int32Array
}

export interface ThinForkShape {
  readonly children: readonly ThinShape[]
  /** By label, −1: no child has it. */
  readonly childOf: Int32Array
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

/** `prices` of model moves, by label + 1. */
export function createThinShape(machine: Machine, prices: Float64Array): ThinShape {
  const forks = machine.forks.map(({ children, childOf }): ThinForkShape => {
    const byLabel = new Int32Array(prices.length - 1).fill(-1)
    for (const [label, child] of childOf) byLabel[label] = child
    return { children: children.map((child) => createThinShape(child, prices)), childOf: byLabel }
  })
  const leaves = machine.leaves.length
  const skips = new Float64Array(1 + leaves + forks.length)
  skips[0] = Infinity
  const targetsOf: number[][] = []
  machine.leaves.forEach((label, leaf) => {
    skips[1 + leaf] = prices[label + 1] as number
    ;(targetsOf[label] ??= []).push(1 + leaf)
  })
  const forksOf: number[][] = []
  forks.forEach(({ children }, fork) => {
    skips[1 + leaves + fork] = children.reduce((sum, { rowOf }) => sum + (rowOf(0)[0] as number), 0)
  })
  machine.forks.forEach(({ childOf }, fork) => {
    for (const label of childOf.keys()) (forksOf[label] ??= []).push(fork)
  })
  const rowOf = createSilentDistances(machine, skips)
  const aloneIn = new Int32Array(prices.length - 1).fill(-1)
  forksOf.forEach(([fork = -1, ...others], label) => {
    if (others.length === 0 && targetsOf[label] === undefined) aloneIn[label] = fork
  })
  return { leaves, skips, rowOf, targetsOf, forksOf, forks, aloneIn }
}
