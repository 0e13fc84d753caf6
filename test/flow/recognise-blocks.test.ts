import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileNet } from '../../src/flow/compile-net.ts'
import type { Block } from '../../src/flow/effective-flow.ts'
import type { PetriNet, PetriTransition } from '../../src/model/petri-net.ts'
import { recogniseBlocks } from '../../src/flow/recognise-blocks.ts'
import { languageOf } from '../support/block-language.ts'
import {
  conformanceData,
  hasConformanceData,
  namesOfModels,
  openSound,
  readModelText,
  readRandomModels,
} from '../support/conformance-data.ts'
import { arbitraryNet, arbitraryTree, netOfTree, petriOf, wordsOfNet } from '../support/petri-nets.ts'

const MOST = 5
const RUNS = Number(process.env['RUNS'] ?? 200)

function wordsOf(block: Block): string[] {
  return [...languageOf(block, MOST).full].sort()
}

/** Net with its numbering turned over, so that nothing depends on the order in which it was built. */
function shuffled(net: PetriNet, seed: number): PetriNet {
  const order = Array.from({ length: net.transitions.length }, (_, at) => at).sort(
    (a, b) => Math.imul(a + 1, seed) - Math.imul(b + 1, seed),
  )
  return { ...net, transitions: order.flatMap((at) => net.transitions[at] ?? []) }
}

const [a, b, c]: PetriTransition[] = [0, 1, 2].map((label) => ({ label, consume: [], produce: [] }))

/** A net from lines such as `0 a 1,2`; `.` is silent. */
function draw(lines: readonly string[], finals: readonly number[] = [1]): PetriNet {
  const places = (text: string) => text.split(',').map((place) => ({ place: Number(place), count: 1 }))
  const transitions = lines.map((line): PetriTransition => {
    const [from = '', name = '', to = ''] = line.split(' ')
    const label = name === '.' ? undefined : { a, b, c }[name as 'a' | 'b' | 'c']?.label
    return { ...(label === undefined ? {} : { label }), consume: places(from), produce: places(to) }
  })
  const count = 1 + Math.max(...transitions.flatMap((t) => [...t.consume, ...t.produce]).map(({ place }) => place))
  return {
    places: count,
    placeNames: Array.from({ length: count }, (_, place) => `p${place}`),
    transitions,
    initial: [{ place: 0, count: 1 }],
    finals: [finals.map((place) => ({ place, count: 1 }))],
  }
}

const label = (of: number): Block => ({ kind: 'label', label: of })

