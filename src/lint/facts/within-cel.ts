import type { Place } from '../../diagnostic/diagnostic.ts'
import type { Cel } from '../../model/map.ts'

/**
 * A stretch of an expression in its file, where the expression stands there as it is; the whole expression where it is
 * escaped, folded or over several lines.
 */
export function withinCel({ source, place }: Cel, from: number, to: number): Place {
  const { start, end } = place.range
  const quotes = end.offset - start.offset - source.length
  if (start.line !== end.line || (quotes !== 0 && quotes !== 2)) return place
  const at = (offset: number) => ({
    line: start.line,
    column: start.column + quotes / 2 + offset,
    offset: start.offset + quotes / 2 + offset,
  })
  return { ...place, range: { start: at(from), end: at(Math.max(from, to)) } }
}
