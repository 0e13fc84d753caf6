import type { Interaction, LogEvent } from '../../src/log/event.ts'

export type EventParts = Partial<Omit<LogEvent, 'index' | 'place'>>

/** An interaction of the events given, numbered, each on its own line of `log.csv`; a bare string is an event's name. */
export function makeInteraction(
  events: readonly (string | EventParts)[],
  parts: Partial<Omit<Interaction, 'events'>> = {},
): Interaction {
  return {
    id: 'i1',
    axes: {},
    ambiguous: [],
    unit: {},
    attributes: {},
    ...parts,
    events: events.map((given, i) => ({
      event: 'event',
      speech: false,
      attributes: {},
      ...(typeof given === 'string' ? { event: given } : given),
      index: i + 1,
      place: { file: 'log.csv', line: i + 2 },
    })),
  }
}
