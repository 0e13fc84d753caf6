import type { LintRule } from './lint-rule.ts'
import { acceptanceExpired } from './rules/acceptance-expired.ts'
import { eventUnused } from './rules/event-unused.ts'

/** Of the catalogue and the scorecard: what is declared, and whether it can do what it is for. */
export const DATA_RULES: readonly LintRule[] = [eventUnused, acceptanceExpired]
