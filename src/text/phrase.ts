import { foldText, WALL } from './fold-text.ts'

/**
 * A phrase of a lexicon, folded: literal code points with slots between. A slot `{company}` stands for 1–20 code points
 * of the folded text (not a lone space, and not over the wall between two turns) and costs nothing.
 */
export interface Phrase {
  /** Folded code points; `SLOT` where a slot stands. Two slots never touch. */
  readonly tokens: readonly number[]
  /** How many of them are literal: |p| of semantics §18. */
  readonly literals: number
  /** The stretches of literals between slots; empty ones left out. */
  readonly segments: readonly string[]
  /** The whole as a string, when there is no slot. */
  readonly plain?: string
}

export const SLOT = -1
export const SLOT_MAX = 20
/** At most so many places of one phrase in one text are listed. */
export const MOST_HITS = 1_000

/** Reads a phrase as a map gives it. A phrase of nothing but punctuation and slots has no literals and matches nothing. */
export function parsePhrase(source: string): Phrase {
  const parts = source.replaceAll(WALL, ' ').split(/\{[\p{L}_][\p{L}\p{N}_-]*\}/u)
  const tokens: number[] = []
  const segments: string[] = []
  let literals = 0
  for (const [i, part] of parts.entries()) {
    if (i > 0 && tokens.at(-1) !== SLOT) tokens.push(SLOT)
    const { text } = foldText(part)
    if (text !== '') segments.push(text)
    for (const character of text) {
      tokens.push(character.codePointAt(0) ?? 0)
      literals++
    }
  }
  return { tokens, literals, segments, ...(parts.length === 1 ? { plain: segments.join('') } : {}) }
}
