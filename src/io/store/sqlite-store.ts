import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Database, Statement } from 'better-sqlite3'
import type { Message } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import { compareText } from '../../diagnostic/sort.ts'
import { type Attributes, createAttributes, NO_ATTRIBUTES } from '../../log/attributes.ts'
import { LogBuilder, type LogOptions, wholeLog } from '../../log/build-log.ts'
import type { Log, Reject, Value } from '../../log/event.ts'
import { FileRows, timeReason } from '../../log/file-rows.ts'
import { settleDuplicates } from '../../log/group-rows.ts'
import { createMapping, describeMapping, type Mapping, NO_MAPPING } from '../../log/mapping.ts'
import type { IngestedFile } from '../../log/ingested-file.ts'
import type { InteractionTable } from '../../log/interaction-table.ts'
import { NoteBook } from '../../log/note-book.ts'
import type { RawReject, RawRow } from '../../log/row.ts'
import { RowTable } from '../../log/row-table.ts'
import { FIELD } from '../../log/fields.ts'
import { type OpenOptions, readLogFile } from '../open-log.ts'
import type { EventStore } from './event-store.ts'
import { APPLICATION_ID, EVENT_COLUMNS, MIGRATIONS } from './migrations.ts'

export interface StoreOptions {
  readonly cwd?: string
  /** Whether a file that is not there is made. */
  readonly create?: boolean
  /** Version of touchmap, written into the record of the run. */
  readonly version?: string
}

/** Opens a store in a SQLite file. Throws InputError where it cannot be opened, is none, or is newer than this version. */
export async function openStore(path: string, options: StoreOptions = {}): Promise<EventStore> {
  const file = resolve(options.cwd ?? '.', path)
  if (!options.create && !existsSync(file)) {
    throw new InputError(
      { zh: `${path}：没有此存储`, en: `${path}: no such store` },
      { zh: '先用 touchmap ingest LOG… --store 建立', en: 'make it with touchmap ingest LOG… --store' },
    )
  }
  const db = await openDatabase(path, file)
  try {
    prepareSchema(db, path)
  } catch (error) {
    db.close()
    throw asInputError(path, error)
  }
  return new SqliteStore(db, path, options.version ?? '')
}

/** Reads a whole store as one log, bound to a catalogue: the same as reading its files. */
export async function readStore(path: string, options: LogOptions & { readonly cwd?: string } = {}): Promise<Log> {
  return wholeLog(await openStoredLog(path, options))
}

/** The same for stores of any size: interactions are made one by one, as they are asked for. */
export async function openStoredLog(
  path: string,
  options: LogOptions & { readonly cwd?: string } = {},
): Promise<Log<InteractionTable>> {
  const store = await openStore(path, options.cwd === undefined ? {} : { cwd: options.cwd })
  try {
    return store.read(options)
  } finally {
    store.close()
  }
}

async function openDatabase(path: string, file: string): Promise<Database> {
  try {
    // Native: loaded only when a store is used, so that everything else works where it cannot be installed.
    const { default: open } = await import('better-sqlite3')
    return new open(file, { timeout: 30_000 })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code?.startsWith('SQLITE_') || /directory does not exist/i.test(message)) throw asInputError(path, error)
    throw new InputError(
      {
        zh: `存储需要 better-sqlite3，而它在这里无法加载（${code ?? message.split('\n')[0]}）`,
        en: `a store needs better-sqlite3, which cannot be loaded here (${code ?? message.split('\n')[0]})`,
      },
      {
        zh: '请运行 npm rebuild better-sqlite3（Node 换了版本之后也要如此）；不用存储时可直接对日志评分',
        en: 'run npm rebuild better-sqlite3 (also after a change of Node); without a store, score the logs directly',
      },
    )
  }
}

function prepareSchema(db: Database, path: string): void {
  const application = db.pragma('application_id', { simple: true })
  const tables = db.prepare('SELECT count(*) FROM sqlite_master').pluck().get()
  if (application !== APPLICATION_ID && tables !== 0) {
    throw new InputError({
      zh: `${path}：是 SQLite 文件，但不是 touchmap 的存储`,
      en: `${path}: a SQLite file, but not a store of touchmap`,
    })
  }
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  const migrate = db.transaction(() => {
    const version = Number(db.pragma('user_version', { simple: true }))
    if (version > MIGRATIONS.length) {
      throw new InputError(
        {
          zh: `${path}：存储的版本是 ${version}，此程序只认到 ${MIGRATIONS.length}`,
          en: `${path}: the store is of version ${version}, this program knows up to ${MIGRATIONS.length}`,
        },
        { zh: '请使用更新的 touchmap', en: 'use a newer touchmap' },
      )
    }
    if (version === MIGRATIONS.length) return
    db.pragma(`application_id = ${APPLICATION_ID}`)
    for (const step of MIGRATIONS.slice(version)) db.exec(step)
    db.pragma(`user_version = ${MIGRATIONS.length}`)
  })
  migrate.immediate()
}

