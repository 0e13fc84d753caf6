import type { Match, TextSpan } from '../match/matcher.ts'
import { phraseEngineOf } from '../match/phrase-engine-of.ts'
import type { RoleRef } from '../model/flow.ts'
import type { Lexicon } from '../model/lexicon.ts'
import type { SpeechSpec } from '../model/text-window.ts'
import { WALL } from '../text/fold-text.ts'
import type { Evidence, RuleContext } from './rule-kind.ts'
import { hasWords, listTalk, type Speaker, whoseIs } from './talk.ts'
import type { TextRegion } from './text-region.ts'

/** A place where the lexicon is said: in one event, or over several where texts are taken together. */
export interface SpokenPlace {
  readonly parts: readonly { readonly event: number; readonly span: TextSpan }[]
}

/** What a search for a lexicon found in the events of interest. */
export interface TextSearch {
  /** Events of the speaker. */
  readonly spoke: readonly number[]
  /** Of these, those that have text. */
  readonly withText: readonly number[]
  /** Events of the speaker whose text should be there and is not. */
  readonly lackText: readonly number[]
  /** Events of the speaker whose text was heard too badly to judge by. */
  readonly unclear: readonly number[]
  /** Talk of somebody of whom the log does not tell whether he is the speaker. */
  readonly unknownTalk: readonly number[]
  readonly places: readonly SpokenPlace[]
  /** Places in unclear text, and in talk of nobody knows whom. */
  readonly unclearPlaces: readonly SpokenPlace[]
  readonly strayPlaces: readonly SpokenPlace[]
}

/**
 * Searches the events of a step (`on`), or of the whole interaction, for what the rule's speaker said. Of the events of a
 * step each should have text; elsewhere only turns of talk must (`speech`), since acts often have none.
 */
export function searchText(
  { lexicon, together }: SpeechSpec,
  speaker: readonly RoleRef[],
  on: readonly Match[] | undefined,
  context: RuleContext,
): TextSearch {
  const { events } = context.matcher.interaction
  const positions = on === undefined ? events.keys() : on.map(({ at }) => at)
  const spoke: number[] = []
  const withText: number[] = []
  const lackText: number[] = []
  const unclear: number[] = []
  const unknownTalk: number[] = []
  for (const at of positions) {
    const event = events[at]
    const whose: Speaker = whoseIs(at, speaker, context)
    if (event === undefined || whose === 'other') continue
    const heard = hasWords(event.text)
    if (whose === 'unknown') {
      if (heard || event.speech) unknownTalk.push(at)
      continue
    }
    spoke.push(at)
    if (!heard) {
      if (on !== undefined || event.speech) lackText.push(at)
    } else if (isUnclear(at, lexicon, context)) unclear.push(at)
    else withText.push(at)
  }
  const apart = (list: readonly number[]): SpokenPlace[] => list.flatMap((at) => placesIn([at], lexicon, context))
  const groups = together === undefined ? undefined : group(together, speaker, withText, context)
  return {
    spoke,
    withText,
    lackText,
    unclear,
    unknownTalk,
    places: groups === undefined ? apart(withText) : groups.flatMap((each) => placesIn(each, lexicon, context)),
    unclearPlaces: apart(unclear),
    strayPlaces: apart(unknownTalk),
  }
}

/** Whether a place lies in a region, all of it. */
export function isInside({ parts }: SpokenPlace, region: TextRegion): boolean {
  return parts.every(({ event, span }) => {
    const allowed = region.spans.get(event)
    return allowed !== undefined && allowed.from <= span.from && span.to <= allowed.to
  })
}

export function evidenceOf(places: readonly SpokenPlace[]): Evidence[] {
  return places.flatMap(({ parts }) => parts)
}

/** The first place of each event: enough to show that something was said. */
export function firstOfEach(places: readonly SpokenPlace[]): SpokenPlace[] {
  const events = places.map(({ parts }) => parts[0]?.event)
  return places.filter((_, i) => events.indexOf(events[i]) === i)
}

/** How often a lexicon is said: places that overlap are one; of a lexicon that asks for several things, texts that say it. */
export function countPlaces(places: readonly SpokenPlace[], lexicon: Lexicon): number {
  const { all, atLeast, inOrder, any, template, regex } = lexicon
  const asked = [any.length > 0, template !== undefined, regex !== undefined].filter(Boolean).length
  const isSimple = asked === 1 && all.length === 0 && !atLeast && !inOrder
  let count = 0
  let lastEvent = -1
  let lastTo = -1
  for (const { parts } of places) {
    const [first] = parts
    const end = parts.at(-1)
    if (!first || !end) continue
    const isNew = isSimple ? first.event > lastEvent || first.span.from >= lastTo : first.event > lastEvent
    if (isNew) count++
    if (end.event > lastEvent) lastTo = end.span.to
    else lastTo = Math.max(lastTo, end.span.to)
    lastEvent = Math.max(lastEvent, end.event)
  }
  return count
}

function isUnclear(at: number, { confidence }: Lexicon, context: RuleContext): boolean {
  if (confidence === undefined) return false
  const value = context.matcher.interaction.events[at]?.attributes[confidence.attribute]
  return typeof value === 'number' && value < confidence.floor
}

/** Events whose texts are one text. */
function group(
  together: 'turn' | 'contact',
  speaker: readonly RoleRef[],
  withText: readonly number[],
  context: RuleContext,
): number[][] {
  const wanted = new Set(withText)
  const byTurn = new Map<number, number[]>()
  for (const { at, turn } of listTalk(speaker, context)) {
    if (!wanted.has(at)) continue
    const list = byTurn.get(turn)
    if (list) list.push(at)
    else byTurn.set(turn, [at])
  }
  if (together === 'turn') return [...byTurn.values()]
  return withText.length > 0 ? [[...withText]] : []
}

/** The places of a lexicon in the texts of events, read as one text with a wall between them. */
function placesIn(group: readonly number[], lexicon: Lexicon, context: RuleContext): SpokenPlace[] {
  const [only] = group
  if (only === undefined) return []
  if (group.length === 1) {
    const hits = context.matcher.hear(only)?.find(lexicon) ?? []
    return hits.map((span) => ({ parts: [{ event: only, span }] }))
  }
  const { interaction, map } = context.matcher
  const texts = group.map((at) => interaction.events[at]?.text ?? '')
  const hits = phraseEngineOf(map).read(texts.join(WALL)).find(lexicon)
  return hits.map((hit) => {
    const parts: { event: number; span: TextSpan }[] = []
    let start = 0
    for (const [i, text] of texts.entries()) {
      const from = Math.max(hit.from, start) - start
      const to = Math.min(hit.to, start + text.length) - start
      if (from < to) parts.push({ event: group[i] ?? 0, span: { from, to } })
      start += text.length + 1
    }
    return { parts }
  })
}
