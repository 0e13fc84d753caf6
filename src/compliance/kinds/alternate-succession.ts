import { definePairKind } from '../declare/define-pair-kind.ts'
import { xThenYAlternating, yAfterXAlternating } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** `before` and `then` take turns, `before` first (Declare: alternate succession). */
export const alternateSuccession: RuleKind<'alternate-succession'> = definePairKind('alternate-succession', {
  sides: [xThenYAlternating, yAfterXAlternating],
})
