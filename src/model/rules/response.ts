import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'
import type { DeclareConditions } from './declare.ts'

/** Every `after` is followed by a `then` (Declare: response). */
export interface ResponseSpec extends DeclareConditions {
  readonly kind: 'response'
  readonly after: Target
  readonly then: Target
}

export const responseWords: KindWords<ResponseSpec> = {
  label: { zh: '必接', en: 'Follow up' },
  failed: { zh: '无后续', en: 'not followed up' },
  about: ({ then }) => then,
  asks: ({ after, then }, name) => ({
    zh: `${name.target(after)} 之后须有 ${name.target(then)}`,
    en: `${name.target(after)} is followed by ${name.target(then)}`,
  }),
}
