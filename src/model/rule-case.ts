import type { Place } from '../diagnostic/diagnostic.ts'
import type { Text } from './text.ts'

/** What a rule, the adherence, the verdict or the score of a case should come to. */
export interface CaseExpectation {
  /** A rule's id, or `adherence`, `verdict`, `score`. */
  readonly of: string
  readonly value: string | number
  readonly place: Place
}

/** An event of a case. `fields` are those of the canonical log and attributes, as they are written. */
export interface CaseEvent {
  readonly event: string
  /** Milliseconds after the event before. */
  readonly afterMs: number
  readonly fields: Readonly<Record<string, unknown>>
  readonly place: Place
}

/** A small contact with what its rules should come to: a test of a rule set. */
export interface RuleCase {
  readonly name: Text
  /** The touchpoint's code. */
  readonly touchpoint: string
  readonly touchpointPlace: Place
  readonly at?: { readonly text: string; readonly place: Place }
  readonly asOf?: { readonly text: string; readonly place: Place }
  readonly attributes: Readonly<Record<string, unknown>>
  readonly unit: Readonly<Record<string, string>>
  readonly events: readonly CaseEvent[]
  readonly expect: readonly CaseExpectation[]
  readonly place: Place
}
