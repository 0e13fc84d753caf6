import { ERROR_CLASSES, type ErrorClass } from '../model/scorecard.ts'
import type { ScoredInteraction } from './result.ts'
import { addValue, mergeValues, type ValueCounts } from './value-counts.ts'

/** The classes whose error-free rates are counted; `critical` is all critical lines of the card together. */
export type ErrorKey = ErrorClass | 'critical'
export const ERROR_KEYS: readonly ErrorKey[] = ['critical', ...ERROR_CLASSES]

/** Values of one metric, in millionths, and how many interactions gave none. */
export interface MetricSums {
  readonly values: ValueCounts
  notApplicable: number
  notEvaluated: number
}

/** What is added up of interactions beside adherence, verdict and score; plain integers and counts of values. */
export interface MeasureSums {
  /** Ended, aligned, and with at least one event that its flow knows: a trace that can be used (S24.i). */
  traced: number
  /** Contacts with and without an error of the class, of those where it could be told. */
  readonly errors: Record<ErrorKey, { free: number; failed: number }>
  /** Lines that are not critical, one by one. */
  readonly nonCritical: { pass: number; fail: number }
  /** Millionths of a point, over `criticalCount`. */
  critical: number
  criticalCount: number
  /** By the id of the metric. */
  readonly metrics: Map<string, MetricSums>
}

export function createMeasureSums(): MeasureSums {
  return {
    traced: 0,
    errors: {
      critical: { free: 0, failed: 0 },
      customer: { free: 0, failed: 0 },
      business: { free: 0, failed: 0 },
      compliance: { free: 0, failed: 0 },
    },
    nonCritical: { pass: 0, fail: 0 },
    critical: 0,
    criticalCount: 0,
    metrics: new Map(),
  }
}

export function addMeasures(into: MeasureSums, result: ScoredInteraction): void {
  if (isTraced(result)) into.traced += 1
  for (const [id, value] of result.metrics ?? []) {
    const sums = metricOf(into, id)
    if (typeof value === 'number') addValue(sums.values, value)
    else sums[value] += 1
  }
  const { score } = result
  if (score === undefined) return
  for (const key of ERROR_KEYS) {
    const outcome = score.errorFree[key]
    if (outcome === 'pass') into.errors[key].free += 1
    else if (outcome === 'fail') into.errors[key].failed += 1
  }
  into.nonCritical.pass += score.nonCritical.pass
  into.nonCritical.fail += score.nonCritical.fail
  if (score.criticalMicros !== null && score.state === 'evaluated') {
    into.critical += score.criticalMicros
    into.criticalCount += 1
  }
}

/** Adds `from`, which is not changed, to `into`. */
export function mergeMeasures(into: MeasureSums, from: MeasureSums): void {
  into.traced += from.traced
  for (const key of ERROR_KEYS) {
    into.errors[key].free += from.errors[key].free
    into.errors[key].failed += from.errors[key].failed
  }
  into.nonCritical.pass += from.nonCritical.pass
  into.nonCritical.fail += from.nonCritical.fail
  into.critical += from.critical
  into.criticalCount += from.criticalCount
  for (const [id, sums] of from.metrics) {
    const own = metricOf(into, id)
    mergeValues(own.values, sums.values)
    own.notApplicable += sums.notApplicable
    own.notEvaluated += sums.notEvaluated
  }
}

function metricOf({ metrics }: MeasureSums, id: string): MetricSums {
  let sums = metrics.get(id)
  if (sums === undefined) metrics.set(id, (sums = { values: new Map(), notApplicable: 0, notEvaluated: 0 }))
  return sums
}

function isTraced({ adherence, alignment }: ScoredInteraction): boolean {
  if (adherence === null || !alignment.optimal) return false
  return alignment.moves.some((move) => move.type === 'sync' || (move.type === 'log' && move.labels.length > 0))
}
