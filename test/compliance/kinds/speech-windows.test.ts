import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/compliance/rule-kind.ts'
import type { SaysSpec } from '../../../src/model/rules/says.ts'
import type { TextWindow } from '../../../src/model/text-window.ts'
import { judge, makeFlow, makeRule, onEvent, onStep } from '../../support/judge.ts'
import type { EventParts } from '../../support/make-interaction.ts'
import { makeLexicon } from '../../support/make-lexicon.ts'
import { makeProof, makeRoleRef } from '../../support/make-map.ts'

const lexicon = makeLexicon({ id: 'fee', any: ['月租'] })
const flow = makeFlow({ change: makeProof('changed') })
const agent = { speaker: [makeRoleRef('agent')] }

/** A turn of talk, `a` the agent, `c` the customer, `?` nobody knows who; seconds stand behind `@`. */
function talk(...turns: readonly string[]): EventParts[] {
  return turns.map((turn) => {
    const [, who, at, text] = /^(a|c|\?|!)(?:@([\d.]+))?:(.*)$/su.exec(turn) ?? []
    const time = at === undefined ? {} : { time: Number(at) * 1000 }
    if (who === '!') return { event: 'changed', role: 'agent', ...time, ...(text === '' ? {} : { text: text ?? '' }) }
    const role = who === 'a' ? { role: 'agent' } : who === 'c' ? { role: 'customer' } : {}
    return { event: 'said', speech: true, ...role, ...time, ...(text === '' ? {} : { text: text ?? '' }) }
  })
}

const says = (parts: Partial<SaysSpec>) => makeRule({ kind: 'says', lexicon, ...parts }, agent)
const never = (within?: TextWindow) =>
  makeRule({ kind: 'never-says', lexicon, ...(within === undefined ? {} : { within }) }, agent)

const edge = (kind: 'first' | 'last', count: number, unit: 'ms' | 'turns' | 'characters'): TextWindow => ({
  kind,
  extent: { unit, count },
})
const SECONDS = 1000

/** A window, the talk, and what `says` and `never-says` come to. */
type Row = [string, TextWindow, readonly EventParts[], Outcome, Outcome]

function check(_name: string, within: TextWindow, events: readonly EventParts[], said: Outcome, unsaid: Outcome): void {
  expect(judge(says({ within }), events, { flow }).outcome).toBe(said)
  expect(judge(never(within), events, { flow }).outcome).toBe(unsaid)
}

describe('the beginning and the end of a contact', () => {
  it.each<Row>([
    ['at the limit in seconds', edge('first', 30 * SECONDS, 'ms'), talk('c@0:喂', 'a@30:月租'), 'pass', 'fail'],
    ['a moment later', edge('first', 30 * SECONDS, 'ms'), talk('c@0:喂', 'a@1:您好', 'a@30.001:月租'), 'fail', 'pass'],
    [
      'seconds from the end',
      edge('last', 10 * SECONDS, 'ms'),
      talk('a@0:您好', 'a@50:月租', 'c@60:好'),
      'pass',
      'fail',
    ],
    [
      'before the last seconds',
      edge('last', 10 * SECONDS, 'ms'),
      talk('a@49.9:月租', 'a@55:再见', 'c@60:好'),
      'fail',
      'pass',
    ],
    [
      'seconds without times',
      edge('first', 30 * SECONDS, 'ms'),
      talk('c:喂', 'a:月租'),
      'notEvaluated',
      'notEvaluated',
    ],
    ['turns of the speaker alone', edge('first', 2, 'turns'), talk('a:您好', 'c:喂', 'c:喂', 'a:月租'), 'pass', 'fail'],
    ['one turn of two events', edge('first', 1, 'turns'), talk('a:您好', 'a:月租', 'c:喂'), 'pass', 'fail'],
    ['acts do not end a turn', edge('first', 1, 'turns'), talk('a:您好', '!:', 'a:月租'), 'pass', 'fail'],
    ['a turn too late', edge('first', 1, 'turns'), talk('a:您好', 'c:喂', 'a:月租'), 'fail', 'pass'],
    ['last turns', edge('last', 1, 'turns'), talk('a:您好', 'c:喂', 'a:月租', 'c:再见'), 'pass', 'fail'],
    ['before the last turns', edge('last', 1, 'turns'), talk('a:月租', 'c:喂', 'a:再见'), 'fail', 'pass'],
    [
      'characters, over two events',
      edge('first', 5, 'characters'),
      talk('a:您好呀', 'c:月租月租', 'a:月租三十'),
      'pass',
      'fail',
    ],
    ['a phrase cut by the limit', edge('first', 4, 'characters'), talk('a:您好呀', 'a:月租三十'), 'fail', 'pass'],
    ['last characters', edge('last', 4, 'characters'), talk('a:您好', 'a:月租三十'), 'pass', 'fail'],
    ['last characters, cut', edge('last', 3, 'characters'), talk('a:您好', 'a:月租三十'), 'fail', 'pass'],
    ['characters are code points', edge('first', 3, 'characters'), talk('a:😀月租'), 'pass', 'fail'],
    [
      'an unknown speaker in the first turns',
      edge('first', 1, 'turns'),
      talk('?:喂', 'a:月租'),
      'notEvaluated',
      'notEvaluated',
    ],
    ['an unknown speaker, heard behind', edge('first', 1, 'turns'), talk('a:月租', '?:喂'), 'pass', 'fail'],
  ])('%s', check)
})

