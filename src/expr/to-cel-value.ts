import type { AttributeType } from '../model/map.ts'

/** What logs and maps hold as data; the same shape as `Value` of the log room. */
type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data }

/**
 * Data as CEL sees it. Whole numbers become CEL ints (BigInt), unless the catalogue declares the attribute `number`;
 * objects become Maps, so that `__proto__` and the like are keys as any other. Times and durations are milliseconds.
 */
export function toCelValue(value: Data, type?: AttributeType): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) && type !== 'number' ? BigInt(value) : value
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map((item) => toCelValue(item, type))
  return toCelMap(value)
}

/** An object's own properties as a Map, those that are null left out: to a rule, null is missing. */
export function toCelMap(
  object: Readonly<Record<string, Data | undefined>>,
  types?: ReadonlyMap<string, AttributeType>,
): Map<string, unknown> {
  const map = new Map<string, unknown>()
  for (const key of Object.keys(object)) {
    const value = object[key]
    if (value !== null && value !== undefined) map.set(key, toCelValue(value, types?.get(key)))
  }
  return map
}

function isList(value: object): value is readonly Data[] {
  return Array.isArray(value)
}
