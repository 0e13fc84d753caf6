import { definePairKind } from '../declare/define-pair-kind.ts'
import { xNeedsY } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Where x happens, y does too, before or after (Declare: responded existence). */
export const respondedExistence: RuleKind<'responded-existence'> = definePairKind('responded-existence', {
  sides: [xNeedsY],
  settled: (_first, second, anyWillDo) => second && anyWillDo,
})
