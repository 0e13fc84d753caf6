import { AXES } from '../model/map.ts'
import { cleanCell, cleanText } from './clean-cell.ts'
import { UNIT_LEVELS } from './event.ts'
import type { FieldName } from './fields.ts'
import type { ColumnPlan } from './plan-columns.ts'
import type { ByteRows } from './row.ts'
import { type CodedRow, createRow, type RowTable } from './row-table.ts'
import type { LineSplitter } from './split-line.ts'
import { hashBytes, TextPool } from './text-pool.ts'
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
  readonly unhashed: readonly number[]
  readonly #options: PlainRowsOptions
  readonly #table: RowTable
  readonly #eventColumn: number
  /** By column one more than the place of its first use; 0: it has none. */
  readonly #uses: Int32Array
  /** What columns are used for, and where in it the value goes; and the next use of the same column, as in `#uses`. */
  readonly #kinds: number[] = []
  readonly #places: number[] = []
  readonly #next: number[] = []
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
    const columns = [...plan.fields, ...plan.attributes].map(({ column }) => column)
    this.#uses = new Int32Array(columns.reduce((most, column) => Math.max(most, column), -1) + 1)
    const use = (column: number, kind: number, place: number) => {
      if (column === -1) return
      this.#kinds.push(kind)
      this.#places.push(place)
      this.#next.push(this.#uses[column] ?? 0)
      this.#uses[column] = this.#kinds.length
    }
    use(this.idColumn, USE.interaction, 0)
    use(this.#eventColumn, USE.event, 0)
    use(columnOf('time'), USE.time, 0)
    use(columnOf('text'), USE.text, 0)
    use(columnOf('sequence'), USE.sequence, 0)
    use(columnOf('id'), USE.id, 0)
    use(columnOf('role'), USE.act, 1)
    use(columnOf('actor'), USE.act, 2)
    use(columnOf('contact'), USE.contact, 0)
    for (const [place, axis] of AXES.entries()) use(columnOf(axis), USE.place, place)
    for (const [place, level] of UNIT_LEVELS.entries()) use(columnOf(level), USE.unit, place)
    for (const [place, { column }] of plan.attributes.entries()) use(column, USE.attribute, place)
    this.unhashed = [columnOf('time'), columnOf('sequence')].filter(
      (column) => column !== -1 && columns.filter((other) => other === column).length === 1,
    )
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
    if (from !== to && isClean(bytes, from, to, false)) return this.#options.falls(line.hashes[k] as number)
    return this.#options.falls(hashText(this.#text(bytes, from, to, false) ?? ''))
  }

  isWhole(bytes: Uint8Array, line: LineSplitter): boolean {
    return this.#isFilled(bytes, line, this.idColumn) && this.#isFilled(bytes, line, this.#eventColumn)
  }

  row(bytes: Uint8Array, line: LineSplitter, number: number): boolean {
    const table = this.#table
    const { names, values } = table
    const row = this.#row
    const act = this.#act
    const context = this.#context
    let interaction = 0
    let event = 0
    let time = Number.NaN
    let isPlaced = false
    let isOfUnit = false
    // Attributes by their places, so that they come in the order of the plan: a bit each, and whether there are any beyond.
    let attributes = 0
    let hasMore = false
    act[1] = 0
    act[2] = 0
    context[0] = 0
    row.text = 0
    row.sequence = 0
    row.id = 0
    this.#timed = false
    for (let i = 0; i < line.filledCount; i++) {
      const k = line.filled[i] as number
      for (let use = this.#uses[k] ?? 0; use !== 0; use = this.#next[use - 1] as number) {
        const place = this.#places[use - 1] as number
        switch (this.#kinds[use - 1]) {
          case USE.interaction:
            interaction = this.#intern(table.interactions, bytes, line, k, false)
            break
          case USE.event:
            event = this.#intern(names, bytes, line, k, false)
            break
          case USE.time:
            time = this.#time(bytes, line, k)
            if (this.#timed && Number.isNaN(time)) return false
            break
          case USE.text:
            row.text = this.#intern(values, bytes, line, k, true)
            break
          case USE.sequence:
            row.sequence = this.#internNumber(bytes, line, k)
            break
          case USE.id:
            row.id = this.#intern(values, bytes, line, k, false)
            break
          case USE.act:
            act[place] = this.#intern(names, bytes, line, k, false)
            break
          case USE.contact:
            context[0] = this.#intern(names, bytes, line, k, false)
            break
          case USE.place:
            if (!isPlaced) this.#place.fill(0)
            isPlaced = true
            this.#place[place] = this.#intern(names, bytes, line, k, false)
            break
          case USE.unit:
            if (!isOfUnit) this.#unit.fill(0)
            isOfUnit = true
            this.#unit[place] = this.#intern(names, bytes, line, k, false)
            break
          default:
            if (place < BITS) attributes |= 1 << place
            else hasMore = true
        }
      }
    }
    if (interaction === 0 || event === 0) return false
    act[0] = this.#renamed.size === 0 ? event : (this.#renamed.get(event) ?? event)
    row.line = number
    row.interaction = interaction
    row.time = time
    row.act = table.acts.intern(act)
    context[1] = isPlaced ? table.places.intern(this.#place) : 0
    context[2] = isOfUnit ? table.units.intern(this.#unit) : 0
    row.context = context[0] === 0 && context[1] === 0 && context[2] === 0 ? 0 : table.contexts.intern(context)
    for (; attributes !== 0; attributes &= attributes - 1) {
      this.#addAttribute(bytes, line, 31 - Math.clz32(attributes & -attributes))
    }
    if (hasMore) {
      for (let place = BITS; place < this.#attributeColumns.length; place++) this.#addAttribute(bytes, line, place)
    }
    this.#options.append(row, this.#timed)
    return true
  }

  #addAttribute(bytes: Uint8Array, line: LineSplitter, place: number): void {
    const column = this.#attributeColumns[place] as number
    const code = this.#intern(this.#table.values, bytes, line, column, false)
    if (code !== 0) this.#table.addAttribute(this.#attributeNames[place] as number, code)
  }

  /** Of a column whose hash may not be known. */
  #internNumber(bytes: Uint8Array, line: LineSplitter, k: number): number {
    const from = line.bounds[2 * k] as number
    const to = line.bounds[2 * k + 1] as number
    const code = to < 0 ? 0 : TextPool.codeOfNumber(bytes, from, to)
    if (code !== 0) return code
    if (to >= 0) line.hashes[k] = hashBytes(bytes, from, to)
    return this.#intern(this.#table.values, bytes, line, k, false)
  }

  #isFilled(bytes: Uint8Array, { bounds }: LineSplitter, k: number): boolean {
    const from = bounds[2 * k] as number
    const to = bounds[2 * k + 1] as number
    return from !== to && (isClean(bytes, from, to, false) || this.#text(bytes, from, to, false) !== undefined)
  }

  #intern(pool: TextPool, bytes: Uint8Array, { bounds, hashes }: LineSplitter, k: number, whole: boolean): number {
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

/** What a column is used for: a field, a part of one, or an attribute. */
const USE = {
  interaction: 0,
  event: 1,
  time: 2,
  text: 3,
  sequence: 4,
  id: 5,
  act: 6,
  contact: 7,
  place: 8,
  unit: 9,
  attribute: 10,
} as const

/** So many attributes are noted in one number. */
const BITS = 31

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
