import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPlainBlockDp } from '../../bench/baselines/plain-block-dp.ts'
import { createPlainSearch } from '../../bench/baselines/plain-search.ts'
import { createHardCases } from '../../bench/hard-cases.ts'
import { type ActivityAligner, createActivityAligner } from '../../src/conformance/align-activities.ts'
import { alignVariants } from '../../src/conformance/align-variants.ts'
import { compileNet } from '../../src/flow/compile-net.ts'
import type { PetriNet } from '../../src/flow/petri-net.ts'
import { createPetriSystem } from '../../src/flow/petri-system.ts'
import { recogniseBlocks } from '../../src/flow/recognise-blocks.ts'
import { createTransitionSystem } from '../../src/flow/transition-system.ts'
import { hasConformanceData, openSound, readRandomModels, toWord } from '../support/conformance-data.ts'
import { arbitraryNet, arbitraryTree, naiveCost, netOfTree } from '../support/petri-nets.ts'

const RUNS = Number(process.env['RUNS'] ?? 1000)
const LABELS = 3

const words = fc.array(fc.integer({ min: -1, max: LABELS - 1 }), { maxLength: 6 })
const cost = fc.integer({ min: 1, max: 3 })
const costs = fc.record({
  model: fc.array(cost, { minLength: LABELS, maxLength: LABELS }),
  log: fc.array(cost, { minLength: LABELS, maxLength: LABELS }),
  unknown: fc.constant(1),
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

describe('alignment with nets', { timeout: 60_000 }, () => {
  it('costs what plain token play finds: weights, several tokens, duplicates, silent cycles, any costs', () => {
    const met = { ends: 0, never: 0, weighted: 0 }
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
          expect(aligner.align(word)).toMatchObject({ optimal: true, cost: expected })
          checkMoves(net, aligner, word, of)
        },
      ),
      { numRuns: RUNS },
    )
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(RUNS / 20)
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
          { activities: LABELS, system: () => createPetriSystem(net) },
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
    const most = { width: 4, length: 20, noise: 20, duplicates: 6, loops: 3, wide: 42 }
    for (const { family, size, block, activities, words: all } of createHardCases()) {
      if (size > (most[family as keyof typeof most] ?? 0)) continue
      const aligner = createActivityAligner({ activities, block })
      const byBlocks = createPlainBlockDp(block)
      const search = family === 'wide' ? undefined : createPlainSearch(createTransitionSystem(compileNet(block)))
      for (const word of all.slice(0, 10)) {
        // The wide one is too much for any search; it waits for the way over blocks.
        if (family === 'wide') continue
        const found = aligner.align(word)
        expect([family, size, word, found]).toMatchObject([family, size, word, { optimal: true }])
        if (!found.optimal) continue
        if (byBlocks !== undefined) expect(byBlocks(word)).toBe(found.cost)
        expect(search?.(word)).toMatchObject({ cost: found.cost })
      }
    }
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
