import type { FoldedText } from './fold-text.ts'
import { isInsideWord } from './fold-text.ts'
import { type Phrase, SLOT, SLOT_MAX } from './phrase.ts'

/** A stretch of the folded text in UTF-16 units. */
export interface FoldedSpan {
  readonly from: number
  readonly to: number
}

/** At most so many places of one phrase in one text are listed. */
export const MOST_HITS = 50

/**
 * The places of a text where a phrase stands exactly (after folding), from left to right, not overlapping. Both ends are
 * ends of words where the script has words: `no` is not found in `now`. Linear in the text.
 */
export function findPhrase(folded: FoldedText, phrase: Phrase): FoldedSpan[] {
  if (phrase.literals === 0) return []
  return phrase.plain === undefined ? findWithSlots(folded.text, phrase) : findPlain(folded.text, phrase.plain)
}

function findPlain(text: string, plain: string): FoldedSpan[] {
  const spans: FoldedSpan[] = []
  for (let at = text.indexOf(plain); at >= 0 && spans.length < MOST_HITS;) {
    const to = at + plain.length
    const whole = !isInsideWord(text, at) && !isInsideWord(text, to)
    if (whole) spans.push({ from: at, to })
    at = text.indexOf(plain, whole ? to : at + 1)
  }
  return spans
}

/** Runs all partial matches side by side; `starts[j]` is the latest start of a match of the first j tokens ending here. */
function findWithSlots(text: string, phrase: Phrase): FoldedSpan[] {
  const { tokens } = phrase
  const points = [...text]
  const offsets = [0]
  for (const point of points) offsets.push((offsets.at(-1) ?? 0) + point.length)
  const depth = SLOT_MAX + 1
  const layers = Array.from({ length: depth }, () => new Int32Array(tokens.length + 1).fill(-1))
  const spans: FoldedSpan[] = []
  let free = 0
  for (let t = 0; t <= points.length && spans.length < MOST_HITS; t++) {
    const layer = layers[t % depth] ?? new Int32Array(tokens.length + 1)
    const last = layers[(t + depth - 1) % depth] ?? layer
    const code = points[t - 1]?.codePointAt(0)
    layer.fill(-1)
    if (!isInsideWord(text, offsets[t] ?? 0)) layer[0] = t
    for (let j = 1; j <= tokens.length; j++) {
      if (tokens[j - 1] !== SLOT) {
        if (t > 0 && tokens[j - 1] === code) layer[j] = last[j - 1] ?? -1
        continue
      }
      for (let d = code === SPACE ? 2 : 1; d <= SLOT_MAX && d <= t; d++) {
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

const SPACE = 0x20
