import type { LintRule } from './lint-rule.ts'
import { flowFileName } from './rules/flow-file-name.ts'
import { idLong } from './rules/id-long.ts'
import { languageMissing } from './rules/language-missing.ts'
import { stepWithoutDoes } from './rules/step-without-does.ts'

/** Of names, languages and order. */
export const STYLE_RULES: readonly LintRule[] = [flowFileName, idLong, languageMissing, stepWithoutDoes]
