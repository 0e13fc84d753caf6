import { columnsOf, padEnd, padStart, wrap } from '../draw/columns.ts'
import type { ContactMatrix } from '../flow/contact-degree.ts'
import type { ReportContext } from './context.ts'

const AXIS = 6

/**
 * The contact-degree matrix in characters (S24.g): high contact to the left, involved flows above, the band around the
 * diagonal dotted. Each flow is its number in the table; where two would cover each other the later one moves to the
 * nearest free place.
 */
export function drawContactPlot(
  { flows, tolerance }: ContactMatrix,
  { lang, palette, width }: Pick<ReportContext, 'lang' | 'palette' | 'width'>,
): string[] {
  const zh = lang === 'zh'
  const columns = Math.max(12, Math.min(width - AXIS - 2, 66))
  const rows = Math.max(7, Math.round(columns / 3.2) | 1)
  const grid = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const process = 1 - row / (rows - 1)
      const degree = 1 - column / (columns - 1)
      const diagonal = column === Math.round((row / (rows - 1)) * (columns - 1))
      const near = Math.abs(process - degree) <= tolerance
      return { sign: diagonal ? '\\' : near ? '·' : ' ', far: false, taken: false }
    }),
  )
  flows.forEach(({ degree, measures, far }, i) => {
    if (degree === undefined) return
    const text = String(i + 1)
    const at = freePlace(
      (row, column) => grid[row]?.[column]?.taken ?? true,
      Math.round((1 - measures.process) * (rows - 1)),
      Math.min(columns - text.length, Math.round((1 - degree) * (columns - 1))),
      text.length,
      { rows, columns },
    )
    if (at === undefined) return
    ;[...text].forEach((sign, k) => {
      const cells = grid[at.row]
      if (cells) cells[at.column + k] = { sign, far, taken: true }
    })
  })
  const label = (row: number): string => {
    if (row === 0) return '1.0 '
    if (row === rows - 1) return '0.0 '
    return row === (rows - 1) / 2 ? '0.5 ' : ''
  }
  const left = palette.dim('│')
  const body = grid.map((cells, row) => {
    const painted = cells.map(({ sign, far, taken }) =>
      taken ? (far ? palette.warning(sign) : palette.strong(sign)) : sign === ' ' ? sign : palette.dim(sign),
    )
    return `${padStart(label(row), AXIS)}${left}${painted.join('')}${left}`
  })
  const edge = (from: string, to: string) => `${' '.repeat(AXIS)}${palette.dim(`${from}${'─'.repeat(columns)}${to}`)}`
  const [high, low] = zh ? ['高接触', '低接触'] : ['high contact', 'low contact']
  const foot = `${high}${' '.repeat(Math.max(1, columns - columnsOf(high) - columnsOf(low)))}${low}`
  const key = zh
    ? '上：流程繁、走法多、换手多；下：流程简直。\\ 为对角线，· 为容差以内'
    : 'above: involved, diverse, changing hands; below: plain and straight. \\ is the diagonal, · within the tolerance'
  return [
    `${' '.repeat(AXIS + 1)}${zh ? '流程：繁' : 'process: involved'}`,
    edge('┌', '┐'),
    ...body,
    edge('└', '┘'),
    `${' '.repeat(AXIS + 1)}${padEnd(foot, columns)}`.trimEnd(),
    ...wrap(key, Math.max(20, width - AXIS - 1)).map((line) => palette.dim(`${' '.repeat(AXIS + 1)}${line}`)),
  ]
}

/** The nearest place with room for a text and a gap on both sides, row by row outwards. */
function freePlace(
  taken: (row: number, column: number) => boolean,
  row: number,
  column: number,
  length: number,
  size: { readonly rows: number; readonly columns: number },
): { readonly row: number; readonly column: number } | undefined {
  const places: { row: number; column: number; far: number }[] = []
  for (let down = -2; down <= 2; down++) {
    for (let right = -9; right <= 9; right++) {
      const [r, c] = [row + down, column + right]
      if (r < 0 || r >= size.rows || c < 0 || c + length > size.columns) continue
      places.push({ row: r, column: c, far: Math.abs(right) + 3 * Math.abs(down) })
    }
  }
  places.sort((a, b) => a.far - b.far || a.row - b.row || a.column - b.column)
  return places.find(({ row: r, column: c }) => {
    for (let k = -1; k <= length; k++) {
      const inside = c + k >= 0 && c + k < size.columns
      if (inside && taken(r, c + k)) return false
    }
    return true
  })
}
