import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPlainBlockDp } from '../../bench/baselines/plain-block-dp.ts'
import { createHardCases } from '../../bench/hard-cases.ts'
import { createActivityAligner } from '../../src/conformance/align-activities.ts'
import { costOfRun, createNetSearch } from '../../src/conformance/net-search.ts'
import { BYTES_A_STATE, BYTES_BESIDE } from '../../src/conformance/search-memory.ts'
import { createPartBounds } from '../../src/conformance/part-bounds.ts'
import { createSearch, type MoveCosts } from '../../src/conformance/search.ts'
import { compileNet } from '../../src/flow/compile-net.ts'
import { createPetriSystem } from '../../src/flow/petri-system.ts'
import { createTransitionSystem, type TransitionSystem } from '../../src/flow/transition-system.ts'
import { arbitraryNet, arbitraryTree, naiveCost, netOfTree } from '../support/petri-nets.ts'
import { root } from '../support/run-cli.ts'

const RUNS = Number(process.env['RUNS'] ?? 400)
const LABELS = 3
const words = fc.array(fc.integer({ min: -1, max: LABELS - 1 }), { maxLength: 6 })
const prices = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: LABELS, maxLength: LABELS })
const costs = fc.record({ model: prices, log: prices, unknown: fc.integer({ min: 1, max: 3 }) })

describe('the search for words on nets', { timeout: 60_000 }, () => {
  it('finds the cost of plain token play and the moves of the general search, with and without bounds', () => {
    let bounded = 0
    const nets = fc.oneof(
      arbitraryTree(LABELS).map(netOfTree),
      arbitraryNet({ places: 4, transitions: 6, labels: LABELS, most: 2 }),
    )
    fc.assert(
      fc.property(nets, words, costs, (net, word, of) => {
        const expected = naiveCost(net, word, of, 4000)
        if (expected === undefined) return
        const open = (): TransitionSystem => createPetriSystem(net, { closure: 2000 })
        if (open().parts().parts.length > 0) bounded++
        const whole: MoveCosts = { ...of, critical: [], decision: [], inner: new Map() }
        const symbols = word.map((label) => ({ kind: 'act' as const, labels: label < 0 ? [] : [label] }))
        const most = 30
        const general = createSearch(open, whole)(
          { symbols, settledFrom: new Map() },
          { complete: true, budget: 20_000, most },
        )
        for (const trial of [0, 5, 1000]) {
          const found = createNetSearch(open, of, trial)(word, 20_000)
          expect(found.optimal).toBe(general.optimal)
          if (!found.optimal || !general.optimal) continue
          expect(found.cost).toBe(expected)
          expect(found.sequences(most)).toEqual(general.sequences)
          expect(found.sequences(1)).toEqual([general.moves])
        }
      }),
      { numRuns: RUNS },
    )
    expect(bounded).toBeGreaterThan(RUNS / 4)
  })

  it('bounds what is left from every marking and position, and never by more than a move costs at a time', () => {
    fc.assert(
      fc.property(arbitraryTree(LABELS), fc.array(words, { minLength: 1, maxLength: 3 }), costs, (tree, all, of) => {
        const system = createTransitionSystem(compileNet(tree))
        const bounds = createPartBounds(system, of)
        if (bounds === undefined) return
        for (const word of all) {
          bounds.setWord(Int32Array.from(word))
          const seen = new Set([system.initial])
          for (const marking of seen) {
            if (seen.size > 200) break
            const { labels, targets } = system.successors(marking)
            targets.forEach((target) => seen.add(target))
            for (let at = 0; at <= word.length; at++) {
              const left = bounds.left(marking, at)
              if (at === word.length && system.accepts(marking)) expect(left).toBe(0)
              if (at < word.length)
                expect(left).toBeLessThanOrEqual((of.log[word[at] ?? -1] ?? of.unknown) + bounds.left(marking, at + 1))
              labels.forEach((label, index) => {
                const target = targets[index] ?? 0
                expect(left).toBeLessThanOrEqual((of.model[label] ?? 0) + bounds.left(target, at))
                if (label === word[at]) expect(left).toBeLessThanOrEqual(bounds.left(target, at + 1))
              })
            }
          }
        }
      }),
      { numRuns: RUNS / 4 },
    )
  })

  it('holds wide concurrency that a search without bounds cannot', () => {
    const wide = createHardCases().find(({ family, size }) => family === 'width' && size === 14)
    if (wide === undefined) throw new Error('no such case')
    const { block } = wide
    const byBlocks = createPlainBlockDp(block)
    const system = (): TransitionSystem => createTransitionSystem(compileNet(block))
    const aligner = createActivityAligner({ activities: wide.activities, system }, { budget: 4000 })
    for (const word of wide.words.slice(0, 5)) {
      expect(aligner.align(word)).toMatchObject({ optimal: true, cost: byBlocks?.(word) })
    }
  })

  it('takes no more memory than is stated where the budget does not last, and knows bounds', () => {
    const script = resolve(root, 'test/support/exhaust-budget.ts')
    const run = (budget: number): { optimal: boolean; lower: number; upper: number; bytes: number } => {
      const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', script, `${budget}`], { encoding: 'utf8' })
      return JSON.parse(stdout)
    }
    const [little, much] = [run(1), run(60_000)]
    // Every way has to be gone twice, or what was recorded left aside.
    expect(much).toMatchObject({ optimal: false, upper: 52 })
    expect(much.lower).toBeGreaterThan(little.lower)
    expect(much.lower).toBeLessThanOrEqual(much.upper)
    expect(much.bytes - little.bytes).toBeLessThan(60_000 * BYTES_A_STATE + BYTES_BESIDE)
  })

  it('knows a bound above where the budget does not last but the end can be met', () => {
    fc.assert(
      fc.property(arbitraryTree(LABELS), words, costs, fc.integer({ min: 1, max: 30 }), (tree, word, of, budget) => {
        const net = netOfTree(tree)
        const expected = naiveCost(net, word, of, 50_000)
        if (expected === undefined) return
        const open = (): TransitionSystem => createPetriSystem(net)
        const found = createActivityAligner({ activities: LABELS, system: open }, { costs: of, budget }).align(word)
        const markings = new Set([open().initial])
        const system = open()
        for (const marking of markings) system.successors(marking).targets.forEach((target) => markings.add(target))
        if (found.optimal) {
          expect(found.cost).toBe(expected)
          return
        }
        expect(found.lower).toBeLessThanOrEqual(expected)
        expect(found.upper).toBeGreaterThanOrEqual(expected)
        if (markings.size < budget) expect(found.upper).toBeLessThan(Infinity)
        expect(costOfRun(open, of, 10_000)).toBeGreaterThanOrEqual(naiveCost(net, [], of, 50_000) ?? 0)
      }),
      { numRuns: RUNS },
    )
  })
})
