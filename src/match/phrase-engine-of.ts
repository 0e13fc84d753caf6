import type { ProcessMap } from '../model/map.ts'
import { createPhraseEngine, type PhraseEngine } from '../text/phrase-engine.ts'

const engines = new WeakMap<ProcessMap, PhraseEngine>()

/** The engine of all lexicons of a map, those written in place too; compiled when a text is first searched. */
export function phraseEngineOf(map: ProcessMap): PhraseEngine {
  let engine = engines.get(map)
  if (engine === undefined) {
    engine = createPhraseEngine([...map.lexicons.values(), ...(map.inlineLexicons ?? [])])
    engines.set(map, engine)
  }
  return engine
}
