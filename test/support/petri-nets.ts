import * as fc from 'fast-check'
import type { Block } from '../../src/flow/effective-flow.ts'
import type { Net } from '../../src/flow/net.ts'
import type { PetriNet, PetriTransition, Tokens } from '../../src/model/petri-net.ts'
import { letter } from './block-language.ts'

/** A 1-safe net without resets as a place/transition net. */
export function petriOf(net: Net): PetriNet {
  if (net.transitions.some(({ reset }) => reset.length > 0)) throw new Error('a net with resets')
  const one = (places: readonly number[]): Tokens[] => places.map((place) => ({ place, count: 1 }))
  return {
    places: net.places,
    placeNames: Array.from({ length: net.places }, (_, place) => `p${place}`),
    transitions: net.transitions.map(({ label, consume, produce }) => ({
      ...(label === undefined ? {} : { label }),
      consume: one(consume),
      produce: one(produce),
    })),
    initial: one(net.initial),
    finals: [one(net.final)],
  }
}

/**
 * A block tree as tools convert process trees: a silent split and join around concurrency, a silent way into each loop
 * and out of it, a silent transition for what may be skipped.
 */
export function netOfTree(root: Block): PetriNet {
  const transitions: PetriTransition[] = []
  let places = 2
  const arc = (from: readonly number[], to: readonly number[], label?: number): void => {
    const count = (place: number): Tokens => ({ place, count: 1 })
    const labelled = label === undefined ? {} : { label }
    transitions.push({ ...labelled, consume: from.map(count), produce: to.map(count) })
  }
  const compile = (block: Block, from: number, to: number): void => {
    switch (block.kind) {
      case 'label':
        return arc([from], [to], block.label)
      case 'sequence': {
        if (block.children.length === 0) return arc([from], [to])
        let at = from
        block.children.forEach((child, index) => {
          const next = index === block.children.length - 1 ? to : places++
          compile(child, at, next)
          at = next
        })
        return
      }
      case 'choice':
        return block.children.forEach((child) => compile(child, from, to))
      case 'optional':
        arc([from], [to])
        return compile(block.child, from, to)
      case 'parallel': {
        const parts = block.children.map((child) => ({ child, start: places++, end: places++ }))
        arc(
          [from],
          parts.map(({ start }) => start),
        )
        parts.forEach(({ child, start, end }) => compile(child, start, end))
        return arc(
          parts.map(({ end }) => end),
          [to],
        )
      }
      case 'repeat': {
        const [start, end] = [places++, places++]
        arc([from], [start])
        compile(block.do, start, end)
        compile(block.redo, end, start)
        return arc([end], [to])
      }
      default:
        throw new Error(`no ${block.kind} in a process tree`)
    }
  }
  compile(root, 0, 1)
  const placeNames = Array.from({ length: places }, (_, place) => `p${place}`)
  return {
    places,
    placeNames,
    transitions,
    initial: [{ place: 0, count: 1 }],
    finals: [[{ place: 1, count: 1 }]],
  }
}

/** Fires one transition on a plain marking, by the definition; undefined if it is not enabled. */
export function fire(marking: readonly number[], { consume, produce }: PetriTransition): number[] | undefined {
  if (consume.some(({ place, count }) => (marking[place] ?? 0) < count)) return undefined
  const next = [...marking]
  for (const { place, count } of consume) next[place]! -= count
  for (const { place, count } of produce) next[place]! += count
  return next
}

export function markingOf({ places }: PetriNet, tokens: readonly Tokens[]): number[] {
  const marking = Array.from({ length: places }, () => 0)
  for (const { place, count } of tokens) marking[place]! += count
  return marking
}

/**
 * The complete words of a net up to a length by plain token play, nothing contracted or left out; undefined when more
 * markings are met than `limit`.
 */
export function wordsOfNet(net: PetriNet, most: number, limit = 20_000): Set<string> | undefined {
  const finals = new Set(net.finals.map((final) => markingOf(net, final).join()))
  const words = new Set<string>()
  const start = markingOf(net, net.initial)
  const seen = new Set([`|${start.join()}`])
  const queue = [{ word: '', marking: start }]
  for (const { word, marking } of queue) {
    if (finals.has(marking.join())) words.add(word)
    for (const transition of net.transitions) {
      const longer = transition.label === undefined ? word : word + letter(transition.label)
      if (longer.length > most) continue
      const next = fire(marking, transition)
      if (next === undefined) continue
      const key = `${longer}|${next.join()}`
      if (seen.has(key)) continue
      if (seen.size >= limit) return undefined
      seen.add(key)
      queue.push({ word: longer, marking: next })
    }
  }
  return words
}

