/** Milliseconds that those with a deviation took, and those without, as far as it is known. */
export interface DurationEffect {
  readonly with: DurationFigures
  readonly without: DurationFigures
}

export interface DurationFigures {
  readonly cases: number
  readonly mean: number | null
  readonly median: number | null
}

/** The figures of both sides, rounded to milliseconds, of lengths of time that ascend; `isWith` tells which side a place is of. */
export function effectOnDuration(ascending: ArrayLike<number>, isWith: (at: number) => boolean): DurationEffect {
  const sides = [new Side(), new Side()] as const
  const belongs = new Uint8Array(ascending.length)
  for (let at = 0; at < ascending.length; at++) {
    belongs[at] = isWith(at) ? 0 : 1
    sides[belongs[at] as 0 | 1].cases++
  }
  for (let at = 0; at < ascending.length; at++) sides[belongs[at] as 0 | 1].add(ascending[at] as number)
  return { with: sides[0].figures(), without: sides[1].figures() }
}

/** One side: how many there are is known first, then they come in order. */
class Side {
  cases = 0
  #seen = 0
  #sum = 0
  #middle = 0

  add(duration: number): void {
    if (this.#seen === (this.cases - 1) >> 1) this.#middle += duration
    if (this.#seen === this.cases >> 1) this.#middle += duration
    this.#sum += duration
    this.#seen++
  }

  figures(): DurationFigures {
    const { cases } = this
    if (cases === 0) return { cases, mean: null, median: null }
    return { cases, mean: Math.round(this.#sum / cases), median: Math.round(this.#middle / 2) }
  }
}