describe('before, after and around', () => {
  const step = onStep('change')
  const around = (
    kind: 'before' | 'after' | 'around',
    unit?: 'ms' | 'turns' | 'characters',
    count = 0,
    pair: 'each' | 'first' | 'last' = 'each',
  ): TextWindow => ({ kind, anchor: step, pair, ...(unit === undefined ? {} : { atMost: { unit, count } }) })
  it.each<Row>([
    ['before a step', around('before'), talk('a:月租', '!:', 'a:好'), 'pass', 'fail'],
    ['said only after it', around('before'), talk('a:您好', '!:', 'a:月租'), 'fail', 'pass'],
    ['after a step', around('after'), talk('a:您好', '!:', 'a:月租'), 'pass', 'fail'],
    ['said only before it', around('after'), talk('a:月租', '!:', 'a:好'), 'fail', 'pass'],
    ['the text of the step is no part of after', around('after'), talk('!:月租', 'a:好'), 'fail', 'pass'],
    ['but of around', around('around'), talk('!:月租', 'a:好'), 'pass', 'fail'],
    ['within seconds after', around('after', 'ms', 10 * SECONDS), talk('!@0:', 'a@10:月租'), 'pass', 'fail'],
    ['too many seconds after', around('after', 'ms', 10 * SECONDS), talk('!@0:', 'a@10.5:月租'), 'fail', 'pass'],
    ['within turns before', around('before', 'turns', 2), talk('a:月租', 'c:好', '!:'), 'pass', 'fail'],
    ['too many turns before', around('before', 'turns', 1), talk('a:月租', 'c:好', '!:'), 'fail', 'pass'],
    ['within characters after', around('after', 'characters', 4), talk('!:', 'a:好的月租'), 'pass', 'fail'],
    ['too many characters after', around('after', 'characters', 3), talk('!:', 'a:好的月租'), 'fail', 'pass'],
    ['the step did not happen', around('before'), talk('a:月租'), 'notApplicable', 'notApplicable'],
    [
      'for each of two',
      around('after', 'turns', 1),
      talk('!:', 'a:月租', 'c:嗯', 'a:好', 'c:嗯', '!:', 'a:好'),
      'fail',
      'fail',
    ],
    [
      'for the first of two',
      around('after', 'turns', 1, 'first'),
      talk('!:', 'a:月租', 'c:嗯', '!:', 'a:好'),
      'pass',
      'fail',
    ],
    [
      'for the last of two',
      around('after', 'turns', 1, 'last'),
      talk('!:', 'a:月租', 'c:嗯', '!:', 'a:好'),
      'fail',
      'pass',
    ],
  ])('%s', check)

  const hit = onEvent(makeProof({ says: makeLexicon({ id: 'sorry', any: ['抱歉'] }) }))
  const near = (kind: 'before' | 'after' | 'around', count: number): TextWindow => ({
    kind,
    anchor: hit,
    pair: 'each',
    atMost: { unit: 'characters', count },
  })
  it.each<Row>([
    ['after another hit, in the same text', near('after', 4), talk('a:很抱歉这个月租'), 'pass', 'fail'],
    ['after another hit, too far', near('after', 3), talk('a:很抱歉这个月租'), 'fail', 'pass'],
    ['before another hit', near('before', 4), talk('a:月租的事抱歉'), 'pass', 'fail'],
    ['on the wrong side', near('before', 9), talk('a:抱歉月租'), 'fail', 'pass'],
    ['around another hit', near('around', 9), talk('a:抱歉月租'), 'pass', 'fail'],
    ['the other was never said', near('after', 9), talk('a:月租'), 'notApplicable', 'notApplicable'],
  ])('%s', check)
})

