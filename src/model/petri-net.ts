/** So many tokens of one place, by number: on an arc its weight, in a marking what the place holds. At least 1. */
export interface Tokens {
  readonly place: number
  readonly count: number
}

/** A transition of a place/transition net: enabled when each place holds what it consumes. */
export interface PetriTransition {
  /** What the transition shows in a log, by number; absent: silent. Several transitions may carry one label. */
  readonly label?: number
  /** Each place at most once, ordered by place. */
  readonly consume: readonly Tokens[]
  readonly produce: readonly Tokens[]
}

/** A place/transition net with weighted arcs and any number of tokens: plain data, as read from a file. */
export interface PetriNet {
  readonly places: number
  /** By place: its name for messages. */
  readonly placeNames: readonly string[]
  readonly transitions: readonly PetriTransition[]
  readonly initial: readonly Tokens[]
  /** The markings in which a run is over, one or more; each is the whole marking. */
  readonly finals: readonly (readonly Tokens[])[]
}
