import type { LintRule } from './lint-rule.ts'

/** Of the matrix, codes, hierarchies, versions, walk-throughs. */
export const MATRIX_RULES: readonly LintRule[] = []
