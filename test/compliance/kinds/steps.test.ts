import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/compliance/rule-kind.ts'
import type { Rule } from '../../../src/model/rule.ts'
import { judge, makeFlow, makeRule, onEvent, onStep, type Setting } from '../../support/judge.ts'
import type { EventParts } from '../../support/make-interaction.ts'
import { makeProof, makeRoleRef } from '../../support/make-map.ts'

const flow = makeFlow({ special: null, review: null, dispatch: null, 'hand-over': null })

type Row = [string, Rule, readonly (string | EventParts)[], Setting, Outcome, string]

function checkRow([, rule, events, setting, outcome, reason]: Row): void {
  const result = judge(rule, events, { flow, ...setting })
  expect([result.outcome, result.reason.en]).toEqual([outcome, reason])
  expect(result.reason.zh).toMatch(/\p{Script=Han}/u)
}

describe('by', () => {
  const rule = makeRule({ kind: 'by', on: onStep('review'), roles: [makeRoleRef('supervisor+')] })
  const review = (role?: string): EventParts => ({ event: 'review', ...(role === undefined ? {} : { role }) })

  it.each<Row>([
    ['the role itself', rule, [review('supervisor')], {}, 'pass', '`review` was done by `supervisor`'],
    ['a higher role', rule, [review('manager')], {}, 'pass', '`review` was done by `manager`'],
    ['a lower role', rule, [review('agent')], {}, 'fail', '`review` was done by `agent`, wanted `supervisor` or above'],
    [
      'a role outside the catalogue, unnamed',
      rule,
      [review('张三')],
      {},
      'fail',
      '`review` was done by a role the catalogue does not have, wanted `supervisor` or above',
    ],
    ['no role', rule, [review()], {}, 'notEvaluated', 'the log does not tell who did `review`'],
    ['not done', rule, ['special'], {}, 'notApplicable', '`review` did not happen'],
    [
      'not done yet',
      rule,
      ['special'],
      { open: true },
      'pending',
      '`review` has not happened yet and the contact is open',
    ],
    [
      'one of two wrong',
      rule,
      [review('manager'), review('agent')],
      {},
      'fail',
      '`review` was done by `agent`, wanted `supervisor` or above',
    ],
    [
      'one wrong, one unknown',
      rule,
      [review(), review('agent')],
      {},
      'fail',
      '`review` was done by `agent`, wanted `supervisor` or above',
    ],
    [
      'one right, one unknown',
      rule,
      [review('manager'), review()],
      {},
      'notEvaluated',
      'the log does not tell who did `review`',
    ],
  ])('%s', (...row) => checkRow(row))

  it('shows the events that decide', () => {
    expect(judge(rule, [review('manager'), review('agent')], { flow }).evidence).toEqual([{ event: 1 }])
  })
})

