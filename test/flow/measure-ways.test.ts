import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, BlockInterrupt, EffectiveFlow } from '../../src/flow/effective-flow.ts'
import { measureFlow } from '../../src/flow/measure-flow.ts'
import { measureWays, type Ways } from '../../src/flow/measure-ways.ts'
import { arbitraryShape, flowOf, type Shape } from '../support/random-flow.ts'

/** One way, spelt out: labels, `+n` before what is entered again, the order of parts of any order in front of them. */
type Way = readonly (number | string)[]

/** Every way of a block, by enumeration; those that read the same are one. Gives up beyond `MOST`. */
function enumerate(block: Block, ends: Way[]): Way[] {
  const all = (blocks: readonly Block[]) => blocks.map((each) => enumerate(each, ends))
  const product = (parts: readonly (readonly Way[])[]): Way[] =>
    parts.reduce<Way[]>((ways, part) => limited(ways.flatMap((way) => part.map((more) => [...way, ...more]))), [[]])
  switch (block.kind) {
    case 'label':
      return [[block.label]]
    case 'sequence':
    case 'parallel':
    case 'net':
      return product(all(block.children))
    case 'choice':
      return distinct(all(block.children).flat())
    case 'optional':
      return distinct([[], ...enumerate(block.child, ends)])
    case 'any-order': {
      const shown = product(all(block.children))
      const orders = permutations(block.children.map((_, i) => i))
      return distinct(
        limited(shown.flatMap((way) => (way.length === 0 ? [way] : orders.map((order) => [`(${order})`, ...way])))),
      )
    }
    case 'some': {
      const children = all(block.children)
      const subsets = Array.from({ length: 2 ** children.length - 1 }, (_, i) => i + 1)
      return distinct(
        subsets.flatMap((subset) => product(children.map((ways, i) => ((subset >> i) & 1 ? ways : [[]])))),
      )
    }
    case 'repeat': {
      const once = enumerate(block.do, ends)
      if (block.max === 1) return once
      const redo = enumerate(block.redo, ends)
      return distinct([...once, ...product([once, [[againOf(block)]], redo, once])])
    }
    case 'scope': {
      const own: Way[] = block.flow ? [] : ends
      const handled = ({ label, handler }: BlockInterrupt) => product([[[label]], enumerate(handler, own)])
      const parts = [enumerate(block.child, own)]
      for (const { label, min } of block.anywhere) parts.push(min > 0 ? [[label]] : [[], [label]])
      const left: Way[] = []
      for (const interrupt of block.interrupts) {
        const ways = handled(interrupt)
        if (interrupt.then === 'resume') parts.push([[], ...product([[[againOf(interrupt)]], ways])])
        if (interrupt.then === 'leave') left.push(...ways)
        if (interrupt.then === 'end') own.push(...ways)
      }
      const whole = [...product(parts), ...left]
      return distinct(block.flow ? [...whole, ...own] : whole)
    }
  }
}

/** Each block that may be entered again has a sign of its own: loops within loops are told apart. */
function againOf(entered: object): string {
  const number = numbers.get(entered) ?? numbers.size
  numbers.set(entered, number)
  return `+${number}`
}
const numbers = new Map<object, number>()

const MOST = 20_000
class TooMany extends Error {}

function limited(ways: Way[]): Way[] {
  if (ways.length > MOST) throw new TooMany()
  return ways
}

function distinct(ways: readonly Way[]): Way[] {
  return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()]
}

function permutations(of: readonly number[]): number[][] {
  return of.length === 0
    ? [[]]
    : of.flatMap((each) => permutations(of.filter((other) => other !== each)).map((rest) => [each, ...rest]))
}

