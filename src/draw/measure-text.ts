import { columnsOf, wrap } from './columns.ts'

/** Widths of Latin letters in parts of the font size, for the sans-serif faces of `font-family`; the rest are means. */
const LATIN: ReadonlyMap<string, number> = new Map(
  (
    [
      [" ijl'|!.,:;", 0.29],
      ['ftrI()[]-/\\"`', 0.38],
      ['mwMW%@', 0.92],
      ['ABCDEFGHJKLNOPQRSTUVXYZ&#', 0.7],
      ['“”‘’…—·≤≥→', 1],
    ] as const
  ).flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
)

/**
 * Width in px of a text in the pictures' sans-serif at `size` px: a full em for wide characters, a table for Latin ones.
 * On the wide side, since the reader's font is not known: a box may have room to spare, never too little.
 */
export function measureText(text: string, size: number): number {
  let ems = 0
  for (const character of text) {
    const columns = columnsOf(character)
    ems += columns === 0 ? 0 : (LATIN.get(character) ?? (columns === 2 ? 1 : 0.58))
  }
  return ems * size * 1.02
}

/**
 * Breaks a text into lines of at most `width` px, at most `most` of them; what is left over ends in an ellipsis.
 * The lines are as even as can be without making one more of them: no character stands alone on the last one.
 */
export function wrapToWidth(
  text: string,
  width: number,
  size: number,
  most: number = Number.POSITIVE_INFINITY,
): string[] {
  const whole = text.replace(/\s+/gu, ' ').trim()
  const lines = breakLines(whole, width, size, most)
  if (lines.length === 1 || lines.at(-1)?.endsWith('…')) return lines
  let even = lines
  for (let narrower = width * 0.95; narrower > width * 0.5; narrower -= width * 0.05) {
    const tried = breakLines(whole, narrower, size, most)
    if (tried.length > lines.length || tried.at(-1)?.endsWith('…')) break
    even = tried
  }
  return even
}

function breakLines(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = []
  let rest = text
  while (rest !== '' && lines.length < most) {
    // A line of n columns is at most n × 0.92 em wide and at least n × 0.29: begin wide, narrow until it fits.
    let columns = Math.max(2, Math.floor(width / (size * 0.29)))
    let line = firstLine(rest, columns)
    while (columns > 2 && measureText(line, size) > width) {
      columns -= 1
      line = firstLine(rest, columns)
    }
    lines.push(line)
    rest = rest.slice(line.length).trimStart()
  }
  const last = lines.at(-1)
  if (rest !== '' && last !== undefined) {
    let kept = [...last]
    while (kept.length > 1 && measureText(`${kept.join('')}…`, size) > width) kept = kept.slice(0, -1)
    lines[lines.length - 1] = `${kept.join('').trimEnd()}…`
  }
  return lines.length === 0 ? [''] : lines
}

/** No line takes more of the text than its columns, so a long text costs no more than a short one. */
function firstLine(text: string, columns: number): string {
  return wrap(text.slice(0, 4 * columns), columns)[0] ?? ''
}
