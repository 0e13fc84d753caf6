import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canFinish } from '../../src/flow/can-finish.ts'
import { compileNet } from '../../src/flow/compile-net.ts'
import { findUnboundedPlace } from '../../src/flow/find-unbounded.ts'
import type { PetriNet, Tokens } from '../../src/model/petri-net.ts'
import { createPetriSystem } from '../../src/flow/petri-system.ts'
import { createTransitionSystem, type TransitionSystem } from '../../src/flow/transition-system.ts'
import { letter } from '../support/block-language.ts'
import { arbitraryNet, arbitraryTree, fire, markingOf, netOfTree, petriOf, wordsOfNet } from '../support/petri-nets.ts'

const MOST = 4
const RUNS = Number(process.env['RUNS'] ?? 2000)

function wordsOf(system: TransitionSystem, most: number): string[] {
  const words: string[] = []
  let layer = new Map<string, Set<number>>([['', new Set([system.initial])]])
  for (let length = 0; length <= most; length++) {
    const next = new Map<string, Set<number>>()
    for (const [word, markings] of layer) {
      if ([...markings].some((marking) => system.accepts(marking))) words.push(word)
      for (const marking of markings) {
        const { labels, targets } = system.successors(marking)
        labels.forEach((label, at) => {
          const longer = word + letter(label)
          next.set(longer, (next.get(longer) ?? new Set()).add(targets[at]!))
        })
      }
    }
    layer = next
  }
  return words.sort()
}

/** All markings by plain token play; undefined when there are more than `limit`. */
function markingsOf(net: PetriNet, limit = 5000): number[][] | undefined {
  const markings = [markingOf(net, net.initial)]
  const seen = new Set([markings[0]!.join()])
  for (const marking of markings) {
    for (const transition of net.transitions) {
      const next = fire(marking, transition)
      if (next === undefined || seen.has(next.join())) continue
      if (markings.push(next) > limit) return undefined
      seen.add(next.join())
    }
  }
  return markings
}

const net = (transitions: PetriNet['transitions'], initial: Tokens[], finals: Tokens[][], places = 4): PetriNet => ({
  places,
  placeNames: Array.from({ length: places }, (_, place) => `p${place}`),
  transitions,
  initial,
  finals,
})
const one = (...places: number[]): Tokens[] => places.map((place) => ({ place, count: 1 }))

