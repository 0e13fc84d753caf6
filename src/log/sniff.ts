import type { Message } from '../diagnostic/diagnostic.ts'
import { FIELDS } from './fields.ts'
import { type LogFormat, type Mapping } from './mapping.ts'
import { planColumns } from './plan-columns.ts'
import { CsvScanner } from './scan-csv.ts'

/** How many bytes of a log are looked at to find out what it is. */
export const HEAD_BYTES: number = 64 * 1024

/** The full-width comma is a delimiter in files typed by hand. */
const DELIMITERS = [',', '\t', ';', '|', '\uFF0C'] as const

/** What kind of file begins so, where it is none that is read: for the message. */
export function seenInstead(head: Uint8Array): Message | undefined {
  const begins = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte)
  const ascii = String.fromCharCode(...head.subarray(0, 16))
  if (begins(0x50, 0x4b, 0x03, 0x04)) {
    return { zh: '一个 ZIP 或 Excel（xlsx）文件；请另存为 CSV', en: 'a ZIP or Excel (xlsx) file; save it as CSV' }
  }
  if (begins(0xd0, 0xcf, 0x11, 0xe0))
    return { zh: '一个旧版 Excel 文件；请另存为 CSV', en: 'an old Excel file; save it as CSV' }
  if (ascii.startsWith('SQLite format 3')) {
    return {
      zh: '一个 SQLite 文件；若是 touchmap 的存储，请用 --store',
      en: 'a SQLite file; if it is a store of touchmap, use --store',
    }
  }
  if (ascii.startsWith('%PDF')) return { zh: '一个 PDF 文件', en: 'a PDF file' }
  if (begins(0x28, 0xb5, 0x2f, 0xfd))
    return { zh: '一个 zstd 压缩文件；请先解压', en: 'a file compressed by zstd; unpack it first' }
  if (begins(0xfd, 0x37, 0x7a, 0x58, 0x5a))
    return { zh: '一个 xz 压缩文件；请先解压', en: 'a file compressed by xz; unpack it first' }
  if (ascii.startsWith('BZh'))
    return { zh: '一个 bzip2 压缩文件；请先解压', en: 'a file compressed by bzip2; unpack it first' }
  return undefined
}

/** The format that the first characters of a log show; a message of what was seen where it is none that is read. */
export function sniffFormat(head: string): LogFormat | Message {
  const start = head.trimStart()
  if (start.startsWith('{')) {
    const line = start.slice(0, Math.max(0, start.search(/[\r\n]/)) || undefined).trim()
    if (line === '{') {
      return {
        zh: '一个多行书写的 JSON；需要 JSON Lines，即每行一个对象',
        en: 'JSON over several lines; JSON Lines has one object a line',
      }
    }
    return 'jsonl'
  }
  if (start.startsWith('[')) {
    return {
      zh: '一个 JSON 数组；需要 JSON Lines，即每行一个对象',
      en: 'a JSON array; JSON Lines has one object a line',
    }
  }
  if (/^<(!DOCTYPE\s+)?html/i.test(start)) return { zh: '一个网页', en: 'a web page' }
  if (/^<[?!:\p{L}_]/u.test(start)) return 'xes'
  if (start === '') return { zh: '只有空白', en: 'nothing but blanks' }
  return 'csv'
}

/** The first line of spreadsheets that names the delimiter, `sep=;`. */
export const SEPARATOR_LINE: RegExp = /^"?sep=(.)"?$/i

/** The delimiter under which the heading row makes most sense: most columns understood, then most columns. */
export function guessDelimiter(head: string, mapping: Mapping): string {
  let best: string = ','
  let most = [-1, -1]
  for (const delimiter of DELIMITERS) {
    const headings = firstRecord(head, delimiter)
    if (!headings) continue
    const understood = planColumns(headings, { ...mapping, keepRest: false }).fields.length
    if (understood > (most[0] ?? 0) || (understood === most[0] && headings.length > (most[1] ?? 0))) {
      best = delimiter
      most = [understood, headings.length]
    }
  }
  return best
}

function firstRecord(head: string, delimiter: string): readonly string[] | undefined {
  const records: string[][] = []
  const scanner = new CsvScanner(delimiter, { record: (fields) => records.push(fields), broken: () => {} })
  let from = 0
  // A heading over several lines is read whole; what never ends is no heading.
  for (let line = 1; records.length === 0 && from < head.length && line <= FIELDS.length * 10; line++) {
    const found = head.slice(from).search(/[\r\n]/)
    const end = found === -1 ? head.length : from + found
    scanner.line(head, from, end, line, from, undefined)
    from = head.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  return records[0]
}
