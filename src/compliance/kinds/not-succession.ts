import { definePairKind } from '../declare/define-pair-kind.ts'
import { xNotThenY, yNotAfterX } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** No `then` comes after a `before`; both are counted (Declare: not succession). */
export const notSuccession: RuleKind<'not-succession'> = definePairKind('not-succession', {
  sides: [xNotThenY, yNotAfterX],
})
