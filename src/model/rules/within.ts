import type { Duration } from '../map.ts'
import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'

/** `to` comes within `limit` after `after`. */
export interface WithinSpec {
  readonly kind: 'within'
  readonly limit: Duration
  readonly after: Target
  readonly to: Target
  /** Which occurrences of `after` count. */
  readonly pair: 'each' | 'first' | 'last'
  /** Events that, ending the interaction, make it not applicable. */
  readonly unless: readonly string[]
}

export const withinWords: KindWords<WithinSpec> = {
  label: { zh: '限时', en: 'Within' },
  failed: { zh: '超时', en: 'late' },
  about: ({ to }) => to,
  asks: ({ after, to, limit }, name) => ({
    zh: `${name.target(after)} 之后 ${name.duration(limit)} 内 ${name.target(to)}`,
    en: `${name.target(to)} within ${name.duration(limit)} after ${name.target(after)}`,
  }),
}
