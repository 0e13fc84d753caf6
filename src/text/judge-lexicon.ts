import type { RE2JS } from 're2js'
import type { Ask, CompiledLexicon, Needle, Use } from './compile-lexicons.ts'
import type { FoldedSpan } from './find-slots.ts'
import type { FoldedText } from './fold-text.ts'

/** What a text says of a lexicon. */
export interface Finding {
  /** Stretches of the original text in UTF-16 units, ordered, each once; none: it was not said. */
  readonly hits: readonly { readonly from: number; readonly to: number }[]
  /** Entries with a place that counts, whether or not the whole lexicon was said; `variant` 0 is the phrase itself. */
  readonly seen: readonly { readonly ask: Ask; readonly variant: number; readonly way: Needle['way'] }[]
  /** Entries of which a place was denied and therefore does not count. */
  readonly denied: readonly Ask[]
  /** Exceptions inside which a place was that therefore does not count. */
  readonly excused: readonly Ask[]
  /** Whether `regex` found a place that counts, and `except-regex` took one away; told by a thorough examination alone. */
  readonly pattern: boolean
  readonly exceptPattern: boolean
}

/** What the text gives to judge by. */
interface Given {
  readonly source: string
  readonly folded: FoldedText
  readonly narrow: string
  spansOf(number: number, needle: Needle): readonly FoldedSpan[]
}

