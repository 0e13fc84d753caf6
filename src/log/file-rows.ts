import type { Message } from '../diagnostic/diagnostic.ts'
import { AXES } from '../model/map.ts'
import { type Reject, UNIT_LEVELS, type Value } from './event.ts'
import { FIELD, type FieldName } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { logMessages } from './messages.ts'
import { NoteBook } from './note-book.ts'
import type { ColumnPlan } from './plan-columns.ts'
import { hashText, PlainRows } from './plain-rows.ts'
import type { ByteRows, RawReject, RawRow, RowFile, RowSink } from './row.ts'
import { ACT_FIELDS, type CodedRow, createRow, type RowTable } from './row-table.ts'
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

/** Rows that stand together in the table and in a part of their file. */
export interface Stretch {
  readonly part: number
  readonly first: number
  readonly end: number
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
  /** Where the rows read of the file begin and end in the table. */
  first = 0
  end = 0
  /** The part of the file that was read here, and rows of other parts that were brought here, behind all others. */
  part = 0
  readonly #brought: Stretch[] = []
  readonly #table: RowTable
  readonly #share: Share
  readonly #row: CodedRow = createRow()

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
    const codeOf = (field: FieldName) => table.names.internText(values[FIELD[field]] ?? '')
    coded.act = table.acts.intern(Uint32Array.from(ACT_FIELDS, codeOf))
    coded.context = table.contexts.intern(
      Uint32Array.of(
        codeOf('contact'),
        table.places.intern(Uint32Array.from(AXES, codeOf)),
        table.units.intern(Uint32Array.from(UNIT_LEVELS, codeOf)),
      ),
    )
    coded.text = table.values.internText(values[FIELD.text] ?? '')
    coded.sequence = table.values.internText(values[FIELD.sequence] ?? '')
    coded.id = table.values.internText(values[FIELD.id] ?? '')
    for (const name in row.attributes) {
      const value = row.attributes[name]
      if (value !== undefined) this.#addAttribute(name, value)
    }
    coded.line = line
    coded.time = time
    this.#append(coded, written !== undefined)
  }

  /** A reject of the file's reader. */
  reject(reject: RawReject): void {
    if (this.#share.index === 0) this.rejects.push({ file: this.path, ...reject })
  }

  note(line: number, reason: Message): void {
    if (this.#share.index === 0) this.notes.add(this.path, line, reason)
  }

  /** The rows of the file, in its order. */
  get stretches(): readonly Stretch[] {
    const own = { part: this.part, first: this.first, end: this.end }
    return [own, ...this.#brought].filter(({ first, end }) => end > first).sort((a, b) => a.part - b.part)
  }

  /** Rows of another part of the file stand there now. */
  bring(stretch: Stretch): void {
    this.#brought.push(stretch)
  }

  /** Says how many lines come before the part that was read: until then its lines are counted from its beginning. */
  shiftLines(by: number): void {
    if (by === 0) return
    for (const [i, reject] of this.rejects.entries()) this.rejects[i] = { ...reject, line: reject.line + by }
    const notes = new NoteBook()
    for (const { file, line, reason, occurrences } of this.notes.list()) notes.add(file, line + by, reason, occurrences)
    this.notes = notes
    this.#table.shiftLines(this.first, this.end, by)
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
    const has = (field: FieldName) => plan.fields.some((one) => one.field === field)
    // Constants are laid under blank cells: such logs go the way of all values.
    if (!has('interaction') || !has('event') || this.mapping.constants.size > 0) return undefined
    const { count, index } = this.#share
    return new PlainRows(plan, {
      table: this.#table,
      times: this.times,
      events: this.mapping.events,
      judges: index === 0,
      falls: (hash) => count === 1 || this.#falls(hash),
      append: (row, timed) => this.#append(row, timed),
    })
  }

  #append(row: CodedRow, timed: boolean): void {
    const table = this.#table
    if (timed && this.times.unsure) this.notes.add(this.path, row.line, logMessages.unsureTime(this.times.unsure))
    if (this.end === 0) this.first = table.length
    else if (this.end !== table.length) throw new Error('the rows of a file must come together')
    table.append(row)
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
