import { type Encoding, findInvalidUtf8 } from './encoding.ts'

/** What keeps a line from being read as text. `at` is the byte offset of the fault. */
export interface LineFault {
  readonly kind: 'encoding' | 'nul' | 'too-long'
  readonly at: number
}

/** How far a sink went by itself: up to `to`, over so many lines, of which `wide` are not plain ASCII. */
export interface PlainLines {
  to: number
  lines: number
  wide: number
}

/** Receives the lines of a log: the line is `block[from..to)` without its line end, `line` 1-based, `offset` in bytes. */
export interface LineSink {
  line(block: string, from: number, to: number, line: number, offset: number, fault: LineFault | undefined): void
  /** Takes whole lines of UTF-8 as bytes, from `from` on, for as long as it can; the next one then comes as text. */
  plain?(bytes: Uint8Array, from: number, line: number): PlainLines
}

/** The longest line and the longest quoted record that is read as one row, in bytes. Longer ones are rejected. */
export const MAX_RECORD_BYTES: number = 16 * 1024 * 1024
/** How much of a line that is too long is kept as raw text. */
const KEPT_OF_LONG_LINE = 64 * 1024
const BLOCK = 1024 * 1024

/**
 * Cuts a stream of bytes into lines of text, whatever the chunks. Bytes are decoded a block of whole lines at a time,
 * strictly; only where a block does not decode, line by line, so that the line at fault alone is marked and shown with
 * replacement characters. No byte of a line end occurs inside a character of the encodings known here.
 */
export class LineDecoder {
  /** Lines that are UTF-8 and not plain ASCII, and lines that are not UTF-8 but GB18030: what settles a guessed encoding. */
  readonly evidence: { utf8: number; gb18030: number } = { utf8: 0, gb18030: 0 }
  readonly #encoding: Encoding
  readonly #sink: LineSink
  readonly #unit: 1 | 2
  readonly #terminator: number
  readonly #strict: InstanceType<typeof TextDecoder>
  readonly #lenient: InstanceType<typeof TextDecoder>
  #carry: Uint8Array[] = []
  #carried = 0
  #joined = new Uint8Array(0)
  #skipped = 0
  #offset: number
  #line = 1

  /** `offset` is that of the first byte pushed; `terminator` is 13 for the rare files whose lines end in CR alone. */
  constructor(encoding: Encoding, sink: LineSink, offset: number, terminator: 10 | 13) {
    this.#encoding = encoding
    this.#sink = sink
    this.#offset = offset
    this.#terminator = terminator
    this.#unit = encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1
    this.#strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    this.#lenient = new TextDecoder(encoding, { fatal: false, ignoreBOM: true })
  }

  /** Whether all that was pushed is whole lines, and given on. */
  get isBetween(): boolean {
    return this.#carried === 0 && this.#skipped === 0
  }

  /** How many lines were given on. */
  get lines(): number {
    return this.#line - 1
  }

