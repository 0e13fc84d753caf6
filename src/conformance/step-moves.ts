import type { LabelIndex } from '../flow/effective-flow.ts'
import type { ColumnSymbol, CostToGo, Point } from './cost-to-go.ts'
import type { Machine } from './machine.ts'
import { BEGINNING, collectLabels, successors } from './points.ts'
import type { SymbolMove } from './search.ts'

/** Reads the canonical moves of traces of acts off their records. */
export interface Stepper {
  /** `records` and `bases` by position: the records, and what is to be added to their costs. */
  moves(symbols: readonly ColumnSymbol[], records: ArrayLike<number>, bases: ArrayLike<number>): SymbolMove[]
  /** Forgets what was learnt; to be called when the records are forgotten. */
  clear(): void
}

/** More steps than this are not kept. */
const MOST_STEPS = 1 << 18

/** What comes next: a label for a synchronous or model move, and all points that it may lead to. */
interface Step {
  readonly type: 'sync' | 'log' | 'model' | 'end'
  readonly label: LabelIndex
  readonly points: PointSet
}

interface PointSet {
  readonly points: readonly Point[]
  /** By the records here and behind, and the symbol between. */
  readonly steps: Map<number, Map<number, Step>>
}

/**
 * The walk of `walkMoves` for the plain case: acts alone, nothing settled, one sequence. What the next canonical move is
 * depends only on the points the moves so far may have led to, on the records here and behind, and on the symbol, so it
 * is found once for all traces.
 */
export function createStepper(machine: Machine, toGo: Pick<CostToGo, 'cost'>, prices: Float64Array): Stepper {
  const sets = new Map<string, PointSet>()
  let steps = 0

  const setOf = (points: readonly Point[]): PointSet => {
    const byKey = new Map(points.map((point) => [point.key, point]))
    const sorted = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))
    const key = sorted.map(([own]) => own).join(';')
    let set = sets.get(key)
    if (set === undefined) {
      set = { points: sorted.map(([, point]) => point), steps: new Map() }
      sets.set(key, set)
    }
    return set
  }

  /** The points of a move of the label that cost no more than is left behind it. */
  const reach = ({ points }: PointSet, label: LabelIndex, record: number, left: number): Point[] =>
    points.flatMap((point) => successors(machine, point, label)).filter((next) => toGo.cost(next, record) === left)

  const find = (set: PointSet, here: number, behind: number, symbol: ColumnSymbol | undefined, risen: number): Step => {
    const left = toGo.cost(set.points[0] ?? BEGINNING, here)
    if (symbol !== undefined) {
      const rest = left + risen
      for (const label of [...symbol.labels].sort((a, b) => a - b)) {
        const next = reach(set, label, behind, rest)
        if (next.length > 0) return { type: 'sync', label, points: setOf(next) }
      }
      const stay = set.points.filter((point) => toGo.cost(point, behind) + symbol.log === rest)
      if (stay.length > 0) return { type: 'log', label: -1, points: setOf(stay) }
    }
    const labels = new Set<LabelIndex>()
    for (const point of set.points) collectLabels(machine, point, labels)
    for (const label of [...labels].sort((a, b) => a - b)) {
      const price = prices[label + 1] as number
      if (price > left) continue
      const next = reach(set, label, here, left - price)
      if (next.length > 0) return { type: 'model', label, points: setOf(next) }
    }
    return { type: 'end', label: -1, points: set }
  }

  const clear = (): void => {
    sets.clear()
    steps = 0
  }

  return {
    moves(symbols, records, bases) {
      const moves: SymbolMove[] = []
      let set = setOf([BEGINNING])
      for (let position = 0; ;) {
        const symbol = symbols[position]
        const here = records[position] as number
        const behind = symbol === undefined ? -1 : (records[position + 1] as number)
        const key = behind * MOST_IDS + (symbol === undefined ? 0 : symbol.id + 1)
        let known = set.steps.get(here)
        if (known === undefined) {
          known = new Map()
          set.steps.set(here, known)
        }
        let step = known.get(key)
        if (step === undefined) {
          const risen = symbol === undefined ? 0 : (bases[position] as number) - (bases[position + 1] as number)
          step = find(set, here, behind, symbol, risen)
          known.set(key, step)
          steps++
        }
        if (step.type === 'end') break
        if (step.type === 'sync') moves.push({ type: 'sync', symbol: position++, label: step.label })
        else if (step.type === 'log') moves.push({ type: 'log', symbol: position++ })
        else moves.push({ type: 'model', label: step.label, settled: false })
        set = step.points
      }
      if (steps > MOST_STEPS) clear()
      return moves
    },
    clear,
  }
}

/** Above all numbers of symbols. */
const MOST_IDS = 2 ** 21
