import type { Place } from '../diagnostic/diagnostic.ts'
import type { Proof } from './flow.ts'
import type { Id } from './map.ts'
import type { Text } from './text.ts'

/** What a rule speaks of: a step of its flow (by id), or events shown by a proof. An event name stands as a proof. */
export type Target =
  | {
      readonly kind: 'step'
      readonly step: Id
      /** The step's name, in the rules of an effective flow. */
      readonly name?: Text
      readonly place: Place
    }
  | { readonly kind: 'proof'; readonly proof: Proof; readonly place: Place }

/** Data that must be known: an attribute seen non-blank, an event that shows it, or a combination (kind `known-before`). */
export type Known =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'proof'; readonly proof: Proof }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Known[] }
