import { definePairKind } from '../declare/define-pair-kind.ts'
import { xThenYAlternating } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Every `after` is followed by a `then` before the next `after` (Declare: alternate response). */
export const alternateResponse: RuleKind<'alternate-response'> = definePairKind('alternate-response', {
  sides: [xThenYAlternating],
})
