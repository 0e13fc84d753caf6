import { compareText } from '../diagnostic/sort.ts'
import type { Message } from '../diagnostic/diagnostic.ts'
import { AXES, type AttributeType } from '../model/map.ts'
import { type Attributes, createAttributes, NO_ATTRIBUTES } from './attributes.ts'
import type { BoundEvent, CatalogBinding } from './bind-catalog.ts'
import { Contexts, type Description } from './contexts.ts'
import type { Interaction, LogEvent } from './event.ts'
import type { FileRows } from './file-rows.ts'
import { glanceEvent, glanceInteraction, type GlanceSource } from './glance.ts'
import { orderRows, settleDuplicates } from './group-rows.ts'
import { Likeness, type RowSight } from './likeness.ts'
import { logMessages } from './messages.ts'
import type { NoteBook } from './note-book.ts'
import type { RowTable } from './row-table.ts'

/** An act as the catalogue understands it. */
interface BoundAct {
  readonly event: BoundEvent
  readonly role: string | undefined
  readonly actor: string | undefined
}

/** An interaction before its events are made. Times are milliseconds, NaN where there is none. */
export interface Outline {
  /** Its rows. */
  from: number
  to: number
  description: Description
  /** Of the first and the last event. */
  begins: number
  closes: number
  /** Of the first and the last event that have one. */
  firstTimed: number
  lastTimed: number
  earliest: number
  latest: number
}

interface Standing {
  readonly file: FileRows
  readonly first: number
}

/** Codes below this have what they stand for kept; beyond it, it is made anew. */
const KEPT = 1 << 16

/**
 * The interactions of a log, ordered by id (UTF-16 code units). Duplicates and order are settled once, over columns of
 * numbers; an interaction with its events is made when it is asked for, and nothing keeps it here.
 */
export class InteractionTable implements Iterable<Interaction> {
  /** The latest time of an event that was kept; undefined when none has a time. */
  latestTime: number | undefined
  readonly #table: RowTable
  readonly #files: readonly FileRows[]
  readonly #binding: CatalogBinding
  readonly #split: readonly ('business' | 'channel')[]
  readonly #notes: NoteBook
  /** Rows by interaction; those of code c are `#rows[#from[c]..#to[c])`. */
  readonly #rows: Uint32Array
  readonly #from: Uint32Array
  readonly #to: Uint32Array
  /** The interactions in order: the code, and which piece of it. */
  readonly #codes: Uint32Array
  readonly #pieces: Uint32Array | undefined
  readonly #acts: (BoundAct | undefined)[] = []
  readonly #contexts: Contexts
  readonly #typed = new Map<AttributeType, Map<number, Interaction['attributes'][string] | undefined>>()
  #contacts: Map<string, number[]> | undefined
  #last: { readonly code: number; readonly interactions: readonly Interaction[] } | undefined

