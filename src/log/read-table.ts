import { guessEncoding } from './encoding.ts'
import { CsvScanner } from './scan-csv.ts'

/** A table as it stood in a CSV file: the heading, and the rows with the line each begins on. */
export interface Table {
  readonly heading: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** Lines at which a quote is broken, so that nothing there could be read. */
  readonly broken: readonly number[]
}

/** The text of a file that people have edited: UTF-8, UTF-16 or GB18030, as spreadsheets save it; undefined where it is none of them. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const guess = guessEncoding(bytes.subarray(0, 65_536))
  for (const encoding of [guess.encoding, 'utf-8', 'gb18030'] as const) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  return undefined
}

/** Reads a table by RFC 4180; the delimiter is the one of comma, semicolon and tab that the heading has most of. */
export function readTable(text: string): Table {
  const head = text.slice(0, Math.max(0, text.search(/[\r\n]/)) || text.length)
  const delimiter = [',', '\t', ';'].reduce((best, each) => (countOf(head, each) > countOf(head, best) ? each : best))
  const rows: { line: number; cells: string[] }[] = []
  const broken: number[] = []
  const scanner = new CsvScanner(delimiter, {
    record: (cells, line) => rows.push({ line, cells }),
    broken: (_fault, line) => broken.push(line),
  })
  for (let from = 0, line = 1; from < text.length; line++) {
    let end = from
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
    scanner.line(text, from, end, line, from, undefined)
    from = text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  scanner.end()
  const [first, ...rest] = rows
  return { heading: (first?.cells ?? []).map((cell) => cell.trim()), rows: rest, broken }
}

function countOf(text: string, sign: string): number {
  return text.split(sign).length
}
