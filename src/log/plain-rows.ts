import { AXES } from '../model/map.ts'
import { cleanCell, cleanText } from './clean-cell.ts'
import { UNIT_LEVELS } from './event.ts'
import type { FieldName } from './fields.ts'
import type { ColumnPlan } from './plan-columns.ts'
import type { ByteRows } from './row.ts'
import { type CodedRow, createRow, type RowTable } from './row-table.ts'
import type { LineSplitter } from './split-line.ts'
import { hashBytes, type TextPool } from './text-pool.ts'
import type { TimeReader } from './time.ts'

/** What the rows of a file need of the file. */
export interface PlainRowsOptions {
  readonly table: RowTable
  readonly times: TimeReader
  /** Other names of events, as the log has them, by what they are called. */
  readonly events: ReadonlyMap<string, string>
  /** Whether an interaction whose id has this hash is kept here. */
  falls(hash: number): boolean
  readonly judges: boolean
  /** Takes a row that is complete but for its attributes, which stand beside it in the table already. */
  append(row: CodedRow, timed: boolean): void
}

/** Reads the cells of plain lines straight from their bytes into the columns of a table. */
export class PlainRows implements ByteRows {
  readonly judges: boolean
  readonly idColumn: number
  readonly #options: PlainRowsOptions
  readonly #table: RowTable
  readonly #eventColumn: number
  readonly #timeColumn: number
  readonly #textColumn: number
  readonly #sequenceColumn: number
  readonly #rowIdColumn: number
  readonly #roleColumn: number
  readonly #actorColumn: number
  readonly #contactColumn: number
  /** By place in the tuple; −1: the log has no such column. */
  readonly #placeColumns: Int32Array
  readonly #unitColumns: Int32Array
  /** Columns of attributes, and the numbers of their names. */
  readonly #attributeColumns: Int32Array
  readonly #attributeNames: Int32Array
  readonly #renamed = new Map<number, number>()
  readonly #act = new Uint32Array(3)
  readonly #context = new Uint32Array(3)
  readonly #place = new Uint32Array(AXES.length)
  readonly #unit = new Uint32Array(UNIT_LEVELS.length)
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  readonly #row: CodedRow = createRow()
  #timed = false

  constructor(plan: ColumnPlan, options: PlainRowsOptions) {
    const { table } = options
    const columnOf = (field: FieldName) => plan.fields.find((one) => one.field === field)?.column ?? -1
    this.#options = options
    this.#table = table
    this.judges = options.judges
    this.idColumn = columnOf('interaction')
    this.#eventColumn = columnOf('event')
    this.#timeColumn = columnOf('time')
    this.#textColumn = columnOf('text')
    this.#sequenceColumn = columnOf('sequence')
    this.#rowIdColumn = columnOf('id')
    this.#roleColumn = columnOf('role')
    this.#actorColumn = columnOf('actor')
    this.#contactColumn = columnOf('contact')
    this.#placeColumns = Int32Array.from(AXES, columnOf)
    this.#unitColumns = Int32Array.from(UNIT_LEVELS, columnOf)
    this.#attributeColumns = Int32Array.from(plan.attributes, ({ column }) => column)
    this.#attributeNames = Int32Array.from(plan.attributes, ({ name }) => table.attributeName(name))
    for (const [from, to] of options.events) {
      this.#renamed.set(table.names.internText(from), table.names.internText(to))
    }
  }

  falls(hash: number): boolean {
    return this.#options.falls(hash)
  }

  isClean(bytes: Uint8Array, from: number, to: number): boolean {
    return from !== to && isClean(bytes, from, to, false)
  }

  owns(bytes: Uint8Array, line: LineSplitter): boolean {
    const k = this.idColumn
    const from = line.bounds[2 * k] as number
    const to = line.bounds[2 * k + 1] as number
    if (from === to || isClean(bytes, from, to, false)) return this.#options.falls(line.hashes[k] as number)
    return this.#options.falls(hashText(this.#text(bytes, from, to, false) ?? ''))
  }

  isWhole(bytes: Uint8Array, line: LineSplitter): boolean {
    return this.#isFilled(bytes, line, this.idColumn) && this.#isFilled(bytes, line, this.#eventColumn)
  }

