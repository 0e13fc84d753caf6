import type { EffectiveFlow, LabelIndex } from '../flow/effective-flow.ts'
import { isAmbient } from '../flow/is-ambient.ts'
import type { LogEvent } from '../log/event.ts'
import type { Match, Matcher } from '../match/matcher.ts'
import type { Proof } from '../model/flow.ts'

/**
 * What one event is to the alignment (semantics §7). An act is done at one moment and is at most one of its labels; no
 * labels: an unknown act. An offer is an utterance: any of its labels, in any order, or none. `ranks` is there when some
 * labels keep the order of the text (`ordered: true`): a label of lower rank may not be used after one of higher rank;
 * −1 is free.
 */
export type TraceSymbol =
  | { readonly kind: 'act'; readonly labels: readonly LabelIndex[] }
  | { readonly kind: 'offer'; readonly labels: readonly LabelIndex[]; readonly ranks?: readonly number[] }

/**
 * From when on skipping a step costs nothing (semantics §9): after `from` symbols, because of event `event`; `within` a
 * tie already once one of these symbols of it is behind.
 */
export interface Settled {
  readonly label: LabelIndex
  readonly from: number
  readonly event: number
  readonly within?: readonly number[]
}

/** Symbols of one time, two or more, whose order is free (semantics §11); `to` is exclusive. */
export interface Tie {
  readonly from: number
  readonly to: number
}

/** An interaction as a flow sees it. Positions of events are 0-based in the interaction. */
export interface LabelledTrace {
  readonly symbols: readonly TraceSymbol[]
  /** The event of each symbol. */
  readonly events: readonly number[]
  readonly settled: readonly Settled[]
  /** Events the flow does not look at. */
  readonly ambient: readonly number[]
  /** Utterances that hold nothing. */
  readonly talk: readonly number[]
  /** With `ties: any`, where there are any; in order. */
  readonly ties?: readonly Tie[]
  /** The variant: equal keys have equal alignments, events' positions aside. Never holds names of events. */
  readonly key: string
}

/**
 * Turns an interaction into symbols. An event that a decision or an interrupt accepts carries only these labels. Events
 * that nothing of the flow accepts are ambient where a pattern says so; an act that only settles a step
 * (`satisfied-by`) is ambient too, since the flow names it. With `ties: any` the order of events of one time is free.
 */
export function labelTrace(flow: EffectiveFlow, matcher: Matcher, ties: 'file' | 'any' = 'file'): LabelledTrace {
  const { events } = matcher.interaction
  const labelsOf = new Map<number, LabelIndex[]>()
  const spans = new Map<number, Map<LabelIndex, number>>()
  const triggers = new Set<number>()
  const settling = new Map<LabelIndex, readonly Match[]>()
  const settlers = new Set<number>()

  flow.labels.forEach((label, index) => {
    const proof = label.kind === 'step' ? label.step.proof : label.proof
    const ordered = isOrdered(proof)
    for (const { at, span } of matcher.matches(proof)) {
      if (label.kind === 'step') {
        if (triggers.has(at)) continue
      } else if (!triggers.has(at)) {
        triggers.add(at)
        labelsOf.delete(at)
        spans.delete(at)
      }
      append(labelsOf, at, index)
      if (!ordered || span === undefined) continue
      const starts = spans.get(at) ?? new Map<LabelIndex, number>()
      spans.set(at, starts.set(index, span.from))
    }
    if (label.kind === 'step' && label.step.satisfiedBy !== undefined) {
      const found = matcher.matches(label.step.satisfiedBy)
      if (found.length > 0) settling.set(index, found)
      found.forEach(({ at }) => settlers.add(at))
    }
  })

  const symbols: TraceSymbol[] = []
  const positions: number[] = []
  const ambient: number[] = []
  const talk: number[] = []
  events.forEach((event, at) => {
    const labels = labelsOf.get(at) ?? []
    if (labels.length === 0) {
      if (isAmbient(flow, event.event) || (!event.speech && settlers.has(at))) return void ambient.push(at)
      if (event.speech) return void talk.push(at)
    }
    positions.push(at)
    if (!event.speech) return void symbols.push({ kind: 'act', labels })
    const starts = spans.get(at)
    const ranks = starts === undefined || starts.size < 2 ? undefined : rank(labels, starts)
    symbols.push({ kind: 'offer', labels, ...(ranks === undefined ? {} : { ranks }) })
  })

  const moments = ties === 'any' ? momentsOf(events) : undefined
  const settled = [...settling]
    .map(([label, found]) => settle(label, found, positions, moments))
    .sort((a, b) => a.label - b.label)
  const tied = moments === undefined ? [] : tiesOf(positions, moments)
  const key = keyOf(symbols, settled, tied)
  return { symbols, events: positions, settled, ambient, talk, ...(tied.length === 0 ? {} : { ties: tied }), key }
}

