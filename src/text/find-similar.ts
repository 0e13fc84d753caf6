import { type FoldedText, WALL } from './fold-text.ts'
import { isSame, type Likeness } from './find-slots.ts'
import { type Phrase, SLOT, SLOT_MAX } from './phrase.ts'

/** The best place found; `from` and `to` are code points of the folded text. */
export interface SimilarHit {
  readonly from: number
  readonly to: number
  readonly similarity: number
}

/**
 * Finds the window of a text that is most like a phrase, if it is at least `least` alike.
 *
 * Semantics §18: similarity = max over windows w of the folded text with 0.8·|p| ≤ |w| ≤ 1.2·|p| of
 * 1 − levenshtein(p, w) / max(|p|, |w|), in code points; slots match 1–20 code points and cost nothing, so |p| and |w|
 * count what stands against literals. Where a slot left empty explains the text that ends here as cheaply as slots that
 * are all filled, it is empty, and the place does not count.
 *
 * Found exactly, by one dynamic programme over the text: the state is (a slot is empty, tokens of the phrase read,
 * literal code points of the text read), the value the least edit cost of any window ending here. A cost above
 * (1 − least)·1.2·|p| can no longer count, which leaves a band around |p|: the work is O(|text| · |p| · band), linear in
 * the text. Ties: the higher similarity, then the earlier end, then the later start.
 */
export function findSimilar(
  folded: FoldedText,
  phrase: Phrase,
  least: number,
  isLike: Likeness = isSame,
): SimilarHit | undefined {
  const { tokens, literals } = phrase
  if (literals === 0) return undefined
  const shortest = Math.ceil((4 * literals) / 5)
  const longest = Math.floor((6 * literals) / 5)
  const most = mostEdits(phrase, least)
  const text = Uint32Array.from([...folded.text], (character) => character.codePointAt(0) ?? 0)
  const width = longest + 1
  const size = (tokens.length + 1) * width
  const hasSlots = tokens.includes(SLOT)
  // Ring of the last layers: a slot looks back up to SLOT_MAX code points, a literal one. With slots a layer has two
  // halves: all slots so far are filled; one at least is empty.
  const halves = hasSlots ? 2 : 1
  const depth = hasSlots ? SLOT_MAX + 1 : 2
  const costs = new Int32Array(size * halves * depth).fill(INFINITE)
  const starts = new Int32Array(size * halves * depth)
  const literalsBefore = countLiterals(tokens)
  let best: SimilarHit | undefined
  let wall = 0

  for (let t = 0; t <= text.length; t++) {
    const code = at(text, t - 1)
    if (code === WALL_CODE) wall = t
    for (let half = 0; half < halves; half++) {
      const layer = ((t % depth) * halves + half) * size
      const last = (((t + depth - 1) % depth) * halves + half) * size
      for (let j = 0; j <= tokens.length; j++) {
        const token = tokens[j - 1]
        const expected = literalsBefore[j] ?? 0
        const high = Math.min(longest, expected + most)
        const isMatch = token !== undefined && token !== SLOT && t > 0 && isLike(code, token)
        for (let l = Math.max(0, expected - most); l <= high; l++) {
          const cell = j * width + l
          // A window begins here; or a code point more than the phrase has; or, below, one less, the same or another.
          let value = cell === 0 && half === 0 ? 0 : INFINITE
          let origin = t
          if (token === SLOT) {
            for (let d = code === SPACE ? 2 : 1; d <= SLOT_MAX && d <= t - wall; d++) {
              const from = (((t - d) % depth) * halves + half) * size + cell - width
              const sum = at(costs, from)
              if (sum < value || (sum === value && at(starts, from) > origin)) {
                value = sum
                origin = at(starts, from)
              }
            }
            for (let from = layer + cell - width, n = half * 2; n > 0; n--, from -= size) {
              const sum = at(costs, from)
              if (sum < value || (sum === value && at(starts, from) > origin)) {
                value = sum
                origin = at(starts, from)
              }
            }
          } else if (token !== undefined) {
            const left = layer + cell - width
            if (at(costs, left) + 1 < value) {
              value = at(costs, left) + 1
              origin = at(starts, left)
            }
            if (t > 0 && l > 0) {
              const before = last + cell - width - 1
              const sum = at(costs, before) + (isMatch ? 0 : 1)
              if (sum < value || (sum === value && at(starts, before) > origin)) {
                value = sum
                origin = at(starts, before)
              }
            }
          }
          if (t > 0 && l > 0) {
            const sum = at(costs, last + cell - 1) + 1
            if (sum < value || (sum === value && at(starts, last + cell - 1) > origin)) {
              value = sum
              origin = at(starts, last + cell - 1)
            }
          }
          costs[layer + cell] = value > most ? INFINITE : value
          starts[layer + cell] = origin
        }
      }
    }
    const end = (t % depth) * halves * size + tokens.length * width
    let emptied = INFINITE
    if (hasSlots) for (let l = shortest; l <= longest; l++) emptied = Math.min(emptied, at(costs, end + size + l))
    for (let l = shortest; l <= longest; l++) {
      const cost = at(costs, end + l)
      if (cost > most || cost >= emptied) continue
      const similarity = 1 - cost / Math.max(literals, l)
      if (similarity + 1e-9 < least || (best !== undefined && similarity <= best.similarity + 1e-9)) continue
      best = { from: at(starts, end + l), to: t, similarity }
    }
  }
  return best
}

/** The most edits a window may have that is `least` alike. */
export function mostEdits(phrase: Phrase, least: number): number {
  return Math.floor((1 - least) * Math.floor((6 * phrase.literals) / 5) + 1e-9)
}

/**
 * Pieces of a phrase of which a window that is `least` alike holds one unchanged: with k edits one of k + 1 pieces is
 * untouched. Undefined: there are no such pieces, any text may hold the window.
 */
export function piecesOf(phrase: Phrase, least: number): readonly string[] | undefined {
  const edits = mostEdits(phrase, least)
  for (let size = Math.floor(phrase.literals / (edits + 1)); size >= 1; size--) {
    const pieces = phrase.segments.flatMap((segment) => cut(segment, size))
    if (pieces.length > edits) return pieces
  }
  return undefined
}

/** A cell that is known to exist; -1 outside, which only the unused code point before the text is. */
function at(cells: Int32Array | Uint32Array, index: number): number {
  return cells[index] ?? -1
}

const INFINITE = 0x3fffffff
const SPACE = 0x20
const WALL_CODE = WALL.charCodeAt(0)

function countLiterals(tokens: readonly number[]): number[] {
  const counts = [0]
  for (const token of tokens) counts.push((counts.at(-1) ?? 0) + (token === SLOT ? 0 : 1))
  return counts
}

/** Cuts a text into pieces of at least `size` code points each. */
function cut(text: string, size: number): string[] {
  const points = [...text]
  const count = Math.floor(points.length / size)
  return Array.from({ length: count }, (_, i) =>
    points.slice(i * size, i === count - 1 ? undefined : (i + 1) * size).join(''),
  )
}
