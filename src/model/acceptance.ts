import type { Place } from '../diagnostic/diagnostic.ts'
import type { Id } from './map.ts'
import type { Text } from './text.ts'

/** The kinds of deviations as a map writes them. */
export const ACCEPTED_DEVIATIONS = ['skipped', 'unforeseen', 'out-of-order', 'repeated'] as const

/** What is accepted: failures of a rule, or deviations of a kind at a step, or by an event that no step explains. */
export type AcceptedItem =
  | { readonly kind: 'rule'; readonly rule: string }
  | {
      readonly kind: 'deviation'
      readonly deviation: (typeof ACCEPTED_DEVIATIONS)[number]
      readonly step?: string
      readonly event?: string
    }

/**
 * A failure that somebody answers for: it is counted apart from passes and failures, until a day (decision 22). All of
 * `touchpoints`, `flow`, `interactions` and `fingerprint` that are given must hold; an empty list leaves open.
 */
export interface Acceptance {
  readonly id: Id
  readonly item: AcceptedItem
  /** Codes. */
  readonly touchpoints: readonly string[]
  readonly flow?: Id
  readonly interactions: readonly string[]
  /** Of the evidence, as `inspect` shows it: this failure alone. */
  readonly fingerprint?: string
  readonly owner: Text
  readonly because: Text
  /** First and last day on which it holds, in the map's time zone; the as-of time decides. */
  readonly from?: string
  readonly until: string
  readonly place: Place
}
