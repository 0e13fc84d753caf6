import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPlainBlockDp } from '../../bench/baselines/plain-block-dp.ts'
import { createPlainSearch } from '../../bench/baselines/plain-search.ts'
import { createHardCases, createHardNets } from '../../bench/hard-cases.ts'
import { type ActivityAligner, createActivityAligner } from '../../src/conformance/align-activities.ts'
import { alignVariants } from '../../src/conformance/align-variants.ts'
import type { Move } from '../../src/conformance/alignment.ts'
import { createFlowSystem } from '../../src/flow/flow-system.ts'
import type { PetriNet } from '../../src/model/petri-net.ts'
import { createPetriSystem } from '../../src/flow/petri-system.ts'
import { recogniseBlocks } from '../../src/flow/recognise-blocks.ts'
import type { TransitionSystem } from '../../src/flow/transition-system.ts'
import { hasConformanceData, openSound, readRandomModels, toWord } from '../support/conformance-data.ts'
import { arbitraryNet, arbitraryTree, naiveCost, netOfTree } from '../support/petri-nets.ts'

const RUNS = Number(process.env['RUNS'] ?? 1000)
const LABELS = 3

const words = fc.array(fc.integer({ min: -1, max: LABELS - 1 }), { maxLength: 6 })
const cost = fc.integer({ min: 1, max: 3 })
const costs = fc.record({
  model: fc.array(cost, { minLength: LABELS, maxLength: LABELS }),
  log: fc.array(cost, { minLength: LABELS, maxLength: LABELS }),
  unknown: cost,
})
const free = { model: [0, 0, 0], log: [9, 9, 9], unknown: 9 }

/** The moves replay on the net, project to the word, and cost what is said. */
function checkMoves(net: PetriNet, aligner: ActivityAligner, word: readonly number[], of: typeof free): void {
  const found = aligner.align(word)
  if (!found.optimal) throw new Error('no optimum')
  const moves = found.moves()
  const events: number[] = []
  const run: number[] = []
  let sum = 0
  for (const move of moves) {
    if (move.type === 'sync') expect(word[move.event]).toBe(move.label)
    if (move.type === 'sync' || move.type === 'log') events.push(move.event)
    if (move.type === 'sync' || move.type === 'model') run.push(move.label)
    if (move.type === 'model') sum += of.model[move.label] ?? NaN
    if (move.type === 'log') sum += of.log[word[move.event] ?? -1] ?? of.unknown
  }
  expect(events).toEqual(word.map((_, at) => at))
  expect(sum).toBe(found.cost)
  // Only a word of the net can be aligned with nothing left out on either side.
  expect(naiveCost(net, run, { model: [100, 100, 100], log: [100, 100, 100], unknown: 100 })).toBe(0)
}

/** Sequences of moves of exactly the cost, in canonical order, by trying all; undefined: more than `most`. */
function everySequence(
  system: TransitionSystem,
  word: readonly number[],
  cost: number,
  most: number,
): readonly (readonly string[])[] | undefined {
  const found = new Map<string, readonly Step[]>()
  let tries = 0
  const go = (marking: number, at: number, left: number, steps: readonly Step[]): void => {
    if (found.size > most || ++tries > 50_000) return
    if (at === word.length && left === 0 && system.accepts(marking)) found.set(JSON.stringify(steps), steps)
    const { labels, targets } = system.successors(marking)
    labels.forEach((label, index) => {
      const target = targets[index] ?? -1
      if (label === word[at]) go(target, at + 1, left, [...steps, [0, label, at]])
      if (left > 0) go(target, at, left - 1, [...steps, [2, label, at]])
    })
    if (left > 0 && at < word.length) go(marking, at + 1, left - 1, [...steps, [1, 0, at]])
  }
  go(system.initial, 0, cost, [])
  if (found.size > most || tries > 50_000) return undefined
  // The end comes after all that could go on.
  const compare = (a: readonly Step[], b: readonly Step[]): number => {
    for (let at = 0; at < Math.min(a.length, b.length); at++) {
      for (let part = 0; part < 2; part++) {
        const order = (a[at]?.[part] ?? 0) - (b[at]?.[part] ?? 0)
        if (order !== 0) return order
      }
    }
    return b.length - a.length
  }
  const show = ([kind, label, at]: Step): string =>
    kind === 0 ? `sync ${label} ${at}` : kind === 1 ? `log ${at}` : `model ${label}`
  return [...found.values()].sort(compare).map((steps) => steps.map(show))
}

