import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/compliance/rule-kind.ts'
import { judge, makeFlow, makeRule, type Setting } from '../../support/judge.ts'
import type { EventParts } from '../../support/make-interaction.ts'
import { makeCel } from '../../support/make-map.ts'

const flow = makeFlow({ dispatch: null })
const homeCity = 'steps["dispatch"].city == interaction.homeCity'

describe('check', () => {
  const at = (city: string | undefined): EventParts => ({
    event: 'dispatch',
    attributes: city === undefined ? {} : { city },
  })
  const jinan: Setting = { interaction: { attributes: { homeCity: 'jinan' } } }

  it.each<[string, string, readonly (string | EventParts)[], Setting, Outcome, string]>([
    ['holds', homeCity, [at('jinan')], jinan, 'pass', 'the condition holds'],
    ['does not hold', homeCity, [at('yantai')], jinan, 'fail', 'the condition does not hold'],
    [
      'a field is missing',
      homeCity,
      [at(undefined)],
      jinan,
      'notEvaluated',
      'the log does not give `steps["dispatch"].city`',
    ],
    [
      'a field of the interaction is missing',
      homeCity,
      [at('jinan')],
      {},
      'notEvaluated',
      'the log does not give `interaction.homeCity`',
    ],
    ['the step was not done', homeCity, ['x'], jinan, 'notApplicable', '`dispatch` did not happen'],
    [
      'the step was not done yet',
      homeCity,
      ['x'],
      { ...jinan, open: true },
      'pending',
      '`dispatch` has not happened yet and the contact is open',
    ],
    [
      'open',
      homeCity,
      [at('jinan')],
      { ...jinan, open: true },
      'pending',
      'the contact is open and the condition may change',
    ],
    ['asks whether a step was done', 'steps["dispatch"] != null', ['x'], {}, 'fail', 'the condition does not hold'],
    [
      'a step of no flow',
      'steps["nothing"].x == 1',
      [],
      {},
      'notEvaluated',
      'the log does not give `steps["nothing"]`',
    ],
    [
      'axes and id',
      'interaction.channel == "voice" && interaction.id == "i1"',
      [],
      { interaction: { axes: { channel: 'voice' } } },
      'pass',
      'the condition holds',
    ],
    ['events', 'events.exists(e, e.event == "x" && e.index == 2)', ['a', 'x'], {}, 'pass', 'the condition holds'],
    ['asOf', 'asOf == 7', [{ event: 'a', time: 7 }], {}, 'pass', 'the condition holds'],
    ['no time at all', 'asOf > 0', ['a'], {}, 'notEvaluated', 'the log does not give `asOf`'],
    [
      'types that do not go together',
      'steps["dispatch"].city > 3',
      [at('jinan')],
      {},
      'notEvaluated',
      'the condition cannot be computed: these types cannot be combined so (no such overload: dyn<string> > int)',
    ],
  ])('%s', (_name, source, events, setting, outcome, reason) => {
    const result = judge(makeRule({ kind: 'check', check: makeCel(source) }), events, { flow, ...setting })
    expect([result.outcome, result.reason.en]).toEqual([outcome, reason])
    expect(result.reason.zh).toMatch(/\p{Script=Han}/u)
  })
})
