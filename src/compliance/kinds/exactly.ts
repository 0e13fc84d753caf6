import { defineCountKind, wordTimes } from '../declare/define-count-kind.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Something happens n times, no more and no less (Declare: exactly). */
export const exactly: RuleKind<'exactly'> = defineCountKind('exactly', (times) => ({ least: times, most: times }), {
  zh: (times) => `恰好 ${times} 次`,
  en: (times) => `exactly ${wordTimes(times)}`,
})
