import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createActivityAligner } from '../../src/conformance/align-activities.ts'
import { emptyRunCost } from '../../src/conformance/empty-run-cost.ts'
import { createFlowSystem } from '../../src/flow/flow-system.ts'
import { arbitraryShape, flowOf } from '../support/random-flow.ts'

it('is what a search over the markings finds', () => {
  const costs = new Set<number | undefined>()
  const shapes = arbitraryShape({ interrupts: false, loops: true, weights: false })
  fc.assert(
    fc.property(shapes, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }), (shape, prices) => {
      const { root, labels } = flowOf(shape)
      fc.pre(labels.length > 0 && labels.length < 12)
      const model = labels.map((_, at) => prices[at % prices.length] ?? 1)
      const system = () => createFlowSystem(root)
      const searched = createActivityAligner({ activities: labels.length, system }, { costs: { model } })
      const cost = emptyRunCost(root, (label) => model[label] ?? 0)
      expect(cost).toBe(searched.emptyRunCost)
      costs.add(cost)
    }),
    { numRuns: 1000 },
  )
  expect(costs.size).toBeGreaterThan(10)
})

it('is left to a search where an interrupt may come, in a net, and in a choice of nothing', () => {
  const step = { kind: 'label', label: 0 } as const
  const price = () => 2
  const interrupt = { label: 1, then: 'leave', handler: step } as const
  const scope = { kind: 'scope', child: step, flow: false, anywhere: [] } as const
  expect(emptyRunCost({ ...scope, interrupts: [interrupt] }, price)).toBe(undefined)
  expect(emptyRunCost({ ...scope, interrupts: [{ ...interrupt, max: 0 }] }, price)).toBe(2)
  expect(emptyRunCost({ kind: 'choice', children: [] }, price)).toBe(undefined)
  expect(emptyRunCost({ kind: 'some', children: [] }, price)).toBe(0)
  expect(emptyRunCost({ kind: 'sequence', children: [step, { kind: 'choice', children: [] }] }, price)).toBe(undefined)
})