function asInputError(path: string, error: unknown): unknown {
  if (error instanceof InputError) return error
  const { code, message } = error as NodeJS.ErrnoException
  const say = (zh: string, en: string) => new InputError({ zh: `${path}：${zh}`, en: `${path}: ${en}` })
  if (code === 'SQLITE_NOTADB') return say('不是 SQLite 文件', 'not a SQLite file')
  if (code === 'SQLITE_CORRUPT') return say('SQLite 文件已损坏', 'the SQLite file is damaged')
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') {
    return say('另一个程序正在写这个存储', 'another program is writing to the store')
  }
  if (code === 'SQLITE_FULL')
    return say('磁盘已满；此文件未写入任何内容', 'the disk is full; nothing of this file was kept')
  if (code === 'SQLITE_READONLY' || code === 'SQLITE_CANTOPEN' || /directory does not exist/i.test(message)) {
    return say('无法打开或写入', 'cannot be opened or written')
  }
  return error
}

type Scalar = string | number | null

interface FileRecord {
  readonly id: number
  readonly path: string
  readonly hash: string
  readonly holder: number | null
  readonly mapping: string
  readonly read: number
}

class SqliteStore implements EventStore {
  readonly #db: Database
  readonly #path: string
  readonly #version: string
  #run: number | undefined

  constructor(db: Database, path: string, version: string) {
    this.#db = db
    this.#path = path
    this.#version = version
  }

  async ingest(path: string, options: OpenOptions & { readonly timezone?: string } = {}): Promise<IngestedFile> {
    try {
      const known = path === '-' ? undefined : this.#fileOf(await hashOf(path, options.cwd))
      return known ? this.#ingestKnown(path, known) : await this.#ingestNew(path, options)
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK')
      throw asInputError(this.#path, error)
    }
  }

  close(): void {
    if (this.#run !== undefined) {
      this.#db.prepare('UPDATE runs SET finished = ? WHERE id = ?').run(new Date().toISOString(), this.#run)
    }
    this.#db.close()
  }

  /** The file that holds the rows of some content. */
  #fileOf(hash: string | undefined): FileRecord | undefined {
    if (hash === undefined) return undefined
    return this.#db.prepare('SELECT * FROM files WHERE hash = ? AND holder IS NULL').get(hash) as FileRecord | undefined
  }

