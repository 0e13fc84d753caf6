/** A byte order mark, which spreadsheets take as the sign of UTF-8. */
export const CSV_MARK = '\ufeff'

/** A record of RFC 4180. A cell that a spreadsheet would take for a formula is led by an apostrophe (OWASP, CSV injection). */
export function csvRecord(cells: readonly string[]): string {
  return `${cells
    .map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\r\n`
}

const FORMULA = /^[\s\p{Cc}]*[=+\-@\t\r＝＋－＠]/u
