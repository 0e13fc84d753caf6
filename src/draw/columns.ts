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

/** Breaks a text without colour codes into lines of at most `columns`, at spaces where there are any, between CJK characters otherwise. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.match(
    /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|\s+/gu,
  ) ?? []) {
    if (columnsOf(line + word.trimEnd()) <= columns) {
      line += word
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = word.trimStart()
    while (columnsOf(line) > columns) {
      const head = [...line]
      let cut = ''
      while (head.length > 0 && columnsOf(cut + head[0]) <= columns) cut += head.shift()
      if (cut === '') break
      lines.push(cut)
      line = head.join('')
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

function isPlainAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || code > 0x7e) return false
  }
  return true
}
