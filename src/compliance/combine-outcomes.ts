import type { Message } from '../diagnostic/diagnostic.ts'
import type { Evidence, Judgement, Outcome } from './rule-kind.ts'

/** Semantics §15: one failure decides; then what may still come; then what cannot be judged. */
const GRAVITY: readonly Outcome[] = ['fail', 'pending', 'notEvaluated', 'pass', 'notApplicable']

/**
 * The outcome of a rule over several occurrences: the gravest, with the reason of the first such occurrence, the evidence
 * of all such occurrences, and the longest time measured. `parts` is not empty.
 */
export function combineOutcomes(parts: readonly Judgement[]): Judgement {
  const [only] = parts
  if (only !== undefined && parts.length === 1 && only.evidence.length < 2) return only
  const outcome = GRAVITY.find((each) => parts.some((part) => part.outcome === each)) ?? 'notApplicable'
  const decisive = parts.filter((part) => part.outcome === outcome)
  let measured: number | undefined
  for (const part of parts) {
    if (part.measured !== undefined && (measured === undefined || part.measured > measured)) measured = part.measured
  }
  const degree = decisive.some((part) => part.degree !== 'slight')
    ? decisive.find((part) => part.degree === 'serious')
    : decisive[0]
  const reason = decisive[0]?.reason ?? (() => ({ zh: '', en: '' }))
  return {
    outcome,
    reason:
      decisive.length > 1 && parts.length > 1 ? () => countReason(reason(), decisive.length, parts.length) : reason,
    evidence: uniqueEvidence(decisive),
    ...(measured === undefined ? {} : { measured }),
    ...(parts.some(({ alone }) => alone) ? { alone: true } : {}),
    ...(degree?.degree === undefined ? {} : { degree: degree.degree }),
  }
}

function countReason(reason: Message, count: number, all: number): Message {
  return {
    zh: count === all ? `${reason.zh}（共 ${count} 次）` : `${reason.zh}（${all} 次中有 ${count} 次）`,
    en: count === all ? `${reason.en} (${count} times)` : `${reason.en} (${count} of ${all} times)`,
  }
}

function uniqueEvidence(parts: readonly Judgement[]): Evidence[] {
  const seen = new Set<number | string>()
  const unique: Evidence[] = []
  for (const { evidence } of parts) {
    for (const each of evidence) {
      const key = each.span === undefined ? each.event : `${each.event}:${each.span.from}:${each.span.to}`
      if (seen.has(key)) continue
      seen.add(key)
      unique.push(each)
    }
  }
  return unique
}
