import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignTrace, createAligner } from '../../src/conformance/align-trace.ts'
import type { Alignment, Move } from '../../src/conformance/alignment.ts'
import type { LabelledTrace, Settled, Tie, TraceSymbol } from '../../src/conformance/label-trace.ts'
import type { EffectiveFlow } from '../../src/flow/effective-flow.ts'
import { flowOfYaml } from '../support/align-flow.ts'
import { languageOf } from '../support/block-language.ts'
import {
  bestAlignment,
  compare,
  elementsOf,
  innerOf,
  logCostOf,
  type OracleResult,
} from '../support/alignment-oracle.ts'
import type { EventParts } from '../support/make-interaction.ts'
import { arbitraryShape, flowOf, sizeOf } from '../support/random-flow.ts'

const RUNS = Number(process.env['RUNS'] ?? 200)

type Optimum = Extract<Alignment, { optimal: true }>

function found(alignment: Alignment): Optimum {
  if (!alignment.optimal) throw new Error(alignment.reason.en)
  return alignment
}

/** All orders of a list. */
function ordersOf<T>(list: readonly T[]): T[][] {
  if (list.length === 0) return [[]]
  return list.flatMap((one, at) => ordersOf(list.filter((_, other) => other !== at)).map((rest) => [one, ...rest]))
}

/** All orders of the positions of a trace that change nothing but the order within the groups of the lengths given. */
function ordersWithin(groups: readonly number[]): number[][] {
  let start = 0
  return groups.reduce<number[][]>(
    (orders, length) => {
      const own = ordersOf(Array.from({ length }, (_, at) => start + at))
      start += length
      return orders.flatMap((order) => own.map((more) => [...order, ...more]))
    },
    [[]],
  )
}

/** What the alignment is compared by (semantics §11); `order` gives the events of a permuted trace their own positions. */
function rankOf(flow: EffectiveFlow, moves: readonly Move[], order?: readonly number[]): OracleResult {
  const score: [number, number, number, number] = [0, 0, 0, 0]
  for (const move of moves) {
    if (move.type === 'log') {
      score[1] += logCostOf(flow, { kind: 'act', labels: move.labels })
      if (move.labels.some((label) => flow.labels[label]!.kind === 'decision')) score[0]++
    } else if (move.type === 'model' && move.satisfiedBy !== undefined) score[3]++
    else if (move.type === 'model') {
      const label = flow.labels[move.label]!
      score[1] += label.kind === 'step' ? label.step.weight : 1
      if (label.kind === 'step' && label.step.critical) score[2]++
    }
  }
  const placed = moves.map((move) => ('event' in move ? { ...move, event: order?.[move.event] ?? move.event } : move))
  return { score, sequence: elementsOf(placed) }
}

function least(ranks: readonly OracleResult[]): OracleResult {
  return ranks.reduce((best, rank) => (compare(rank, best) < 0 ? rank : best))
}

/**
 * What holds of the optimum over all orders: it is as good as the best of them, and its moves are no later in the
 * canonical sequence (each order by itself prefers what is earlier there). They keep to one of the orders: groups follow
 * each other, acts are there once, and what an utterance shows stands together.
 */
function expectLeast(rank: OracleResult, each: readonly OracleResult[], groups: readonly number[]): void {
  expect(rank.score).toEqual(least(each).score)
  expect(compare(rank, least(each))).toBeLessThanOrEqual(0)
  const groupOf = groups.flatMap((length, group) => Array<number>(length).fill(group))
  const events = rank.sequence.flatMap(([kind, , at]) => (kind === 2 ? [] : [at]))
  const once = events.filter((at, index) => at !== events[index - 1])
  expect(once).toEqual([...new Set(once)])
  const reached = once.map((at) => groupOf[at] ?? -1)
  expect(reached).toEqual([...reached].sort((a, b) => a - b))
}

