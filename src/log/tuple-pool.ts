/** Distinct tuples of numbers, all of one width, as small numbers from 1; the tuple of nothing but zeros is 0. */
export class TuplePool {
  readonly #width: number
  #values: Uint32Array<ArrayBuffer>
  #slots = new Int32Array(1 << 8)
  #count = 1
  #last = 0

  /** `dump`: the tuples of another pool, to be read; none can be added to them. */
  constructor(width: number, dump?: Uint32Array<ArrayBuffer>) {
    this.#width = width
    this.#values = dump ?? new Uint32Array(width << 7)
    if (dump !== undefined) this.#count = dump.length / width
  }

  /** One more than the largest code. */
  get size(): number {
    return this.#count
  }

  intern(tuple: Uint32Array): number {
    // Neighbouring rows are often alike.
    if (this.#isAt(this.#last, tuple)) return this.#last
    const mask = this.#slots.length - 1
    for (let at = hashOf(tuple, 0, this.#width) & mask; ; at = (at + 1) & mask) {
      const code = this.#slots[at] ?? 0
      if (code === 0) {
        if (tuple.every((value) => value === 0)) return (this.#last = 0)
        this.#slots[at] = this.#count
        return (this.#last = this.#add(tuple))
      }
      if (this.#isAt(code, tuple)) return (this.#last = code)
    }
  }

  /** All tuples side by side. */
  dump(): Uint32Array<ArrayBuffer> {
    return this.#values.slice(0, this.#count * this.#width)
  }

  /** One number of a tuple. */
  get(code: number, at: number): number {
    return this.#values[code * this.#width + at] ?? 0
  }

  #isAt(code: number, tuple: Uint32Array): boolean {
    const start = code * this.#width
    for (let i = 0; i < this.#width; i++) if (this.#values[start + i] !== tuple[i]) return false
    return true
  }

  #add(tuple: Uint32Array): number {
    const code = this.#count++
    if (this.#count * this.#width > this.#values.length) {
      const larger = new Uint32Array(Math.ceil(this.#values.length * 1.5))
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values.set(tuple, code * this.#width)
    if (this.#count * 2 > this.#slots.length) {
      const slots = new Int32Array(this.#slots.length * 2)
      const mask = slots.length - 1
      for (let other = 1; other < this.#count; other++) {
        let at = hashOf(this.#values, other * this.#width, this.#width) & mask
        while (slots[at] !== 0) at = (at + 1) & mask
        slots[at] = other
      }
      this.#slots = slots
    }
    return code
  }
}

function hashOf(values: Uint32Array, from: number, width: number): number {
  let hash = 0x811c9dc5 | 0
  for (let i = from; i < from + width; i++) hash = Math.imul(hash ^ (values[i] ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}
