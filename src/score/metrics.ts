import type { RuleContext } from '../compliance/rule-kind.ts'
import type { Metric, Statistic } from '../model/metric.ts'
import { computeOver } from './answer-context.ts'
import type { MetricSums } from './measure-sums.ts'
import { MICRO, ratioInMicros, roundHalfEven } from './round.ts'
import { distributionOf } from './value-counts.ts'
import { wilsonInterval } from './wilson.ts'

/**
 * A metric of one interaction: 0 or 1 for a share, milliseconds for a duration, millionths for a number; or why there is
 * none: `where` does not hold or a step was not done, or the log does not give what is needed.
 */
export type MetricValue = number | 'notApplicable' | 'notEvaluated'

/** The metrics of an interaction that has ended. */
export function measureMetrics(metrics: readonly Metric[], context: RuleContext): Map<string, MetricValue> {
  return new Map(metrics.map((metric) => [metric.id, measure(metric, context)]))
}

function measure({ value, where, type }: Metric, context: RuleContext): MetricValue {
  if (where !== undefined) {
    const holds = computeOver(where, context)
    if ('absent' in holds) return 'notApplicable'
    if ('unknown' in holds) return 'notEvaluated'
    if (holds.value !== true) return 'notApplicable'
  }
  const found = computeOver(value, context)
  if ('absent' in found) return 'notApplicable'
  if ('unknown' in found) return 'notEvaluated'
  if (type === 'share') return typeof found.value === 'boolean' ? (found.value ? 1 : 0) : 'notEvaluated'
  if (typeof found.value !== 'number') return 'notEvaluated'
  const kept = roundHalfEven(type === 'duration' ? found.value : found.value * MICRO)
  return Number.isSafeInteger(kept) ? kept + 0 : 'notEvaluated'
}

export interface MetricFigures {
  readonly metric: Metric
  readonly evaluated: number
  readonly notApplicable: number
  readonly notEvaluated: number
  /** In the order of `show`: milliseconds for a duration, a fraction for a share; null without values. */
  readonly figures: readonly { readonly statistic: Statistic; readonly value: number | null }[]
  /** 95 % Wilson interval of a share. */
  readonly interval?: readonly [number, number] | null
}

const NONE: MetricSums = { values: new Map(), notApplicable: 0, notEvaluated: 0 }

export function metricFigures(
  metrics: readonly Metric[],
  sums: ReadonlyMap<string, MetricSums>,
): readonly MetricFigures[] {
  return metrics.map((metric) => {
    const { values, notApplicable, notEvaluated } = sums.get(metric.id) ?? NONE
    const distribution = distributionOf(values)
    const scale = metric.type === 'number' ? MICRO : 1
    const scaled = (value: number | null) => (value === null ? null : value / scale)
    const yes = values.get(1) ?? 0
    const valueOf = (statistic: Statistic): number | null => {
      if (statistic === 'count') return distribution.count
      if (statistic === 'share') return scaledShare(yes, distribution.count)
      if (statistic === 'mean') return scaled(distribution.mean)
      if (statistic === 'min') return scaled(distribution.least)
      if (statistic === 'max') return scaled(distribution.most)
      return scaled(distribution.percentile(statistic === 'median' ? 50 : Number(statistic.slice(1))))
    }
    return {
      metric,
      evaluated: distribution.count,
      notApplicable,
      notEvaluated,
      figures: metric.show.map((statistic) => ({ statistic, value: valueOf(statistic) })),
      ...(metric.type === 'share' ? { interval: wilsonInterval(yes, distribution.count) } : {}),
    }
  })
}

function scaledShare(part: number, whole: number): number | null {
  const micros = ratioInMicros(part, whole)
  return micros === null ? null : micros / MICRO
}
