import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPlainBlockDp } from '../../bench/baselines/plain-block-dp.ts'
import { createHardCases } from '../../bench/hard-cases.ts'
import { createCostToGo } from '../../src/conformance/cost-to-go.ts'
import { createCountBreaks } from '../../src/conformance/count-breaks.ts'
import { createFitWalk } from '../../src/conformance/fit-walk.ts'
import { createMachine } from '../../src/conformance/create-machine.ts'
import type { Machine } from '../../src/conformance/machine.ts'
import { createWordSearch } from '../../src/conformance/word-search.ts'
import type { Block } from '../../src/flow/effective-flow.ts'
import { arbitraryTree } from '../support/petri-nets.ts'

const LABELS = 6
const RUNS = Number(process.env['RUNS'] ?? 300)

/** A tree in which concurrent children share no label: labels are given out as leaves are met. */
function withOwnLabels(block: Block): Block {
  let next = 0
  const rename = (of: Block): Block => {
    switch (of.kind) {
      case 'label':
        return { kind: 'label', label: next++ }
      case 'optional':
        return { kind: 'optional', child: rename(of.child) }
      case 'repeat':
        return { ...of, do: rename(of.do), redo: rename(of.redo) }
      case 'sequence':
      case 'choice':
      case 'parallel':
        return { kind: of.kind, children: of.children.map(rename) }
      default:
        return of
    }
  }
  return rename(block)
}

function labelsOf(machine: Machine): number {
  return Math.max(0, ...[...machine.alphabet].map((label) => label + 1))
}

/** The cost by dense columns that are not cut. */
function denseCost(machine: Machine, word: readonly number[], prices: Float64Array, logs: Float64Array): number {
  const toGo = createCostToGo(machine, prices)
  let record = toGo.last(false)
  let cost = 0
  for (const label of word.toReversed()) {
    const known = label + 1 < logs.length ? label + 1 : 0
    const symbol = { id: known, labels: known === 0 ? [] : [label], log: logs[known] as number }
    record = toGo.before(record, symbol, Infinity)
    cost += toGo.shift()
  }
  return cost + toGo.total(record)
}

const trees = fc.oneof(arbitraryTree(LABELS).map(withOwnLabels), arbitraryTree(LABELS))
const words = fc.array(fc.array(fc.integer({ min: -1, max: 11 }), { maxLength: 24 }), { minLength: 1, maxLength: 6 })

