import { enlarge } from '../flow/enlarge.ts'
import type { TransitionSystem } from '../flow/transition-system.ts'
import { createPartBounds, type PartBounds } from './part-bounds.ts'
import { hashOfPair } from './pair-table.ts'
import { type SymbolMove, syncMoves } from './search.ts'
import { createSystemGraph } from './system-graph.ts'
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
  /** `lower` is Infinity when no run can be completed. */
  | { readonly optimal: false; readonly lower: number; readonly expanded: number }

/**
 * The optimum of a word of labels (−1: unknown), with at most so many states expanded. The word must not be changed as
 * long as moves may be asked for.
 */
export type NetSearch = (word: ArrayLike<number>, budget: number) => NetOptimum

const NONE = -1
/** Arrays for more states than this are given back behind a word. */
const KEPT = 1 << 17
/** What a search may hold for each state of its budget, beside so much in any case. */
const STATES_PER_EXPANDED = 2
const MOVES_PER_EXPANDED = 4
const LEAST_STATES = 1 << 16
const MOST_BASE = 2 ** 30
/** So many states are tried without bounds. */
const TRIAL = 1000

/**
 * Dijkstra's search in buckets over (marking, position) for words, where no move has more than its cost. It keeps of a
 * state its cost alone. Moves that cost something are made when the bucket comes up in which they could land, so that the
 * last, widest layer is never made. What leads to a state is looked for afterwards, backwards from the ends that were
 * reached, by the moves of the system turned around: so only states of optimal sequences are touched a second time.
 */
export function createNetSearch(open: () => TransitionSystem, costs: NetCosts, trial: number = TRIAL): NetSearch {
  let system: TransitionSystem | undefined
  let search: NetSearch | undefined
  /** A system that gave up is of no more use, and earlier words may have filled it: the answer is that of a fresh one. */
  const searchAnew: NetSearch = (word, budget) => {
    const isFresh = system === undefined
    system ??= open()
    search ??= createSearchIn(system, costs, trial)
    const result = search(word, budget)
    if (system.overflowed?.() !== true) return result
    system = search = undefined
    return isFresh ? result : searchAnew(word, budget)
  }
  return searchAnew
}

