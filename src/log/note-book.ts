import type { Message } from '../diagnostic/diagnostic.ts'
import { compareText } from '../diagnostic/sort.ts'
import type { LogNote } from './event.ts'

/** Notes by file and reason, with the first line and how often. */
export class NoteBook {
  readonly #notes = new Map<string, LogNote>()

  add(file: string, line: number, reason: Message, occurrences = 1): void {
    const key = `${reason.en}\0${file}`
    const note = this.#notes.get(key)
    this.#notes.set(key, {
      file,
      line: Math.min(line, note?.line ?? line),
      reason,
      occurrences: occurrences + (note?.occurrences ?? 0),
    })
  }

  /** By file, line, reason. */
  list(): LogNote[] {
    return [...this.#notes.values()].sort(
      (a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.reason.en, b.reason.en),
    )
  }
}
