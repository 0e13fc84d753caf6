import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBlockSearch } from '../../src/conformance/block-search.ts'
import type { TraceSymbol } from '../../src/conformance/label-trace.ts'
import { createMachine } from '../../src/conformance/create-machine.ts'
import { createSearch, type MoveCosts, type SearchTrace } from '../../src/conformance/search.ts'
import { compileNet } from '../../src/flow/compile-net.ts'
import type { Block } from '../../src/flow/effective-flow.ts'
import { createTransitionSystem } from '../../src/flow/transition-system.ts'

const RUNS = Number(process.env['RUNS'] ?? 400)
const LABELS = 4

/** Blocks whose labels come again and again, so that concurrent children share them. */
const { block } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    fc.nat(LABELS - 1).map((label): Block => ({ kind: 'label', label })),
    fc
      .tuple(fc.constantFrom('sequence' as const, 'choice' as const, 'parallel' as const), tie('blocks'))
      .map(([kind, children]): Block => ({ kind, children })),
    fc
      .tuple(fc.constantFrom('parallel' as const, 'any-order' as const, 'some' as const), tie('blocks'))
      .map(([kind, children]): Block => ({ kind, children })),
    tie('block').map((child): Block => ({ kind: 'optional', child })),
    fc
      .tuple(tie('block'), tie('block'))
      .map(([body, redo]): Block => ({ kind: 'repeat', do: body, redo: { kind: 'optional', child: redo } })),
    // An interrupt around what is written out cancels it.
    tie('block').map((child): Block => ({
      kind: 'scope',
      child,
      anywhere: [],
      interrupts: [{ label: LABELS, handler: { kind: 'label', label: LABELS + 1 }, then: 'leave' }],
      flow: false,
    })),
  ),
}))

const weights = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: LABELS + 2, maxLength: LABELS + 2 })
const symbol = fc.record({
  kind: fc.constantFrom<('act' | 'offer')[]>('act', 'act', 'act', 'act', 'offer'),
  labels: fc.array(fc.nat(LABELS + 1), { maxLength: 1 }),
})
const settling = fc.array(fc.tuple(fc.nat(LABELS - 1), fc.nat(5)), { maxLength: 2 })

describe('what is written out: shared labels, any order', { timeout: 60_000 }, () => {
  it('costs and moves as the search over markings says, for open traces, talk, settled steps, interrupts around it', () => {
    const met = { served: 0, declined: 0, settled: 0, open: 0, talk: 0, interrupts: 0 }
    fc.assert(
      fc.property(
        block,
        weights,
        fc.array(fc.tuple(fc.array(symbol, { maxLength: 7 }), settling, fc.boolean()), { minLength: 1, maxLength: 3 }),
        (root, each, traces) => {
          const interrupt = (label: number): boolean => label === LABELS
          const costs: MoveCosts = {
            model: each.map((cost, label) => (interrupt(label) ? undefined : cost)),
            log: each.map((cost, label) => (interrupt(label) ? 1 : cost)),
            critical: each.map((_, label) => label === 0),
            decision: each.map(() => false),
            inner: new Map(),
          }
          const blocks = createBlockSearch(root, costs)
          if (blocks === undefined) return
          const plain = createSearch(() => createTransitionSystem(compileNet(root)), costs)
          for (const [drawn, settles, complete] of traces) {
            const symbols = drawn.map(({ kind, labels }): TraceSymbol =>
              labels.some(interrupt) ? { kind: 'act', labels } : { kind, labels },
            )
            const trace: SearchTrace = { symbols, settledFrom: new Map(settles) }
            const found = blocks(trace, { complete, cells: 1e7 })
            if (found === undefined) {
              met.declined++
              continue
            }
            met.served++
            if (settles.length > 0) met.settled++
            if (!complete) met.open++
            if (symbols.some(({ kind }) => kind === 'offer')) met.talk++
            if (symbols.some(({ labels }) => labels.some(interrupt))) met.interrupts++
            const most = 20
            const expected = plain(trace, { complete, budget: 1e5, most })
            if (!expected.optimal) throw new Error('not optimal')
            expect([found.contradictions, found.cost]).toEqual([expected.contradictions, expected.cost])
            expect(found.sequences(1)).toEqual([expected.moves])
            expect(found.sequences(most)).toEqual(expected.sequences)
          }
        },
      ),
      { numRuns: RUNS },
    )
    expect(met.served).toBeGreaterThan(met.declined)
    for (const count of [met.settled, met.open, met.talk, met.interrupts]) expect(count).toBeGreaterThan(RUNS / 10)
  })

  it('takes branches apart that share no label, and counts like branches once', () => {
    const branch = (label: number): Block => ({
      kind: 'sequence',
      children: [label, label + 1, label + 2].map((of): Block => ({ kind: 'label', label: of })),
    })
    // Ten branches, five of each of two kinds: alone 4^10 states.
    const children = Array.from({ length: 10 }, (_, at) => branch((at % 2) * 3))
    const machine = createMachine({ kind: 'parallel', children })?.machine
    expect(machine?.forks.map((fork) => fork.children.length)).toEqual([2])
    // Five tokens on four points: 56 states of each kind.
    for (const { leaves } of machine?.forks[0]?.children ?? []) expect(leaves.length).toBeLessThan(3 * 56)
  })
})
