import { definePairKind } from '../declare/define-pair-kind.ts'
import { xNotThenY } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** After an `after` there is no `then` any more (Declare: not response). */
export const notResponse: RuleKind<'not-response'> = definePairKind('not-response', { sides: [xNotThenY] })
