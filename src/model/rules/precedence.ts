import type { KindWords } from '../rule-words.ts'
import type { Target } from '../target.ts'
import type { DeclareConditions } from './declare.ts'

/** `then` only after `before` (Declare: precedence). */
export interface PrecedenceSpec extends DeclareConditions {
  readonly kind: 'precedence'
  readonly before: Target
  readonly then: Target
}

export const precedenceWords: KindWords<PrecedenceSpec> = {
  label: { zh: '先后', en: 'Order' },
  failed: { zh: '先后不符', en: 'before what must come first' },
  about: ({ then }) => then,
  asks: ({ before, then }, name) => ({
    zh: `${name.target(then)} 之前须先 ${name.target(before)}`,
    en: `${name.target(then)} only after ${name.target(before)}`,
  }),
}
