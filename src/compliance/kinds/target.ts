import { compareText } from '../../diagnostic/sort.ts'
import { formatDuration } from '../../model/format-duration.ts'
import type { RuleOf } from '../../model/rule.ts'
import { say } from '../name-target.ts'
import { ASKED_OF_MANY } from '../many/asked-of-many.ts'
import { compareFractions, type Fraction, fractionOf, meanOf, MICRO, percentileOf, toNumber } from '../many/fraction.ts'
import { createDayFinder, isPeriod, periodOf, UNKNOWN_GROUP, valueOf } from '../many/group.ts'
import { prepareMeasure } from '../many/measure-target.ts'
import type { ManyBase, ManyResult, OverMany } from '../over-many.ts'
import type { Outcome, RuleKind } from '../rule-kind.ts'

interface Bucket {
  /** Whole values → how many interactions brought them. */
  readonly values: Map<number, number>
  notApplicable: number
  pending: number
  notEvaluated: number
  unanswered: number
}

/** By `[period of comparison, values of the grouping…]` as JSON. */
type TargetSample = Map<string, Bucket>

const overMany: OverMany<'target', TargetSample> = {
  prepare({ spec }, flow, map) {
    const measure = prepareMeasure(spec, flow)
    const findDay = createDayFinder(map)
    const { by, than } = spec
    const needsDay = than !== undefined || by.some(isPeriod)
    return (sample, context, judgement) => {
      const { interaction } = context.matcher
      const day = needsDay ? findDay(interaction) : undefined
      if (than && day !== undefined && day < than.from) return
      const before = than !== undefined && day !== undefined && day <= than.until
      const group = by.map((name) => {
        if (isPeriod(name)) return before ? '' : day === undefined ? UNKNOWN_GROUP : periodOf(day, name)
        return valueOf(interaction, name) ?? UNKNOWN_GROUP
      })
      const bucket = bucketOf(sample, JSON.stringify([before, ...group]))
      if (judgement.askedOfMany !== true) {
        const { outcome } = judgement
        bucket[outcome === 'notApplicable' || outcome === 'pending' ? outcome : 'notEvaluated'] += 1
        return
      }
      const measured = than && day === undefined ? 'notEvaluated' : measure(context)
      if (typeof measured === 'number') bucket.values.set(measured, (bucket.values.get(measured) ?? 0) + 1)
      else bucket[measured] += 1
    }
  },

  empty: () => new Map(),

  merge(into, from) {
    for (const [key, bucket] of from) {
      const own = bucketOf(into, key)
      for (const [value, count] of bucket.values) own.values.set(value, (own.values.get(value) ?? 0) + count)
      own.notApplicable += bucket.notApplicable
      own.pending += bucket.pending
      own.notEvaluated += bucket.notEvaluated
      own.unanswered += bucket.unanswered
    }
  },

  conclude(rule, sample) {
    const { by } = rule.spec
    const keys = [...sample.keys()].filter((key) => !isBefore(key)).sort(compareText)
    // A target that nothing was held against is told all the same.
    if (keys.length === 0) return concludeOne(rule, EMPTY, undefined, undefined)
    return keys.flatMap((key) => {
      const [, ...values] = JSON.parse(key) as [boolean, ...string[]]
      const group = by.length === 0 ? undefined : Object.fromEntries(by.map((name, i) => [name, values[i] ?? '']))
      const earlier = sample.get(
        JSON.stringify([true, ...values.map((value, i) => (isPeriod(by[i] ?? '') ? '' : value))]),
      )
      return concludeOne(rule, sample.get(key) ?? EMPTY, earlier, group)
    })
  },
}

/**
 * A figure over many interactions against a bound: the share of which something is true or in time, the mean or a
 * percentile of a time or of what CEL gives; by period or group; as a ratio to an earlier period. Exact.
 */
export const target: RuleKind<'target'> = { id: 'target', prepare: () => () => ASKED_OF_MANY, overMany }

const EMPTY: Bucket = { values: new Map(), notApplicable: 0, pending: 0, notEvaluated: 0, unanswered: 0 }

function isBefore(key: string): boolean {
  return key.startsWith('[true')
}

