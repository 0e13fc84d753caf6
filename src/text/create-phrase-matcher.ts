import type { Lexicon } from '../model/lexicon.ts'
import { createPhraseEngine, type TextHit } from './phrase-engine.ts'

/** Finds one lexicon in a text. No hits: it was not said. For the lexicons of a map use an engine. */
export type PhraseMatcher = (text: string) => readonly TextHit[]

/** An engine for one lexicon: semantics §19. */
export function createPhraseMatcher(lexicon: Lexicon): PhraseMatcher {
  const engine = createPhraseEngine([lexicon])
  return (text) => engine.read(text).find(lexicon)
}