describe('an alignment where symbols tie', () => {
  const symbol = fc.record({
    kind: fc.constantFrom<('act' | 'offer')[]>('act', 'act', 'act', 'offer'),
    labels: fc.array(fc.nat(20), { maxLength: 3 }),
    ranked: fc.boolean(),
  })
  const shape = arbitraryShape({ interrupts: true, loops: true, weights: true }).filter((of) => {
    const size = sizeOf(of)
    return size > 0 && size <= 8
  })
  const groups = fc.array(fc.array(symbol, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  const settling = fc.array(fc.record({ label: fc.nat(20), group: fc.nat(3), by: fc.array(fc.nat(3)) }), {
    maxLength: 2,
  })

  const traceOf = (
    flow: EffectiveFlow,
    of: readonly (readonly { kind: 'act' | 'offer'; labels: readonly number[]; ranked: boolean }[])[],
    settles: readonly { label: number; group: number; by: readonly number[] }[],
  ): LabelledTrace => {
    const count = flow.labels.length
    const symbols = of.flat().map(({ kind, labels: drawn, ranked }): TraceSymbol => {
      const all = [...new Set(drawn.map((label) => label % count))].sort((a, b) => a - b)
      const triggers = all.filter((label) => flow.labels[label]!.kind !== 'step')
      const labels = triggers.length > 0 ? triggers : all
      if (kind === 'act' || labels.length === 0) return { kind: 'act', labels }
      const ranks = labels.map((_, index) => (index === 2 ? -1 : labels.length - index))
      return { kind, labels, ...(ranked && labels.length > 1 ? { ranks } : {}) }
    })
    const ties: Tie[] = []
    let from = 0
    const bounds = of.map(({ length }) => ({ from, to: (from += length) }))
    for (const tie of bounds) if (tie.to - tie.from > 1) ties.push(tie)
    const settled = new Map<number, Settled>()
    for (const { label: drawn, group, by } of settles) {
      const label = drawn % count
      const bound = bounds[group]
      if (bound === undefined || flow.labels[label]!.kind !== 'step') continue
      const within = [...new Set(by.map((at) => bound.from + (at % (bound.to - bound.from))))]
      const aside = within.length === 0
      const from = aside ? bound.from : bound.to
      settled.set(label, { label, from, event: 0, ...(aside || bound.to - bound.from === 1 ? {} : { within }) })
    }
    const list = [...settled.values()]
    return {
      symbols,
      events: symbols.map((_, at) => at),
      settled: list,
      ambient: [],
      talk: [],
      ties,
      key: JSON.stringify([symbols, list, ties]),
    }
  }

  /** The trace with its symbols in another order, which is then the only one. */
  const permute = ({ symbols, settled, ties: _, ...trace }: LabelledTrace, order: readonly number[]): LabelledTrace => {
    const permuted = order.map((at) => symbols[at]!)
    const fixed = settled.map(({ within, ...one }): Settled =>
      within === undefined ? one : { ...one, from: Math.min(...within.map((at) => order.indexOf(at) + 1)) },
    )
    return { ...trace, symbols: permuted, settled: fixed, key: JSON.stringify([permuted, fixed]) }
  }

  it('is the least of the alignments over all their orders, moves included', () => {
    let changed = 0
    fc.assert(
      fc.property(shape, groups, settling, (of, drawn, settles) => {
        const orders = ordersWithin(drawn.map(({ length }) => length))
        fc.pre(orders.length <= 200)
        const flow = flowOf(of)
        const trace = traceOf(flow, drawn, settles)
        const aligner = createAligner(flow)
        const each = orders.map((order) => rankOf(flow, found(aligner.align(permute(trace, order))).moves, order))
        const free = found(aligner.align(trace))
        const rank = rankOf(flow, free.moves)
        expectLeast(
          rank,
          each,
          drawn.map(({ length }) => length),
        )
        expect(free.cost).toBe(rank.score[1])
        expect(free.cost).toBeLessThanOrEqual(free.worst)
        if (each[0]!.score[1] !== free.cost) changed++

        const prefixes = orders.map((order) => aligner.prefixCost(permute(trace, order)))
        const prefix = aligner.prefixCost(trace)
        if (!prefix.optimal) throw new Error(prefix.reason.en)
        expect(prefix.cost).toBe(Math.min(...prefixes.map((one) => (one.optimal ? one.cost : Infinity))))
        expect(prefix.cost).toBeLessThanOrEqual(free.cost)
      }),
      { numRuns: RUNS },
    )
    expect(changed).toBeGreaterThan(RUNS / 20)
  })

  it('has the canonical moves of a brute-force search over the language of the blocks', () => {
    let compared = 0
    fc.assert(
      fc.property(shape, groups, settling, (of, drawn, settles) => {
        const orders = ordersWithin(drawn.map(({ length }) => length))
        fc.pre(orders.length <= 24)
        const flow = flowOf(of)
        const language = languageOf(flow.root, 5)
        fc.pre(language.full.size > 0 && language.full.size * orders.length <= 1200)
        const trace = traceOf(flow, drawn, settles)
        // Of two nested interrupts on one event, words and states may tell different ones (semantics §5).
        const isInterrupt = (label: number) => flow.labels[label]?.kind === 'interrupt'
        fc.pre(trace.symbols.every(({ labels }) => labels.filter(isInterrupt).length < 2))
        const { moves } = found(alignTrace(flow, trace))
        fc.pre(moves.filter(({ type }) => type === 'sync' || type === 'model').length <= 5)
        const inner = innerOf(flow.root)
        const each = orders.map((order) =>
          bestAlignment(flow, language, { ...permute(trace, order), events: order }, inner),
        )
        expect(elementsOf(moves)).toEqual(least(each).sequence)
        if (orders.length > 1) compared++
      }),
      { numRuns: RUNS },
    )
    expect(compared).toBeGreaterThan(RUNS / 3)
  })

  it('over more than ten of them gives bounds that hold, and the reason', () => {
    const few = fc.array(symbol, { minLength: 11, maxLength: 12 })
    fc.assert(
      fc.property(shape, few, (of, drawn) => {
        const flow = flowOf(of)
        const trace = traceOf(flow, [drawn], [])
        const bounds = alignTrace(flow, trace)
        if (bounds.optimal) throw new Error('a tie of more than ten was ordered')
        expect(bounds.reason.en).toBe(
          `${drawn.length} events have the same time, and all orders of at most 10 are compared; only bounds are known`,
        )
        expect(bounds.lower).toBeLessThanOrEqual(bounds.upper)
        // The same symbols in ties of six at most: their optimum is among the orders of all, but need not be the least.
        const ties = [
          { from: 0, to: 6 },
          { from: 6, to: drawn.length },
        ]
        const some = found(alignTrace(flow, { ...trace, ties, key: '' }))
        expect(bounds.lower).toBeLessThanOrEqual(some.cost)
        const decides = trace.symbols.some(({ labels }) => labels.some((at) => flow.labels[at]!.kind === 'decision'))
        if (!decides) expect(bounds.upper).toBeGreaterThanOrEqual(some.cost)
      }),
      { numRuns: 100 },
    )
  })
})

describe('an interaction whose events tie', () => {
  const flow = flowOfYaml(
    `
  - {id: greet, proof: {says: hello}}
  - {id: verify, weight: 2, satisfied-by: {any: [{event: known}, {event: a}]}}
  - group: {steps: [{choice: [{name: one, when: {event: picked}, steps: [{id: a}]}, {name: other, steps: [{id: b}]}]}], interrupts: [{when: {event: rung}, steps: [{id: c}], then: leave}]}
  - {id: part, proof: {any: [{says: bye}, {event: closed}]}}`,
    {
      events: { talk: '{speech: true}', hold: '{}', known: '{}' },
      catalog: 'ambient: ["hold"]',
      lexicons: 'lexicons: {hello: {any: [hello]}, bye: {any: [goodbye]}}',
    },
  )
  const event = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .constantFrom('verify', 'known', 'picked', 'a', 'b', 'c', 'rung', 'closed', 'hold', 'other')
        .map((name): EventParts => ({ event: name })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('hello', 'goodbye', 'hello and goodbye', 'rain')
        .map((text): EventParts => ({ event: 'talk', speech: true, text })),
    },
  )
  const groups = fc.array(fc.array(event, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })

  it('is aligned as the best of its orders: events that settle, decide, interrupt, talk, or are ambient', () => {
    let changed = 0
    fc.assert(
      fc.property(groups, (drawn) => {
        const events = drawn.flatMap((group, time) => group.map((one) => ({ ...one, time })))
        const orders = ordersWithin(drawn.map(({ length }) => length))
        fc.pre(orders.length <= 200)
        const each = orders.map((order) => rankOf(flow.flow, flow.align(order.map((at) => events[at]!)).moves, order))
        const free = flow.align(events, 'any')
        expectLeast(
          rankOf(flow.flow, free.moves),
          each,
          drawn.map(({ length }) => length),
        )
        if (each[0]!.score[1] !== free.cost) changed++
        // Every event is shown, acts once.
        events.forEach(({ speech }, at) => {
          const times = free.moves.filter((move) => move.type !== 'model' && move.event === at).length
          if (speech) expect(times).toBeGreaterThanOrEqual(1)
          else expect(times).toBe(1)
        })
      }),
      { numRuns: RUNS },
    )
    expect(changed).toBeGreaterThan(RUNS / 20)
  })

  const at = (time: number | undefined, ...names: string[]): EventParts[] =>
    names.map((name) => ({ event: name, ...(time === undefined ? {} : { time }) }))

  it('takes the earlier event first among equal moves', () => {
    const talk = (text: string): EventParts => ({ event: 'talk', speech: true, text, time: 1 })
    const { moves } = flow.align([talk('goodbye'), talk('hello and goodbye')], 'any')
    expect(moves.flatMap((move) => (move.type === 'sync' ? [[move.label, move.event]] : []))).toEqual([
      [0, 1],
      [7, 0],
    ])
  })

  it('has in its key which symbols tie and what settles within them', () => {
    const key = (events: EventParts[], ties?: 'any'): string => flow.label(events, ties).key
    expect(key(at(1, 'b', 'c', 'closed'))).toBe('a4a6a7')
    expect(key(at(1, 'b', 'c', 'closed'), 'any')).toBe('(a4a6a7)')
    expect(key([...at(1, 'b', 'c'), ...at(2, 'closed')], 'any')).toBe('(a4a6)a7')
    expect(key([...at(1, 'b'), ...at(1, 'c'), ...at(2, 'closed')], 'any')).toBe('(a4a6)a7')
    expect(key([...at(1, 'a', 'closed')], 'any')).toBe('(a3a7)s1@2/0')
    expect(key([...at(1, 'closed', 'known')], 'any')).toBe('a7s1@0')
    expect(key([...at(1, 'closed', 'known')])).toBe('a7s1@1')
  })

  it('ties only events that stand together and have a time', () => {
    const ties = (events: EventParts[]): readonly Tie[] | undefined => flow.label(events, 'any').ties
    expect(ties(at(undefined, 'b', 'c'))).toBeUndefined()
    expect(ties([...at(1, 'b'), ...at(2, 'c'), ...at(1, 'b')])).toBeUndefined()
    expect(ties([...at(1, 'b', 'hold'), ...at(2, 'c')])).toBeUndefined()
    expect(ties(at(1, 'b', 'hold', 'c'))).toEqual([{ from: 0, to: 2 }])
    expect(ties([...at(1, 'b', 'hold'), ...at(undefined, 'c'), ...at(1, 'b', 'c')])).toEqual([{ from: 2, to: 4 }])
  })
})
