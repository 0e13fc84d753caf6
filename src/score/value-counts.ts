import { divideHalfEven } from './round.ts'

/**
 * Values and how often each occurred: the one form in which values of many interactions are kept, since it merges by
 * addition and gives exact means and percentiles (semantics §17). Values are integers: milliseconds, or millionths.
 */
export type ValueCounts = Map<number, number>

export function addValue(counts: ValueCounts, value: number, times = 1): void {
  counts.set(value, (counts.get(value) ?? 0) + times)
}

/** Adds `from`, which is not changed, to `into`. */
export function mergeValues(into: ValueCounts, from: ReadonlyMap<number, number>): void {
  for (const [value, times] of from) addValue(into, value, times)
}

/** Counts in the order of values, made once for several questions. */
export interface Distribution {
  readonly count: number
  /** The mean, rounded half to even; null without values. Exact, whatever the sum. */
  readonly mean: number | null
  readonly least: number | null
  readonly most: number | null
  /** Nearest rank: the smallest value that at least `percent` of all do not exceed. */
  percentile(percent: number): number | null
}

export function distributionOf(counts: ReadonlyMap<number, number>): Distribution {
  const values = [...counts].sort(([a], [b]) => a - b)
  const count = values.reduce((total, [, times]) => total + times, 0)
  return {
    count,
    mean: count === 0 ? null : meanOf(values, count),
    least: values[0]?.[0] ?? null,
    most: values.at(-1)?.[0] ?? null,
    percentile(percent) {
      const rank = Math.max(1, Math.ceil((percent * count) / 100))
      let seen = 0
      for (const [value, times] of values) {
        seen += times
        if (seen >= rank) return value
      }
      return null
    },
  }
}

function meanOf(values: readonly (readonly [number, number])[], count: number): number {
  const sum = values.reduce((total, [value, times]) => total + value * times, 0)
  if (Number.isSafeInteger(sum)) return divideHalfEven(sum, count)
  // Beyond 2⁵³ the sum of doubles would depend on rounding: whole and rest in integers of any size.
  const exact = values.reduce((total, [value, times]) => total + BigInt(value) * BigInt(times), 0n)
  const n = BigInt(count)
  const whole = exact / n - (exact % n < 0n ? 1n : 0n)
  return Number(whole) + divideHalfEven(Number(exact - whole * n), count)
}