/** Kind (sync, log, model), label, event. */
type Step = readonly [kind: number, label: number, event: number]

function showMove(move: Move): string {
  if (move.type === 'model') return `model ${move.label}`
  return move.type === 'sync' ? `sync ${move.label} ${move.event}` : `log ${move.event}`
}

function summary(aligner: ActivityAligner, word: readonly number[]): unknown {
  const found = aligner.align(word)
  if (!found.optimal) return { optimal: false, lower: found.lower, upper: found.upper, expanded: found.expanded }
  return { optimal: true, cost: found.cost, expanded: found.expanded, moves: found.moves().map(showMove) }
}

describe('alignment with nets', { timeout: 60_000 }, () => {
  it('costs what plain token play finds: weights, several tokens, duplicates, silent cycles, any costs', () => {
    const met = { ends: 0, never: 0, weighted: 0 }
    let gaveUp = 0
    fc.assert(
      fc.property(
        arbitraryNet({ places: 4, transitions: 6, labels: LABELS, most: 2 }),
        words,
        costs,
        (net, word, of) => {
          const expected = naiveCost(net, word, of, 4000)
          if (expected === undefined) return
          const aligner = createActivityAligner(
            { activities: LABELS, system: () => createPetriSystem(net) },
            { costs: of, budget: 20_000 },
          )
          if (expected === Infinity) {
            met.never++
            expect(aligner.emptyRunCost).not.toBeLessThan(Infinity)
            expect(aligner.align(word).optimal).toBe(false)
            return
          }
          met.ends++
          if (net.transitions.some(({ consume }) => consume.some(({ count }) => count > 1))) met.weighted++
          const found = aligner.align(word)
          if (!found.optimal) {
            // Silent moves that fill a place without end: what is given up says so, and its bounds hold.
            gaveUp++
            expect(found.lower).toBeLessThanOrEqual(expected)
            expect(found.upper).toBeGreaterThanOrEqual(expected)
            return
          }
          expect(found.cost).toBe(expected)
          checkMoves(net, aligner, word, of)
        },
      ),
      { numRuns: RUNS },
    )
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(RUNS / 20)
    expect(gaveUp).toBeLessThan(RUNS / 20)
  })

  it('costs the same by blocks, by the net, by plain token play and by two plain programs', () => {
    fc.assert(
      fc.property(arbitraryTree(LABELS), words, (tree, word) => {
        const net = netOfTree(tree)
        const ones = { model: [1, 1, 1], log: [1, 1, 1], unknown: 1 }
        const expected = naiveCost(net, word, ones, 50_000)
        if (expected === undefined) return
        const block = recogniseBlocks(net)
        if (block === undefined) throw new Error('not recognised')
        const system = createPetriSystem(net)
        for (const model of [{ block }, { system: () => system }, { block, system: () => system }, { block: tree }]) {
          const aligner = createActivityAligner({ activities: LABELS, ...model })
          expect(aligner.align(word)).toMatchObject({ optimal: true, cost: expected })
          checkMoves(net, aligner, word, ones)
        }
        expect(createPlainSearch(system)(word)).toMatchObject({ cost: expected })
        const byBlocks = createPlainBlockDp(block)
        if (byBlocks !== undefined) expect(byBlocks(word)).toBe(expected)
      }),
      { numRuns: RUNS / 5 },
    )
  })

  it('gives bounds that hold where the budget runs out', () => {
    fc.assert(
      fc.property(arbitraryNet({ places: 4, transitions: 6, labels: LABELS, most: 2 }), words, (net, word) => {
        const ones = { model: [1, 1, 1], log: [1, 1, 1], unknown: 1 }
        const expected = naiveCost(net, word, ones, 4000)
        if (expected === undefined) return
        const found = createActivityAligner(
          { activities: LABELS, system: () => createPetriSystem(net, { closure: 2000 }) },
          { budget: 3 },
        ).align(word)
        if (found.optimal) expect(found.cost).toBe(expected)
        else {
          expect(found.lower).toBeLessThanOrEqual(expected)
          expect(found.upper).toBeGreaterThanOrEqual(expected)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('claims nothing where the system gave up, and says what bounds are left', () => {
    const tokens = (place: number, count = 1) => ({ place, count })
    // Silent moves fill the second place by twos; ten of its tokens and the first are the end.
    const net: PetriNet = {
      places: 2,
      placeNames: ['p', 'q'],
      transitions: [
        { consume: [tokens(0)], produce: [tokens(0), tokens(1, 2)] },
        { label: 0, consume: [tokens(0)], produce: [tokens(0)] },
      ],
      initial: [tokens(0)],
      finals: [[tokens(0), tokens(1, 10)]],
    }
    const few = createActivityAligner({ activities: 1, system: () => createPetriSystem(net, { closure: 4 }) })
    expect(few.align([0, 0])).toMatchObject({ optimal: false, lower: 0, upper: Infinity })
    expect(few.emptyRunCost).toBeUndefined()
    // An odd number is never reached, and that is known without filling on.
    const odd = { ...net, finals: [[tokens(0), tokens(1, 9)]] }
    const never = createActivityAligner({ activities: 1, system: () => createPetriSystem(odd, { closure: 50 }) })
    expect(never.emptyRunCost).toBe(Infinity)
    const enough = createActivityAligner({ activities: 1, system: () => createPetriSystem(net, { closure: 50 }) })
    expect(enough.align([0, 0, -1])).toMatchObject({ optimal: true, cost: 1 })
  })

  it('names the place that fills without end as the reason, where that is one', () => {
    const tokens = (place: number, count = 1) => ({ place, count })
    const fill = { label: 0, consume: [tokens(0)], produce: [tokens(0), tokens(1)] }
    const end = { label: 1, consume: [tokens(0), tokens(1, 500)], produce: [tokens(2)] }
    const net: PetriNet = {
      places: 3,
      placeNames: ['p', 'queue', 'r'],
      transitions: [fill, end],
      initial: [tokens(0)],
      finals: [[tokens(2)]],
    }
    const job = { words: Int32Array.of(0, 1), offsets: Int32Array.of(0, 2), variants: Int32Array.of(0), costs: {} }
    const { results } = alignVariants({
      ...job,
      model: { activities: 2, net },
      budget: 50,
      moves: 'all',
      allOptimal: 0,
    })
    expect(results).toMatchObject([
      { optimal: false, reason: { en: 'the net is unbounded: place `queue` can be filled without end' } },
    ])
  })

  it('costs what the plain programs find on larger cases of every family', () => {
    const most = {
      width: 4,
      length: 20,
      noise: 20,
      duplicates: 6,
      shared: 5,
      orders: 6,
      lattice: 4,
      loops: 3,
      wide: 42,
    }
    const cases = [
      ...createHardCases().map((one) => ({ ...one, system: () => createFlowSystem(one.block) })),
      ...createHardNets().map((one) => ({ ...one, block: undefined, system: () => createPetriSystem(one.net) })),
    ]
    for (const { family, size, block, system, activities, words: all } of cases) {
      if (size > (most[family as keyof typeof most] ?? 0)) continue
      const aligner = createActivityAligner({ activities, system, ...(block === undefined ? {} : { block }) })
      const byBlocks = block === undefined ? undefined : createPlainBlockDp(block)
      // Wide concurrency is too much for a plain search: there the plain programme over blocks is the judge.
      const search = family === 'wide' ? undefined : createPlainSearch(system())
      if (search === undefined && byBlocks === undefined) throw new Error('no second opinion')
      for (const word of all.slice(0, 10)) {
        const found = aligner.align(word)
        expect([family, size, word, found]).toMatchObject([family, size, word, { optimal: true }])
        if (!found.optimal) continue
        if (byBlocks !== undefined) expect(byBlocks(word)).toBe(found.cost)
        if (search !== undefined) expect(search(word)).toMatchObject({ cost: found.cost })
      }
    }
  })

  it('lists every optimal sequence of moves, the canonical one first, by blocks and by the net', () => {
    let several = 0
    fc.assert(
      fc.property(
        arbitraryTree(LABELS),
        fc.array(fc.integer({ min: -1, max: LABELS - 1 }), { maxLength: 4 }),
        (tree, word) => {
          const net = netOfTree(tree)
          const system = createPetriSystem(net)
          const most = 200
          for (const model of [{ block: tree }, { system: () => system }]) {
            const aligner = createActivityAligner({ activities: LABELS, ...model })
            const found = aligner.align(word)
            if (!found.optimal) throw new Error('no optimum')
            const expected = everySequence(system, word, found.cost, most)
            if (expected === undefined) return
            if (expected.length > 1) several++
            expect(aligner.allOptimal(word, most).map((moves) => moves.map(showMove))).toEqual(expected)
            expect(aligner.allOptimal(word, 2).map((moves) => moves.map(showMove))).toEqual(expected.slice(0, 2))
            expect(found.moves().map(showMove)).toEqual(expected[0])
          }
        },
      ),
      { numRuns: RUNS / 4 },
    )
    expect(several).toBeGreaterThan(RUNS / 20)
  })

  it('answers each word as a new aligner would, though an earlier one used up the room', () => {
    const tokens = (place: number, count = 1) => ({ place, count })
    // `fill` may come before the end, as often as it likes; each is a marking of its own.
    const net: PetriNet = {
      places: 3,
      placeNames: ['p', 'q', 'r'],
      transitions: [
        { label: 0, consume: [tokens(0)], produce: [tokens(0), tokens(1)] },
        { label: 1, consume: [tokens(1)], produce: [] },
        { label: 2, consume: [tokens(0)], produce: [tokens(2)] },
      ],
      initial: [tokens(0)],
      finals: [[tokens(2)]],
    }
    const create = (): ActivityAligner =>
      createActivityAligner({ activities: 3, system: () => createPetriSystem(net, { bytes: 5000 }) })
    const short = [0, 1, 2]
    const long = Array.from({ length: 40 }, () => 0)
    const half = Array.from({ length: 20 }, () => 0)
    const alone = (word: readonly number[]): unknown => summary(create(), word)
    expect(alone(long)).toMatchObject({ optimal: false })
    expect(alone(short)).toMatchObject({ optimal: true, cost: 0 })
    const aligner = create()
    for (const word of [short, long, short, half, long, half, short])
      expect(summary(aligner, word)).toEqual(alone(word))
  })

  it.skipIf(!hasConformanceData)('costs what an exhaustive search found on 150 random nets, both ways', () => {
    for (const { id, pnml, empty_cost: emptyCost, traces } of readRandomModels()) {
      const model = openSound(pnml, `random-${id}`)
      const { block, system } = model
      const activities = model.activities.length
      for (const way of [{ system: () => system }, ...(block === undefined ? [] : [{ block }])]) {
        const aligner = createActivityAligner({ activities, ...way })
        expect(aligner.emptyRunCost).toBe(emptyCost)
        for (const { trace, cost: least } of traces) {
          const found = aligner.align(toWord(model, trace))
          expect([id, trace, found.optimal && found.cost]).toEqual([id, trace, least])
        }
      }
    }
  })
})
