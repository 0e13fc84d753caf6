import { definePairKind } from '../declare/define-pair-kind.ts'
import { yAfterXAlternating } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Every `then` has a `before` of its own, after the last `then` (Declare: alternate precedence). */
export const alternatePrecedence: RuleKind<'alternate-precedence'> = definePairKind('alternate-precedence', {
  sides: [yAfterXAlternating],
})
