import type { Marking, TransitionSystem } from '../flow/transition-system.ts'
import type { SymbolMove } from './search.ts'
import { createSystemWalk } from './system-walk.ts'

/** What moves cost, whole numbers of at least 1; of a model move undefined: there is none. */
export interface NetCosts {
  readonly model: readonly (number | undefined)[]
  readonly log: readonly number[]
  readonly unknown: number
}

export type NetOptimum =
  | {
      readonly optimal: true
      readonly cost: number
      readonly expanded: number
      /** Up to `most` optimal sequences, the canonical one first. */
      sequences(most: number): SymbolMove[][]
    }
  /** `lower` is Infinity when no run can be completed; `upper` when none was met. */
  | { readonly optimal: false; readonly lower: number; readonly upper: number; readonly expanded: number }

/** The optimum of a word of labels (−1: unknown), with at most so many states expanded. */
export type NetSearch = (word: ArrayLike<number>, budget: number) => NetOptimum

const NONE = -1
/** Arrays for more states than this are given back behind a word. */
const KEPT = 1 << 17
const LEAST_STATES = 1 << 16
const MOST_BASE = 2 ** 30

/**
 * Dijkstra's search in buckets over (marking, position) for words, where no move has more than its cost. It keeps of a
 * state its cost alone. Moves that cost something are made when the bucket comes up in which they could land, so that the
 * last, widest layer is never made. What leads to a state is looked for afterwards, backwards from the ends that were
 * reached, by the moves of the system turned around: so only states of optimal sequences are touched a second time.
 */
export function createNetSearch(open: () => TransitionSystem, costs: NetCosts): NetSearch {
  let system: TransitionSystem | undefined
  let search: NetSearch | undefined
  /** A system that gave up is of no more use, and earlier words may have filled it: the answer is that of a fresh one. */
  const searchAnew: NetSearch = (word, budget) => {
    const isFresh = system === undefined
    system ??= open()
    search ??= createSearchIn(system, costs)
    const result = search(word, budget)
    if (system.overflowed?.() !== true) return result
    system = search = undefined
    return isFresh ? result : searchAnew(word, budget)
  }
  return searchAnew
}

