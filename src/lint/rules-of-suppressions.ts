import type { LintRule } from './lint-rule.ts'
import { lintSettingUnknown } from './rules/lint-setting-unknown.ts'
import { suppressionExpired } from './rules/suppression-expired.ts'
import { suppressionInvalid } from './rules/suppression-invalid.ts'
import { suppressionUnused } from './rules/suppression-unused.ts'

/** Of suppressions and settings themselves. */
export const SUPPRESSION_RULES: readonly LintRule[] = [
  suppressionInvalid,
  suppressionExpired,
  suppressionUnused,
  lintSettingUnknown,
]
