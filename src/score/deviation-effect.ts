import type { DurationEffect } from '../conformance/explain-deviations.ts'

/** Where in the flow, by the last step of the run before it (null at its beginning); of one out of order also where it belongs. */
export interface EffectPlace {
  readonly after: string | null
  readonly instead?: string | null
  readonly occurrences: number
}

/** What a deviation goes along with, in the contacts it is told of. */
export interface DeviationEffect {
  /** Most frequent first. */
  readonly places: readonly EffectPlace[]
  /** Ways in which contacts went through the flow that have it, most frequent first. */
  readonly variants: readonly { readonly interactions: number; readonly example: string }[]
  /** Handling time of ended contacts of the same flow with it and without; null where no times are known. */
  readonly duration: DurationEffect | null
}
