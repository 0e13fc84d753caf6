import type { Place } from '../diagnostic/diagnostic.ts'
import { indexLeaves, isNamed, type Leaves } from './leaves.ts'
import { AXES, type AxisName, type HoleRow, type Id, MAIN_AXES, type ProcessMap, type TouchpointRow } from './map.ts'

/** One cell of the business × channel × brand matrix, split by further axes only where a row names one (S24.a, S24.b). */
export interface Cell {
  readonly at: Readonly<Record<'business' | 'channel' | 'brand', Id>> & Partial<Readonly<Record<AxisName, Id>>>
  /** `blind-spot`: neither served nor declared a hole. */
  readonly status: 'served' | 'not-offered' | 'blind-spot'
  /** The touchpoint's code, from the map's template; on served cells. */
  readonly code?: string
  readonly row?: TouchpointRow
  readonly hole?: HoleRow
}

/** Two rows that claim one cell, or a row and a hole. `cells` are the ids of the cells, in order. */
interface CellConflict {
  readonly first: Place
  readonly second: Place
  readonly cells: readonly Cell['at'][]
}

export interface Matrix {
  /** Leaf values of each axis in use, in the catalogue's order; the three main axes always, others where a row names them. */
  readonly axes: Partial<Readonly<Record<AxisName, readonly Id[]>>>
  readonly cells: readonly Cell[]
  readonly conflicts: readonly CellConflict[]
  /** Of rows marked `overrides`: those that beat another row in some cell, by place. */
  readonly overriding: ReadonlySet<Place>
}

type Row = {
  readonly select: TouchpointRow['select']
  readonly place: Place
  readonly overrides: boolean
  readonly row?: TouchpointRow
  readonly hole?: HoleRow
}

/** What `buildMatrix` needs of a map: also a map whose other parts have errors can be laid out. */
export type MatrixSource = Pick<ProcessMap, 'touchpoints' | 'holes' | 'code' | 'codePattern'> & {
  readonly catalog: Pick<ProcessMap['catalog'], 'axes'>
}

/**
 * Lays the rows out over the matrix (semantics §1a). A value that others are `part-of` is no cell of its own: naming it means
 * its leaves. Rows that meet in a cell are in conflict (S24.b: one flow a cell), unless some are marked `overrides`: those beat
 * the others, and of two marked ones the one whose values are all among the other's.
 */
export function buildMatrix(map: MatrixSource): Matrix {
  const index = indexLeaves(map.catalog)
  const leaves = index.of
  const rows: Row[] = [
    ...map.touchpoints.map((row) => ({ select: row.select, place: row.place, overrides: row.overrides, row })),
    ...map.holes.map((hole) => ({ select: hole.select, place: hole.place, overrides: hole.overrides ?? false, hole })),
  ]
  const selected = rows.map((row) => new Map(AXES.map((axis) => [axis, index.select(row.select[axis], axis)])))
  const isNarrower = compareSelections(selected)
  const conflicts = new Map<string, { first: Place; second: Place; cells: Cell['at'][] }>()
  const cells: Cell[] = []
  const used = new Set<AxisName>(MAIN_AXES)
  const overriding = new Set<Place>()

  const byBusiness = new Map<Id, number[]>(leaves.business.map((id) => [id, []]))
  selected.forEach((axes, i) => {
    for (const business of axes.get('business') ?? []) byBusiness.get(business)?.push(i)
  })
  for (const business of leaves.business) {
    const ofBusiness = byBusiness.get(business) ?? []
    for (const channel of leaves.channel) {
      for (const brand of leaves.brand) {
        const triple = { business, channel, brand }
        const here = ofBusiness.filter(
          (i) => selected[i]?.get('channel')?.has(channel) && selected[i]?.get('brand')?.has(brand),
        )
        const split = AXES.filter(
          (axis) =>
            !MAIN_AXES.includes(axis) && leaves[axis].length > 0 && here.some((i) => isNamed(rows[i]?.select[axis])),
        )
        for (const axis of split) used.add(axis)
        for (const at of product(triple, split, leaves)) {
          const claims = here.filter((i) => split.every((axis) => selected[i]?.get(axis)?.has(at[axis] ?? '')))
          const marked = claims.filter((i) => rows[i]?.overrides)
          const winners = marked.length > 0 ? marked.filter((i) => !marked.some((j) => isNarrower(j, i))) : claims
          if (marked.length > 0 && winners.length < claims.length) {
            for (const { place } of winners.flatMap((i) => rows[i] ?? [])) overriding.add(place)
          }
          cells.push(
            settle(
              at,
              winners.flatMap((i) => rows[i] ?? []),
              map,
              conflicts,
            ),
          )
        }
      }
    }
  }
  const axes: Partial<Record<AxisName, readonly Id[]>> = {}
  for (const axis of AXES) if (used.has(axis)) axes[axis] = leaves[axis]
  return { axes, cells, conflicts: [...conflicts.values()], overriding }
}

