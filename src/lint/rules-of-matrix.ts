import type { LintRule } from './lint-rule.ts'
import { codeChanged } from './rules/code-changed.ts'
import { differenceIdle } from './rules/difference-idle.ts'
import { differenceUndeclared } from './rules/difference-undeclared.ts'
import { flowUnused } from './rules/flow-unused.ts'
import { reviewOverdue } from './rules/review-overdue.ts'
import { versionWithoutChanges } from './rules/version-without-changes.ts'
import { walkFindingOverdue } from './rules/walk-finding-overdue.ts'
import { walkOverdue } from './rules/walk-overdue.ts'
import { walkVersionUnknown } from './rules/walk-version-unknown.ts'
import { overrideIdle } from './rules/override-idle.ts'
import { rowIdle } from './rules/row-idle.ts'
import { valueNeverServed } from './rules/value-never-served.ts'
import { channelUndescribed } from './rules/channel-undescribed.ts'

/** Of the matrix, codes, hierarchies, versions, walk-throughs. */
export const MATRIX_RULES: readonly LintRule[] = [
  flowUnused,
  differenceUndeclared,
  differenceIdle,
  versionWithoutChanges,
  reviewOverdue,
  walkOverdue,
  walkFindingOverdue,
  codeChanged,
  walkVersionUnknown,
  overrideIdle,
  rowIdle,
  valueNeverServed,
  channelUndescribed,
]
