import type { Interaction, LogEvent, Value } from '../log/event.ts'
import type { Catalog } from '../model/map.ts'

/** A recording and the place in it, in whole milliseconds from its beginning, where one can be told. */
export interface ListenAt {
  readonly recording: string
  readonly offset?: number
}

/**
 * Where an event can be listened to: the attribute `recording` of the event or else of the interaction; the offset is
 * the attribute `offset` of the event (seconds or `m:ss`; milliseconds where the catalogue types it as a duration), else the time since the first event
 * with a time. Undefined without a recording.
 */
export function listenAt(
  interaction: Interaction,
  event: LogEvent | undefined,
  catalog: Pick<Catalog, 'events' | 'attributes'>,
): ListenAt | undefined {
  const recording = event?.attributes['recording'] ?? interaction.attributes['recording']
  if (typeof recording !== 'string' && typeof recording !== 'number') return undefined
  const name = String(recording)
  if (name.trim() === '') return undefined
  const offset = event && (offsetOf(event, catalog) ?? sinceStart(interaction, event))
  return { recording: name, ...(offset === undefined ? {} : { offset }) }
}

function offsetOf(event: LogEvent, catalog: Pick<Catalog, 'events' | 'attributes'>): number | undefined {
  const value: Value | undefined = event.attributes['offset']
  const type = catalog.events.get(event.event)?.attributes.get('offset') ?? catalog.attributes.get('offset')
  if (typeof value === 'number') return Math.round(type === 'duration' ? value : value * 1000)
  if (typeof value !== 'string') return undefined
  const parts = /^(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)$/.exec(value.trim())
  if (!parts) return undefined
  return Math.round((Number(parts[1] ?? 0) * 3600 + Number(parts[2] ?? 0) * 60 + Number(parts[3])) * 1000)
}

function sinceStart({ events }: Interaction, { time }: LogEvent): number | undefined {
  const start = events.find((event) => event.time !== undefined)?.time
  return time === undefined || start === undefined ? undefined : Math.max(0, Math.round(time - start))
}
