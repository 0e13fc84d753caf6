import { createMatcher } from '../../src/match/create-matcher.ts'
import type { Matcher } from '../../src/match/matcher.ts'
import { type EventParts, makeInteraction } from './make-interaction.ts'
import { makeMap } from './make-map.ts'

/** A matcher for an interaction of the events given, on a map without words of its own. */
export function matcherOf(events: readonly (string | EventParts)[]): Matcher {
  return createMatcher(makeInteraction(events), makeMap())
}
