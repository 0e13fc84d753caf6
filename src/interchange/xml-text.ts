import type { Place, Position } from '../diagnostic/diagnostic.ts'

/** The text of an XML file with its line starts. */
export interface XmlText {
  readonly file: string
  readonly text: string
  readonly lineStarts: readonly number[]
}

export function createXmlText(file: string, text: string): XmlText {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  return { file, text, lineStarts }
}

/** The stretch between two offsets in UTF-16 units, clamped to the text and to its first line. */
export function placeIn(source: XmlText, from: number, to: number): Place {
  const start = Math.max(0, Math.min(from, source.text.length))
  const line = source.text.indexOf('\n', start)
  const end = Math.max(start, Math.min(to, line < 0 ? source.text.length : line))
  return { file: source.file, range: { start: positionIn(source, start), end: positionIn(source, end) }, pointer: '' }
}

function positionIn({ lineStarts }: XmlText, offset: number): Position {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1, offset }
}
