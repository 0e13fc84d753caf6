import type { Interaction } from '../log/event.ts'
import type { ProcessMap } from '../model/map.ts'
import type { Proof } from '../model/flow.ts'
import type { TextReading } from '../text/phrase-engine.ts'

/** A stretch of an event's text, in UTF-16 units; `to` is exclusive. */
export interface TextSpan {
  readonly from: number
  readonly to: number
}

/** One event that a proof accepts: its 0-based position in `events`, and the phrase found, if the proof asks for one. */
export interface Match {
  readonly at: number
  readonly span?: TextSpan
}

/**
 * Answers, for one interaction, which events satisfy a proof (semantics §7). Used by the alignment to label events and
 * by the rules alike, so that both see the same. Results are kept for each proof object.
 */
export interface Matcher {
  readonly interaction: Interaction
  readonly map: ProcessMap
  /** In event order. A proof with a missing attribute in `where`, or no text where it asks for a phrase, is not met. */
  matches(proof: Proof): readonly Match[]
  /** The text of the event at a 0-based position, read once for all lexicons of the map; undefined: it has none. */
  hear(at: number): TextReading | undefined
}
