import { expressionOf } from '../expr/expression.ts'
import type { Interaction, LogEvent } from '../log/event.ts'
import type { Proof } from '../model/flow.ts'
import type { ProcessMap } from '../model/map.ts'
import type { TextReading } from '../text/phrase-engine.ts'
import { bindEvent } from './bind-event.ts'
import { hasRole } from './has-role.ts'
import type { Match, Matcher } from './matcher.ts'
import { phraseEngineOf } from './phrase-engine-of.ts'

type MatchProof = Extract<Proof, { kind: 'match' }>

/**
 * Holds the proofs of a map against one interaction (semantics §7, §18). A proof is met by an event when everything it
 * names is so: the event's name (after binding), its role, `where`, and the phrase in its text. A `where` that is false,
 * misses data or fails is not met. `in-a-row`: the n-th match with no `reset` event since the first of them, then the
 * count begins anew. `any` is the union. Each proof object is evaluated once.
 */
export function createMatcher(interaction: Interaction, map: ProcessMap): Matcher {
  const { events } = interaction
  const results = new Map<Proof, readonly Match[]>()
  const readings: (TextReading | undefined)[] = []
  const bindings: (ReadonlyMap<string, unknown> | undefined)[] = []

  let byName: ReadonlyMap<string, readonly number[]> | undefined

  const matches = (proof: Proof): readonly Match[] => {
    let found = results.get(proof)
    if (found === undefined) {
      found = proof.kind === 'any' ? unite(proof.proofs.map(matches)) : matchAll(proof)
      results.set(proof, found)
    }
    return found
  }

  const matchAll = (proof: MatchProof): readonly Match[] => {
    const found: Match[] = []
    if (proof.event === undefined) {
      for (const [at, event] of events.entries()) {
        const match = matchEvent(proof, at, event)
        if (match) found.push(match)
      }
    } else {
      byName ??= placesByName(events)
      const places = byName.get(proof.event)
      if (places === undefined) return NONE
      for (const at of places) {
        const match = matchEvent(proof, at, events[at] as LogEvent)
        if (match) found.push(match)
      }
    }
    return proof.inARow === undefined ? found : takeRows(found, proof.inARow, events)
  }

  const matchEvent = (proof: MatchProof, at: number, event: LogEvent): Match | undefined => {
    if (proof.event !== undefined && proof.event !== event.event) return undefined
    if (proof.role !== undefined && !hasRole(event.role, proof.role, map.catalog.roles)) return undefined
    if (proof.where !== undefined) {
      bindings[at] ??= bindEvent(event, map.catalog)
      const result = expressionOf(proof.where, 'where').evaluate(bindings[at])
      if (!('value' in result) || !result.value) return undefined
    }
    if (proof.says === undefined) return { at }
    const [span] = hear(at)?.find(proof.says) ?? []
    return span && { at, span }
  }

  const hear = (at: number): TextReading | undefined => {
    const text = events[at]?.text
    if (text === undefined) return undefined
    return (readings[at] ??= phraseEngineOf(map).read(text))
  }

  return { interaction, map, matches, hear }
}

const NONE: readonly Match[] = []

/** Where the events of each name stand. */
function placesByName(events: readonly LogEvent[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (let at = 0; at < events.length; at++) {
    const { event } = events[at] as LogEvent
    const known = places.get(event)
    if (known === undefined) places.set(event, [at])
    else known.push(at)
  }
  return places
}

/** Union in event order; of two matches of one event the one with a phrase, else the first. */
function unite(lists: readonly (readonly Match[])[]): readonly Match[] {
  const byEvent = new Map<number, Match>()
  for (const match of lists.flat()) {
    const known = byEvent.get(match.at)
    if (known === undefined || (known.span === undefined && match.span !== undefined)) byEvent.set(match.at, match)
  }
  return [...byEvent.values()].sort((a, b) => a.at - b.at)
}

function takeRows(
  found: readonly Match[],
  row: { readonly times: number; readonly reset: string },
  events: readonly LogEvent[],
): readonly Match[] {
  const taken: Match[] = []
  let count = 0
  let next = 0
  for (const [at, event] of events.entries()) {
    if (event.event === row.reset) count = 0
    const match = found[next]
    if (match?.at !== at) continue
    next++
    count++
    if (count < row.times) continue
    taken.push(match)
    count = 0
  }
  return taken
}
