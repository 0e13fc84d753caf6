/** Codes from here on are whole numbers themselves: `1234` needs no entry of its own. */
const NUMBERS = 0x8000_0000
/** Texts that are given out as the same string each time; rarer ones are made anew. */
const KEPT = 1 << 16
/** From here on a pool whose texts hardly ever come again no longer looks for them. */
const JUDGED_AT = 1 << 18

/** A pool's texts side by side, and where each ends. */
export interface TextPoolDump {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly ends: Uint32Array<ArrayBuffer>
}

/**
 * The distinct texts of a log as small numbers, from 1; 0 is no text. They lie in one stretch of UTF-8, found by an open
 * hash table, so that a million ids cost their bytes and 16 more each, and a text that came before costs no string.
 * `dense`: codes are consecutive and equal texts have equal codes. Otherwise whole numbers are their own codes, and a
 * pool that sees hardly any text twice stops comparing (the same text may then have several codes).
 */
export class TextPool {
  readonly #dense: boolean
  #bytes = new Uint8Array(1 << 12)
  #ends = new Uint32Array(1 << 8)
  /** Code and hash of each text side by side, where its hash points or behind it. */
  #slots = new Int32Array(1 << 10)
  #count = 1
  #asked = 0
  #comparing = true
  readonly #texts: (string | undefined)[] = []
  readonly #codes = new Map<string, number>()
  #scratch = new Uint8Array(256)

  /** `dump`: the texts of another pool, to be read; none can be added to them. */
  constructor(dense: boolean, dump?: TextPoolDump) {
    this.#dense = dense
    if (dump === undefined) return
    this.#bytes = dump.bytes
    this.#ends = dump.ends
    this.#count = dump.ends.length
  }

  /** One more than the largest code of a dense pool. */
  get size(): number {
    return this.#count
  }

