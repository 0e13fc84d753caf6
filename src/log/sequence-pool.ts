import { hashBytes, TextPool } from './text-pool.ts'

/** Distinct sequences of whole numbers below 2³², as small numbers from 1. A sequence is laid down number by number. */
export class SequencePool {
  readonly #pool = new TextPool(true)
  #bytes = new Uint8Array(256)
  #end = 0

  /** How many sequences are kept. */
  get size(): number {
    return this.#pool.size - 1
  }

  /** Begins a sequence with its first number. */
  begin(number: number): void {
    this.#end = 0
    this.add(number)
  }

  add(number: number): void {
    if (this.#end + 5 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    // Seven bits a byte: numbers are mostly small.
    const bytes = this.#bytes
    let end = this.#end
    let rest = number
    for (; rest >= 0x80; rest >>>= 7) bytes[end++] = (rest & 0x7f) | 0x80
    bytes[end++] = rest
    this.#end = end
  }

  /** The number of the sequence laid down, which is kept where fewer than `most` are; 0: it is not kept. */
  intern(most: number): number {
    const hash = hashBytes(this.#bytes, 0, this.#end)
    if (this.size < most) return this.#pool.intern(this.#bytes, 0, this.#end, hash)
    return this.#pool.find(this.#bytes, 0, this.#end, hash)
  }
}
