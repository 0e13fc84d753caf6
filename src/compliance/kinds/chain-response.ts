import { definePairKind } from '../declare/define-pair-kind.ts'
import { xThenYNext } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Every `after` is followed by a `then` right away (Declare: chain response). */
export const chainResponse: RuleKind<'chain-response'> = definePairKind('chain-response', {
  sides: [xThenYNext],
  adjacent: true,
})
