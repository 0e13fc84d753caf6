import { LineSplitter } from './split-line.ts'
import type { CsvLayout } from './read-rows.ts'

/** So many lines one after another that are whole records are hardly the inside of a quoted field. */
const LINES = 6

/**
 * Where in a stretch of a CSV file a record most likely begins, behind its first line end; −1: nowhere that can be seen.
 * It is a guess: a quoted field may hold what looks like records. Whoever reads up to there sees whether it is true
 * (`PartEnd.isBetween`).
 */
export function findRecordStart(bytes: Uint8Array, { columns, delimiter }: CsvLayout): number {
  const splitter = new LineSplitter(delimiter, columns + 1)
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, end + 1)) {
    let at = end + 1
    let lines = 0
    while (lines < LINES && at < bytes.length && splitter.split(bytes, at) === columns) {
      lines++
      at = splitter.end + 1
    }
    // What is cut off by the end of the stretch is no proof; where little is left, what is left must do.
    if (lines === LINES || (lines > 0 && at >= bytes.length)) return end + 1
  }
  return -1
}
