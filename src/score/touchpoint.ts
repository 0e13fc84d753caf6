import type { Interaction } from '../log/event.ts'
import { AXES, type AxisName, MAIN_AXES, type ProcessMap } from '../model/map.ts'
import { buildMatrix, type Cell } from '../model/matrix.ts'
import type { NoVersion } from './version-in-force.ts'

/**
 * Why an interaction is in no cell (semantics §14): it is counted with the blind spots, never scored against a guess.
 * - `ambiguousAxis`: an axis took two values inside the interaction
 * - `unknownValue`: the log has a value that the catalogue does not know
 * - `missingAxis`: the log does not say, and more than one cell could be meant
 * - `notOffered`: the map declares that the business is not offered there, and yet it was served
 * - `undeclaredCell`: the map neither serves nor declares the cell
 */
export type BlindSpotReason =
  NoVersion | 'ambiguousAxis' | 'unknownValue' | 'missingAxis' | 'notOffered' | 'undeclaredCell'

export interface BlindSpot {
  readonly reason: BlindSpotReason
  /** The axes concerned, for reasons that speak of axes. */
  readonly axes: readonly AxisName[]
}

export type ServedCell = Cell & { readonly code: string; readonly row: NonNullable<Cell['row']> }

/**
 * Finds the cell of an interaction in one version of the map. A missing axis is accepted only where it makes no
 * difference: one cell alone agrees with what the log says (the map has a single value on that axis, or splits
 * no cell of this business, channel and brand by it). A value that others are part of stands for all of these.
 */
export function createCellFinder(
  map: ProcessMap,
): (interaction: Pick<Interaction, 'axes' | 'ambiguous'>) => ServedCell | BlindSpot {
  const matrix = buildMatrix(map)
  const split = AXES.filter((axis) => matrix.axes[axis] !== undefined)
  const found = new Map<string, ServedCell | BlindSpot>()
  return ({ axes, ambiguous }) => {
    const doubtful = split.filter((axis) => ambiguous.includes(axis))
    const key = JSON.stringify([doubtful, ...split.map((axis) => axes[axis] ?? null)])
    let cell = found.get(key)
    if (cell === undefined) {
      cell = findCell(map, matrix.cells, split, axes, doubtful)
      found.set(key, cell)
    }
    return cell
  }
}

function findCell(
  map: ProcessMap,
  cells: readonly Cell[],
  split: readonly AxisName[],
  axes: Interaction['axes'],
  ambiguous: readonly AxisName[],
): ServedCell | BlindSpot {
  // An optional axis that took two values matters only if it decides between cells; a main axis always does.
  const doubtful = ambiguous.filter((axis) => MAIN_AXES.includes(axis))
  if (doubtful.length > 0) return { reason: 'ambiguousAxis', axes: doubtful }
  const known = split.filter((axis) => axes[axis] !== undefined && !ambiguous.includes(axis))
  const agreeing = (wanted: readonly AxisName[]) =>
    cells.filter((cell) =>
      wanted.every((axis) => {
        const at = cell.at[axis]
        return at === undefined || isWithin(at, axes[axis] ?? '', axis, map)
      }),
    )
  const deciding = agreeing(known.filter((axis) => MAIN_AXES.includes(axis)))
  const unknown = known.filter(
    (axis) =>
      !map.catalog.axes[axis].has(axes[axis] ?? '') && (MAIN_AXES.includes(axis) || deciding.some((c) => c.at[axis])),
  )
  if (unknown.length > 0) return { reason: 'unknownValue', axes: unknown }
  const candidates = agreeing(known)
  const [cell, ...others] = candidates
  if (others.length > 0) {
    const open = split.filter((axis) => new Set(candidates.map((candidate) => candidate.at[axis])).size > 1)
    const both = open.filter((axis) => ambiguous.includes(axis))
    return both.length > 0 ? { reason: 'ambiguousAxis', axes: both } : { reason: 'missingAxis', axes: open }
  }
  if (cell?.status === 'not-offered') return { reason: 'notOffered', axes: [] }
  if (cell?.code === undefined || cell.row === undefined) return { reason: 'undeclaredCell', axes: [] }
  return { ...cell, code: cell.code, row: cell.row }
}

function isWithin(leaf: string, ancestor: string, axis: AxisName, map: ProcessMap): boolean {
  const values = map.catalog.axes[axis]
  const seen = new Set<string>()
  for (let id: string | undefined = leaf; id !== undefined && !seen.has(id); id = values.get(id)?.partOf) {
    if (id === ancestor) return true
    seen.add(id)
  }
  return false
}
