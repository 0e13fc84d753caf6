import { narrowText } from '../../text/fold-text.ts'

const LOCAL = /[A-Za-z0-9._%+-]/
const DOMAIN = /[A-Za-z0-9.-]/
const MOST_LOCAL = 64
const MOST_DOMAIN = 253

/** Mail addresses (RFC 5321, without quoted local parts), also with full-width letters. Positions in UTF-16 units. */
export function findEmails(text: string): { readonly from: number; readonly to: number }[] {
  const narrow = narrowText(text)
  const found: { from: number; to: number }[] = []
  for (let at = narrow.indexOf('@'); at >= 0; at = narrow.indexOf('@', at + 1)) {
    let from = at
    while (from > 0 && at - from < MOST_LOCAL && LOCAL.test(narrow[from - 1] ?? '')) from--
    let to = at + 1
    while (to < narrow.length && to - at <= MOST_DOMAIN && DOMAIN.test(narrow[to] ?? '')) to++
    while (to > at && /[.-]/.test(narrow[to - 1] ?? '')) to--
    while (from < at && narrow[from] === '.') from++
    const domain = narrow.slice(at + 1, to)
    if (from < at && /^([A-Za-z0-9]+(-+[A-Za-z0-9]+)*\.)+[A-Za-z]{2,24}$/.test(domain)) found.push({ from, to })
  }
  return found
}
