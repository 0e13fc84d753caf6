import type { Log } from '../log/event.ts'
import type { Interaction } from '../log/event.ts'
import { phraseEngineOf } from '../match/phrase-engine-of.ts'
import type { Lexicon } from '../model/lexicon.ts'
import type { Id, ProcessMap } from '../model/map.ts'
import type { Place } from '../diagnostic/diagnostic.ts'
import type { Ask, LexiconList } from '../text/compile-lexicons.ts'
import type { PhraseEngine, TextReading } from '../text/phrase-engine.ts'
import { hasWords } from './talk.ts'

/** In how many texts and interactions something was. */
export interface HitCount {
  readonly texts: number
  readonly interactions: number
  /** Texts by role of the speaker; `undefined` is a speaker whom the log does not name or the catalogue does not know. */
  readonly roles: ReadonlyMap<Id | undefined, number>
}

/** One wording of an entry: its phrase, or a variant. */
export interface WordingCoverage {
  readonly phrase: string
  readonly hits: HitCount
}

/** One entry of a lexicon, and where it was said. */
export interface EntryCoverage {
  readonly list: Exclude<LexiconList, 'except'> | 'regex'
  /** The phrase; of `regex` the expression. */
  readonly phrase: string
  readonly hits: HitCount
  /** Texts by the way that found it: word for word, by sound, by similarity. */
  readonly ways: Readonly<Record<'exact' | 'sound' | 'similar', number>>
  /** Texts in which it was denied and therefore did not count. */
  readonly denied: number
  /** The phrase and its variants; empty where there are no variants. */
  readonly wordings: readonly WordingCoverage[]
  readonly place: Place
}

/** An exception, and where it took a hit away. */
export interface ExceptionCoverage {
  readonly list: 'except' | 'except-regex'
  readonly phrase: string
  /** The phrase of the entry it belongs to; absent: the lexicon's own. */
  readonly of?: string
  readonly hits: HitCount
  readonly place: Place
}

export interface LexiconCoverage {
  readonly lexicon: Lexicon
  /** Some rule, proof or anchor of the map names it. */
  readonly isUsed: boolean
  /** Texts that say the whole lexicon. */
  readonly said: HitCount
  /** Texts below its floor of confidence; they are not counted. */
  readonly unclear: number
  readonly entries: readonly EntryCoverage[]
  readonly exceptions: readonly ExceptionCoverage[]
}

/** How many of the things that ought to be heard were. */
export interface CoverageShare {
  readonly hit: number
  readonly all: number
}

/** What the lexicons of a map are worth on some logs. */
export interface LexiconsCoverage {
  readonly interactions: number
  readonly texts: number
  /** Turns of talk without text. */
  readonly withoutText: number
  readonly lexicons: readonly LexiconCoverage[]
  /** Lexicons that were said. */
  readonly said: CoverageShare
  /** Entries that were said; those of `none` are left out, since nobody is to say them. */
  readonly entries: CoverageShare
  /** Exceptions that took effect. */
  readonly exceptions: CoverageShare
}

/**
 * Holds every text of a log, whoever says it, against every lexicon of a map (or those `wanted`), and counts what each
 * entry and each exception found. Texts are taken one by one, also where a rule takes a turn or a contact together.
 */
export function coverLexicons(
  map: ProcessMap,
  log: Pick<Log<Iterable<Interaction>>, 'interactions'>,
  wanted?: ReadonlySet<Id>,
): LexiconsCoverage {
  const engine = phraseEngineOf(map)
  const inline = map.inlineLexicons ?? []
  const all = wanted === undefined ? [...map.lexicons.values(), ...inline] : [...map.lexicons.values()]
  const counters = all
    .filter(({ id }) => wanted === undefined || wanted.has(id))
    .map((lexicon) => new LexiconCounter(lexicon, engine))
  const used = new Set<string>([...(map.usedLexicons ?? []), ...inline.map(({ id }) => id)])
  let interactions = 0
  let texts = 0
  let withoutText = 0
  for (const interaction of log.interactions) {
    interactions++
    for (const { text, role, speech, attributes } of interaction.events) {
      if (text === undefined || !hasWords(text)) {
        if (speech) withoutText++
        continue
      }
      texts++
      const known = role !== undefined && map.catalog.roles.has(role) ? role : undefined
      const reading = engine.read(text)
      for (const counter of counters) counter.add(reading, { interaction: interactions, role: known }, attributes)
    }
  }
  const lexicons = counters.map((counter) => counter.finish(used))
  const share = (counts: readonly HitCount[]): CoverageShare => ({
    hit: counts.filter((count) => count.texts > 0).length,
    all: counts.length,
  })
  return {
    interactions,
    texts,
    withoutText,
    lexicons,
    said: share(lexicons.map(({ said }) => said)),
    entries: share(
      lexicons.flatMap(({ entries }) => entries.flatMap(({ list, hits }) => (list === 'none' ? [] : [hits]))),
    ),
    exceptions: share(lexicons.flatMap(({ exceptions }) => exceptions.map(({ hits }) => hits))),
  }
}

