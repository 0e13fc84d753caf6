import { RE2JS } from 're2js'
import type { Lexicon, LexiconEntry } from '../model/lexicon.ts'
import { type Automaton, buildAutomaton } from './automaton.ts'
import { isSame, type Likeness } from './find-slots.ts'
import { piecesOf } from './find-similar.ts'
import { createNegationCheck, type NegationCheck } from './negation.ts'
import { parsePhrase, type Phrase } from './phrase.ts'
import { familiesOf, soundAlike } from './sounds.ts'

/** The lists of a lexicon whose entries are phrases. */
export type LexiconList = 'any' | 'all' | 'none' | 'at-least' | 'in-order' | 'template' | 'except'

/** One entry of a lexicon, as the engine counts it: what it asks for, and where it is written. */
export interface Ask {
  readonly list: LexiconList
  /** 0-based place in its list. */
  readonly index: number
  readonly entry: LexiconEntry
  /** For an exception of one entry: the ask it speaks of. */
  readonly of?: number
}

/** A phrase to look for in one way. `exact` is found whole; the other ways are tried where it is not. */
export interface Needle {
  readonly phrase: Phrase
  readonly way: 'exact' | 'sound' | 'similar'
  readonly least: number
  readonly isLike: Likeness
  readonly uses: Use[]
}

/** Who asks for a needle: a lexicon, one of its asks, and which of its phrases (0: the phrase, then the variants). */
export interface Use {
  readonly lexicon: number
  readonly ask: number
  readonly variant: number
}

export interface CompiledLexicon {
  readonly lexicon: Lexicon
  readonly asks: readonly Ask[]
  /** Numbers of the asks of a list that all must be known for. */
  readonly all: readonly number[]
  readonly inOrder: readonly number[]
  readonly regex?: RE2JS
  readonly exceptRegex?: RE2JS
  readonly isNegated?: NegationCheck
  /** Needles that no keyword announces: they are looked for in every text. */
  readonly always: { readonly needle: number; readonly use: Use }[]
  /** Nothing is said where none of its phrases is. */
  readonly needsPhrase: boolean
  /** It asks for something, and not only that something is not said. */
  readonly isPositive: boolean
}

/** Keywords of one automaton: which needle a keyword is, whole, and which it announces. */
export interface KeywordTable {
  readonly automaton: Automaton
  /** Length in units, by keyword. */
  readonly lengths: Int32Array
  /** The needle a keyword is, or -1. */
  readonly whole: Int32Array
  readonly announces: readonly (readonly number[])[]
}

export interface CompiledLexicons {
  readonly lexicons: readonly CompiledLexicon[]
  readonly needles: readonly Needle[]
  readonly exact: KeywordTable
  /** Over families of sounds; absent where no lexicon asks for pinyin. */
  readonly sounds?: KeywordTable
}

