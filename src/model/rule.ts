import type { Place } from '../diagnostic/diagnostic.ts'
import type { Proof, RoleRef } from './flow.ts'
import type { Cel, Duration, Id, Lexicon } from './map.ts'
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

/**
 * What each rule kind asks, parsed. One member a kind; the meaning stands in `docs/kinds/<kind>.md`
 * and in `compliance/kinds/<kind>.ts`. The norms of a step become the same kinds with `on` set to the step:
 * `must-say` → says, `must-not-say` → never-says, `by`, `records`, `carries`, `within`, `not-by-doer-of`.
 */
export type RuleSpec =
  | {
      readonly kind: 'within'
      readonly limit: Duration
      readonly after: Target
      readonly to: Target
      /** Which occurrences of `after` count. */
      readonly pair: 'each' | 'first' | 'last'
      /** Events that, ending the interaction, make it not applicable. */
      readonly unless: readonly string[]
    }
  | { readonly kind: 'says' | 'never-says'; readonly lexicon: Lexicon; readonly on?: Target }
  | { readonly kind: 'by'; readonly on: Target; readonly roles: readonly RoleRef[] }
  | { readonly kind: 'records' | 'carries'; readonly on: Target; readonly attributes: readonly string[] }
  | { readonly kind: 'precedence'; readonly before: Target; readonly then: Target }
  | { readonly kind: 'response'; readonly after: Target; readonly then: Target }
  | { readonly kind: 'known-before'; readonly known: Known; readonly before: Target }
  | { readonly kind: 'not-by-doer-of'; readonly on: Target; readonly other: Target }
  | { readonly kind: 'check'; readonly check: Cel }

export type RuleKindId = RuleSpec['kind']

/** A norm with its place in the map. `id` is the reference users write: `rule`, `flow/rule` or `flow/step/key`. */
export interface Rule {
  readonly id: string
  readonly spec: RuleSpec
  /** Condition of applicability over the interaction; false: not applicable. */
  readonly applies?: Cel
  readonly critical: boolean
  readonly severity: 'error' | 'warning' | 'info'
  /** Who is meant, for kinds that look at text; empty: everyone. */
  readonly speaker: readonly RoleRef[]
  readonly scope: 'interaction' | 'contact'
  readonly title?: Text
  readonly source: readonly string[]
  readonly note?: string
  readonly place: Place
}
