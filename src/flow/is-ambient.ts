import type { EffectiveFlow } from './effective-flow.ts'

const verdicts = new WeakMap<EffectiveFlow, Map<string, boolean>>()

/**
 * Whether a pattern of the flow or the catalogue names the event; `*` stands for any text. An event that a proof of the
 * flow accepts is not ambient whatever the patterns say (semantics §12): that is for the caller to know.
 */
export function isAmbient(flow: EffectiveFlow, event: string): boolean {
  const known = verdicts.get(flow) ?? new Map<string, boolean>()
  verdicts.set(flow, known)
  let verdict = known.get(event)
  if (verdict === undefined) {
    verdict = flow.ambient.some((pattern) => matchesPattern(pattern, event))
    known.set(event, verdict)
  }
  return verdict
}

/** Whether an ambient pattern names the event; `*` stands for any text. */
export function matchesPattern(pattern: string, text: string): boolean {
  const [head = '', ...rest] = pattern.split('*')
  const tail = rest.pop()
  if (tail === undefined) return pattern === text
  if (!text.startsWith(head)) return false
  let at = head.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.length - tail.length >= at && text.endsWith(tail)
}
