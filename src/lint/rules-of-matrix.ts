import type { LintRule } from './lint-rule.ts'
import { flowUnused } from './rules/flow-unused.ts'

/** Of the matrix, codes, hierarchies, versions, walk-throughs. */
export const MATRIX_RULES: readonly LintRule[] = [flowUnused]
