import type { LogOptions } from '../../log/build-log.ts'
import type { FileCount, Log, LogNote, Reject } from '../../log/event.ts'
import type { OpenOptions } from '../open-log.ts'

/** What became of one file that was fed to a store. */
export interface IngestedFile extends FileCount {
  /** Its content was in the store before: nothing was added. */
  readonly known: boolean
  readonly rejects: readonly Reject[]
  readonly notes: readonly LogNote[]
}

/**
 * Keeps logs. A file goes in wholly or not at all; a file whose content is known adds nothing. What is kept is the row
 * before any map has been laid to it, so that every map, also a changed one, reads what it would have read from the file.
 */
export interface EventStore {
  /** Feeds one file, in one transaction. `timezone` only decides what is counted now, never what is kept. */
  ingest(path: string, options: OpenOptions & { readonly timezone?: string }): Promise<IngestedFile>
  /** Everything in the store as one log: the same as reading the files themselves. */
  read(options?: LogOptions): Log
  close(): void
}
