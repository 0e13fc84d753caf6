import { defineCountKind, wordTimes } from '../declare/define-count-kind.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Something happens n times at least (Declare: existence). */
export const existence: RuleKind<'existence'> = defineCountKind(
  'existence',
  (times) => ({ least: times, most: Infinity }),
  { zh: (times) => `至少 ${times} 次`, en: (times) => `at least ${wordTimes(times)}` },
)
