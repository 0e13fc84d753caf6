/** Elements may stand in each other this deep. */
export const MAX_XML_DEPTH: number = 256

/** The elements that are open: their names as bytes, one after the other, and the lines they were opened in. */
export class OpenElements {
  depth = 0
  #names: Uint8Array = new Uint8Array(1024)
  readonly #ends = new Int32Array(MAX_XML_DEPTH + 1)
  readonly #lines = new Int32Array(MAX_XML_DEPTH + 1)

  /** Opens the element whose name is `bytes[from..to)`; false where it would stand too deep. */
  open(bytes: Uint8Array, from: number, to: number, line: number): boolean {
    if (this.depth >= MAX_XML_DEPTH) return false
    const start = this.depth === 0 ? 0 : (this.#ends[this.depth - 1] as number)
    const end = start + to - from
    if (end > this.#names.length) {
      const more = new Uint8Array(end * 2)
      more.set(this.#names)
      this.#names = more
    }
    const names = this.#names
    for (let k = start, j = from; k < end; k++, j++) names[k] = bytes[j] as number
    this.#ends[this.depth] = end
    this.#lines[this.depth] = line
    this.depth++
    return true
  }

  /** Closes the innermost, if `bytes[from..to)` is its name. */
  close(bytes: Uint8Array, from: number, to: number): boolean {
    const top = this.depth - 1
    const ends = this.#ends
    const start = top === 0 ? 0 : (ends[top - 1] as number)
    if ((ends[top] as number) - start !== to - from) return false
    const names = this.#names
    for (let i = from, k = start; i < to; i++, k++) if (bytes[i] !== names[k]) return false
    this.depth = top
    return true
  }

  /** The innermost, for people. */
  top(): { readonly name: string; readonly line: number } {
    const start = this.depth > 1 ? this.#ends[this.depth - 2] : 0
    const name = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      this.#names.subarray(start, this.#ends[this.depth - 1]),
    )
    return { name, line: this.#lines[this.depth - 1] ?? 0 }
  }
}
