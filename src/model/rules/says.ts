import type { Lexicon } from '../map.ts'
import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'

/** A phrase is said: at the step `on`, else anywhere. */
export interface SaysSpec {
  readonly kind: 'says'
  readonly lexicon: Lexicon
  readonly on?: Target
}

export const saysWords: KindWords<SaysSpec> = {
  label: { zh: '须说', en: 'Say' },
  failed: { zh: '未说', en: 'not said' },
  about: ({ on }) => on,
  asks: ({ lexicon, on }, name, speaker) => ({
    zh: `${speaker}${on ? `在 ${name.target(on)} ` : ''}须说 ${name.lexicon(lexicon)}`,
    en: `${speaker ? `${speaker} ` : ''}must say ${name.lexicon(lexicon)}${on ? ` at ${name.target(on)}` : ''}`,
  }),
}
