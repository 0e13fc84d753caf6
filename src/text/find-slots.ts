import { type FoldedText, isInsideWord, WALL } from './fold-text.ts'
import { MOST_HITS, type Phrase, SLOT, SLOT_MAX } from './phrase.ts'

/** A stretch of the folded text in UTF-16 units. */
export interface FoldedSpan {
  readonly from: number
  readonly to: number
}

/** Whether a code point of the text stands for one of the phrase. */
export type Likeness = (a: number, b: number) => boolean

export const isSame: Likeness = (a, b) => a === b

const SPACE = 0x20
const WALL_CODE = WALL.charCodeAt(0)

/**
 * The places of a text where a phrase stands, slots filled, from left to right, not overlapping, each as short as the end
 * allows. Both ends are ends of words where the script has words: `no` is not found in `now`. Runs all partial matches
 * side by side: linear in the text.
 */
export function findSlots(folded: FoldedText, phrase: Phrase, isLike: Likeness = isSame): FoldedSpan[] {
  const { tokens } = phrase
  const { text } = folded
  if (phrase.literals === 0) return []
  const points = [...text]
  const offsets = [0]
  for (const point of points) offsets.push((offsets.at(-1) ?? 0) + point.length)
  const depth = SLOT_MAX + 1
  // `layer[j]` is the latest start of a match of the first j tokens that ends here.
  const layers = Array.from({ length: depth }, () => new Int32Array(tokens.length + 1).fill(-1))
  const spans: FoldedSpan[] = []
  let free = 0
  let wall = 0
  for (let t = 0; t <= points.length && spans.length < MOST_HITS; t++) {
    const layer = layers[t % depth] ?? new Int32Array(tokens.length + 1)
    const last = layers[(t + depth - 1) % depth] ?? layer
    const code = points[t - 1]?.codePointAt(0)
    if (code === WALL_CODE) wall = t
    layer.fill(-1)
    if (!isInsideWord(text, offsets[t] ?? 0)) layer[0] = t
    for (let j = 1; j <= tokens.length; j++) {
      const token = tokens[j - 1] ?? SLOT
      if (token !== SLOT) {
        if (code !== undefined && isLike(code, token)) layer[j] = last[j - 1] ?? -1
        continue
      }
      for (let d = code === SPACE ? 2 : 1; d <= SLOT_MAX && d <= t - wall; d++) {
        layer[j] = Math.max(layer[j] ?? -1, layers[(t - d) % depth]?.[j - 1] ?? -1)
      }
    }
    const start = layer[tokens.length] ?? -1
    if (start < free || isInsideWord(text, offsets[t] ?? 0)) continue
    spans.push({ from: offsets[start] ?? 0, to: offsets[t] ?? 0 })
    free = t
  }
  return spans
}
