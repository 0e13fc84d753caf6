import type { Place } from '../diagnostic/diagnostic.ts'
import type { Duration, Id } from './map.ts'
import type { Text } from './text.ts'

/** How often the map as a whole is reviewed; `last` is a day, absent: never since it is in force. */
export interface ReviewPlan {
  readonly every: Duration
  readonly owner: string
  readonly last?: string
  readonly place: Place
}

/** Something found on a walk, by when it is to be settled, and what became of it. */
export interface WalkFinding {
  readonly what: Text
  readonly due?: string
  readonly settled?: { readonly day: string; readonly how: Text }
  readonly place: Place
}

/** A walk-through 流程穿越: someone went through flows as a customer would (S24.j). */
export interface Walk {
  readonly day: string
  readonly by: readonly string[]
  readonly version: string
  readonly flows: readonly Id[]
  /** Codes of touchpoints. */
  readonly touchpoints: readonly string[]
  readonly findings: readonly WalkFinding[]
  readonly place: Place
}
