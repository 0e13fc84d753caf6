import type { Message } from '../diagnostic/diagnostic.ts'
import { cleanCell, cleanText } from './clean-cell.ts'
import type { Reject, Value } from './event.ts'
import { FIELD, type FieldName } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { logMessages } from './messages.ts'
import { NoteBook } from './note-book.ts'
import type { ColumnPlan } from './plan-columns.ts'
import type { ByteRows, RawReject, RawRow, RowFile, RowSink } from './row.ts'
import { ACT_FIELDS, CONTEXT_FIELDS, type CodedRow, type RowTable } from './row-table.ts'
import { hashBytes, type TextPool } from './text-pool.ts'
import { createTimeReader, type TimeProblem, type TimeReader } from './time.ts'
import { compileTimeFormat } from './time-format.ts'
import { createZone } from './zone.ts'

/** Why a row with such a time is rejected. */
export function timeReason(problem: TimeProblem | undefined): Message {
  return problem === 'no-zone' ? logMessages.noZone() : logMessages.badTime()
}

/**
 * Which interactions of a log are kept, where several readers share one: those whose ids fall to `index` of `count`. The
 * reader of index 0 also counts what has no interaction: the rejects and notes of the file as such.
 */
export interface Share {
  readonly index: number
  readonly count: number
}

/** The whole log. */
export const WHOLE: Share = { index: 0, count: 1 }

