import { AXES } from '../model/map.ts'
import { type Attributes, createAttributes, NO_ATTRIBUTES } from './attributes.ts'
import { UNIT_LEVELS, type Value } from './event.ts'
import { type FieldName } from './fields.ts'
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
 * The rows of a log in columns of numbers: a row costs some forty bytes, and every text that rows share is held once.
 * A row's event, role and actor are one number (its act), its contact, place and unit another (its context).
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
  /** Interaction and sequence. */
  #keys: NumberColumn
  readonly #cells: NumberColumn
  readonly #times: Float64Array[] = []
  readonly #ids: NumberColumn
  /** For each row with attributes: how many, then name and value of each. */
  readonly #attributes: NumberColumn
  #attributesEnd = 1
  #attributesFrom = 0
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
    this.#keys = new NumberColumn(2, dump?.keys)
    this.#cells = new NumberColumn(STRIDE, dump?.cells)
    this.#ids = new NumberColumn(1, dump?.ids)
    this.#attributes = new NumberColumn(1, dump?.attributes)
    if (dump === undefined) return
    this.length = dump.length
    this.hasIds = dump.hasIds
    this.hasSequences = dump.hasSequences
    this.attributeNames.push(...dump.attributeNames)
    for (let at = 0; at < dump.length; at += CHUNK_MASK + 1) {
      this.#times.push(dump.times.subarray(at, at + CHUNK_MASK + 1))
    }
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
    if (this.#attributesFrom !== 0) this.#attributesEnd = this.#attributesFrom
    this.#attributesFrom = 0
  }

  append(row: CodedRow): void {
    const at = this.length++
    const keys = this.#keys.room(at)
    const cells = this.#cells.room(at)
    const k = this.#cells.place(at)
    keys[(at & CHUNK_MASK) * 2] = row.interaction
    keys[(at & CHUNK_MASK) * 2 + 1] = row.sequence
    cells[k] = row.line
    cells[k + 1] = row.act
    cells[k + 2] = row.context
    cells[k + 3] = row.text
    cells[k + 4] = this.#attributesFrom
    const chunk = at >>> CHUNK_BITS
    const times = (this.#times[chunk] ??= new Float64Array(1 << CHUNK_BITS))
    times[at & CHUNK_MASK] = row.time
    if (row.id !== 0) {
      this.hasIds = true
      this.#ids.set(at, row.id)
    }
    if (row.sequence !== 0) this.hasSequences = true
    this.#attributesFrom = 0
  }

  /** Takes back all rows from `length` on. */
  truncate(length: number): void {
    for (let at = length; this.hasIds && at < this.length; at++) this.#ids.set(at, 0)
    this.length = length
  }

  interaction(at: number): number {
    return this.#keys.get(at, 0)
  }

  /** Gives up a row: it belongs to no interaction any more. */
  drop(at: number): void {
    this.#keys.set(at, 0)
  }

  /**
   * Forgets what rows are gathered by, once they are: the interaction and the sequence of each, and where texts stand that
   * might come again. No row is to be added any more.
   */
  close(): void {
    this.#keys = new NumberColumn(2)
    for (const pool of [this.interactions, this.names, this.values]) pool.close()
  }

  /** Counts the lines of rows from another beginning. */
  shiftLines(first: number, end: number, by: number): void {
    for (let at = first; at < end; at++) {
      const cells = this.#cells.room(at)
      const k = this.#cells.place(at)
      cells[k] = (cells[k] as number) + by
    }
  }

  line(at: number): number {
    return this.#cells.get(at, 0)
  }

  act(at: number): number {
    return this.#cells.get(at, 1)
  }

  context(at: number): number {
    return this.#cells.get(at, 2)
  }

  text(at: number): string | undefined {
    return this.values.text(this.textCode(at))
  }

  /** Of `values`; 0: it has none. */
  textCode(at: number): number {
    return this.#cells.get(at, 3)
  }

  sequence(at: number): number {
    return this.#keys.get(at, 1)
  }

  id(at: number): number {
    return this.hasIds ? this.#ids.get(at, 0) : 0
  }

  time(at: number): number {
    return this.#times[at >>> CHUNK_BITS]?.[at & CHUNK_MASK] ?? Number.NaN
  }

  /** Where the attributes of a row begin, for `attributeCount`, `attributeAt` and `valueAt`; 0: it has none. */
  attributes(at: number): number {
    return this.#cells.get(at, 4)
  }

  attributeCount(from: number): number {
    return this.#attributes.get(from, 0)
  }

  /** The number of the k-th attribute's name. */
  attributeAt(from: number, k: number): number {
    return this.#attributes.get(from + 1 + 2 * k, 0) >>> 1
  }

  valueAt(from: number, k: number): Value {
    const code = this.#attributes.get(from + 2 + 2 * k, 0)
    if ((this.#attributes.get(from + 1 + 2 * k, 0) & 1) === 1) return this.#others[code] ?? null
    return this.values.text(code) ?? null
  }

  /** The code of `values` of the k-th attribute's value; −1 where it is no text. */
  valueCodeAt(from: number, k: number): number {
    return (this.#attributes.get(from + 1 + 2 * k, 0) & 1) === 1 ? -1 : this.#attributes.get(from + 2 + 2 * k, 0)
  }

  /** All rows, to be read elsewhere. Values that are no text are not among them: CSV has none. */
  dump(): RowTableDump {
    const times = new Float64Array(this.length)
    for (let at = 0; at < this.length; at++) times[at] = this.time(at)
    return {
      length: this.length,
      hasIds: this.hasIds,
      hasSequences: this.hasSequences,
      attributeNames: this.attributeNames,
      keys: this.#keys.dump(this.length),
      cells: this.#cells.dump(this.length),
      ids: this.hasIds ? this.#ids.dump(this.length) : new Uint32Array(0),
      attributes: this.#attributes.dump(this.#attributesEnd),
      times,
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
    if (this.#attributesFrom === 0) {
      this.#attributesFrom = this.#attributesEnd++
      this.#attributes.set(this.#attributesFrom, 0)
    }
    const end = this.#attributesEnd
    this.#attributes.set(this.#attributesFrom, this.#attributes.get(this.#attributesFrom, 0) + 1)
    this.#attributes.set(end, name)
    this.#attributes.set(end + 1, value)
    this.#attributesEnd = end + 2
  }
}

/** The rows of a table as they go to another thread. */
export interface RowTableDump {
  readonly length: number
  readonly hasIds: boolean
  readonly hasSequences: boolean
  readonly attributeNames: readonly string[]
  readonly keys: Uint32Array<ArrayBuffer>
  readonly cells: Uint32Array<ArrayBuffer>
  readonly ids: Uint32Array<ArrayBuffer>
  readonly attributes: Uint32Array<ArrayBuffer>
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

/** Numbers of a row side by side: line, act, context, text, attributes. */
const STRIDE = 5
/** Rows of a chunk. Columns grow by chunks: nothing is copied, and little lies idle. */
const CHUNK_BITS = 15
const CHUNK_MASK = (1 << CHUNK_BITS) - 1

const NOTHING = new Uint32Array(0)

/** Whole numbers below 2³², so many a row. */
class NumberColumn {
  readonly #stride: number
  readonly #chunks: Uint32Array[] = []

  constructor(stride: number, all?: Uint32Array<ArrayBuffer>) {
    this.#stride = stride
    const chunk = stride << CHUNK_BITS
    const length = all?.length ?? 0
    for (let at = 0; at < length; at += chunk) this.#chunks.push((all ?? NOTHING).subarray(at, at + chunk))
  }

  /** The chunk in which a row stands, made when it is not there. */
  room(at: number): Uint32Array {
    return (this.#chunks[at >>> CHUNK_BITS] ??= new Uint32Array(this.#stride << CHUNK_BITS))
  }

  /** Where a row begins in its chunk. */
  place(at: number): number {
    return (at & CHUNK_MASK) * this.#stride
  }

  dump(length: number): Uint32Array<ArrayBuffer> {
    const all = new Uint32Array(length * this.#stride)
    for (let at = 0; at < length; at += CHUNK_MASK + 1) {
      const rows = Math.min(CHUNK_MASK + 1, length - at)
      all.set(this.room(at).subarray(0, rows * this.#stride), at * this.#stride)
    }
    return all
  }

  set(at: number, value: number): void {
    this.room(at)[this.place(at)] = value
  }

  get(at: number, k: number): number {
    return this.#chunks[at >>> CHUNK_BITS]?.[(at & CHUNK_MASK) * this.#stride + k] ?? 0
  }
}
