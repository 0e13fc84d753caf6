import { compareText } from '../../src/diagnostic/sort.ts'
import type { Message } from '../../src/diagnostic/diagnostic.ts'
import { type Attributes, createAttributes } from '../../src/log/attributes.ts'
import { bindCatalog, type CatalogBinding } from '../../src/log/bind-catalog.ts'
import type { LogOptions } from '../../src/log/build-log.ts'
import type { FileCount, Interaction, Log, LogEvent, Reject, UnitLevel } from '../../src/log/event.ts'
import { UNIT_LEVELS } from '../../src/log/event.ts'
import { FIELD } from '../../src/log/fields.ts'
import { timeReason } from '../../src/log/file-rows.ts'
import { orderRows, settleDuplicates } from '../../src/log/group-rows.ts'
import { type Mapping, NO_MAPPING } from '../../src/log/mapping.ts'
import { logMessages } from '../../src/log/messages.ts'
import { NoteBook } from '../../src/log/note-book.ts'
import { RowReader } from '../../src/log/read-rows.ts'
import type { RawRow, Row, RowFile } from '../../src/log/row.ts'
import { createTimeReader, type TimeReader } from '../../src/log/time.ts'
import { createZone } from '../../src/log/zone.ts'
import { AXES, type AxisName } from '../../src/model/map.ts'

/** A file's rows as objects, by interaction. */
class PlainFile implements RowFile {
  readonly path: string
  readonly mapping: Mapping
  readonly times: TimeReader
  readonly groups = new Map<string, Row<PlainFile>[]>()
  readonly rejects: Reject[] = []
  readonly notes = new NoteBook()
  rows = 0
  duplicates = 0

  constructor(path: string, mapping: Mapping, timezone: string | undefined) {
    this.path = path
    this.mapping = mapping
    const zone = mapping.timezone ?? timezone
    this.times = createTimeReader(zone === undefined ? undefined : createZone(zone))
  }

  row({ values, line, offset, attributes }: RawRow, raw: () => string): void {
    const written = values[FIELD.time]
    const time = written === undefined ? Number.NaN : this.times.read(written)
    if (written !== undefined && Number.isNaN(time)) {
      this.rejects.push({ file: this.path, line, offset, reason: timeReason(this.times.problem), raw: raw() })
      return
    }
    if (written !== undefined && this.times.unsure) {
      this.notes.add(this.path, line, logMessages.unsureTime(this.times.unsure))
    }
    const id = values[FIELD.interaction] ?? ''
    const group = this.groups.get(id) ?? []
    this.groups.set(id, group)
    const { sequence, id: eventId, role, actor, text, contact } = FIELD
    group.push({
      at: this.rows++,
      file: this,
      line,
      event: values[FIELD.event] ?? '',
      time,
      sequence: values[sequence],
      id: values[eventId],
      role: values[role],
      actor: values[actor],
      text: values[text],
      context: {
        contact: values[contact],
        axes: AXES.map((axis) => values[FIELD[axis]]),
        unit: UNIT_LEVELS.map((level) => values[FIELD[level]]),
      },
      attributes,
    })
  }
}

/**
 * Logs read plainly, the second implementation: every cell a string, every row an object, no rows as bytes, no columns,
 * no shares; mappings without splits. Files of one content are not looked for.
 */
