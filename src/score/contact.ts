import { compareText } from '../diagnostic/sort.ts'
import type { Interaction, LogEvent } from '../log/event.ts'

/**
 * The pieces of a contact as one interaction, for rules with `scope: contact` (semantics §14): events by time, then file
 * and line (where one has no time: piece by piece); attributes of the piece in hand first, then of the others in order.
 */
export function joinContact(own: Interaction, pieces: readonly Interaction[]): Interaction {
  const ordered = [...pieces].sort((a, b) => compareText(a.id, b.id))
  const events = ordered.flatMap((piece) => piece.events)
  if (events.every((event) => event.time !== undefined)) events.sort(compareEvents)
  const attributes = Object.assign(
    Object.create(null) as Record<string, Interaction['attributes'][string]>,
    ...ordered.map((piece) => piece.attributes).reverse(),
    own.attributes,
  ) as Interaction['attributes']
  return { ...own, events, attributes }
}

function compareEvents(a: LogEvent, b: LogEvent): number {
  return (a.time ?? 0) - (b.time ?? 0) || compareText(a.place.file, b.place.file) || a.place.line - b.place.line
}
