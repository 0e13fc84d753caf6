/** Splits lines of CSV that stand in bytes, so long as nothing about them is doubtful. */
export class LineSplitter {
  /** Field k of the last line split is `[bounds[2k], bounds[2k + 1])`, without quotes; see `ByteRows`. */
  readonly bounds: Int32Array
  /** All bytes of the last line split, or-ed: from 128 on it is not ASCII. */
  bits = 0
  readonly #delimiter: number
  readonly #most: number

  /** `delimiter` is one byte; a line of more than `most` fields is doubtful. */
  constructor(delimiter: number, most: number) {
    this.#delimiter = delimiter
    this.#most = most
    this.bounds = new Int32Array(2 * most)
  }

  /** The number of fields of a line; −1 where a quote is not closed in it, or text follows a closing quote. */
  split(bytes: Uint8Array, from: number, to: number): number {
    const { bounds } = this
    const delimiter = this.#delimiter
    let bits = 0
    let at = from
    for (let k = 0; k < this.#most; k++) {
      let byte = at < to ? (bytes[at] ?? 0) : delimiter
      if (byte === 34) {
        const open = ++at
        let doubled = false
        for (;;) {
          if (at >= to) return -1
          byte = bytes[at++] ?? 0
          bits |= byte
          if (byte !== 34) continue
          if (at >= to || bytes[at] !== 34) break
          doubled = true
          at++
        }
        bounds[2 * k] = open
        bounds[2 * k + 1] = doubled ? ~(at - 1) : at - 1
        while (at < to && bytes[at] === 32) at++
        if (at < to && bytes[at] !== delimiter) return -1
      } else {
        bounds[2 * k] = at
        while (byte !== delimiter) {
          bits |= byte
          if (++at >= to) break
          byte = bytes[at] ?? 0
        }
        bounds[2 * k + 1] = at
      }
      if (at >= to) {
        this.bits = bits
        return k + 1
      }
      at++
      if (at === to) {
        // A delimiter ends the line: one more field, empty.
        if (k + 1 >= this.#most) return -1
        bounds[2 * k + 2] = to
        bounds[2 * k + 3] = to
        this.bits = bits
        return k + 2
      }
    }
    return -1
  }
}