describe('records and carries', () => {
  const records = makeRule({ kind: 'records', on: onStep('dispatch'), attributes: ['city', 'request'] })
  const carries = makeRule({ kind: 'carries', on: onStep('hand-over'), attributes: ['intent', 'history'] })
  const dispatch = (attributes: EventParts['attributes'] = {}): EventParts => ({ event: 'dispatch', attributes })

  it.each<Row>([
    ['whole', records, [dispatch({ city: '济南', request: 'x' })], {}, 'pass', '`dispatch` recorded all that is asked'],
    ['one absent', records, [dispatch({ city: '济南' })], {}, 'fail', '`dispatch` did not record `request`'],
    ['both absent', records, ['dispatch'], {}, 'fail', '`dispatch` did not record `city`, `request`'],
    ['empty', records, [dispatch({ city: ' ', request: 'x' })], {}, 'fail', '`dispatch` did not record `city`'],
    [
      'a word for nothing',
      records,
      [dispatch({ city: '未知', request: 'x' })],
      {},
      'fail',
      '`dispatch` did not record `city`',
    ],
    ['null', records, [dispatch({ city: null, request: 'x' })], {}, 'fail', '`dispatch` did not record `city`'],
    ['an empty list', records, [dispatch({ city: [], request: 'x' })], {}, 'fail', '`dispatch` did not record `city`'],
    [
      '0 and false are values',
      records,
      [dispatch({ city: 0, request: false })],
      {},
      'pass',
      '`dispatch` recorded all that is asked',
    ],
    [
      'over several events of the step',
      records,
      [dispatch({ city: '济南' }), dispatch({ request: 'x' })],
      {},
      'pass',
      '`dispatch` recorded all that is asked',
    ],
    [
      'recorded at another event',
      records,
      [{ event: 'review', attributes: { request: 'x' } }, dispatch({ city: '济南' })],
      {},
      'fail',
      '`dispatch` did not record `request`',
    ],
    ['not done', records, ['review'], {}, 'notApplicable', '`dispatch` did not happen'],
    ['not done yet', records, [], { open: true }, 'pending', '`dispatch` has not happened yet and the contact is open'],
    [
      'a name of the prototype',
      makeRule({ kind: 'records', on: onStep('dispatch'), attributes: ['constructor'] }),
      ['dispatch'],
      {},
      'fail',
      '`dispatch` did not record `constructor`',
    ],
    [
      'a field of the event itself',
      makeRule({ kind: 'records', on: onStep('dispatch'), attributes: ['actor'] }),
      [{ event: 'dispatch', actor: 'a1' }],
      {},
      'pass',
      '`dispatch` recorded all that is asked',
    ],
    [
      'carried',
      carries,
      [{ event: 'hand-over', attributes: { intent: 'x', history: 'y' } }],
      {},
      'pass',
      '`hand-over` carried all that is asked',
    ],
    [
      'not carried',
      carries,
      [{ event: 'hand-over', attributes: { intent: 'x' } }],
      {},
      'fail',
      '`hand-over` did not carry `history`',
    ],
    ['no hand-over', carries, ['review'], {}, 'notApplicable', '`hand-over` did not happen'],
  ])('%s', (...row) => checkRow(row))
})

describe('precedence', () => {
  const rule = makeRule({ kind: 'precedence', before: onEvent('verified'), then: onStep('dispatch') })

  it.each<Row>([
    ['in order', rule, ['verified', 'dispatch', 'dispatch'], {}, 'pass', '`verified` came before `dispatch`'],
    ['the wrong way round', rule, ['dispatch', 'verified'], {}, 'fail', '`dispatch` came before `verified`'],
    [
      'only the second time in order',
      rule,
      ['dispatch', 'verified', 'dispatch'],
      {},
      'fail',
      '`dispatch` came before `verified`',
    ],
    ['without it', rule, ['dispatch'], {}, 'fail', '`dispatch` without `verified`'],
    ['without it while open', rule, ['dispatch'], { open: true }, 'fail', '`dispatch` without `verified`'],
    ['not done', rule, ['verified'], {}, 'notApplicable', '`dispatch` did not happen'],
    [
      'not done yet',
      rule,
      ['verified'],
      { open: true },
      'pending',
      '`dispatch` has not happened yet and the contact is open',
    ],
  ])('%s', (...row) => checkRow(row))

  it('shows the events in question', () => {
    expect(judge(rule, ['dispatch', 'verified'], { flow }).evidence).toEqual([{ event: 0 }, { event: 1 }])
    expect(judge(rule, ['verified', 'x', 'dispatch'], { flow }).evidence).toEqual([{ event: 0 }, { event: 2 }])
  })
})

describe('response', () => {
  const rule = makeRule({ kind: 'response', after: onEvent('promised'), then: onEvent('replied') })

  it.each<Row>([
    ['answered', rule, ['promised', 'x', 'replied'], {}, 'pass', '`replied` followed `promised`'],
    ['one answer for several', rule, ['promised', 'promised', 'replied'], {}, 'pass', '`replied` followed `promised`'],
    ['not answered', rule, ['promised', 'x'], {}, 'fail', '`replied` did not follow `promised`'],
    ['answered before only', rule, ['replied', 'promised'], {}, 'fail', '`replied` did not follow `promised`'],
    [
      'the second not answered',
      rule,
      ['promised', 'replied', 'promised'],
      {},
      'fail',
      '`replied` did not follow `promised`',
    ],
    [
      'not answered yet',
      rule,
      ['promised'],
      { open: true },
      'pending',
      '`replied` has not followed `promised` yet and the contact is open',
    ],
    ['nothing to answer', rule, ['x'], {}, 'notApplicable', '`promised` did not happen'],
    [
      'nothing to answer yet',
      rule,
      ['x'],
      { open: true },
      'pending',
      '`promised` has not happened yet and the contact is open',
    ],
  ])('%s', (...row) => checkRow(row))

  it('shows what was not answered', () => {
    expect(judge(rule, ['promised', 'replied', 'promised'], { flow }).evidence).toEqual([{ event: 2 }])
  })
})