describe('createWordSearch', () => {
  it('costs what dense columns do, for long words and any costs, one word after another', () => {
    let served = 0
    fc.assert(
      fc.property(trees, words, fc.infiniteStream(fc.integer({ min: 1, max: 4 })), (tree, list, costs) => {
        const machine = createMachine(tree)?.machine
        if (machine === undefined) return
        served++
        const cost = (): number => costs.next().value ?? 1
        const prices = Float64Array.from({ length: labelsOf(machine) + 1 }, (_, at) => (at === 0 ? 0 : cost()))
        const logs = Float64Array.from(prices, cost)
        const search = createWordSearch(machine, { prices, logs, unit: 1 })
        for (const word of list) expect(search?.(word, 1e7)?.total).toBe(denseCost(machine, word, prices, logs))
      }),
      { numRuns: RUNS },
    )
    expect(served).toBeGreaterThan(RUNS / 2)
  })

  it('says that a word fits where it costs nothing, and counts no more breaks than moves', () => {
    const met = { fitting: 0, other: 0, breaks: 0 }
    fc.assert(
      fc.property(trees, words, (tree, list) => {
        const machine = createMachine(tree)?.machine
        if (machine === undefined) return
        const ones = new Float64Array(labelsOf(machine) + 1).fill(1)
        const prices = ones.slice().fill(0, 0, 1)
        const fits = createFitWalk(machine)
        const countBreaks = createCountBreaks(machine)
        for (const whole of list) {
          const word = whole.slice(0, 8)
          const cost = denseCost(machine, word, prices, ones)
          expect(fits(word)).toBe(cost === 0)
          met[cost === 0 ? 'fitting' : 'other']++
          const counts = new Int32Array(word.length + 1)
          countBreaks(word, counts)
          expect(counts[word.length]).toBeLessThanOrEqual(cost)
          met.breaks += counts[word.length] as number
        }
      }),
      { numRuns: RUNS },
    )
    expect(met.fitting).toBeGreaterThan(20)
    expect(met.other).toBeGreaterThan(20)
    expect(met.breaks).toBeGreaterThan(20)
  })

  it('answers alike whatever was aligned before, though there is room for few columns', () => {
    const found = createHardCases().find(({ family, size }) => family === 'noise' && size === 10)
    if (found === undefined) throw new Error('no case')
    const { block, activities } = found
    const machine = createMachine(block)?.machine
    const plain = createPlainBlockDp(block)
    if (machine === undefined || plain === undefined) throw new Error('no machine')
    const ones = new Float64Array(activities + 1).fill(1)
    const create = () => createWordSearch(machine, { prices: ones.slice().fill(0, 0, 1), logs: ones, unit: 1 })
    const shared = create()
    const met = { room: 0, none: 0 }
    for (const word of found.words) {
      for (const cells of [300, 1500, 1e6]) {
        const total = shared?.(word, cells)?.total
        expect(total).toBe(create()?.(word, cells)?.total)
        if (total === undefined) met.none++
        else {
          met.room++
          expect(total).toBe(plain(word))
        }
      }
    }
    expect(met.room).toBeGreaterThan(met.none)
    expect(met.none).toBeGreaterThan(0)
  })

  it('says the same of words that share little as of each alone: costs, moves, whether they fit', () => {
    for (const [family, size] of [
      ['width', 4],
      ['loops', 3],
      ['wide', 42],
    ] as const) {
      const found = createHardCases().find((one) => one.family === family && one.size === size)
      if (found === undefined) throw new Error('no case')
      const { block, activities } = found
      const machine = createMachine(block)?.machine
      const plain = createPlainBlockDp(block)
      if (machine === undefined || plain === undefined) throw new Error('no machine')
      const ones = new Float64Array(activities + 1).fill(1)
      const create = () => createWordSearch(machine, { prices: ones.slice().fill(0, 0, 1), logs: ones, unit: 1 })
      const shared = create()
      const fits = createFitWalk(machine)
      for (const word of found.words.slice(0, 400)) {
        const optimum = shared?.(word, 1e7)
        const alone = create()?.(word, 1e7)
        const cost = plain(word)
        expect(optimum?.total).toBe(cost)
        expect(optimum?.sequences(1)).toEqual(alone?.sequences(1))
        expect(fits(word)).toBe(cost === 0)
      }
    }
  })

  it('reads on within a wide concurrent part, whose states are not kept', () => {
    const children = Array.from({ length: 9 }, (_, at): Block => {
      const steps = [3 * at, 3 * at + 1, 3 * at + 2].map((label): Block => ({ kind: 'label', label }))
      return { kind: 'sequence', children: [steps[0], { kind: 'optional', child: steps[1] }, steps[2]] as Block[] }
    })
    const redo: Block = { kind: 'optional', child: { kind: 'label', label: 27 } }
    const turn: Block = { kind: 'repeat', do: { kind: 'parallel', children }, redo }
    const machine = createMachine(turn)?.machine
    if (machine === undefined) throw new Error('no machine')
    const fits = createFitWalk(machine)
    const ones = new Float64Array(29).fill(1)
    const met = { fitting: 0, other: 0 }
    let seed = 1
    const random = (below: number): number => (seed = (seed * 48271) % 0x7fffffff) % below
    const shuffled = (): number[] => {
      const open = Array.from({ length: 9 }, (_, at) =>
        random(2) === 0 ? [3 * at, 3 * at + 2] : [3 * at, 3 * at + 1, 3 * at + 2],
      )
      const word: number[] = []
      while (open.some(({ length }) => length > 0)) {
        const next = open[random(9)]?.shift()
        if (next !== undefined) word.push(next)
      }
      return word
    }
    for (let run = 0; run < 250; run++) {
      const word = shuffled()
      if (run % 3 === 0) word.push(...(run % 2 === 0 ? [] : [27]), ...shuffled())
      if (run % 5 < 2) word.splice(random(word.length), 1 + random(2))
      const isFitting = denseCost(machine, word, ones.slice().fill(0, 0, 1), ones) === 0
      expect(fits(word)).toBe(isFitting)
      met[isFitting ? 'fitting' : 'other']++
    }
    expect(met.fitting).toBeGreaterThan(100)
    expect(met.other).toBeGreaterThan(50)
  })
})
