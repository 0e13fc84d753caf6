import type { Message } from '../diagnostic/diagnostic.ts'
import type { Evidence, Judgement, Outcome } from './rule-kind.ts'

/** Semantics §15: one failure decides; then what may still come; then what cannot be judged. */
const GRAVITY: readonly Outcome[] = ['fail', 'pending', 'notEvaluated', 'pass', 'notApplicable']

/**
 * The outcome of a rule over several occurrences: the gravest, with the reason of the first such occurrence, the evidence
 * of all such occurrences, and the longest time measured. `parts` is not empty.
 */
export function combineOutcomes(parts: readonly Judgement[]): Judgement {
  const outcome = GRAVITY.find((each) => parts.some((part) => part.outcome === each)) ?? 'notApplicable'
  const decisive = parts.filter((part) => part.outcome === outcome)
  const measured = parts.flatMap((part) => part.measured ?? [])
  const reason = decisive[0]?.reason ?? { zh: '', en: '' }
  return {
    outcome,
    reason: decisive.length > 1 && parts.length > 1 ? countReason(reason, decisive.length, parts.length) : reason,
    evidence: uniqueEvidence(decisive.flatMap((part) => part.evidence)),
    ...(measured.length > 0 ? { measured: Math.max(...measured) } : {}),
  }
}

function countReason(reason: Message, count: number, all: number): Message {
  return {
    zh: count === all ? `${reason.zh}（共 ${count} 次）` : `${reason.zh}（${all} 次中有 ${count} 次）`,
    en: count === all ? `${reason.en} (${count} times)` : `${reason.en} (${count} of ${all} times)`,
  }
}

function uniqueEvidence(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>()
  return evidence.filter(({ event, span }) => {
    const key = `${event}:${span?.from}:${span?.to}`
    return !seen.has(key) && seen.add(key) !== undefined
  })
}
