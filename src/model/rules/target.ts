import type { Cel } from '../map.ts'
import type { KindWords, Naming } from '../rule-words.ts'
import type { Target } from '../target.ts'

/** What one interaction brings: what CEL gives, its handling time, or the time from one event to the next other one. */
export type TargetMeasure =
  | { readonly kind: 'cel'; readonly cel: Cel }
  | { readonly kind: 'handling' }
  | { readonly kind: 'time'; readonly after: Target; readonly to: Target }

export const PERIODS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Period = (typeof PERIODS)[number]

/** A figure over many interactions, held against a bound. The base: those to which `applies` applies. */
export interface TargetSpec {
  readonly kind: 'target'
  readonly figure: 'share' | 'mean' | 'percentile'
  /** Of a percentile, above 0 to 100. */
  readonly percent?: number
  readonly of: TargetMeasure
  /** Of a share of times: how long is in time, in milliseconds, inclusive. */
  readonly within?: number
  /** Milliseconds for times, else as it stands; with `than` a ratio to the figure of that period. Inclusive. */
  readonly atLeast?: number
  readonly atMost?: number
  /** Periods, axes and levels of units by which it is asked apart. */
  readonly by: readonly string[]
  /** An earlier period, first and last day in the map's time zone. */
  readonly than?: { readonly from: string; readonly until: string }
}

export const targetWords: KindWords<TargetSpec> = {
  label: { zh: '目标', en: 'Target' },
  failed: { zh: '未达目标', en: 'target missed' },
  about: () => undefined,
  asks: (spec, name) => ({ zh: asksIn('zh', spec, name), en: asksIn('en', spec, name) }),
}

function asksIn(lang: 'zh' | 'en', spec: TargetSpec, name: Naming): string {
  const zh = lang === 'zh'
  const { figure, of, percent, within, atLeast, atMost, than } = spec
  const ms = (value: number) => name.duration({ kind: 'ms', ms: value, text: '' })
  const timed = of.kind !== 'cel' && figure !== 'share'
  const bound = (value: number) =>
    than || figure === 'share' ? `${Math.round(value * 1e6) / 1e4}%` : timed ? ms(value) : String(value)
  const what =
    of.kind === 'cel'
      ? `\`${of.cel.source}\``
      : of.kind === 'handling'
        ? zh
          ? '处理时长'
          : 'handling time'
        : zh
          ? `${name.target(of.after)} 到 ${name.target(of.to)}${within === undefined ? '' : ` 在 ${ms(within)} 内`}`
          : `${name.target(of.after)} to ${name.target(of.to)}${within === undefined ? '' : ` within ${ms(within)}`}`
  const figureName = {
    share: zh ? '占比' : 'share of',
    mean: zh ? '平均' : 'mean of',
    percentile: zh ? `${percent}% 分位` : `${percent}th percentile of`,
  }[figure]
  const bounds = [
    ...(atLeast === undefined ? [] : [zh ? `至少 ${bound(atLeast)}` : `at least ${bound(atLeast)}`]),
    ...(atMost === undefined ? [] : [zh ? `至多 ${bound(atMost)}` : `at most ${bound(atMost)}`]),
  ].join(zh ? '，' : ', ')
  const earlier = than
    ? zh
      ? `（与 ${than.from} 至 ${than.until} 相比）`
      : ` of that of ${than.from} to ${than.until}`
    : ''
  return zh ? `${what} 的${figureName}${bounds}${earlier}` : `${figureName} ${what} ${bounds}${earlier}`
}
