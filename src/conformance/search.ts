import { enlarge } from '../flow/enlarge.ts'
import type { LabelIndex } from '../flow/effective-flow.ts'
import type { Marking, TransitionSystem } from '../flow/transition-system.ts'
import type { Tie, TraceSymbol } from './label-trace.ts'
import { hashOfPair } from './pair-table.ts'

/** What moves cost, by label. All costs are whole numbers of at least 1. */
export interface MoveCosts {
  /** Of a model move; undefined: there is none (an interrupt must be seen). */
  readonly model: readonly (number | undefined)[]
  /** Of a log move of an act that has the label. */
  readonly log: readonly number[]
  /** Of a log move of an act without a label; 1 where it is not given. */
  readonly unknown?: number
  readonly critical: readonly boolean[]
  readonly decision: readonly boolean[]
  /** For an interrupt's label: the interrupts inside its block, which win over it. */
  readonly inner: ReadonlyMap<LabelIndex, ReadonlySet<LabelIndex>>
}

/** A move over symbols, before it is given back its events. */
export type SymbolMove =
  | { readonly type: 'sync'; readonly symbol: number; readonly label: LabelIndex }
  | { readonly type: 'log'; readonly symbol: number }
  | { readonly type: 'model'; readonly label: LabelIndex; readonly settled: boolean }

/** The moves of a word that fits: a label each. */
export function syncMoves(word: ArrayLike<number>): SymbolMove[] {
  return Array.from(word, (label, symbol) => ({ type: 'sync', symbol, label }))
}

export interface SearchTrace {
  readonly symbols: readonly TraceSymbol[]
  /** By label: skipping it costs nothing once so many symbols are behind. */
  readonly settledFrom: ReadonlyMap<LabelIndex, number>
  /** Stretches of at most 30 symbols whose order is free. */
  readonly ties?: readonly Tie[] | undefined
  /** By label: skipping it costs nothing either once one of these symbols is behind; all are of one tie. */
  readonly settledBy?: ReadonlyMap<LabelIndex, readonly number[]> | undefined
}

export interface SearchOptions {
  /** The run must be complete. If not, only what has happened is explained, and no decision is preferred. */
  readonly complete: boolean
  /** How many states may be expanded; memory is bounded in proportion. */
  readonly budget: number
  /** How many optimal sequences are wanted; default 1. */
  readonly most?: number
}

export type SearchResult =
  | {
      readonly optimal: true
      readonly contradictions: number
      readonly cost: number
      readonly moves: readonly SymbolMove[]
      /** Different optimal sequences in canonical order, `moves` the first: as many as were wanted, or all. */
      readonly sequences: readonly (readonly SymbolMove[])[]
      readonly expanded: number
    }
  /** `lower` is Infinity when no run of the net can be completed. */
  | { readonly optimal: false; readonly lower: number; readonly expanded: number }

/** Finds the optimum of a trace; what it says does not depend on the traces before. */
export type Search = (trace: SearchTrace, options: SearchOptions) => SearchResult

/** What a log move of the symbol costs; talk costs nothing. */
export function logCost({ kind, labels }: TraceSymbol, { log, unknown = 1 }: MoveCosts): number {
  if (kind === 'offer') return 0
  let least = labels.length > 0 ? Infinity : unknown
  for (const label of labels) least = Math.min(least, log[label] ?? 1)
  return least
}

const PASS = -1
const NONE = -1
/** Arrays for more states than this are given back after the run. */
const KEPT = 1 << 17
/** States met and edges kept are bounded with those expanded: about 200 bytes for each state of the budget. */
const STATES_PER_EXPANDED = 2
const EDGES_PER_STATE = 4
const LEAST_STATES = 1 << 16
/** Flags of a state: its free moves were made; its costly moves are in the queue. */
const EXPANDED = 1
const SCHEDULED = 2

