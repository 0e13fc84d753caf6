/** 97.5 % quantile of the normal distribution: 95 % two-sided. */
const Z = 1.959964

/**
 * Wilson's score interval for `pass` of `n`, 95 %, without continuity correction (Wilson 1927; Newcombe 1998, method 3).
 * Inside [0, 1]; null when n is 0.
 */
export function wilsonInterval(pass: number, n: number): readonly [lower: number, upper: number] | null {
  if (n === 0) return null
  const rate = pass / n
  const z2 = Z * Z
  const centre = rate + z2 / (2 * n)
  const half = Z * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n))
  const scale = 1 + z2 / n
  return [pass === 0 ? 0 : Math.max(0, (centre - half) / scale), pass === n ? 1 : Math.min(1, (centre + half) / scale)]
}
