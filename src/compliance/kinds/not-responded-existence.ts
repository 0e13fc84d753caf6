import { definePairKind } from '../declare/define-pair-kind.ts'
import { xExcludesY } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Where x happens, y does not, neither before nor after (Declare: not responded existence). */
export const notRespondedExistence: RuleKind<'not-responded-existence'> = definePairKind('not-responded-existence', {
  sides: [xExcludesY],
})
