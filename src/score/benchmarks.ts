import type { Benchmark, BenchmarkMeasure } from '../model/metric.ts'
import { BENCHMARK_MEASURES } from '../model/metric.ts'

/** What a benchmark is held against; `interval` where the measure is a share. */
export interface Measured {
  readonly value: number | null
  readonly interval?: readonly [number, number] | null
}

/**
 * - `reached`: at least the benchmark (for `spread`: at most)
 * - `withinChance`: short of it, and its 95 % interval still holds the benchmark
 * - `missed`: short of it
 * - `noValue`: nothing was measured
 */
export type BenchmarkState = 'reached' | 'withinChance' | 'missed' | 'noValue'

export interface BenchmarkResult {
  /** `overall`, or a touchpoint's code. */
  readonly scope: string
  readonly measure: BenchmarkMeasure
  readonly benchmark: number
  readonly value: number | null
  /** value − benchmark. */
  readonly difference: number | null
  readonly interval: readonly [number, number] | null
  readonly state: BenchmarkState
  readonly origin: Benchmark
}

/** Holds measures against the benchmark values stated for them. */
export function holdAgainst(
  origin: Benchmark,
  scope: string,
  measured: Partial<Readonly<Record<BenchmarkMeasure, Measured>>>,
): BenchmarkResult[] {
  return BENCHMARK_MEASURES.flatMap((measure): BenchmarkResult[] => {
    const benchmark = origin.values[measure]
    if (benchmark === undefined) return []
    const { value = null, interval = null } = measured[measure] ?? {}
    const state = stateOf(measure, benchmark, value, interval)
    const difference = value === null ? null : Math.round((value - benchmark) * 1e6) / 1e6
    return [{ scope, measure, benchmark, value, difference, interval, state, origin }]
  })
}

function stateOf(
  measure: BenchmarkMeasure,
  benchmark: number,
  value: number | null,
  interval: readonly [number, number] | null,
): BenchmarkState {
  if (value === null) return 'noValue'
  if (measure === 'spread' ? value <= benchmark : value >= benchmark) return 'reached'
  return interval !== null && interval[0] <= benchmark && benchmark <= interval[1] ? 'withinChance' : 'missed'
}
