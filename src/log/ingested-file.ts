import type { FileCount, LogNote, Reject } from './event.ts'

/** What became of one file that was fed to a store. */
export interface IngestedFile extends FileCount {
  /** Its content was in the store before: nothing was added. */
  readonly known: boolean
  readonly rejects: readonly Reject[]
  readonly notes: readonly LogNote[]
}
