/** Millionths: adherence, rates and scores are kept as integers of 10⁻⁶, so that sums merge exactly (semantics §17). */
export const MICRO = 1_000_000

/**
 * numerator / denominator in millionths, rounded half to even; null without a denominator.
 * Exact for integers while numerator × 10⁶ stays below 2⁵³.
 */
export function ratioInMicros(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null
  const scaled = numerator * MICRO
  if (Number.isSafeInteger(scaled) && Number.isSafeInteger(denominator)) return divideHalfEven(scaled, denominator)
  return roundHalfEven(scaled / denominator)
}

/** numerator / denominator for integers, rounded half to even. The denominator is above 0. */
export function divideHalfEven(numerator: number, denominator: number): number {
  const quotient = Math.floor(numerator / denominator)
  const rest = numerator - quotient * denominator
  const twice = 2 * rest
  if (twice > denominator || (twice === denominator && quotient % 2 !== 0)) return quotient + 1
  return quotient
}

/** To the nearest integer, a half to the even one. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor
}

/** Millionths as the number printed: at most six decimals. */
export function fromMicros(micros: number | null): number | null {
  return micros === null ? null : micros / MICRO
}
