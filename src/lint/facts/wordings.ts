import type { Place } from '../../diagnostic/diagnostic.ts'
import type { Lexicon, LexiconEntry } from '../../model/lexicon.ts'
import { type LexiconList, listsOf } from '../../text/compile-lexicons.ts'
import { parsePhrase, type Phrase } from '../../text/phrase.ts'
import type { LintContext } from '../lint-rule.ts'
import { once } from './once.ts'

/** A phrase as it is written in a lexicon: of an entry, a variant of one, or an exception. */
export interface Wording {
  readonly list: LexiconList
  readonly entry: LexiconEntry
  readonly source: string
  readonly phrase: Phrase
  /** For an exception of one entry: that entry. */
  readonly of?: LexiconEntry
  readonly place: Place
}

export interface LexiconWordings {
  readonly lexicon: Lexicon
  readonly wordings: readonly Wording[]
}

/** Every lexicon, named or written in place, with all that is written in its lists. */
export const lexiconsIn: (context: LintContext) => readonly LexiconWordings[] = once(({ map, sources }) =>
  [...map.lexicons.values(), ...(map.inlineLexicons ?? [])].map((lexicon) => {
    const wordings: Wording[] = []
    for (const [list, entries] of listsOf(lexicon)) {
      for (const entry of entries) {
        const at = (key: string, i: number): Place => sources.value(entry.place, key, i)
        const whole = list === 'template' ? lexicon.places?.template : sources.find(entry.place, 'phrase')?.node.place
        const add = (source: string, place: Place): unknown =>
          wordings.push({ list, entry, source, phrase: parsePhrase(source), place })
        add(entry.phrase, whole ?? entry.place)
        for (const [i, variant] of entry.variants.entries()) add(variant, at('variants', i))
        for (const [i, source] of entry.except.entries()) {
          const phrase = parsePhrase(source)
          wordings.push({ list: 'except', entry, of: entry, source, phrase, place: at('except', i) })
        }
      }
    }
    return { lexicon, wordings }
  }),
)

/** What is to be heard: neither an exception nor what nobody may say. */
export function isWanted({ list }: Wording): boolean {
  return list !== 'except' && list !== 'none'
}

/** A lexicon that any of some phrases says, and nothing else decides. */
export function lexiconOf(
  sources: readonly string[],
  { place }: Lexicon,
  by: Pick<Lexicon, 'pinyin' | 'similar'> = {},
): Lexicon {
  const any = sources.map((phrase): LexiconEntry => ({ phrase, variants: [], except: [], place }))
  return { id: '', any, all: [], none: [], except: [], place, ...by }
}
