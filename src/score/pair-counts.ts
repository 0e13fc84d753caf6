/** Counts of pairs of small numbers, and for each the number it was first counted with; a pair takes some twenty bytes. */
export class PairCounts {
  /** First and second of a pair, count, and what it was first counted with, side by side; a count of 0: nothing. */
  #slots = new Int32Array(1 << 12)
  #size = 0

  add(a: number, b: number, first: number): void {
    const slots = this.#slots
    const at = placeOf(slots, a, b)
    if (slots[at + 2] === 0) {
      slots[at] = a
      slots[at + 1] = b
      slots[at + 3] = first
      this.#size += 1
    }
    slots[at + 2] = (slots[at + 2] as number) + 1
    if (this.#size * 6 > slots.length) this.#widen()
  }

  /** All pairs, in no order that says anything. */
  *[Symbol.iterator](): Generator<readonly [a: number, b: number, count: number, first: number]> {
    const slots = this.#slots
    for (let at = 0; at < slots.length; at += 4) {
      const count = slots[at + 2] as number
      if (count > 0) yield [slots[at] as number, slots[at + 1] as number, count, slots[at + 3] as number]
    }
  }

  #widen(): void {
    const old = this.#slots
    const slots = new Int32Array(old.length * 2)
    for (let from = 0; from < old.length; from += 4) {
      if (old[from + 2] === 0) continue
      slots.set(old.subarray(from, from + 4), placeOf(slots, old[from] as number, old[from + 1] as number))
    }
    this.#slots = slots
  }
}

function placeOf(slots: Int32Array, a: number, b: number): number {
  const mask = slots.length - 1
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 15
  let at = (hash << 2) & mask
  while (slots[at + 2] !== 0 && (slots[at] !== a || slots[at + 1] !== b)) at = (at + 4) & mask
  return at
}
