import type { LogEvent, Value } from '../log/event.ts'
import type { Catalog } from '../model/map.ts'

/** Semantics §18: nothing, empty after trimming, or a word of the catalogue's `blank` (无, 未知, -, …). */
export function isBlank(value: Value | undefined, catalog: Catalog): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') {
    const trimmed = value.trim()
    return trimmed === '' || catalog.blank.includes(trimmed)
  }
  if (typeof value === 'object') return (Array.isArray(value) ? value : Object.keys(value)).length === 0
  return false
}

/** A field of an event: an attribute, or one of the event's own (`actor`, `role`, `text`, `time`, `id`). */
export function readField(event: LogEvent, name: string): Value | undefined {
  if (Object.hasOwn(event.attributes, name)) return event.attributes[name]
  switch (name) {
    case 'actor':
    case 'role':
    case 'text':
    case 'time':
    case 'id':
      return event[name]
    default:
      return undefined
  }
}
