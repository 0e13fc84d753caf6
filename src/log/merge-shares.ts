import { compareText } from '../diagnostic/sort.ts'
import type { FileCount, Log, Reject } from './event.ts'
import { NoteBook } from './note-book.ts'

/** What there is to say of a log besides its interactions. */
export type LogAccount = Pick<Log, 'files' | 'rejects' | 'notes' | 'ties'>

/** The account of a whole log from those of its shares: what one reader of the whole would have said. */
export function mergeShares(shares: readonly LogAccount[]): LogAccount {
  const files: FileCount[] = []
  for (const [at, file] of (shares[0]?.files ?? []).entries()) {
    const total = (count: 'read' | 'kept' | 'duplicates' | 'rejected') =>
      shares.reduce((sum, share) => sum + (share.files[at]?.[count] ?? 0), 0)
    const [read, kept, duplicates, rejected] = [total('read'), total('kept'), total('duplicates'), total('rejected')]
    files.push({ ...file, read, kept, duplicates, rejected })
  }
  const notes = new NoteBook()
  for (const share of shares) {
    for (const note of share.notes) notes.add(note.file, note.line, note.reason, note.occurrences)
  }
  const rejects = shares.flatMap((share) => share.rejects)
  const ties = shares.some((share) => share.ties === 'any') ? 'any' : 'file'
  return { files, rejects: sortRejects(rejects), notes: notes.list(), ties }
}

/** By file, line and place in it. */
export function sortRejects(rejects: readonly Reject[]): Reject[] {
  return rejects.toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line || a.offset - b.offset)
}
