import { type Benchmark, BENCHMARK_MEASURES } from '../model/metric.ts'
import { plain } from './change.ts'
import type { FacetOf } from './facets.ts'

/** Benchmark values of execution, each by itself, and where they were taken from (S24.i). */
export function benchmarkFacets(benchmark: Benchmark | undefined): FacetOf[] {
  if (benchmark === undefined) return []
  const { values, period, sample, date } = benchmark
  const one = (key: string, value: string | number | undefined): FacetOf[] =>
    value === undefined ? [] : [{ facet: 'benchmark', key, value: plain(value), same: String(value) }]
  return [
    ...BENCHMARK_MEASURES.flatMap((measure) => one(measure, values[measure])),
    ...one('period', period === undefined ? undefined : `${period.from} – ${period.until}`),
    ...one('sample', sample),
    ...one('date', date),
  ]
}
