import type { LintRule } from './lint-rule.ts'
import { differenceIdle } from './rules/difference-idle.ts'
import { differenceUndeclared } from './rules/difference-undeclared.ts'
import { flowUnused } from './rules/flow-unused.ts'

/** Of the matrix, codes, hierarchies, versions, walk-throughs. */
export const MATRIX_RULES: readonly LintRule[] = [flowUnused, differenceUndeclared, differenceIdle]