/** A place in the original text and in the folded one. */
interface Place {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

/** A phrase of an ask, with the places found in one way. */
interface LocatedPhrase {
  readonly variant: number
  readonly way: Needle['way']
  readonly places: readonly Place[]
}

type Hole = { readonly from: number; readonly to: number; readonly ask?: Ask }

const RANK: Readonly<Record<Needle['way'], number>> = { exact: 0, sound: 1, similar: 2 }
/** Each search for a pattern is linear and their number is bounded, so the whole is linear too. */
const MOST_PATTERN_HITS = 50

/**
 * Semantics §19: every key given must hold. Places inside exceptions and, where asked, denied ones do not count, except
 * for `none`. Of a phrase exact places are preferred to those that sound like it, and these to similar ones. A thorough
 * judgement looks for `regex` even where the lexicon is not said without it.
 */
export function judgeLexicon(
  compiled: CompiledLexicon,
  given: Given,
  sightings: readonly { readonly needle: number; readonly use: Use }[],
  needles: readonly Needle[],
  thorough = false,
): Finding {
  const { lexicon, asks } = compiled
  const found = locateAsks(given, sightings, needles)
  const holes: Hole[] = []
  for (const [number, phrases] of found) {
    const ask = asks[number]
    if (ask?.list !== 'except') continue
    for (const { places } of phrases) for (const { from, to } of places) holes.push({ from, to, ask })
  }
  if (compiled.exceptRegex) holes.push(...findPattern(given.narrow, compiled.exceptRegex))
  const excused = new Set<Ask>()
  const denied = new Set<Ask>()
  let exceptPattern = false
  const counts = (places: readonly Place[], of?: number): readonly Place[] =>
    places.filter((place) => {
      const inside = holes.filter(({ from, to, ask }) => {
        return from <= place.from && place.to <= to && (ask?.of === undefined || ask.of === of)
      })
      for (const { ask } of inside) {
        if (ask) excused.add(ask)
        else exceptPattern = true
      }
      if (inside.length > 0) return false
      const isDenied = compiled.isNegated?.(given.folded, place.start, place.end) === true
      const ask = of === undefined ? undefined : asks[of]
      if (isDenied && ask) denied.add(ask)
      return !isDenied
    })

  const seen: { number: number; ask: Ask; variant: number; way: Needle['way'] }[] = []
  const placesOf = new Map<number, readonly Place[]>()
  for (const [number, phrases] of found) {
    const ask = asks[number]
    if (ask === undefined || ask.list === 'except') continue
    const all: Place[] = []
    for (const { variant, way, places } of phrases) {
      const good = ask.list === 'none' ? places : counts(places, number)
      if (good.length > 0) seen.push({ number, ask, variant, way })
      all.push(...good)
    }
    if (all.length > 0) placesOf.set(number, all.sort(byPlace))
  }
  seen.sort((a, b) => a.number - b.number || a.variant - b.variant)
  let patternPlaces: readonly Place[] | undefined
  const placesOfPattern = (): readonly Place[] => {
    if (patternPlaces) return patternPlaces
    const matches = compiled.regex ? findPattern(given.narrow, compiled.regex) : []
    patternPlaces = counts(matches.map((match) => toPlace(match, given.folded, compiled.isNegated !== undefined)))
    return patternPlaces
  }
  const finish = (hits: readonly Hole[] | undefined): Finding => ({
    hits: hits ? orderHits(hits) : [],
    seen,
    pattern: thorough && placesOfPattern().length > 0,
    denied: [...denied],
    excused: [...excused],
    exceptPattern,
  })

  /** The places of the asks of a list that have any. */
  const of = (list: Ask['list']): (readonly Place[])[] =>
    [...placesOf].flatMap(([number, places]) => (asks[number]?.list === list ? [places] : []))
  const hits: { from: number; to: number }[] = []
  if (lexicon.any.length > 0) {
    const places = of('any').flat()
    if (places.length === 0) return finish(undefined)
    hits.push(...places)
  }
  for (const number of compiled.all) {
    const places = placesOf.get(number)
    if (places === undefined) return finish(undefined)
    hits.push(...places)
  }
  if (lexicon.atLeast) {
    const said = of('at-least')
    if (said.length < lexicon.atLeast.count) return finish(undefined)
    hits.push(...said.flat())
  }
  if (lexicon.inOrder) {
    const inOrder = compiled.inOrder.map((number) => placesOf.get(number))
    const chains = findChains(inOrder, lexicon.inOrder.gap, given.folded.text)
    if (chains.length === 0) return finish(undefined)
    hits.push(...chains)
  }
  if (lexicon.regex !== undefined) {
    const places = placesOfPattern()
    if (places.length === 0) return finish(undefined)
    hits.push(...places)
  }
  if (of('none').length > 0) return finish(undefined)
  return finish(compiled.isPositive ? hits : [{ from: 0, to: given.source.length }])
}

/** The places of each phrase of each ask, found in the best way that finds any. */
function locateAsks(
  given: Given,
  sightings: readonly { readonly needle: number; readonly use: Use }[],
  needles: readonly Needle[],
): Map<number, LocatedPhrase[]> {
  const found = new Map<number, LocatedPhrase[]>()
  const ordered = sightings
    .map(({ needle, use }) => ({ number: needle, needle: needles[needle], use }))
    .sort((a, b) => RANK[a.needle?.way ?? 'exact'] - RANK[b.needle?.way ?? 'exact'])
  for (const { number, needle, use } of ordered) {
    if (needle === undefined) continue
    const phrases = found.get(use.ask)
    if (phrases?.some(({ variant }) => variant === use.variant) === true) continue
    const spans = given.spansOf(number, needle)
    if (spans.length === 0) continue
    const { folded } = given
    const places = spans.map(({ from, to }): Place => {
      return { from: folded.from[from] ?? 0, to: folded.to[to - 1] ?? given.source.length, start: from, end: to }
    })
    const located = { variant: use.variant, way: needle.way, places }
    if (phrases) phrases.push(located)
    else found.set(use.ask, [located])
  }
  return found
}

/**
 * Stretches in which places of all entries stand one behind the other, at most `gap` code points apart; those of one last
 * place are joined to the nearest first. Linear: of the places reached only the last one before a place matters.
 */
function findChains(
  entries: readonly (readonly Place[] | undefined)[],
  gap: number | undefined,
  text: string,
): Place[] {
  let reached: readonly Place[] = entries[0] ?? []
  for (const places of entries.slice(1)) {
    const ends = [...reached].sort((a, b) => a.end - b.end || a.start - b.start)
    const next: Place[] = []
    let at = 0
    let best: Place | undefined
    for (const place of places ?? []) {
      for (; at < ends.length && (ends[at]?.end ?? 0) <= place.start; at++) best = ends[at]
      if (best === undefined || (gap !== undefined && pointsIn(text, best.end, place.start, gap) > gap)) continue
      next.push({ from: best.from, start: best.start, to: place.to, end: place.end })
    }
    reached = next
  }
  return [...reached]
}

function pointsIn(text: string, from: number, to: number, most: number): number {
  if (to - from > 2 * most) return most + 1
  let points = 0
  for (let at = from; at < to; at++) if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00) points++
  return points
}

function findPattern(text: string, regex: RE2JS): Hole[] {
  if (!regex.test(text)) return []
  const hits: Hole[] = []
  const matcher = regex.matcher(text)
  for (let tries = 0; tries < MOST_PATTERN_HITS && matcher.find(); tries++) {
    if (matcher.end() > matcher.start()) hits.push({ from: matcher.start(), to: matcher.end() })
  }
  return hits
}

/** The folded place of a match, which only negation asks for. */
function toPlace({ from, to }: Hole, folded: FoldedText, isNeeded: boolean): Place {
  if (!isNeeded) return { from, to, start: 0, end: 0 }
  const firstFrom = (least: number): number => {
    let [low, high] = [0, folded.from.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((folded.from[middle] ?? 0) < least) low = middle + 1
      else high = middle
    }
    return low
  }
  return { from, to, start: firstFrom(from), end: firstFrom(to) }
}

function byPlace(a: Place, b: Place): number {
  return a.start - b.start || a.end - b.end
}

function orderHits(hits: readonly Hole[]): { from: number; to: number }[] {
  const ordered = hits.map(({ from, to }) => ({ from, to })).sort((a, b) => a.from - b.from || a.to - b.to)
  return ordered.filter((hit, i) => hit.from !== ordered[i - 1]?.from || hit.to !== ordered[i - 1]?.to)
}
