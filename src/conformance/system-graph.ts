import { enlarge } from '../flow/enlarge.ts'
import type { Marking, TransitionSystem } from '../flow/transition-system.ts'

export interface SystemGraph {
  /** By move: its label, and the markings behind and before it. */
  readonly labels: Int32Array
  readonly targets: Int32Array
  readonly sources: Int32Array
  /** What is behind the moves of one label. */
  follow(marking: Marking, label: number): readonly Marking[]
  /** All its moves are known. */
  isLoaded(marking: Marking): boolean
  /** The moves of a marking: from the first to before the last. */
  begin(marking: Marking): number
  end(marking: Marking): number
  accepts(marking: Marking): boolean
  /** The moves into a marking that are known so far, one after another; −1: there is no more. */
  into(marking: Marking): number
  nextInto(edge: number): number
  /** How many moves are held. */
  held(): number
}

const NONE = -1

/** The visible moves of a system in flat lists, by number, forwards and backwards; a marking's when it is asked for. */
export function createSystemGraph(system: TransitionSystem, most: number): SystemGraph {
  let firsts = new Int32Array(256).fill(NONE)
  let counts = new Int32Array(256)
  let heads = new Int32Array(256).fill(NONE)
  let ends = new Int8Array(256).fill(NONE)
  let edges = 0
  let next = new Int32Array(1024)
  const followed = new Map<number, readonly Marking[]>()
  const graph = {
    follow(marking: Marking, label: number): readonly Marking[] {
      const key = marking * most + label
      const known = followed.get(key)
      if (known !== undefined) return known
      const found = system.follow(marking, label)
      followed.set(key, found)
      roomFor(marking)
      if (firsts[marking] === NONE) for (const target of found) add(marking, label, target)
      return found
    },
    labels: new Int32Array(1024),
    targets: new Int32Array(1024),
    sources: new Int32Array(1024),
    isLoaded: (marking: Marking): boolean => marking < firsts.length && firsts[marking] !== NONE,
    begin(marking: Marking): number {
      const known = marking < firsts.length ? (firsts[marking] as number) : NONE
      return known !== NONE ? known : load(marking)
    },
    end: (marking: Marking): number => graph.begin(marking) + (counts[marking] as number),
    accepts(marking: Marking): boolean {
      roomFor(marking)
      if (ends[marking] === NONE) ends[marking] = system.accepts(marking) ? 1 : 0
      return ends[marking] === 1
    },
    into: (marking: Marking): number => (marking < heads.length ? (heads[marking] as number) : NONE),
    nextInto: (edge: number): number => next[edge] as number,
    held: (): number => edges,
  }
  const roomFor = (marking: Marking): void => {
    if (marking < firsts.length) return
    const length = Math.max(marking + 1, 2 * firsts.length)
    const before = firsts.length
    firsts = enlarge(firsts, length).fill(NONE, before)
    counts = enlarge(counts, length)
    heads = enlarge(heads, length).fill(NONE, before)
    const more = new Int8Array(length).fill(NONE)
    more.set(ends)
    ends = more
  }
  const add = (source: Marking, label: number, target: Marking): void => {
    if (edges === next.length) {
      const length = 2 * edges
      next = enlarge(next, length)
      graph.labels = enlarge(graph.labels, length)
      graph.targets = enlarge(graph.targets, length)
      graph.sources = enlarge(graph.sources, length)
    }
    roomFor(target)
    graph.labels[edges] = label
    graph.targets[edges] = target
    graph.sources[edges] = source
    next[edges] = heads[target] as number
    heads[target] = edges++
  }
  /** Moves that were followed already are listed twice, which does no harm. */
  const load = (marking: Marking): number => {
    const { labels, targets } = system.successors(marking)
    roomFor(marking)
    const first = edges
    for (let at = 0; at < labels.length; at++) {
      const label = labels[at] as number
      if (label !== labels[at - 1]) followed.delete(marking * most + label)
      add(marking, label, targets[at] as number)
    }
    firsts[marking] = first
    counts[marking] = labels.length
    return first
  }
  return graph
}
