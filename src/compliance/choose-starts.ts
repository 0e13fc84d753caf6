import type { Match } from '../match/matcher.ts'
import type { WithinSpec } from '../model/rules/within.ts'

/** The occurrences of `after` that count. */
export function startsOf(starts: readonly Match[], pair: WithinSpec['pair']): readonly Match[] {
  if (pair === 'first') return starts.slice(0, 1)
  return pair === 'last' ? starts.slice(-1) : starts
}
