import { RE2JS } from 're2js'

/** Whether a text, trimmed, is of a form from its first character to its last. In linear time; the pattern is a good one. */
export function createWholeMatcher(pattern: string): (text: string) => boolean {
  const compiled = RE2JS.compile(pattern)
  return (text) => compiled.matches(text.trim())
}
