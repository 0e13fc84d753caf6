import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import { AXIS_WORDS } from '../model/axis-words.ts'
import { AXES, type AxisName, type BusinessClass, type Id, MAIN_AXES, type ProcessMap } from '../model/map.ts'
import { type Cell, type Matrix, touchpointCode } from '../model/matrix.ts'
import { textIn } from '../model/text.ts'

/** What stands in one line of a cell: a code, or the brands that are not served there. */
export interface CellEntry {
  readonly status: Cell['status']
  /** The touchpoint's code, `*` for every brand; or the codes of the brands meant; '' where all brands are. */
  readonly text: string
  readonly cells: readonly Cell[]
}

interface TableRow {
  readonly business: Id
  readonly name: string
  /** One list of entries a channel, in the order of `MatrixTable.channels`. */
  readonly cells: readonly (readonly CellEntry[])[]
}

/** The matrix as people read it: businesses by class down, channels across, brands within a cell (S24.b). */
export interface MatrixTable {
  readonly channels: readonly { readonly id: Id; readonly name: string }[]
  readonly groups: readonly { readonly title: string; readonly rows: readonly TableRow[] }[]
}

/** The five classes of business (S24.a) in the order in which a matrix shows them. */
const CLASS_NAMES: ReadonlyMap<BusinessClass, Message> = new Map([
  ['acceptance', { zh: '受理', en: 'Acceptance' }],
  ['query', { zh: '查询', en: 'Query' }],
  ['verification', { zh: '核对', en: 'Verification' }],
  ['consultation', { zh: '咨询', en: 'Consultation' }],
  ['complaint', { zh: '投诉', en: 'Complaint' }],
])

/** Signs of the cells that have no code; the same in every picture of a matrix. */
export const CELL_SIGNS: Readonly<Record<Exclude<Cell['status'], 'served'>, string>> = {
  'not-offered': '--',
  'blind-spot': '??',
}

/** Lays a matrix out for reading. Brands that are treated alike share one entry, and so do the values of a further axis. */
export function tabulateMatrix(map: Pick<ProcessMap, 'catalog' | 'code'>, matrix: Matrix, lang: Lang): MatrixTable {
  const byPair = new Map<string, Cell[]>()
  for (const cell of matrix.cells) {
    const key = `${cell.at.business} ${cell.at.channel}`
    const cells = byPair.get(key)
    if (cells) cells.push(cell)
    else byPair.set(key, [cell])
  }
  const channels = (matrix.axes.channel ?? []).map((id) => ({
    id,
    name: textIn(map.catalog.axes.channel.get(id)?.name, lang, id),
  }))
  const rows = (matrix.axes.business ?? []).map((business) => {
    const value = map.catalog.axes.business.get(business)
    return {
      class: value?.class,
      business,
      name: textIn(value?.name, lang, business),
      cells: channels.map((channel) => describeCells(map, byPair.get(`${business} ${channel.id}`) ?? [])),
    }
  })
  const classes: [BusinessClass | undefined, Message][] = [...CLASS_NAMES]
  classes.push([undefined, { zh: '未分类', en: 'Unclassed' }])
  const groups = classes.map(([wanted, title]) => ({
    title: title[lang],
    rows: rows.filter((row) => row.class === wanted).map(({ business, name, cells }) => ({ business, name, cells })),
  }))
  return { channels, groups: groups.filter((group) => group.rows.length > 0) }
}

/** The text of an entry with its sign: `VG-PC`, `--`, `G E ??`. */
export function entryText(entry: CellEntry): string {
  if (entry.status === 'served') return entry.text
  return entry.text === '' ? CELL_SIGNS[entry.status] : `${entry.text} ${CELL_SIGNS[entry.status]}`
}

function describeCells(map: Pick<ProcessMap, 'catalog' | 'code'>, cells: readonly Cell[]): readonly CellEntry[] {
  const [first] = cells
  if (!first) return []
  if (cells.every((cell) => treatment(cell) === treatment(first))) return [entryOf(map, cells, true)]
  const entries: CellEntry[] = []
  for (const brand of new Set(cells.map((cell) => cell.at.brand))) {
    const ofBrand = cells.filter((cell) => cell.at.brand === brand)
    for (const group of groupAlike(ofBrand)) entries.push(entryOf(map, group, false))
  }
  return joinUnserved(entries)
}

/** Cells of one brand that are treated alike and differ in one further axis only; else each for itself. */
function groupAlike(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const [first] = cells
  if (first && cells.every((cell) => treatment(cell) === treatment(first))) return [cells]
  const varying = AXES.filter((axis) => new Set(cells.map((cell) => cell.at[axis])).size > 1)
  if (varying.length > 1) return cells.map((cell) => [cell])
  const groups = new Map<string, Cell[]>()
  for (const cell of cells) {
    const group = groups.get(treatment(cell))
    if (group) group.push(cell)
    else groups.set(treatment(cell), [cell])
  }
  return [...groups.values()]
}

