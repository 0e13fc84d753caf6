import type { Lang, Place } from '../diagnostic/diagnostic.ts'
import { type Text, textIn } from './text.ts'

/** One thing to be said: a phrase and other ways of saying it. A `{slot}` stands for 1–20 code points of the folded text. */
export interface LexiconEntry {
  readonly phrase: string
  readonly variants: readonly string[]
  /** Longer phrases inside which this entry does not count. */
  readonly except: readonly string[]
  readonly place: Place
}

/** When a hit counts as denied and therefore not as said (semantics §19). */
export interface Negation {
  /** How far before the hit a word of denial may end: characters of scripts without spaces, words of others. */
  readonly window: number
  /** The words of denial; absent: the words of the tool. */
  readonly words?: readonly string[]
}

/** A set of phrases (semantics §2, §19). `place` is where it is written; inline ones have an id made from their place. */
export interface Lexicon {
  readonly id: string
  readonly name?: Text
  /** One of these is enough. */
  readonly any: readonly LexiconEntry[]
  /** Each of these must be said. */
  readonly all: readonly LexiconEntry[]
  /** None of these may be said. */
  readonly none: readonly LexiconEntry[]
  /** So many different ones of these must be said. */
  readonly atLeast?: { readonly count: number; readonly of: readonly LexiconEntry[] }
  /** These one after the other, at most `gap` code points of the folded text between two; absent: however far. */
  readonly inOrder?: { readonly of: readonly LexiconEntry[]; readonly gap?: number }
  readonly template?: string
  readonly regex?: string
  /** Hits inside what this expression finds do not count. */
  readonly exceptRegex?: string
  /** Least similarity in [0, 1] at which a phrase counts as said (semantics §18); absent: exact after folding. */
  readonly similar?: number
  /** Characters that sound alike are alike: slips of speech recognition. */
  readonly pinyin?: boolean
  readonly notNegated?: Negation
  /** Hits inside these phrases do not count. */
  readonly except: readonly LexiconEntry[]
  /** Text of an event whose attribute lies below `floor` is not trusted (semantics §19). */
  readonly confidence?: { readonly attribute: string; readonly floor: number }
  readonly place: Place
  /** Where the keys of one text are written. */
  readonly places?: { readonly template?: Place; readonly regex?: Place; readonly exceptRegex?: Place }
}

const LONGEST_TITLE = 20

/**
 * What people call a lexicon: its name, else its id; one written in place without a name is called by its first phrase,
 * cut to 20 characters and to be quoted. Never its regular expression.
 */
export function titleOfLexicon(lexicon: Lexicon, lang: Lang): { readonly title: string; readonly isQuoted: boolean } {
  const { id, name, any, all, atLeast, inOrder, template, none } = lexicon
  if (name !== undefined || !id.includes('#')) return { title: textIn(name, lang, id), isQuoted: false }
  const [first] = [...any, ...all, ...(atLeast?.of ?? []), ...(inOrder?.of ?? []), ...none]
  const phrase = template ?? first?.phrase
  if (phrase === undefined) return { title: lang === 'zh' ? '规定的句式' : 'the form prescribed', isQuoted: false }
  const characters = [...phrase]
  const cut = characters.length > LONGEST_TITLE ? '…' : ''
  return { title: `${characters.slice(0, LONGEST_TITLE).join('')}${cut}`, isQuoted: true }
}
