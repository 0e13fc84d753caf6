import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRepeats } from '../../../src/compliance/talk/find-repeats.ts'
import {
  findInterruptions,
  findSilences,
  lengthOfTalk,
  spokenTime,
  type Utterance,
} from '../../../src/compliance/talk/utterances.ts'
import type { TurnTakingSpec } from '../../../src/model/rules/turn-taking.ts'
import { judge, makeRule } from '../../support/judge.ts'
import type { EventParts } from '../../support/make-interaction.ts'
import { makeRoleRef } from '../../support/make-map.ts'

const turn = (role: string, start: number, end: number, text?: string): EventParts => ({
  event: 'turn',
  speech: true,
  role,
  attributes: { start: start * 1000, end: end * 1000 },
  ...(text === undefined ? {} : { text }),
})

function outcomeOf(spec: Omit<TurnTakingSpec, 'kind'>, events: readonly EventParts[], open = false) {
  const rule = makeRule({ kind: 'turn-taking', ...spec }, { speaker: [makeRoleRef('agent')] })
  const { outcome, reason, evidence } = judge(rule, events, { open })
  return [outcome, reason.en, evidence.map(({ event }) => event)]
}

describe('turn-taking', () => {
  it('interruptions: begun while another speaks, for longer than the overlap', () => {
    const talk = [turn('customer', 0, 5), turn('agent', 4, 6), turn('customer', 5.5, 8), turn('agent', 8, 9)]
    expect(outcomeOf({ interruptions: { atMost: 0, overlap: 0 } }, talk)).toEqual([
      'fail',
      '1 interruption, at most 0',
      [0, 1],
    ])
    expect(outcomeOf({ interruptions: { atMost: 0, overlap: 1000 } }, talk)).toEqual(['pass', 'no interruptions', []])
    expect(outcomeOf({ interruptions: { atMost: 1, overlap: 0 } }, talk)[0]).toBe('pass')
    // Those seen decide even when the times of another turn are missing.
    const lacking = [...talk, { event: 'turn', speech: true, role: 'agent' }]
    expect(outcomeOf({ interruptions: { atMost: 0, overlap: 0 } }, lacking)[0]).toBe('fail')
    expect(outcomeOf({ interruptions: { atMost: 1, overlap: 0 } }, lacking)[0]).toBe('notEvaluated')
  })

  it('silence: the longest, all, the share; limits are inclusive', () => {
    const talk = [turn('customer', 0, 2), turn('agent', 5, 6), turn('customer', 10, 12)]
    expect(outcomeOf({ silence: { longest: 4000 } }, talk)[0]).toBe('pass')
    expect(outcomeOf({ silence: { longest: 3999 } }, talk)).toEqual([
      'fail',
      'longest silence 4 s (at most 3.999 s)',
      [1, 2],
    ])
    expect(outcomeOf({ silence: { total: 7000 } }, talk)[0]).toBe('pass')
    expect(outcomeOf({ silence: { total: 6999 } }, talk, true)[0]).toBe('fail')
    expect(outcomeOf({ silence: { share: 0.58 } }, talk)).toEqual(['fail', '58.3% silence (at most 58.0%)', [1, 2]])
    expect(outcomeOf({ silence: { share: 0.58 } }, talk, true)[0]).toBe('pending')
  })

  it('share and speed', () => {
    const talk = [turn('customer', 0, 4, '你好'), turn('agent', 4, 10, '您好，请问有什么可以帮您')]
    expect(outcomeOf({ talkShare: { atMost: 0.6 } }, talk)[0]).toBe('pass')
    expect(outcomeOf({ talkShare: { atMost: 0.59 } }, talk)[1]).toBe('60.0% of the talk (at most 59.0%)')
    // Eleven characters in six seconds.
    expect(outcomeOf({ speed: { atMost: 110, unit: 'characters' } }, talk)).toEqual([
      'pass',
      '110 characters a minute (at most 110)',
      [],
    ])
    expect(outcomeOf({ speed: { atLeast: 111, unit: 'characters' } }, talk)[0]).toBe('fail')
    expect(outcomeOf({ speed: { atLeast: 1, unit: 'characters' } }, [turn('agent', 0, 1)])[0]).toBe('notEvaluated')
  })

  it('repeating oneself needs no times; another’s words are no repetition', () => {
    const said = (role: string, text: string): EventParts => ({ event: 'turn', speech: true, role, text })
    const talk = [
      said('agent', '请您稍等，我来查询'),
      said('customer', '请您稍等，我来查询'),
      said('agent', '请您稍等我来查询！'),
    ]
    const repeats = { atMost: 0, similar: 0.9, length: 6 }
    expect(outcomeOf({ repeats }, talk)).toEqual(['fail', 'said again 1 time, at most 0', [0, 2]])
    expect(outcomeOf({ repeats }, talk.slice(0, 2))[0]).toBe('pass')
    expect(outcomeOf({ repeats }, [said('customer', '一样的话说两遍')])[0]).toBe('notApplicable')
  })

  const utterances = fc
    .array(
      fc.record({
        begin: fc.integer({ min: 0, max: 30 }),
        length: fc.integer({ min: 0, max: 8 }),
        role: fc.constantFrom('a', 'b'),
      }),
      { maxLength: 8 },
    )
    .map((list) =>
      list
        .map(({ begin, length, role }, event): Utterance => ({ event, role, begin, end: begin + length }))
        .sort((a, b) => a.begin - b.begin || a.event - b.event),
    )

  it('agrees with a count second by second', () => {
    fc.assert(
      fc.property(utterances, (timed) => {
        const whole = lengthOfTalk(timed)
        const start = timed[0]?.begin ?? 0
        let spoken = 0
        for (let second = start; second < start + whole; second++) {
          if (timed.some(({ begin, end }) => begin <= second && second < end)) spoken++
        }
        expect(spokenTime(timed)).toBe(spoken)
        expect(findSilences(timed).reduce((sum, { length }) => sum + length, 0)).toBe(whole - spoken)
      }),
    )
  })

  it('finds the interruptions that comparing every pair finds', () => {
    fc.assert(
      fc.property(utterances, fc.integer({ min: 0, max: 3 }), (timed, least) => {
        const plain = timed.filter(
          (by) =>
            by.role === 'a' &&
            timed.some((of) => of.role === 'b' && of.begin < by.begin && Math.min(of.end, by.end) - by.begin > least),
        )
        const found = findInterruptions(timed, (role) => role === 'a', least)
        expect(found.map(({ by }) => by.event)).toEqual(plain.map(({ event }) => event))
      }),
    )
  })

  it('finds the repetitions that the whole distance table finds', () => {
    const text = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 8 }).map((list) => list.join(''))
    const distance = (a: string, b: string): number => {
      const table = Array.from({ length: a.length + 1 }, (_, i) =>
        Array.from({ length: b.length + 1 }, (_, k) => i + k),
      )
      for (let i = 1; i <= a.length; i++) {
        for (let k = 1; k <= b.length; k++) {
          const change = table[i - 1]![k - 1]! + (a[i - 1] === b[k - 1] ? 0 : 1)
          table[i]![k] = Math.min(change, table[i - 1]![k]! + 1, table[i]![k - 1]! + 1)
        }
      }
      return table[a.length]![b.length]!
    }
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), fc.constantFrom(0.5, 0.7, 0.8, 1), (texts, least) => {
        const plain = texts.flatMap((own, at) =>
          own.length >= 2 &&
          texts
            .slice(0, at)
            .some(
              (other) =>
                other.length >= 2 && 1 - distance(own, other) / Math.max(own.length, other.length) >= least - 1e-9,
            )
            ? [at]
            : [],
        )
        expect(findRepeats(texts, least, 2).map(({ at }) => at)).toEqual(plain)
      }),
    )
  })
})
