import type { LabelIndex } from '../flow/effective-flow.ts'
import type { ColumnSymbol, CostToGo, Point } from './cost-to-go.ts'
import type { Machine } from './machine.ts'
import { BEGINNING, collectLabels, isSamePoint, successors } from './points.ts'
import type { SymbolMove } from './search.ts'

/** A trace of acts whose columns are made, nothing of it being settled. */
export interface SteppedTrace {
  readonly machine: Machine
  readonly toGo: Pick<CostToGo, 'cost'>
  /** Of model moves, by label + 1. */
  readonly prices: Float64Array
  readonly symbols: readonly ColumnSymbol[]
  /** By position, one more than there are symbols: the records, and what is to be added to their costs. */
  readonly records: ArrayLike<number>
  readonly bases: ArrayLike<number>
}

/**
 * The canonical moves, read off the costs-to-go: the walk of `walkMoves` for the plain case, one sequence being wanted. At
 * most positions there is one point that the moves so far may have led to, and one that its event leads to.
 */
export function stepMoves({ machine, toGo, prices, symbols, records, bases }: SteppedTrace): SymbolMove[] {
  const moves: SymbolMove[] = []
  let points: readonly Point[] = [BEGINNING]
  let left = toGo.cost(BEGINNING, records[0] as number) + (bases[0] as number)

  /** The points of a move of the label from which no more is left at a position than so much. */
  const reach = (label: LabelIndex, position: number, rest: number): Point[] => {
    const record = records[position] as number
    const most = rest - (bases[position] as number)
    const found: Point[] = []
    for (const point of points) {
      for (const next of successors(machine, point, label)) {
        if (toGo.cost(next, record) === most && !found.some((other) => isSamePoint(other, next))) found.push(next)
      }
    }
    return found
  }

  const readEvent = (symbol: ColumnSymbol, position: number): boolean => {
    const { labels, log } = symbol
    for (const label of labels.length > 1 ? labels.toSorted((a, b) => a - b) : labels) {
      const next = reach(label, position + 1, left)
      if (next.length === 0) continue
      moves.push({ type: 'sync', symbol: position, label })
      points = next
      return true
    }
    const record = records[position + 1] as number
    const rest = left - log - (bases[position + 1] as number)
    const stay = points.filter((point) => toGo.cost(point, record) === rest)
    if (stay.length === 0) return false
    moves.push({ type: 'log', symbol: position })
    points = stay
    left -= log
    return true
  }

  const moveOn = (position: number): boolean => {
    const labels = new Set<LabelIndex>()
    for (const point of points) collectLabels(machine, point, labels)
    for (const label of [...labels].sort((a, b) => a - b)) {
      const price = prices[label + 1] as number
      if (price > left) continue
      const next = reach(label, position, left - price)
      if (next.length === 0) continue
      moves.push({ type: 'model', label, settled: false })
      points = next
      left -= price
      return true
    }
    return false
  }

  for (let position = 0; ;) {
    const symbol = symbols[position]
    if (symbol !== undefined && readEvent(symbol, position)) position++
    else if (!moveOn(position)) return moves
  }
}
