import { compareText } from '../diagnostic/sort.ts'
import type { Catalog, ProcessMap } from '../model/map.ts'
import { bindCatalog } from './bind-catalog.ts'
import type { FileCount, Log, Reject } from './event.ts'
import { FileRows, type Share, WHOLE } from './file-rows.ts'
import { InteractionTable } from './interaction-table.ts'
import { bringIn, type RowPacket, type Straddling, takeAway } from './log-parts.ts'
import { type Mapping, NO_MAPPING } from './mapping.ts'
import { sortRejects } from './merge-shares.ts'
import { NoteBook } from './note-book.ts'
import { RowTable } from './row-table.ts'

export interface LogOptions {
  /** The map's catalogue; without it names stand for themselves and attributes keep the types of the log. */
  readonly catalog?: Catalog
  /** Time zone of local times where the mapping names none: the map's. */
  readonly timezone?: string
  /** Whether ids that values had formerly (`formerly` of the catalogue) are read as what they are called now. */
  readonly former?: boolean
}

/** What a log takes over from the map to which it is bound. */
export function logOptionsOf(map: Pick<ProcessMap, 'catalog' | 'timezone'> | undefined): LogOptions {
  return {
    ...(map === undefined ? {} : { catalog: map.catalog }),
    ...(map?.timezone === undefined ? {} : { timezone: map.timezone }),
  }
}

/**
 * Gathers the rows of any number of files into interactions. The result depends on what the files hold and on their
 * names, not on the order in which they were read: files count in the order of their names, then of their hashes.
 */
export class LogBuilder {
  readonly #options: LogOptions
  readonly #share: Share
  readonly #table = new RowTable()
  readonly #files: FileRows[] = []

  constructor(options: LogOptions = {}, share: Share = WHOLE) {
    this.#options = options
    this.#share = share
  }

  /** Begins a file. Its rows come before those of the next; its hash must be set on the result before `build`. */
  file(path: string, mapping: Mapping = NO_MAPPING): FileRows {
    const file = new FileRows(path, mapping, this.#options.timezone, this.#table, this.#share)
    this.#files.push(file)
    return file
  }

  /** The hashes of the ids of all interactions read so far. */
  idHashes(): Uint32Array<ArrayBuffer> {
    return this.#table.interactions.hashes()
  }

  /** Takes out the rows that the readers of other parts get; this one has read `part` of each file. */
  takeAway(straddling: Straddling, part: number, parts: number): (RowPacket | undefined)[] {
    return takeAway(this.#table, this.#files, straddling, { part, parts })
  }

  /** Puts in rows of another part, the files being the same. */
  bringIn(packet: RowPacket, part: number): void {
    bringIn(this.#table, this.#files, packet, part)
  }

  /** The log, its interactions in a table that makes each when it is asked for. To be called once, when all is read. */
  build(): Log<InteractionTable> {
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
    const split = [...new Set(read.flatMap((file) => file.mapping.split))]
    const interactions = new InteractionTable(
      this.#table,
      read,
      bindCatalog(this.#options.catalog, this.#options),
      split,
      notes,
    )
    this.#table.close()
    for (const file of read) {
      const { path, hash, rows, duplicates } = file
      const rejected = file.rejects.length
      counts.push({ path, hash, read: rows + rejected, kept: rows - duplicates, duplicates, rejected })
    }
    counts.sort((a, b) => compareText(a.path, b.path) || compareText(a.hash, b.hash))
    const ties = read.some((file) => file.mapping.ties === 'any') ? 'any' : 'file'
    return { interactions, files: counts, rejects: sortRejects(rejects), notes: notes.list(), ties }
  }
}

/** The same log with all its interactions at hand. */
export function wholeLog(log: Log<Iterable<Log['interactions'][number]>>): Log {
  return { ...log, interactions: [...log.interactions] }
}
