import { prepareChoice } from '../declare/prepare-choice.ts'
import type { RuleKind } from '../rule-kind.ts'

/** One of several happens at least (Declare: choice). */
export const choice: RuleKind<'choice'> = {
  id: 'choice',
  prepare: ({ spec }, flow) => prepareChoice(spec, false, flow),
}
