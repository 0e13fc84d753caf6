import { FIRST_HASH, HASH_PRIME, mixHash } from './text-pool.ts'

const NEWLINE = 10
const RETURN = 13
const QUOTE = 34

/** Splits lines of CSV that stand in bytes, so long as nothing about them is doubtful. One pass gives ends and hashes. */
export class LineSplitter {
  /** Field k of the last line split is `[bounds[2k], bounds[2k + 1])`, without quotes; see `ByteRows`. */
  readonly bounds: Int32Array
  /** By field its hash (`hashBytes`); of fields with doubled quotes it says nothing. */
  readonly hashes: Int32Array
  /** All bytes of the last line split, or-ed: from 128 on it is not ASCII. */
  bits = 0
  /** Where the line end of the last line split stands, or the bytes end. */
  end = 0
  readonly #delimiter: number
  readonly #most: number

  /** `delimiter` is one byte; a line of more than `most` fields is doubtful. */
  constructor(delimiter: number, most: number) {
    this.#delimiter = delimiter
    this.#most = most
    this.bounds = new Int32Array(2 * most)
    this.hashes = new Int32Array(most)
  }

  /** The number of fields of the line that begins here; −1 where a quote is not closed in it, or text follows a closing quote. */
  split(bytes: Uint8Array, from: number): number {
    const { bounds, hashes } = this
    const delimiter = this.#delimiter
    const most = this.#most
    const length = bytes.length
    let bits = 0
    let at = from
    for (let k = 0; k < most; k++) {
      let byte = at < length ? (bytes[at] as number) : NEWLINE
      let hash = FIRST_HASH
      if (byte === QUOTE) {
        const open = ++at
        let doubled = false
        for (;;) {
          if (at >= length) return -1
          byte = bytes[at++] as number
          if (byte === NEWLINE) return -1
          bits |= byte
          if (byte === QUOTE) {
            if (at >= length || bytes[at] !== QUOTE) break
            doubled = true
            at++
          } else hash = Math.imul(hash ^ byte, HASH_PRIME)
        }
        bounds[2 * k] = open
        bounds[2 * k + 1] = doubled ? ~(at - 1) : at - 1
        hashes[k] = mixHash(hash)
        while (at < length && bytes[at] === 32) at++
        byte = at < length ? (bytes[at] as number) : NEWLINE
        if (byte === RETURN && (at + 1 === length || bytes[at + 1] === NEWLINE)) {
          at++
          byte = NEWLINE
        }
        if (byte !== NEWLINE && byte !== delimiter) return -1
      } else {
        const start = at
        while (byte !== delimiter && byte !== NEWLINE) {
          bits |= byte
          hash = Math.imul(hash ^ byte, HASH_PRIME)
          byte = ++at < length ? (bytes[at] as number) : NEWLINE
        }
        bounds[2 * k] = start
        if (byte === NEWLINE && at > start && bytes[at - 1] === RETURN) {
          bounds[2 * k + 1] = at - 1
          hash = FIRST_HASH
          for (let i = start; i < at - 1; i++) hash = Math.imul(hash ^ (bytes[i] as number), HASH_PRIME)
        } else bounds[2 * k + 1] = at
        hashes[k] = mixHash(hash)
      }
      if (byte === NEWLINE) {
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
