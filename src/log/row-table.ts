import { AXES } from '../model/map.ts'
import { type Attributes, createAttributes, NO_ATTRIBUTES } from './attributes.ts'
import { UNIT_LEVELS, type Value } from './event.ts'
import { type FieldName } from './fields.ts'
import { LineColumn, NumberColumn, PassingColumn, TimeColumn } from './row-columns.ts'
import type { Row, RowContext, RowFile } from './row.ts'
import { TextPool, type TextPoolDump } from './text-pool.ts'
import { TuplePool } from './tuple-pool.ts'

/** The fields of an act, in the order of its tuple. */
export const ACT_FIELDS: readonly FieldName[] = ['event', 'role', 'actor']

/** A row by its codes, before it is appended. Attributes are put beside it by `addAttribute`. */
export interface CodedRow {
  line: number
  /** Of `interactions`. */
  interaction: number
  /** Of `acts` and `contexts`. */
  act: number
  context: number
  /** Of `values`. */
  text: number
  sequence: number
  id: number
  /** Milliseconds since the epoch, NaN where there is none. */
  time: number
}

/** A row with nothing in it, to be filled again and again. */
export function createRow(): CodedRow {
  return { line: 0, interaction: 0, act: 0, context: 0, text: 0, sequence: 0, id: 0, time: Number.NaN }
}

/**
 * The rows of a log in columns of numbers: a row costs some twenty bytes, and twelve more where it says anything beyond
 * event, role, actor and time. Every text that rows share is held once. A row's event, role and actor are one number (its
 * act), its contact, place and unit another (its context).
 */
export class RowTable {
  readonly interactions: TextPool
  /** Texts of acts and contexts. */
  readonly names: TextPool
  /** Everything else: texts, event ids, sequences, values of attributes. */
  readonly values: TextPool
  readonly acts: TuplePool
  /** Tuples of names, in the order of `AXES` and of `UNIT_LEVELS`. */
  readonly places: TuplePool
  readonly units: TuplePool
  /** The name of a contact, a place, a unit. */
  readonly contexts: TuplePool
  length = 0
  /** Whether some row has an event id, or a sequence. */
  hasIds = false
  hasSequences = false
  readonly attributeNames: string[] = []
  readonly #attributeCodes = new Map<string, number>()
  /** Known until rows are gathered. */
  #interactions: PassingColumn
  #sequences: PassingColumn
  readonly #lines: LineColumn
  readonly #times: TimeColumn
  /** Act, and where the row's details begin; 0: it has none. */
  readonly #cells: NumberColumn
  readonly #ids: NumberColumn
  /** Of each row that has any: context, text, how many attributes, then name and value of each. */
  readonly #details: NumberColumn
  #detailsEnd = 1
  #detailsFrom = 0
  /** Values of attributes that are no text, from JSON. */
  readonly #others: Value[] = []

  /** `dump`: the rows of another table, to be read; none can be added to them. */
  constructor(dump?: RowTableDump) {
    const [interactions, names, values] = dump?.texts ?? []
    this.interactions = new TextPool(true, interactions)
    this.names = new TextPool(true, names)
    this.values = new TextPool(false, values)
    const [acts, places, units, contexts] = dump?.tuples ?? []
    this.acts = new TuplePool(ACT_FIELDS.length, acts)
    this.places = new TuplePool(AXES.length, places)
    this.units = new TuplePool(UNIT_LEVELS.length, units)
    this.contexts = new TuplePool(3, contexts)
    this.#interactions = new PassingColumn(dump?.interactions)
    this.#sequences = new PassingColumn(dump?.sequences)
    this.#lines = new LineColumn(dump?.lines)
    this.#times = new TimeColumn(dump?.times)
    this.#cells = new NumberColumn(2, dump?.cells)
    this.#ids = new NumberColumn(1, dump?.ids)
    this.#details = new NumberColumn(1, dump?.details)
    if (dump === undefined) return
    this.length = dump.length
    this.hasIds = dump.hasIds
    this.hasSequences = dump.hasSequences
    for (const name of dump.attributeNames) this.attributeNames.push(name)
  }

  attributeName(name: string): number {
    let code = this.#attributeCodes.get(name)
    if (code === undefined) {
      code = this.attributeNames.push(name) - 1
      this.#attributeCodes.set(name, code)
    }
    return code
  }