describe('createPetriSystem', { timeout: 60_000 }, () => {
  it('has the words that plain token play finds: weights, several tokens, duplicates, silent cycles', () => {
    let compared = 0
    fc.assert(
      fc.property(arbitraryNet({ places: 4, transitions: 6, labels: 2, most: 2 }), (random) => {
        const words = wordsOfNet(random, MOST, 4000)
        if (words === undefined) return
        const system = createPetriSystem(random, { closure: 3000 })
        const found = wordsOf(system, MOST)
        if (system.overflowed?.() === true) return
        compared++
        expect(found).toEqual([...words].sort())
      }),
      { numRuns: RUNS },
    )
    expect(compared).toBeGreaterThan(RUNS / 4)
  })

  it('has the words of the 1-safe system where a net is 1-safe', () => {
    fc.assert(
      fc.property(arbitraryTree(3), (tree) => {
        const safe = compileNet(tree)
        expect(wordsOf(createPetriSystem(petriOf(safe)), MOST)).toEqual(wordsOf(createTransitionSystem(safe), MOST))
      }),
      { numRuns: RUNS / 10 },
    )
  })

  it('does not try the orders of silent moves beside each other', () => {
    const children = Array.from({ length: 16 }, (_, label) => ({
      kind: 'optional' as const,
      child: { kind: 'label' as const, label },
    }))
    const wide = netOfTree({ kind: 'parallel', children })
    const system = createPetriSystem(wide)
    expect(system.accepts(system.initial)).toBe(true)
    expect(system.successors(system.initial).labels).toHaveLength(16)
    expect(system.size()).toBeLessThan(100)
  })

  it('numbers as met, gives successors by label, keeps them, and knows its own markings only', () => {
    const loop = net(
      [
        { label: 1, consume: one(0), produce: one(1) },
        { label: 0, consume: one(0), produce: one(2) },
      ],
      one(0),
      [one(1)],
    )
    const system = createPetriSystem(loop)
    expect(system.successors(system.initial).labels).toEqual([0, 1])
    expect(system.successors(system.initial)).toBe(system.successors(system.initial))
    expect(system.successors(system.initial).targets.map((marking) => system.accepts(marking))).toEqual([false, true])
    expect(() => system.successors(99)).toThrow(RangeError)
    expect(system.overflowed?.()).toBe(false)
  })

  it('holds more tokens than a byte', () => {
    const many = net(
      [
        {
          label: 0,
          consume: one(0),
          produce: [
            { place: 0, count: 1 },
            { place: 1, count: 200 },
          ],
        },
      ],
      one(0),
      [
        [
          { place: 0, count: 1 },
          { place: 1, count: 600 },
        ],
      ],
    )
    const system = createPetriSystem(many)
    let marking = system.initial
    for (let times = 0; times < 3; times++) {
      expect(system.accepts(marking)).toBe(false)
      marking = system.successors(marking).targets[0]!
    }
    expect(system.accepts(marking)).toBe(true)
  })

  it('gives up where silent moves, bytes or tokens have no end, and says so', () => {
    const pump = { consume: one(0), produce: one(0, 1) }
    const endless = net(
      [pump, { consume: one(1), produce: one(2) }, { consume: [{ place: 2, count: 2 }], produce: one(1) }],
      one(0),
      [one(3)],
    )
    const system = createPetriSystem(endless, { closure: 1000 })
    expect(system.overflowed?.()).toBe(false)
    // Nothing adds to the fourth place, so this is known without filling anything.
    expect(system.accepts(system.initial)).toBe(false)
    expect(system.overflowed?.()).toBe(false)

    const silent = createPetriSystem({ ...endless, finals: [one(0, 0)] }, { closure: 1000 })
    expect(silent.accepts(silent.initial)).toBe(false)
    expect(silent.size()).toBeLessThan(2000)

    const visible = createPetriSystem(net([{ label: 0, ...pump }], one(0), [one(0)]), { bytes: 10_000 })
    let marking = visible.initial
    for (let times = 0; times < 2000 && visible.overflowed?.() === false; times++) {
      marking = visible.successors(marking).targets[0] ?? marking
    }
    expect(visible.overflowed?.()).toBe(true)
    expect(visible.size()).toBeLessThan(1000)

    const doubling = net(
      [
        {
          label: 0,
          consume: one(0),
          produce: [
            { place: 0, count: 1 },
            { place: 1, count: 1_000_000 },
          ],
        },
      ],
      one(0),
      [one(0)],
    )
    const huge = createPetriSystem(doubling)
    marking = huge.initial
    for (let times = 0; times < 2000 && huge.overflowed?.() === false; times++) {
      marking = huge.successors(marking).targets[0] ?? marking
    }
    expect(huge.overflowed?.()).toBe(true)
  })
})

describe('canFinish', { timeout: 60_000 }, () => {
  it('agrees with all markings of random nets, weights and several tokens included', () => {
    const answers = new Set<boolean>()
    fc.assert(
      fc.property(arbitraryNet({ places: 4, transitions: 6, labels: 2, most: 2 }), (random) => {
        const markings = markingsOf(random)
        if (markings === undefined) return
        const finals = new Set(random.finals.map((final) => markingOf(random, final).join()))
        const expected = markings.some((marking) => finals.has(marking.join()))
        answers.add(expected)
        expect(canFinish(random)).toBe(expected)
      }),
      { numRuns: RUNS },
    )
    expect(answers.size).toBe(2)
  })

  it('leaves open what it cannot decide within its limits', () => {
    const pump = net(
      [
        { consume: one(0), produce: one(0, 1) },
        { consume: one(1), produce: one(2) },
        { consume: one(2), produce: one(1) },
        { consume: [{ place: 0, count: 2 }], produce: one(3) },
      ],
      one(0),
      [
        [
          { place: 0, count: 1 },
          { place: 1, count: 5000 },
        ],
      ],
    )
    expect(canFinish(pump, { closure: 100 })).toBeUndefined()
  })
})

describe('findUnboundedPlace', () => {
  it('names a place exactly where all markings cannot be listed', () => {
    fc.assert(
      fc.property(arbitraryNet({ places: 3, transitions: 4, labels: 2, most: 2 }), (random) => {
        const place = findUnboundedPlace(random, 3000)
        if (place === undefined) expect(markingsOf(random, 3000)).toBeDefined()
        else expect(markingsOf(random, 3000)).toBeUndefined()
      }),
      { numRuns: RUNS / 4 },
    )
  })

  it('finds none in a bounded net, and the first in one that fills', () => {
    const turn = { consume: one(0), produce: one(1) }
    const back = { consume: one(1), produce: one(0) }
    expect(findUnboundedPlace(net([turn, back], one(0), [one(1)]))).toBeUndefined()
    expect(findUnboundedPlace(net([turn, { ...back, produce: one(0, 3) }], one(0), [one(1)]))).toBe(3)
  })
})
