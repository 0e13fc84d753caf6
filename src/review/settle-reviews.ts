import type { Outcome } from '../compliance/rule-kind.ts'
import { compareText } from '../diagnostic/sort.ts'
import type { SheetRow } from './sheet.ts'

/**
 * - `confirmed`: people say what the machine said
 * - `overturned`: they say otherwise
 * - `disputed`: they differ, or the outcome is disputed, and nobody has decided; the machine's outcome stands
 */
export type ReviewStatus = 'confirmed' | 'overturned' | 'disputed'

/** What reviews come to for one rule of one contact. */
export interface SettledReview {
  readonly interaction: string
  readonly rule: string
  readonly machine: Outcome
  readonly final: Outcome
  readonly status: ReviewStatus
  /** A supervisor decided it after a dispute. */
  readonly decided: boolean
  /** Who said what, in the order of reviewer, file and line. */
  readonly reviews: readonly SheetRow[]
}

/** Settles all rows that somebody has filled in; ordered by interaction and rule. */
export function settleReviews(rows: readonly SheetRow[]): readonly SettledReview[] {
  const groups = new Map<string, SheetRow[]>()
  for (const row of rows) {
    if (row.verdict === undefined && row.final === undefined) continue
    const key = JSON.stringify([row.interaction, row.rule])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
    .map(settle)
    .sort((a, b) => compareText(a.interaction, b.interaction) || compareText(a.rule, b.rule))
}

function settle(given: readonly SheetRow[]): SettledReview {
  const reviews = [...given].sort(
    (a, b) => compareText(a.reviewer, b.reviewer) || compareText(a.file, b.file) || a.line - b.line,
  )
  const { interaction = '', rule = '', outcome: machine = 'notEvaluated' } = reviews[0] ?? {}
  const head = { interaction, rule, machine, reviews }
  const finals = new Set(reviews.flatMap(({ final }) => final ?? []))
  if (finals.size === 1) {
    const [final = machine] = finals
    return { ...head, final, decided: true, status: final === machine ? 'confirmed' : 'overturned' }
  }
  const verdicts = new Set(reviews.flatMap(({ verdict }) => verdict ?? []))
  const [only] = verdicts
  if (finals.size > 1 || verdicts.size !== 1 || only === undefined || only === 'disputed') {
    return { ...head, final: machine, decided: false, status: 'disputed' }
  }
  return { ...head, final: only, decided: false, status: only === machine ? 'confirmed' : 'overturned' }
}