describe('together, and how often', () => {
  const both = makeLexicon({ id: 'both', all: ['月租', '流量'] })
  it.each<[string, Partial<SaysSpec>, readonly EventParts[], Outcome]>([
    ['one event alone', { lexicon: both }, talk('a:月租', 'a:流量'), 'fail'],
    ['the same turn', { lexicon: both, together: 'turn' }, talk('a:月租', 'a:流量'), 'pass'],
    ['two turns', { lexicon: both, together: 'turn' }, talk('a:月租', 'c:嗯', 'a:流量'), 'fail'],
    ['the contact', { lexicon: both, together: 'contact' }, talk('a:月租', 'c:嗯', 'a:流量'), 'pass'],
    ['another says half of it', { lexicon: both, together: 'contact' }, talk('a:月租', 'c:流量'), 'fail'],
    ['twice', { times: { min: 2 } }, talk('a:月租，月租'), 'pass'],
    ['once of twice', { times: { min: 2 } }, talk('a:月租'), 'fail'],
    ['at most once', { times: { max: 1 } }, talk('a:月租，月租'), 'fail'],
    ['at most once, and silence', { times: { max: 1 } }, talk('a:好'), 'pass'],
    [
      'twice, inside the window alone',
      { times: { min: 2 }, within: edge('first', 1, 'turns') },
      talk('a:月租', 'c:嗯', 'a:月租'),
      'fail',
    ],
  ])('%s', (_name, parts, events, outcome) => {
    expect(judge(says(parts), events, { flow }).outcome).toBe(outcome)
  })
})

describe('what cannot be judged', () => {
  const floored = makeLexicon({ id: 'fee', any: ['月租'], confidence: { attribute: 'asr', floor: 0.6 } })
  const at = (asr: number, text: string): EventParts => ({
    event: 'said',
    speech: true,
    role: 'agent',
    text,
    attributes: { asr },
  })
  it.each<[string, readonly EventParts[], Outcome, Outcome]>([
    ['heard well', [at(0.6, '月租')], 'pass', 'fail'],
    ['heard badly', [at(0.59, '月租')], 'notEvaluated', 'notEvaluated'],
    ['heard badly, something else', [at(0.2, '好')], 'notEvaluated', 'notEvaluated'],
    ['heard well elsewhere', [at(0.2, '好'), at(0.9, '月租')], 'pass', 'fail'],
    ['without a confidence', [{ ...at(1, '月租'), attributes: {} }], 'pass', 'fail'],
  ])('%s', (_name, events, said, unsaid) => {
    expect(judge(says({ lexicon: floored }), events, { flow }).outcome).toBe(said)
    const rule = makeRule({ kind: 'never-says', lexicon: floored }, agent)
    expect(judge(rule, events, { flow }).outcome).toBe(unsaid)
  })

  it.each<[string, readonly EventParts[], Outcome, Outcome]>([
    ['missing text', talk('a:您好', 'a:'), 'notEvaluated', 'notEvaluated'],
    ['missing text where it does not matter', talk('c:', 'a:您好'), 'fail', 'pass'],
    ['an unknown speaker says it', talk('?:月租', 'a:您好'), 'notEvaluated', 'notEvaluated'],
    ['an unknown speaker says something else', talk('?:喂', 'a:您好'), 'fail', 'pass'],
  ])('%s', (_name, events, said, unsaid) => {
    expect(judge(says({}), events, { flow }).outcome).toBe(said)
    expect(judge(never(), events, { flow }).outcome).toBe(unsaid)
  })
})

const pieces = fc.array(fc.record({ who: fc.constantFrom('a', 'c'), text: fc.stringMatching(/^[月租好]{1,4}$/u) }), {
  minLength: 1,
  maxLength: 6,
})

it('the first and last characters and turns are those a plain count finds', () => {
  fc.assert(
    fc.property(
      pieces,
      fc.constantFrom('first' as const, 'last' as const),
      fc.constantFrom('turns' as const, 'characters' as const),
      fc.integer({ min: 1, max: 8 }),
      (list, kind, unit, count) => {
        fc.pre(list.some(({ who }) => who === 'a'))
        let turn = -1
        const letters = list.flatMap(({ who, text }, event) => {
          if (list[event - 1]?.who !== who) turn++
          const own = turn
          return [...text].map((letter) => ({ who, letter, event, turn: own }))
        })
        const own = letters.filter(({ who }) => who === 'a')
        const ordered = kind === 'first' ? own : own.toReversed()
        const turns = [...new Set(ordered.map((each) => each.turn))].slice(0, count)
        const allowed = new Set(
          unit === 'turns' ? own.filter((each) => turns.includes(each.turn)) : ordered.slice(0, count),
        )
        const expected = own.some((each, i) => {
          const next = own[i + 1]
          const isPhrase = each.letter === '月' && next?.letter === '租' && next.event === each.event
          return isPhrase && allowed.has(each) && allowed.has(next)
        })
        const events = talk(...list.map(({ who, text }) => `${who}:${text}`))
        const { outcome } = judge(says({ within: edge(kind, count, unit) }), events, { flow })
        expect(outcome).toBe(expected ? 'pass' : 'fail')
      },
    ),
    { numRuns: 500 },
  )
})
