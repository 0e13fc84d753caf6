import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBlockSearch } from '../../src/conformance/block-search.ts'
import type { TraceSymbol } from '../../src/conformance/label-trace.ts'
import type { SearchTrace } from '../../src/conformance/search.ts'
import { createSearch } from '../../src/conformance/search.ts'
import { costsOf } from '../../src/conformance/align-trace.ts'
import { compileNet } from '../../src/flow/compile-net.ts'
import { createTransitionSystem } from '../../src/flow/transition-system.ts'
import { arbitraryShape, flowOf, sizeOf } from '../support/random-flow.ts'

const RUNS = Number(process.env['RUNS'] ?? 150)

const symbol = fc.record({
  kind: fc.constantFrom<('act' | 'offer')[]>('act', 'act', 'act', 'act', 'offer'),
  labels: fc.oneof(
    { weight: 6, arbitrary: fc.array(fc.nat(20), { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(fc.nat(20), { maxLength: 3 }) },
  ),
})
const settling = fc.array(fc.record({ label: fc.nat(20), from: fc.nat(6) }), { maxLength: 2 })

describe('createBlockSearch', () => {
  it('finds what the search over markings finds, to the move, for costs, open traces and one trace after another', () => {
    const served = { yes: 0, no: 0, blocks: 0, none: 0 }
    fc.assert(
      fc.property(
        arbitraryShape({ interrupts: true, loops: true, weights: true, depth: 4 }).filter((shape) => {
          const size = sizeOf(shape)
          return size > 0 && size <= 14
        }),
        fc.array(fc.tuple(fc.array(symbol, { maxLength: 9 }), settling, fc.boolean()), { minLength: 1, maxLength: 4 }),
        (shape, traces) => {
          const flow = flowOf(shape)
          const count = flow.labels.length
          const costs = costsOf(flow)
          const blocks = createBlockSearch(flow.root, costs)
          if (blocks === undefined) return void served.none++
          served.blocks++
          const plain = createSearch(() => createTransitionSystem(compileNet(flow.root)), costs)
          for (const [drawn, settles, complete] of traces) {
            const symbols = drawn.map(({ kind, labels }): TraceSymbol => {
              const all = [...new Set(labels.map((label) => label % count))].sort((a, b) => a - b)
              const triggers = all.filter((label) => flow.labels[label]!.kind !== 'step')
              return { kind, labels: triggers.length > 0 ? triggers : all }
            })
            const settledFrom = new Map(
              settles
                .map(({ label, from }) => [label % count, Math.min(from, symbols.length)] as const)
                .filter(([label]) => flow.labels[label]!.kind === 'step'),
            )
            const trace: SearchTrace = { symbols, settledFrom }
            const found = blocks(trace, { complete, cells: 1e7 })
            if (found === undefined) {
              served.no++
              continue
            }
            served.yes++
            const expected = plain(trace, { complete, budget: 1e6 })
            if (!expected.optimal) throw new Error('not optimal')
            expect([found.contradictions, found.cost]).toEqual([expected.contradictions, expected.cost])
            expect(found.sequences(1)).toEqual([expected.moves])
          }
        },
      ),
      { numRuns: RUNS },
    )
    expect(served.yes).toBeGreaterThan(served.no)
  })
})
