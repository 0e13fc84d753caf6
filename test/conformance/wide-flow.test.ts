import { describe, expect, it } from 'vitest'
import { createSearch } from '../../src/conformance/search.ts'
import { createTransitionSystem } from '../../src/flow/transition-system.ts'
import type { Net } from '../../src/flow/net.ts'
import { flowOfYaml } from '../support/align-flow.ts'

const BRANCHES = 14

/** Fourteen branches of three steps side by side, the second behind a decision: 4^14 markings. */
const wide = flowOfYaml(`  - parallel:
${Array.from(
  { length: BRANCHES },
  (_, at) => `      - name: branch ${at}
        steps:
          - {id: a${at}}
          - choice:
              - {name: yes, when: {event: yes${at}}, steps: [{id: b${at}}]}
              - {name: no, when: {event: no${at}}}
          - {id: c${at}}`,
).join('\n')}
`)

describe('a flow of wide concurrency', () => {
  it('is aligned, and its worst case found, without meeting its markings', () => {
    const all = Array.from({ length: BRANCHES }, (_, at) => [`a${at}`, `yes${at}`, `b${at}`, `c${at}`]).flat()
    expect(wide.align(all)).toMatchObject({ cost: 0, adherence: 1, worst: 2 * 3 * BRANCHES })
    // Nothing happened: every branch the short way, its decision assumed.
    expect(wide.align([])).toMatchObject({ cost: 3 * BRANCHES, worst: 3 * BRANCHES, adherence: 0 })
    // One decision seen, its step left out.
    expect(wide.align(['a0', 'yes0', 'c0'])).toMatchObject({
      cost: 1 + 3 * (BRANCHES - 1),
      worst: 2 + 3 + 3 * (BRANCHES - 1),
    })
  })
})

describe('createSearch', () => {
  it('gives up with a bound that holds when the markings have no room, the same for each trace as if it were the first', () => {
    // A chain of a hundred places beside another: ten thousand markings, of which a trace that fits meets two hundred.
    const chain = (from: number, label: number): Net['transitions'] =>
      Array.from({ length: 100 }, (_, at) => ({ label, consume: [from + at], produce: [from + at + 1], reset: [] }))
    const net: Net = {
      places: 202,
      transitions: [...chain(0, 0), ...chain(101, 1)],
      initial: [0, 101],
      final: [100, 201],
    }
    const ones = { model: [1, 1], log: [1, 1], critical: [false, false], decision: [false, false], inner: new Map() }
    const search = () => createSearch(() => createTransitionSystem(net, { bytes: 300_000 }), ones)
    const act = (label: number) => ({ kind: 'act' as const, labels: [label] })
    const fits = {
      symbols: [...Array.from({ length: 100 }, () => act(0)), ...Array.from({ length: 100 }, () => act(1))],
      settledFrom: new Map(),
    }
    const turned = { symbols: fits.symbols.toReversed(), settledFrom: new Map() }
    const far = { symbols: [act(0), act(1)], settledFrom: new Map() }
    const options = { complete: true, budget: 1_000_000 }
    expect(search()(fits, options)).toMatchObject({ optimal: true, cost: 0 })
    expect(search()(turned, options)).toMatchObject({ optimal: true, cost: 0 })
    const alone = search()(far, options)
    expect(alone.optimal).toBe(false)
    if (!alone.optimal) expect(alone.lower).toBeLessThanOrEqual(198)
    const one = search()
    for (const trace of [far, fits, turned, fits, far]) expect(one(trace, options)).toEqual(search()(trace, options))
  })
})
