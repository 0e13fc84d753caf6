import type { Place } from '../diagnostic/diagnostic.ts'
import type { Cel, Id } from './map.ts'
import type { Text } from './text.ts'

/** What is told of the values of a metric; `p90` and its like are nearest-rank percentiles. */
export type Statistic = 'count' | 'share' | 'mean' | 'median' | 'min' | 'max' | `p${number}`

/** A statistic over interactions that the map defines for itself (S17), without any change to the program. */
export interface Metric {
  readonly id: Id
  readonly name: Text
  /** Of one interaction: true or false for a share, else a number; milliseconds for a duration. */
  readonly value: Cel
  /** Interactions for which this does not hold are not applicable. */
  readonly where?: Cel
  readonly type: 'share' | 'number' | 'duration'
  readonly show: readonly Statistic[]
  readonly unit?: Text
  readonly source: readonly string[]
  readonly place: Place
}

/** What benchmarks may be stated for: rates and shares as fractions, score in points. */
export type BenchmarkMeasure =
  | 'compliance'
  | 'adherence'
  | 'score'
  | 'field-use'
  | 'use-trace'
  | 'roles'
  /** The most that units may differ; all others are the least. */
  | 'spread'
export const BENCHMARK_MEASURES: readonly BenchmarkMeasure[] = [
  'field-use',
  'use-trace',
  'adherence',
  'spread',
  'roles',
  'compliance',
  'score',
]

/** Benchmark values of execution 标杆值 (S24.i), with where they came from. */
export interface Benchmark {
  readonly values: Partial<Readonly<Record<BenchmarkMeasure, number>>>
  /** First and last day of the period it was taken from. */
  readonly period?: { readonly from: string; readonly until: string }
  /** How many contacts it rests on. */
  readonly sample?: number
  /** The day it was set. */
  readonly date?: string
  readonly place: Place
}
