import type { Lexicon } from '../model/lexicon.ts'
import {
  type Ask,
  compileLexicons,
  type CompiledLexicons,
  type KeywordTable,
  type Needle,
  type Use,
} from './compile-lexicons.ts'
import { findSimilar } from './find-similar.ts'
import { findSlots, type FoldedSpan } from './find-slots.ts'
import {
  createFoldingRoom,
  type FoldedText,
  foldInto,
  type FoldingRoom,
  foldText,
  narrowText,
  takeFolded,
} from './fold-text.ts'
import { type Finding, judgeLexicon } from './judge-lexicon.ts'
import { MOST_HITS } from './phrase.ts'
import { familiesOf } from './sounds.ts'

/** A stretch of the original text in UTF-16 units; `to` is exclusive. */
export interface TextHit {
  readonly from: number
  readonly to: number
}

/** One text, read once for all lexicons of the engine. */
export interface TextReading {
  readonly text: string
  /** Where the text says the lexicon; none: it does not. */
  find(lexicon: Lexicon): readonly TextHit[]
  /** The same with what decided: every entry found, said or not, denials, exceptions that took a hit away. Not kept. */
  examine(lexicon: Lexicon): Finding
}

/** All lexicons of a map, compiled together. Texts are folded and searched when a lexicon is first asked for. */
export interface PhraseEngine {
  read(text: string): TextReading
  /** What a lexicon asks for, as findings name it; exceptions of entries behind their entry. */
  asksOf(lexicon: Lexicon): readonly Ask[]
}

/**
 * Compiles lexicons into one automaton over folded text (and one over sounds, if any asks for pinyin). A text is folded
 * and passed through it once, whatever the number of lexicons and entries; regular expressions and what is similar are
 * looked for where an automaton hit allows it. A lexicon the engine does not have is compiled alone, the first time.
 */
export function createPhraseEngine(lexicons: readonly Lexicon[]): PhraseEngine {
  let scanner: Scanner | undefined
  const scannerOf = (): Scanner => (scanner ??= new Scanner(lexicons))
  let recent = new Map<string, LazyReading>()
  let earlier = recent
  return {
    read(text) {
      if (text.length > LONGEST_KEPT) return new LazyReading(text, scannerOf)
      let reading = recent.get(text)
      if (reading !== undefined) return reading
      reading = earlier.get(text) ?? new LazyReading(text, scannerOf)
      if (recent.size >= MOST_KEPT) [earlier, recent] = [recent, new Map()]
      recent.set(text, reading)
      return reading
    },
    asksOf(lexicon) {
      const { numbers, compiled } = scannerOf()
      const number = numbers.get(lexicon)
      return number === undefined ? aloneOf(lexicon).asksOf(lexicon) : (compiled.lexicons[number]?.asks ?? [])
    },
  }
}

/** Set phrases come again and again: so many of the last texts are kept as they were read, and as many before them. */
const MOST_KEPT = 2_000
const LONGEST_KEPT = 1_000

const NOTHING: Finding = { hits: [], seen: [], denied: [], excused: [], pattern: false, exceptPattern: false }

class LazyReading implements TextReading {
  readonly text: string
  private readonly scannerOf: () => Scanner
  private scanned: ScannedText | undefined

  constructor(text: string, scannerOf: () => Scanner) {
    this.text = text
    this.scannerOf = scannerOf
  }

  find(lexicon: Lexicon): readonly TextHit[] {
    const scanner = this.scannerOf()
    const number = scanner.numbers.get(lexicon)
    if (number === undefined) return aloneOf(lexicon).read(this.text).find(lexicon)
    return (this.scanned ??= scanner.scan(this.text)).find(number)
  }

  examine(lexicon: Lexicon): Finding {
    const scanner = this.scannerOf()
    const number = scanner.numbers.get(lexicon)
    if (number === undefined) return aloneOf(lexicon).read(this.text).examine(lexicon)
    return (this.scanned ??= scanner.scan(this.text)).examine(number)
  }
}

const alone = new WeakMap<Lexicon, PhraseEngine>()

function aloneOf(lexicon: Lexicon): PhraseEngine {
  let engine = alone.get(lexicon)
  if (engine === undefined) alone.set(lexicon, (engine = createPhraseEngine([lexicon])))
  return engine
}

/** A needle that a text holds, or may hold, for one lexicon. */
interface Sighting {
  readonly needle: number
  readonly use: Use
}

class Scanner {
  readonly compiled: CompiledLexicons
  readonly numbers: ReadonlyMap<Lexicon, number>
  private readonly room: FoldingRoom = createFoldingRoom()
  private spans = new Map<number, FoldedSpan[]>()
  private may = new Set<number>()
  private readonly exact: Pass
  private readonly sounds: Pass | undefined

  constructor(lexicons: readonly Lexicon[]) {
    this.compiled = compileLexicons(lexicons)
    this.numbers = new Map(lexicons.map((lexicon, i) => [lexicon, i]))
    this.exact = new Pass(this.compiled.exact)
    this.sounds = this.compiled.sounds && new Pass(this.compiled.sounds)
  }

  scan(text: string): ScannedText {
    const length = foldInto(this.room, text)
    const { spans, may } = this
    this.exact.run(this.room, length, undefined, spans, may)
    this.sounds?.run(this.room, length, familiesOf(), spans, may)
    if (spans.size === 0 && may.size === 0) return new ScannedText(text, this.compiled)
    this.spans = new Map()
    this.may = new Set()
    const sightings = new Map<number, Sighting[]>()
    for (const needle of [...spans.keys(), ...may]) {
      for (const use of this.compiled.needles[needle]?.uses ?? []) {
        const list = sightings.get(use.lexicon)
        if (list === undefined) sightings.set(use.lexicon, [{ needle, use }])
        else list.push({ needle, use })
      }
    }
    return new ScannedText(text, this.compiled, takeFolded(this.room, length, text), spans, sightings)
  }
}

