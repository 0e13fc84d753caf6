/** Numbers by pairs of whole numbers, the first below 2 ** 31, the second below 2 ** 22, or both below 2 ** 26: an open table. */
export class PairTable {
  /** How many pairs are known. */
  count = 0
  readonly #factor: number
  #keys: Float64Array<ArrayBuffer> = new Float64Array(1 << 8).fill(-1)
  #values: Float64Array<ArrayBuffer> = new Float64Array(1 << 8)
  #others: Float64Array<ArrayBuffer> = new Float64Array(1 << 8)

  /** `factor` is above all second numbers. */
  constructor(factor: number) {
    this.#factor = factor
  }

  /** Where a pair stands, until the next `set`; −1: it is not known. */
  find(one: number, other: number): number {
    const keys = this.#keys
    const key = one * this.#factor + other
    const mask = keys.length - 1
    for (let slot = hashOfPair(one, other) & mask; ; slot = (slot + 1) & mask) {
      const known = keys[slot] as number
      if (known === key) return slot
      if (known < 0) return -1
    }
  }

  valueAt(slot: number): number {
    return this.#values[slot] as number
  }

  otherAt(slot: number): number {
    return this.#others[slot] as number
  }

  /** Adds a pair that is not known, with two numbers. */
  set(one: number, other: number, value: number, second: number): void {
    if (++this.count * 2 > this.#keys.length) this.#grow()
    const slot = this.#free(one, other)
    this.#keys[slot] = one * this.#factor + other
    this.#values[slot] = value
    this.#others[slot] = second
  }

  #free(one: number, other: number): number {
    const mask = this.#keys.length - 1
    let slot = hashOfPair(one, other) & mask
    while ((this.#keys[slot] as number) >= 0) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [keys, values, others] = [this.#keys, this.#values, this.#others]
    this.#keys = new Float64Array(keys.length * 4).fill(-1)
    this.#values = new Float64Array(keys.length * 4)
    this.#others = new Float64Array(keys.length * 4)
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number
      if (key < 0) continue
      const slot = this.#free(Math.floor(key / this.#factor), key % this.#factor)
      this.#keys[slot] = key
      this.#values[slot] = values[at] as number
      this.#others[slot] = others[at] as number
    }
  }
}

/** A hash of two whole numbers. */
export function hashOfPair(one: number, other: number): number {
  const mixed = Math.imul(one + 1, 0x9e3779b1) ^ Math.imul(other + 7, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
