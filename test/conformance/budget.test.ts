import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignTrace, createAligner } from '../../src/conformance/align-trace.ts'
import type { LabelledTrace } from '../../src/conformance/label-trace.ts'
import { arbitraryShape, flowOf } from '../support/random-flow.ts'

describe('the budget of a search', () => {
  it('gives up with bounds that hold, or with the optimum', () => {
    const shapes = arbitraryShape({ interrupts: true, loops: true, weights: true })
    let bounded = 0
    fc.assert(
      fc.property(
        shapes,
        fc.array(fc.nat(9), { maxLength: 5 }),
        fc.integer({ min: 1, max: 12 }),
        (shape, events, budget) => {
          const flow = flowOf(shape)
          fc.pre(flow.labels.length > 0 && flow.labels.length < 12)
          const symbols = events.map((event) => ({ kind: 'act' as const, labels: [event % flow.labels.length] }))
          const trace: LabelledTrace = {
            symbols,
            events: symbols.map((_, at) => at),
            settled: [],
            ambient: [],
            talk: [],
            key: '',
          }
          const exact = createAligner(flow).align(trace)
          const found = alignTrace(flow, trace, { budget })
          if (!exact.optimal) throw new Error('not optimal')
          if (found.optimal) {
            expect(found.cost).toBe(exact.cost)
            return
          }
          bounded++
          expect(found.lower).toBeLessThanOrEqual(exact.cost)
          expect(found.upper).toBeGreaterThanOrEqual(exact.cost)
          // Either the search went over the budget, or what it found stands and only the worst case is not known.
          // The general search counts the state that was one too many.
          if (found.lower < found.upper) expect([budget, budget + 1]).toContain(found.expanded)
        },
      ),
      { numRuns: 500 },
    )
    expect(bounded).toBeGreaterThan(20)
  })
})
