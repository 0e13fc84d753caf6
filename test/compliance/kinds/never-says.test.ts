import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/compliance/rule-kind.ts'
import type { Rule } from '../../../src/model/rule.ts'
import { judge, makeFlow, makeRule, onStep, type Setting } from '../../support/judge.ts'
import type { EventParts } from '../../support/make-interaction.ts'
import { makeLexicon } from '../../support/make-lexicon.ts'
import { makeRoleRef } from '../../support/make-map.ts'

const lexicon = makeLexicon({ id: 'overpromise', any: ['保证', '一定'], except: ['不一定'] })
const flow = makeFlow({ confirm: null })
const anywhere = makeRule(
  { kind: 'never-says', lexicon },
  { speaker: [makeRoleRef('agent'), makeRoleRef('supervisor+')] },
)
const atStep = makeRule({ kind: 'never-says', lexicon, on: onStep('confirm') })

const said = (role: string | undefined, text: string | undefined, event = 'turn'): EventParts => ({
  event,
  speech: event === 'turn',
  ...(role === undefined ? {} : { role }),
  ...(text === undefined ? {} : { text }),
})

describe('never-says', () => {
  it.each<[string, Rule, readonly EventParts[], Setting, Outcome, string]>([
    ['said', anywhere, [said('agent', '我保证')], {}, 'fail', '`overpromise` was said and must not be'],
    [
      'said by a higher role',
      anywhere,
      [said('manager', '一定')],
      {},
      'fail',
      '`overpromise` was said and must not be',
    ],
    [
      'said twice',
      anywhere,
      [said('agent', '保证'), said('agent', '一定')],
      {},
      'fail',
      '`overpromise` was said 2 times and must not be',
    ],
    [
      'said while open',
      anywhere,
      [said('agent', '保证')],
      { open: true },
      'fail',
      '`overpromise` was said and must not be',
    ],
    [
      'said beside a turn without text',
      anywhere,
      [said('agent', undefined), said('agent', '保证')],
      {},
      'fail',
      '`overpromise` was said and must not be',
    ],
    ['not said', anywhere, [said('agent', '不一定')], {}, 'pass', '`overpromise` was not said'],
    [
      'said by the customer',
      anywhere,
      [said('customer', '你保证吗'), said('agent', '您好')],
      {},
      'pass',
      '`overpromise` was not said',
    ],
    [
      'not said so far',
      anywhere,
      [said('agent', '您好')],
      { open: true },
      'pending',
      '`overpromise` was not said so far and the contact is open',
    ],
    [
      'a turn without text',
      anywhere,
      [said('agent', '您好'), said('agent', undefined)],
      {},
      'notEvaluated',
      'text is missing, so what was said cannot be judged',
    ],
    [
      'no text at all',
      anywhere,
      [said('agent', undefined, 'act')],
      {},
      'notEvaluated',
      'text is missing, so what was said cannot be judged',
    ],
    [
      'said by nobody knows whom',
      anywhere,
      [said(undefined, '保证'), said('agent', '您好')],
      {},
      'notEvaluated',
      'it was said, but the log does not tell by which role',
    ],
    [
      'the speaker took no part',
      anywhere,
      [said('customer', '保证')],
      {},
      'notApplicable',
      'no event is by `agent` or `supervisor` or above',
    ],
    [
      'at a step: said',
      atStep,
      [said('agent', '保证', 'confirm')],
      {},
      'fail',
      '`overpromise` was said and must not be',
    ],
    [
      'at a step: said elsewhere',
      atStep,
      [said('agent', '保证'), said('agent', '好', 'confirm')],
      {},
      'pass',
      '`overpromise` was not said',
    ],
    ['at a step: not done', atStep, [said('agent', '保证')], {}, 'notApplicable', '`confirm` did not happen'],
    [
      'at a step: no text',
      atStep,
      [said('agent', undefined, 'confirm')],
      {},
      'notEvaluated',
      'text is missing, so what was said cannot be judged',
    ],
  ])('%s', (_name, rule, events, setting, outcome, reason) => {
    const result = judge(rule, events, { flow, ...setting })
    expect([result.outcome, result.reason.en]).toEqual([outcome, reason])
    expect(result.reason.zh).toMatch(/\p{Script=Han}/u)
  })

  it('shows each place', () => {
    const { evidence } = judge(anywhere, [said('agent', '我保证'), said('agent', '好'), said('agent', '一定')], {
      flow,
    })
    expect(evidence).toEqual([
      { event: 0, span: { from: 1, to: 3 } },
      { event: 2, span: { from: 0, to: 2 } },
    ])
  })
})