/** One run of an automaton over a folded text. */
class Pass {
  private readonly table: KeywordTable
  /** Where the last place of a keyword ends in the text at hand; 0: none yet. */
  private readonly lastEnd: Int32Array
  private readonly touched: number[] = []

  constructor(table: KeywordTable) {
    this.table = table
    this.lastEnd = new Int32Array(table.lengths.length)
  }

  run(
    { units, spaced }: FoldingRoom,
    length: number,
    families: Uint16Array | undefined,
    spans: Map<number, FoldedSpan[]>,
    may: Set<number>,
  ): void {
    const { symbols, base, check, fail, ending } = this.table.automaton
    let state = 0
    for (let i = 0; i < length; i++) {
      const unit = units[i] ?? 0
      const symbol = symbols[families === undefined ? unit : (families[unit] ?? 0)] ?? 0
      if (symbol === 0) {
        state = 0
        continue
      }
      let cell = (base[state] ?? 0) + symbol
      while (check[cell] !== state && state !== 0) {
        state = fail[state] ?? 0
        cell = (base[state] ?? 0) + symbol
      }
      state = check[cell] === state ? cell : 0
      if (ending[state] !== 0) this.note(ending[state] ?? 0, i + 1, length, spaced, spans, may)
    }
    for (const keyword of this.touched) this.lastEnd[keyword] = 0
    this.touched.length = 0
  }

  /** Notes the keywords that end here. */
  private note(
    from: number,
    end: number,
    length: number,
    spaced: Uint8Array,
    spans: Map<number, FoldedSpan[]>,
    may: Set<number>,
  ): void {
    const { automaton, lengths, whole, announces } = this.table
    for (let state = from; state !== 0; state = automaton.next[state] ?? 0) {
      const keyword = automaton.keyword[state] ?? 0
      const last = this.lastEnd[keyword] ?? 0
      if (last === 0) for (const needle of announces[keyword] ?? []) may.add(needle)
      const needle = whole[keyword] ?? -1
      if (last === 0) this.touched.push(keyword)
      if (needle < 0) {
        this.lastEnd[keyword] = end
        continue
      }
      const start = end - (lengths[keyword] ?? 0)
      if (start < last) continue
      if (start > 0 && spaced[start] === 1 && spaced[start - 1] === 1) continue
      if (end < length && spaced[end] === 1 && spaced[end - 1] === 1) continue
      this.lastEnd[keyword] = end
      const list = spans.get(needle)
      if (list === undefined) spans.set(needle, [{ from: start, to: end }])
      else if (list.length < MOST_HITS) list.push({ from: start, to: end })
    }
  }
}

/** What the passes found in a text; the rest is looked for when a lexicon is asked for. */
export class ScannedText {
  readonly source: string
  private readonly compiled: CompiledLexicons
  private spans: Map<number, readonly FoldedSpan[]> | undefined
  private readonly sightings: ReadonlyMap<number, readonly Sighting[]> | undefined
  private known: Map<number, Finding['hits']> | undefined
  private foldedText: FoldedText | undefined
  private narrowed: string | undefined

  constructor(
    source: string,
    compiled: CompiledLexicons,
    folded?: FoldedText,
    spans?: Map<number, readonly FoldedSpan[]>,
    sightings?: ReadonlyMap<number, readonly Sighting[]>,
  ) {
    this.source = source
    this.foldedText = folded
    this.compiled = compiled
    this.spans = spans
    this.sightings = sightings
  }

  get folded(): FoldedText {
    return (this.foldedText ??= foldText(this.source))
  }

  /** The text as regular expressions see it. */
  get narrow(): string {
    return (this.narrowed ??= narrowText(this.source))
  }

  find(number: number): Finding['hits'] {
    const lexicon = this.compiled.lexicons[number]
    const sightings = this.sightings?.get(number)
    if (lexicon === undefined || (sightings === undefined && lexicon.needsPhrase)) return NOTHING.hits
    let hits = this.known?.get(number)
    if (hits === undefined) {
      hits = judgeLexicon(lexicon, this, [...(sightings ?? []), ...lexicon.always], this.compiled.needles).hits
      ;(this.known ??= new Map()).set(number, hits)
    }
    return hits
  }

  examine(number: number): Finding {
    const lexicon = this.compiled.lexicons[number]
    const sightings = this.sightings?.get(number)
    if (lexicon === undefined) return NOTHING
    if (sightings === undefined && lexicon.needsPhrase && lexicon.regex === undefined) return NOTHING
    return judgeLexicon(lexicon, this, [...(sightings ?? []), ...lexicon.always], this.compiled.needles, true)
  }

  /** The places of a needle that was announced, or that is whole. */
  spansOf(number: number, needle: Needle): readonly FoldedSpan[] {
    const known = (this.spans ??= new Map())
    let spans = known.get(number)
    if (spans === undefined) known.set(number, (spans = locate(needle, this.folded)))
    return spans
  }
}

function locate({ phrase, way, least, isLike }: Needle, folded: FoldedText): FoldedSpan[] {
  if (way !== 'similar') return findSlots(folded, phrase, isLike)
  const hit = findSimilar(folded, phrase, least, isLike)
  if (hit === undefined) return []
  const points = [...folded.text]
  const from = points.slice(0, hit.from).join('').length
  return [{ from, to: from + points.slice(hit.from, hit.to).join('').length }]
}