export function readPlainLog(
  sources: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  { mapping = NO_MAPPING, ...options }: LogOptions & { readonly mapping?: Mapping } = {},
): Log | undefined {
  const files: PlainFile[] = []
  for (const { path, bytes } of [...sources].sort((a, b) => compareText(a.path, b.path))) {
    for (let encoding: RowReader['retryAs']; ;) {
      const file = new PlainFile(path, mapping, options.timezone)
      const reader = new RowReader(
        {
          row: (row, raw) => file.row(row, raw),
          reject: (reject) => void file.rejects.push({ file: path, ...reject }),
          note: (line, reason) => file.notes.add(path, line, reason),
        },
        { mapping, ...(encoding === undefined ? {} : { encoding }) },
      )
      reader.push(bytes)
      reader.end()
      if (reader.fault) return undefined
      encoding = reader.retryAs
      if (encoding !== undefined) continue
      files.push(file)
      break
    }
  }
  const notes = new NoteBook()
  for (const file of files) {
    for (const note of file.notes.list()) notes.add(note.file, note.line, note.reason, note.occurrences)
  }
  const binding = bindCatalog(options.catalog)
  const note = (row: Row, reason: Message) => notes.add(row.file.path, row.line, reason)
  const interactions = [...new Set(files.flatMap((file) => [...file.groups.keys()]))].sort(compareText).map((id) => {
    const lists = settleDuplicates(
      files.flatMap((file) => (file.groups.has(id) ? [file.groups.get(id) ?? []] : [])),
      (row) => {
        row.file.duplicates++
      },
      (row) => note(row, logMessages.sameIdOtherContent()),
    )
    const rows = orderRows(lists, (row) => note(row, logMessages.badSequence()))
    let last = Number.NEGATIVE_INFINITY
    for (const row of rows) {
      if (row.time < last) note(row, logMessages.backwards())
      if (!Number.isNaN(row.time)) last = row.time
    }
    return bindRows(id, rows, binding, note)
  })
  const counts = files.map(({ path, rows, duplicates, rejects }): FileCount => {
    const [kept, rejected] = [rows - duplicates, rejects.length]
    return { path, hash: '', read: rows + rejected, kept, duplicates, rejected }
  })
  const rejects = files.flatMap((file) => file.rejects)
  rejects.sort((a, b) => compareText(a.file, b.file) || a.line - b.line || a.offset - b.offset)
  return { interactions, files: counts, rejects, notes: notes.list(), ties: mapping.ties }
}

function bindRows(
  id: string,
  rows: readonly Row[],
  binding: CatalogBinding,
  note: (row: Row, reason: Message) => void,
): Interaction {
  const axes: Partial<Record<AxisName, string>> = {}
  const unit: Partial<Record<UnitLevel, string>> = {}
  const ambiguous = new Set<AxisName>()
  const first = createAttributes()
  const events = rows.map((row, i): LogEvent => {
    AXES.forEach((axis, k) => {
      const text = row.context.axes[k]
      if (text === undefined) return
      const value = binding.axis(axis, text)
      if (axes[axis] !== undefined && axes[axis] !== value) ambiguous.add(axis)
      axes[axis] ??= value
    })
    UNIT_LEVELS.forEach((level, k) => {
      const text = row.context.unit[k]
      if (text !== undefined) unit[level] ??= text
    })
    const event = binding.event(row.event)
    const attributes: Attributes = createAttributes()
    for (const name in row.attributes) {
      const given = row.attributes[name] ?? null
      const type = event.types.get(name)
      const value = type === undefined ? given : binding.value(given, type, row.file.times)
      if (value !== undefined) attributes[name] = value
      else if (type !== undefined && !binding.isBlank(given)) note(row, logMessages.wrongType(name, type))
      if (value !== undefined && first[name] === undefined && !binding.isBlank(value)) first[name] = value
    }
    return {
      index: i + 1,
      event: event.name,
      speech: event.speech,
      attributes,
      place: { file: row.file.path, line: row.line },
      ...(Number.isNaN(row.time) ? {} : { time: row.time }),
      ...(row.id === undefined ? {} : { id: row.id }),
      ...(row.role === undefined ? {} : { role: binding.role(row.role) }),
      ...(row.actor === undefined ? {} : { actor: row.actor }),
      ...(row.text === undefined ? {} : { text: row.text }),
    }
  })
  const contact = rows.find((row) => row.context.contact !== undefined)?.context.contact
  return {
    id,
    ...(contact === undefined ? {} : { contact }),
    axes,
    ambiguous: AXES.filter((axis) => ambiguous.has(axis)),
    unit,
    attributes: first,
    events,
  }
}
