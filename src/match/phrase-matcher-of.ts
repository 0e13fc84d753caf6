import type { Lexicon } from '../model/map.ts'
import { createPhraseMatcher, type PhraseMatcher } from '../text/create-phrase-matcher.ts'

const matchers = new WeakMap<Lexicon, PhraseMatcher>()

/** The matcher of a lexicon of a loaded map, compiled the first time it is asked for. */
export function phraseMatcherOf(lexicon: Lexicon): PhraseMatcher {
  let matcher = matchers.get(lexicon)
  if (matcher === undefined) matchers.set(lexicon, (matcher = createPhraseMatcher(lexicon)))
  return matcher
}
