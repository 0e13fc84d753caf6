import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'

/** What is done is reviewed afterwards by another person. */
export interface FourEyesSpec {
  readonly kind: 'four-eyes'
  readonly do: Target
  readonly review: Target
}

export const fourEyesWords: KindWords<FourEyesSpec> = {
  label: { zh: '双人复核', en: 'Four eyes' },
  failed: { zh: '未经他人复核', en: 'not reviewed by another' },
  about: ({ do: done }) => done,
  asks: ({ do: done, review }, name) => ({
    zh: `${name.target(done)} 之后须由另一人 ${name.target(review)}`,
    en: `${name.target(done)} is followed by ${name.target(review)} by another person`,
  }),
}