/** For each event the first event of its moment: those of one time that stand together. No time: a moment of its own. */
function momentsOf(events: readonly LogEvent[]): number[] {
  const moments: number[] = []
  events.forEach(({ time }, at) => {
    moments.push(time !== undefined && events[at - 1]?.time === time ? (moments[at - 1] ?? at) : at)
  })
  return moments
}

function tiesOf(positions: readonly number[], moments: readonly number[]): Tie[] {
  const ties: Tie[] = []
  for (let from = 0, to = 1; from < positions.length; from = to++) {
    const moment = moments[positions[from] ?? 0]
    while (to < positions.length && moments[positions[to] ?? 0] === moment) to++
    if (to - from > 1) ties.push({ from, to })
  }
  return ties
}

/**
 * When the first of the events found settles the step. In a moment with several orders some order puts it first: what
 * takes no part itself does so from the beginning of the moment; a symbol does so once it is behind.
 */
function settle(
  label: LabelIndex,
  found: readonly Match[],
  positions: readonly number[],
  moments: readonly number[] | undefined,
): Settled {
  const first = found[0]?.at ?? 0
  const countUntil = (at: number): number => positions.filter((position) => position <= at).length
  if (moments === undefined) return { label, event: first, from: countUntil(first) }
  const moment = moments[first] ?? first
  const here = found.filter(({ at }) => moments[at] === moment)
  const aside = here.find(({ at }) => !positions.includes(at))
  if (aside !== undefined) return { label, event: aside.at, from: countUntil(moment - 1) }
  const symbols = here.map(({ at }) => positions.indexOf(at))
  const from = positions.filter((position) => (moments[position] ?? 0) <= moment).length
  const alone = from - countUntil(moment - 1) === 1
  return { label, event: first, from, ...(alone ? {} : { within: symbols }) }
}

function append(lists: Map<number, LabelIndex[]>, at: number, label: LabelIndex): void {
  const list = lists.get(at)
  if (list === undefined) lists.set(at, [label])
  else list.push(label)
}

function isOrdered(proof: Proof): boolean {
  return proof.kind === 'match' ? proof.ordered : proof.proofs.some(isOrdered)
}

/** The order of the text among the labels that keep it; equal places have equal ranks. */
function rank(labels: readonly LabelIndex[], starts: ReadonlyMap<LabelIndex, number>): number[] {
  const places = [...new Set(starts.values())].sort((a, b) => a - b)
  return labels.map((label) => {
    const start = starts.get(label)
    return start === undefined ? -1 : places.indexOf(start)
  })
}

function keyOf(symbols: readonly TraceSymbol[], settled: readonly Settled[], ties: readonly Tie[]): string {
  let key = ''
  let tie = 0
  symbols.forEach((symbol, at) => {
    if (ties[tie]?.from === at) key += '('
    key += symbol.kind === 'act' ? 'a' : 'o'
    key += symbol.labels.join()
    if (symbol.kind === 'offer' && symbol.ranks !== undefined) key += `<${symbol.ranks.join()}`
    if (ties[tie]?.to === at + 1) {
      key += ')'
      tie++
    }
  })
  for (const { label, from, within } of settled) {
    key += `s${label}@${from}`
    if (within !== undefined) key += `/${within.join()}`
  }
  return key
}
