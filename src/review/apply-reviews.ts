import type { Outcome } from '../compliance/rule-kind.ts'
import { fingerprintOf } from '../score/fingerprint.ts'
import { rejudge } from '../score/rejudge.ts'
import { ADHERENCE } from '../score/verdict.ts'
import type { ScoredInteraction } from '../score/result.ts'
import type { Verdict } from '../score/verdict.ts'
import type { SettledReview } from './settle-reviews.ts'

/** Score and verdict of one reviewed contact, as the machine had them and as people left them. Scores in millionths. */
export interface ReviewedContact {
  readonly interaction: string
  readonly touchpoint: string
  readonly machine: { readonly score: number | null; readonly verdict: Verdict }
  readonly final: { readonly score: number | null; readonly verdict: Verdict }
  /** Rules whose outcome rests on another map, other events or another verdict of the machine than the sheet says. */
  readonly stale: readonly string[]
}

/** Judges a contact anew with what people decided of it. `reviews` are those of this contact. */
export function applyReviews(
  result: ScoredInteraction,
  reviews: readonly SettledReview[],
  digest: (text: string) => string,
): ReviewedContact {
  const outcomes = new Map<string, Outcome>(reviews.map(({ rule, final }) => [rule, final]))
  const decided = rejudge(result, outcomes)
  return {
    interaction: result.interaction.id,
    touchpoint: result.cell.code,
    machine: { score: result.score?.micros ?? null, verdict: result.verdict },
    final: { score: decided.score?.micros ?? null, verdict: decided.verdict },
    stale: reviews.filter((review) => isStale(result, review, digest)).map(({ rule }) => rule),
  }
}

function isStale(
  result: ScoredInteraction,
  { rule, reviews }: SettledReview,
  digest: (text: string) => string,
): boolean {
  if (rule === ADHERENCE) return false
  const scored = result.rules.find((each) => each.rule.id === rule)
  if (scored === undefined) return true
  const now = fingerprintOf(result, scored, digest)
  return reviews.some(({ fingerprint }) => fingerprint !== '' && fingerprint !== now)
}
