import { prepareEdge } from '../declare/prepare-edge.ts'
import type { RuleKind } from '../rule-kind.ts'

/** The contact begins with something (Declare: init). */
export const init: RuleKind<'init'> = {
  id: 'init',
  prepare: ({ spec }, flow) => prepareEdge(spec, 'first', flow),
}