/** Process trees: silent leaves, duplicate labels among `labels`, loops with any redo. */
export function arbitraryTree(labels: number, depth = 3): fc.Arbitrary<Block> {
  const { tree } = fc.letrec<{ tree: Block; leaf: Block }>((tie) => ({
    leaf: fc.oneof(
      { weight: 5, arbitrary: fc.nat(labels - 1).map((label): Block => ({ kind: 'label', label })) },
      { weight: 1, arbitrary: fc.constant<Block>({ kind: 'sequence', children: [] }) },
    ),
    tree: fc.oneof(
      { maxDepth: depth, depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.record({
        kind: fc.constantFrom('sequence' as const, 'choice' as const, 'parallel' as const),
        children: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('optional' as const), child: tie('tree') }),
      fc.record({ kind: fc.constant('repeat' as const), do: tie('tree'), redo: tie('tree') }),
    ),
  }))
  return tree
}

interface NetLimits {
  readonly places: number
  readonly transitions: number
  readonly labels: number
  /** Greatest weight and count of tokens; 1 for nets without weights. */
  readonly most: number
}

/** Arbitrary small nets, sound or not: silent cycles, duplicates, weights, several tokens, several final markings. */
export function arbitraryNet({ places, transitions, labels, most }: NetLimits): fc.Arbitrary<PetriNet> {
  const tokens = (least: number): fc.Arbitrary<Tokens[]> =>
    fc.uniqueArray(fc.record({ place: fc.nat(places - 1), count: fc.integer({ min: 1, max: most }) }), {
      selector: ({ place }) => place,
      minLength: least,
      maxLength: 2,
    })
  const ordered = (least: number): fc.Arbitrary<Tokens[]> =>
    tokens(least).map((list) => list.sort((a, b) => a.place - b.place))
  return fc.record({
    places: fc.constant(places),
    placeNames: fc.constant(Array.from({ length: places }, (_, place) => `p${place}`)),
    transitions: fc.array(
      fc
        .record({ label: fc.option(fc.nat(labels - 1), { nil: undefined }), consume: ordered(1), produce: ordered(0) })
        .map(({ label, ...arcs }) => (label === undefined ? arcs : { label, ...arcs })),
      { minLength: 1, maxLength: transitions },
    ),
    initial: ordered(1),
    finals: fc.array(ordered(0), { minLength: 1, maxLength: 2 }),
  })
}

export interface NaiveCosts {
  readonly model: readonly number[]
  readonly log: readonly number[]
  readonly unknown: number
}

/**
 * The least cost of aligning a word with a net by plain token play: cheapest first over (marking, position), each
 * transition fired by the definition, silent ones for nothing. Infinity: the end cannot be reached; undefined: more
 * states than `limit`.
 */
export function naiveCost(
  net: PetriNet,
  word: readonly number[],
  costs: NaiveCosts,
  limit = 20_000,
): number | undefined {
  const finals = new Set(net.finals.map((final) => markingOf(net, final).join()))
  const best = new Map<string, number>()
  const buckets: { marking: readonly number[]; position: number; key: string }[][] = []
  const reach = (marking: readonly number[], position: number, cost: number): void => {
    const key = `${marking.join()}@${position}`
    if ((best.get(key) ?? Infinity) <= cost) return
    best.set(key, cost)
    ;(buckets[cost] ??= []).push({ marking, position, key })
  }
  reach(markingOf(net, net.initial), 0, 0)
  for (let cost = 0; cost < buckets.length; cost++) {
    for (const { marking, position, key } of buckets[cost] ?? []) {
      if (best.get(key) !== cost) continue
      if (best.size > limit) return undefined
      const event = word[position]
      if (event === undefined && finals.has(marking.join())) return cost
      if (event !== undefined) reach(marking, position + 1, cost + (costs.log[event] ?? costs.unknown))
      for (const transition of net.transitions) {
        const next = fire(marking, transition)
        if (next === undefined) continue
        const { label } = transition
        if (label === undefined) reach(next, position, cost)
        else {
          if (label === event) reach(next, position + 1, cost)
          reach(next, position, cost + (costs.model[label] ?? 1))
        }
      }
    }
  }
  return Infinity
}