function createSearchIn(system: TransitionSystem, { model, log, unknown }: NetCosts): NetSearch {
  const graph = createGraph(system, model.length)
  const prices = Float64Array.from(model, (price = Infinity) => price)
  /** The least that a move beside a synchronous one costs. */
  const step = Math.min(unknown, ...log, ...prices)

  let capacity = 1 << 10
  let markingOf = new Int32Array(capacity)
  let positionOf = new Int32Array(capacity)
  let costOf = new Int32Array(capacity)
  /** By slot: a state and `base`, which is above all that stands there from words before. */
  let table = new Int32Array(capacity * 2)
  let base = 1
  let states = 0
  let runs = 0

  const slotOf = (marking: number, position: number): number => {
    const mixed = Math.imul(marking + 1, 0x9e3779b1) ^ Math.imul(position + 1, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & (table.length - 1)
  }

  const grow = (): void => {
    capacity *= 2
    markingOf = enlarge(markingOf, capacity)
    positionOf = enlarge(positionOf, capacity)
    costOf = enlarge(costOf, capacity)
    table = new Int32Array(capacity * 2)
    base = 1
    for (let state = 0; state < states; state++) {
      let slot = slotOf(markingOf[state] as number, positionOf[state] as number)
      while ((table[slot] as number) >= base) slot = (slot + 1) & (table.length - 1)
      table[slot] = state + base
    }
  }

  const clear = (): void => {
    base += states
    states = 0
    if (capacity <= KEPT && base < MOST_BASE) return
    if (capacity > KEPT) {
      capacity = 1 << 10
      markingOf = new Int32Array(capacity)
      positionOf = new Int32Array(capacity)
      costOf = new Int32Array(capacity)
    }
    table = new Int32Array(capacity * 2)
    base = 1
  }

  /** The state, or `NONE`. */
  const find = (marking: number, position: number): number => {
    let slot = slotOf(marking, position)
    for (let state = (table[slot] as number) - base; state >= 0; state = (table[slot] as number) - base) {
      if (markingOf[state] === marking && positionOf[state] === position) return state
      slot = (slot + 1) & (table.length - 1)
    }
    return NONE
  }

  let buckets: (number[] | undefined)[] = []

  const reach = (marking: number, position: number, cost: number): void => {
    let slot = slotOf(marking, position)
    let state = (table[slot] as number) - base
    while (state >= 0 && (markingOf[state] !== marking || positionOf[state] !== position)) {
      slot = (slot + 1) & (table.length - 1)
      state = (table[slot] as number) - base
    }
    if (state < 0) {
      state = states++
      table[slot] = state + base
      markingOf[state] = marking
      positionOf[state] = position
      if (states === capacity) grow()
    } else if ((costOf[state] as number) <= cost) return
    costOf[state] = cost
    ;(buckets[cost] ??= []).push(2 * state)
  }

  // The word at hand.
  let word = new Int32Array(0)
  let logs = new Float64Array(0)
  let goals: number[] = []
  let expanded = 0
  let most = 0

  /** Moves from a state that cost something; they land in the bucket at hand, or later. */
  const expandCostly = (state: number, cost: number): void => {
    const marking = markingOf[state] as number
    const position = positionOf[state] as number
    if (position < word.length) reach(marking, position + 1, cost + (logs[position] as number))
    const end = graph.end(marking)
    const { labels, targets } = graph
    for (let at = graph.begin(marking); at < end; at++) {
      const price = prices[labels[at] as number] as number
      if (price < Infinity) reach(targets[at] as number, position, cost + price)
    }
  }

  /** Empties a bucket; up to the first end that is reached, unless all are wanted. False: out of budget. */
  const drain = (cost: number, all: boolean): boolean => {
    const { length } = word
    const bucket = buckets[cost] as number[]
    for (let entry = bucket.pop(); entry !== undefined; entry = bucket.pop()) {
      const state = entry >> 1
      const own = costOf[state] as number
      if (entry % 2 === 1) {
        if (own + step === cost) expandCostly(state, own)
        continue
      }
      if (own !== cost) continue
      if (++expanded > most || states > 2 * most + LEAST_STATES) return false
      const position = positionOf[state] as number
      const marking = markingOf[state] as number
      if (position < length) {
        const label = word[position] as number
        if (label >= 0) {
          const targets = graph.follow(marking, label)
          for (let at = 0; at < targets.length; at++) reach(targets[at] as number, position + 1, cost)
        }
      } else if (graph.accepts(marking)) {
        goals.push(state)
        if (!all) return true
      }
      ;(buckets[cost + step] ??= []).push(entry + 1)
    }
    return system.overflowed?.() !== true
  }

  /** The cost up to which nothing was found, or that of the first end. */
  const descend = (): { readonly cost: number; readonly isFound: boolean } => {
    clear()
    buckets = []
    goals = []
    expanded = 0
    runs++
    reach(system.initial, 0, 0)
    for (let cost = 0; cost < buckets.length; cost++) {
      if (buckets[cost] === undefined) continue
      if (!drain(cost, false)) return { cost, isFound: false }
      if (goals.length > 0) return { cost, isFound: true }
      buckets[cost] = undefined
    }
    return { cost: Infinity, isFound: false }
  }

  const fits = createSystemWalk(system)
  return (asked, budget) => {
    if (fits(asked) === true) return fitting(asked)
    const own = Int32Array.from(asked)
    const begin = (): ReturnType<typeof descend> => {
      word = own
      logs = Float64Array.from(own, (label) => log[label] ?? unknown)
      most = budget
      return descend()
    }
    const { cost, isFound } = begin()
    if (!isFound) return { optimal: false, lower: cost, upper: Infinity, expanded }
    const spent = expanded
    let run = runs
    let isDrained = false
    return {
      optimal: true,
      cost,
      expanded: spent,
      sequences(wanted) {
        if (runs !== run) {
          begin()
          run = runs
          isDrained = false
        }
        if (!isDrained) {
          // The bucket of the cost itself is emptied by moves that cost nothing: all ends are reached.
          most = Infinity
          drain(cost, true)
          isDrained = true
        }
        return readSequences(wanted)
      },
    }
  }

  /** Backwards from the ends all moves that keep the cost, then forwards along them in canonical order. */
  function readSequences(wanted: number): SymbolMove[][] {
    const LOG = prices.length
    const met = new Set(goals)
    const firstFrom: number[] = []
    const moves: number[] = []
    const targets: number[] = []
    const next: number[] = []
    const link = (source: number, move: number, target: number): void => {
      next.push(firstFrom[source] ?? NONE)
      firstFrom[source] = moves.push(move) - 1
      targets.push(target)
      met.add(source)
    }
    for (const state of met) {
      const [marking, position, cost] = [
        markingOf[state] as number,
        positionOf[state] as number,
        costOf[state] as number,
      ]
      const label = position > 0 ? (word[position - 1] as number) : NONE
      if (position > 0) {
        const source = find(marking, position - 1)
        if (source !== NONE && (costOf[source] as number) + (logs[position - 1] as number) === cost) {
          link(source, LOG, state)
        }
      }
      for (let edge = graph.into(marking); edge !== NONE; edge = graph.nextInto(edge)) {
        const from = graph.sources[edge] as number
        const own = graph.labels[edge] as number
        if (own === label) {
          const source = find(from, position - 1)
          if (source !== NONE && costOf[source] === cost) link(source, own, state)
        }
        const source = find(from, position)
        if (source !== NONE && (costOf[source] as number) + (prices[own] as number) === cost) {
          link(source, LOG + 1 + own, state)
        }
      }
    }
    const ends = new Set(goals)
    const optionsOf = (at: ReadonlySet<number>): Options => {
      const byMove = new Map<number, Set<number>>()
      let least = Infinity
      let isOver = false
      for (const state of at) {
        if (ends.has(state)) isOver = true
        for (let edge = firstFrom[state] ?? NONE; edge !== NONE; edge = next[edge] as number) {
          const move = moves[edge] as number
          if (wanted === 1 && move > least) continue
          least = Math.min(least, move)
          const reached = byMove.get(move)
          if (reached === undefined) byMove.set(move, new Set([targets[edge] as number]))
          else reached.add(targets[edge] as number)
        }
      }
      const options = [...byMove].sort(([a], [b]) => a - b)
      return {
        options: wanted === 1 ? options.slice(0, 1) : options,
        isOver: isOver && (wanted > 1 || options.length === 0),
        at: 0,
      }
    }
    const sequences: SymbolMove[][] = []
    const path: SymbolMove[] = []
    const frames = [optionsOf(new Set([0]))]
    let position = 0
    for (let frame = frames.at(-1); frame !== undefined && sequences.length < wanted; frame = frames.at(-1)) {
      const option = frame.options[frame.at++]
      if (option !== undefined) {
        const [move, reached] = option
        if (move < LOG) path.push({ type: 'sync', symbol: position++, label: move })
        else if (move === LOG) path.push({ type: 'log', symbol: position++ })
        else path.push({ type: 'model', label: move - LOG - 1, settled: false })
        frames.push(optionsOf(reached))
        continue
      }
      // The end of a sequence comes after all that could go on.
      if (frame.isOver) sequences.push([...path])
      frames.pop()
      if (path.pop()?.type !== 'model') position--
    }
    return sequences
  }
}

/** Where the reading of sequences stands: what may come next, and whether a sequence may end here. */
interface Options {
  readonly options: readonly (readonly [move: number, reached: ReadonlySet<number>])[]
  readonly isOver: boolean
  at: number
}

/** Of a word that fits there is one optimum. */
function fitting(word: ArrayLike<number>): NetOptimum {
  const labels = Int32Array.from(word)
  const sequence = (): SymbolMove[] => Array.from(labels, (label, symbol) => ({ type: 'sync', symbol, label }))
  return { optimal: true, cost: 0, expanded: labels.length + 1, sequences: (most) => (most < 1 ? [] : [sequence()]) }
}

/** The visible moves of a system in flat lists, by number, forwards and backwards; a marking's when it is asked for. */
function createGraph(system: TransitionSystem, most: number): Graph {
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
    for (let at = 0; at < labels.length; at++) add(marking, labels[at] as number, targets[at] as number)
    firsts[marking] = first
    counts[marking] = labels.length
    return first
  }
  return graph
}

interface Graph {
  /** By move: its label, and the markings behind and before it. */
  readonly labels: Int32Array
  readonly targets: Int32Array
  readonly sources: Int32Array
  /** What is behind the moves of one label. */
  follow(marking: Marking, label: number): readonly Marking[]
  /** The moves of a marking: from the first to before the last. */
  begin(marking: Marking): number
  end(marking: Marking): number
  accepts(marking: Marking): boolean
  /** The moves into a marking that are known so far, one after another; −1: there is no more. */
  into(marking: Marking): number
  nextInto(edge: number): number
}

function enlarge(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length)
  to.set(from)
  return to
}
