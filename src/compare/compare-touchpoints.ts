import type { ProcessMap } from '../model/map.ts'
import { type Cell, type Matrix } from '../model/matrix.ts'
import { type Change, type Hurt, plain, text, words } from './change.ts'
import { benchmarkFacets } from './benchmark-facets.ts'
import { compareFacets, type FacetOf } from './facets.ts'
import { sameness } from './sameness.ts'

/**
 * The cells of two matrices held against each other. A cell that one side splits further (by region, identity…) is
 * compared with the whole cell of the other.
 */
export function compareTouchpoints(before: Matrix, after: Matrix): Change[] {
  const old = indexOf(before)
  const now = indexOf(after)
  const owner = new Map(before.cells.flatMap((cell) => (cell.code === undefined ? [] : [[cell.code, cell] as const])))
  const met = new Set<Cell>()
  const changes: Change[] = []
  for (const cell of after.cells) {
    const from = matching(cell, old)
    if (from !== undefined) met.add(from)
    changes.push(...compareCell(from, cell))
    const previous = cell.code === undefined ? undefined : owner.get(cell.code)
    if (cell.code !== undefined && previous !== undefined && matching(previous, now) !== cell && from !== previous) {
      changes.push({
        ...about(cell),
        kind: 'changed',
        facet: 'codeTaken',
        before: plain(nameOfCell(previous)),
        after: plain(nameOfCell(cell)),
        hurts: ['codes'],
      })
    }
  }
  // Cells that the later map splits no further are held, each by itself, against the whole they lie in.
  for (const cell of before.cells) if (!met.has(cell)) changes.push(...compareCell(cell, matching(cell, now)))
  return tellOnce(changes)
}

/** Without what several cells of one side say of the same cell of the other in the same words. */
function tellOnce(changes: readonly Change[]): Change[] {
  const told = new Set<string>()
  return changes.filter(({ id, kind, facet, key, before, after }) => {
    const mark = JSON.stringify([id, kind, facet, key, before, after])
    return !told.has(mark) && told.add(mark)
  })
}

/** How far a map uses a flow: whether any cell is served by it. */
export function servedFlows({ touchpoints }: Pick<ProcessMap, 'touchpoints'>): ReadonlySet<string> {
  return new Set(touchpoints.map(({ flow }) => flow))
}

function indexOf({ cells }: Matrix): ReadonlyMap<string, readonly Cell[]> {
  const index = new Map<string, Cell[]>()
  for (const cell of cells) {
    const key = mainKey(cell)
    const found = index.get(key)
    if (found === undefined) index.set(key, [cell])
    else found.push(cell)
  }
  return index
}

const mainKey = ({ at }: Cell): string => `${at.business}|${at.channel}|${at.brand}`

/** The cell of the other side that this one lies in, or that lies in it. */
function matching(cell: Cell, among: ReadonlyMap<string, readonly Cell[]>): Cell | undefined {
  const at: Readonly<Record<string, string | undefined>> = cell.at
  return among.get(mainKey(cell))?.find((other) => {
    const there: Readonly<Record<string, string | undefined>> = other.at
    return Object.keys(there).every((axis) => at[axis] === undefined || at[axis] === there[axis])
  })
}

function about(cell: Cell): Pick<Change, 'subject' | 'id' | 'cell'> {
  return { subject: 'touchpoint', id: cell.code ?? nameOfCell(cell), cell: cell.at }
}

function nameOfCell({ at }: Cell): string {
  return Object.values(at).join(' · ')
}

function compareCell(from: Cell | undefined, to: Cell | undefined): Change[] {
  const cell = to ?? from
  if (cell === undefined) return []
  const place = (of: Cell | undefined) => of?.row?.place ?? of?.hole?.place
  const [placeBefore, placeAfter] = [place(from), place(to)]
  const where = {
    ...about(cell),
    ...(placeBefore === undefined ? {} : { placeBefore }),
    ...(placeAfter === undefined ? {} : { placeAfter }),
  }
  const [wasServed, isServed] = [from?.status === 'served', to?.status === 'served']
  if (!wasServed && isServed) {
    const served = { ...where, kind: 'added' as const, after: plain(to?.row?.flow ?? '') }
    return [{ ...served, ...(from === undefined ? {} : { before: statusWords(from) }), hurts: ['agents'] }]
  }
  if (wasServed && !isServed) {
    const gone = { ...where, id: from?.code ?? cell.code ?? nameOfCell(cell), kind: 'removed' as const }
    const hurts: readonly Hurt[] = ['agents', 'contacts', 'codes']
    return [
      { ...gone, before: plain(from?.row?.flow ?? ''), ...(to === undefined ? {} : { after: statusWords(to) }), hurts },
    ]
  }
  // A cell that neither side serves is of interest where both have it.
  if (from === undefined || to === undefined) return []
  return compareFacets(facetsOf(from), facetsOf(to), where)
}

function statusWords({ status, hole }: Cell) {
  if (hole !== undefined) return text(hole.because)
  return status === 'blind-spot' ? words('盲点', 'a blind spot') : words('不提供', 'not offered')
}

function facetsOf(cell: Cell): FacetOf[] {
  const { status, row, hole, code } = cell
  return [
    { facet: 'status', value: statusWords(cell), same: status },
    ...(hole === undefined
      ? []
      : [{ facet: 'because' as const, value: text(hole.because), same: sameness(hole.because) }]),
    ...(row === undefined
      ? []
      : [{ facet: 'flow' as const, value: plain(row.flow), same: row.flow, hurts: ['agents', 'contacts'] as const }]),
    ...(code === undefined
      ? []
      : [{ facet: 'code' as const, value: plain(code), same: code, hurts: ['codes'] as const }]),
    ...(row?.differs === undefined
      ? []
      : [{ facet: 'differs' as const, value: text(row.differs.because), same: sameness(row.differs.because) }]),
    ...(row?.goal === undefined ? [] : [{ facet: 'goal' as const, value: text(row.goal), same: sameness(row.goal) }]),
    ...benchmarkFacets(row?.benchmark),
  ]
}
