import type { Message } from '../diagnostic/diagnostic.ts'
import type { Attributes } from './attributes.ts'
import type { Mapping } from './mapping.ts'
import type { ColumnPlan } from './plan-columns.ts'
import type { LineSplitter } from './split-line.ts'
import type { TimeReader } from './time.ts'

/**
 * A row of a log after mapping and before the catalogue: fields as text in the order of `FIELDS`, times as written,
 * attributes as the log has them. What a store keeps, so that another map or time zone reads it anew.
 */
export interface RawRow {
  readonly line: number
  readonly offset: number
  readonly values: readonly (string | undefined)[]
  readonly attributes: Readonly<Attributes>
}

/** A row that cannot be kept, before its file is known. */
export interface RawReject {
  readonly line: number
  readonly offset: number
  readonly reason: Message
  readonly raw: string
}

/** Receives what is read of one file, in the order of the file. `raw` gives the row as it stood. */
export interface RowSink {
  row(row: RawRow, raw: () => string): void
  reject(reject: RawReject): void
  note(line: number, reason: Message): void
  /** Where the sink takes rows as bytes: called once the columns are known. */
  readonly takeBytes?: (plan: ColumnPlan) => ByteRows | undefined
}

/**
 * Receives plain rows of a CSV file as bytes: valid UTF-8, as many fields as headings. Field k is
 * `bytes[bounds[2k]..bounds[2k + 1])` without its quotes; an end below 0 is the complement of one whose field has doubled
 * quotes in it.
 */
export interface ByteRows {
  /** Where the id of the interaction stands. */
  readonly idColumn: number
  /** Columns whose hashes are never asked for. */
  readonly unhashed: readonly number[]
  /** Whether rows of interactions are kept whose id has this hash (`hashBytes`). */
  falls(hash: number): boolean
  /** Whether an id that stands in these bytes is that of its interaction as it stands. */
  isClean(bytes: Uint8Array, from: number, to: number): boolean
  /** Whether the row is one of those that this sink keeps; the others need not even be valid. */
  owns(bytes: Uint8Array, line: LineSplitter): boolean
  /** False, and nothing has happened, where the row is not as plain as it looked: it then comes as `row` or `reject`. */
  row(bytes: Uint8Array, line: LineSplitter, number: number): boolean
  /** Whether this sink counts what is rejected: rows of others must then be valid too, and have what every row must. */
  readonly judges: boolean
  /** Whether a row has what every row must have: an interaction and an event. */
  isWhole(bytes: Uint8Array, line: LineSplitter): boolean
}

/** The file a row stands in, as far as its rows need to know. */
export interface RowFile {
  readonly path: string
  readonly mapping: Mapping
  readonly times: TimeReader
}

/** Where an interaction stood when a row was written: axes, unit path, contact. */
export interface RowContext {
  readonly contact: string | undefined
  /** In the order of `AXES`. */
  readonly axes: readonly (string | undefined)[]
  /** In the order of `UNIT_LEVELS`. */
  readonly unit: readonly (string | undefined)[]
}

/** A kept row of a file, its time read: milliseconds since the epoch, NaN where it has none. */
export interface Row<File extends RowFile = RowFile> {
  /** Its position in the table. */
  readonly at: number
  readonly file: File
  readonly line: number
  readonly event: string
  readonly time: number
  readonly sequence: string | undefined
  readonly id: string | undefined
  readonly role: string | undefined
  readonly actor: string | undefined
  readonly text: string | undefined
  readonly context: RowContext
  readonly attributes: Readonly<Attributes>
}
