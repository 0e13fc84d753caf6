/** Positions of a longest strictly rising subsequence (Fredman 1975: one pile for each length). */
export function longestRising(values: readonly number[]): number[] {
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  for (const [at, value] of values.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous[at] = low === 0 ? undefined : tails[low - 1]
    tails[low] = at
  }
  const rising: number[] = []
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) rising.unshift(at)
  return rising
}
