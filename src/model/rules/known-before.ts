import type { KindWords } from '../rule-words.ts'
import type { Known, Target } from '../target.ts'

/** Data are known, from whomever, before `before`. */
export interface KnownBeforeSpec {
  readonly kind: 'known-before'
  readonly known: Known
  readonly before: Target
}

export const knownBeforeWords: KindWords<KnownBeforeSpec> = {
  label: { zh: '先知', en: 'Know first' },
  failed: { zh: '尚未获知', en: 'not known yet' },
  about: ({ before }) => before,
  asks: ({ known, before }, name) => ({
    zh: `${name.target(before)} 之前须已知 ${name.known(known)}`,
    en: `${name.known(known)} known before ${name.target(before)}`,
  }),
}
