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

/** Lengths of time as they ascend, and whose each is. */
export interface SortedDurations {
  readonly ascending: Float64Array
  readonly owners: Int32Array
}

/** Sorts those that are known (not NaN), each with its owner; of equal ones the first stays first. */
export function sortDurations(durations: Float64Array, ownerOf: ArrayLike<number>): SortedDurations {
  const ascending = durations.filter((duration) => !Number.isNaN(duration)).sort()
  // Sorted as numbers, then each put into the next place of its duration: no comparison is called a million times.
  const taken = new Int32Array(ascending.length)
  const owners = new Int32Array(ascending.length)
  for (let at = 0; at < durations.length; at++) {
    const duration = durations[at] as number
    if (Number.isNaN(duration)) continue
    const first = firstPlace(ascending, duration)
    owners[first + (taken[first] as number)] = ownerOf[at] as number
    taken[first] = (taken[first] as number) + 1
  }
  return { ascending, owners }
}

/** The first place of a value that is there. */
function firstPlace(ascending: Float64Array, value: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
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
