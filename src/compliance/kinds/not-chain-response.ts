import { definePairKind } from '../declare/define-pair-kind.ts'
import { xNotThenYNext } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Right after an `after` stands no `then` (Declare: not chain response). */
export const notChainResponse: RuleKind<'not-chain-response'> = definePairKind('not-chain-response', {
  sides: [xNotThenYNext],
  adjacent: true,
})
