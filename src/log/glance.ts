import type { AttributeType } from '../model/map.ts'
import type { BoundEvent } from './bind-catalog.ts'
import type { Description } from './contexts.ts'
import type { Interaction, LogEvent } from './event.ts'

/** Where a glance finds what it is asked for later. */
export interface GlanceSource {
  text(row: number): string | undefined
  id(row: number): string | undefined
  place(row: number): LogEvent['place']
  attributes(row: number, types: ReadonlyMap<string, AttributeType>): LogEvent['attributes']
  firstValues(events: readonly LogEvent[]): Interaction['attributes']
}

interface GlancedAct {
  readonly event: BoundEvent
  readonly role: string | undefined
  readonly actor: string | undefined
}

/** An event whose text, id, place and attributes are found when they are asked for. `time` is NaN where there is none. */
export function glanceEvent(source: GlanceSource, row: number, index: number, act: GlancedAct, time: number): LogEvent {
  // What is not there reads as undefined, like a property that is missing: nobody asks which of the two it is.
  return new GlancedEvent(source, row, index, act, Number.isNaN(time) ? undefined : time) as LogEvent
}

/** An interaction of glanced events, whose attributes are found when they are asked for. */
export function glanceInteraction(
  source: GlanceSource,
  id: string,
  contact: string | undefined,
  description: Description,
  events: readonly LogEvent[],
): Interaction {
  return new GlancedInteraction(source, id, contact, description, events) as Interaction
}

class GlancedEvent {
  readonly index: number
  readonly event: string
  readonly speech: boolean
  readonly time: number | undefined
  readonly role: string | undefined
  readonly actor: string | undefined
  readonly #source: GlanceSource
  readonly #row: number
  readonly #types: BoundEvent['types']
  #attributes: LogEvent['attributes'] | undefined

  constructor(source: GlanceSource, row: number, index: number, act: GlancedAct, time: number | undefined) {
    this.index = index
    this.event = act.event.name
    this.speech = act.event.speech
    this.time = time
    this.role = act.role
    this.actor = act.actor
    this.#source = source
    this.#row = row
    this.#types = act.event.types
  }

  get text(): string | undefined {
    return this.#source.text(this.#row)
  }

  get id(): string | undefined {
    return this.#source.id(this.#row)
  }

  get place(): LogEvent['place'] {
    return this.#source.place(this.#row)
  }

  get attributes(): LogEvent['attributes'] {
    return (this.#attributes ??= this.#source.attributes(this.#row, this.#types))
  }
}

class GlancedInteraction {
  readonly id: string
  readonly contact: string | undefined
  readonly axes: Interaction['axes']
  readonly ambiguous: Interaction['ambiguous']
  readonly unit: Interaction['unit']
  readonly events: readonly LogEvent[]
  readonly #source: GlanceSource
  #attributes: Interaction['attributes'] | undefined

  constructor(
    source: GlanceSource,
    id: string,
    contact: string | undefined,
    { axes, ambiguous, unit }: Description,
    events: readonly LogEvent[],
  ) {
    this.id = id
    this.contact = contact
    this.axes = axes
    this.ambiguous = ambiguous
    this.unit = unit
    this.events = events
    this.#source = source
  }

  get attributes(): Interaction['attributes'] {
    return (this.#attributes ??= this.#source.firstValues(this.events))
  }
}
