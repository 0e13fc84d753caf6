import type { LabelIndex } from '../flow/effective-flow.ts'
import { type CostToGo, DEAD, type Point } from './cost-to-go.ts'
import type { TraceSymbol } from './label-trace.ts'
import type { Machine } from './machine.ts'
import { BEGINNING, collectLabels, isSamePoint, successors } from './points.ts'
import type { SymbolMove } from './search.ts'

/** A column between two: its record, and what is to be added to its costs. */
export interface Between {
  readonly record: number
  readonly base: number
}

/** What the walk needs to know of a trace whose columns are made. */
export interface WalkedTrace {
  readonly machine: Machine
  readonly toGo: Pick<CostToGo, 'cost' | 'total'>
  readonly symbols: readonly TraceSymbol[]
  /** By position, one more than there are symbols: the record, and what is to be added to its costs. */
  readonly records: ArrayLike<number>
  readonly bases: ArrayLike<number>
  readonly logs: readonly number[]
  /** The price of a model move at a position. */
  price(label: LabelIndex, position: number): number
  isSettled(label: LabelIndex, position: number): boolean
  /** The column before an utterance of which only these labels are left. */
  partial(position: number, labels: readonly LabelIndex[]): Between
}

/** A point of a run, and how far the trace is read: the position, and which labels of an utterance there are used. */
interface Stand {
  readonly point: Point
  readonly position: number
  readonly used: number
}

interface Option {
  readonly rank: number
  readonly event: number
  readonly cost: number
  readonly stands: Stand[]
}

/**
 * Up to `most` optimal sequences in canonical order (semantics §11), read off the costs-to-go from the beginning: a move
 * is taken when the cost behind it and its own make up what is left. All points that the moves so far may have led to are
 * walked together, so that each sequence comes once, and nothing is searched.
 */
export function walkMoves(trace: WalkedTrace, most: number): SymbolMove[][] {
  const { machine, toGo, symbols, records, bases, logs } = trace
  const length = symbols.length
  const LOG = [...machine.alphabet].reduce((above, label) => Math.max(above, label + 1), 0)
  const partly = new Map<number, Between>()

  const costOf = ({ point, position, used }: Stand): number => {
    if (used === 0) return toGo.cost(point, records[position] as number) + (bases[position] as number)
    const key = position * 2 ** 31 + used
    let column = partly.get(key)
    if (column === undefined) {
      const labels = symbols[position]?.labels.filter((_, index) => (used & (1 << index)) === 0) ?? []
      column = trace.partial(position, labels)
      partly.set(key, column)
    }
    return column.record === DEAD ? Infinity : toGo.cost(point, column.record) + column.base
  }

  const add = (options: Map<number, Option>, rank: number, event: number, cost: number, stand: Stand): void => {
    const key = rank * (length + 1) + event
    const option = options.get(key)
    if (option === undefined) options.set(key, { rank, event, cost, stands: [stand] })
    else if (!option.stands.some((other) => isSame(other, stand))) option.stands.push(stand)
  }

  /** The moves that keep the cost, in canonical order; only as many kinds of them as are needed to have one. */
  const optionsOf = (stands: Stand[], left: number, all: boolean): Option[] => {
    const options = new Map<number, Option>()
    for (const stand of stands) {
      const { point, position, used } = stand
      const symbol = symbols[position]
      if (symbol === undefined) continue
      const isOffer = symbol.kind === 'offer'
      if (isOffer) {
        const passed = { point, position: position + 1, used: 0 }
        if (costOf(passed) === left && !stands.some((other) => isSame(other, passed))) stands.push(passed)
      }
      symbol.labels.forEach((label, index) => {
        if ((used & (1 << index)) !== 0) return
        for (const next of successors(machine, point, label)) {
          const later = isOffer
            ? { point: next, position, used: used | (1 << index) }
            : { point: next, position: position + 1, used: 0 }
          if (costOf(later) === left) add(options, label, position, 0, later)
        }
      })
    }
    if (all || options.size === 0) {
      for (const { point, position } of stands) {
        if (symbols[position]?.kind !== 'act') continue
        const later = { point, position: position + 1, used: 0 }
        const cost = logs[position] as number
        if (costOf(later) + cost === left) add(options, LOG, position, cost, later)
      }
    }
    if (all || options.size === 0) {
      const labels = new Set<LabelIndex>()
      for (const { point } of stands) collectLabels(machine, point, labels)
      for (const label of [...labels].sort((a, b) => a - b)) {
        if (!all && options.size > 0) break
        for (const { point, position, used } of stands) {
          const cost = trace.price(label, position)
          if (cost > left) continue
          const rank = LOG + 1 + 2 * label + (trace.isSettled(label, position) ? 0 : 1)
          for (const next of successors(machine, point, label)) {
            const later = { point: next, position, used }
            if (costOf(later) + cost === left) add(options, rank, 0, cost, later)
          }
        }
      }
    }
    return [...options.values()].sort((a, b) => a.rank - b.rank || a.event - b.event)
  }

  const moveOf = ({ rank, event }: Option): SymbolMove => {
    if (rank < LOG) return { type: 'sync', symbol: event, label: rank }
    if (rank === LOG) return { type: 'log', symbol: event }
    return { type: 'model', label: (rank - LOG - 1) >> 1, settled: (rank - LOG - 1) % 2 === 0 }
  }

  const sequences: SymbolMove[][] = []
  const moves: SymbolMove[] = []
  const begin: Stand[] = [{ point: BEGINNING, position: 0, used: 0 }]
  const frames: { readonly options: readonly Option[]; readonly left: number; readonly over: boolean; at: number }[] =
    []
  const open = (stands: Stand[], left: number): void => {
    const options = optionsOf(stands, left, most > 1)
    const over = left === 0 && stands.some(({ position }) => position === length)
    frames.push({ options, left, over, at: 0 })
  }
  open(begin, toGo.total(records[0] as number) + (bases[0] as number))
  for (let frame = frames.at(-1); frame !== undefined && sequences.length < most; frame = frames.at(-1)) {
    const option = frame.options[frame.at++]
    if (option !== undefined) {
      moves.push(moveOf(option))
      open(option.stands, frame.left - option.cost)
      continue
    }
    // The end of a sequence comes after all that could go on.
    if (frame.over) sequences.push([...moves])
    frames.pop()
    moves.pop()
  }
  return sequences
}

function isSame(a: Stand, b: Stand): boolean {
  return a.position === b.position && a.used === b.used && isSamePoint(a.point, b.point)
}
