import { definePairKind } from '../declare/define-pair-kind.ts'
import { yAfterXNext } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Right before every `then` stands a `before` (Declare: chain precedence). */
export const chainPrecedence: RuleKind<'chain-precedence'> = definePairKind('chain-precedence', {
  sides: [yAfterXNext],
  adjacent: true,
})
