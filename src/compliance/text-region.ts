import type { Match, TextSpan } from '../match/matcher.ts'
import type { TextWindow } from '../model/text-window.ts'
import type { RuleContext } from './rule-kind.ts'
import type { TalkEvent } from './talk.ts'

/** Where a rule looks: stretches of the texts of events. */
export interface TextRegion {
  /** By position of the event: the stretch that belongs to the region. Events that are not here do not. */
  readonly spans: ReadonlyMap<number, TextSpan>
  /** Something that happens later may still belong to it. */
  readonly isOpen: boolean
  /** What the log lacks for telling where the region ends. */
  readonly lacks?: 'time' | 'speaker'
  /** The event it lies around. */
  readonly anchor?: number
}

type Anchored = Extract<TextWindow, { readonly kind: 'before' | 'after' | 'around' }>

/** The beginning or the end of a contact (semantics §19). */
export function edgeRegion(
  window: Extract<TextWindow, { readonly kind: 'first' | 'last' }>,
  talk: readonly TalkEvent[],
  context: RuleContext,
): TextRegion {
  const { events } = context.matcher.interaction
  const { kind, extent } = window
  const isFirst = kind === 'first'
  const inOrder = isFirst ? talk : [...talk].reverse()
  const region = new Region(context)
  if (extent.unit === 'ms') {
    const base = events[isFirst ? 0 : events.length - 1]?.time
    for (const each of inOrder) region.addTimed(each, base, extent.count)
    const isOver = isFirst && base !== undefined && context.asOf !== undefined && context.asOf > base + extent.count
    return region.finish(!context.ended && !isOver)
  }
  const turns = new Set<number>()
  let left = extent.count
  for (const each of inOrder) {
    const { whose, turn, at, length } = each
    if (whose === 'other') continue
    if (extent.unit === 'turns') {
      if (!turns.has(turn) && turns.size === extent.count) return region.finish(!isFirst && !context.ended)
      turns.add(turn)
      if (whose === 'unknown') region.lacks = 'speaker'
      else region.add(at, { from: 0, to: length })
      continue
    }
    if (left <= 0) return region.finish(!isFirst && !context.ended)
    if (whose === 'unknown') {
      region.lacks = 'speaker'
      continue
    }
    const text = events[at]?.text ?? ''
    const end = isFirst ? skipPoints(text, 0, left) : skipPointsBack(text, length, left)
    region.add(at, isFirst ? { from: 0, to: end } : { from: end, to: length })
    left -= countPoints(isFirst ? text.slice(0, end) : text.slice(end))
  }
  return region.finish(!context.ended)
}

/** What lies before, after or around one occurrence of an anchor. */
export function anchoredRegion(
  { kind, atMost }: Anchored,
  anchor: Match,
  talk: readonly TalkEvent[],
  context: RuleContext,
): TextRegion {
  const { events } = context.matcher.interaction
  const region = new Region(context, anchor.at)
  const own = talk.find(({ at }) => at === anchor.at)
  const later = talk.filter(({ at }) => at > anchor.at)
  const earlier = talk.filter(({ at }) => at < anchor.at).reverse()
  const ownText = events[anchor.at]?.text ?? ''
  if (own && kind === 'around') region.add(own.at, { from: 0, to: own.length })
  const time = events[anchor.at]?.time
  let isOver = kind === 'before'
  for (const side of kind === 'around' ? (['before', 'after'] as const) : [kind]) {
    const isAfter = side === 'after'
    const span = anchor.span
    let left = atMost?.unit === 'characters' ? atMost.count : Infinity
    if (own && span) {
      const end = isAfter ? skipPoints(ownText, span.to, left) : skipPointsBack(ownText, span.from, left)
      if (kind !== 'around') region.add(own.at, isAfter ? { from: span.to, to: end } : { from: end, to: span.from })
      left -= countPoints(isAfter ? ownText.slice(span.to, end) : ownText.slice(end, span.from))
    }
    // An act lies between two turns: what stands beside it is one turn away.
    const turn = own?.turn ?? (isAfter ? (earlier[0]?.turn ?? -1) : (later[0]?.turn ?? (earlier[0]?.turn ?? 0) + 1))
    for (const each of isAfter ? later : earlier) {
      if (atMost?.unit === 'ms') {
        region.addTimed(each, time, atMost.count)
        continue
      }
      const far = atMost?.unit === 'turns' && Math.abs(each.turn - turn) > atMost.count
      if (far || left <= 0) {
        isOver ||= isAfter
        break
      }
      const text = events[each.at]?.text ?? ''
      const end = isAfter ? skipPoints(text, 0, left) : skipPointsBack(text, each.length, left)
      region.add(each.at, isAfter ? { from: 0, to: end } : { from: end, to: each.length })
      left -= countPoints(isAfter ? text.slice(0, end) : text.slice(end))
    }
    if (isAfter && left <= 0) isOver = true
    if (isAfter && atMost?.unit === 'ms' && time !== undefined && context.asOf !== undefined) {
      isOver ||= context.asOf > time + atMost.count
    }
  }
  return region.finish(!context.ended && !isOver)
}

class Region {
  lacks: TextRegion['lacks']
  private readonly spans = new Map<number, TextSpan>()
  private readonly context: RuleContext
  private readonly anchor: number | undefined

  constructor(context: RuleContext, anchor?: number) {
    this.context = context
    this.anchor = anchor
  }

  add(at: number, span: TextSpan): void {
    this.spans.set(at, span)
  }

  /** An event at most so many milliseconds away; where a time is missing nobody knows. */
  addTimed({ at, length, whose }: TalkEvent, base: number | undefined, most: number): void {
    const time = this.context.matcher.interaction.events[at]?.time
    if (base === undefined || time === undefined) {
      if (whose !== 'other') this.lacks = 'time'
    } else if (Math.abs(time - base) <= most) this.add(at, { from: 0, to: length })
  }

  finish(isOpen: boolean): TextRegion {
    return {
      spans: this.spans,
      isOpen,
      ...(this.lacks === undefined ? {} : { lacks: this.lacks }),
      ...(this.anchor === undefined ? {} : { anchor: this.anchor }),
    }
  }
}

function countPoints(text: string): number {
  let points = 0
  for (let i = 0; i < text.length; i++) if (!isLow(text, i)) points++
  return points
}

function skipPoints(text: string, from: number, points: number): number {
  let at = from
  for (let left = points; left > 0 && at < text.length; left--) at += isLow(text, at + 1) ? 2 : 1
  return at
}

function skipPointsBack(text: string, from: number, points: number): number {
  let at = from
  for (let left = points; left > 0 && at > 0; left--) at -= isLow(text, at - 1) ? 2 : 1
  return Math.max(0, at)
}

function isLow(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00
}
