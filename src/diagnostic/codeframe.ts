import type { Range } from './diagnostic.ts'

export interface CodeFrameOptions {
  /** Columns a text takes in the terminal; carets are set by it, so that they stand under Chinese too. */
  readonly columnsOf: (text: string) => number
  /** Columns the frame may take; longer lines are cut around the marked stretch. */
  readonly width: number
}

/** One line of a code frame; `kind` lets a reporter colour it. */
export interface FrameLine {
  readonly kind: 'context' | 'marked' | 'caret'
  readonly gutter: string
  readonly text: string
}

let last: { readonly text: string; readonly lines: readonly string[] } | undefined

/** The lines of a text, as `codeFrame` takes them: split once for all its findings, which come file by file. */
export function linesOf(text: string): readonly string[] {
  if (last?.text !== text) last = { text, lines: text.split(/\r?\n/) }
  return last.lines
}

/** The marked line of a text with the line before it and carets under the range; a range over several lines is marked on its first. */
export function codeFrame(lines: readonly string[], range: Range, { columnsOf, width }: CodeFrameOptions): FrameLine[] {
  const number = Math.min(range.start.line, lines.length)
  const digits = String(number).length
  const room = Math.max(20, width - digits - 5)
  const line = lines[number - 1] ?? ''
  const from = Math.min(range.start.column - 1, line.length)
  const to = range.end.line > number ? line.trimEnd().length : Math.min(range.end.column - 1, line.length)
  const cut = cutAround(line, from, Math.max(from, to), room, columnsOf)
  const frame: FrameLine[] = []
  const before = lines[number - 2]
  if (before !== undefined && before.trim() !== '') {
    const shown = cutAround(before, 0, 0, room, columnsOf)
    frame.push({
      kind: 'context',
      gutter: `  ${String(number - 1).padStart(digits)} | `,
      text: shown.before + shown.after,
    })
  }
  const marked = cut.before + cut.marked + cut.after
  frame.push({ kind: 'marked', gutter: `> ${number} | `, text: marked })
  const carets = '^'.repeat(Math.max(1, columnsOf(cut.marked)))
  frame.push({ kind: 'caret', gutter: `  ${' '.repeat(digits)} | `, text: ' '.repeat(columnsOf(cut.before)) + carets })
  return frame
}

/** A text made harmless for a terminal: tabs become blanks; control signs and marks that turn the direction of writing become `�`. */
export function printable(text: string): string {
  return text.replaceAll('\t', '  ').replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu, '\ufffd')
}

function cutAround(
  line: string,
  from: number,
  to: number,
  room: number,
  columnsOf: (text: string) => number,
): { readonly before: string; readonly marked: string; readonly after: string } {
  const before = printable(line.slice(0, from))
  const marked = printable(line.slice(from, to))
  const after = printable(line.slice(to))
  if (columnsOf(before) + columnsOf(marked) + columnsOf(after) <= room) return { before, marked, after }
  const lead =
    columnsOf(before) + Math.min(columnsOf(marked), room - 4) > room - 4
      ? lastColumns(before, Math.floor(room / 3), columnsOf)
      : before
  const shown = firstColumns(marked, room - columnsOf(lead) - 2, columnsOf)
  const rest = shown === marked ? firstColumns(after, room - columnsOf(lead) - columnsOf(shown), columnsOf) : ''
  return { before: lead, marked: shown, after: rest }
}

function firstColumns(text: string, columns: number, columnsOf: (text: string) => number): string {
  if (columnsOf(text) <= columns) return text
  let kept = ''
  let used = 0
  for (const character of text.slice(0, columns)) {
    used += columnsOf(character)
    if (used > columns - 1) break
    kept += character
  }
  return `${kept}…`
}

function lastColumns(text: string, columns: number, columnsOf: (text: string) => number): string {
  if (columnsOf(text) <= columns) return text
  let kept = ''
  let used = 0
  for (const character of Array.from(text.slice(-columns)).reverse()) {
    used += columnsOf(character)
    if (used > columns - 1) break
    kept = character + kept
  }
  return `…${kept}`
}
