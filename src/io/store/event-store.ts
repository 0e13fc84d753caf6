import type { LogOptions } from '../../log/build-log.ts'
import type { Log } from '../../log/event.ts'
import type { InteractionTable } from '../../log/interaction-table.ts'
import type { IngestedFile } from '../../log/ingested-file.ts'
import type { OpenOptions } from '../open-log.ts'

/**
 * Keeps logs. A file goes in wholly or not at all; a file whose content is known adds nothing. What is kept is the row
 * before any map has been laid to it, so that every map, also a changed one, reads what it would have read from the file.
 */
export interface EventStore {
  /** Feeds one file, in one transaction. `timezone` only decides what is counted now, never what is kept. */
  ingest(path: string, options: OpenOptions & { readonly timezone?: string }): Promise<IngestedFile>
  /** Everything in the store as one log: the same as reading the files themselves. */
  read(options?: LogOptions): Log<InteractionTable>
  close(): void
}
