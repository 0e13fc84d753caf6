import { definePairKind } from '../declare/define-pair-kind.ts'
import { xNotThenYNext, yNotAfterXNext } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** No `then` comes right after a `before`; both are counted (Declare: not chain succession). */
export const notChainSuccession: RuleKind<'not-chain-succession'> = definePairKind('not-chain-succession', {
  sides: [xNotThenYNext, yNotAfterXNext],
  adjacent: true,
})
