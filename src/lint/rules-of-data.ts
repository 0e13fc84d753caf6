import type { LintRule } from './lint-rule.ts'
import { acceptanceExpired } from './rules/acceptance-expired.ts'
import { attributeUnused } from './rules/attribute-unused.ts'
import { constantUnused } from './rules/constant-unused.ts'
import { eventUnused } from './rules/event-unused.ts'
import { recordsUndeclared } from './rules/records-undeclared.ts'
import { scorecardItemUnserved } from './rules/scorecard-item-unserved.ts'
import { scorecardItemWorthless } from './rules/scorecard-item-worthless.ts'
import { scorecardWeights } from './rules/scorecard-weights.ts'
import { thresholdAlwaysMet } from './rules/threshold-always-met.ts'
import { whereAttributeUndeclared } from './rules/where-attribute-undeclared.ts'
import { ruleNotScored } from './rules/rule-not-scored.ts'
import { ruleDuplicate } from './rules/rule-duplicate.ts'
import { thresholdNeverMet } from './rules/threshold-never-met.ts'
import { passScoreIdle } from './rules/pass-score-idle.ts'

/** Of the catalogue and the scorecard: what is declared, and whether it can do what it is for. */
export const DATA_RULES: readonly LintRule[] = [
  acceptanceExpired,
  attributeUnused,
  constantUnused,
  eventUnused,
  recordsUndeclared,
  whereAttributeUndeclared,
  scorecardItemUnserved,
  scorecardItemWorthless,
  scorecardWeights,
  thresholdAlwaysMet,
  ruleDuplicate,
  ruleNotScored,
  thresholdNeverMet,
  passScoreIdle,
]
