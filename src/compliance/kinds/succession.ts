import { definePairKind } from '../declare/define-pair-kind.ts'
import { xThenY, yAfterX } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Every `before` is followed by a `then`, and every `then` is preceded by a `before` (Declare: succession). */
export const succession: RuleKind<'succession'> = definePairKind('succession', { sides: [xThenY, yAfterX] })
