import type { Lexicon } from '../map.ts'
import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'

/** A phrase is not said: at the step `on`, else anywhere. */
export interface NeverSaysSpec {
  readonly kind: 'never-says'
  readonly lexicon: Lexicon
  readonly on?: Target
}

export const neverSaysWords: KindWords<NeverSaysSpec> = {
  label: { zh: '不得说', en: 'Never say' },
  failed: { zh: '说了不该说的', en: 'said what must not be said' },
  about: ({ on }) => on,
  asks: ({ lexicon, on }, name, speaker) => ({
    zh: `${speaker}${on ? `在 ${name.target(on)} ` : ''}不得说 ${name.lexicon(lexicon)}`,
    en: `${speaker ? `${speaker} ` : ''}must not say ${name.lexicon(lexicon)}${on ? ` at ${name.target(on)}` : ''}`,
  }),
}