  push(given: Uint8Array): void {
    // Of one kind, whoever gives them: what looks at each byte is then compiled for that kind alone.
    const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength)
    for (let at = 0; at < bytes.length; at += BLOCK) this.#pushBlock(bytes.subarray(at, at + BLOCK))
  }

  end(): void {
    if (this.#carried > 0) this.#take(new Uint8Array(0))
  }

  #pushBlock(bytes: Uint8Array): void {
    // Two-byte units may be split between chunks: they are looked for in the joined bytes.
    const joined = this.#unit === 2 && this.#carried % 2 === 1 ? this.#join(bytes) : bytes
    if (joined !== bytes) this.#clear()
    const end = this.#lastLineEnd(joined)
    if (end === 0) {
      this.#keep(joined)
      return
    }
    this.#take(joined.subarray(0, end))
    this.#keep(joined.subarray(end))
  }

  #keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    if (this.#carried + this.#skipped > MAX_RECORD_BYTES) {
      // The line is too long already: its beginning is kept, the rest only counted.
      if (this.#carried > KEPT_OF_LONG_LINE) {
        const head = this.#join(new Uint8Array(0))
        this.#clear()
        this.#carry = [head.slice(0, KEPT_OF_LONG_LINE)]
        this.#carried = KEPT_OF_LONG_LINE
        this.#skipped += head.length - KEPT_OF_LONG_LINE
      }
      const odd = bytes.length % this.#unit
      this.#skipped += bytes.length - odd
      if (odd === 0) return
      this.#carry.push(bytes.slice(bytes.length - odd))
      this.#carried += odd
      return
    }
    this.#carry.push(bytes.slice())
    this.#carried += bytes.length
  }

  /** What was carried over and what comes behind it, side by side until the next two are joined. */
  #join(bytes: Uint8Array): Uint8Array {
    const length = this.#carried + bytes.length
    if (this.#joined.length < length) this.#joined = new Uint8Array(Math.ceil(length * 1.25))
    const all = this.#joined.subarray(0, length)
    let at = 0
    for (const part of this.#carry) {
      all.set(part, at)
      at += part.length
    }
    all.set(bytes, at)
    return all
  }

  #clear(): void {
    this.#carry = []
    this.#carried = 0
  }

  #lastLineEnd(bytes: Uint8Array): number {
    if (this.#unit === 1) return bytes.lastIndexOf(this.#terminator) + 1
    const low = this.#encoding === 'utf-16le' ? 0 : 1
    for (let i = bytes.length - (bytes.length % 2) - 2; i >= 0; i -= 2) {
      if (bytes[i + low] === this.#terminator && bytes[i + 1 - low] === 0) return i + 2
    }
    return 0
  }

  /** Reads a stretch that ends with a line end, or with the file, and begins with what was carried over. */
  #take(bytes: Uint8Array): void {
    const block = this.#carried > 0 ? this.#join(bytes) : bytes
    this.#clear()
    if (this.#skipped > 0) {
      this.#takeLong(block)
      return
    }
    if (this.#sink.plain && this.#terminator === 10 && !hasZero(block)) this.#takePlain(block)
    else this.#takeText(block)
  }

  #takePlain(block: Uint8Array): void {
    let from = 0
    while (from < block.length) {
      const taken = this.#sink.plain?.(block, from, this.#line)
      if (taken) {
        this.#line += taken.lines
        this.#offset += taken.to - from
        this.evidence.utf8 += taken.wide
        from = taken.to
        if (from >= block.length) return
      }
      const to = this.#firstLineEnd(block, from)
      this.#takeText(block.subarray(from, to))
      from = to
    }
  }

  #takeText(block: Uint8Array): void {
    let text: string
    try {
      text = this.#strict.decode(block)
    } catch {
      this.#takeFaulty(block)
      return
    }
    this.#emit(text, block)
    this.#offset += block.length
  }

  #takeLong(block: Uint8Array): void {
    const end = this.#firstLineEnd(block, KEPT_OF_LONG_LINE)
    this.#emitLong(block, this.#offset)
    this.#line++
    this.#offset += end + this.#skipped
    this.#skipped = 0
    if (end < block.length) this.#take(block.subarray(end))
  }

  /**
   * Apart from the loop over the lines on purpose: V8 takes a search for pure and moves it into the loop, where
   * it would run over the whole block for each line.
   */
  #hasNul(text: string, bytes: Uint8Array): boolean {
    return this.#unit === 1 ? bytes.includes(0) : text.includes('\0')
  }

  #emitLong(bytes: Uint8Array, offset: number): void {
    const raw = this.#lenient.decode(bytes.subarray(0, KEPT_OF_LONG_LINE))
    this.#sink.line(raw, 0, raw.length, this.#line, offset, { kind: 'too-long', at: offset })
  }

  #firstLineEnd(block: Uint8Array, from: number): number {
    if (this.#unit === 1) {
      const at = block.indexOf(this.#terminator, from)
      return at === -1 ? block.length : at + 1
    }
    const low = this.#encoding === 'utf-16le' ? 0 : 1
    for (let i = from - (from % 2); i + 1 < block.length; i += 2) {
      if (block[i + low] === this.#terminator && block[i + 1 - low] === 0) return i + 2
    }
    return block.length
  }

  #emit(text: string, bytes: Uint8Array): void {
    const ascii = this.#unit === 1 && text.length === bytes.length
    const ending = this.#terminator === 10 ? '\n' : '\r'
    const hasNul = this.#hasNul(text, bytes)
    let at = 0
    let byteAt = 0
    while (at < text.length) {
      let end = text.indexOf(ending, at)
      if (end === -1) end = text.length
      const next = end + 1
      let nextByte: number
      if (this.#unit === 2) nextByte = next * 2
      else if (ascii) nextByte = next
      else {
        nextByte = byteAt
        while (nextByte < bytes.length && bytes[nextByte] !== this.#terminator) nextByte++
        if (nextByte < bytes.length) nextByte++
        if (nextByte - byteAt > next - at && nextByte - byteAt <= MAX_RECORD_BYTES) this.#weigh(bytes, byteAt, nextByte)
      }
      const to = end > at && ending === '\n' && text.charCodeAt(end - 1) === 13 ? end - 1 : end
      const offset = this.#offset + byteAt
      if (nextByte - byteAt > MAX_RECORD_BYTES) this.#emitLong(bytes.subarray(byteAt), offset)
      else {
        const fault: LineFault | undefined =
          hasNul && text.slice(at, end).includes('\0') ? { kind: 'nul', at: offset } : undefined
        this.#sink.line(text, at, to, this.#line, offset, fault)
      }
      this.#line++
      at = next
      byteAt = nextByte
    }
  }

  /** A block that holds a line which does not decode: each line by itself. */
  #takeFaulty(block: Uint8Array): void {
    let from = 0
    while (from < block.length) {
      const to = this.#firstLineEnd(block, from)
      const bytes = block.subarray(from, to)
      let text: string
      let fault: LineFault | undefined
      if (bytes.length > MAX_RECORD_BYTES) {
        this.#emitLong(bytes, this.#offset)
        this.#line++
        this.#offset += bytes.length
        from = to
        continue
      }
      try {
        text = this.#strict.decode(bytes)
      } catch {
        text = this.#lenient.decode(bytes)
        const bad = this.#encoding === 'utf-8' ? findInvalidUtf8(bytes, 0, bytes.length) : 0
        fault = { kind: 'encoding', at: this.#offset + Math.max(0, bad) }
        if (this.#encoding === 'utf-8' && isGb18030(bytes)) this.evidence.gb18030++
        if (this.#encoding === 'gb18030' && findInvalidUtf8(bytes, 0, bytes.length) === -1) this.evidence.utf8++
      }
      if (fault === undefined) {
        this.#emit(text, bytes)
      } else {
        const end = text.replace(this.#terminator === 10 ? /\r?\n$/ : /\r$/, '').length
        this.#sink.line(text, 0, end, this.#line, this.#offset, fault)
        this.#line++
      }
      this.#offset += bytes.length
      from = to
    }
  }

  /** Counts a line that decodes and is not ASCII for UTF-8 or for GB18030. */
  #weigh(bytes: Uint8Array, from: number, to: number): void {
    if (this.#encoding === 'utf-8' || findInvalidUtf8(bytes, from, to) === -1) this.evidence.utf8++
    else this.evidence.gb18030++
  }
}

/** Whether some byte is 0, four bytes at a time. */
function hasZero(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return bytes.includes(0)
  const head = -bytes.byteOffset & 3
  const count = (bytes.length - head) >>> 2
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + head, count)
  return bytes.subarray(0, head).includes(0) || bytes.subarray(head + count * 4).includes(0) || someByteIsZero(words)
}

/** Nothing but the loop: V8 compiles it while it runs, and would give up what it made at anything that it has not seen yet. */
function someByteIsZero(words: Int32Array): boolean {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as number
    // A byte that is 0 borrows from the bit above it, which it has not set itself.
    if (((word - 0x01010101) & ~word & 0x80808080) !== 0) return true
  }
  return false
}

const gb18030 = new TextDecoder('gb18030', { fatal: true, ignoreBOM: true })

function isGb18030(bytes: Uint8Array): boolean {
  try {
    gb18030.decode(bytes)
    return true
  } catch {
    return false
  }
}
