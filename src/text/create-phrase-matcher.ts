import { RE2JS } from 're2js'
import type { Lexicon } from '../model/map.ts'
import { findPhrase, type FoldedSpan, MOST_HITS } from './find-phrase.ts'
import { findSimilar } from './find-similar.ts'
import { type FoldedText, foldText, narrowText } from './fold-text.ts'
import { parsePhrase, type Phrase } from './phrase.ts'

/** A stretch of the original text in UTF-16 units; `to` is exclusive. */
interface TextHit {
  readonly from: number
  readonly to: number
}

/** Finds a lexicon in a text (or a folded one, to fold once for several lexicons). No hits: it was not said. */
export type PhraseMatcher = (text: string | FoldedText) => readonly TextHit[]

/**
 * Compiles a lexicon. A text says it when every key given is met: `any` (one phrase at least), `all` (each phrase),
 * `template` and `regex` are found, no phrase of `none` is. Hits inside a place of an `except` phrase do not count.
 * `similar` is for `any`, `all` and `template`; `none` and `except` are exact. `regex` (RE2) runs on the text with
 * full-width ASCII narrowed. Hits are ordered and without repetitions; a lexicon of `none` alone hits the whole text.
 */
export function createPhraseMatcher(lexicon: Lexicon): PhraseMatcher {
  const any = lexicon.any.map(parsePhrase)
  const all = lexicon.all.map(parsePhrase)
  const none = lexicon.none.map(parsePhrase)
  const except = lexicon.except.map(parsePhrase)
  const template = lexicon.template === undefined ? undefined : parsePhrase(lexicon.template)
  const regex = lexicon.regex === undefined ? undefined : compile(lexicon.regex)

  return (text) => {
    const folded = typeof text === 'string' ? foldText(text) : text
    const excepted = except.flatMap((phrase) => findPhrase(folded, phrase).map((span) => toHit(folded, span)))
    const counts = (hits: readonly TextHit[]): TextHit[] =>
      hits.filter((hit) => !excepted.some((hole) => hole.from <= hit.from && hit.to <= hole.to))
    const find = (phrase: Phrase): TextHit[] => counts(findHits(folded, phrase, lexicon.similar))

    const hits: TextHit[] = []
    if (any.length > 0) {
      const found = any.flatMap(find)
      if (found.length === 0) return []
      hits.push(...found)
    }
    for (const phrase of template === undefined ? all : [...all, template]) {
      const found = find(phrase)
      if (found.length === 0) return []
      hits.push(...found)
    }
    if (lexicon.regex !== undefined) {
      const found = regex === undefined ? [] : counts(findPattern(folded.source, regex))
      if (found.length === 0) return []
      hits.push(...found)
    }
    if (none.some((phrase) => findPhrase(folded, phrase).length > 0)) return []
    const asks = any.length + all.length > 0 || template !== undefined || lexicon.regex !== undefined
    return asks ? order(hits) : [{ from: 0, to: folded.source.length }]
  }
}

function findHits(folded: FoldedText, phrase: Phrase, similar: number | undefined): TextHit[] {
  const exact = findPhrase(folded, phrase)
  if (similar === undefined || exact.length > 0) return exact.map((span) => toHit(folded, span))
  const hit = findSimilar(folded, phrase, similar)
  if (hit === undefined) return []
  const points = [...folded.text]
  const from = points.slice(0, hit.from).join('').length
  return [toHit(folded, { from, to: from + points.slice(hit.from, hit.to).join('').length })]
}

function toHit(folded: FoldedText, span: FoldedSpan): TextHit {
  return { from: folded.from[span.from] ?? 0, to: folded.to[span.to - 1] ?? folded.source.length }
}

function compile(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern)
  } catch {
    // `checkPattern` refuses it when the map is loaded; here it finds nothing.
    return undefined
  }
}

/** Each search is linear and their number is bounded, so the whole is linear too. Empty matches say nothing. */
function findPattern(source: string, regex: RE2JS): TextHit[] {
  const text = narrowText(source)
  if (!regex.test(text)) return []
  const hits: TextHit[] = []
  const matcher = regex.matcher(text)
  for (let tries = 0; tries < MOST_HITS && matcher.find(); tries++) {
    if (matcher.end() > matcher.start()) hits.push({ from: matcher.start(), to: matcher.end() })
  }
  return hits
}

function order(hits: TextHit[]): TextHit[] {
  hits.sort((a, b) => a.from - b.from || a.to - b.to)
  return hits.filter((hit, i) => hit.from !== hits[i - 1]?.from || hit.to !== hits[i - 1]?.to)
}