  #begin(): number {
    this.#db.exec('BEGIN IMMEDIATE')
    if (this.#run === undefined) {
      const started = new Date().toISOString()
      this.#run = Number(
        this.#db.prepare('INSERT INTO runs (version, started) VALUES (?, ?)').run(this.#version, started)
          .lastInsertRowid,
      )
    }
    return this.#run
  }

  /** Known content under a new name is remembered by name alone, so that the log read from here names the file too. */
  #ingestKnown(path: string, holder: FileRecord): IngestedFile {
    const { hash, read, mapping } = holder
    if (!this.#db.prepare('SELECT 1 FROM files WHERE path = ? AND hash = ?').get(path, hash)) {
      const run = this.#begin()
      this.#db
        .prepare('INSERT INTO files (run, path, hash, holder, mapping, read, duplicates) VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(run, path, hash, holder.id, mapping, read, read)
      this.#db.exec('COMMIT')
    }
    return { path, hash, read, kept: 0, duplicates: read, rejected: 0, known: true, rejects: [], notes: [] }
  }

  async #ingestNew(path: string, options: OpenOptions & { readonly timezone?: string }): Promise<IngestedFile> {
    const mapping = options.mapping ?? NO_MAPPING
    const before = this.#run
    let file = this.#beginFile(path, mapping)
    let writer = new FileWriter(this.#db, file, path, mapping, options.timezone)
    const restart = () => {
      this.#db.exec('ROLLBACK')
      this.#run = before
      file = this.#beginFile(path, mapping)
      writer = new FileWriter(this.#db, file, path, mapping, options.timezone)
    }
    const { hash, read } = await readLogFile(
      path,
      {
        row: (row, raw) => writer.row(row, raw),
        reject: (reject) => writer.reject(reject),
        note: (line, reason) => writer.note(line, reason),
        restart,
      },
      options,
    )
    const known = this.#fileOf(hash)
    if (known) {
      this.#db.exec('ROLLBACK')
      this.#run = before
      return this.#ingestKnown(path, known)
    }
    writer.finish()
    const duplicates = this.#markDuplicates(file, options.timezone)
    const rejected = writer.rejects.length
    const kept = read - rejected - duplicates
    this.#db
      .prepare('UPDATE files SET hash = ?, read = ?, kept = ?, duplicates = ?, rejected = ? WHERE id = ?')
      .run(hash, read, kept, duplicates, rejected, file)
    this.#db.exec('COMMIT')
    return {
      path,
      hash,
      read,
      kept,
      duplicates,
      rejected,
      known: false,
      rejects: writer.rejects,
      notes: writer.notes.list(),
    }
  }

  #beginFile(path: string, mapping: Mapping): number {
    const run = this.#begin()
    const text = JSON.stringify(describeMapping(mapping))
    const insert = this.#db.prepare('INSERT INTO files (run, path, mapping) VALUES (?, ?, ?)')
    return Number(insert.run(run, path, text).lastInsertRowid)
  }

  /** Marks the rows of a new file that the store holds already (semantics §17), and counts them. */
  #markDuplicates(file: number, timezone: string | undefined): number {
    const shared = this.#db
      .prepare(
        `SELECT DISTINCT interaction FROM events e WHERE file = ? AND state = 'kept' AND (event_id IS NOT NULL OR EXISTS
          (SELECT 1 FROM events o WHERE o.interaction = e.interaction AND o.file <> e.file))`,
      )
      .pluck()
      .all(file) as string[]
    const rows = this.#db.prepare(
      "SELECT e.*, f.path, f.mapping FROM events e JOIN files f ON f.id = e.file WHERE e.interaction = ? AND e.state <> 'rejected' ORDER BY e.file, e.id",
    )
    const mark = this.#db.prepare("UPDATE events SET state = 'duplicate' WHERE id = ?")
    let duplicates = 0
    for (const interaction of shared) {
      const table = new RowTable()
      const lists = new Map<number, FileRows>()
      const ids = new Map<number, number>()
      for (const record of rows.iterate(interaction) as Iterable<EventRecord & { path: string; mapping: string }>) {
        let list = lists.get(record.file)
        if (!list) {
          list = new FileRows(record.path, mappingOf(record.mapping), timezone, table)
          lists.set(record.file, list)
        }
        const before = table.length
        list.row(rawRowOf(record), () => '')
        if (table.length > before && record.file === file) ids.set(before, record.id)
      }
      settleDuplicates(
        [...lists.values()].map((list) =>
          Array.from({ length: list.end - list.first }, (_, i) => table.row(list.first + i, list)),
        ),
        (row) => {
          const id = ids.get(row.at)
          if (id === undefined) return
          mark.run(id)
          duplicates++
        },
        () => {},
      )
    }
    return duplicates
  }

  read(options: LogOptions = {}): Log<InteractionTable> {
    const builder = new LogBuilder(options)
    const files = this.#db.prepare('SELECT * FROM files WHERE hash IS NOT NULL ORDER BY id').all() as FileRecord[]
    for (const holder of files.filter((file) => file.holder === null)) {
      const names = files.filter((file) => file.hash === holder.hash).map((file) => file.path)
      // The first name in order is the one under which the log counts the rows, whichever came in first.
      const [name = holder.path, ...others] = names.sort(compareText)
      const rows = builder.file(name, mappingOf(holder.mapping))
      rows.hash = holder.hash
      this.#readFile(holder.id, rows)
      for (const other of others) {
        const unread = builder.file(other)
        unread.hash = holder.hash
        unread.countUnread(holder.read)
      }
    }
    return builder.build()
  }

  #readFile(file: number, rows: FileRows): void {
    const raws = this.#db.prepare('SELECT raw FROM rejects WHERE event = ?').pluck()
    const events = this.#db.prepare('SELECT * FROM events WHERE file = ? ORDER BY id')
    for (const record of events.iterate(file) as Iterable<EventRecord>) {
      rows.row(rawRowOf(record), () => String(raws.get(record.id) ?? rebuiltRaw(record)))
    }
    const rejects = this.#db.prepare('SELECT * FROM rejects WHERE file = ? AND event IS NULL ORDER BY id')
    for (const record of rejects.iterate(file) as Iterable<RejectRecord>) {
      const { line, offset, raw } = record
      rows.reject({ line, offset, reason: { zh: record.reason_zh, en: record.reason_en }, raw })
    }
    const notes = this.#db.prepare('SELECT * FROM notes WHERE file = ?')
    for (const record of notes.iterate(file) as Iterable<NoteRecord>) {
      rows.notes.add(rows.path, record.line, { zh: record.reason_zh, en: record.reason_en }, record.occurrences)
    }
  }
}

