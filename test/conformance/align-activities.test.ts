import { describe, expect, it } from 'vitest'
import { compareSuffixes, createActivityAligner } from '../../src/conformance/align-activities.ts'
import type { Block } from '../../src/flow/effective-flow.ts'
import { createTransitionSystem } from '../../src/flow/transition-system.ts'

const step = (label: number): Block => ({ kind: 'label', label })
const abc: Block = { kind: 'sequence', children: [step(0), step(1), step(2)] }

describe('createActivityAligner', () => {
  it('gives cost and, when asked, moves over positions of the word', () => {
    const aligner = createActivityAligner({ activities: 3, block: abc })
    expect(aligner.emptyRunCost).toBe(3)
    const found = aligner.align([1, 0, -1, 2])
    expect(found).toMatchObject({ optimal: true, cost: 3 })
    expect(found.optimal && found.moves()).toEqual([
      { type: 'log', event: 0, labels: [1] },
      { type: 'sync', event: 1, label: 0 },
      { type: 'log', event: 2, labels: [] },
      { type: 'model', label: 1 },
      { type: 'sync', event: 3, label: 2 },
    ])
  })

  it('says when the end of a model cannot be reached', () => {
    const net = {
      places: 3,
      transitions: [{ label: 0, consume: [0], produce: [1], reset: [] }],
      initial: [0],
      final: [2],
    }
    const aligner = createActivityAligner({ activities: 1, system: () => createTransitionSystem(net) })
    expect(aligner.emptyRunCost).toBe(Infinity)
    expect(aligner.align([0])).toMatchObject({ optimal: false, lower: Infinity, upper: Infinity })
  })

  it('orders words by their ends', () => {
    expect([[0, 1], [2], [1], [1, 1]].sort(compareSuffixes)).toEqual([[1], [0, 1], [1, 1], [2]])
  })
})
