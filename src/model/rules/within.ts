import type { Cel, Duration, Id } from '../map.ts'
import type { KindWords, Naming } from '../rule-words.ts'
import type { Target } from '../target.ts'

/** A limit that holds where a condition over the interaction does. */
export interface LimitCase {
  readonly when: Cel
  readonly limit: Duration
}

/** What lateness beyond `over` milliseconds after the deadline is. */
export interface LatenessBand {
  readonly over: number
  readonly degree: 'slight' | 'serious'
}

/** `to` comes within a limit after `after`. */
export interface WithinSpec {
  readonly kind: 'within'
  /** The limit of each; absent where only `limits`, `mean` or `percentiles` ask something. */
  readonly limit?: Duration
  /** The first whose condition holds wins over `limit`. */
  readonly limits?: readonly LimitCase[]
  /** The calendar by which workdays, or hours worked, are counted. */
  readonly calendar?: Id
  readonly after: Target
  readonly to: Target
  /** Which occurrences of `after` count. */
  readonly pair: 'each' | 'first' | 'last'
  /** Events that, ending the interaction, make it not applicable. */
  readonly unless: readonly string[]
  /** By `over`, least first; lateness up to the first is tolerated. */
  readonly tolerance?: readonly LatenessBand[]
  /** Asked of all interactions together, in milliseconds. */
  readonly mean?: number
  readonly percentiles?: readonly { readonly percent: number; readonly limit: number }[]
}

export const withinWords: KindWords<WithinSpec> = {
  label: { zh: '限时', en: 'Within' },
  failed: { zh: '超时', en: 'late' },
  about: ({ to }) => to,
  asks: (spec, name) => ({
    zh: `${name.target(spec.after)} 之后 ${limitsIn('zh', spec, name)} ${name.target(spec.to)}`,
    en: `${name.target(spec.to)} ${limitsIn('en', spec, name)} after ${name.target(spec.after)}`,
  }),
}

/** All limits of a rule in a few words: `within 24 h, on average 1 h`. */
export function limitsIn(lang: 'zh' | 'en', spec: WithinSpec, name: Pick<Naming, 'duration'>): string {
  const { limit, limits = [], mean, percentiles = [] } = spec
  const zh = lang === 'zh'
  const ms = (length: number) => name.duration({ kind: 'ms', ms: length, text: '' })
  const cases = [...limits.map((each) => name.duration(each.limit)), ...(limit ? [name.duration(limit)] : [])]
  const parts: string[] = []
  if (cases.length > 0) parts.push(zh ? `${cases.join(' 或 ')} 内` : `within ${cases.join(' or ')}`)
  if (mean !== undefined) parts.push(zh ? `平均 ${ms(mean)} 内` : `on average within ${ms(mean)}`)
  for (const each of percentiles) {
    parts.push(zh ? `${each.percent}% 在 ${ms(each.limit)} 内` : `${each.percent}% within ${ms(each.limit)}`)
  }
  return parts.join(zh ? '、' : ', ')
}
