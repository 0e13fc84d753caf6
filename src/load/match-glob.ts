/** Whether a path matches a pattern: `*` and `?` inside one folder, `**` over any number of them. Never backtracks more than the product of both lengths. */
export function matchGlob(pattern: string, path: string): boolean {
  const wanted = pattern.split('/').filter((part) => part !== '' && part !== '.')
  const parts = path.split('/')
  let reached = new Set([0])
  const close = (positions: Set<number>): Set<number> => {
    for (const at of positions) if (wanted[at] === '**') positions.add(at + 1)
    return positions
  }
  reached = close(reached)
  for (const part of parts) {
    const next = new Set<number>()
    for (const at of reached) {
      const segment = wanted[at]
      if (segment === '**') next.add(at)
      else if (segment !== undefined && matchSegment(segment, part)) next.add(at + 1)
    }
    reached = close(next)
  }
  return reached.has(wanted.length)
}

function matchSegment(pattern: string, text: string): boolean {
  let star = -1
  let resume = 0
  let p = 0
  let t = 0
  while (t < text.length) {
    if (p < pattern.length && (pattern[p] === '?' || (pattern[p] === text[t] && pattern[p] !== '*'))) {
      p += 1
      t += 1
    } else if (pattern[p] === '*') {
      star = p
      resume = t
      p += 1
    } else if (star >= 0) {
      p = star + 1
      resume += 1
      t = resume
    } else return false
  }
  while (pattern[p] === '*') p += 1
  return p === pattern.length
}
