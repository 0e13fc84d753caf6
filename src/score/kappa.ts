import { sum } from '../model/sum.ts'

/** 97.5 % quantile of the normal distribution: 95 % two-sided. */
const Z = 1.959964

/** Agreement beyond chance. `kappa` is null where chance alone would agree on everything. */
export interface Kappa {
  readonly kappa: number | null
  /** Share of agreement observed, and expected by chance. */
  readonly observed: number
  readonly expected: number
  /** Large-sample standard error, for the interval; null where kappa is. */
  readonly error: number | null
  /** 95 %, cut to [−1, 1]. */
  readonly interval: readonly [number, number] | null
  readonly n: number
}

/**
 * Cohen's kappa of two raters (Cohen 1960) with the standard error of Fleiss, Cohen & Everitt (1969). `table[i][j]` counts
 * what the first rated i and the second j; null when nothing was rated.
 */
export function cohenKappa(table: readonly (readonly number[])[]): Kappa | null {
  const n = sum(table.map(sum))
  if (n === 0) return null
  const size = table.length
  const cell = (i: number, j: number) => (table[i]?.[j] ?? 0) / n
  const all = Array.from({ length: size }, (_, i) => i)
  const rows = all.map((i) => sum(all.map((j) => cell(i, j))))
  const columns = all.map((j) => sum(all.map((i) => cell(i, j))))
  const observed = sum(all.map((i) => cell(i, i)))
  const expected = sum(all.map((i) => (rows[i] ?? 0) * (columns[i] ?? 0)))
  if (1 - expected < 1e-12) return { kappa: null, observed, expected, error: null, interval: null, n }
  const kappa = (observed - expected) / (1 - expected)
  // Equation 8 of Fleiss, Levin & Paik, *Statistical Methods for Rates and Proportions*, 3rd ed. 2003, §18.1.
  const a = sum(all.map((i) => cell(i, i) * (1 - ((rows[i] ?? 0) + (columns[i] ?? 0)) * (1 - kappa)) ** 2))
  const b =
    (1 - kappa) ** 2 *
    sum(all.flatMap((i) => all.map((j) => (i === j ? 0 : cell(i, j) * ((columns[i] ?? 0) + (rows[j] ?? 0)) ** 2))))
  const c = (kappa - expected * (1 - kappa)) ** 2
  const error = Math.sqrt(Math.max(0, a + b - c) / n) / (1 - expected)
  return { kappa, observed, expected, error, interval: around(kappa, error), n }
}

/**
 * Fleiss' kappa of several raters (Fleiss 1971), each subject rated equally often: `ratings[s][c]` counts how many rated
 * subject s as c. The standard error is that under no agreement beyond chance (Fleiss, Nee & Landis 1979). Null when there
 * is no subject, or fewer than two raters, or their number differs.
 */
export function fleissKappa(ratings: readonly (readonly number[])[]): Kappa | null {
  const subjects = ratings.length
  const raters = sum(ratings[0] ?? [])
  if (subjects === 0 || raters < 2 || ratings.some((row) => sum(row) !== raters)) return null
  const categories = Math.max(...ratings.map((row) => row.length))
  const shares = Array.from(
    { length: categories },
    (_, c) => sum(ratings.map((row) => row[c] ?? 0)) / (subjects * raters),
  )
  const observed =
    sum(ratings.map((row) => sum(row.map((count) => count * (count - 1))))) / (subjects * raters * (raters - 1))
  const expected = sum(shares.map((share) => share ** 2))
  if (1 - expected < 1e-12) return { kappa: null, observed, expected, error: null, interval: null, n: subjects }
  const kappa = (observed - expected) / (1 - expected)
  const spread = sum(shares.map((share) => share * (1 - share)))
  const skew = sum(shares.map((share) => share * (1 - share) * (1 - 2 * share)))
  const error =
    (Math.SQRT2 / (spread * Math.sqrt(subjects * raters * (raters - 1)))) * Math.sqrt(Math.max(0, spread ** 2 - skew))
  return { kappa, observed, expected, error, interval: around(kappa, error), n: subjects }
}

function around(kappa: number, error: number): readonly [number, number] {
  return [Math.max(-1, kappa - Z * error), Math.min(1, kappa + Z * error)]
}
