import { FIRST_HASH, HASH_PRIME, hashBytes, mixHash } from './text-pool.ts'

const NEWLINE = 10
const RETURN = 13
const QUOTE = 34

/** Splits lines of CSV that stand in bytes, so long as nothing about them is doubtful. One pass gives ends and hashes. */
export class LineSplitter {
  /** Field k of the last line split is `[bounds[2k], bounds[2k + 1])`, without quotes; see `ByteRows`. */
  readonly bounds: Int32Array
  /** By field its hash (`hashBytes`); of empty ones, those that nobody looks up, and those with doubled quotes it says nothing. */
  readonly hashes: Int32Array
  /** The fields of the last line split in which anything stands, ascending: the first `filledCount` count. */
  readonly filled: Int32Array
  filledCount = 0
  /** All bytes of the last line split, or-ed: from 128 on it is not ASCII. */
  bits = 0
  /** Where the line end of the last line split stands, or the bytes end. */
  end = 0
  readonly #delimiter: number
  readonly #most: number
  /** By field 1 where nobody asks for its hash. */
  readonly #isUnhashed: Uint8Array
  /** The bytes that a line was split of last, and where the last of their line ends stands. */
  #bytes: Uint8Array | undefined
  #lastEnd = -1

  /** `delimiter` is one byte; a line of more than `most` fields is doubtful. `unhashed`: fields whose hash nobody asks for. */
  constructor(delimiter: number, most: number, unhashed: readonly number[] = []) {
    this.#delimiter = delimiter
    this.#most = most
    this.bounds = new Int32Array(2 * most)
    this.hashes = new Int32Array(most)
    this.filled = new Int32Array(most)
    this.#isUnhashed = new Uint8Array(most)
    for (const k of unhashed) this.#isUnhashed[k] = 1
  }

  /** The number of fields of the line that begins here; −1 where a quote is not closed in it, or text follows a closing quote. */
  split(bytes: Uint8Array, from: number): number {
    if (this.#bytes !== bytes) {
      this.#bytes = bytes
      this.#lastEnd = bytes.lastIndexOf(NEWLINE)
    }
    return from > this.#lastEnd ? this.#splitLast(bytes, from) : this.#splitLine(bytes, from)
  }

  /** A line without an end is split as one with an end. */
  #splitLast(bytes: Uint8Array, from: number): number {
    const line = new Uint8Array(bytes.length - from + 1)
    line.set(bytes.subarray(from))
    line[line.length - 1] = NEWLINE
    const count = this.#splitLine(line, 0)
    const { bounds } = this
    for (let k = 0; k < 2 * count; k++) {
      const at = bounds[k] as number
      bounds[k] = at < 0 ? at - from : at + from
    }
    this.end += from
    return count
  }

  /** Of a line that ends within the bytes: whatever is looked for, the search ends there at the latest. */
  #splitLine(bytes: Uint8Array, from: number): number {
    const { bounds, hashes, filled } = this
    const isUnhashed = this.#isUnhashed
    const delimiter = this.#delimiter
    const most = this.#most
    let bits = 0
    let count = 0
    let at = from
    for (let k = 0; k < most; k++) {
      let byte = bytes[at] as number
      const start = at
      if (byte === delimiter) {
        bounds[2 * k] = start
        bounds[2 * k + 1] = start
        at++
        continue
      }
      if (byte === QUOTE) {
        let hash = FIRST_HASH
        let doubled = false
        at++
        for (;;) {
          byte = bytes[at++] as number
          if (byte === NEWLINE) return -1
          bits |= byte
          if (byte === QUOTE) {
            if (bytes[at] !== QUOTE) break
            doubled = true
            at++
          } else hash = Math.imul(hash ^ byte, HASH_PRIME)
        }
        bounds[2 * k] = start + 1
        bounds[2 * k + 1] = doubled ? ~(at - 1) : at - 1
        hashes[k] = mixHash(hash)
        if (doubled || at - 1 > start + 1) filled[count++] = k
        while (bytes[at] === 32) at++
        byte = bytes[at] as number
        if (byte === RETURN && bytes[at + 1] === NEWLINE) {
          at++
          byte = NEWLINE
        }
        if (byte !== NEWLINE && byte !== delimiter) return -1
      } else {
        if (isUnhashed[k] === 1) {
          while (byte !== delimiter && byte !== NEWLINE) {
            bits |= byte
            byte = bytes[++at] as number
          }
        } else {
          let hash = FIRST_HASH
          while (byte !== delimiter && byte !== NEWLINE) {
            bits |= byte
            hash = Math.imul(hash ^ byte, HASH_PRIME)
            byte = bytes[++at] as number
          }
          hashes[k] = mixHash(hash)
        }
        let to = at
        if (byte === NEWLINE && at > start && bytes[at - 1] === RETURN) {
          to = at - 1
          hashes[k] = hashBytes(bytes, start, to)
        }
        bounds[2 * k] = start
        bounds[2 * k + 1] = to
        if (to > start) filled[count++] = k
      }
      if (byte === NEWLINE) {
        this.filledCount = count
        this.bits = bits
        this.end = at
        return k + 1
      }
      at++
    }
    return -1
  }

  /**
   * Finds one field alone, and lays it where `split` would lay the first. False where it has quotes, or something before it
   * has, or the line ends before it.
   */
  find(bytes: Uint8Array, from: number, column: number): boolean {
    const delimiter = this.#delimiter
    const length = bytes.length
    let at = from
    for (let k = 0; ; k++) {
      const start = at
      let hash = FIRST_HASH
      for (; at < length; at++) {
        const byte = bytes[at] as number
        if (byte === delimiter) break
        if (byte === QUOTE || byte === NEWLINE || byte === RETURN) return false
        hash = Math.imul(hash ^ byte, HASH_PRIME)
      }
      if (at >= length) return false
      if (k === column) {
        this.bounds[0] = start
        this.bounds[1] = at
        this.hashes[0] = mixHash(hash)
        return true
      }
      at++
    }
  }
}
