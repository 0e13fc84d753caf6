/** An exact figure: whole numbers, `of` above 0. */
export interface Fraction {
  readonly count: bigint
  readonly of: bigint
}

export const MICRO = 1_000_000

/** A bound of a map as millionths. */
export function fractionOf(bound: number): Fraction {
  return { count: BigInt(Math.round(bound * MICRO)), of: BigInt(MICRO) }
}

/** Negative, zero or positive as a is less than, equal to or more than b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.count * b.of - b.count * a.of
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** As a number with at most six decimals, half to even. */
export function toNumber({ count, of }: Fraction): number {
  const scaled = count * BigInt(MICRO)
  const sign = scaled < 0n ? -1n : 1n
  const size = scaled * sign
  const quotient = size / of
  const twice = 2n * (size - quotient * of)
  const rounded = twice > of || (twice === of && quotient % 2n === 1n) ? quotient + 1n : quotient
  return Number(rounded * sign) / MICRO
}

/** The mean of counted values; undefined of none. */
export function meanOf(values: ReadonlyMap<number, number>): Fraction | undefined {
  let total = 0n
  let count = 0
  for (const [value, times] of values) {
    total += BigInt(value) * BigInt(times)
    count += times
  }
  return count === 0 ? undefined : { count: total, of: BigInt(count) }
}

/** The least value that is not below `percent` of all (nearest rank, semantics §17); undefined of none. */
export function percentileOf(values: ReadonlyMap<number, number>, percent: number): Fraction | undefined {
  const sorted = [...values].sort(([a], [b]) => a - b)
  const all = sorted.reduce((sum, [, times]) => sum + times, 0)
  const rank = Math.max(1, Math.ceil((percent * all) / 100))
  let seen = 0
  for (const [value, times] of sorted) {
    seen += times
    if (seen >= rank) return { count: BigInt(value), of: 1n }
  }
  return undefined
}