describe('known-before', () => {
  const known = makeRule({
    kind: 'known-before',
    before: onStep('dispatch'),
    known: {
      kind: 'any',
      of: [
        {
          kind: 'all',
          of: [
            { kind: 'attribute', name: 'name' },
            { kind: 'attribute', name: 'pin' },
          ],
        },
        { kind: 'proof', proof: makeProof('verified') },
      ],
    },
  })
  const tells = (attributes: EventParts['attributes'] = {}): EventParts => ({ event: 'said', attributes })

  it.each<Row>([
    [
      'both told',
      known,
      [tells({ name: 'x' }), tells({ pin: 1 }), 'dispatch'],
      {},
      'pass',
      'all was known before `dispatch`',
    ],
    ['shown by an event', known, ['verified', 'dispatch'], {}, 'pass', 'all was known before `dispatch`'],
    [
      'one told',
      known,
      [tells({ name: 'x' }), 'dispatch'],
      {},
      'fail',
      '`pin` or `verified` was not known before `dispatch`',
    ],
    [
      'told too late',
      known,
      [tells({ name: 'x' }), 'dispatch', tells({ pin: 1 })],
      {},
      'fail',
      '`pin` or `verified` was not known before `dispatch`',
    ],
    [
      'told at the step itself',
      known,
      [tells({ name: 'x' }), { event: 'dispatch', attributes: { pin: 1 } }],
      {},
      'fail',
      '`pin` or `verified` was not known before `dispatch`',
    ],
    [
      'told blank',
      known,
      [tells({ name: '无', pin: 1 }), 'dispatch'],
      {},
      'fail',
      '`name` or `verified` was not known before `dispatch`',
    ],
    ['not done', known, ['verified'], {}, 'notApplicable', '`dispatch` did not happen'],
    [
      'not done yet',
      known,
      ['verified'],
      { open: true },
      'pending',
      '`dispatch` has not happened yet and the contact is open',
    ],
  ])('%s', (...row) => checkRow(row))

  it('shows from where it was known', () => {
    const events = ['x', tells({ name: 'x' }), tells({ pin: 1 }), 'dispatch']
    expect(judge(known, events, { flow }).evidence).toEqual([{ event: 1 }, { event: 2 }, { event: 3 }])
  })
})

describe('not-by-doer-of', () => {
  const rule = makeRule({ kind: 'not-by-doer-of', on: onStep('review'), other: onStep('special') })
  const special = (actor?: string): EventParts => ({ event: 'special', ...(actor === undefined ? {} : { actor }) })
  const review = (actor?: string): EventParts => ({ event: 'review', ...(actor === undefined ? {} : { actor }) })

  it.each<Row>([
    [
      'two persons',
      rule,
      [special('a'), review('b')],
      {},
      'pass',
      '`review` and `special` were done by different persons',
    ],
    ['one person', rule, [special('a'), review('a ')], {}, 'fail', '`review` was done by the same person as `special`'],
    [
      'each held against the last before it',
      rule,
      [special('a'), review('b'), special('b'), review('a')],
      {},
      'pass',
      '`review` and `special` were done by different persons (2 times)',
    ],
    [
      'the other came later',
      rule,
      [review('a'), special('a')],
      {},
      'fail',
      '`review` was done by the same person as `special`',
    ],
    ['no doer', rule, [special('a'), review()], {}, 'notEvaluated', 'the log does not name who did `review`'],
    [
      'no doer of the other',
      rule,
      [special(' '), review('a')],
      {},
      'notEvaluated',
      'the log does not name who did `special`',
    ],
    ['not done', rule, [special('a')], {}, 'notApplicable', '`review` did not happen'],
    ['the other not done', rule, [review('a')], {}, 'notApplicable', '`special` did not happen'],
    [
      'the other not done yet',
      rule,
      [review('a')],
      { open: true },
      'pending',
      '`special` has not happened yet and the contact is open',
    ],
  ])('%s', (...row) => checkRow(row))

  it('shows both events', () => {
    expect(judge(rule, [special('a'), 'x', review('a')], { flow }).evidence).toEqual([{ event: 0 }, { event: 2 }])
  })
})
