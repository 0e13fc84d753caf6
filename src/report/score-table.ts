import { columnsOf, truncate, wrap } from '../draw/columns.ts'
import type { ReportContext } from './context.ts'

export interface TableColumn {
  readonly title: string
  readonly align?: 'left' | 'right'
  /**
   * May be cut to what is left of the width; one column at most. When less than ten columns are left it is dropped, or,
   * the first column, which says what a row is about, stands on a line above its row.
   */
  readonly flexible?: boolean
  /** A flexible cell that does not fit goes on below instead of being cut. */
  readonly wrap?: boolean
  readonly paint?: (cell: string, row: number) => string
}

const LEAST_FLEXIBLE = 10

/** Lines of a table with a dim heading, indented by two, aligned by the columns that characters take in a terminal. */
export function renderTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  { width, palette }: Pick<ReportContext, 'width' | 'palette'>,
): string[] {
  const widths = columns.map((column, i) =>
    Math.max(columnsOf(column.title), ...rows.map((row) => columnsOf(row[i] ?? ''))),
  )
  const flexible = columns.findIndex((column) => column.flexible)
  const hidden = new Set<number>()
  const without = widths.reduce((total, own, i) => total + (i === flexible ? 0 : own), 0)
  // Where the figures alone are too wide, they stand closer.
  const gap = without + 2 * (widths.length - 1) > width ? 1 : 2
  if (flexible >= 0) {
    const left = width - 2 - without - gap * (widths.length - 1)
    widths[flexible] = Math.min(widths[flexible] ?? 0, Math.max(left, 0))
    if (left < LEAST_FLEXIBLE && (widths[flexible] ?? 0) < LEAST_FLEXIBLE) hidden.add(flexible)
  }
  const line = (cells: readonly string[], paint: (cell: string, i: number) => string) =>
    `  ${columns
      .map((column, i) => {
        const fitted = truncate(cells[i] ?? '', widths[i] ?? 0)
        const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - columnsOf(fitted)))
        return column.align === 'right' ? space + paint(fitted, i) : paint(fitted, i) + space
      })
      .filter((_, i) => !hidden.has(i))
      .join(' '.repeat(gap))}`.trimEnd()
  return [
    line(
      columns.map((column) => column.title),
      (cell) => (cell === '' ? '' : palette.dim(cell)),
    ),
    ...rows.flatMap((row, at) => {
      const paint = (cell: string, i: number) => (cell === '' ? '' : (columns[i]?.paint?.(cell, at) ?? cell))
      if (hidden.has(0)) {
        const label = `  ${paint(truncate(row[0] ?? '', width - 2), 0)}`
        return [label, line(row, paint)]
      }
      const long = flexible >= 0 && columns[flexible]?.wrap && !hidden.has(flexible)
      const parts = long ? wrap(row[flexible] ?? '', widths[flexible] ?? 0) : [row[flexible] ?? '']
      return parts.map((part, k) =>
        line(
          columns.map((_, i) => (i === flexible ? part : k === 0 ? (row[i] ?? '') : '')),
          paint,
        ),
      )
    }),
  ]
}
