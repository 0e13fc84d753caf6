import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createActivityAligner } from '../../src/conformance/align-activities.ts'
import type { Move } from '../../src/conformance/alignment.ts'
import { createPetriSystem } from '../../src/flow/petri-system.ts'
import type { PetriNet } from '../../src/model/petri-net.ts'
import { touchmap } from '../support/run-cli.ts'
import { arbitraryNet, fire } from '../support/petri-nets.ts'

const LABELS = 3

interface Costs {
  readonly model: readonly number[]
  readonly log: readonly number[]
  readonly unknown: number
}
/** Kind (0 together, 1 log alone, 2 model alone), activity, event. */
type Step = readonly [kind: number, label: number, event: number]

/** All sequences of moves of exactly this cost, by playing tokens on sets of markings; undefined where they are too many. */
function enumerate(net: PetriNet, word: readonly number[], costs: Costs, cost: number): Step[][] | undefined {
  const plain = (tokens: PetriNet['initial']): number[] => {
    const marking = Array.from({ length: net.places }, () => 0)
    for (const { place, count } of tokens) marking[place] = count
    return marking
  }
  const finals = new Set(net.finals.map((final) => plain(final).join()))
  let tries = 0
  /** With silent transitions, as often as they can. */
  const closed = (from: readonly number[][]): number[][] => {
    const seen = new Map(from.map((marking) => [marking.join(), marking]))
    for (const marking of seen.values()) {
      for (const transition of net.transitions) {
        const next = transition.label === undefined ? fire(marking, transition) : undefined
        if (next !== undefined && !seen.has(next.join())) seen.set(next.join(), next)
        if (++tries > 5_000) return []
      }
    }
    return [...seen.values()]
  }
  const after = (set: readonly number[][], label: number): number[][] =>
    closed(
      set.flatMap((marking) =>
        net.transitions.flatMap((transition) => {
          const next = transition.label === label ? fire(marking, transition) : undefined
          return next === undefined ? [] : [next]
        }),
      ),
    )
  const found: Step[][] = []
  const go = (set: readonly number[][], at: number, left: number, steps: readonly Step[]): void => {
    if (++tries > 5_000 || found.length > 300) return
    const here = word[at]
    if (here === undefined && left === 0 && set.some((marking) => finals.has(marking.join()))) found.push([...steps])
    const logCost = here === undefined ? Infinity : (costs.log[here] ?? costs.unknown)
    if (logCost <= left) go(set, at + 1, left - logCost, [...steps, [1, 0, at]])
    for (let label = 0; label < LABELS; label++) {
      const modelCost = costs.model[label] ?? 1
      if (label !== here && modelCost > left) continue
      const next = after(set, label)
      if (next.length === 0) continue
      if (label === here) go(next, at + 1, left, [...steps, [0, label, at]])
      if (modelCost <= left) go(next, at, left - modelCost, [...steps, [2, label, 0]])
    }
  }
  go(closed([plain(net.initial)]), 0, cost, [])
  return tries > 5_000 || found.length > 300 ? undefined : found
}

const stepOf = (move: Move): Step =>
  move.type === 'model' ? [2, move.label, 0] : move.type === 'sync' ? [0, move.label, move.event] : [1, 0, move.event]

const words = fc.array(fc.integer({ min: -1, max: LABELS - 1 }), { maxLength: 4 })
const cost = fc.integer({ min: 1, max: 2 })
const three = fc.array(cost, { minLength: LABELS, maxLength: LABELS })

test('law: all optimal alignments of random nets are those that enumeration finds: distinct, none missing', () => {
  const met = { compared: 0, several: 0, silent: 0 }
  fc.assert(
    fc.property(
      arbitraryNet({ places: 3, transitions: 6, labels: LABELS, most: 1 }),
      words,
      fc.record({ model: three, log: three, unknown: cost }),
      (net, word, costs) => {
        const aligner = createActivityAligner(
          { activities: LABELS, system: () => createPetriSystem(net) },
          { costs, budget: 400 },
        )
        const best = aligner.align(word)
        if (!best.optimal) return
        const expected = enumerate(net, word, costs, best.cost)
        if (expected === undefined) return
        const cheaper = best.cost === 0 ? [] : enumerate(net, word, costs, best.cost - 1)
        expect(cheaper ?? []).toEqual([])
        met.compared++
        if (expected.length > 1) met.several++
        if (net.transitions.some(({ label }) => label === undefined)) met.silent++

        const all = aligner.allOptimal(word, 400).map((moves) => moves.map(stepOf))
        expect(new Set(all.map((steps) => JSON.stringify(steps))).size).toBe(all.length)
        const inOrder = (sequences: readonly (readonly Step[])[]) => sequences.map((one) => JSON.stringify(one)).sort()
        expect(inOrder(all)).toEqual(inOrder(expected))
        expect(all[0]).toEqual(best.moves().map(stepOf))
        // Fewer are the first of them.
        for (const most of [1, 2, 3]) {
          const some = aligner.allOptimal(word, most).map((moves) => moves.map(stepOf))
          expect(some).toEqual(all.slice(0, most))
        }
      },
    ),
    { numRuns: 150 },
  )
  expect(met.compared).toBeGreaterThan(20)
  expect(met.several).toBeGreaterThan(5)
  expect(met.silent).toBeGreaterThan(5)
})

test('conform --all-optimal N lists up to N, the alignment of --moves first', async () => {
  const of = async (most: number) => {
    const argv = [
      'conform',
      '--model',
      'fixtures/conform/repair/model.pnml',
      '--log',
      'fixtures/conform/repair/bare.csv',
    ]
    const { stdout } = await touchmap([...argv, '--format', 'json', '--moves', '--all-optimal', String(most)])
    return (JSON.parse(stdout) as { perVariant: { cost: number; moves: object[]; alignments?: object[][] }[] })
      .perVariant
  }
  const [one, two, many] = [await of(1), await of(2), await of(50)]
  for (const [at, { moves, alignments = [], cost: optimum }] of many.entries()) {
    expect(alignments[0]).toEqual(moves)
    expect(new Set(alignments.map((each) => JSON.stringify(each))).size).toBe(alignments.length)
    const costOf = (each: readonly object[]) => each.filter((move) => 'type' in move && move.type !== 'sync').length
    expect(alignments.map(costOf)).toEqual(alignments.map(() => optimum))
    expect(two[at]?.alignments).toEqual(alignments.slice(0, 2))
    expect(one[at]?.moves).toEqual(moves)
  }
  expect(Math.max(...many.map(({ alignments = [] }) => alignments.length))).toBeGreaterThan(2)
})
