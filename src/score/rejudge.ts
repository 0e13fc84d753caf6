import type { Outcome } from '../compliance/rule-kind.ts'
import type { ScoredInteraction } from './result.ts'
import { MICRO } from './round.ts'
import { decideVerdict } from './verdict.ts'

/** The name under which people decide on the flow as a whole; no rule has it. */
export const ADHERENCE = 'adherence'

/**
 * An interaction with the outcomes of some rules decided by people: scorecard and verdict anew, everything else as it
 * was. `outcomes` is by rule id; `adherence` says whether the flow counts as followed, whatever the adherence is. Rules
 * that the interaction does not have are left out.
 */
export function rejudge(result: ScoredInteraction, outcomes: ReadonlyMap<string, Outcome>): ScoredInteraction {
  const rules = result.rules.map((rule) => {
    const outcome = outcomes.get(rule.rule.id)
    return outcome === undefined ? rule : { ...rule, outcome }
  })
  const { map, alignment } = result
  const flow = outcomes.get(ADHERENCE)
  const adherence = flow === 'pass' ? MICRO : flow === 'fail' ? 0 : result.adherence
  const score = result.scoreAgain?.(rules, adherence)
  const open = result.ended === 'open'
  return {
    ...result,
    rules,
    ...(score === undefined ? {} : { score }),
    ...decideVerdict({ pass: map.pass, open, alignment, adherence, rules, score }),
  }
}