  /** `files` are those that count, in their order; what is noted of rows goes to `notes`. */
  constructor(
    table: RowTable,
    files: readonly FileRows[],
    binding: CatalogBinding,
    split: readonly ('business' | 'channel')[],
    notes: NoteBook,
  ) {
    this.#table = table
    this.#files = files
    this.#binding = binding
    this.#split = split
    this.#notes = notes
    const size = table.interactions.size
    this.#from = new Uint32Array(size)
    this.#to = new Uint32Array(size)
    this.#rows = this.#group()
    this.#contexts = new Contexts(table, this.#rows, binding)
    this.#settle()
    if (split.length === 0) this.#codes = this.#inOrder()
    else [this.#codes, this.#pieces] = this.#piecesInOrder()
  }

  get length(): number {
    return this.#codes.length
  }

  *[Symbol.iterator](): Generator<Interaction> {
    for (let at = 0; at < this.#codes.length; at++) yield this.get(at)
  }

  /** The interaction at a place of the order. */
  get(at: number): Interaction {
    const code = this.#codes[at] ?? 0
    if (this.#pieces === undefined) return this.#bind(code)[0] as Interaction
    if (this.#last?.code !== code) this.#last = { code, interactions: this.#bind(code) }
    return this.#last.interactions[this.#pieces[at] ?? 0] as Interaction
  }

  /**
   * The same interaction for who asks little of it: texts, attributes and places are found when they are asked for. They
   * are no properties of the objects themselves, so copies of these lack them.
   */
  glance(at: number): Interaction {
    if (this.#pieces !== undefined) return this.get(at)
    const table = this.#table
    const code = this.#codes[at] ?? 0
    const from = this.#from[code] ?? 0
    const to = this.#to[code] ?? 0
    const events: LogEvent[] = []
    for (let i = from; i < to; i++) {
      const row = this.#rows[i] as number
      events.push(glanceEvent(this.#source, row, i - from + 1, this.#act(table.act(row)), table.time(row)))
    }
    const description = this.#contexts.describe(from, to)
    const contact = this.#contexts.contactOf(from, to)
    return glanceInteraction(this.#source, table.interactions.text(code) ?? '', contact, description, events)
  }

  ids(): string[] {
    return Array.from(this.#codes, (_, at) => this.#idAt(at))
  }

  find(id: string): Interaction | undefined {
    for (let at = 0; at < this.#codes.length; at++) if (this.#idAt(at) === id) return this.get(at)
    return undefined
  }

  /** All interactions of a contact, in order. */
  ofContact(contact: string): Interaction[] {
    this.#contacts ??= this.#groupByContact()
    return (this.#contacts.get(contact) ?? []).map((at) => this.get(at))
  }

  idAt(at: number): string {
    return this.#idAt(at)
  }

  /** Tells which interactions look alike; undefined where a log is cut into pieces. */
  likeness(sight: RowSight): Likeness | undefined {
    if (this.#pieces !== undefined) return undefined
    return new Likeness(
      {
        table: this.#table,
        rows: this.#rows,
        act: (code) => this.#act(code),
        value: (row, attributes, k, type) => this.#valueOf(row, attributes, k, type),
      },
      sight,
    )
  }

  /** Lays into `outline` what is known of the interaction at a place of the order before its events are made. */
  outline(at: number, outline: Outline): void {
    const table = this.#table
    const code = this.#codes[at] ?? 0
    const from = this.#from[code] ?? 0
    const to = this.#to[code] ?? 0
    outline.from = from
    outline.to = to
    outline.description = this.#contexts.describe(from, to)
    outline.begins = table.time(this.#rows[from] ?? 0)
    outline.closes = table.time(this.#rows[to - 1] ?? 0)
    outline.firstTimed = Number.NaN
    outline.lastTimed = Number.NaN
    outline.earliest = Number.NaN
    outline.latest = Number.NaN
    for (let i = from; i < to; i++) {
      const time = table.time(this.#rows[i] ?? 0)
      if (Number.isNaN(time)) continue
      if (Number.isNaN(outline.firstTimed)) {
        outline.firstTimed = time
        outline.earliest = time
        outline.latest = time
      }
      outline.lastTimed = time
      if (time < outline.earliest) outline.earliest = time
      if (time > outline.latest) outline.latest = time
    }
  }

  /** The time of an event of an outlined interaction, by its place in it. */
  timeAt({ from }: Outline, place: number): number {
    return this.#table.time(this.#rows[from + place] as number)
  }

  /** Whether some event of an outlined interaction has a name of which this holds. */
  hasEvent({ from, to }: Outline, is: (event: string) => boolean): boolean {
    for (let at = from; at < to; at++) {
      if (is(this.#act(this.#table.act(this.#rows[at] ?? 0)).event.name)) return true
    }
    return false
  }

  readonly #source: GlanceSource = {
    text: (row) => this.#table.text(row),
    id: (row) => this.#table.values.text(this.#table.id(row)),
    place: (row) => ({ file: this.#fileOf(row).path, line: this.#table.line(row) }),
    attributes: (row, types) => this.#attributes(row, types),
    firstValues: (events) => this.#firstValues(events),
  }

  #idAt(at: number): string {
    const id = this.#table.interactions.text(this.#codes[at] ?? 0) ?? ''
    return this.#pieces === undefined ? id : this.get(at).id
  }

  #groupByContact(): Map<string, number[]> {
    const contacts = new Map<string, number[]>()
    for (let at = 0; at < this.#codes.length; at++) {
      const code = this.#codes[at] ?? 0
      const contact =
        this.#contexts.contactOf(this.#from[code] ?? 0, this.#to[code] ?? 0) ??
        (this.#split.length > 0 ? this.get(at).contact : undefined)
      if (contact === undefined) continue
      const group = contacts.get(contact)
      if (group) group.push(at)
      else contacts.set(contact, [at])
    }
    return contacts
  }

  /** Rows by interaction, in the order of the files (a counting sort); sets `#from` and `#to`. */
  #group(): Uint32Array {
    const table = this.#table
    const counts = this.#to
    const stretches = this.#files.flatMap((file) => file.stretches)
    let total = 0
    for (const { first, end } of stretches) {
      for (let row = first; row < end; row++) {
        const code = table.interaction(row)
        counts[code] = (counts[code] ?? 0) + 1
      }
      total += end - first
    }
    const from = this.#from
    let at = 0
    for (let code = 0; code < counts.length; code++) {
      from[code] = at
      at += counts[code] ?? 0
      counts[code] = from[code] ?? 0
    }
    const rows = new Uint32Array(total)
    for (const { first, end } of stretches) {
      for (let row = first; row < end; row++) {
        const code = table.interaction(row)
        const place = counts[code] ?? 0
        rows[place] = row
        counts[code] = place + 1
      }
    }
    return rows
  }

  /** The codes of the interactions in the order of their ids, of which no string is made. */
  #inOrder(): Uint32Array {
    const { interactions } = this.#table
    const codes = new Uint32Array(this.#from.length)
    let count = 0
    let sorted = true
    for (let code = 1; code < codes.length; code++) {
      if (this.#from[code] === this.#to[code]) continue
      if (sorted && count > 0) sorted = interactions.compare(codes[count - 1] as number, code) < 0
      codes[count++] = code
    }
    const found = codes.subarray(0, count)
    return sorted ? found : found.sort((a, b) => interactions.compare(a, b))
  }

  /** The same of a log that is cut into pieces, and which piece each is. */
  #piecesInOrder(): [codes: Uint32Array, pieces: Uint32Array] {
    const codes: number[] = []
    const ids: string[] = []
    const pieces: number[] = []
    for (let code = 1; code < this.#from.length; code++) {
      if (this.#from[code] === this.#to[code]) continue
      const id = this.#table.interactions.text(code) ?? ''
      const count = this.#cut(code).length
      for (let piece = 0; piece < count; piece++) {
        codes.push(code)
        ids.push(count > 1 ? `${id}#${piece + 1}` : id)
        pieces.push(piece)
      }
    }
    const order = Uint32Array.from(ids, (_, at) => at)
    order.sort((a, b) => compareText(ids[a] ?? '', ids[b] ?? '') || a - b)
    return [order.map((at) => codes[at] ?? 0), order.map((at) => pieces[at] ?? 0)]
  }

  /** Duplicates out, order in, and everything that is worth a note. */
  #settle(): void {
    const table = this.#table
    for (const file of this.#files) file.duplicates = 0
    const several = this.#files.length > 1
    const numbers: (number | undefined)[] = []
    const sequenceOf = (row: number): number => {
      const code = table.sequence(row)
      if (code === 0) return Number.NaN
      if (code >= KEPT) return Number(table.values.text(code))
      return (numbers[code] ??= Number(table.values.text(code)))
    }
    for (let code = 1; code < this.#from.length; code++) {
      const from = this.#from[code] ?? 0
      const to = this.#to[code] ?? 0
      if (from === to) continue
      const first = this.#rows[from] ?? 0
      const last = this.#rows[to - 1] ?? 0
      if (table.hasIds || (several && this.#fileOf(first) !== this.#fileOf(last))) this.#settleWhole(code)
      else if (table.hasSequences) this.#putInOrder(from, to, sequenceOf)
      this.#look(from, this.#to[code] ?? 0)
    }
  }

  /** The rows of an interaction that stands in several files, or whose rows have ids. */
  #settleWhole(code: number): void {
    const from = this.#from[code] ?? 0
    const lists = new Map<FileRows, ReturnType<RowTable['row']>[]>()
    for (let at = from; at < (this.#to[code] ?? 0); at++) {
      const row = this.#rows[at] ?? 0
      const file = this.#fileOf(row)
      const list = lists.get(file)
      if (list) list.push(this.#table.row(row, file))
      else lists.set(file, [this.#table.row(row, file)])
    }
    const kept = settleDuplicates(
      [...lists.values()],
      (row) => {
        this.#fileOf(row.at).duplicates++
      },
      (row) => this.#note(row.at, logMessages.sameIdOtherContent()),
    )
    const rows = orderRows(kept, (row) => this.#note(row.at, logMessages.badSequence()))
    rows.forEach((row, i) => {
      this.#rows[from + i] = row.at
    })
    this.#to[code] = from + rows.length
  }

  /** By sequence, when every row has a number there; rows of one file. */
  #putInOrder(from: number, to: number, sequenceOf: (row: number) => number): void {
    const table = this.#table
    let none = true
    let bad = -1
    let ordered = true
    let before = Number.NEGATIVE_INFINITY
    for (let at = from; at < to; at++) {
      const row = this.#rows[at] ?? 0
      if (table.sequence(row) !== 0) none = false
      const number = sequenceOf(row)
      if (!Number.isFinite(number)) {
        if (bad === -1) bad = row
      } else if (number < before) ordered = false
      else before = number
    }
    if (none) return
    if (bad !== -1) this.#note(bad, logMessages.badSequence())
    else if (!ordered) {
      const rows = Array.from(this.#rows.subarray(from, to), (row, i) => ({ row, i, number: sequenceOf(row) }))
      rows.sort((a, b) => a.number - b.number || a.i - b.i)
      rows.forEach(({ row }, i) => {
        this.#rows[from + i] = row
      })
    }
  }

  /** Notes times that run backwards and values that are not of their type. */
  #look(from: number, to: number): void {
    const table = this.#table
    let before = Number.NEGATIVE_INFINITY
    for (let at = from; at < to; at++) {
      const row = this.#rows[at] ?? 0
      const time = table.time(row)
      if (!Number.isNaN(time)) {
        if (time < before) this.#note(row, logMessages.backwards())
        before = time
        if (this.latestTime === undefined || time > this.latestTime) this.latestTime = time
      }
      const attributes = table.attributes(row)
      if (attributes !== 0) this.#checkTypes(row, attributes)
    }
  }

  #checkTypes(row: number, attributes: number): void {
    const { types } = this.#act(this.#table.act(row)).event
    if (types.size === 0) return
    for (let k = 0; k < this.#table.attributeCount(attributes); k++) {
      const name = this.#table.attributeNames[this.#table.attributeAt(attributes, k)] ?? ''
      const type = types.get(name)
      if (type === undefined || type === 'string') continue
      if (this.#valueOf(row, attributes, k, type) !== undefined) continue
      if (!this.#binding.isBlank(this.#table.valueAt(attributes, k))) this.#note(row, logMessages.wrongType(name, type))
    }
  }

  /** The value of a row's k-th attribute, of its type where it has one. */
  #valueOf(row: number, attributes: number, k: number, type: AttributeType | undefined) {
    const value = this.#table.valueAt(attributes, k)
    if (type === undefined || (type === 'string' && typeof value === 'string')) return value
    const code = this.#table.valueCodeAt(attributes, k)
    // Times depend on the zone of their file.
    if (code < 0 || type === 'time') return this.#binding.value(value, type, this.#fileOf(row).times)
    let known = this.#typed.get(type)
    if (known === undefined) this.#typed.set(type, (known = new Map()))
    // Below 2³¹ in size, numbers are no objects of their own.
    const key = code | 0
    let typed = known.get(key)
    if (typed === undefined && !known.has(key)) {
      typed = this.#binding.value(value, type, this.#fileOf(row).times)
      if (known.size < KEPT) known.set(key, typed)
    }
    return typed
  }

  #fileOf(row: number): FileRows {
    const files = this.#files
    if (files.length === 1) return files[0] as FileRows
    const found = this.#byFirst()
    let low = 0
    let high = found.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((found[middle]?.first ?? 0) <= row) low = middle
      else high = middle - 1
    }
    return (found[low] as Standing).file
  }

  /** Where the rows of the files stand, as they stand in the table. */
  #byFirst(): readonly Standing[] {
    this.#standing ??= this.#files
      .flatMap((file) => file.stretches.map(({ first }) => ({ file, first })))
      .sort((a, b) => a.first - b.first)
    return this.#standing
  }
  #standing: readonly Standing[] | undefined

  #note(row: number, reason: Message): void {
    this.#notes.add(this.#fileOf(row).path, this.#table.line(row), reason)
  }

  #act(code: number): BoundAct {
    let act = this.#acts[code]
    if (act === undefined) {
      const role = this.#table.actText(code, 1)
      act = {
        event: this.#binding.event(this.#table.actText(code, 0) ?? ''),
        role: role === undefined ? undefined : this.#binding.role(role),
        actor: this.#table.actText(code, 2),
      }
      if (code < KEPT) this.#acts[code] = act
    }
    return act
  }

  /** Where the pieces of an interaction begin: wherever an axis takes another value. Blank ones go with the value before them, leading ones with the first. */
  #cut(code: number): number[] {
    const from = this.#from[code] ?? 0
    const starts = [from]
    const slots = this.#split.map((axis) => AXES.indexOf(axis))
    const now: (string | undefined)[] = []
    for (let at = from; at < (this.#to[code] ?? 0); at++) {
      const axes = this.#contexts.axesAt(at)
      let cut = false
      for (const slot of slots) {
        const value = axes[slot]
        if (value === undefined) continue
        if (now[slot] !== undefined && now[slot] !== value) cut = true
        now[slot] = value
      }
      if (cut) starts.push(at)
    }
    return starts
  }

  /** The interaction of a code, or its pieces. */
  #bind(code: number): Interaction[] {
    const id = this.#table.interactions.text(code) ?? ''
    const from = this.#from[code] ?? 0
    const to = this.#to[code] ?? 0
    const starts = this.#split.length === 0 ? undefined : this.#cut(code)
    const contact = this.#contexts.contactOf(from, to)
    if (starts === undefined || starts.length === 1) {
      const { axes, ambiguous, unit } = this.#contexts.describe(from, to)
      const events = this.#events(from, to)
      const attributes = this.#firstValues(events)
      return [{ id, ...(contact === undefined ? {} : { contact }), axes, ambiguous, unit, attributes, events }]
    }
    const whole = this.#contexts.describe(from, to)
    const known = createAttributes()
    return starts.map((start, i): Interaction => {
      const end = starts[i + 1] ?? to
      const own = this.#contexts.describe(start, end)
      const events = this.#events(start, end)
      const attributes = this.#firstValues(events)
      // What an earlier piece of the contact has said holds for the later ones, unless they say otherwise.
      for (const name in attributes) known[name] = attributes[name] ?? null
      for (const name in known) attributes[name] ??= known[name] ?? null
      return {
        id: `${id}#${i + 1}`,
        contact: contact ?? id,
        axes: { ...whole.axes, ...own.axes },
        ambiguous: own.ambiguous,
        unit: { ...whole.unit, ...own.unit },
        attributes,
        events,
      }
    })
  }

  #events(from: number, to: number): LogEvent[] {
    const table = this.#table
    const events: LogEvent[] = []
    for (let at = from; at < to; at++) {
      const row = this.#rows[at] ?? 0
      const { event, role, actor } = this.#act(table.act(row))
      const bound: { -readonly [K in keyof LogEvent]: LogEvent[K] } = {
        index: at - from + 1,
        event: event.name,
        speech: event.speech,
        attributes: this.#attributes(row, event.types),
        place: { file: this.#fileOf(row).path, line: table.line(row) },
      }
      const time = table.time(row)
      if (!Number.isNaN(time)) bound.time = time
      const id = table.id(row)
      if (id !== 0) bound.id = table.values.text(id) ?? ''
      if (role !== undefined) bound.role = role
      if (actor !== undefined) bound.actor = actor
      const text = table.text(row)
      if (text !== undefined) bound.text = text
      events.push(bound)
    }
    return events
  }

  #attributes(row: number, types: ReadonlyMap<string, AttributeType>): Readonly<Attributes> {
    const from = this.#table.attributes(row)
    if (from === 0) return NO_ATTRIBUTES
    const attributes = createAttributes()
    for (let k = 0; k < this.#table.attributeCount(from); k++) {
      const name = this.#table.attributeNames[this.#table.attributeAt(from, k)] ?? ''
      const value = this.#valueOf(row, from, k, types.get(name))
      if (value !== undefined) attributes[name] = value
    }
    return attributes
  }

  #firstValues(events: readonly LogEvent[]): Attributes {
    const first = createAttributes()
    for (const { attributes } of events) {
      for (const name in attributes) {
        const value = attributes[name]
        if (value !== undefined && first[name] === undefined && !this.#binding.isBlank(value)) first[name] = value
      }
    }
    return first
  }
}