type EventRecord = Readonly<Record<string, Scalar>> & {
  readonly id: number
  readonly file: number
  readonly line: number
  readonly offset: number
  readonly attributes: string | null
}

interface NoteRecord {
  readonly line: number
  readonly reason_zh: string
  readonly reason_en: string
  readonly occurrences: number
}

interface RejectRecord {
  readonly line: number
  readonly offset: number
  readonly reason_zh: string
  readonly reason_en: string
  readonly raw: string
}

function rawRowOf(record: EventRecord): RawRow {
  const values = EVENT_COLUMNS.map((column) => {
    const value = record[column]
    return value === null || value === undefined ? undefined : String(value)
  })
  return { line: record.line, offset: record.offset, values, attributes: attributesOf(record.attributes) }
}

function attributesOf(text: string | null): Readonly<Attributes> {
  if (text === null) return NO_ATTRIBUTES
  const attributes = createAttributes()
  for (const [name, value] of Object.entries(JSON.parse(text) as Record<string, Value>)) attributes[name] = value
  return attributes
}

/** A row that could be read when it came and cannot be now, for want of a time zone: its raw text was not kept. */
function rebuiltRaw(record: EventRecord): string {
  return JSON.stringify(EVENT_COLUMNS.flatMap((column) => record[column] ?? []))
}

function mappingOf(text: string): Mapping {
  return createMapping(JSON.parse(text)).mapping
}

async function hashOf(path: string, cwd: string | undefined): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(resolve(cwd ?? '.', path), { highWaterMark: 1024 * 1024 })) {
      hash.update(chunk as Uint8Array)
    }
  } catch {
    // What is wrong with the file is said when it is read.
    return undefined
  }
  return hash.digest('hex')
}

/** Writes the rows of one file as they come. */
class FileWriter {
  readonly rejects: Reject[] = []
  readonly notes: NoteBook = new NoteBook()
  readonly #db: Database
  readonly #file: number
  readonly #path: string
  /** Reads the times as a reader of the log would, to say now what can be kept. */
  readonly #times: FileRows['times']
  readonly #insert: Statement
  readonly #insertReject: Statement

  constructor(db: Database, file: number, path: string, mapping: Mapping, timezone: string | undefined) {
    this.#db = db
    this.#file = file
    this.#path = path
    this.#times = new FileRows(path, mapping, timezone, new RowTable()).times
    const columns = ['file', 'line', '"offset"', 'state', 'at', ...EVENT_COLUMNS, 'attributes']
    this.#insert = db.prepare(
      `INSERT INTO events (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    this.#insertReject = db.prepare(
      'INSERT INTO rejects (file, line, "offset", event, reason_zh, reason_en, raw) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
  }

  row(row: RawRow, raw: () => string): void {
    const written = row.values[FIELD.time]
    const at = written === undefined ? Number.NaN : this.#times.read(written)
    const bad = written !== undefined && Number.isNaN(at)
    const id = this.#insert.run(
      this.#file,
      row.line,
      row.offset,
      bad ? 'rejected' : 'kept',
      Number.isNaN(at) ? null : Math.trunc(at),
      ...row.values.map((value) => value ?? null),
      row.attributes === NO_ATTRIBUTES ? null : JSON.stringify(row.attributes),
    ).lastInsertRowid
    if (bad) {
      const reason = timeReason(this.#times.problem)
      this.#reject({ line: row.line, offset: row.offset, reason, raw: raw() }, Number(id))
    }
  }

  reject(reject: RawReject): void {
    this.#reject(reject, null)
  }

  note(line: number, reason: Message): void {
    this.notes.add(this.#path, line, reason)
  }

  #reject({ line, offset, reason, raw }: RawReject, event: number | null): void {
    this.#insertReject.run(this.#file, line, offset, event, reason.zh, reason.en, raw)
    this.rejects.push({ file: this.#path, line, offset, reason, raw })
  }

  finish(): void {
    const insert = this.#db.prepare(
      'INSERT INTO notes (file, line, reason_zh, reason_en, occurrences) VALUES (?, ?, ?, ?, ?)',
    )
    for (const { line, reason, occurrences } of this.notes.list()) {
      insert.run(this.#file, line, reason.zh, reason.en, occurrences)
    }
  }
}
