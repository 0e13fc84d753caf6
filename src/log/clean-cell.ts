/** Whether a character is certainly no blank: ASCII, or a CJK ideograph. */
function isPlain(code: number): boolean {
  return (code > 32 && code < 127) || (code >= 0x4e00 && code < 0xa000)
}

/** A cell without the blanks around it, undefined when nothing is left. `="00123"` is how spreadsheets keep text as text. */
export function cleanCell(text: string): string | undefined {
  if (text === '') return undefined
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(text.length - 1)
  if (isPlain(first) && isPlain(last) && first !== 61) return text
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return first === 61 && /^="[^"]*"$/.test(trimmed) ? trimmed.slice(2, -1).trim() || undefined : trimmed
}

/** What was said is kept as it stands. */
export function cleanText(text: string): string | undefined {
  return text.trim() === '' ? undefined : text
}
