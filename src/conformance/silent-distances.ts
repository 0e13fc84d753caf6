import { type Machine, START } from './machine.ts'

/**
 * What it costs to come from behind a part of a machine to the front of another by model moves alone. Targets are numbers:
 * 0 the end, then the leaves, then the forks, in the order of the machine; sources likewise, 0 being the beginning.
 */
export type SilentDistances = (source: number) => Float64Array

/**
 * Rows of shortest distances, each made when it is asked for: a label-correcting search over what silent moves reach.
 * `skips` says by target what it costs to pass it by without an event; Infinity where it cannot be passed.
 */
export function createSilentDistances(machine: Machine, skips: Float64Array): SilentDistances {
  const leaves = machine.leaves.length
  const targets = 1 + leaves + machine.forks.length
  const rows: (Float64Array | undefined)[] = []
  const reached = new Float64Array(targets)
  const isQueued = new Uint8Array(targets)

  const make = (from: number): Float64Array => {
    const row = new Float64Array(targets).fill(Infinity)
    reached.fill(Infinity)
    reached[from] = 0
    const queue = [from]
    const relax = (target: number, cost: number): void => {
      if (cost >= (row[target] as number)) return
      row[target] = cost
      const behind = cost + (skips[target] as number)
      if (behind >= (reached[target] as number)) return
      reached[target] = behind
      if (isQueued[target] === 1) return
      isQueued[target] = 1
      queue.push(target)
    }
    for (let next = 0; next < queue.length; next++) {
      const source = queue[next] as number
      const cost = reached[source] as number
      isQueued[source] = 0
      const { leaves: before, forks, end } = machine.next(source === 0 ? START : source - 1)
      for (let at = 0; at < before.length; at++) relax(1 + (before[at] as number), cost)
      for (let at = 0; at < forks.length; at++) relax(1 + leaves + (forks[at] as number), cost)
      if (end && cost < (row[0] as number)) row[0] = cost
    }
    return row
  }
  return (source) => (rows[source] ??= make(source))
}
