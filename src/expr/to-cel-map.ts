import type { AttributeType } from '../model/map.ts'

/** What logs and maps hold as data; the same shape as `Value` of the log room. */
type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data }

/** Values nested deeper than this are left out, so that no log can exhaust the stack. */
const MAX_DEPTH = 32

/**
 * An object's own properties as CEL sees them. Whole numbers become CEL ints (BigInt), unless the catalogue declares the
 * attribute `number`; objects become Maps, so that `__proto__` and the like are keys as any other; null is left out,
 * since to a rule it is missing. Times and durations are milliseconds.
 */
export function toCelMap(
  object: Readonly<Record<string, Data | undefined>>,
  types?: ReadonlyMap<string, AttributeType>,
  depth = 0,
): Map<string, unknown> {
  const map = new Map<string, unknown>()
  for (const key of Object.keys(object)) {
    const value = toCelValue(object[key], types?.get(key), depth)
    if (value !== null && value !== undefined) map.set(key, value)
  }
  return map
}

function toCelValue(value: Data | undefined, type: AttributeType | undefined, depth: number): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) && type !== 'number' ? BigInt(value) : value
  if (value === null || typeof value !== 'object') return value
  if (depth >= MAX_DEPTH) return undefined
  if (!isList(value)) return toCelMap(value, undefined, depth + 1)
  return value.map((item) => toCelValue(item, type, depth + 1) ?? null)
}

function isList(value: object): value is readonly Data[] {
  return Array.isArray(value)
}
