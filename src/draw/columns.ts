import stringWidth from 'string-width'

const widths = new Map<string, number>()

/** Columns a text takes in a terminal: 2 for East Asian wide characters, 0 for combining marks and colour codes. */
export function columnsOf(text: string): number {
  if (isPlainAscii(text)) return text.length
  let width = widths.get(text)
  if (width === undefined) {
    width = stringWidth(text)
    if (widths.size < 20_000) widths.set(text, width)
  }
  return width
}

/** The text filled with spaces to `columns`; unchanged when it is wider. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)))
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text
}

/** Cuts a text without colour codes to `columns`, the last one an ellipsis; unchanged when it fits. */
export function truncate(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let kept = ''
  let used = 0
  for (const character of text) {
    const width = columnsOf(character)
    if (used + width > columns - 1) break
    kept += character
    used += width
  }
  return `${kept}…`
}

const CLOSERS = '，。、：；！？）」』》】〉”’…～'
const OPENERS = '（「『《【〈“‘'
const CJK = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef'
/** A CJK character with the punctuation that may not leave it (kinsoku), a word, or blanks. */
const WORDS = new RegExp(
  `[${OPENERS}]*(?:[${CJK}]|[^\\s${CJK}${OPENERS}${CLOSERS}]+)[${CLOSERS}]*|[${OPENERS}${CLOSERS}]+|\\s+`,
  'gu',
)

/** Breaks a text without colour codes into lines of at most `columns`, at spaces where there are any, between CJK characters otherwise. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.match(WORDS) ?? []) {
    if (columnsOf(line + word.trimEnd()) <= columns) {
      line += word
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = word.trimStart()
    if (columnsOf(line) <= columns) continue
    const pieces = cutToColumns(line, columns)
    line = pieces.pop() ?? ''
    lines.push(...pieces)
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

/** A word too long for a line, in pieces that fit; a character wider than the line is a piece of its own. */
function cutToColumns(word: string, columns: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const character of word) {
    const width = columnsOf(character)
    if (used + width > columns && piece !== '') {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += character
    used += width
  }
  return [...pieces, piece]
}

function isPlainAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || code > 0x7e) return false
  }
  return true
}
