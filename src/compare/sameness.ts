const LEFT_OUT = new Set(['place', 'places', 'note', 'title'])

/** Where a value is written and what is said about it; `source` where it is a list of them. */
export const isLeftOut = (key: string, value: unknown): boolean =>
  LEFT_OUT.has(key) || (key === 'source' && Array.isArray(value))

/**
 * What is compared of a value: all of it but where it is written and what is said about it. A lexicon that has a name of
 * its own stands for itself: its changes are told once, not with each rule that names it. So does a step. A text is compared as written.
 */
export function sameness(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sameness).join()}]`
  if (value instanceof Map) return `{${[...value].map(([key, of]) => `${String(key)}=${sameness(of)}`).join()}}`
  if (value instanceof Set) return `{${[...value].map(sameness).join()}}`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const entries = Object.entries(value)
  const id = 'id' in value && typeof value.id === 'string' ? value.id : undefined
  if ('any' in value && 'none' in value && id !== undefined) {
    if (!id.includes('#')) return `lexicon ${id}`
    return sameness(Object.fromEntries(entries.filter(([key]) => key !== 'id')))
  }
  // A step that a rule speaks of is told about by itself.
  if ('kind' in value && value.kind === 'step' && 'step' in value) return `step ${String(value.step)}`
  // An expression stands under `source` itself.
  if ('source' in value && typeof value.source === 'string') return `cel ${value.source}`
  return `{${entries
    .filter(([key, of]) => !isLeftOut(key, of) && of !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, of]) => `${key}=${sameness(of)}`)
    .join()}}`
}