function bucketOf(sample: TargetSample, key: string): Bucket {
  let bucket = sample.get(key)
  if (bucket === undefined) sample.set(key, (bucket = { ...EMPTY, values: new Map() }))
  return bucket
}

function concludeOne(
  rule: RuleOf<'target'>,
  bucket: Bucket,
  earlier: Bucket | undefined,
  group: Readonly<Record<string, string>> | undefined,
): ManyResult[] {
  const { spec } = rule
  const now = figureOf(spec, bucket)
  const before = spec.than && figureOf(spec, earlier ?? EMPTY)
  const value = spec.than ? divide(now, before) : now
  const base: ManyBase = {
    counted: sizeOf(bucket),
    notApplicable: bucket.notApplicable,
    pending: bucket.pending,
    notEvaluated: bucket.notEvaluated,
    ...(bucket.unanswered > 0 ? { unanswered: bucket.unanswered } : {}),
  }
  const unit = spec.than ? 'number' : spec.figure === 'share' ? 'share' : spec.of.kind === 'cel' ? 'number' : 'ms'
  const figure = spec.figure === 'percentile' ? `p${spec.percent ?? 50}` : spec.figure
  const bounds = [
    ...(spec.atLeast === undefined ? [] : [{ bound: 'atLeast' as const, limit: spec.atLeast }]),
    ...(spec.atMost === undefined ? [] : [{ bound: 'atMost' as const, limit: spec.atMost }]),
  ]
  return bounds.map(({ bound, limit }): ManyResult => {
    const outcome = ((): Outcome => {
      if (value === undefined) {
        if (base.pending > 0 && now === undefined) return 'pending'
        return base.notEvaluated > 0 || (spec.than && now) ? 'notEvaluated' : 'notApplicable'
      }
      const compared = compareFractions(value, fractionOf(limit))
      return (bound === 'atLeast' ? compared >= 0 : compared <= 0) ? 'pass' : 'fail'
    })()
    const shown = value === undefined ? null : toNumber(value)
    return {
      rule,
      figure,
      outcome,
      reason: say((lang) => {
        const zh = lang === 'zh'
        if (shown === null) {
          if (spec.than && now) return zh ? '对照期没有可比的联系' : 'nothing to compare with in the earlier period'
          return zh ? '没有可计入的联系' : 'there is nothing to count'
        }
        const word = (figureValue: number) =>
          unit === 'ms'
            ? formatDuration(Math.round(figureValue), lang)
            : unit === 'share' || spec.than
              ? `${Math.round(figureValue * 1e4) / 100}%`
              : String(figureValue)
        const least = { atLeast: zh ? '至少' : 'at least', atMost: zh ? '至多' : 'at most' }[bound]
        if (spec.than) {
          return zh
            ? `${base.counted} 次，是对照期的 ${word(shown)}，要求${least} ${word(limit)}`
            : `over ${base.counted}, ${word(shown)} of the earlier period, ${least} ${word(limit)} asked for`
        }
        return zh
          ? `${base.counted} 次，为 ${word(shown)}，要求${least} ${word(limit)}`
          : `over ${base.counted}, ${word(shown)}, ${least} ${word(limit)} asked for`
      }),
      value: shown,
      limit,
      bound,
      unit,
      base,
      ...(group === undefined ? {} : { group }),
    }
  })
}

/** The figure in its unit: times in milliseconds, numbers of CEL taken back from millionths. */
function figureOf({ figure, of, percent }: RuleOf<'target'>['spec'], { values }: Bucket): Fraction | undefined {
  const found = figure === 'percentile' ? percentileOf(values, percent ?? 50) : meanOf(values)
  if (found === undefined || figure === 'share' || of.kind !== 'cel') return found
  return { count: found.count, of: found.of * BigInt(MICRO) }
}

function divide(a: Fraction | undefined, b: Fraction | undefined): Fraction | undefined {
  if (a === undefined || b === undefined || b.count <= 0n) return undefined
  return { count: a.count * b.of, of: a.of * b.count }
}

function sizeOf({ values }: Bucket): number {
  let size = 0
  for (const count of values.values()) size += count
  return size
}
