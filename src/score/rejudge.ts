import type { Outcome } from '../compliance/rule-kind.ts'
import { judgeAccepted } from './acceptances.ts'
import type { ScoredInteraction } from './result.ts'
import { MICRO } from './round.ts'
import { ADHERENCE } from './verdict.ts'

/**
 * An interaction with the outcomes of some rules decided by people: scorecard and verdict anew, everything else as it
 * was. `outcomes` is by rule id; `adherence` says whether the flow counts as followed, whatever the adherence is. Rules
 * that the interaction does not have are left out.
 */
export function rejudge(result: ScoredInteraction, outcomes: ReadonlyMap<string, Outcome>): ScoredInteraction {
  const rules = result.rules.map((rule) => {
    const outcome = outcomes.get(rule.rule.id)
    if (outcome === undefined) return rule
    const { accepted, ...found } = rule
    return { ...found, outcome, ...(accepted !== undefined && outcome === 'fail' ? { accepted } : {}) }
  })
  const flow = outcomes.get(ADHERENCE)
  const adherence = flow === 'pass' ? MICRO : flow === 'fail' ? 0 : result.adherence
  const score = result.scoreAgain?.(rules, adherence)
  const { acceptedDeviations, scoreAfter: _, ...found } = result
  const decided = {
    ...found,
    adherence,
    rules,
    ...(score === undefined ? {} : { score }),
    // People who say that the flow was not followed have seen what was accepted of it.
    ...(acceptedDeviations === undefined || flow !== undefined ? {} : { acceptedDeviations }),
  }
  return { ...decided, ...judgeAccepted(decided), adherence: result.adherence }
}
