import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'

/** `on` is done by another person than `other`. */
export interface NotByDoerOfSpec {
  readonly kind: 'not-by-doer-of'
  readonly on: Target
  readonly other: Target
}

export const notByDoerOfWords: KindWords<NotByDoerOfSpec> = {
  label: { zh: '分人', en: 'Someone else' },
  failed: { zh: '同一人办理', en: 'same doer' },
  about: ({ on }) => on,
  asks: ({ on, other }, name) => ({
    zh: `${name.target(on)} 不得由办理 ${name.target(other)} 的人办理`,
    en: `${name.target(on)} not by the doer of ${name.target(other)}`,
  }),
}