/** How many claims of rows on cells laying the matrix out looks at, at most: what its time and memory grow with. */
export function countClaims({ touchpoints, holes, catalog }: MatrixSource): number {
  const index = indexLeaves(catalog)
  const { channel, brand } = index.of
  const rows = [...touchpoints, ...holes].reduce(
    (total, { select }) => total + index.countAtMost(select.business, 'business'),
    0,
  )
  return rows * channel.length * brand.length
}

/** Whether the values of one row are, on every axis, among those of another, and not all the same. Each pair is asked once. */
function compareSelections(selected: readonly ReadonlyMap<AxisName, ReadonlySet<Id>>[]) {
  const known = new Map<string, boolean>()
  return (i: number, j: number): boolean => {
    const key = `${i} ${j}`
    let answer = known.get(key)
    if (answer === undefined) {
      const pairs = AXES.map(
        (axis) => [selected[i]?.get(axis) ?? new Set(), selected[j]?.get(axis) ?? new Set()] as const,
      )
      answer = pairs.every(([a, b]) => [...a].every((id) => b.has(id))) && pairs.some(([a, b]) => a.size < b.size)
      known.set(key, answer)
    }
    return answer
  }
}

function settle(
  at: Cell['at'],
  winners: readonly Row[],
  map: MatrixSource,
  conflicts: Map<string, { first: Place; second: Place; cells: Cell['at'][] }>,
): Cell {
  const [first, ...others] = winners
  if (!first) return { at, status: 'blind-spot' }
  for (const second of others) {
    const key = JSON.stringify([first.place, second.place])
    const conflict = conflicts.get(key) ?? { first: first.place, second: second.place, cells: [] }
    conflict.cells.push(at)
    conflicts.set(key, conflict)
  }
  if (first.hole) return { at, status: 'not-offered', hole: first.hole }
  return first.row
    ? { at, status: 'served', code: touchpointCode(map, at), row: first.row }
    : { at, status: 'blind-spot' }
}

/** The figures of a matrix as `matrix --format json` gives them (contracts.md). `definitions`: distinct flows in use. */
export interface MatrixCounts {
  readonly cells: number
  readonly served: number
  readonly notOffered: number
  readonly blindSpots: number
  /** One a served cell (S24.b: the number of flows equals the number of touchpoints). */
  readonly effectiveFlows: number
  readonly definitions: number
}

export function countCells(matrix: Pick<Matrix, 'cells'>): MatrixCounts {
  const count = (status: Cell['status']) => matrix.cells.filter((cell) => cell.status === status).length
  const served = count('served')
  return {
    cells: matrix.cells.length,
    served,
    notOffered: count('not-offered'),
    blindSpots: count('blind-spot'),
    effectiveFlows: served,
    definitions: new Set(matrix.cells.flatMap((cell) => cell.row?.flow ?? [])).size,
  }
}

/** The code of a cell by the map's template: `{axis}` stands for the code of the cell's value on that axis (S24.c). */
export function touchpointCode(map: Pick<MatrixSource, 'code' | 'catalog'>, at: Cell['at']): string {
  return map.code.replace(/\{([a-z]+)\}/g, (whole, name: string) => {
    const axis = AXES.find((candidate) => candidate === name)
    if (!axis) return whole
    const id = at[axis]
    return id === undefined ? '' : (map.catalog.axes[axis].get(id)?.code ?? id)
  })
}

function product(triple: Cell['at'], split: readonly AxisName[], leaves: Leaves['of']): Cell['at'][] {
  return split.reduce<Cell['at'][]>(
    (cells, axis) => cells.flatMap((cell) => leaves[axis].map((id) => ({ ...cell, [axis]: id }))),
    [triple],
  )
}
