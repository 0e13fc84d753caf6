import type { Lexicon, LexiconEntry } from '../../src/model/lexicon.ts'
import { somewhere } from './place.ts'

type Phrases = readonly (string | Partial<LexiconEntry>)[]

/** A lexicon as a test writes it: entries may be plain strings. */
export type LexiconParts = Omit<Partial<Lexicon>, 'any' | 'all' | 'none' | 'except' | 'atLeast' | 'inOrder'> & {
  readonly any?: Phrases
  readonly all?: Phrases
  readonly none?: Phrases
  readonly except?: Phrases
  readonly atLeast?: { readonly count: number; readonly of: Phrases }
  readonly inOrder?: { readonly of: Phrases; readonly gap?: number }
}

function entries(phrases: Phrases = []): LexiconEntry[] {
  return phrases.map((each) => ({
    phrase: '',
    variants: [],
    except: [],
    place: somewhere,
    ...(typeof each === 'string' ? { phrase: each } : each),
  }))
}

/** A lexicon with what is given and nothing else. */
export function makeLexicon({ any, all, none, except, atLeast, inOrder, ...parts }: LexiconParts): Lexicon {
  return {
    id: 'lexicon',
    any: entries(any),
    all: entries(all),
    none: entries(none),
    except: entries(except),
    ...(atLeast ? { atLeast: { ...atLeast, of: entries(atLeast.of) } } : {}),
    ...(inOrder ? { inOrder: { ...inOrder, of: entries(inOrder.of) } } : {}),
    place: somewhere,
    ...parts,
  }
}
