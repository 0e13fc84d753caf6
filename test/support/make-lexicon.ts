import type { Lexicon } from '../../src/model/map.ts'
import { somewhere } from './place.ts'

/** A lexicon with what is given and nothing else. */
export function makeLexicon(parts: Partial<Lexicon>): Lexicon {
  return { id: 'lexicon', any: [], all: [], none: [], except: [], place: somewhere, ...parts }
}
