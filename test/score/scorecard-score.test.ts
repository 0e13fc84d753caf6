import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/compliance/rule-kind.ts'
import type { Scorecard, ScorecardItem } from '../../src/model/scorecard.ts'
import { scoreByCard as score } from '../../src/score/scorecard-score.ts'
import { place } from './builders.ts'

const scoreByCard = (card: Scorecard, outcomes: ReadonlyMap<string, Outcome>) => score(card, { outcomes })

type Item = { rules: string[]; weight?: number; deduct?: number; fatal?: boolean }

function card(
  sections: { weight?: number; items: Item[] }[],
  rest: Partial<Pick<Scorecard, 'mode' | 'na' | 'minEvaluated'>> = {},
): Scorecard {
  return {
    mode: 'weighted',
    na: 'drop',
    minEvaluated: 0,
    ...rest,
    thresholds: { overall: {}, touchpoint: {}, per: new Map() },
    place,
    sections: sections.map((section, i) => ({
      id: `s${i}`,
      name: { en: `section ${i}` },
      weight: section.weight ?? 1,
      place,
      items: section.items.map((item): ScorecardItem => ({
        rules: item.rules,
        weight: item.weight ?? 1,
        fatal: item.fatal ?? false,
        place,
        ...(item.deduct === undefined ? {} : { deduct: item.deduct }),
      })),
    })),
  }
}

const outcomes = (given: Record<string, Outcome>) => new Map(Object.entries(given))

/** Amazon Connect's example: weights 40/20/20/20, scores 10, 5, 5, 0 of 10; half a score is one of two items. */
const connect = [
  { weight: 40, items: [{ rules: ['a'] }] },
  { weight: 20, items: [{ rules: ['b1'] }, { rules: ['b2'] }] },
  { weight: 20, items: [{ rules: ['c1'] }, { rules: ['c2'] }] },
  { weight: 20, items: [{ rules: ['d'] }] },
]
const halves: Record<string, Outcome> = { a: 'pass', b1: 'pass', b2: 'fail', c1: 'fail', c2: 'pass' }

describe('published examples', () => {
  test('Connect: 60 %, and 75 % once the last question is not applicable', () => {
    for (const na of ['drop', 'redistribute', 'equal'] as const) {
      expect(scoreByCard(card(connect, { na }), outcomes({ ...halves, d: 'fail' })).micros).toBe(60_000_000)
    }
    const redistributed = scoreByCard(
      card(connect, { na: 'redistribute' }),
      outcomes({ ...halves, d: 'notApplicable' }),
    )
    expect(redistributed.micros).toBe(75_000_000)
    expect(redistributed.sections.map((section) => section.appliedWeight)).toEqual([50, 25, 25, 0])
    expect(scoreByCard(card(connect, { na: 'drop' }), outcomes(halves)).micros).toBe(75_000_000)
  })

  test('old Genesys: 40/30/30 with one 30 not applicable is 55/45 in equal parts, 57.1/42.9 in proportion', () => {
    const items = [{ items: ['a', 'b', 'c'].map((rule, i) => ({ rules: [rule], weight: i === 0 ? 40 : 30 })) }]
    const given = outcomes({ a: 'pass', b: 'fail' })
    const equal = scoreByCard(card(items, { na: 'equal' }), given)
    expect(equal.sections[0]?.items.map((item) => item.appliedWeight)).toEqual([55, 45, 0])
    expect(equal.micros).toBe(55_000_000)
    const proportional = scoreByCard(card(items, { na: 'redistribute' }), given)
    expect(proportional.micros).toBe(57_142_857)
  })

  test('Genesys Cloud: weights multiply points, 60 of 100', () => {
    const groups = [
      { weight: 40, items: [{ rules: ['a'] }, { rules: ['b'] }] },
      { weight: 20, items: [{ rules: ['c'] }] },
    ]
    const score = scoreByCard(card(groups, { mode: 'points' }), outcomes({ a: 'pass', b: 'fail', c: 'pass' }))
    expect(score.micros).toBe(60_000_000)
  })

  test('MaestroQA: 65 % by points is 70 % by weighted sections; 21/35 = 60 %, 16/30 = 53.3 % without one item', () => {
    const part = (name: string, pass: number, of: number) =>
      Array.from({ length: of }, (_, i) => [`${name}${i}`, i < pass ? 'pass' : 'fail'] as [string, Outcome])
    const parts = [part('a', 3, 3), part('b', 5, 10), part('c', 4, 5), part('d', 1, 2)]
    const given = new Map(parts.flat())
    const sections = (weights: number[]) =>
      parts.map((lines, i) => ({ weight: weights[i] ?? 1, items: lines.map(([rule]) => ({ rules: [rule] })) }))
    expect(scoreByCard(card(sections([10, 30, 50, 10])), given).micros).toBe(70_000_000)
    expect(scoreByCard(card(sections([1, 1, 1, 1]), { mode: 'points' }), given).micros).toBe(65_000_000)
    const rubric = [
      {
        items: [
          { rules: ['x'], weight: 16 },
          { rules: ['y'], weight: 14 },
          { rules: ['z'], weight: 5 },
        ],
      },
    ]
    const points = card(rubric, { mode: 'points' })
    expect(scoreByCard(points, outcomes({ x: 'pass', y: 'fail', z: 'pass' })).micros).toBe(60_000_000)
    expect(scoreByCard(points, outcomes({ x: 'pass', y: 'fail' })).micros).toBe(53_333_333)
  })
})

