import type { EffectiveFlow, LabelIndex } from '../flow/effective-flow.ts'
import { createFlowSystem } from '../flow/flow-system.ts'
import type { TransitionSystem } from '../flow/transition-system.ts'
import { createBlockSearch } from './block-search.ts'
import type { TraceSymbol } from './label-trace.ts'
import type { MoveCosts } from './search.ts'

/** A decision or interrupt that an optimum synchronised, and the event that showed it. */
export interface Taken {
  readonly label: LabelIndex
  readonly symbol: TraceSymbol
}

/** A number held by the dynamic programme counts as this part of a state of the budget. */
const CELLS = 2

/**
 * The model-move cost of the cheapest run with exactly these decisions and interrupts, in order (semantics §6): a
 * decision that was seen costs nothing, an interrupt that was seen 1, an assumed decision 1. Undefined: not found within
 * the budget. There has to be such a run, as there is when an optimum took them.
 *
 * What was taken is aligned as a trace of its own, leaving out nothing; by costs-to-go where they know how, so that wide
 * concurrency does not matter, else by Dijkstra's search over markings.
 */
export function createCheapestRun(
  flow: EffectiveFlow,
  costs: MoveCosts,
  budget: number,
): (taken: readonly Taken[]) => number | undefined {
  const isInterrupt = (label: LabelIndex): boolean => flow.labels[label]?.kind === 'interrupt'
  // Leaving one out has to cost more than it saves; where it does not, the search decides.
  const dear = 1000 + costs.model.reduce((sum: number, price) => sum + (price ?? 0), 0)
  const blocks = createBlockSearch(flow.root, {
    ...costs,
    log: costs.log.map((price, label) => (flow.labels[label]?.kind === 'step' ? price : dear)),
    critical: costs.critical.map(() => false),
  })
  const byBlocks = (taken: readonly Taken[]): number | undefined => {
    const isContended = ({ label, symbol }: Taken): boolean => {
      const inner = costs.inner.get(label)
      return symbol.labels.some((other) => inner?.has(other) === true)
    }
    if (taken.some(isContended)) return undefined
    const symbols = taken.map(({ label }): TraceSymbol => ({ kind: 'act', labels: [label] }))
    const found = blocks?.({ symbols, settledFrom: new Map() }, { complete: true, cells: budget * CELLS })
    const [moves] = found?.sequences(1) ?? []
    if (found === undefined || moves === undefined || moves.some(({ type }) => type === 'log')) return undefined
    return found.cost + taken.filter(({ label }) => isInterrupt(label)).length
  }

  let system: TransitionSystem | undefined
  const bySearch = (taken: readonly Taken[]): number | undefined => {
    const isFresh = system === undefined
    system ??= createFlowSystem(flow.root)
    const cost = searchIn(system, taken)
    if (system.overflowed?.() !== true) return cost
    system = undefined
    return isFresh ? undefined : bySearch(taken)
  }

  const searchIn = (among: TransitionSystem, taken: readonly Taken[]): number | undefined => {
    const width = taken.length + 1
    const seen = new Map<number, number>()
    const buckets: number[][] = []
    const reach = (marking: number, count: number, cost: number): void => {
      const state = marking * width + count
      if ((seen.get(state) ?? Infinity) <= cost) return
      seen.set(state, cost)
      ;(buckets[cost] ??= []).push(state)
    }
    reach(among.initial, 0, 0)
    for (let cost = 0; cost < buckets.length; cost++) {
      const bucket = buckets[cost] ?? []
      for (let state = bucket.pop(); state !== undefined; state = bucket.pop()) {
        if (seen.get(state) !== cost) continue
        if (seen.size > budget || among.overflowed?.() === true) return undefined
        const [marking, count] = [Math.floor(state / width), state % width]
        if (count === taken.length && among.accepts(marking)) return cost
        const { labels, targets } = among.successors(marking)
        const next = taken[count]
        labels.forEach((label, index) => {
          const target = targets[index] ?? marking
          const inner = costs.inner.get(label)
          const outdone = next?.symbol.labels.some((other) => inner?.has(other) === true && labels.includes(other))
          if (next?.label === label && outdone !== true) reach(target, count + 1, cost + (isInterrupt(label) ? 1 : 0))
          const price = costs.model[label]
          if (price !== undefined) reach(target, count, cost + price)
        })
      }
    }
    if (among.overflowed?.() === true) return undefined
    throw new Error('no run of the net can be completed')
  }

  const known = new Map<string, number | undefined>()
  return (taken) => {
    const key = taken.map(({ label, symbol }) => `${label}:${symbol.labels.join()}`).join(';')
    if (known.has(key)) return known.get(key)
    const cost = byBlocks(taken) ?? bySearch(taken)
    known.set(key, cost)
    return cost
  }
}
