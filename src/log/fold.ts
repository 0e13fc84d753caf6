/** A heading as it is compared: without case, width, spaces and punctuation (`Case ID`, `case_id`, `CASE-ID` are one). */
export function foldHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:/()[\]"'“”·#]+/gu, '')
}

/** A name of the catalogue as it is compared: without case, width and surplus spaces. */
export function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ')
}

/** The nearest of some names, when one is close enough to be a slip of the pen. */
export function nearestName(wanted: string, names: Iterable<string>): string | undefined {
  const folded = [...foldHeading(wanted)]
  let best: string | undefined
  let least = Math.max(1, Math.floor(folded.length / 3)) + 1
  for (const name of names) {
    const distance = editDistance(folded, [...foldHeading(name)], least)
    if (distance < least) {
      least = distance
      best = name
    }
  }
  return best
}

function editDistance(a: readonly string[], b: readonly string[], limit: number): number {
  if (Math.abs(a.length - b.length) >= limit || a.length > 200 || b.length > 200) return limit
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, character] of a.entries()) {
    const row = [i + 1]
    for (const [j, other] of b.entries()) {
      const same = (previous[j] ?? 0) + (character === other ? 0 : 1)
      row.push(Math.min(same, (previous[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1))
    }
    previous = row
  }
  return previous[b.length] ?? limit
}