  /** How many bytes a text takes. */
  lengthOf(code: number): number {
    if (code >= NUMBERS) return String(code - NUMBERS).length
    return code === 0 ? 0 : (this.#ends[code] as number) - (this.#ends[code - 1] as number)
  }

  /** Whether a text begins and ends with a character of ASCII that is no blank; not every such text is known to. */
  isPlain(code: number): boolean {
    if (code >= NUMBERS) return true
    const first = this.#bytes[this.#ends[code - 1] as number] as number
    const last = this.#bytes[(this.#ends[code] as number) - 1] as number
    return first > 32 && first < 127 && last > 32 && last < 127
  }

  /** The code of UTF-8 bytes, which must be valid; none for no bytes. `hash` is theirs by `hashBytes`. */
  intern(bytes: Uint8Array, from: number, to: number, hash: number): number {
    if (from === to) return 0
    if (!this.#dense) {
      const number = wholeNumber(bytes, from, to)
      if (number >= 0) return NUMBERS + number
    }
    this.#asked++
    if (!this.#comparing) return this.#add(bytes, from, to)
    const slots = this.#slots
    const mask = slots.length - 1
    for (let at = (hash << 1) & mask; ; at = (at + 2) & mask) {
      const code = slots[at] as number
      if (code === 0) {
        slots[at] = this.#count
        slots[at + 1] = hash
        return this.#add(bytes, from, to)
      }
      if (slots[at + 1] === hash && this.#isAt(code, bytes, from, to)) return code
    }
  }

  /** The code of bytes that a dense pool holds; 0 where it does not. */
  find(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let at = (hash << 1) & mask; ; at = (at + 2) & mask) {
      const code = slots[at] as number
      if (code === 0 || (slots[at + 1] === hash && this.#isAt(code, bytes, from, to))) return code
    }
  }

  /** The code of bytes that are a whole number, of a pool that is not dense; 0 where they are none. */
  static codeOfNumber(bytes: Uint8Array, from: number, to: number): number {
    const number = from === to ? -1 : wholeNumber(bytes, from, to)
    return number < 0 ? 0 : NUMBERS + number
  }

  internText(text: string): number {
    if (text === '') return 0
    const known = this.#codes.get(text)
    if (known !== undefined) return known
    if (this.#scratch.length < text.length * 3) this.#scratch = new Uint8Array(text.length * 4)
    const { written } = encoder.encodeInto(text, this.#scratch)
    const code = this.intern(this.#scratch, 0, written, hashBytes(this.#scratch, 0, written))
    if (this.#codes.size < KEPT) this.#codes.set(text, code)
    return code
  }

  /** The code of a text of another pool. */
  internFrom(other: TextPool, code: number): number {
    if (code === 0) return 0
    const bytes = other.#bytes
    if (code < NUMBERS) {
      const from = other.#ends[code - 1] as number
      const to = other.#ends[code] as number
      return this.intern(bytes, from, to, hashBytes(bytes, from, to))
    }
    return this.#dense ? this.internText(String(code - NUMBERS)) : code
  }

  /** The hash of each text (`hashBytes`), in no order that says anything; of a dense pool. */
  hashes(): Uint32Array<ArrayBuffer> {
    const hashes = new Uint32Array(this.#count - 1)
    let at = 0
    for (let slot = 0; slot < this.#slots.length; slot += 2) {
      if (this.#slots[slot] !== 0) hashes[at++] = this.#slots[slot + 1] as number
    }
    return hashes
  }

  /** By code the hash of its text. */
  hashOf(code: number): number {
    return hashBytes(this.#bytes, this.#ends[code - 1] ?? 0, this.#ends[code] ?? 0)
  }

  /** Forgets where texts stand: from now on nothing is known to have come before. */
  close(): void {
    this.#comparing = false
    this.#slots = new Int32Array(0)
    this.#codes.clear()
  }

  /** The order of two texts of a dense pool by their UTF-16 code units, as of `compareText`: below 0, 0, above 0. */
  compare(a: number, b: number): number {
    const bytes = this.#bytes
    const ends = this.#ends
    let i = ends[a - 1] as number
    let k = ends[b - 1] as number
    const endOfA = ends[a] as number
    const endOfB = ends[b] as number
    for (; i < endOfA && k < endOfB; i++, k++) {
      const own = bytes[i] as number
      const other = bytes[k] as number
      if (own === other) continue
      // Characters beyond U+FFFF begin with a byte from 0xf0 on, and are surrogates, which come before U+E000.
      if (own >= 0xee && other >= 0xee && own >= 0xf0 !== other >= 0xf0) return other - own
      return own - other
    }
    return endOfA - i - (endOfB - k)
  }

  /** All that is needed to give out its texts elsewhere. */
  dump(): TextPoolDump {
    return { bytes: this.#bytes.slice(0, this.#ends[this.#count - 1]), ends: this.#ends.slice(0, this.#count) }
  }

  /** The text of a code; undefined of 0. */
  text(code: number): string | undefined {
    if (code === 0) return undefined
    if (code >= NUMBERS) return String(code - NUMBERS)
    if (code >= KEPT) return this.#decode(code)
    return (this.#texts[code] ??= this.#decode(code))
  }

  #decode(code: number): string {
    const from = this.#ends[code - 1] ?? 0
    const to = this.#ends[code] ?? 0
    if (to - from <= SHORT) {
      let at = from
      while (at < to && (this.#bytes[at] ?? 0) < 0x80) at++
      // A decoder costs more than a short text does.
      if (at === to) return String.fromCharCode.apply(undefined, this.#bytes.subarray(from, to) as unknown as number[])
    }
    return decoder.decode(this.#bytes.subarray(from, to))
  }

  #isAt(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#ends[code - 1] as number
    if ((this.#ends[code] as number) - start !== to - from) return false
    const own = this.#bytes
    for (let i = from, k = start; i < to; i++, k++) if (bytes[i] !== own[k]) return false
    return true
  }

  #add(bytes: Uint8Array, from: number, to: number): number {
    const code = this.#count++
    const start = this.#ends[code - 1] ?? 0
    const end = start + to - from
    if (end > this.#bytes.length) this.#bytes = grown(this.#bytes, Math.max(end, this.#bytes.length * 1.5))
    const own = this.#bytes
    for (let i = from, k = start; i < to; i++, k++) own[k] = bytes[i] as number
    if (this.#count > this.#ends.length) this.#ends = grown(this.#ends, this.#count * 1.5)
    this.#ends[code] = end
    if (!this.#comparing) return code
    if (this.#count * 3 > this.#slots.length) this.#widen()
    if (!this.#dense && this.#count >= JUDGED_AT && this.#asked < this.#count * 2) {
      this.#comparing = false
      this.#slots = new Int32Array(0)
    }
    return code
  }

  #widen(): void {
    const old = this.#slots
    const slots = new Int32Array(old.length * 2)
    const mask = slots.length - 1
    for (let from = 0; from < old.length; from += 2) {
      const hash = old[from + 1] as number
      if (old[from] === 0) continue
      let at = (hash << 1) & mask
      while (slots[at] !== 0) at = (at + 2) & mask
      slots[at] = old[from] as number
      slots[at + 1] = hash
    }
    this.#slots = slots
  }
}

const SHORT = 48
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Where the hash of bytes begins; each is put to it by `^` and multiplied by the prime (FNV-1a). */
export const FIRST_HASH: number = 0x811c9dc5 | 0
export const HASH_PRIME = 0x01000193

/** A hash of bytes, of 32 bits (FNV-1a, its bits mixed once more so that the low ones are as good as the high ones). */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = FIRST_HASH
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), HASH_PRIME)
  return mixHash(hash)
}

/** What is still to be done to a hash once all bytes are in it. */
export function mixHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}

/** A whole number below 10⁹ as it is usually written, without a sign or leading zeros; −1 for anything else. */
function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > 9 || (bytes[from] === 48 && to - from > 1)) return -1
  let number = 0
  for (let i = from; i < to; i++) {
    const digit = (bytes[i] ?? 0) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

function grown<T extends Uint8Array | Uint32Array | Int32Array>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(Math.ceil(length))
  larger.set(array)
  return larger
}
