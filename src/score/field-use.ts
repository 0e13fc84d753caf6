import type { Outcome } from '../compliance/rule-kind.ts'
import { compareText } from '../diagnostic/sort.ts'
import { SMALL_SAMPLE } from './figures.ts'
import { wilsonInterval } from './wilson.ts'

/** What people decided of one rule of one contact; `final` is the machine's where they have not settled it. */
export interface ReviewedRule {
  readonly interaction: string
  readonly touchpoint: string
  readonly rule: string
  readonly final: Outcome
  /** Disputed, and nobody has decided. */
  readonly disputed: boolean
}

interface Share {
  readonly applied: number
  readonly reviewed: number
  readonly rate: number | null
  readonly interval: readonly [number, number] | null
  readonly small: boolean
}

/** Field use (S24.i): how the flow is applied in sampled, humanly reviewed contacts. */
export interface FieldUse extends Share {
  /** Contacts left out because a dispute is open, or because nothing that was reviewed applied to them. */
  readonly undecided: number
  /** Reviewed contacts that are not among those scored. */
  readonly absent: number
  /** The rates of the touchpoints weighted by all contacts scored there; null where one without reviews has contacts. */
  readonly weighted: number | null
  readonly touchpoints: readonly (Share & { readonly code: string; readonly scored: number })[]
}

/**
 * A reviewed contact *applied its flow* when people found no failure in what they reviewed of it, and at least one pass.
 * `touchpointOf` gives the touchpoint of a scored contact; `scored` counts all contacts scored at each touchpoint.
 */
export function fieldUseOf(
  reviews: readonly ReviewedRule[],
  touchpointOf: ReadonlyMap<string, string>,
  scored: ReadonlyMap<string, number>,
): FieldUse {
  const contacts = new Map<string, ReviewedRule[]>()
  for (const review of reviews) {
    const own = contacts.get(review.interaction)
    if (own === undefined) contacts.set(review.interaction, [review])
    else own.push(review)
  }
  const counts = new Map<string, { applied: number; reviewed: number }>()
  let [undecided, absent] = [0, 0]
  for (const [id, own] of contacts) {
    const code = touchpointOf.get(id)
    if (code === undefined) {
      absent += 1
      continue
    }
    const applied = hasApplied(own)
    if (applied === undefined) {
      undecided += 1
      continue
    }
    const count = counts.get(code) ?? { applied: 0, reviewed: 0 }
    counts.set(code, { applied: count.applied + (applied ? 1 : 0), reviewed: count.reviewed + 1 })
  }
  const touchpoints = [...new Set([...counts.keys(), ...scored.keys()])].sort(compareText).map((code) => {
    const { applied, reviewed } = counts.get(code) ?? { applied: 0, reviewed: 0 }
    return { code, ...shareOf(applied, reviewed), scored: scored.get(code) ?? 0 }
  })
  const all = touchpoints.reduce((total, each) => total + each.scored, 0)
  const known = touchpoints.every(({ rate, scored: n }) => rate !== null || n === 0)
  return {
    ...shareOf(
      touchpoints.reduce((total, each) => total + each.applied, 0),
      touchpoints.reduce((total, each) => total + each.reviewed, 0),
    ),
    undecided,
    absent,
    weighted:
      known && all > 0 ? touchpoints.reduce((sum, each) => sum + (each.scored / all) * (each.rate ?? 0), 0) : null,
    touchpoints: touchpoints.filter(({ reviewed }) => reviewed > 0),
  }
}

/** undefined while it is not decided: a dispute is open and nothing settled has failed, or nothing applied. */
function hasApplied(reviews: readonly ReviewedRule[]): boolean | undefined {
  const settled = reviews.filter(({ disputed }) => !disputed)
  if (settled.some(({ final }) => final === 'fail')) return false
  if (settled.length < reviews.length) return undefined
  return settled.some(({ final }) => final === 'pass') ? true : undefined
}

function shareOf(applied: number, reviewed: number): Share {
  return {
    applied,
    reviewed,
    rate: reviewed === 0 ? null : applied / reviewed,
    interval: wilsonInterval(applied, reviewed),
    small: reviewed < SMALL_SAMPLE,
  }
}
