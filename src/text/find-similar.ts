import type { FoldedText } from './fold-text.ts'
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
 * count what stands against literals. Found exactly, by one dynamic programme over the text: the state is
 * (tokens of the phrase read, literal code points of the text read), the value the least edit cost of any window ending
 * here. A cost above (1 − least)·1.2·|p| can no longer count, which leaves a band around |p|: the work is
 * O(|text| · |p| · band), linear in the text. Texts that share no piece of the phrase are left out beforehand (if k edits
 * suffice, one of k + 1 pieces is untouched). Ties: the higher similarity, then the earlier end, then the later start.
 */
export function findSimilar(folded: FoldedText, phrase: Phrase, least: number): SimilarHit | undefined {
  const { tokens, literals } = phrase
  if (literals === 0) return undefined
  const shortest = Math.ceil((4 * literals) / 5)
  const longest = Math.floor((6 * literals) / 5)
  const most = Math.floor((1 - least) * longest + 1e-9)
  if (!sharesPiece(folded.text, phrase, most)) return undefined

  const text = Uint32Array.from([...folded.text], (character) => character.codePointAt(0) ?? 0)
  const width = longest + 1
  const size = (tokens.length + 1) * width
  // Ring of the last layers: a slot looks back up to SLOT_MAX code points, a literal one.
  const depth = tokens.includes(SLOT) ? SLOT_MAX + 1 : 2
  const costs = new Int32Array(size * depth).fill(INFINITE)
  const starts = new Int32Array(size * depth)
  const literalsBefore = countLiterals(tokens)
  let best: SimilarHit | undefined

  for (let t = 0; t <= text.length; t++) {
    const layer = (t % depth) * size
    const last = ((t + depth - 1) % depth) * size
    const code = at(text, t - 1)
    for (let j = 0; j <= tokens.length; j++) {
      const token = tokens[j - 1]
      const expected = literalsBefore[j] ?? 0
      const high = Math.min(longest, expected + most)
      for (let l = Math.max(0, expected - most); l <= high; l++) {
        const cell = j * width + l
        // A window begins here; or a code point more than the phrase has; or, below, one less, the same or another.
        let value = cell === 0 ? 0 : INFINITE
        let origin = t
        if (token === SLOT) {
          for (let d = code === SPACE ? 2 : 1; d <= SLOT_MAX && d <= t; d++) {
            const from = ((t - d) % depth) * size + cell - width
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
          const sum = t > 0 && l > 0 ? at(costs, last + cell - width - 1) + (code === token ? 0 : 1) : INFINITE
          const start = at(starts, last + cell - width - 1)
          if (sum < value || (sum === value && start > origin)) {
            value = sum
            origin = start
          }
        }
        if (t > 0 && l > 0) {
          const sum = at(costs, last + cell - 1) + 1
          const start = at(starts, last + cell - 1)
          if (sum < value || (sum === value && start > origin)) {
            value = sum
            origin = start
          }
        }
        costs[layer + cell] = value > most ? INFINITE : value
        starts[layer + cell] = origin
      }
    }
    const end = layer + tokens.length * width
    for (let l = shortest; l <= longest; l++) {
      const cost = at(costs, end + l)
      if (cost > most) continue
      const similarity = 1 - cost / Math.max(literals, l)
      if (similarity + 1e-9 < least || (best !== undefined && similarity <= best.similarity + 1e-9)) continue
      best = { from: at(starts, end + l), to: t, similarity }
    }
  }
  return best
}

/** A cell that is known to exist; -1 outside, which only the unused code point before the text is. */
function at(cells: Int32Array | Uint32Array, index: number): number {
  return cells[index] ?? -1
}

const INFINITE = 0x3fffffff
const SPACE = 0x20

function countLiterals(tokens: readonly number[]): number[] {
  const counts = [0]
  for (const token of tokens) counts.push((counts.at(-1) ?? 0) + (token === SLOT ? 0 : 1))
  return counts
}

function sharesPiece(text: string, phrase: Phrase, edits: number): boolean {
  if (phrase.literals <= edits) return true
  const segments: string[] = ['']
  for (const token of phrase.tokens) {
    if (token === SLOT) segments.push('')
    else segments.push((segments.pop() ?? '') + String.fromCodePoint(token))
  }
  for (let size = Math.floor(phrase.literals / (edits + 1)); size >= 1; size--) {
    const pieces = segments.flatMap((segment) => cut(segment, size))
    if (pieces.length > edits) return pieces.some((piece) => text.includes(piece))
  }
  return true
}

/** Cuts a text into pieces of at least `size` code points each. */
function cut(text: string, size: number): string[] {
  const points = [...text]
  const count = Math.floor(points.length / size)
  return Array.from({ length: count }, (_, i) =>
    points.slice(i * size, i === count - 1 ? undefined : (i + 1) * size).join(''),
  )
}
