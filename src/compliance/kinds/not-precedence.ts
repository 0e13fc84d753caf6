import { definePairKind } from '../declare/define-pair-kind.ts'
import { yNotAfterX } from '../declare/sides.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Before a `then` there was no `before` (Declare: not precedence). */
export const notPrecedence: RuleKind<'not-precedence'> = definePairKind('not-precedence', { sides: [yNotAfterX] })
