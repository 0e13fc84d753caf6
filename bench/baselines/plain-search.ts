import type { TransitionSystem } from '../../src/flow/transition-system.ts'

export type PlainResult = { readonly cost: number; readonly expanded: number } | 'out of states'

/**
 * A plain exact alignment, kept as a yardstick and as a second opinion in tests: Dijkstra's search in buckets of equal
 * cost over (marking, position), each state a number in a Map. Markings are interned and successors cached by the
 * system. No bounds, no lazy moves, costs alone. A word is a list of labels; −1 stands for what no label knows.
 */
export function createPlainSearch(
  system: TransitionSystem,
  mostStates = 5_000_000,
): (word: ArrayLike<number>) => PlainResult {
  return (word) => {
    const width = word.length + 1
    const costs = new Map<number, number>()
    const buckets: number[][] = []
    let expanded = 0
    const reach = (marking: number, position: number, cost: number): void => {
      const state = marking * width + position
      const known = costs.get(state)
      if (known !== undefined && known <= cost) return
      costs.set(state, cost)
      ;(buckets[cost] ??= []).push(state)
    }
    reach(system.initial, 0, 0)
    for (let cost = 0; cost < buckets.length; cost++) {
      const bucket = buckets[cost]
      if (bucket === undefined) continue
      for (let state = bucket.pop(); state !== undefined; state = bucket.pop()) {
        if (costs.get(state) !== cost) continue
        if (costs.size > mostStates) return 'out of states'
        expanded++
        const position = state % width
        const marking = (state - position) / width
        const event = word[position]
        if (event === undefined && system.accepts(marking)) return { cost, expanded }
        const { labels, targets } = system.successors(marking)
        for (let at = 0; at < labels.length; at++) {
          const target = targets[at] as number
          if (labels[at] === event) reach(target, position + 1, cost)
          reach(target, position, cost + 1)
        }
        if (event !== undefined) reach(marking, position + 1, cost + 1)
      }
    }
    return { cost: Infinity, expanded }
  }
}
