import type { KindWords } from '../rule-words.ts'
import { type SpeechSpec, whereWords } from '../text-window.ts'

/** A phrase is said: at the step `on`, in a stretch of the contact, else anywhere. */
export interface SaysSpec extends SpeechSpec {
  readonly kind: 'says'
  /** How many places there must be; absent: one at least. */
  readonly times?: { readonly min?: number; readonly max?: number }
}

export const saysWords: KindWords<SaysSpec> = {
  label: { zh: '须说', en: 'Say' },
  failed: { zh: '未说', en: 'not said' },
  about: ({ on }) => on,
  asks: (spec, name, speaker) => ({
    zh: `${speaker}${whereWords(spec, name, 'zh')}须说 ${name.lexicon(spec.lexicon)}${timesZh(spec.times)}`,
    en: `${speaker ? `${speaker} ` : ''}must say ${name.lexicon(spec.lexicon)}${timesEn(spec.times)}${whereWords(spec, name, 'en')}`,
  }),
}

function timesZh({ min, max }: NonNullable<SaysSpec['times']> = {}): string {
  if (min === undefined && max === undefined) return ''
  if (min === max) return ` ${min} 次`
  if (max === undefined) return ` 至少 ${min} 次`
  return min === undefined ? ` 至多 ${max} 次` : ` ${min} 到 ${max} 次`
}

function timesEn({ min, max }: NonNullable<SaysSpec['times']> = {}): string {
  if (min === undefined && max === undefined) return ''
  if (min === max) return ` ${min} times`
  if (max === undefined) return ` at least ${min} times`
  return min === undefined ? ` at most ${max} times` : ` ${min} to ${max} times`
}
