import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/compliance/rule-kind.ts'
import type { Duration } from '../../../src/model/map.ts'
import type { RuleSpec } from '../../../src/model/rule.ts'
import { judge, makeFlow, makeRule, onEvent, onStep, parseEvents, type Setting } from '../../support/judge.ts'
import { makeCatalog, makeCel, makeEventType, makeMap, makeProof, makeRoleRef } from '../../support/make-map.ts'

type Within = Extract<RuleSpec, { kind: 'within' }>

const seconds = (count: number): Duration => ({ kind: 'ms', ms: count * 1000, text: `${count} s` })

function within(parts: Partial<Within> = {}) {
  return makeRule({
    kind: 'within',
    limit: seconds(30),
    after: onEvent('a'),
    to: onEvent('b'),
    pair: 'each',
    unless: [],
    ...parts,
  })
}

describe('within', () => {
  it.each<[string, Partial<Within>, string, Setting, Outcome, string]>([
    ['in time', {}, 'a@0 b@12', {}, 'pass', '`b` came after 12 s (limit 30 s)'],
    ['exactly on the limit', {}, 'a@0 b@30', {}, 'pass', '`b` came after 30 s (limit 30 s)'],
    ['a little late', {}, 'a@0 b@30.001', {}, 'fail', '`b` came late, after 30.001 s (limit 30 s)'],
    ['at the same time', {}, 'a@5 b@5', {}, 'pass', '`b` came after 0 s (limit 30 s)'],
    ['after did not happen', {}, 'b@0 c@1', {}, 'notApplicable', '`a` did not happen'],
    [
      'after did not happen yet',
      {},
      'b@0 c@1',
      { open: true },
      'pending',
      '`a` has not happened yet and the contact is open',
    ],
    ['to was earlier only', {}, 'b@0 a@1', {}, 'fail', 'the contact ended without `b` (limit 30 s)'],
    [
      'the limit still runs',
      {},
      'a@0 c@10',
      { open: true },
      'pending',
      '`b` has not happened yet and the limit still runs',
    ],
    [
      'the limit ends at this very moment',
      {},
      'a@0 c@10',
      { open: true, asOf: 30_000 },
      'pending',
      '`b` has not happened yet and the limit still runs',
    ],
    [
      'the limit has passed',
      {},
      'a@0 c@10',
      { open: true, asOf: 30_001 },
      'fail',
      '`b` did not come (limit 30 s, now past)',
    ],
    ['it ended before the limit', {}, 'a@0 c@10', {}, 'fail', 'the contact ended without `b` (limit 30 s)'],
    [
      'excused in time',
      { unless: ['hung-up'] },
      'a@0 hung-up@10',
      {},
      'notApplicable',
      '`hung-up` came before the deadline',
    ],
    [
      'excused too late',
      { unless: ['hung-up'] },
      'a@0 hung-up@31 c@40',
      {},
      'fail',
      '`b` did not come (limit 30 s, now past)',
    ],
    [
      'excuse before the start',
      { unless: ['hung-up'] },
      'hung-up@0 a@1',
      {},
      'fail',
      'the contact ended without `b` (limit 30 s)',
    ],
    [
      'answered in spite of the excuse',
      { unless: ['hung-up'] },
      'a@0 hung-up@10 b@40',
      {},
      'fail',
      '`b` came late, after 40 s (limit 30 s)',
    ],
    ['no time at the start', {}, 'a b@10', {}, 'notEvaluated', 'a time is missing, so nothing can be measured'],
    ['no time at the end', {}, 'a@10 b', {}, 'notEvaluated', 'a time is missing, so nothing can be measured'],
    ['no time and no end', {}, 'a c', {}, 'notEvaluated', 'a time is missing, so nothing can be measured'],
    [
      'times that run backwards',
      {},
      'a@10 b@5',
      {},
      'notEvaluated',
      'the times of the log run backwards, so nothing can be measured',
    ],
    ['each: one late', {}, 'a@0 b@1 a@10 b@50', {}, 'fail', '`b` came late, after 40 s (limit 30 s)'],
    ['each: one to closes several', {}, 'a@0 a@5 b@12', {}, 'pass', '`b` came after 12 s (limit 30 s) (2 times)'],
    [
      'each: a late one beside one without time',
      {},
      'a b@1 a@10 b@50',
      {},
      'fail',
      '`b` came late, after 40 s (limit 30 s)',
    ],
    [
      'each: one without time',
      {},
      'a b@1 a@10 b@15',
      {},
      'notEvaluated',
      'a time is missing, so nothing can be measured',
    ],
    [
      'each: two of three late',
      {},
      'a@0 b@40 a@50 b@51 a@60 b@99',
      {},
      'fail',
      '`b` came late, after 40 s (limit 30 s) (2 of 3 times)',
    ],
    ['first', { pair: 'first' }, 'a@0 b@1 a@10 b@50', {}, 'pass', '`b` came after 1 s (limit 30 s)'],
    ['last', { pair: 'last' }, 'a@0 b@40 a@41 b@50', {}, 'pass', '`b` came after 9 s (limit 30 s)'],
  ])('%s', (_name, parts, events, setting, outcome, reason) => {
    const result = judge(within(parts), parseEvents(events), setting)
    expect([result.outcome, result.reason.en]).toEqual([outcome, reason])
    expect(result.reason.zh).toMatch(/\p{Script=Han}/u)
  })

  it('shows the events and measures the longest', () => {
    const result = judge(within(), parseEvents('a@0 b@12 x@13 a@20 b@25'))
    expect(result.evidence).toEqual([{ event: 0 }, { event: 1 }, { event: 3 }, { event: 4 }])
    expect(result.measured).toBe(12_000)
    expect(judge(within(), parseEvents('a@0 b@42')).reason.zh).toBe('`b` 用时 42 秒，超过限时 30 秒')
  })

  it('measures the first response: the first utterance of the customer to the next of the agent', () => {
    const utterance = (role: string) =>
      onEvent(makeProof({ role: [makeRoleRef(role)], where: makeCel('kind == "utterance"') }))
    const rule = within({ after: utterance('customer'), to: utterance('agent'), pair: 'first' })
    const speak = (role: string, kind: string, time: number) => ({ event: 'turn', role, time, attributes: { kind } })
    const result = judge(rule, [
      speak('agent', 'utterance', 0),
      speak('customer', 'utterance', 1_000),
      speak('agent', 'action', 2_000),
      speak('customer', 'utterance', 3_000),
      speak('agent', 'utterance', 43_000),
    ])
    expect([result.outcome, result.measured]).toEqual(['fail', 42_000])
  })

  describe('with a limit from the log', () => {
    const limit: Duration = { kind: 'from', ref: 'request', attribute: 'dueAt', text: '{from: request.dueAt}' }
    const rule = within({ limit, after: onStep('request'), to: onEvent('reply') })
    const flow = makeFlow({ request: null })
    const typed = (type: 'time' | 'duration') =>
      makeMap({
        catalog: makeCatalog({
          events: new Map([['request', makeEventType('request', { attributes: new Map([['dueAt', type]]) })]]),
        }),
      })
    const events = (dueAt: number | string | null, reply: number, time = 1_000) => [
      { event: 'request', time, attributes: { dueAt } },
      { event: 'reply', time: reply },
    ]

    it('a time is the deadline itself', () => {
      expect(judge(rule, events(5_000, 5_000), { flow, map: typed('time') }).outcome).toBe('pass')
      const late = judge(rule, events(5_000, 5_001), { flow, map: typed('time') })
      expect([late.outcome, late.reason.en]).toEqual(['fail', '`reply` came late, after 4.001 s (promised within 4 s)'])
    })

    it('a duration counts from `after`', () => {
      expect(judge(rule, events(5_000, 6_000), { flow, map: typed('duration') }).outcome).toBe('pass')
      expect(judge(rule, events(5_000, 6_001), { flow, map: typed('duration') }).outcome).toBe('fail')
    })

    it('undeclared, large numbers are times and small ones durations', () => {
      const day = Date.UTC(2026, 6, 1)
      expect(judge(rule, events(day + 500, day + 501, day), { flow }).outcome).toBe('fail')
      expect(judge(rule, events(500, day + 500, day), { flow }).outcome).toBe('pass')
    })

    it('missing or senseless, nothing is judged', () => {
      const missing = judge(rule, events(null, 6_000), { flow })
      expect([missing.outcome, missing.reason.en]).toEqual([
        'notEvaluated',
        'the log does not give the limit `request.dueAt`',
      ])
      expect(judge(rule, events('tomorrow', 6_000), { flow }).outcome).toBe('notEvaluated')
    })

    it('each request has its own', () => {
      const request = (time: number, dueAt: number) => ({ event: 'request', time, attributes: { dueAt } })
      const result = judge(
        rule,
        [request(0, 10), { event: 'reply', time: 5 }, request(20, 30), { event: 'reply', time: 31 }],
        { flow, map: typed('time') },
      )
      expect([result.outcome, result.evidence]).toEqual(['fail', [{ event: 2 }, { event: 3 }]])
    })

    it('a promise made on the way counts, the last one before `to`', () => {
      const rule = within({ limit, after: onEvent('assign'), to: onEvent('arrive') })
      const request = (time: number, dueAt: number) => ({ event: 'request', time, attributes: { dueAt } })
      const run = (arrive: number) =>
        judge(
          rule,
          [
            { event: 'assign', time: 0 },
            request(1, 10),
            request(2, 20),
            { event: 'arrive', time: arrive },
            request(99, 999),
          ],
          { flow, map: typed('time') },
        ).outcome
      expect([run(20), run(21)]).toEqual(['pass', 'fail'])
    })
  })

  describe('in rings', () => {
    const rule = within({
      limit: { kind: 'rings', count: 3, text: '3 rings' },
      after: onEvent('offer'),
      to: onEvent('answer'),
    })

    it.each<[string, string, Outcome, string]>([
      ['counted', 'offer ring ring ring answer', 'pass', '`answer` came after 3 rings (limit 3)'],
      ['counted, too many', 'offer ring ring ring ring answer', 'fail', '`answer` came after 4 rings (limit 3)'],
      ['counted between only', 'ring offer answer ring', 'pass', '`answer` came after 0 rings (limit 3)'],
      ['by time', 'offer@0 answer@15', 'pass', '`answer` came after 15 s (limit 3 rings)'],
      ['by time, too late', 'offer@0 answer@15.5', 'fail', '`answer` came late, after 15.5 s (limit 3 rings)'],
      ['neither rings nor times', 'offer answer', 'notEvaluated', 'neither rings nor times are in the log'],
      ['never answered', 'offer ring ring ring ring', 'fail', '4 rings without `answer` (limit 3)'],
      ['given up early', 'offer@0 ring@1 hung-up@3', 'fail', 'the contact ended without `answer` (limit 3 rings)'],
    ])('%s', (_name, events, outcome, reason) => {
      const result = judge(rule, parseEvents(events))
      expect([result.outcome, result.reason.en]).toEqual([outcome, reason])
    })

    it('stated by the answer, before all else', () => {
      const run = (rings: number) => judge(rule, ['offer', 'ring', { event: 'answer', attributes: { rings } }]).outcome
      expect([run(3), run(4)]).toEqual(['pass', 'fail'])
    })

    it('measures the time where the log has it', () => {
      expect(judge(rule, parseEvents('offer@0 ring@1 answer@4')).measured).toBe(4_000)
      expect(judge(rule, parseEvents('offer ring@1 answer@4'))).not.toHaveProperty('measured')
      expect(judge(rule, parseEvents('offer@0 ring@1 answer'))).not.toHaveProperty('measured')
      expect(judge(rule, parseEvents('offer@4 ring@5 answer@1'))).not.toHaveProperty('measured')
    })

    it('at the length the catalogue gives', () => {
      const map = makeMap({
        catalog: makeCatalog({ constants: new Map([['ring', { kind: 'ms', ms: 6_000, text: '6 s' }]]) }),
      })
      expect(judge(rule, parseEvents('offer@0 answer@18'), { map }).outcome).toBe('pass')
    })
  })

  describe('laws', () => {
    const trace = fc.array(
      fc.record({
        event: fc.constantFrom('a', 'b', 'c', 'hung-up'),
        time: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined, freq: 8 }),
      }),
      { maxLength: 9 },
    )
    const sorted = trace.map((events) => {
      const times = events.flatMap((event) => event.time ?? []).sort((x, y) => x - y)
      return events.map(({ event, time }) => (time === undefined ? { event } : { event, time: times.shift() ?? 0 }))
    })
    const pairs = fc.constantFrom('each' as const, 'first' as const, 'last' as const)
    const limits = fc.integer({ min: 0, max: 20 })

    it('agrees with pairing by hand', () => {
      fc.assert(
        fc.property(
          sorted,
          pairs,
          limits,
          fc.boolean(),
          fc.integer({ min: 0, max: 60 }),
          (events, pair, ms, open, asOf) => {
            const rule = within({ pair, limit: { kind: 'ms', ms, text: '' }, unless: ['hung-up'] })
            const result = judge(rule, events, { open, asOf })
            expect(result.outcome).toBe(outcomeByHand(events, pair, ms, open, asOf))
          },
        ),
        { numRuns: 2_000 },
      )
    })

    it('shifting all times changes nothing', () => {
      fc.assert(
        fc.property(sorted, pairs, limits, fc.integer({ min: -1e9, max: 1e9 }), (events, pair, ms, shift) => {
          const rule = within({ pair, limit: { kind: 'ms', ms, text: '' } })
          const moved = events.map((event) =>
            event.time === undefined ? event : { ...event, time: event.time + shift },
          )
          expect({ ...judge(rule, moved, { asOf: 50 + shift }) }).toEqual({ ...judge(rule, events, { asOf: 50 }) })
        }),
      )
    })

    it('a longer limit never turns a pass into a failure', () => {
      fc.assert(
        fc.property(sorted, pairs, limits, limits, (events, pair, ms, more) => {
          const run = (limit: number) =>
            judge(within({ pair, limit: { kind: 'ms', ms: limit, text: '' } }), events, { asOf: 100 }).outcome
          if (run(ms) === 'pass') expect(run(ms + more)).toBe('pass')
        }),
      )
    })
  })
})

function outcomeByHand(
  events: readonly { event: string; time?: number }[],
  pair: 'each' | 'first' | 'last',
  ms: number,
  open: boolean,
  asOf: number,
): Outcome {
  let starts = events.flatMap((event, i) => (event.event === 'a' ? [i] : []))
  if (pair === 'first') starts = starts.slice(0, 1)
  if (pair === 'last') starts = starts.slice(-1)
  if (starts.length === 0) return open ? 'pending' : 'notApplicable'
  const outcomes = starts.map((i): Outcome => {
    const after = events.slice(i)
    const from = after[0]!.time
    if (from === undefined) return 'notEvaluated'
    const to = after.find((event) => event.event === 'b')
    if (to) {
      if (to.time === undefined) return 'notEvaluated'
      return to.time - from <= ms ? 'pass' : 'fail'
    }
    if (after.some((event) => event.event === 'hung-up' && (event.time ?? from) <= from + ms)) return 'notApplicable'
    if (from + ms < asOf || !open) return 'fail'
    return 'pending'
  })
  for (const each of ['fail', 'pending', 'notEvaluated', 'pass'] as const) if (outcomes.includes(each)) return each
  return 'notApplicable'
}
