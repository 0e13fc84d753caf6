import { toCelMap } from '../expr/to-cel-map.ts'
import type { LogEvent } from '../log/event.ts'
import type { AttributeType, Catalog } from '../model/map.ts'

/**
 * An event as CEL sees it: its attributes as bare names, and `event`, `role`, `actor`, `text`, `time` (milliseconds),
 * which win over attributes of the same name. What the log does not give is absent.
 */
export function bindEvent(event: LogEvent, catalog: Catalog): Map<string, unknown> {
  const types = typesOf(event.event, catalog)
  const bindings = toCelMap(event.attributes, types)
  const { role, actor, text, time } = event
  for (const [name, value] of toCelMap({ event: event.event, role, actor, text, time })) bindings.set(name, value)
  return bindings
}

function typesOf(event: string, catalog: Catalog): ReadonlyMap<string, AttributeType> {
  const own = catalog.events.get(event)?.attributes
  if (own === undefined || own.size === 0) return catalog.attributes
  return catalog.attributes.size === 0 ? own : new Map([...catalog.attributes, ...own])
}
