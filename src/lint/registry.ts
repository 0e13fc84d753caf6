import type { LintRule } from './lint-rule.ts'
import { DATA_RULES } from './rules-of-data.ts'
import { FLOW_RULES } from './rules-of-flows.ts'
import { MATRIX_RULES } from './rules-of-matrix.ts'
import { PHRASE_RULES } from './rules-of-phrases.ts'
import { STYLE_RULES } from './rules-of-style.ts'
import { SUPPRESSION_RULES } from './rules-of-suppressions.ts'

/** Every rule, by group. A new one: a file in `rules/`, a line in the list of its group, a page in `docs/rules/`. */
export const LINT_RULES: readonly LintRule[] = [
  ...MATRIX_RULES,
  ...FLOW_RULES,
  ...PHRASE_RULES,
  ...DATA_RULES,
  ...STYLE_RULES,
  ...SUPPRESSION_RULES,
]