/** Takes the lexicons of a map apart into needles and keywords, equal ones shared, and builds the automata. */
export function compileLexicons(lexicons: readonly Lexicon[]): CompiledLexicons {
  const needles: Needle[] = []
  const known = new Map<string, number>()
  const announced = new Set<number>()
  const exact = new Keywords()
  const sounds = new Keywords()

  /** The needle's number, and whether a keyword announces it. */
  const addNeedle = (phrase: Phrase, way: Needle['way'], least: number, sound: boolean): [number, boolean] => {
    const key = `${way} ${least} ${sound} ${phrase.tokens.join()}`
    const before = known.get(key)
    if (before !== undefined) return [before, announced.has(before)]
    const needle = needles.length
    known.set(key, needle)
    needles.push({ phrase, way, least, isLike: sound ? soundAlike : isSame, uses: [] })
    const table = sound ? sounds : exact
    const spell = (text: string): string => (sound ? spellFamilies(text) : text)
    if (way === 'exact' && phrase.plain !== undefined) exact.add(phrase.plain).whole = needle
    else if (way === 'similar') {
      const pieces = piecesOf(phrase, least)
      if (pieces === undefined) return [needle, false]
      for (const piece of new Set(pieces)) table.add(spell(piece)).announces.push(needle)
    } else table.add(spell(longestOf(phrase.segments))).announces.push(needle)
    announced.add(needle)
    return [needle, true]
  }
  const compiled = lexicons.map((lexicon, number): CompiledLexicon => {
    const asks: Ask[] = []
    const always: CompiledLexicon['always'] = []
    const { similar, pinyin = false } = lexicon
    const addAsk = (ask: Ask): void => {
      const at = asks.push(ask) - 1
      const mild = ask.list !== 'none' && ask.list !== 'except'
      for (const [variant, source] of [ask.entry.phrase, ...ask.entry.variants].entries()) {
        const phrase = parsePhrase(source)
        if (phrase.literals === 0) continue
        const use = { lexicon: number, ask: at, variant }
        const add = (way: Needle['way'], least = 1): void => {
          const [needle, isAnnounced] = addNeedle(phrase, way, least, pinyin && way !== 'exact')
          needles[needle]?.uses.push(use)
          if (!isAnnounced) always.push({ needle, use })
        }
        add('exact')
        if (mild && pinyin) add('sound')
        if (mild && similar !== undefined) add('similar', similar)
      }
      for (const phrase of ask.entry.except) {
        addAsk({ list: 'except', index: ask.index, of: at, entry: bareEntry(phrase, ask.entry) })
      }
    }
    for (const [list, entries] of listsOf(lexicon)) {
      for (const [index, entry] of entries.entries()) addAsk({ list, index, entry })
    }
    const regex = lexicon.regex === undefined ? undefined : compilePattern(lexicon.regex)
    const exceptRegex = lexicon.exceptRegex === undefined ? undefined : compilePattern(lexicon.exceptRegex)
    const positive = asks.some(({ list }) => list !== 'none' && list !== 'except')
    return {
      lexicon,
      asks,
      all: numbersOf(asks, 'all', 'template'),
      inOrder: numbersOf(asks, 'in-order'),
      always,
      needsPhrase: positive && always.length === 0,
      isPositive: positive || lexicon.regex !== undefined,
      ...(regex ? { regex } : {}),
      ...(exceptRegex ? { exceptRegex } : {}),
      ...(lexicon.notNegated ? { isNegated: createNegationCheck(lexicon.notNegated) } : {}),
    }
  })
  return {
    lexicons: compiled,
    needles,
    exact: exact.build(),
    ...(sounds.size > 0 ? { sounds: sounds.build() } : {}),
  }
}

/** The lists of phrases of a lexicon, in the order of the grammar; the template is a list of one. */
export function listsOf(lexicon: Lexicon): [LexiconList, readonly LexiconEntry[]][] {
  const { any, all, none, except, atLeast, inOrder, template, place } = lexicon
  return [
    ['any', any],
    ['all', all],
    ['at-least', atLeast?.of ?? []],
    ['in-order', inOrder?.of ?? []],
    ['template', template === undefined ? [] : [{ phrase: template, variants: [], except: [], place }]],
    ['none', none],
    ['except', except],
  ]
}

function numbersOf(asks: readonly Ask[], ...lists: readonly LexiconList[]): number[] {
  return asks.flatMap(({ list }, number) => (lists.includes(list) ? [number] : []))
}

function bareEntry(phrase: string, { place }: LexiconEntry): LexiconEntry {
  return { phrase, variants: [], except: [], place }
}

function compilePattern(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern)
  } catch {
    // `checkPattern` refuses it when the map is loaded; here it finds nothing.
    return undefined
  }
}

function longestOf(segments: readonly string[]): string {
  return segments.reduce((longest, each) => (each.length > longest.length ? each : longest), '')
}

function spellFamilies(text: string): string {
  const families = familiesOf()
  return text.replace(/[^]/g, (unit) => String.fromCharCode(families[unit.charCodeAt(0)] ?? 0))
}

interface Keyword {
  whole: number
  readonly announces: number[]
}

class Keywords {
  private readonly words = new Map<string, Keyword>()

  get size(): number {
    return this.words.size
  }

  add(word: string): Keyword {
    let keyword = this.words.get(word)
    if (keyword === undefined) this.words.set(word, (keyword = { whole: -1, announces: [] }))
    return keyword
  }

  build(): KeywordTable {
    const words = [...this.words.keys()]
    const keywords = [...this.words.values()]
    return {
      automaton: buildAutomaton(words),
      lengths: Int32Array.from(words, (word) => word.length),
      whole: Int32Array.from(keywords, ({ whole }) => whole),
      announces: keywords.map(({ announces }) => announces),
    }
  }
}