interface Moment {
  /** Number of the interaction, from 1. */
  readonly interaction: number
  readonly role: Id | undefined
}

class Counter implements HitCount {
  texts = 0
  interactions = 0
  readonly roles = new Map<Id | undefined, number>()
  private last = 0

  add({ interaction, role }: Moment): void {
    this.texts++
    if (interaction !== this.last) this.interactions++
    this.last = interaction
    this.roles.set(role, (this.roles.get(role) ?? 0) + 1)
  }
}

class AskCounter {
  readonly hits: Counter = new Counter()
  readonly ways: Record<'exact' | 'sound' | 'similar', number> = { exact: 0, sound: 0, similar: 0 }
  readonly variants: readonly Counter[]
  denied = 0

  constructor({ entry }: Ask) {
    this.variants = [entry.phrase, ...entry.variants].map(() => new Counter())
  }
}

class LexiconCounter {
  private readonly lexicon: Lexicon
  private readonly asks: ReadonlyMap<Ask, AskCounter>
  private readonly said = new Counter()
  private readonly pattern = new Counter()
  private readonly exceptPattern = new Counter()
  private unclear = 0

  constructor(lexicon: Lexicon, engine: PhraseEngine) {
    this.lexicon = lexicon
    this.asks = new Map(engine.asksOf(lexicon).map((ask) => [ask, new AskCounter(ask)]))
  }

  add(reading: TextReading, moment: Moment, attributes: Interaction['attributes']): void {
    const { confidence } = this.lexicon
    const heard = confidence && attributes[confidence.attribute]
    if (confidence && typeof heard === 'number' && heard < confidence.floor) {
      this.unclear++
      return
    }
    const { hits, seen, denied, excused, pattern, exceptPattern } = reading.examine(this.lexicon)
    if (hits.length > 0) this.said.add(moment)
    let last: Ask | undefined
    for (const { ask, variant, way } of seen) {
      const counter = this.asks.get(ask)
      counter?.variants[variant]?.add(moment)
      // One text counts once for an entry, by the best way of its first wording that was found.
      if (counter && ask !== last) {
        counter.hits.add(moment)
        counter.ways[way]++
      }
      last = ask
    }
    for (const ask of denied) {
      const counter = this.asks.get(ask)
      if (counter) counter.denied++
    }
    for (const ask of excused) this.asks.get(ask)?.hits.add(moment)
    if (pattern) this.pattern.add(moment)
    if (exceptPattern) this.exceptPattern.add(moment)
  }

  finish(used: ReadonlySet<string>): LexiconCoverage {
    const { id, regex, exceptRegex, place, places } = this.lexicon
    const entries: EntryCoverage[] = []
    const exceptions: ExceptionCoverage[] = []
    const asks = [...this.asks.keys()]
    for (const [ask, { hits, ways, denied, variants }] of this.asks) {
      const { list, entry, of } = ask
      const { phrase } = entry
      if (list === 'except') {
        const own = of === undefined ? undefined : asks[of]?.entry.phrase
        exceptions.push({ list, phrase, ...(own === undefined ? {} : { of: own }), hits, place: entry.place })
        continue
      }
      const wordings = [phrase, ...entry.variants].map((each, i) => ({ phrase: each, hits: variants[i] ?? hits }))
      const own = list === 'template' ? (places?.template ?? entry.place) : entry.place
      entries.push({ list, phrase, hits, ways, denied, wordings: wordings.length > 1 ? wordings : [], place: own })
    }
    if (regex !== undefined) {
      const hits = this.pattern
      const ways = { exact: hits.texts, sound: 0, similar: 0 }
      const own = places?.regex ?? place
      entries.push({ list: 'regex', phrase: regex, hits, ways, denied: 0, wordings: [], place: own })
    }
    if (exceptRegex !== undefined) {
      const own = places?.exceptRegex ?? place
      exceptions.push({ list: 'except-regex', phrase: exceptRegex, hits: this.exceptPattern, place: own })
    }
    return {
      lexicon: this.lexicon,
      isUsed: used.has(id),
      said: this.said,
      unclear: this.unclear,
      entries,
      exceptions,
    }
  }
}
