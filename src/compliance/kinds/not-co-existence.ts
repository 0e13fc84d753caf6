import { definePairKind } from '../declare/define-pair-kind.ts'
import { xExcludesY, yExcludesX } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Not both happen (Declare: not co-existence). */
export const notCoExistence: RuleKind<'not-co-existence'> = definePairKind('not-co-existence', {
  sides: [xExcludesY, yExcludesX],
})