/**
 * The exact optimum of semantics §6 and §11: least (decisions contradicted, cost, critical steps skipped, settled steps
 * passed over), then the least move sequence, where at each point sync < log < model, ties go by label, then to the
 * earlier event, and the end comes last.
 *
 * Dijkstra's search over (marking, position, used labels of the utterance there), with a bucket for each cost (Dial
 * 1969) and a row of buckets for each number of contradictions. Where symbols tie, their subset that is behind is part
 * of the position, so that the optimum is the least over all their orders. Moves that cost something are made only when the bucket
 * is reached in which they could land, so a fitting trace touches little more than itself. Edges that are part of a
 * cheapest path are kept; the canonical sequence is read off them by walking all cheapest paths at once, move by move,
 * so it depends neither on the numbering of markings nor on what was searched before. `open` makes the system: once,
 * and anew when it gave up.
 */
export function createSearch(open: () => TransitionSystem, costs: MoveCosts): Search {
  let system: TransitionSystem | undefined
  let search: Search | undefined
  /** A system that gave up is of no more use, and earlier traces may have filled it: the answer is that of a fresh one. */
  const searchAnew: Search = (trace, options) => {
    const isFresh = system === undefined
    system ??= open()
    search ??= createSearchIn(system, costs)
    const result = search(trace, options)
    if (system.overflowed?.() !== true) return result
    system = search = undefined
    return isFresh ? result : searchAnew(trace, options)
  }
  return searchAnew
}

