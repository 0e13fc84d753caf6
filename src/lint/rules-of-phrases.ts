import type { LintRule } from './lint-rule.ts'

/** Of lexicons and what must, or must not, be said. */
export const PHRASE_RULES: readonly LintRule[] = []
