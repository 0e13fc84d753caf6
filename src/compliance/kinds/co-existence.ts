import { definePairKind } from '../declare/define-pair-kind.ts'
import { xNeedsY, yNeedsX } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Both happen or neither (Declare: co-existence). */
export const coExistence: RuleKind<'co-existence'> = definePairKind('co-existence', {
  sides: [xNeedsY, yNeedsX],
  settled: (first, second, anyWillDo) => first && second && anyWillDo,
})
