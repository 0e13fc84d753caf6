import type { LintRule } from './lint-rule.ts'
import { ambientEverything } from './rules/ambient-everything.ts'
import { anyOrderOfSteps } from './rules/any-order-of-steps.ts'
import { blockSingleChild } from './rules/block-single-child.ts'
import { calendarUnused } from './rules/calendar-unused.ts'
import { calendarYearsMissing } from './rules/calendar-years-missing.ts'
import { choiceIndistinguishable } from './rules/choice-indistinguishable.ts'
import { choiceOneBranch } from './rules/choice-one-branch.ts'
import { complaintWithoutReturn } from './rules/complaint-without-return.ts'
import { decisionMissing } from './rules/decision-missing.ts'
import { decisionOverlap } from './rules/decision-overlap.ts'
import { elementsIncomplete } from './rules/elements-incomplete.ts'
import { expressionConstant } from './rules/expression-constant.ts'
import { flowEmpty } from './rules/flow-empty.ts'
import { flowOffDiagonal } from './rules/flow-off-diagonal.ts'
import { groupIdle } from './rules/group-idle.ts'
import { interruptNeverFires } from './rules/interrupt-never-fires.ts'
import { interruptResumeIdle } from './rules/interrupt-resume-idle.ts'
import { limitExceedsLater } from './rules/limit-exceeds-later.ts'
import { limitNeverStarts } from './rules/limit-never-starts.ts'
import { limitRingsElsewhere } from './rules/limit-rings-elsewhere.ts'
import { managementTouchpoint } from './rules/management-touchpoint.ts'
import { optionalCritical } from './rules/optional-critical.ts'
import { optionalRedundant } from './rules/optional-redundant.ts'
import { optionalWeighted } from './rules/optional-weighted.ts'
import { repeatOnce } from './rules/repeat-once.ts'
import { repeatWithoutProgress } from './rules/repeat-without-progress.ts'
import { reviewRank } from './rules/review-rank.ts'
import { rolePlusUnranked } from './rules/role-plus-unranked.ts'
import { roleUnused } from './rules/role-unused.ts'
import { serviceWithoutConfirmation } from './rules/service-without-confirmation.ts'
import { stepProofAmbiguous } from './rules/step-proof-ambiguous.ts'
import { stepShadowed } from './rules/step-shadowed.ts'
import { stepWithoutEvent } from './rules/step-without-event.ts'
import { whereTypes } from './rules/where-types.ts'

/** Of flows: blocks, decisions, proofs, time limits, roles, calendars. */
export const FLOW_RULES: readonly LintRule[] = [
  ambientEverything,
  anyOrderOfSteps,
  blockSingleChild,
  complaintWithoutReturn,
  elementsIncomplete,
  flowEmpty,
  flowOffDiagonal,
  groupIdle,
  interruptNeverFires,
  interruptResumeIdle,
  managementTouchpoint,
  optionalCritical,
  optionalRedundant,
  optionalWeighted,
  repeatOnce,
  repeatWithoutProgress,
  serviceWithoutConfirmation,
  stepProofAmbiguous,
  stepShadowed,
  stepWithoutEvent,
  choiceIndistinguishable,
  choiceOneBranch,
  decisionMissing,
  decisionOverlap,
  expressionConstant,
  whereTypes,
  limitExceedsLater,
  limitNeverStarts,
  limitRingsElsewhere,
  reviewRank,
  rolePlusUnranked,
  roleUnused,
  calendarUnused,
  calendarYearsMissing,
]
