import type { IngestSummary } from './ingest-summary.ts'
import type { ReportContext } from './context.ts'

/** `touchmap ingest --format json`: counts of every file, all rejects with their places, all notes. */
export function formatIngestJson(
  summary: IngestSummary,
  { lang, version }: Pick<ReportContext, 'lang' | 'version'>,
): string {
  const { store, files, totals } = summary
  const result = {
    touchmap: version,
    command: 'ingest',
    store,
    ...totals,
    files: files.map(({ path, hash, read, kept, duplicates, rejected, known }) => ({
      path,
      hash,
      read,
      kept,
      duplicates,
      rejected,
      known,
    })),
    rejects: files.flatMap(({ rejects }) =>
      rejects.map(({ file, line, offset, reason }) => ({ file, line, offset, reason: reason[lang] })),
    ),
    notes: files.flatMap(({ notes }) =>
      notes.map(({ file, line, reason, occurrences }) => ({ file, line, reason: reason[lang], occurrences })),
    ),
  }
  return `${JSON.stringify(result, null, 2)}\n`
}
