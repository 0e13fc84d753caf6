import { compareText } from '../diagnostic/sort.ts'
import type { Fix, TextEdit } from './lint-rule.ts'

/** Those of the mends that can be made together, earlier ones first: no two change the same stretch. */
export function chooseFixes<T extends { readonly fix: Fix }>(findings: readonly T[]): T[] {
  const taken: TextEdit[] = []
  return findings.filter(({ fix: { edits } }) => {
    if (edits.some((edit) => taken.some((other) => touches(edit, other)))) return false
    taken.push(...edits)
    return true
  })
}

/** The texts with the edits made; files that no edit names are not in it. Edits must not overlap. */
export function applyEdits(
  edits: readonly TextEdit[],
  textOf: (file: string) => string | undefined,
): ReadonlyMap<string, string> {
  const byFile = new Map<string, TextEdit[]>()
  for (const edit of edits) byFile.set(edit.file, [...(byFile.get(edit.file) ?? []), edit])
  const changed = new Map<string, string>()
  for (const [file, own] of [...byFile].sort(([a], [b]) => compareText(a, b))) {
    const text = textOf(file)
    if (text === undefined) continue
    let result = text
    for (const { from, to, text: put } of own.sort((a, b) => b.from - a.from)) {
      result = result.slice(0, from) + put + result.slice(to)
    }
    changed.set(file, result)
  }
  return changed
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.file === b.file && a.from <= b.to && b.from <= a.to
}