function createSearchIn(system: TransitionSystem, costs: MoveCosts): Search {
  // States and edges of the run at hand; the arrays are kept between runs to spare allocation.
  let capacity: number
  let markingOf: Int32Array
  let columnOf: Int32Array
  let contradictedOf: Int32Array
  let costOf: Int32Array
  let criticalOf: Int32Array
  let passedOf: Int32Array
  let edgesInto: Int32Array
  let edgesFrom: Int32Array
  let flags: Uint8Array
  let table: Int32Array
  let edgeCapacity: number
  let edgeSource: Int32Array
  let edgeTarget: Int32Array
  let edgeMove: Int32Array
  let nextInto: Int32Array
  let nextFrom: Int32Array
  let states = 0
  let edges = 0

  const slotOf = (marking: number, column: number): number => hashOfPair(marking, column) & (table.length - 1)

  const clear = (): void => {
    if (states * 8 > table.length) table.fill(NONE)
    else {
      for (let state = 0; state < states; state++) {
        let slot = slotOf(markingOf[state] as number, columnOf[state] as number)
        while (table[slot] !== NONE) {
          table[slot] = NONE
          slot = (slot + 1) & (table.length - 1)
        }
      }
    }
    states = 0
    edges = 0
    if (capacity > KEPT) allocate()
  }

  const allocate = (): void => {
    capacity = 1024
    markingOf = new Int32Array(capacity)
    columnOf = new Int32Array(capacity)
    contradictedOf = new Int32Array(capacity)
    costOf = new Int32Array(capacity)
    criticalOf = new Int32Array(capacity)
    passedOf = new Int32Array(capacity)
    edgesInto = new Int32Array(capacity)
    edgesFrom = new Int32Array(capacity)
    flags = new Uint8Array(capacity)
    table = new Int32Array(capacity * 4).fill(NONE)
    edgeCapacity = 1024
    edgeSource = new Int32Array(edgeCapacity)
    edgeTarget = new Int32Array(edgeCapacity)
    edgeMove = new Int32Array(edgeCapacity)
    nextInto = new Int32Array(edgeCapacity)
    nextFrom = new Int32Array(edgeCapacity)
  }

  const grow = (): void => {
    capacity *= 2
    markingOf = enlarge(markingOf, capacity)
    columnOf = enlarge(columnOf, capacity)
    contradictedOf = enlarge(contradictedOf, capacity)
    costOf = enlarge(costOf, capacity)
    criticalOf = enlarge(criticalOf, capacity)
    passedOf = enlarge(passedOf, capacity)
    edgesInto = enlarge(edgesInto, capacity)
    edgesFrom = enlarge(edgesFrom, capacity)
    const grown = new Uint8Array(capacity)
    grown.set(flags)
    flags = grown
    table = new Int32Array(capacity * 4).fill(NONE)
    for (let state = 0; state < states; state++) {
      let slot = slotOf(markingOf[state] as number, columnOf[state] as number)
      while (table[slot] !== NONE) slot = (slot + 1) & (table.length - 1)
      table[slot] = state
    }
  }

  const growEdges = (): void => {
    edgeCapacity *= 2
    edgeSource = enlarge(edgeSource, edgeCapacity)
    edgeTarget = enlarge(edgeTarget, edgeCapacity)
    edgeMove = enlarge(edgeMove, edgeCapacity)
    nextInto = enlarge(nextInto, edgeCapacity)
    nextFrom = enlarge(nextFrom, edgeCapacity)
  }

  allocate()
  const labelCount = costs.model.length
  const LOG = labelCount
  const modelMove = (label: number, settled: boolean): number => LOG + 1 + 2 * label + (settled ? 0 : 1)

  return ({ symbols, settledFrom, ties = [], settledBy }, { complete, budget, most = 1 }) => {
    const length = symbols.length
    const logCosts = symbols.map((symbol) => logCost(symbol, costs))
    const contradicts = symbols.map(
      ({ kind, labels }) => complete && kind === 'act' && labels.some((label) => costs.decision[label]),
    )
    // Columns 0…length are positions; further ones are positions within an utterance of which labels are used, or
    // within a tie (the position is its beginning) of which symbols are behind.
    const positionOf: number[] = Array.from({ length: length + 1 }, (_, position) => position)
    const usedOf: bigint[] = []
    const openOf: number[] = []
    const behindOf: number[] = []
    const partly = new Map<string, number>()
    const columnWith = (position: number, behind: number, open: number, used: bigint): number => {
      const key = `${position}:${behind}:${open}:${used}`
      let column = partly.get(key)
      if (column === undefined) {
        column = positionOf.push(position) - 1
        behindOf[column] = behind
        openOf[column] = open
        usedOf[column] = used
        partly.set(key, column)
      }
      return column
    }

    const sizes: number[] | undefined = ties.length === 0 ? undefined : symbols.map(() => 1)
    for (const { from, to } of ties) if (sizes !== undefined) sizes[from] = to - from
    /** How many symbols may come next at a position: those of a tie, else one. */
    const sizeAt = (position: number): number => (sizes === undefined ? 1 : (sizes[position] ?? 1))
    /** Whether a symbol may come next: those that are behind may not, and an utterance that was begun comes first. */
    const isNext = (column: number, symbol: number): boolean => {
      const open = openOf[column] ?? NONE
      if (open !== NONE) return open === symbol
      return ((behindOf[column] ?? 0) & (1 << (symbol - (positionOf[column] as number)))) === 0
    }
    /** The column in which the symbol is behind too. */
    const past = (column: number, symbol: number): number => {
      const position = positionOf[column] as number
      const size = sizeAt(position)
      if (size === 1) return position + 1
      const behind = (behindOf[column] ?? 0) | (1 << (symbol - position))
      return behind === (1 << size) - 1 ? position + size : columnWith(position, behind, NONE, 0n)
    }
    /** The symbol that a synchronous or log move from one column to another is over. */
    const symbolBetween = (column: number, next: number): number => {
      const position = positionOf[column] as number
      const size = sizeAt(position)
      if (size === 1) return position
      const open = openOf[next] ?? NONE
      if (positionOf[next] === position && open !== NONE) return open
      const behind = positionOf[next] === position ? (behindOf[next] ?? 0) : (1 << size) - 1
      return position + 31 - Math.clz32(behind & ~(behindOf[column] ?? 0))
    }

    const isSettled = (label: LabelIndex, column: number, position: number): boolean => {
      if ((settledFrom.get(label) ?? Infinity) <= position) return true
      const behind = settledBy === undefined ? 0 : (behindOf[column] ?? 0)
      if (behind === 0) return false
      const end = position + sizeAt(position)
      return (settledBy?.get(label) ?? []).some(
        (symbol) => symbol >= position && symbol < end && (behind & (1 << (symbol - position))) !== 0,
      )
    }

    let level = 0
    const rows: number[][][] = [[]]
    const enqueue = (state: number, contradicted: number, cost: number, costly: boolean): void => {
      const row = (rows[contradicted] ??= [])
      const bucket = (row[cost] ??= [])
      bucket.push(state * 2 + (costly ? 1 : 0))
    }

    const relax = (
      marking: Marking,
      column: number,
      contradicted: number,
      cost: number,
      critical: number,
      passed: number,
      source: number,
      move: number,
    ): void => {
      let slot = slotOf(marking, column)
      let state = table[slot] as number
      while (state !== NONE && (markingOf[state] !== marking || columnOf[state] !== column)) {
        slot = (slot + 1) & (table.length - 1)
        state = table[slot] as number
      }
      let better = true
      if (state === NONE) {
        state = states++
        table[slot] = state
        markingOf[state] = marking
        columnOf[state] = column
        flags[state] = 0
      } else {
        const order =
          contradicted - (contradictedOf[state] as number) ||
          cost - (costOf[state] as number) ||
          critical - (criticalOf[state] as number) ||
          passed - (passedOf[state] as number)
        if (order > 0) return
        better = order < 0
        const sameBucket = contradicted === contradictedOf[state] && cost === costOf[state]
        if (better) flags[state] = sameBucket ? (flags[state] as number) & SCHEDULED : 0
      }
      if (better) {
        contradictedOf[state] = contradicted
        costOf[state] = cost
        criticalOf[state] = critical
        passedOf[state] = passed
        edgesInto[state] = NONE
        edgesFrom[state] = NONE
        enqueue(state, contradicted, cost, false)
      }
      if (source !== NONE) {
        edgeSource[edges] = source
        edgeTarget[edges] = state
        edgeMove[edges] = move
        nextInto[edges] = edgesInto[state] as number
        edgesInto[state] = edges
        if (++edges === edgeCapacity) growEdges()
      }
      if (states === capacity) grow()
    }

    /** An inner interrupt that the same event shows, and that could fire here, wins. */
    const isOutdone = (label: LabelIndex, labels: readonly LabelIndex[], enabled: readonly LabelIndex[]): boolean => {
      if (labels.length < 2) return false
      const inner = costs.inner.get(label)
      return inner !== undefined && labels.some((other) => inner.has(other) && enabled.includes(other))
    }

    /** The moves that cost nothing. */
    const expandFree = (state: number): void => {
      const marking = markingOf[state] as number
      const column = columnOf[state] as number
      const contradicted = contradictedOf[state] as number
      const cost = costOf[state] as number
      const critical = criticalOf[state] as number
      const passed = passedOf[state] as number
      const position = positionOf[column] as number
      if (position === length && settledFrom.size === 0) return
      const { labels, targets } = system.successors(marking)
      const size = sizeAt(position)
      for (let at = position; at < position + size; at++) {
        if (size > 1 && !isNext(column, at)) continue
        const symbol = symbols[at]
        if (symbol?.kind === 'act' && symbol.labels.length > 0) {
          for (let index = 0; index < labels.length; index++) {
            const label = labels[index] as number
            if (!symbol.labels.includes(label) || isOutdone(label, symbol.labels, labels)) continue
            relax(targets[index] as number, past(column, at), contradicted, cost, critical, passed, state, label)
          }
        } else if (symbol?.kind === 'offer') {
          const used = usedOf[column] ?? 0n
          for (let index = 0; index < labels.length; index++) {
            const label = labels[index] as number
            const place = symbol.labels.indexOf(label)
            if (place < 0 || !isUsable(symbol.ranks, used, place) || isOutdone(label, symbol.labels, labels)) continue
            const next = columnWith(position, behindOf[column] ?? 0, at, used | (1n << BigInt(place)))
            relax(targets[index] as number, next, contradicted, cost, critical, passed, state, label)
          }
          relax(marking, past(column, at), contradicted, cost, critical, passed, state, PASS)
        }
      }
      if (settledFrom.size === 0) return
      for (let index = 0; index < labels.length; index++) {
        const label = labels[index] as number
        if (!isSettled(label, column, position)) continue
        const move = modelMove(label, true)
        relax(targets[index] as number, column, contradicted, cost, critical, passed + 1, state, move)
      }
    }

    /** The moves that cost something. */
    const expandCostly = (state: number): void => {
      const marking = markingOf[state] as number
      const column = columnOf[state] as number
      const contradicted = contradictedOf[state] as number
      const cost = costOf[state] as number
      const critical = criticalOf[state] as number
      const passed = passedOf[state] as number
      const position = positionOf[column] as number
      if (position === length && !complete) return
      const size = sizeAt(position)
      for (let at = position; at < position + size; at++) {
        if (symbols[at]?.kind !== 'act' || (size > 1 && !isNext(column, at))) continue
        const worse = contradicted + (contradicts[at] === true ? 1 : 0)
        relax(marking, past(column, at), worse, cost + (logCosts[at] as number), critical, passed, state, LOG)
      }
      const { labels, targets } = system.successors(marking)
      for (let index = 0; index < labels.length; index++) {
        const label = labels[index] as number
        const price = costs.model[label]
        if (price === undefined || isSettled(label, column, position)) continue
        const skipped = critical + (costs.critical[label] === true ? 1 : 0)
        relax(
          targets[index] as number,
          column,
          contradicted,
          cost + price,
          skipped,
          passed,
          state,
          modelMove(label, false),
        )
      }
    }

    let expanded = 0
    const mostStates = Math.max(LEAST_STATES, budget * STATES_PER_EXPANDED)
    const mostEdges = mostStates * EDGES_PER_STATE
    const goals: number[] = []

    /** Drains the bucket of the level and cost at hand; false when the budget is used up, or the system has given up. */
    const drain = (cost: number): boolean => {
      const bucket = rows[level]?.[cost] ?? []
      for (let entry = bucket.pop(); entry !== undefined; entry = bucket.pop()) {
        const state = entry >> 1
        if (contradictedOf[state] !== level) continue
        if (entry % 2 === 1) {
          if (costOf[state] === cost - 1) expandCostly(state)
          continue
        }
        if (costOf[state] !== cost || ((flags[state] as number) & EXPANDED) !== 0) continue
        if (++expanded > budget || states > mostStates || edges > mostEdges) return false
        if (columnOf[state] === length && (!complete || system.accepts(markingOf[state] as number))) goals.push(state)
        const scheduled = (flags[state] as number) & SCHEDULED
        flags[state] = EXPANDED | SCHEDULED
        expandFree(state)
        if (scheduled === 0) enqueue(state, level, cost + 1, true)
      }
      return system.overflowed?.() !== true
    }

    try {
      relax(system.initial, 0, 0, 0, 0, 0, NONE, PASS)
      for (; level < rows.length; level++) {
        const row = rows[level] ?? []
        for (let cost = 0; cost < row.length; cost++) {
          if (row[cost] === undefined) continue
          if (!drain(cost)) {
            // What is left is at this cost or above, or contradicts one decision more at least.
            const more = contradicts.some(Boolean) ? level + 1 : Infinity
            return { optimal: false, lower: Math.min(cost, more), expanded }
          }
          if (goals.length > 0) {
            const sequences = readSequences(goals)
            return { optimal: true, contradictions: level, cost, moves: sequences[0] ?? [], sequences, expanded }
          }
          row[cost] = []
        }
      }
      return { optimal: false, lower: Infinity, expanded }
    } finally {
      clear()
    }

    function readSequences(reached: readonly number[]): SymbolMove[][] {
      let best = reached[0] ?? 0
      for (const goal of reached) {
        const order =
          (criticalOf[goal] as number) - (criticalOf[best] as number) ||
          (passedOf[goal] as number) - (passedOf[best] as number)
        if (order < 0) best = goal
      }
      const isBest = (goal: number): boolean =>
        criticalOf[goal] === criticalOf[best] && passedOf[goal] === passedOf[best]
      // Backwards: turn the edges of cheapest paths to the best ends around.
      const ends = new Set(reached.filter(isBest))
      const marked = new Set(ends)
      for (const state of marked) {
        for (let edge = edgesInto[state] as number; edge !== NONE; edge = nextInto[edge] as number) {
          const source = edgeSource[edge] as number
          nextFrom[edge] = edgesFrom[source] as number
          edgesFrom[source] = edge
          marked.add(source)
        }
      }
      // Forwards: all cheapest paths that begin with the moves chosen so far.
      const sequences: SymbolMove[][] = []
      const moves: SymbolMove[] = []
      const frames = [optionsFrom(new Set([0]), ends)]
      for (let frame = frames.at(-1); frame !== undefined && sequences.length < most; frame = frames.at(-1)) {
        const option = frame.options[frame.at++]
        if (option !== undefined) {
          moves.push(moveOf(option.move, option.event))
          frames.push(optionsFrom(option.states, ends))
          continue
        }
        // The end of a sequence comes after all that could go on.
        if (frame.over) sequences.push([...moves])
        frames.pop()
        moves.pop()
      }
      return sequences
    }

    /** The moves that lead on from any of the states, in canonical order; only the first if no more is wanted. */
    function optionsFrom(current: Set<number>, ends: ReadonlySet<number>): Frame {
      const options = new Map<number, Frame['options'][number]>()
      let first: Frame['options'][number] | undefined
      let over = false
      for (const state of current) {
        if (ends.has(state)) over = true
        for (let edge = edgesFrom[state] as number; edge !== NONE; edge = nextFrom[edge] as number) {
          const move = edgeMove[edge] as number
          const target = edgeTarget[edge] as number
          if (move === PASS) {
            current.add(target)
            continue
          }
          const event = move <= LOG ? symbolBetween(columnOf[state] as number, columnOf[target] as number) : 0
          if (most === 1) {
            if (first !== undefined && (move > first.move || (move === first.move && event > first.event))) continue
            if (first === undefined || move < first.move || event < first.event) {
              first = { move, event, states: new Set() }
            }
            first.states.add(target)
            continue
          }
          const key = move * (length + 1) + event
          const option = options.get(key) ?? { move, event, states: new Set() }
          options.set(key, option)
          option.states.add(target)
        }
      }
      if (first !== undefined) return { options: [first], over: false, at: 0 }
      const sorted = [...options.values()].sort((a, b) => a.move - b.move || a.event - b.event)
      return { options: sorted, over, at: 0 }
    }

    function moveOf(move: number, event: number): SymbolMove {
      if (move < LOG) return { type: 'sync', symbol: event, label: move }
      if (move === LOG) return { type: 'log', symbol: event }
      const code = move - LOG - 1
      return { type: 'model', label: code >> 1, settled: code % 2 === 0 }
    }
  }
}

/** Where the reading of sequences stands: what may come next, whether the sequence may end here. */
interface Frame {
  readonly options: readonly { readonly move: number; readonly event: number; readonly states: Set<number> }[]
  readonly over: boolean
  at: number
}

/** A label of an utterance may be used once, and where it keeps the text's order, not after a later one. */
function isUsable(ranks: readonly number[] | undefined, used: bigint, at: number): boolean {
  if ((used & (1n << BigInt(at))) !== 0n) return false
  if (ranks === undefined || used === 0n) return true
  const own = ranks[at] ?? -1
  return own < 0 || !ranks.some((rank, index) => rank > own && (used & (1n << BigInt(index))) !== 0n)
}