  row(bytes: Uint8Array, line: LineSplitter, number: number): boolean {
    const table = this.#table
    const interaction = this.#intern(table.interactions, bytes, line, this.idColumn, false)
    const event = this.#intern(table.names, bytes, line, this.#eventColumn, false)
    if (interaction === 0 || event === 0) return false
    let time = Number.NaN
    this.#timed = false
    if (!isEmpty(line, this.#timeColumn)) {
      time = this.#time(bytes, line, this.#timeColumn)
      if (this.#timed && Number.isNaN(time)) return false
    }
    const act = this.#act
    act[0] = this.#renamed.size === 0 ? event : (this.#renamed.get(event) ?? event)
    act[1] = this.#intern(table.names, bytes, line, this.#roleColumn, false)
    act[2] = this.#intern(table.names, bytes, line, this.#actorColumn, false)
    const row = this.#row
    row.line = number
    row.interaction = interaction
    row.time = time
    row.act = table.acts.intern(act)
    row.context = this.#contextOf(bytes, line)
    row.text = this.#intern(table.values, bytes, line, this.#textColumn, true)
    row.sequence = this.#intern(table.values, bytes, line, this.#sequenceColumn, false)
    row.id = this.#intern(table.values, bytes, line, this.#rowIdColumn, false)
    const columns = this.#attributeColumns
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as number
      if (isEmpty(line, column)) continue
      const code = this.#intern(table.values, bytes, line, column, false)
      if (code !== 0) table.addAttribute(this.#attributeNames[i] as number, code)
    }
    this.#options.append(row, this.#timed)
    return true
  }

  #contextOf(bytes: Uint8Array, line: LineSplitter): number {
    const { names, places, units, contexts } = this.#table
    const context = this.#context
    context[0] = this.#intern(names, bytes, line, this.#contactColumn, false)
    context[1] = this.#fill(this.#place, this.#placeColumns, bytes, line) ? places.intern(this.#place) : 0
    context[2] = this.#fill(this.#unit, this.#unitColumns, bytes, line) ? units.intern(this.#unit) : 0
    return context[0] === 0 && context[1] === 0 && context[2] === 0 ? 0 : contexts.intern(context)
  }

  /** Whether any of the columns says something; then their names are laid into the tuple. */
  #fill(tuple: Uint32Array, columns: Int32Array, bytes: Uint8Array, line: LineSplitter): boolean {
    let some = false
    for (let i = 0; i < columns.length; i++) some ||= !isEmpty(line, columns[i] as number)
    if (!some) return false
    for (let i = 0; i < columns.length; i++) {
      tuple[i] = this.#intern(this.#table.names, bytes, line, columns[i] as number, false)
    }
    return true
  }

  #isFilled(bytes: Uint8Array, { bounds }: LineSplitter, k: number): boolean {
    const from = bounds[2 * k] as number
    const to = bounds[2 * k + 1] as number
    return from !== to && (isClean(bytes, from, to, false) || this.#text(bytes, from, to, false) !== undefined)
  }

  #intern(pool: TextPool, bytes: Uint8Array, { bounds, hashes }: LineSplitter, k: number, whole: boolean): number {
    if (k === -1) return 0
    const from = bounds[2 * k] as number
    const to = bounds[2 * k + 1] as number
    if (from === to) return 0
    if (isClean(bytes, from, to, whole)) return pool.intern(bytes, from, to, hashes[k] as number)
    return pool.internText(this.#text(bytes, from, to, whole) ?? '')
  }

  /** NaN where it cannot be read, and where nothing is left of it once the blanks are cut: then it is not timed. */
  #time(bytes: Uint8Array, { bounds }: LineSplitter, k: number): number {
    const { times } = this.#options
    const from = bounds[2 * k] as number
    const to = bounds[2 * k + 1] as number
    this.#timed = true
    const time = to > from ? times.readBytes(bytes, from, to) : Number.NaN
    if (!Number.isNaN(time)) return time
    const text = this.#text(bytes, from, to, false)
    this.#timed = text !== undefined
    return text === undefined ? Number.NaN : times.read(text)
  }

  #text(bytes: Uint8Array, from: number, to: number, whole: boolean): string | undefined {
    const text = this.#decoder.decode(bytes.subarray(from, to < 0 ? ~to : to))
    const unquoted = to < 0 ? text.replaceAll('""', '"') : text
    return whole ? cleanText(unquoted) : cleanCell(unquoted)
  }
}

function isEmpty({ bounds }: LineSplitter, k: number): boolean {
  return k === -1 || bounds[2 * k] === bounds[2 * k + 1]
}

const encoder = new TextEncoder()

/** The hash by which an id falls to a share. */
export function hashText(text: string): number {
  const bytes = encoder.encode(text)
  return hashBytes(bytes, 0, bytes.length)
}

/** Whether a cell surely stays as it stands: no blank at its ends, no `=` before it, no doubled quotes in it. */
function isClean(bytes: Uint8Array, from: number, to: number, whole: boolean): boolean {
  if (to < 0) return false
  const first = bytes[from] as number
  if (first <= 32 || (first === 61 && !whole) || MAYBE_BLANK[first] === 1) return false
  if (whole) return true
  const last = bytes[to - 1] as number
  if (last < 0x80) return last > 32
  return MAYBE_BLANK[bytes[to - 2] as number] === 0 && (to - from < 3 || MAYBE_BLANK[bytes[to - 3] as number] === 0)
}

/** First bytes of the characters beyond ASCII that `trim` cuts: U+00A0, U+1680, U+2000…, U+3000, U+FEFF. */
const MAYBE_BLANK = new Uint8Array(256)
for (const lead of [0xc2, 0xe1, 0xe2, 0xe3, 0xef]) MAYBE_BLANK[lead] = 1
