import { compareText } from '../diagnostic/sort.ts'
import type { Message } from '../diagnostic/diagnostic.ts'
import { AXES, type AxisName, type Catalog } from '../model/map.ts'
import { type Attributes, createAttributes } from './attributes.ts'
import { bindCatalog, type CatalogBinding } from './bind-catalog.ts'
import {
  type FileCount,
  type Interaction,
  type Log,
  type LogEvent,
  type Reject,
  UNIT_LEVELS,
  type UnitLevel,
} from './event.ts'
import { FIELD } from './fields.ts'
import { type Mapping, NO_MAPPING } from './mapping.ts'
import { logMessages } from './messages.ts'
import { orderRows, settleDuplicates, splitRows } from './group-rows.ts'
import { NoteBook } from './note-book.ts'
import type { RawReject, RawRow, Row, RowContext, RowFile, RowSink } from './row.ts'
import { compileTimeFormat, createTimeReader, type TimeProblem, type TimeReader } from './time.ts'
import { createZone } from './zone.ts'

export interface LogOptions {
  /** The map's catalogue; without it names stand for themselves and attributes keep the types of the log. */
  readonly catalog?: Catalog
  /** Time zone of local times where the mapping names none: the map's. */
  readonly timezone?: string
}

/** Why a row with such a time is rejected. */
export function timeReason(problem: TimeProblem | undefined): Message {
  return problem === 'no-zone' ? logMessages.noZone() : logMessages.badTime()
}

/** The rows of one file, grouped by interaction as they come. */
export class FileRows implements RowSink, RowFile {
  readonly path: string
  readonly mapping: Mapping
  hash = ''
  readonly groups: Map<string, Row<FileRows>[]> = new Map()
  readonly rejects: Reject[] = []
  readonly times: TimeReader
  rows = 0
  duplicates = 0
  notes: NoteBook = new NoteBook()
  #context: RowContext = { contact: undefined, axes: [], unit: [] }

  constructor(path: string, mapping: Mapping, timezone: string | undefined) {
    this.path = path
    this.mapping = mapping
    const zone = mapping.timezone ?? timezone
    this.times = createTimeReader(
      zone === undefined ? undefined : createZone(zone),
      mapping.timeFormats.flatMap((pattern) => compileTimeFormat(pattern) ?? []),
    )
  }

  row(row: RawRow, raw: () => string): void {
    const { values, line } = row
    const written = values[FIELD.time]
    let time = Number.NaN
    if (written !== undefined) {
      time = this.times.read(written)
      if (Number.isNaN(time)) {
        this.reject({ line, offset: row.offset, reason: timeReason(this.times.problem), raw: raw() })
        return
      }
      if (this.times.unsure) this.note(line, logMessages.unsureTime(this.times.unsure))
    }
    this.rows++
    const interaction = values[FIELD.interaction] ?? ''
    let group = this.groups.get(interaction)
    if (!group) {
      group = []
      this.groups.set(interaction, group)
    }
    group.push({
      file: this,
      line,
      event: values[FIELD.event] ?? '',
      time,
      sequence: values[FIELD.sequence],
      id: values[FIELD.id],
      role: values[FIELD.role],
      actor: values[FIELD.actor],
      text: values[FIELD.text],
      context: this.#contextOf(values),
      attributes: row.attributes,
    })
  }

  reject(reject: RawReject): void {
    this.rejects.push({ file: this.path, ...reject })
  }

  note(line: number, reason: Message): void {
    this.notes.add(this.path, line, reason)
  }

  /** Says how many rows a file has whose content is known and was therefore not read. */
  countUnread(rows: number): void {
    this.rows = rows
  }

  /** Takes back everything: the file is to be read again. */
  clear(): void {
    this.groups.clear()
    this.rejects.length = 0
    this.rows = 0
    this.notes = new NoteBook()
  }