/** Codes of some values of an axis, neighbours in the catalogue as a span: `A..C`, `A..C,F`; `*` for all that lead to a cell. */
function spanOf(map: Pick<ProcessMap, 'catalog'>, axis: AxisName, ids: readonly (Id | undefined)[]): string {
  const values = map.catalog.axes[axis]
  const parents = new Set([...values.values()].map(({ partOf }) => partOf))
  const leaves = [...values.keys()].filter((id) => !parents.has(id))
  if (leaves.every((id) => ids.includes(id))) return '*'
  const spans: string[][] = []
  let last = -2
  for (const [i, id] of leaves.entries()) {
    if (!ids.includes(id)) continue
    const code = values.get(id)?.code ?? id
    if (i === last + 1) spans.at(-1)?.push(code)
    else spans.push([code])
    last = i
  }
  return spans.map((span) => (span.length > 2 ? `${span[0]}..${span.at(-1)}` : span.join(','))).join(',')
}

/** Each further axis that splits a cell, with the codes and names of its values: `归属地：A 甲市、B 乙市`. */
export function describeFurtherAxes(map: Pick<ProcessMap, 'catalog'>, matrix: Matrix, lang: Lang): string[] {
  return AXES.flatMap((axis) => {
    const ids = MAIN_AXES.includes(axis) ? [] : (matrix.axes[axis] ?? [])
    if (ids.length === 0) return []
    const shown = ids.slice(0, MOST_VALUES).map((id) => {
      const value = map.catalog.axes[axis].get(id)
      return `${value?.code ?? id} ${textIn(value?.name, lang, id)}`
    })
    if (ids.length > MOST_VALUES) shown.push('…')
    const name = AXIS_WORDS[axis][lang]
    return [lang === 'zh' ? `${name}：${shown.join('、')}` : `${name}: ${shown.join(', ')}`]
  })
}

/** More values than this are not spelt out beside a matrix. */
const MOST_VALUES = 20

/** Unserved brands with the same fate share a line. */
function joinUnserved(entries: readonly CellEntry[]): readonly CellEntry[] {
  const joined: CellEntry[] = []
  for (const entry of entries) {
    const i = joined.findIndex(
      (other) =>
        entry.status !== 'served' &&
        other.cells[0] &&
        entry.cells[0] &&
        treatment(other.cells[0]) === treatment(entry.cells[0]),
    )
    const other = joined[i]
    if (other) joined[i] = { ...other, text: `${other.text} ${entry.text}`, cells: [...other.cells, ...entry.cells] }
    else joined.push(entry)
  }
  return joined
}

function entryOf(map: Pick<ProcessMap, 'catalog' | 'code'>, cells: readonly Cell[], whole: boolean): CellEntry {
  const [cell] = cells
  if (!cell) return { status: 'blind-spot', text: '', cells }
  const at: Record<string, string | undefined> = { ...cell.at }
  const varies: string[] = []
  for (const axis of AXES) {
    if (new Set(cells.map((other) => other.at[axis])).size > 1) {
      at[axis] = MAIN_AXES.includes(axis)
        ? '*'
        : spanOf(
            map,
            axis,
            cells.map((other) => other.at[axis]),
          )
      if (at[axis] !== '*' && (cell.status !== 'served' || !map.code.includes(`{${axis}}`))) varies.push(at[axis])
    } else if (!MAIN_AXES.includes(axis) && cell.at[axis] !== undefined) {
      const code = map.catalog.axes[axis].get(cell.at[axis])?.code ?? cell.at[axis]
      if (cell.status !== 'served' || !map.code.includes(`{${axis}}`)) varies.push(code)
    }
  }
  if (cell.status === 'served') {
    const code = touchpointCode(map, {
      ...at,
      business: cell.at.business,
      channel: cell.at.channel,
      brand: at['brand'] ?? '',
    })
    return { status: 'served', text: [code, ...varies].join(':'), cells }
  }
  if (whole) return { status: cell.status, text: '', cells }
  const brand = map.catalog.axes.brand.get(cell.at.brand)?.code ?? cell.at.brand
  return { status: cell.status, text: [brand, ...varies].join(':'), cells }
}

/** What makes two cells alike: the same flow, the same hole, or both blind. */
function treatment(cell: Cell): string {
  if (cell.status === 'served') return `flow ${cell.row?.flow}`
  if (cell.hole) return `hole ${cell.hole.place.file} ${cell.hole.place.range.start.offset}`
  return 'blind'
}
