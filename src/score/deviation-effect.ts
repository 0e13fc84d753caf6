import type { DurationEffect } from '../conformance/duration-effect.ts'
import type { Text } from '../model/text.ts'

/**
 * Where in the flow, by the last step of the run before it (null at its beginning); of one out of order also where it
 * belongs, of a skipped one that was replaced the event that stands for it.
 */
export interface EffectPlace {
  readonly after: string | null
  readonly instead?: string | null
  readonly by?: string
  readonly occurrences: number
}

/** What a deviation goes along with, in the contacts it is told of. */
export interface DeviationEffect {
  /** Contacts of the flow whose alignment is known, with it and without. */
  readonly among: number
  /** Of a skipped step: how often an event that no step explains stands in its place. */
  readonly replaced?: { readonly interactions: number; readonly occurrences: number }
  /** Most frequent first. */
  readonly places: readonly EffectPlace[]
  /** Ways in which contacts went through the flow that have it, most frequent first. */
  readonly variants: readonly { readonly interactions: number; readonly example: string }[]
  /** Handling time of ended contacts of the same flow with it and without; null where no times are known. */
  readonly duration: DurationEffect | null
  /** What people call the steps of the places, by their ids. */
  readonly names: ReadonlyMap<string, Text>
}
