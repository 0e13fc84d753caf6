import { foldText } from './fold-text.ts'

/**
 * A phrase of a lexicon, folded: literal code points with slots between. A slot `{company}` stands for 1–20 code points
 * of the folded text (not a lone space) and costs nothing.
 */
export interface Phrase {
  /** Folded code points; `SLOT` where a slot stands. Two slots never touch. */
  readonly tokens: readonly number[]
  /** How many of them are literal: |p| of semantics §18. */
  readonly literals: number
  /** The whole as a string, when there is no slot. */
  readonly plain?: string
}

export const SLOT = -1
export const SLOT_MAX = 20

/** Reads a phrase as a map gives it. A phrase of nothing but punctuation and slots has no literals and matches nothing. */
export function parsePhrase(source: string): Phrase {
  const parts = source.split(/\{[\p{L}_][\p{L}\p{N}_-]*\}/u)
  const tokens: number[] = []
  let literals = 0
  for (const [i, part] of parts.entries()) {
    if (i > 0 && tokens.at(-1) !== SLOT) tokens.push(SLOT)
    for (const character of foldText(part).text) {
      tokens.push(character.codePointAt(0) ?? 0)
      literals++
    }
  }
  return parts.length === 1 ? { tokens, literals, plain: foldText(source).text } : { tokens, literals }
}
