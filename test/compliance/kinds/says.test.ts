import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/compliance/rule-kind.ts'
import type { Rule } from '../../../src/model/rule.ts'
import { judge, makeFlow, makeRule, onStep, type Setting } from '../../support/judge.ts'
import type { EventParts } from '../../support/make-interaction.ts'
import { makeLexicon } from '../../support/make-lexicon.ts'
import { makeProof, makeRoleRef } from '../../support/make-map.ts'

const lexicon = makeLexicon({ id: 'closing', any: ['anything else'] })
const flow = makeFlow({ confirm: null, send: makeProof({ event: 'sent', role: [makeRoleRef('system')] }) })
const byAgent: Partial<Rule> = { speaker: [makeRoleRef('agent')] }
const anywhere = makeRule({ kind: 'says', lexicon }, byAgent)
const atStep = makeRule({ kind: 'says', lexicon, on: onStep('confirm') })

const said = (role: string | undefined, text: string | undefined, event = 'turn'): EventParts => ({
  event,
  speech: event === 'turn',
  ...(role === undefined ? {} : { role }),
  ...(text === undefined ? {} : { text }),
})

describe('says', () => {
  it.each<[string, Rule, readonly EventParts[], Setting, Outcome, string]>([
    ['said', anywhere, [said('agent', 'Anything else?')], {}, 'pass', '`closing` was said'],
    ['not said', anywhere, [said('agent', 'Bye')], {}, 'fail', '`closing` was not said'],
    [
      'said by another',
      anywhere,
      [said('customer', 'Anything else?'), said('agent', 'Bye')],
      {},
      'fail',
      '`closing` was not said',
    ],
    [
      'not said yet',
      anywhere,
      [said('agent', 'Hi')],
      { open: true },
      'pending',
      '`closing` was not said yet and the contact is open',
    ],
    ['said while open', anywhere, [said('agent', 'anything else')], { open: true }, 'pass', '`closing` was said'],
    [
      'a turn without text',
      anywhere,
      [said('agent', 'Hi'), said('agent', undefined)],
      {},
      'notEvaluated',
      'text is missing, so what was said cannot be judged',
    ],
    [
      'said beside a turn without text',
      anywhere,
      [said('agent', undefined), said('agent', 'anything else')],
      {},
      'pass',
      '`closing` was said',
    ],
    [
      'an act without text',
      anywhere,
      [said('agent', 'Hi'), said('agent', undefined, 'query')],
      {},
      'fail',
      '`closing` was not said',
    ],
    [
      'acts only',
      anywhere,
      [said('agent', undefined, 'query')],
      {},
      'notEvaluated',
      'text is missing, so what was said cannot be judged',
    ],
    ['the speaker took no part', anywhere, [said('customer', 'Hello?')], {}, 'notApplicable', 'no event is by `agent`'],
    [
      'the speaker may still come',
      anywhere,
      [said('customer', 'Hello?')],
      { open: true },
      'pending',
      'no event is by `agent`',
    ],
    [
      'said by nobody knows whom',
      anywhere,
      [said(undefined, 'anything else'), said('agent', 'Bye')],
      {},
      'notEvaluated',
      'it was said, but the log does not tell by which role',
    ],
    [
      'a turn of nobody knows whom without it',
      anywhere,
      [said(undefined, 'hm'), said('agent', 'Bye')],
      {},
      'fail',
      '`closing` was not said',
    ],
    ['no events', makeRule({ kind: 'says', lexicon }), [], {}, 'notApplicable', 'there are no events'],
    [
      'by anyone',
      makeRule({ kind: 'says', lexicon }),
      [said(undefined, 'anything else')],
      {},
      'pass',
      '`closing` was said',
    ],
    ['step not done', atStep, [said('agent', 'anything else')], {}, 'notApplicable', '`confirm` did not happen'],
    [
      'step not done yet',
      atStep,
      [said('agent', 'x')],
      { open: true },
      'pending',
      '`confirm` has not happened yet and the contact is open',
    ],
    ['step done with it', atStep, [said('agent', 'anything else', 'confirm')], {}, 'pass', '`closing` was said'],
    [
      'step done without it',
      atStep,
      [said('agent', 'Bye', 'confirm')],
      {},
      'fail',
      '`closing` was not said at `confirm`',
    ],
    [
      'step done without text',
      atStep,
      [said('agent', undefined, 'confirm')],
      {},
      'notEvaluated',
      'text is missing, so what was said cannot be judged',
    ],
    [
      'step done with blank text',
      atStep,
      [said('agent', ' ', 'confirm')],
      {},
      'notEvaluated',
      'text is missing, so what was said cannot be judged',
    ],
    [
      'one of several events of the step has it',
      atStep,
      [said('agent', 'Bye', 'confirm'), said('agent', 'anything else', 'confirm')],
      {},
      'pass',
      '`closing` was said',
    ],
    [
      'step done without it while open',
      atStep,
      [said('agent', 'Bye', 'confirm')],
      { open: true },
      'fail',
      '`closing` was not said at `confirm`',
    ],
  ])('%s', (_name, rule, events, setting, outcome, reason) => {
    const result = judge(rule, events, { flow, ...setting })
    expect([result.outcome, result.reason.en]).toEqual([outcome, reason])
    expect(result.reason.zh).toMatch(/\p{Script=Han}/u)
  })

  it('shows the phrase in the original text', () => {
    const { evidence } = judge(anywhere, [said('agent', 'Hi'), said('agent', 'So… ANYTHING  else?')], { flow })
    expect(evidence).toEqual([{ event: 1, span: { from: 4, to: 18 } }])
  })

  it('shows the events of a step that lack it', () => {
    expect(judge(atStep, [said('agent', 'x'), said('agent', 'Bye', 'confirm')], { flow }).evidence).toEqual([
      { event: 1 },
    ])
  })

  it('names a lexicon written in place by its first phrase', () => {
    const inline = makeLexicon({ id: 'rules.yaml#/rules/closing/says', any: ['Is there anything else'] })
    const rule = makeRule({ kind: 'says', lexicon: inline }, byAgent)
    expect(judge(rule, [said('agent', 'Bye')], { flow }).reason.en).toBe('“Is there anything el…” was not said')
  })

  it('keeps what was said out of its reasons', () => {
    const secret = '张三 13800000000'
    const results = [
      judge(anywhere, [said('agent', secret)], { flow }),
      judge(atStep, [said('agent', secret, 'confirm')], { flow }),
      judge(anywhere, [said(secret, 'anything else')], { flow }),
    ]
    for (const { reason } of results) expect(reason.en + reason.zh).not.toMatch(/13800000000|张三/)
  })
})
