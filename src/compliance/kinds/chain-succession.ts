import { definePairKind } from '../declare/define-pair-kind.ts'
import { xThenYNext, yAfterXNext } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** `before` and `then` only ever stand together, in this order (Declare: chain succession). */
export const chainSuccession: RuleKind<'chain-succession'> = definePairKind('chain-succession', {
  sides: [xThenYNext, yAfterXNext],
  adjacent: true,
})
