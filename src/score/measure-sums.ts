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

/** What of a result goes into sums of any kind: the same for all that are alike. */
export interface Standing extends Pick<ScoredInteraction, 'verdict' | 'ended' | 'adherence'> {
  readonly score: ScoredInteraction['score'] | undefined
  readonly metrics: ScoredInteraction['metrics'] | undefined
  /** With something accepted, whatever the verdict. */
  readonly accepted: boolean
  /** Millionths of a point, without the lines whose failures are accepted. */
  readonly scoreAfter: number | null
  /** The trace can be used (`MeasureSums.traced`). */
  readonly traced: boolean
}

export function standingOf(
  result: Pick<
    ScoredInteraction,
    'verdict' | 'ended' | 'adherence' | 'score' | 'scoreAfter' | 'metrics' | 'acceptedDeviations' | 'rules'
  >,
  traced: boolean,
): Standing {
  const { verdict, ended, adherence, score, scoreAfter, metrics, acceptedDeviations, rules } = result
  return {
    verdict,
    ended,
    adherence,
    accepted: acceptedDeviations !== undefined || rules.some(({ accepted }) => accepted !== undefined),
    scoreAfter: (scoreAfter ?? score)?.micros ?? null,
    traced,
    score,
    metrics,
  }
}

/** Adds what so many interactions of one standing come to. */
export function addMeasures(into: MeasureSums, { traced, metrics, score }: Standing, times: number): void {
  if (traced) into.traced += times
  for (const [id, value] of metrics ?? []) {
    const sums = metricOf(into, id)
    if (typeof value === 'number') addValue(sums.values, value, times)
    else sums[value] += times
  }
  if (score === undefined) return
  for (const key of ERROR_KEYS) {
    const outcome = score.errorFree[key]
    if (outcome === 'pass') into.errors[key].free += times
    else if (outcome === 'fail') into.errors[key].failed += times
  }
  into.nonCritical.pass += times * score.nonCritical.pass
  into.nonCritical.fail += times * score.nonCritical.fail
  if (score.criticalMicros !== null && score.state === 'evaluated') {
    into.critical += times * score.criticalMicros
    into.criticalCount += times
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

/** Whether a trace can be used (`MeasureSums.traced`). */
export function isTraced({ adherence, alignment }: Pick<ScoredInteraction, 'adherence' | 'alignment'>): boolean {
  if (adherence === null || !alignment.optimal) return false
  return alignment.moves.some((move) => move.type === 'sync' || (move.type === 'log' && move.labels.length > 0))
}
