/** How deep the values of a JSON row may be nested. */
export const MAX_JSON_DEPTH = 64

/** What a line of JSON Lines holds. `column`: the character at which it stops being JSON, 1-based, where that is known. */
export type JsonLine =
  | { readonly kind: 'object'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'invalid'; readonly column: number | undefined }
  | { readonly kind: 'not-object' | 'too-deep' }

/** Parses one line. Whole numbers beyond 2^53, such as long ids, are kept as text: nothing of them is rounded away. */
export function parseJsonLine(text: string): JsonLine {
  let value: unknown
  try {
    value = JSON.parse(/\d{16}/.test(text) ? quoteLongNumbers(text) : text)
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')
    return { kind: 'invalid', column: at ? Number(at[1]) + 1 : undefined }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kind: 'not-object' }
  if (isDeeper(value, MAX_JSON_DEPTH)) return { kind: 'too-deep' }
  return { kind: 'object', value: value as Record<string, unknown> }
}

function quoteLongNumbers(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  )
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth === 0) return true
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null && isDeeper(inner, depth - 1)) return true
  }
  return false
}
