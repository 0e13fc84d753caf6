import type { Judgement } from '../rule-kind.ts'

/** What a rule that asks something of many interactions together says of each. */
export const ASKED_OF_MANY: Judgement = {
  outcome: 'notApplicable',
  reason: () => ({ zh: '只对多次联系合计要求', en: 'asked of many contacts together, not of each' }),
  evidence: [],
  askedOfMany: true,
}