function measureByEnumeration(root: Block, handsOf: (label: number) => string | undefined): Ways {
  const ends: Way[] = []
  const ways = distinct([...enumerate(root, ends), ...ends])
  let [turns, handOvers, returns] = [0, 0, 0]
  for (const way of ways) {
    const hands = way.flatMap((each) => (typeof each === 'number' ? (handsOf(each) ?? []) : []))
    returns += way.filter((each) => String(each).startsWith('+')).length
    for (let i = 1; i < hands.length; i++) {
      const [from, to] = [hands[i - 1], hands[i]]
      if (from === to) continue
      if (from === 'customer' || to === 'customer') turns += 1
      else handOvers += 1
    }
  }
  const count = ways.length
  return { count, bits: Math.log2(count), turns: turns / count, handOvers: handOvers / count, returns: returns / count }
}

const HANDS = ['customer', 'agent', 'expert', undefined]

test('counts the ways through random flows, and what happens on them, as enumeration does', () => {
  let tried = 0
  fc.assert(
    fc.property(
      arbitraryShape({ interrupts: true, loops: true, weights: false, depth: 3 }),
      fc.array(fc.constantFrom(...HANDS), { minLength: 40, maxLength: 40 }),
      (shape, hands) => {
        const { root } = flowOf(shape)
        const handsOf = (label: number) => hands[label % hands.length]
        let expected: Ways
        try {
          expected = measureByEnumeration(root, handsOf)
        } catch (error) {
          if (error instanceof TooMany) return
          throw error
        }
        tried += 1
        const told = measureWays({ root }, handsOf)
        expect(told.count).toBe(expected.count)
        for (const key of ['bits', 'turns', 'handOvers', 'returns'] as const)
          expect(told[key], key).toBeCloseTo(expected[key], 7)
      },
    ),
    { numRuns: 600 },
  )
  expect(tried).toBeGreaterThan(400)
})

const step: Shape = { kind: 'step' }
const line = (n: number): Shape => ({ kind: 'sequence', of: Array.from({ length: n }, () => step) })
const rootOf = (shape: Shape): EffectiveFlow =>
  flowOf({ kind: 'scope', of: shape, flow: true, anywhere: [], interrupts: [] })

describe('wide and deep flows are measured without enumerating', () => {
  test('2,000 optional steps have 2^2000 ways', () => {
    const flow = rootOf({ kind: 'sequence', of: Array.from({ length: 2000 }, () => ({ kind: 'optional', of: step })) })
    const ways = measureWays(flow, (label) => (label % 2 ? 'agent' : 'customer'))
    expect(ways.count).toBe(Number.POSITIVE_INFINITY)
    expect(ways.bits).toBeCloseTo(2000, 6)
    expect(ways.turns).toBeGreaterThan(300)
  })

  test('3,000 parts in any order have 3000! orders; at least one of 3,000 has 2^3000 - 1 ways', () => {
    const parts = Array.from({ length: 3000 }, () => step)
    expect(measureWays(rootOf({ kind: 'any-order', of: parts }), () => undefined).bits).toBeCloseTo(30_331.26, 1)
    expect(measureWays(rootOf({ kind: 'some', of: parts }), () => undefined).bits).toBeCloseTo(3000, 6)
  })

  test('loops within loops stay finite', () => {
    let shape: Shape = step
    for (let depth = 0; depth < 60; depth++)
      shape = { kind: 'repeat', do: shape, redo: { kind: 'sequence', of: [] }, max: undefined }
    const { bits, returns } = measureWays(rootOf(shape), () => undefined)
    expect(Number.isFinite(bits)).toBe(true)
    expect(Number.isFinite(returns)).toBe(true)
  })
})

test('steps and forks are counted on the tree', () => {
  const choice: Shape = { kind: 'choice', of: [step, step, line(2)].map((shape) => ({ decision: false, shape })) }
  const loop: Shape = { kind: 'repeat', do: step, redo: line(0), max: undefined }
  const flow = rootOf({ kind: 'sequence', of: [choice, loop, { kind: 'optional', of: step }, line(3)] })
  const { steps, forks, ways } = measureFlow(flow)
  expect({ steps, forks, ways: ways.count }).toEqual({ steps: 9, forks: 4, ways: 3 * 2 * 2 })
  expect(measureFlow(rootOf({ kind: 'repeat', do: step, redo: line(0), max: 1 })).forks).toBe(0)
})
