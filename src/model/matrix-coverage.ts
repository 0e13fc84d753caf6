import { AXES, type AxisName, type BusinessClass, type Id, type ProcessMap } from './map.ts'
import type { Cell, Matrix } from './matrix.ts'

/** How the cells of one part of the matrix are provided for. */
export interface CoverageFigures {
  readonly cells: number
  readonly served: number
  readonly notOffered: number
  readonly blindSpots: number
  /** served ÷ (served + blind spots): of what is to be served, how much has a flow; null where nothing is. */
  readonly coverage: number | null
}

/** Figures of one value of an axis (with the leaves that are part of it), or of one class of business. */
export interface AxisCoverage extends CoverageFigures {
  readonly axis: AxisName | 'class'
  readonly value: Id
}

/** Coverage in numbers: overall, by value of each axis in use (parents before their leaves, as the catalogue has them), by class. */
export interface MatrixCoverage {
  readonly overall: CoverageFigures
  readonly by: readonly AxisCoverage[]
}

const CLASSES: readonly BusinessClass[] = ['acceptance', 'query', 'verification', 'consultation', 'complaint']

/** A cell that an axis does not split counts for every value of it. */
export function coverMatrix(map: Pick<ProcessMap, 'catalog'>, matrix: Pick<Matrix, 'axes' | 'cells'>): MatrixCoverage {
  const by: AxisCoverage[] = []
  for (const axis of AXES) {
    if (!matrix.axes[axis]) continue
    const values = map.catalog.axes[axis]
    const within = new Map<Id, Set<Id>>([...values.keys()].map((id) => [id, new Set([id])]))
    for (const leaf of values.keys()) {
      const seen = new Set<Id>()
      for (let id: Id | undefined = leaf; id !== undefined && !seen.has(id); id = values.get(id)?.partOf) {
        seen.add(id)
        within.get(id)?.add(leaf)
      }
    }
    for (const value of values.keys()) {
      const leaves = within.get(value)
      const cells = matrix.cells.filter(({ at }) => at[axis] === undefined || leaves?.has(at[axis]))
      by.push({ axis, value, ...figuresOf(cells) })
    }
  }
  for (const value of CLASSES) {
    const cells = matrix.cells.filter(({ at }) => map.catalog.axes.business.get(at.business)?.class === value)
    if (cells.length > 0) by.push({ axis: 'class', value, ...figuresOf(cells) })
  }
  return { overall: figuresOf(matrix.cells), by }
}

function figuresOf(cells: readonly Cell[]): CoverageFigures {
  const count = (status: Cell['status']) => cells.filter((cell) => cell.status === status).length
  const [served, blindSpots] = [count('served'), count('blind-spot')]
  const wanted = served + blindSpots
  return {
    cells: cells.length,
    served,
    notOffered: count('not-offered'),
    blindSpots,
    coverage: wanted === 0 ? null : served / wanted,
  }
}
