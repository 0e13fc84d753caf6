import { namesIn } from '../expr/expression.ts'
import type { Proof } from '../model/flow.ts'
import type { Lexicon } from '../model/lexicon.ts'

/**
 * All that somebody looks at in the events of an interaction, besides their names, roles, kind and order. Interactions
 * that are the same to a sight come to the same for whoever has no other.
 */
export interface Sight {
  /** Attributes of whose values anything may be asked. */
  readonly values: ReadonlySet<string>
  /** Attributes of which is asked only whether they are blank. */
  readonly filled: ReadonlySet<string>
  /** What is listened for: only where in a text each is said. */
  readonly lexicons: ReadonlySet<Lexicon>
  /**
   * The events that are looked at, in their order: those of these names, or `all`. `talk`: of all events is asked only who
   * says what, and whether it is raw speech, in no order and not how often.
   */
  readonly events: ReadonlySet<string> | 'talk' | 'all'
}

/** Nothing at all: of no event. */
export const BARE_SIGHT: Sight = { values: new Set(), filled: new Set(), lexicons: new Set(), events: new Set() }

/** The sight of a proof; undefined where its `where` asks for what no sight has: who did it, when, or its whole text. */
export function sightOfProof(proof: Proof): Sight | undefined {
  if (proof.kind === 'any') return uniteSights(proof.proofs.map(sightOfProof))
  const { event, where, says, inARow } = proof
  const names = where === undefined ? NO_NAMES : namesIn(where, 'where')
  if (names === undefined || OWN_FIELDS.some((name) => names.has(name))) return undefined
  return {
    values: names,
    filled: BARE_SIGHT.filled,
    lexicons: says === undefined ? BARE_SIGHT.lexicons : new Set([says]),
    events: event === undefined ? 'all' : new Set(inARow === undefined ? [event] : [event, inARow.reset]),
  }
}

const NO_NAMES: ReadonlySet<string> = new Set()
/** Fields of an event that are not its attributes and that no sight has. */
export const OWN_FIELDS: readonly string[] = ['actor', 'text', 'time', 'id']

/** What several look at together; undefined where one of them is. */
export function uniteSights(sights: readonly (Sight | undefined)[]): Sight | undefined {
  const whole = { values: new Set<string>(), filled: new Set<string>(), lexicons: new Set<Lexicon>() }
  let events: Sight['events'] = BARE_SIGHT.events
  for (const sight of sights) {
    if (sight === undefined) return undefined
    for (const name of sight.values) whole.values.add(name)
    for (const name of sight.filled) whole.filled.add(name)
    for (const lexicon of sight.lexicons) whole.lexicons.add(lexicon)
    events = uniteEvents(events, sight.events)
  }
  return { ...whole, events }
}

function uniteEvents(a: Sight['events'], b: Sight['events']): Sight['events'] {
  if (typeof a === 'object' && typeof b === 'object') return new Set([...a, ...b])
  if (typeof a === 'object' && a.size === 0) return b
  if (typeof b === 'object' && b.size === 0) return a
  return a === b ? a : 'all'
}