// Languages are enumerated, which takes its time on a busy machine.
describe('recogniseBlocks', { timeout: 60_000 }, () => {
  it('recognises every process tree, converted with silent transitions, with an equal language', () => {
    fc.assert(
      fc.property(arbitraryTree(4), fc.integer({ min: 1 }), (tree, seed) => {
        const found = recogniseBlocks(shuffled(netOfTree(tree), seed))
        expect(found).toBeDefined()
        if (found !== undefined) expect(wordsOf(found)).toEqual(wordsOf(tree))
      }),
      { numRuns: RUNS },
    )
  })

  it('recognises every process tree in our own compilation, with an equal language', () => {
    fc.assert(
      fc.property(arbitraryTree(4), (tree) => {
        const found = recogniseBlocks(petriOf(compileNet(tree)))
        expect(found).toBeDefined()
        if (found !== undefined) expect(wordsOf(found)).toEqual(wordsOf(tree))
      }),
      { numRuns: RUNS },
    )
  })

  it('claims nothing of an arbitrary net that is not so', () => {
    let recognised = 0
    fc.assert(
      fc.property(arbitraryNet({ places: 4, transitions: 5, labels: 3, most: 1 }), (net) => {
        const found = recogniseBlocks(net)
        const words = found === undefined ? undefined : wordsOfNet(net, MOST)
        if (found === undefined || words === undefined) return
        recognised++
        expect(wordsOf(found)).toEqual([...words].sort())
      }),
      { numRuns: RUNS * 25 },
    )
    expect(recognised).toBeGreaterThan(10)
  })

  it('claims nothing of a tree with an arc more or less that is not so', () => {
    const changed = fc.tuple(arbitraryTree(3, 2), fc.nat(), fc.nat(), fc.boolean()).map(([tree, at, place, adds]) => {
      const net = netOfTree(tree)
      const place0 = place % net.places
      const transitions = net.transitions.map((transition, index) => {
        if (index !== at % net.transitions.length) return transition
        const others = transition.consume.filter((arc) => arc.place !== place0)
        const consume = adds ? [...others, { place: place0, count: 1 }] : transition.consume
        const produce = adds ? transition.produce : [...transition.produce, { place: place0, count: 1 }]
        return { ...transition, consume, produce: [...new Map(produce.map((arc) => [arc.place, arc])).values()] }
      })
      return { ...net, transitions }
    })
    fc.assert(
      fc.property(changed, (net) => {
        const found = recogniseBlocks(net)
        const words = found === undefined ? undefined : wordsOfNet(net, MOST)
        if (found !== undefined && words !== undefined) expect(wordsOf(found)).toEqual([...words].sort())
      }),
      { numRuns: RUNS * 5 },
    )
  })

  it.each<[string, PetriNet, Block | undefined]>([
    ['a step', draw(['0 a 1']), label(0)],
    ['nothing', draw(['0 . 1']), { kind: 'sequence', children: [] }],
    ['a step that may be skipped', draw(['0 a 1', '0 . 1']), { kind: 'optional', child: label(0) }],
    [
      'visible transitions that split and join',
      draw(['0 a 2,3', '2 b 4', '3 c 5', '4,5 a 1']),
      {
        kind: 'sequence',
        children: [label(0), { kind: 'parallel', children: [label(1), label(2)] }, label(0)],
      },
    ],
    [
      'a place that doubles another way',
      draw(['0 a 2,3', '2 b 4', '3,4 c 1']),
      { kind: 'sequence', children: [label(0), label(1), label(2)] },
    ],
    [
      'a place with a transition back to itself',
      draw(['0 a 2', '2 b 2', '2 c 1']),
      {
        kind: 'sequence',
        children: [label(0), { kind: 'repeat', do: { kind: 'sequence', children: [] }, redo: label(1) }, label(2)],
      },
    ],
    [
      'several transitions back to the same place',
      draw(['0 b 0', '0 a 0', '0 c 1']),
      {
        kind: 'sequence',
        children: [
          {
            kind: 'repeat',
            do: { kind: 'sequence', children: [] },
            redo: { kind: 'choice', children: [label(1), label(0)] },
          },
          label(2),
        ],
      },
    ],
    ['a part that is never reached', draw(['0 a 1', '2 b 3', '3 c 1']), label(0)],
    ['a part that never ends', draw(['0 a 1', '0 b 2', '2 c 2']), label(0)],
    ['a net that cannot end', draw(['0 a 2', '2 b 0'], [1]), undefined],
    [
      'a crossing of concurrent branches',
      draw(['0 . 2,3', '2 a 4,5', '3 b 6', '4 . 7', '5,6 c 8', '7,8 . 1']),
      undefined,
    ],
  ])('%s', (_, net, expected) => expect(recogniseBlocks(net)).toEqual(expected))

  it('leaves nets with weights and several tokens alone', () => {
    const net = draw(['0 a 1'])
    expect(recogniseBlocks({ ...net, initial: [{ place: 0, count: 2 }] })).toBeUndefined()
    expect(
      recogniseBlocks({ ...net, transitions: [{ ...net.transitions[0]!, produce: [{ place: 1, count: 2 }] }] }),
    ).toBeUndefined()
  })

  it('needs time in proportion to the net: a long chain, a wide choice, a wide concurrency, a deep nest', () => {
    const many = 20_000
    const labels = Array.from({ length: many }, (_, at) => label(at))
    const chain = recogniseBlocks(netOfTree({ kind: 'sequence', children: labels }))
    expect(chain).toEqual({ kind: 'sequence', children: labels })
    for (const kind of ['choice', 'parallel'] as const) {
      const found = recogniseBlocks(netOfTree({ kind, children: labels }))
      expect(found?.kind).toBe(kind)
      expect(found !== undefined && 'children' in found && found.children.length).toBe(many)
    }
    let deep = label(0)
    for (let level = 0; level < 600; level++) {
      deep = { kind: 'optional', child: { kind: 'sequence', children: [label(level), deep] } }
    }
    expect(recogniseBlocks(netOfTree(deep))).toBeUndefined()
  })

  it.skipIf(!hasConformanceData)(`recognises the real models and the random ones (${conformanceData})`, () => {
    for (const name of namesOfModels)
      expect([name, openSound(readModelText(name), name).block?.kind]).toContain('sequence')
    for (const { id, pnml } of readRandomModels()) {
      const { block, net } = openSound(pnml, `random-${id}`)
      expect([id, block]).not.toContain(undefined)
      const words = wordsOfNet(net, 4, 100_000)
      if (words === undefined || block === undefined) throw new Error(`too many markings in ${id}`)
      expect([id, [...languageOf(block, 4).full].sort()]).toEqual([id, [...words].sort()])
    }
  })
})