function createSearchIn(system: TransitionSystem, { model, log, unknown }: NetCosts, trial: number): NetSearch {
  let graph = createSystemGraph(system, model.length)
  const prices = Float64Array.from(model, (price = Infinity) => price)
  /** The least that a move beside a synchronous one costs. */
  const step = Math.min(unknown, ...log, ...prices)

  let capacity = 1 << 10
  let markingOf = new Int32Array(capacity)
  let positionOf = new Int32Array(capacity)
  let costOf = new Int32Array(capacity)
  /** What is left costs at least so much. */
  let leftOf = new Int32Array(capacity)
  /** Its moves were made. */
  let isMade = new Uint8Array(capacity)
  /** By slot: a state and `base`, which is above all that stands there from words before. */
  let table = new Int32Array(capacity * 2)
  let base = 1
  let states = 0
  let runs = 0

  const slotOf = (marking: number, position: number): number => hashOfPair(marking, position) & (table.length - 1)

  const grow = (): void => {
    capacity *= 2
    markingOf = enlarge(markingOf, capacity)
    positionOf = enlarge(positionOf, capacity)
    costOf = enlarge(costOf, capacity)
    leftOf = enlarge(leftOf, capacity)
    const made = new Uint8Array(capacity)
    made.set(isMade)
    isMade = made
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
      leftOf = new Int32Array(capacity)
      isMade = new Uint8Array(capacity)
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

  /** Of the search at hand; found once, for the first word that asks for them. */
  let bounds: PartBounds | undefined
  let known: { readonly bounds: PartBounds | undefined } | undefined
  /** The least of the buckets above the one at hand in which a move of the state at hand lands. */
  let later = Infinity

  /** A move to a state, if it lands in the bucket `within`. */
  const reach = (marking: number, position: number, cost: number, within: number): void => {
    let slot = slotOf(marking, position)
    let state = (table[slot] as number) - base
    while (state >= 0 && (markingOf[state] !== marking || positionOf[state] !== position)) {
      slot = (slot + 1) & (table.length - 1)
      state = (table[slot] as number) - base
    }
    if (state >= 0) {
      if ((costOf[state] as number) <= cost) return
      const bucket = cost + (leftOf[state] as number)
      if (bucket > within) {
        if (bucket < later) later = bucket
        return
      }
    } else {
      const left = bounds === undefined ? 0 : bounds.left(marking, position)
      const bucket = cost + left
      if (bucket > within) {
        if (bucket < later) later = bucket
        return
      }
      state = states++
      table[slot] = state + base
      markingOf[state] = marking
      positionOf[state] = position
      leftOf[state] = left
      if (states === capacity) grow()
    }
    costOf[state] = cost
    isMade[state] = 0
    ;(buckets[within] ??= []).push(2 * state)
  }

  // The word at hand.
  let word = new Int32Array(0)
  let logs = new Float64Array(0)
  let goals: number[] = []
  let expanded = 0
  let most = 0
  let mostStates = 0
  let mostMoves = 0

  /** The moves of a state that land in the bucket at hand; it comes up again in the next one in which others land. */
  const expand = (state: number, within: number, isFirst: boolean): void => {
    const cost = costOf[state] as number
    const marking = markingOf[state] as number
    const position = positionOf[state] as number
    later = Infinity
    if (position < word.length) {
      const label = word[position] as number
      if (label >= 0) {
        if (graph.isLoaded(marking)) {
          const end = graph.end(marking)
          const { labels, targets } = graph
          for (let at = graph.begin(marking); at < end; at++) {
            if (labels[at] === label) reach(targets[at] as number, position + 1, cost, within)
          }
        } else {
          const behind = graph.follow(marking, label)
          for (let at = 0; at < behind.length; at++) reach(behind[at] as number, position + 1, cost, within)
        }
      }
      reach(marking, position + 1, cost + (logs[position] as number), within)
    }
    if (isFirst && bounds === undefined) later = cost + step
    else {
      const end = graph.end(marking)
      const { labels, targets } = graph
      for (let at = graph.begin(marking); at < end; at++) {
        const price = prices[labels[at] as number] as number
        if (price < Infinity) reach(targets[at] as number, position, cost + price, within)
      }
    }
    if (later < Infinity) (buckets[later] ??= []).push(2 * state + 1)
  }

  /** Empties a bucket; up to the first end that is reached, unless all are wanted. False: out of budget. */
  const drain = (within: number, all: boolean): boolean => {
    const bucket = buckets[within] as number[]
    for (let entry = bucket.pop(); entry !== undefined; entry = bucket.pop()) {
      const state = entry >> 1
      if (entry % 2 === 0) {
        if (isMade[state] === 1) continue
        if (expanded >= most || states > mostStates || graph.held() > mostMoves) {
          bucket.push(entry)
          return false
        }
        expanded++
        if (positionOf[state] === word.length && graph.accepts(markingOf[state] as number)) {
          goals.push(state)
          if (!all) {
            // What leads on from here comes later, if at all.
            bucket.push(entry)
            expanded--
            return true
          }
        }
      }
      isMade[state] = 1
      expand(state, within, entry % 2 === 0)
    }
    return system.overflowed?.() !== true
  }

  /** Bucket by bucket until an end is found; false: the budget is used up. `reached` is the bucket. */
  const descend = (): boolean => {
    for (; reached < buckets.length; reached++) {
      if (buckets[reached] === undefined) continue
      if (!drain(reached, false)) return false
      if (goals.length > 0) return true
      buckets[reached] = undefined
    }
    return true
  }
  let reached = 0

  const begin = (): void => {
    clear()
    buckets = []
    goals = []
    reached = bounds === undefined ? 0 : bounds.left(system.initial, 0)
    if (reached < Infinity) reach(system.initial, 0, 0, reached)
  }

  const run = (budget: number): boolean => {
    runs++
    expanded = 0
    bounds = undefined
    mostStates = STATES_PER_EXPANDED * budget + LEAST_STATES
    mostMoves = MOVES_PER_EXPANDED * budget + LEAST_STATES
    // Whether there is room must not depend on the words before.
    const wasFresh = graph.held() === 0
    const isFound = search(budget)
    if (isFound || wasFresh || graph.held() <= mostMoves) return isFound
    graph = createSystemGraph(system, model.length)
    return run(budget)
  }

  /** Finds an end of the word at hand: without bounds while that is little, then with bounds, if the net gives any. */
  const search = (budget: number): boolean => {
    expanded = 0
    bounds = undefined
    most = Math.min(budget, trial)
    begin()
    if (descend()) return true
    if (system.overflowed?.() === true || most === budget) return false
    known ??= { bounds: createPartBounds(system, { model: prices, log, unknown }) }
    bounds = known.bounds
    most = budget
    if (bounds === undefined) return descend()
    bounds.setWord(word)
    begin()
    return descend()
  }

  const fits = createSystemWalk(system)
  return (asked, budget) => {
    if (fits(asked) === true) return fitting(asked)
    const own = new Int32Array(asked)
    const find = (): boolean => {
      word = own
      logs = Float64Array.from(own, (label) => log[label] ?? unknown)
      return run(budget)
    }
    const isOver = !find()
    if (isOver || goals.length === 0) {
      return { optimal: false, lower: isOver ? reached : Infinity, expanded }
    }
    const [cost, spent] = [reached, expanded]
    let found = runs
    let isDrained = false
    return {
      optimal: true,
      cost,
      expanded: spent,
      sequences(wanted) {
        if (wanted < 1) return []
        if (runs !== found) {
          find()
          found = runs
          isDrained = false
        }
        if (!isDrained) {
          // The bucket of the cost itself is emptied by moves that cost nothing: all ends are reached.
          most = mostStates = mostMoves = Infinity
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

/** Of a word that fits there is one optimum; the word is read when the moves are asked for. */
function fitting(word: ArrayLike<number>): NetOptimum {
  return { optimal: true, cost: 0, expanded: word.length + 1, sequences: (most) => (most < 1 ? [] : [syncMoves(word)]) }
}

/** What some run costs of which nothing is recorded, the first that is met depth first among so many markings; or Infinity. */
export function costOfRun(open: () => TransitionSystem, { model }: Pick<NetCosts, 'model'>, most: number): number {
  const system = open()
  const met = new Map([[system.initial, 0]])
  const stack = [system.initial]
  for (let marking = stack.pop(); marking !== undefined; marking = stack.pop()) {
    const cost = met.get(marking) as number
    if (system.accepts(marking)) return cost
    if (met.size > most || system.overflowed?.() === true) break
    const { labels, targets } = system.successors(marking)
    for (let at = 0; at < labels.length; at++) {
      const target = targets[at] as number
      const price = model[labels[at] as number]
      if (price === undefined || met.has(target)) continue
      met.set(target, cost + price)
      stack.push(target)
    }
  }
  return Infinity
}
