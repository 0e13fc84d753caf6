import { formatDuration } from '../model/format-duration.ts'
import type { RuleOf } from '../model/rule.ts'
import { businessTimeOf } from './business-time.ts'
import { occurrencesOf } from './find-occurrences.ts'
import { startsOf } from './choose-starts.ts'
import { say } from './name-target.ts'
import { isBefore, isTied } from './order-events.ts'
import type { ManyBase, ManyResult, OverMany } from './over-many.ts'
import type { Outcome } from './rule-kind.ts'

/** Times measured, value → how often, and what could not be. */
export interface TimeSample {
  readonly values: Map<number, number>
  notApplicable: number
  pending: number
  notEvaluated: number
  unanswered: number
}

type Count = 'notApplicable' | 'pending' | 'notEvaluated' | 'unanswered'

/**
 * Mean, percentiles (nearest rank) and, with them, the longest of all times measured over many interactions. What has no
 * answer yet, or got none, is not in them and is counted beside. Exact: counts of whole milliseconds.
 */
export const withinOverMany: OverMany<'within', TimeSample> = {
  prepare({ spec }, flow, map) {
    if (spec.mean === undefined && spec.percentiles === undefined) return undefined
    const [findAfter, findTo] = [occurrencesOf(spec.after, flow), occurrencesOf(spec.to, flow)]
    const time = spec.calendar === undefined ? undefined : businessTimeOf(map, spec.calendar)
    return (sample, context, judgement) => {
      const add = (count: Count) => void (sample[count] += 1)
      if (judgement.evidence.length === 0 && judgement.askedOfMany !== true) {
        if (judgement.outcome === 'notApplicable' || judgement.outcome === 'pending') add(judgement.outcome)
        else add('notEvaluated')
        return
      }
      const { events } = context.matcher.interaction
      const ends = findTo(context)
      for (const start of startsOf(findAfter(context), spec.pair)) {
        const end = ends.find((match) => match.at === start.at || isBefore(start.at, match.at, context))
        const tied = context.ties === 'any' && ends.some((match) => isTied(start.at, match.at, context))
        const [began, ended] = [events[start.at]?.time, end && events[end.at]?.time]
        if (tied) add('notEvaluated')
        else if (end === undefined) add(context.ended ? 'unanswered' : 'pending')
        else if (began === undefined || ended === undefined || ended < began) add('notEvaluated')
        else {
          const worked = spec.calendar === undefined ? ended - began : time?.worked(began, ended)
          if (typeof worked === 'number') sample.values.set(worked, (sample.values.get(worked) ?? 0) + 1)
          else add('notEvaluated')
        }
      }
    }
  },

  empty: () => ({ values: new Map(), notApplicable: 0, pending: 0, notEvaluated: 0, unanswered: 0 }),

  merge(into, from) {
    for (const [value, count] of from.values) into.values.set(value, (into.values.get(value) ?? 0) + count)
    into.notApplicable += from.notApplicable
    into.pending += from.pending
    into.notEvaluated += from.notEvaluated
    into.unanswered += from.unanswered
  },

  conclude(rule, sample) {
    const { mean, percentiles = [], limit } = rule.spec
    const sorted = [...sample.values].sort(([a], [b]) => a - b)
    const counted = sorted.reduce((sum, [, count]) => sum + count, 0)
    const base: ManyBase = {
      counted,
      notApplicable: sample.notApplicable,
      pending: sample.pending,
      notEvaluated: sample.notEvaluated,
      unanswered: sample.unanswered,
    }
    const results: ManyResult[] = []
    const total = sorted.reduce((sum, [value, count]) => sum + value * count, 0)
    if (mean !== undefined) {
      const value = counted === 0 ? null : Math.round(total / counted)
      results.push(result(rule, 'mean', value, mean, base, total <= mean * counted))
    }
    for (const { percent, limit: most } of percentiles) {
      const value = nearestRank(sorted, counted, percent)
      results.push(result(rule, `p${percent}`, value, most, base, value !== null && value <= most))
    }
    if (limit?.kind === 'ms') {
      const value = sorted.at(-1)?.[0] ?? null
      results.push(result(rule, 'longest', value, limit.ms, base, value !== null && value <= limit.ms))
    }
    return results
  },
}

/** The least value that is not below `percent` of all. */
function nearestRank(sorted: readonly (readonly [number, number])[], counted: number, percent: number): number | null {
  const rank = Math.max(1, Math.ceil((percent * counted) / 100))
  let seen = 0
  for (const [value, count] of sorted) {
    seen += count
    if (seen >= rank) return value
  }
  return null
}

const NAMES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  mean: { zh: '平均', en: 'the mean is' },
  longest: { zh: '最长', en: 'the longest is' },
}

function result(
  rule: RuleOf<'within'>,
  figure: string,
  value: number | null,
  limit: number,
  base: ManyBase,
  kept: boolean,
): ManyResult {
  const outcome: Outcome =
    value === null ? (base.notEvaluated > 0 ? 'notEvaluated' : 'notApplicable') : kept ? 'pass' : 'fail'
  return {
    rule,
    figure,
    outcome,
    reason: say((lang) => {
      if (value === null) return lang === 'zh' ? '没有可计时的联系' : 'there is nothing to measure'
      const name = NAMES[figure] ?? { zh: ` ${figure.slice(1)}% 分位`, en: `the ${figure.slice(1)}th percentile is` }
      const [found, most] = [formatDuration(value, lang), formatDuration(limit, lang)]
      const missing = base.unanswered ?? 0
      if (lang === 'zh') {
        const left = missing > 0 ? `，另有 ${missing} 次没有回应，未计入` : ''
        return `${base.counted} 次的${name.zh}为 ${found}，限 ${most}${left}`
      }
      const left = missing > 0 ? `; ${missing} without an answer are not in it` : ''
      return `of ${base.counted}, ${name.en} ${found} (limit ${most})${left}`
    }),
    value,
    limit,
    bound: 'atMost',
    unit: 'ms',
    base,
  }
}
