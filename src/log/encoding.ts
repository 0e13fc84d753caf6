import { characterLength } from './character-length.ts'

/** How the characters of a log are written as bytes. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'
export const ENCODINGS: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']

/** What the first bytes of a log say of its encoding. `sure`: a byte order mark or UTF-16 says so; otherwise the whole file decides. */
export interface EncodingGuess {
  readonly encoding: Encoding
  readonly markBytes: number
  readonly sure: boolean
}

/** Guesses the encoding from the head of a log; `named` (of a mapping) is believed, only its byte order mark is looked for. */
export function guessEncoding(head: Uint8Array, named?: Encoding): EncodingGuess {
  const mark = byteOrderMark(head)
  if (named) {
    return { encoding: named, markBytes: mark?.encoding === named ? mark.markBytes : 0, sure: true }
  }
  if (mark) return mark
  const wide = looksLikeUtf16(head)
  if (wide) return { encoding: wide, markBytes: 0, sure: true }
  return { encoding: weighLines(head), markBytes: 0, sure: false }
}

/** The encoding that more lines of the head show, as the whole file will be weighed in the end. */
function weighLines(head: Uint8Array): Encoding {
  let utf8 = 0
  let other = 0
  let from = 0
  while (from < head.length) {
    const end = head.indexOf(10, from)
    const to = end === -1 ? head.length : end
    const bad = findInvalidUtf8(head, from, to)
    // A character cut by the end of the head is no fault.
    if (bad !== -1 && (end !== -1 || bad < head.length - 3)) other++
    else if (hasHighByte(head, from, to)) utf8++
    from = to + 1
  }
  return other > utf8 ? 'gb18030' : 'utf-8'
}

function hasHighByte(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((bytes[i] ?? 0) >= 0x80) return true
  return false
}

function byteOrderMark(head: Uint8Array): EncodingGuess | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { encoding: 'utf-8', markBytes: 3, sure: true }
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2, sure: true }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2, sure: true }
  if (head[0] === 0x84 && head[1] === 0x31 && head[2] === 0x95 && head[3] === 0x33) {
    return { encoding: 'gb18030', markBytes: 4, sure: true }
  }
  return undefined
}

/** A fifth of all pairs being printable ASCII beside a zero byte, always on the same side, is no accident in a text. */
function looksLikeUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.floor(head.length / 2)
  if (pairs < 2) return undefined
  let little = 0
  let big = 0
  for (let i = 0; i < pairs * 2; i += 2) {
    const a = head[i] ?? 0
    const b = head[i + 1] ?? 0
    if (b === 0 && isTextByte(a)) little++
    if (a === 0 && isTextByte(b)) big++
  }
  if (little * 5 >= pairs && big * 20 <= little) return 'utf-16le'
  if (big * 5 >= pairs && little * 20 <= big) return 'utf-16be'
  return undefined
}

function isTextByte(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13
}

/** The place of the first byte that is not UTF-8 (RFC 3629) in `bytes[from..to)`, or -1. */
export function findInvalidUtf8(bytes: Uint8Array, from: number, to: number): number {
  let i = from
  while (i < to) {
    const lead = bytes[i] ?? 0
    if (lead < 0x80) {
      i++
      continue
    }
    const length = characterLength(bytes, i, to)
    if (length <= 0) return i
    i += length
  }
  return -1
}
