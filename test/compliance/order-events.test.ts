import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rule } from '../../src/model/rule.ts'
import { judge, makeRule, onEvent, parseEvents } from '../support/judge.ts'
import type { EventParts } from '../support/make-interaction.ts'

const limit = { kind: 'ms' as const, ms: 1_000, text: '1 s' }
const rules: Readonly<Record<string, Rule>> = {
  within: makeRule({ kind: 'within', limit, after: onEvent('a'), to: onEvent('b'), pair: 'each', unless: [] }),
  precedence: makeRule({ kind: 'precedence', before: onEvent('a'), then: onEvent('b') }),
  response: makeRule({ kind: 'response', after: onEvent('a'), then: onEvent('b') }),
  'known-before': makeRule({ kind: 'known-before', known: { kind: 'attribute', name: 'x' }, before: onEvent('b') }),
  'not-by-doer-of': makeRule({ kind: 'not-by-doer-of', on: onEvent('b'), other: onEvent('a') }),
}

describe('events of one time', () => {
  it.each([
    ['precedence', 'a@1 b@1', 'pass'],
    ['precedence', 'b@1 a@1', 'fail'],
    ['response', 'a@1 b@1', 'pass'],
    ['response', 'b@1 a@1', 'fail'],
    ['within', 'a@1 b@1', 'pass'],
    ['within', 'b@1 a@1', 'fail'],
  ])('%s over %s: %s in the order of the file, not evaluated where ties are open', (kind, text, outcome) => {
    const events = parseEvents(text)
    expect(judge(rules[kind]!, events, { ties: 'file' }).outcome).toBe(outcome)
    const open = judge(rules[kind]!, events, { ties: 'any' })
    expect([open.outcome, open.reason.en, open.evidence]).toEqual([
      'notEvaluated',
      'events have the same time, so which came first is not known',
      [{ event: 0 }, { event: 1 }],
    ])
  })

  it('do not matter where another event decides', () => {
    expect(judge(rules['precedence']!, parseEvents('a@0 b@1 a@1'), { ties: 'any' }).outcome).toBe('pass')
    expect(judge(rules['response']!, parseEvents('b@1 a@1 b@2'), { ties: 'any' }).outcome).toBe('pass')
    expect(judge(rules['within']!, parseEvents('b@1 a@1 b@1.5'), { ties: 'any' }).outcome).toBe('pass')
  })

  it('without times are in the order of the file', () => {
    expect(judge(rules['precedence']!, parseEvents('a b'), { ties: 'any' }).outcome).toBe('pass')
  })

  const event = fc.record({
    event: fc.constantFrom('a', 'b', 'c'),
    actor: fc.constantFrom('p', 'q'),
    time: fc.integer({ min: 0, max: 3 }).map((seconds) => seconds * 700),
    attributes: fc.constantFrom<NonNullable<EventParts['attributes']>>({}, { x: 1 }),
  })
  const traces = fc.array(event, { maxLength: 5 }).map((list) => list.toSorted((a, b) => a.time - b.time))

  it.each(Object.entries(rules))('%s is judged only as every order would judge it', (_kind, rule) => {
    fc.assert(
      fc.property(traces, (trace) => {
        const { outcome } = judge(rule, trace, { ties: 'any' })
        const readings = new Set(ordersOf(trace).map((order) => judge(rule, order, { ties: 'file' }).outcome))
        if (outcome !== 'notEvaluated') expect([...readings]).toEqual([outcome])
        if (new Set(trace.map(({ time }) => time)).size === trace.length) expect([...readings]).toEqual([outcome])
      }),
      { numRuns: 1_000 },
    )
  })
})

/** All orders of a trace that keep the order of times. */
function ordersOf<T extends { readonly time: number }>(trace: readonly T[]): T[][] {
  if (trace.length === 0) return [[]]
  const earliest = Math.min(...trace.map(({ time }) => time))
  return trace.flatMap((event, i) =>
    event.time === earliest ? ordersOf(trace.filter((_, k) => k !== i)).map((rest) => [event, ...rest]) : [],
  )
}