/** The rows of one file, put into a table as they come. The rows of one file stand together in it. */
export class FileRows implements RowSink, RowFile {
  readonly path: string
  readonly mapping: Mapping
  readonly times: TimeReader
  readonly rejects: Reject[] = []
  hash = ''
  /** Rows that could be read, those known from elsewhere and left unread included. */
  rows = 0
  duplicates = 0
  notes: NoteBook = new NoteBook()
  /** Where the file's rows begin and end in the table. */
  first = 0
  end = 0
  readonly #table: RowTable
  readonly #share: Share
  readonly #row: CodedRow = {
    line: 0,
    interaction: 0,
    act: 0,
    context: 0,
    text: 0,
    sequence: 0,
    id: 0,
    time: Number.NaN,
  }
  readonly #act = new Uint32Array(ACT_FIELDS.length)
  readonly #context = new Uint32Array(CONTEXT_FIELDS.length)

  constructor(path: string, mapping: Mapping, timezone: string | undefined, table: RowTable, share: Share = WHOLE) {
    this.path = path
    this.mapping = mapping
    this.#table = table
    this.#share = share
    const zone = mapping.timezone ?? timezone
    this.times = createTimeReader(
      zone === undefined ? undefined : createZone(zone),
      mapping.timeFormats.flatMap((pattern) => compileTimeFormat(pattern) ?? []),
    )
  }

  row(row: RawRow, raw: () => string): void {
    const { values, line } = row
    const table = this.#table
    const id = values[FIELD.interaction] ?? ''
    if (this.#share.count > 1 && !this.#falls(hashText(id))) return
    const written = values[FIELD.time]
    const time = written === undefined ? Number.NaN : this.times.read(written)
    if (written !== undefined && Number.isNaN(time)) {
      const reason = timeReason(this.times.problem)
      this.rejects.push({ file: this.path, line, offset: row.offset, reason, raw: raw() })
      return
    }
    const coded = this.#row
    coded.interaction = table.interactions.internText(id)
    for (const [i, field] of ACT_FIELDS.entries()) this.#act[i] = table.names.internText(values[FIELD[field]] ?? '')
    for (const [i, field] of CONTEXT_FIELDS.entries()) {
      this.#context[i] = table.names.internText(values[FIELD[field]] ?? '')
    }
    coded.text = table.values.internText(values[FIELD.text] ?? '')
    coded.sequence = table.values.internText(values[FIELD.sequence] ?? '')
    coded.id = table.values.internText(values[FIELD.id] ?? '')
    for (const name in row.attributes) {
      const value = row.attributes[name]
      if (value !== undefined) this.#addAttribute(name, value)
    }
    this.#append(line, time, written !== undefined)
  }

  /** A reject of the file's reader. */
  reject(reject: RawReject): void {
    if (this.#share.index === 0) this.rejects.push({ file: this.path, ...reject })
  }

  note(line: number, reason: Message): void {
    if (this.#share.index === 0) this.notes.add(this.path, line, reason)
  }

  /** Says how many rows a file has whose content is known and was therefore not read. */
  countUnread(rows: number): void {
    this.rows = rows
  }

  /** Takes back everything: the file is to be read again. */
  clear(): void {
    if (this.end > this.first) this.#table.truncate(this.first)
    this.first = 0
    this.end = 0
    this.rejects.length = 0
    this.rows = 0
    this.notes = new NoteBook()
  }

  readonly takeBytes = (plan: ColumnPlan): ByteRows | undefined => {
    const table = this.#table
    const column = (field: FieldName) => plan.fields.find((one) => one.field === field)?.column
    const idColumn = column('interaction')
    const eventColumn = column('event')
    // Constants are laid under blank cells: such logs go the way of all values.
    if (idColumn === undefined || eventColumn === undefined || this.mapping.constants.size > 0) return undefined
    const timeColumn = column('time') ?? -1
    const slotsOf = (fields: readonly FieldName[]) =>
      plan.fields.flatMap(({ field, column: at }) =>
        fields.includes(field) ? [[fields.indexOf(field), at] as const] : [],
      )
    const actSlots = slotsOf(ACT_FIELDS).filter(([slot]) => slot > 0)
    const contextSlots = slotsOf(CONTEXT_FIELDS)
    const textColumn = column('text') ?? -1
    const sequenceColumn = column('sequence') ?? -1
    const rowIdColumn = column('id') ?? -1
    const attributes = plan.attributes.map(({ name, column: at }) => [table.attributeName(name), at] as const)
    const renamed = new Map<number, number>()
    for (const [from, to] of this.mapping.events) renamed.set(table.names.internText(from), table.names.internText(to))
    const { count } = this.#share
    const cells = new CellReader()
    const coded = this.#row
    return {
      judges: this.#share.index === 0,
      owns: (bytes, bounds) => count === 1 || this.#falls(cells.hash(bytes, bounds, idColumn)),
      isWhole: (bytes, bounds) => cells.isFilled(bytes, bounds, idColumn) && cells.isFilled(bytes, bounds, eventColumn),
      row: (bytes, bounds, line) => {
        const interaction = cells.intern(table.interactions, bytes, bounds, idColumn)
        const event = cells.intern(table.names, bytes, bounds, eventColumn)
        if (interaction === 0 || event === 0) return false
        let time = Number.NaN
        let timed = false
        if (timeColumn !== -1 && !cells.isEmpty(bounds, timeColumn)) {
          time = cells.time(bytes, bounds, timeColumn, this.times)
          timed = cells.timed
          if (timed && Number.isNaN(time)) return false
        }
        coded.interaction = interaction
        this.#act[0] = renamed.size === 0 ? event : (renamed.get(event) ?? event)
        for (const [slot, at] of actSlots) this.#act[slot] = cells.intern(table.names, bytes, bounds, at)
        for (const [slot, at] of contextSlots) this.#context[slot] = cells.intern(table.names, bytes, bounds, at)
        coded.text = textColumn === -1 ? 0 : cells.intern(table.values, bytes, bounds, textColumn, true)
        coded.sequence = sequenceColumn === -1 ? 0 : cells.intern(table.values, bytes, bounds, sequenceColumn)
        coded.id = rowIdColumn === -1 ? 0 : cells.intern(table.values, bytes, bounds, rowIdColumn)
        for (const [name, at] of attributes) {
          if (cells.isEmpty(bounds, at)) continue
          const code = cells.intern(table.values, bytes, bounds, at)
          if (code !== 0) table.addAttribute(name, code)
        }
        this.#append(line, time, timed)
        return true
      },
    }
  }

  #append(line: number, time: number, timed: boolean): void {
    const table = this.#table
    const coded = this.#row
    if (timed && this.times.unsure) this.notes.add(this.path, line, logMessages.unsureTime(this.times.unsure))
    if (this.end === 0) this.first = table.length
    else if (this.end !== table.length) throw new Error('the rows of a file must come together')
    coded.line = line
    coded.time = time
    coded.act = table.acts.intern(this.#act)
    coded.context = table.contexts.intern(this.#context)
    table.append(coded)
    this.end = table.length
    this.rows++
  }

  #addAttribute(name: string, value: Value): void {
    const at = this.#table.attributeName(name)
    if (typeof value === 'string' && value !== '') this.#table.addAttribute(at, this.#table.values.internText(value))
    else this.#table.addValue(at, value)
  }

  #falls(hash: number): boolean {
    return (hash >>> 0) % this.#share.count === this.#share.index
  }
}

const encoder = new TextEncoder()

function hashText(text: string): number {
  const bytes = encoder.encode(text)
  return hashBytes(bytes, 0, bytes.length)
}

/** Reads cells that stand in bytes as their column asks: cleaned, and as numbers of a pool. */
class CellReader {
  /** Whether the last cell asked for its time said anything. */
  timed = false
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })

  isEmpty(bounds: Int32Array, k: number): boolean {
    return bounds[2 * k] === bounds[2 * k + 1]
  }

  /** Whether anything is left of a cell once the blanks are cut. */
  isFilled(bytes: Uint8Array, bounds: Int32Array, k: number): boolean {
    const from = bounds[2 * k] ?? 0
    const to = bounds[2 * k + 1] ?? 0
    return from !== to && (isClean(bytes, from, to, false) || this.#text(bytes, from, to, false) !== undefined)
  }

  intern(pool: TextPool, bytes: Uint8Array, bounds: Int32Array, k: number, whole = false): number {
    const from = bounds[2 * k] ?? 0
    const to = bounds[2 * k + 1] ?? 0
    if (from === to) return 0
    if (isClean(bytes, from, to, whole)) return pool.intern(bytes, from, to, hashBytes(bytes, from, to))
    return pool.internText(this.#text(bytes, from, to, whole) ?? '')
  }

  hash(bytes: Uint8Array, bounds: Int32Array, k: number): number {
    const from = bounds[2 * k] ?? 0
    const to = bounds[2 * k + 1] ?? 0
    if (from === to || isClean(bytes, from, to, false)) return hashBytes(bytes, from, to)
    return hashText(this.#text(bytes, from, to, false) ?? '')
  }

  /** NaN where it cannot be read, and where nothing is left of it once the blanks are cut. */
  time(bytes: Uint8Array, bounds: Int32Array, k: number, times: TimeReader): number {
    const from = bounds[2 * k] ?? 0
    const to = bounds[2 * k + 1] ?? 0
    this.timed = true
    const time = to > from ? times.readBytes(bytes, from, to) : Number.NaN
    if (!Number.isNaN(time)) return time
    const text = this.#text(bytes, from, to, false)
    this.timed = text !== undefined
    return text === undefined ? Number.NaN : times.read(text)
  }

  #text(bytes: Uint8Array, from: number, to: number, whole: boolean): string | undefined {
    const text = this.#decoder.decode(bytes.subarray(from, to < 0 ? ~to : to))
    const unquoted = to < 0 ? text.replaceAll('""', '"') : text
    return whole ? cleanText(unquoted) : cleanCell(unquoted)
  }
}

/** Whether a cell surely stays as it stands: no blank at its ends, no `=` before it, no doubled quotes in it. */
function isClean(bytes: Uint8Array, from: number, to: number, whole: boolean): boolean {
  if (to < 0) return false
  const first = bytes[from] ?? 0
  if (first <= 32 || (first === 61 && !whole) || MAYBE_BLANK[first] === 1) return false
  if (whole) return true
  const last = bytes[to - 1] ?? 0
  if (last < 0x80) return last > 32
  return MAYBE_BLANK[bytes[to - 2] ?? 0] === 0 && (to - from < 3 || MAYBE_BLANK[bytes[to - 3] ?? 0] === 0)
}

/** First bytes of the characters beyond ASCII that `trim` cuts: U+00A0, U+1680, U+2000…, U+3000, U+FEFF. */
const MAYBE_BLANK = new Uint8Array(256)
for (const lead of [0xc2, 0xe1, 0xe2, 0xe3, 0xef]) MAYBE_BLANK[lead] = 1
