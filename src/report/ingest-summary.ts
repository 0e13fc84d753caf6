import type { FileCount, LogNote, Reject } from '../log/event.ts'

/** What became of one file that was fed to a store; `known`: its content was there before, and nothing was added. */
export interface IngestedFileResult extends FileCount {
  readonly known: boolean
  readonly rejects: readonly Reject[]
  readonly notes: readonly LogNote[]
}

export interface IngestSummary {
  /** The store as the user named it. */
  readonly store: string
  readonly files: readonly IngestedFileResult[]
  readonly totals: { readonly read: number; readonly kept: number; readonly duplicates: number; readonly rejected: number }
}

export function summarizeIngest(store: string, files: readonly IngestedFileResult[]): IngestSummary {
  const totals = { read: 0, kept: 0, duplicates: 0, rejected: 0 }
  for (const file of files) {
    totals.read += file.read
    totals.kept += file.kept
    totals.duplicates += file.duplicates
    totals.rejected += file.rejected
  }
  return { store, files, totals }
}