  #contextOf(values: RawRow['values']): RowContext {
    const last = this.#context
    let same = last.axes.length > 0 && last.contact === values[FIELD.contact]
    for (let i = 0; same && i < AXES.length; i++) same = last.axes[i] === values[AXIS_SLOTS[i] ?? 0]
    for (let i = 0; same && i < UNIT_LEVELS.length; i++) same = last.unit[i] === values[UNIT_SLOTS[i] ?? 0]
    if (!same) {
      this.#context = {
        contact: values[FIELD.contact],
        axes: AXIS_SLOTS.map((slot) => values[slot]),
        unit: UNIT_SLOTS.map((slot) => values[slot]),
      }
    }
    return this.#context
  }
}

const AXIS_SLOTS = AXES.map((axis) => FIELD[axis])
const UNIT_SLOTS = UNIT_LEVELS.map((level) => FIELD[level])

/**
 * Gathers the rows of any number of files into interactions. The result depends on what the files hold and on their
 * names, not on the order in which they were read: files count in the order of their names, then of their hashes.
 */
export class LogBuilder {
  readonly #options: LogOptions
  readonly #files: FileRows[] = []

  constructor(options: LogOptions = {}) {
    this.#options = options
  }

  /** Begins a file. Its hash must be set on the result before `build`. */
  file(path: string, mapping: Mapping = NO_MAPPING): FileRows {
    const file = new FileRows(path, mapping, this.#options.timezone)
    this.#files.push(file)
    return file
  }

  build(): Log {
    const files = [...this.#files].sort((a, b) => compareText(a.path, b.path) || compareText(a.hash, b.hash))
    const counts: FileCount[] = []
    const rejects: Reject[] = []
    const read: FileRows[] = []
    const hashes = new Set<string>()
    const byName = new Set<string>()
    for (const file of files) {
      const name = JSON.stringify([file.path, file.hash])
      if (file.hash !== '' && byName.has(name)) continue
      byName.add(name)
      if (file.hash !== '' && hashes.has(file.hash)) {
        // Content known already adds nothing at all (semantics §17).
        const total = file.rows + file.rejects.length
        counts.push({ path: file.path, hash: file.hash, read: total, kept: 0, duplicates: total, rejected: 0 })
        continue
      }
      hashes.add(file.hash)
      read.push(file)
      for (const reject of file.rejects) rejects.push(reject)
    }
    const notes = new NoteBook()
    for (const file of read) {
      for (const note of file.notes.list()) notes.add(note.file, note.line, note.reason, note.occurrences)
    }
    const interactions = this.#interactions(read, notes)
    for (const file of read) {
      const { path, hash, rows, duplicates } = file
      const rejected = file.rejects.length
      counts.push({ path, hash, read: rows + rejected, kept: rows - duplicates, duplicates, rejected })
    }
    counts.sort((a, b) => compareText(a.path, b.path) || compareText(a.hash, b.hash))
    rejects.sort((a, b) => compareText(a.file, b.file) || a.line - b.line || a.offset - b.offset)
    const ties = read.some((file) => file.mapping.ties === 'any') ? 'any' : 'file'
    return { interactions, files: counts, rejects, notes: notes.list(), ties }
  }

  #interactions(files: readonly FileRows[], notes: NoteBook): Interaction[] {
    const binding = bindCatalog(this.#options.catalog)
    const split = [...new Set(files.flatMap((file) => file.mapping.split))]
    const note = (row: Row, reason: Message) => notes.add(row.file.path, row.line, reason)
    const ids = new Map<string, FileRows[]>()
    for (const file of files) {
      file.duplicates = 0
      for (const id of file.groups.keys()) {
        const holders = ids.get(id)
        if (holders) holders.push(file)
        else ids.set(id, [file])
      }
    }
    const interactions: Interaction[] = []
    for (const [id, holders] of ids) {
      const lists = settleDuplicates(
        holders.map((file) => file.groups.get(id) ?? []),
        (row) => {
          row.file.duplicates++
        },
        (row) => note(row, logMessages.sameIdOtherContent()),
      )
      const rows = orderRows(lists, (row) => note(row, logMessages.badSequence()))
      noteBackwards(rows, note)
      for (const one of bindInteractions(id, rows, split, binding, note)) interactions.push(one)
    }
    return interactions.sort((a, b) => compareText(a.id, b.id))
  }
}

type Note = (row: Row, reason: Message) => void

function noteBackwards(rows: readonly Row[], note: Note): void {
  let last = Number.NEGATIVE_INFINITY
  for (const row of rows) {
    if (Number.isNaN(row.time)) continue
    if (row.time < last) note(row, logMessages.backwards())
    last = row.time
  }
}

function bindInteractions(
  id: string,
  rows: readonly Row[],
  split: readonly ('business' | 'channel')[],
  binding: CatalogBinding,
  note: Note,
): Interaction[] {
  const pieces = split.length === 0 ? [rows] : splitRows(rows, split, binding)
  const whole = pieces.length > 1 ? describeRows(rows, binding) : undefined
  const contact = rows.find((row) => row.context.contact !== undefined)?.context.contact
  const interactions: Interaction[] = []
  const known = createAttributes()
  for (const [i, piece] of pieces.entries()) {
    const own = describeRows(piece, binding)
    const events = piece.map((row, k) => bindRow(row, k + 1, binding, note))
    const attributes = firstValues(events, binding)
    const inherited = { ...whole?.axes, ...own.axes }
    if (whole) {
      // What an earlier piece of the contact has said holds for the later ones, unless they say otherwise.
      for (const name in attributes) known[name] = attributes[name] ?? null
      for (const name in known) attributes[name] ??= known[name] ?? null
    }
    const linked = contact ?? (whole ? id : undefined)
    interactions.push({
      id: whole ? `${id}#${i + 1}` : id,
      ...(linked !== undefined && { contact: linked }),
      axes: whole ? inherited : own.axes,
      ambiguous: own.ambiguous,
      unit: whole ? { ...whole.unit, ...own.unit } : own.unit,
      attributes,
      events,
    })
  }
  return interactions
}

interface Description {
  readonly axes: Partial<Record<AxisName, string>>
  readonly ambiguous: readonly AxisName[]
  readonly unit: Partial<Record<UnitLevel, string>>
}

/** First value of each axis and unit level over the rows, and the axes that took two. */
function describeRows(rows: readonly Row[], binding: CatalogBinding): Description {
  const axes: Partial<Record<AxisName, string>> = {}
  const unit: Partial<Record<UnitLevel, string>> = {}
  let ambiguous: AxisName[] | undefined
  let last: RowContext | undefined
  for (const { context } of rows) {
    if (context === last) continue
    last = context
    for (let i = 0; i < AXES.length; i++) {
      const text = context.axes[i]
      const axis = AXES[i]
      if (text === undefined || axis === undefined) continue
      const value = binding.axis(axis, text)
      if (axes[axis] === undefined) axes[axis] = value
      else if (axes[axis] !== value && !ambiguous?.includes(axis)) (ambiguous ??= []).push(axis)
    }
    for (let i = 0; i < UNIT_LEVELS.length; i++) {
      const text = context.unit[i]
      const level = UNIT_LEVELS[i]
      if (text !== undefined && level !== undefined) unit[level] ??= text
    }
  }
  return { axes, ambiguous: ambiguous ? AXES.filter((axis) => ambiguous.includes(axis)) : NONE, unit }
}

const NONE: readonly AxisName[] = []

function bindRow(row: Row, index: number, binding: CatalogBinding, note: Note): LogEvent {
  const event = binding.event(row.event)
  const attributes = binding.attributes(event, row.attributes, row.file.times, (attribute, type) =>
    note(row, logMessages.wrongType(attribute, type)),
  )
  const bound: { -readonly [K in keyof LogEvent]: LogEvent[K] } = {
    index,
    event: event.name,
    speech: event.speech,
    attributes,
    place: { file: row.file.path, line: row.line },
  }
  if (!Number.isNaN(row.time)) bound.time = row.time
  if (row.id !== undefined) bound.id = row.id
  if (row.role !== undefined) bound.role = binding.role(row.role)
  if (row.actor !== undefined) bound.actor = row.actor
  if (row.text !== undefined) bound.text = row.text
  return bound
}

function firstValues(events: readonly LogEvent[], binding: CatalogBinding): Attributes {
  const first = createAttributes()
  for (const { attributes } of events) {
    for (const name in attributes) {
      const value = attributes[name]
      if (value !== undefined && first[name] === undefined && !binding.isBlank(value)) first[name] = value
    }
  }
  return first
}