  /** An attribute of the row that is appended next: its name's number, and a code of `values`. */
  addAttribute(name: number, code: number): void {
    this.#addAttribute(name * 2, code)
  }

  /** An attribute whose value is no text. */
  addValue(name: number, value: Value): void {
    this.#addAttribute(name * 2 + 1, this.#others.push(value) - 1)
  }

  /** Forgets the attributes put beside a row that is not appended after all. */
  dropAttributes(): void {
    if (this.#detailsFrom !== 0) this.#detailsEnd = this.#detailsFrom
    this.#detailsFrom = 0
  }

  append(row: CodedRow): void {
    const at = this.length++
    this.#interactions.set(at, row.interaction)
    this.#lines.set(at, row.line)
    this.#times.set(at, row.time)
    if (row.context !== 0 || row.text !== 0 || this.#detailsFrom !== 0) {
      const from = this.#beginDetails()
      this.#details.set(from, row.context)
      this.#details.set(from + 1, row.text)
    }
    const cells = this.#cells.room(at)
    const k = this.#cells.place(at)
    cells[k] = row.act
    cells[k + 1] = this.#detailsFrom
    if (row.id !== 0) {
      this.hasIds = true
      this.#ids.set(at, row.id)
    }
    if (row.sequence !== 0) this.hasSequences = true
    if (this.hasSequences) this.#sequences.set(at, row.sequence)
    this.#detailsFrom = 0
  }

  /** Takes back all rows from `length` on. */
  truncate(length: number): void {
    for (let at = length; this.hasIds && at < this.length; at++) this.#ids.set(at, 0)
    this.length = length
  }

  interaction(at: number): number {
    return this.#interactions.get(at)
  }

  /** Gives up a row: it belongs to no interaction any more. */
  drop(at: number): void {
    this.#interactions.set(at, 0)
  }

  /**
   * Forgets what rows are gathered by, once they are: the interaction and the sequence of each, and where texts stand that
   * might come again. No row is to be added any more.
   */
  close(): void {
    this.#interactions = new PassingColumn()
    this.#sequences = new PassingColumn()
    for (const pool of [this.interactions, this.names, this.values]) pool.close()
  }

  /** Counts the lines of rows from another beginning. */
  shiftLines(first: number, end: number, by: number): void {
    this.#lines.shift(first, end, by, this.length)
  }

  line(at: number): number {
    return this.#lines.get(at)
  }

  act(at: number): number {
    return this.#cells.get(at, 0)
  }

  context(at: number): number {
    const from = this.#cells.get(at, 1)
    return from === 0 ? 0 : this.#details.get(from, 0)
  }

  text(at: number): string | undefined {
    return this.values.text(this.textCode(at))
  }

  /** Of `values`; 0: it has none. */
  textCode(at: number): number {
    const from = this.#cells.get(at, 1)
    return from === 0 ? 0 : this.#details.get(from + 1, 0)
  }

  sequence(at: number): number {
    return this.#sequences.get(at)
  }

  id(at: number): number {
    return this.hasIds ? this.#ids.get(at, 0) : 0
  }

  time(at: number): number {
    return this.#times.get(at)
  }

  /** Where the attributes of a row begin, for `attributeCount`, `attributeAt` and `valueAt`; 0: it has none. */
  attributes(at: number): number {
    const from = this.#cells.get(at, 1)
    return from === 0 || this.#details.get(from + 2, 0) === 0 ? 0 : from + 2
  }

  attributeCount(from: number): number {
    return this.#details.get(from, 0)
  }

  /** The number of the k-th attribute's name. */
  attributeAt(from: number, k: number): number {
    return this.#details.get(from + 1 + 2 * k, 0) >>> 1
  }

  valueAt(from: number, k: number): Value {
    const code = this.#details.get(from + 2 + 2 * k, 0)
    if ((this.#details.get(from + 1 + 2 * k, 0) & 1) === 1) return this.#others[code] ?? null
    return this.values.text(code) ?? null
  }

  /** The code of `values` of the k-th attribute's value; −1 where it is no text. */
  valueCodeAt(from: number, k: number): number {
    return (this.#details.get(from + 1 + 2 * k, 0) & 1) === 1 ? -1 : this.#details.get(from + 2 + 2 * k, 0)
  }

  /** All rows, to be read elsewhere. Values that are no text are not among them: CSV has none. */
  dump(): RowTableDump {
    const { length } = this
    const numbers = (of: (at: number) => number) => Uint32Array.from({ length }, (_, at) => of(at))
    return {
      length,
      hasIds: this.hasIds,
      hasSequences: this.hasSequences,
      attributeNames: this.attributeNames,
      interactions: numbers((at) => this.interaction(at)),
      sequences: this.hasSequences ? numbers((at) => this.sequence(at)) : new Uint32Array(0),
      lines: numbers((at) => this.line(at)),
      times: Float64Array.from({ length }, (_, at) => this.time(at)),
      cells: this.#cells.dump(length),
      ids: this.hasIds ? this.#ids.dump(length) : new Uint32Array(0),
      details: this.#details.dump(this.#detailsEnd),
      texts: [this.interactions.dump(), this.names.dump(), this.values.dump()],
      tuples: [this.acts.dump(), this.places.dump(), this.units.dump(), this.contexts.dump()],
    }
  }

  actText(act: number, field: number): string | undefined {
    return this.names.text(this.acts.get(act, field))
  }

  contextOf(code: number): RowContext {
    const place = this.contexts.get(code, 1)
    const unit = this.contexts.get(code, 2)
    return {
      contact: this.names.text(this.contexts.get(code, 0)),
      axes: AXES.map((_, i) => this.names.text(this.places.get(place, i))),
      unit: UNIT_LEVELS.map((_, i) => this.names.text(this.units.get(unit, i))),
    }
  }

  /** A row as an object. */
  row<File extends RowFile>(at: number, file: File): Row<File> {
    const act = this.act(at)
    return {
      at,
      file,
      line: this.line(at),
      event: this.actText(act, 0) ?? '',
      time: this.time(at),
      sequence: this.values.text(this.sequence(at)),
      id: this.values.text(this.id(at)),
      role: this.actText(act, 1),
      actor: this.actText(act, 2),
      text: this.text(at),
      context: this.contextOf(this.context(at)),
      attributes: this.#attributesOf(this.attributes(at)),
    }
  }

  #attributesOf(from: number): Readonly<Attributes> {
    if (from === 0) return NO_ATTRIBUTES
    const attributes = createAttributes()
    for (let k = 0; k < this.attributeCount(from); k++) {
      attributes[this.attributeNames[this.attributeAt(from, k)] ?? ''] = this.valueAt(from, k)
    }
    return attributes
  }

  #addAttribute(name: number, value: number): void {
    const from = this.#beginDetails()
    const end = this.#detailsEnd
    this.#details.set(from + 2, this.#details.get(from + 2, 0) + 1)
    this.#details.set(end, name)
    this.#details.set(end + 1, value)
    this.#detailsEnd = end + 2
  }

  /** Where the details of the row that is appended next begin. */
  #beginDetails(): number {
    if (this.#detailsFrom === 0) {
      this.#detailsFrom = this.#detailsEnd
      this.#detailsEnd += 3
      this.#details.set(this.#detailsFrom + 2, 0)
    }
    return this.#detailsFrom
  }
}

/** The rows of a table as they go to another thread. */
export interface RowTableDump {
  readonly length: number
  readonly hasIds: boolean
  readonly hasSequences: boolean
  readonly attributeNames: readonly string[]
  readonly interactions: Uint32Array<ArrayBuffer>
  readonly sequences: Uint32Array<ArrayBuffer>
  readonly lines: Uint32Array<ArrayBuffer>
  readonly cells: Uint32Array<ArrayBuffer>
  readonly ids: Uint32Array<ArrayBuffer>
  readonly details: Uint32Array<ArrayBuffer>
  readonly times: Float64Array<ArrayBuffer>
  /** Interactions, names, values. */
  readonly texts: readonly [TextPoolDump, TextPoolDump, TextPoolDump]
  /** Acts, places, units, contexts. */
  readonly tuples: readonly [
    Uint32Array<ArrayBuffer>,
    Uint32Array<ArrayBuffer>,
    Uint32Array<ArrayBuffer>,
    Uint32Array<ArrayBuffer>,
  ]
}
