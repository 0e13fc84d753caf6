/** 97.5 % quantile of the normal distribution: 95 % two-sided. */
const Z = 1.959964

/**
 * Byar's approximation to the exact 95 % Poisson interval of an observed count (Breslow & Day, *Statistical Methods in
 * Cancer Research* II, 1987, §2.3), as used for ratios of observed to expected.
 */
export function byarInterval(observed: number): readonly [lower: number, upper: number] {
  const above = observed + 1
  const upper = above * (1 - 1 / (9 * above) + Z / (3 * Math.sqrt(above))) ** 3
  if (observed === 0) return [0, upper]
  return [Math.max(0, observed * (1 - 1 / (9 * observed) - Z / (3 * Math.sqrt(observed))) ** 3), upper]
}
