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

  const text = Array.from(folded.text, (character) => character.codePointAt(0) ?? 0)
  const width = longest + 1
  const size = (tokens.length + 1) * width
  // Ring of the last layers: a slot looks back up to SLOT_MAX code points, a literal one.
  const depth = tokens.includes(SLOT) ? SLOT_MAX + 1 : 2
  const costs = Array.from({ length: depth }, () => new Int32Array(size).fill(INFINITE))
  const starts = Array.from({ length: depth }, () => new Int32Array(size))
  const literalsBefore = countLiterals(tokens)
  let best: SimilarHit | undefined

  for (let t = 0; t <= text.length; t++) {
    const cost = costs[t % depth] ?? new Int32Array(size)
    const start = starts[t % depth] ?? new Int32Array(size)
    const lastCost = costs[(t + depth - 1) % depth] ?? cost
    const lastStart = starts[(t + depth - 1) % depth] ?? start
    cost.fill(INFINITE)
    cost[0] = 0
    start[0] = t
    for (let j = 0; j <= tokens.length; j++) {
      const token = tokens[j - 1]
      const expected = literalsBefore[j] ?? 0
      const low = Math.max(0, expected - most)
      const high = Math.min(longest, expected + most)
      for (let l = low; l <= high; l++) {
        const here = j * width + l
        let least = cost[here] ?? INFINITE
        let from = start[here] ?? 0
        const offer = (value: number, origin: number): void => {
          if (value < least || (value === least && value < INFINITE && origin > from)) {
            least = value
            from = origin
          }
        }
        if (t > 0 && l > 0) offer((lastCost[here - 1] ?? INFINITE) + 1, lastStart[here - 1] ?? 0)
        if (token === SLOT) {
          for (let d = text[t - 1] === SPACE ? 2 : 1; d <= SLOT_MAX && d <= t; d++) {
            const layer = (t - d) % depth
            offer(costs[layer]?.[here - width] ?? INFINITE, starts[layer]?.[here - width] ?? 0)
          }
        } else if (token !== undefined) {
          offer((cost[here - width] ?? INFINITE) + 1, start[here - width] ?? 0)
          if (t > 0 && l > 0) {
            const previous = here - width - 1
            offer((lastCost[previous] ?? INFINITE) + (text[t - 1] === token ? 0 : 1), lastStart[previous] ?? 0)
          }
        }
        cost[here] = least > most ? INFINITE : least
        start[here] = from
      }
    }
    for (let l = shortest; l <= longest; l++) {
      const value = cost[tokens.length * width + l] ?? INFINITE
      if (value > most) continue
      const similarity = 1 - value / Math.max(literals, l)
      if (similarity + 1e-9 < least) continue
      if (best === undefined || similarity > best.similarity + 1e-9) {
        best = { from: start[tokens.length * width + l] ?? 0, to: t, similarity }
      }
    }
  }
  return best
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
