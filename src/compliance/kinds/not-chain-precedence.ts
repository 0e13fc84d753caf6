import { definePairKind } from '../declare/define-pair-kind.ts'
import { yNotAfterXNext } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Right before a `then` stands no `before` (Declare: not chain precedence). */
export const notChainPrecedence: RuleKind<'not-chain-precedence'> = definePairKind('not-chain-precedence', {
  sides: [yNotAfterXNext],
  adjacent: true,
})
