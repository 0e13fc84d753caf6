import type { Place, Position, Range } from '../diagnostic/diagnostic.ts'

/** The text of one file with its line starts. `skipped` is 1 where a byte order mark stood before the text. */
export interface SourceText {
  readonly file: string
  readonly text: string
  readonly skipped: number
  readonly lineStarts: readonly number[]
}

export function createSourceText(file: string, text: string, skipped = 0): SourceText {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  return { file, text, skipped, lineStarts }
}

/** `offset` in UTF-16 units of `source.text`; clamped to the text. */
export function positionAt(source: SourceText, offset: number): Position {
  const at = Math.max(0, Math.min(offset, source.text.length))
  let low = 0
  let high = source.lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((source.lineStarts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: at - (source.lineStarts[low] ?? 0) + 1, offset: at + source.skipped }
}

export function rangeAt(source: SourceText, start: number, end: number): Range {
  return { start: positionAt(source, start), end: positionAt(source, Math.max(start, end)) }
}

export function placeAt(source: SourceText, start: number, end: number, pointer = ''): Place {
  return { file: source.file, range: rangeAt(source, start, end), pointer }
}
