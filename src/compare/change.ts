import type { Message, Place } from '../diagnostic/diagnostic.ts'
import type { Rule } from '../model/rule.ts'
import type { Text } from '../model/text.ts'
import type { ChangedPart } from './differing-parts.ts'

/** What a change is about. */
export type Subject =
  | 'map'
  | 'touchpoint'
  | 'flow'
  | 'step'
  | 'branch'
  | 'loop'
  | 'interrupt'
  | 'rule'
  | 'lexicon'
  | 'axis-value'
  | 'role'
  | 'event'
  | 'catalog'
  | 'scorecard'
  | 'metric'
  | 'acceptance'

/**
 * Whom a change hurts: agents must learn something new; contacts served as before would be scored lower; codes that
 * other systems hold no longer mean what they did.
 */
export type Hurt = 'agents' | 'contacts' | 'codes'
export const HURTS: readonly Hurt[] = ['agents', 'contacts', 'codes']

/** A value of a facet: as people read it. A rule is told in words by whoever reports. */
export type ChangeValue =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'words'; readonly words: Message }
  | { readonly kind: 'plain'; readonly plain: string }
  | { readonly kind: 'rule'; readonly rule: Rule }

/** The parts of a subject that are compared each by itself. */
export type Facet =
  | 'id'
  | 'name'
  | 'version'
  | 'effective'
  | 'timezone'
  | 'codeTemplate'
  | 'pass'
  | 'status'
  | 'because'
  | 'flow'
  | 'code'
  | 'codeTaken'
  | 'goal'
  | 'benchmark'
  | 'family'
  | 'elements'
  | 'ambient'
  | 'does'
  | 'by'
  | 'proof'
  | 'satisfiedBy'
  | 'weight'
  | 'critical'
  | 'blocks'
  | 'position'
  | 'when'
  | 'max'
  | 'then'
  | 'asks'
  | 'applies'
  | 'phrases'
  | 'form'
  | 'partOf'
  | 'class'
  | 'hours'
  | 'response'
  | 'scope'
  | 'rank'
  | 'attributes'
  | 'speech'
  | 'also'
  | 'setting'
  | 'mode'
  | 'thresholds'
  | 'items'
  | 'contact'
  | 'formerly'
  | 'calendar'
  | 'language'
  | 'versionBy'
  | 'value'
  | 'show'
  | 'unit'
  | 'reason'
  | 'arrangement'
  | 'owner'
  | 'differs'
  | 'severity'
  | 'review'
  | 'walks'

/** One change from an earlier map to a later one. */
export interface Change {
  readonly subject: Subject
  /** Code of a touchpoint (or its axis values), `flow`, `flow/step`, id of a rule, lexicon, role, …, `axis/value`. */
  readonly id: string
  readonly kind: 'added' | 'removed' | 'moved' | 'changed'
  readonly name?: Text
  /** The flow it belongs to, for steps, branches, loops, interrupts and their rules. */
  readonly flow?: string
  /** For touchpoints: the axis values of the cell. */
  readonly cell?: Readonly<Record<string, string>>
  /** For `changed`: what of it; `key` says which, where there are several. */
  readonly facet?: Facet
  readonly key?: string
  readonly before?: ChangeValue
  readonly after?: ChangeValue
  /** What differs within the two, for values that may be told in the same words. */
  readonly parts?: readonly ChangedPart[]
  /** In the order of `HURTS`. */
  readonly hurts: readonly Hurt[]
  readonly placeBefore?: Place
  readonly placeAfter?: Place
}

export const plain = (value: string | number | boolean): ChangeValue => ({ kind: 'plain', plain: String(value) })
export const words = (zh: string, en: string): ChangeValue => ({ kind: 'words', words: { zh, en } })
export const text = (value: Text): ChangeValue => ({ kind: 'text', text: value })
