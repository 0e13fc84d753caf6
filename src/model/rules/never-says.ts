import type { KindWords } from '../rule-words.ts'
import { type SpeechSpec, whereWords } from '../text-window.ts'

/** A phrase is not said: at the step `on`, in a stretch of the contact, else anywhere. */
export interface NeverSaysSpec extends SpeechSpec {
  readonly kind: 'never-says'
}

export const neverSaysWords: KindWords<NeverSaysSpec> = {
  label: { zh: '不得说', en: 'Never say' },
  failed: { zh: '说了不该说的', en: 'said what must not be said' },
  about: ({ on }) => on,
  asks: (spec, name, speaker) => ({
    zh: `${speaker}${whereWords(spec, name, 'zh')}不得说 ${name.lexicon(spec.lexicon)}`,
    en: `${speaker ? `${speaker} ` : ''}must not say ${name.lexicon(spec.lexicon)}${whereWords(spec, name, 'en')}`,
  }),
}
