import { prepareChoice } from '../declare/prepare-choice.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Just one of several happens (Declare: exclusive choice). */
export const exclusiveChoice: RuleKind<'exclusive-choice'> = {
  id: 'exclusive-choice',
  prepare: ({ spec }, flow) => prepareChoice(spec, true, flow),
}
