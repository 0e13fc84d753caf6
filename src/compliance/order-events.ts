import type { Judgement, Reason, RuleContext } from './rule-kind.ts'

/** Whether one event is surely earlier than another: earlier in the log and, with `ties: any`, not of the same time. */
export function isBefore(a: number, b: number, context: RuleContext): boolean {
  return momentOf(a, context) < momentOf(b, context)
}

/** Whether two events are of the same time under `ties: any`, so that either may have come first (semantics §11). */
export function isTied(a: number, b: number, context: RuleContext): boolean {
  return a !== b && momentOf(a, context) === momentOf(b, context)
}

/** The first position of the run of events of one time; the event's own where times do not tie or are not known. */
function momentOf(at: number, context: RuleContext): number {
  if (context.ties !== 'any') return at
  const { events } = context.matcher.interaction
  const time = events[at]?.time
  if (time === undefined) return at
  let first = at
  while (first > 0 && events[first - 1]?.time === time) first--
  return first
}

const unknownOrder: Reason = () => ({
  zh: '时间相同，先后不明',
  en: 'events have the same time, so which came first is not known',
})

/** What a rule is when it turns on which of two events of one time came first. */
export function judgeTie(positions: readonly number[]): Judgement {
  return {
    outcome: 'notEvaluated',
    reason: unknownOrder,
    evidence: [...new Set(positions)].sort((a, b) => a - b).map((event) => ({ event })),
  }
}

/** The judgement that all readings of a tie agree on, else not evaluated. `readings` is not empty. */
export function agreeOnTie(readings: readonly Judgement[], positions: readonly number[]): Judgement {
  const [first] = readings
  return first && readings.every((reading) => reading.outcome === first.outcome) ? first : judgeTie(positions)
}
