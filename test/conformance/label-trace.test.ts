import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowOfYaml } from '../support/align-flow.ts'

const flow = flowOfYaml(
  `
  - {id: greet, proof: {says: hello}}
  - {id: verify, satisfied-by: {event: known}}
  - choice: [{name: one, when: {event: picked}, steps: [{id: a}]}, {name: other, steps: [{id: b}]}]
  - {id: part, proof: {any: [{says: bye}, {event: closed}]}}`,
  {
    events: { talk: '{speech: true}', hold: '{}' },
    catalog: 'ambient: ["hold"]',
    lexicons: 'lexicons: {hello: {any: [hello]}, bye: {any: [goodbye]}}',
  },
)
const event = fc.oneof(
  fc.constantFrom('verify', 'known', 'picked', 'a', 'b', 'closed', 'hold', 'other'),
  fc
    .constantFrom('hello', 'goodbye', 'hello and goodbye', 'rain')
    .map((text) => ({ event: 'talk', speech: true, text })),
)

describe('labelTrace and the moves given back', () => {
  it('shows every event, in order, and acts exactly once', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), (events) => {
        const { moves } = flow.align(events)
        const shown = moves.flatMap((move) => (move.type === 'model' ? [] : [move.event]))
        expect(shown).toEqual([...shown].sort((a, b) => a - b))
        events.forEach((one, at) => {
          const times = shown.filter((other) => other === at).length
          if (typeof one === 'string') expect(times).toBe(1)
          else expect(times).toBeGreaterThanOrEqual(1)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('gives a decision event no other label, sets aside what is ambient or only settles, and keeps empty talk apart', () => {
    const talk = { event: 'talk', speech: true, text: 'rain' }
    expect(flow.label(['hold', 'known', 'picked', talk, 'other'])).toEqual({
      symbols: [
        { kind: 'act', labels: [2] },
        { kind: 'act', labels: [] },
      ],
      events: [2, 4],
      settled: [{ label: 1, from: 0, event: 1 }],
      ambient: [0, 1],
      talk: [3],
      key: 'a2as1@0',
    })
  })
})
