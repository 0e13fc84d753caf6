import { defineCountKind, wordTimes } from '../declare/define-count-kind.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Something does not happen n times, only less often (Declare: absence); n = 1: never. */
export const absence: RuleKind<'absence'> = defineCountKind('absence', (times) => ({ least: 0, most: times - 1 }), {
  zh: (times) => (times === 1 ? '一次也没有' : `至多 ${times - 1} 次`),
  en: (times) => (times === 1 ? 'never' : `at most ${wordTimes(times - 1)}`),
})
