import type { LintRule } from './lint-rule.ts'
import { choiceOneBranch } from './rules/choice-one-branch.ts'

/** Of flows: blocks, decisions, proofs, time limits, roles. */
export const FLOW_RULES: readonly LintRule[] = [choiceOneBranch]
