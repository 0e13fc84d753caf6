/**
 * Semantics §18 read off the page: every window, every way to fill the slots or to leave some empty. `null` in `tokens`
 * is a slot. A place counts where filling every slot is cheaper than leaving one empty.
 */
export function similarityByDefinition(tokens: readonly (string | null)[], text: readonly string[]): number {
  const segments: string[][] = [[]]
  for (const token of tokens) {
    if (token === null) segments.push([])
    else segments.at(-1)!.push(token)
  }
  const literals = segments.flat().length
  const filled = text.concat('').map(() => [] as { spent: number; size: number }[])
  const emptied = text.concat('').map(() => Infinity)
  // Costs and lengths of all ways to read segments i.. from position `at`; the window ends where the last one ends.
  const walk = (i: number, at: number, cost: number, length: number, hasEmpty: boolean): void => {
    for (let end = at; end <= text.length; end++) {
      const spent = cost + levenshtein(segments[i]!, text.slice(at, end))
      const size = length + end - at
      if (i === segments.length - 1) {
        if (5 * size < 4 * literals || 5 * size > 6 * literals) continue
        if (hasEmpty) emptied[end] = Math.min(emptied[end]!, spent)
        else filled[end]!.push({ spent, size })
        continue
      }
      walk(i + 1, end, spent, size, true)
      for (let d = 1; d <= 20 && end + d <= text.length; d++) {
        if (d > 1 || text[end] !== ' ') walk(i + 1, end + d, spent, size, hasEmpty)
      }
    }
  }
  for (let start = 0; start <= text.length; start++) walk(0, start, 0, 0, false)
  let best = 0
  for (const [end, ways] of filled.entries()) {
    for (const { spent, size } of ways) {
      if (spent < emptied[end]!) best = Math.max(best, 1 - spent / Math.max(literals, size))
    }
  }
  return best
}

function levenshtein(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, j) => j + 1)
  row.unshift(0)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}
