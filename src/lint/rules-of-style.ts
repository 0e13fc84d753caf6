import type { LintRule } from './lint-rule.ts'

/** Of names, languages and order. */
export const STYLE_RULES: readonly LintRule[] = []
