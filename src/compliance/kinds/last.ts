import { prepareEdge } from '../declare/prepare-edge.ts'
import type { RuleKind } from '../rule-kind.ts'

/** The contact ends with something, events of `ends` aside (Declare: end, also last). */
export const last: RuleKind<'last'> = {
  id: 'last',
  prepare: ({ spec }, flow) => prepareEdge(spec, 'last', flow),
}