describe('deduct', () => {
  const items = [
    {
      items: [
        { rules: ['greet'], deduct: 2 },
        { rules: ['polite'], deduct: 10 },
        { rules: ['lie'], fatal: true },
      ],
    },
  ]

  test('takes the points of what failed from 100, not of what is not applicable', () => {
    const score = scoreByCard(card(items, { mode: 'deduct' }), outcomes({ greet: 'fail', polite: 'pass', lie: 'pass' }))
    expect([score.micros, score.rawMicros, score.fatal]).toEqual([98_000_000, 98_000_000, false])
    expect(score.sections[0]?.items.map((item) => item.deducted)).toEqual([2, 0, 0])
  })

  test('a fatal item makes it 0 and keeps the score before it', () => {
    const score = scoreByCard(card(items, { mode: 'deduct' }), outcomes({ greet: 'fail', polite: 'fail', lie: 'fail' }))
    expect([score.micros, score.rawMicros, score.fatal]).toEqual([0, 88_000_000, true])
  })

  test('does not fall below 0', () => {
    const heavy = card(
      [
        {
          items: [
            { rules: ['a'], deduct: 70 },
            { rules: ['b'], deduct: 70 },
          ],
        },
      ],
      { mode: 'deduct' },
    )
    expect(scoreByCard(heavy, outcomes({ a: 'fail', b: 'fail' })).micros).toBe(0)
  })
})

describe('what is not evaluated', () => {
  test('nothing applicable is neither 0 nor 100', () => {
    for (const mode of ['weighted', 'points', 'deduct'] as const) {
      const score = scoreByCard(card(connect, { mode }), new Map())
      expect([score.micros, score.state, score.evaluatedMicros]).toEqual([null, 'notApplicable', null])
    }
  })

  test('below min-evaluated there is no score: a log without text must not score 100 on manners', () => {
    const manners = card(
      [
        {
          items: [
            { rules: ['time'], weight: 79 },
            { rules: ['manners'], weight: 21 },
          ],
        },
      ],
      {
        minEvaluated: 0.8,
      },
    )
    const score = scoreByCard(manners, outcomes({ time: 'pass', manners: 'notEvaluated' }))
    expect([score.micros, score.state, score.evaluatedMicros]).toEqual([null, 'notEvaluated', 790_000])
    const waiting = scoreByCard(manners, outcomes({ time: 'pass', manners: 'pending' }))
    expect([waiting.micros, waiting.state, waiting.least, waiting.most]).toEqual([
      null,
      'pending',
      79_000_000,
      100_000_000,
    ])
  })

  test('exactly min-evaluated is enough', () => {
    const five = card([{ items: ['a', 'b', 'c', 'd', 'e'].map((rule) => ({ rules: [rule] })) }], { minEvaluated: 0.8 })
    const given = outcomes({ a: 'pass', b: 'pass', c: 'pass', d: 'fail', e: 'notEvaluated' })
    expect(scoreByCard(five, given).micros).toBe(75_000_000)
  })

  test('a line of several rules passes when all applicable ones do', () => {
    const line = card([{ items: [{ rules: ['a', 'b', 'c'] }] }])
    expect(scoreByCard(line, outcomes({ a: 'pass', b: 'pass' })).micros).toBe(100_000_000)
    expect(scoreByCard(line, outcomes({ a: 'pass', b: 'fail', c: 'notEvaluated' })).micros).toBe(0)
    expect(scoreByCard(line, outcomes({ a: 'pass', b: 'notEvaluated' })).micros).toBeNull()
  })
})

describe('laws', () => {
  const outcome = fc.constantFrom<Outcome>('pass', 'fail', 'notApplicable', 'pending', 'notEvaluated')
  const sections = fc.array(
    fc.record({
      weight: fc.integer({ min: 1, max: 50 }),
      items: fc.array(fc.record({ weight: fc.integer({ min: 1, max: 20 }), outcome }), { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  const shape = fc.record({
    mode: fc.constantFrom('weighted' as const, 'points' as const),
    na: fc.constantFrom('drop' as const, 'redistribute' as const, 'equal' as const),
  })

  test('applied weights make 100, the score is what was earned of them, and the bounds hold it', () => {
    fc.assert(
      fc.property(sections, shape, (given, rest) => {
        const outcomes = new Map<string, Outcome>()
        const scored = scoreByCard(
          card(
            given.map((section, s) => ({
              weight: section.weight,
              items: section.items.map((item, i) => {
                outcomes.set(`${s}/${i}`, item.outcome)
                return { rules: [`${s}/${i}`], weight: item.weight }
              }),
            })),
            rest,
          ),
          outcomes,
        )
        if (scored.micros === null) {
          expect([...outcomes.values()].some((o) => o === 'pass' || o === 'fail')).toBe(false)
          return
        }
        const applied = scored.sections.reduce((total, section) => total + section.appliedWeight, 0)
        const earned = scored.sections.reduce((total, section) => total + section.earned, 0)
        expect(applied).toBeCloseTo(100, 6)
        expect(scored.micros / 1e6).toBeCloseTo(earned, 5)
        expect(scored.least ?? -1).toBeLessThanOrEqual(scored.most ?? -1)
      }),
    )
  })
})
