/** A text that says again what an earlier one said. Indices into the texts given. */
export interface Repeat {
  readonly at: number
  readonly of: number
}

/** A text is held against so many before it, and read so far: a whole call is a few hundred turns. */
const MOST_BACK = 500
const MOST_LENGTH = 300

/**
 * Texts that are like an earlier one: 1 − Levenshtein distance / the longer length, in code points, is at least `least`.
 * Texts shorter than `shortest` repeat nothing. The texts are folded; each is held against the nearest before it first.
 */
export function findRepeats(texts: readonly string[], least: number, shortest: number): Repeat[] {
  const points = texts.map((text) => [...text].slice(0, MOST_LENGTH))
  const found: Repeat[] = []
  for (let at = 1; at < points.length; at++) {
    const own = points[at] ?? []
    if (own.length < shortest) continue
    for (let of = at - 1; of >= Math.max(0, at - MOST_BACK); of--) {
      const other = points[of] ?? []
      if (other.length < shortest || !areAlike(own, other, least)) continue
      found.push({ at, of })
      break
    }
  }
  return found
}

function areAlike(a: readonly string[], b: readonly string[], least: number): boolean {
  const longer = Math.max(a.length, b.length)
  const most = Math.floor((1 - least) * longer + 1e-9)
  return Math.abs(a.length - b.length) <= most && distanceWithin(a, b, most)
}

/** Whether the Levenshtein distance is at most `most`, in a band of that width around the diagonal. */
function distanceWithin(a: readonly string[], b: readonly string[], most: number): boolean {
  const far = most + 1
  let row = Uint16Array.from({ length: b.length + 1 }, (_, k) => Math.min(far, k))
  let next = new Uint16Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    next.fill(far)
    if (i <= most) next[0] = i
    let best = next[0] ?? far
    for (let k = Math.max(1, i - most); k <= Math.min(b.length, i + most); k++) {
      const change = (row[k - 1] ?? far) + (a[i - 1] === b[k - 1] ? 0 : 1)
      const cost = Math.min(change, (row[k] ?? far) + 1, (next[k - 1] ?? far) + 1, far)
      next[k] = cost
      best = Math.min(best, cost)
    }
    if (best >= far) return false
    ;[row, next] = [next, row]
  }
  return (row[b.length] ?? far) <= most
}
