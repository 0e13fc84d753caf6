import type { IngestedFile } from '../log/ingested-file.ts'

export interface IngestSummary {
  /** The store as the user named it. */
  readonly store: string
  readonly files: readonly IngestedFile[]
  readonly totals: {
    readonly read: number
    readonly kept: number
    readonly duplicates: number
    readonly rejected: number
  }
}

export function summarizeIngest(store: string, files: readonly IngestedFile[]): IngestSummary {
  const totals = { read: 0, kept: 0, duplicates: 0, rejected: 0 }
  for (const file of files) {
    totals.read += file.read
    totals.kept += file.kept
    totals.duplicates += file.duplicates
    totals.rejected += file.rejected
  }
  return { store, files, totals }
}
