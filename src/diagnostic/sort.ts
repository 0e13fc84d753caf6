import type { Diagnostic } from './diagnostic.ts'

/** Orders by file, position, rule, message, and drops exact repetitions. A new array; total and idempotent. */
export function sortDiagnostics<D extends Diagnostic>(diagnostics: readonly D[]): D[] {
  const seen = new Set<string>()
  return [...diagnostics].sort(compareDiagnostics).filter((diagnostic) => {
    const { file, range } = diagnostic.place
    const key = JSON.stringify([file, range.start.offset, range.end.offset, diagnostic.rule, diagnostic.message.en])
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.place.file, b.place.file) ||
    a.place.range.start.offset - b.place.range.start.offset ||
    a.place.range.end.offset - b.place.range.end.offset ||
    compareText(a.rule, b.rule) ||
    compareText(a.message.en, b.message.en)
  )
}

/** Order by UTF-16 code units: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
