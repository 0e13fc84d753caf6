import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Outcome } from '../../src/compliance/rule-kind.ts'
import type { Scorecard } from '../../src/model/scorecard.ts'
import { figuresOf } from '../../src/score/figures.ts'
import { scoreByCard } from '../../src/score/scorecard-score.ts'
import { createSums } from '../../src/score/tally.ts'
import { root, touchmap } from '../support/run-cli.ts'
import { place } from './builders.ts'

const page = readFileSync(`${root}docs/scores.md`, 'utf8')
const says = (words: string) => expect(page.includes(words), `docs/scores.md says: ${words}`).toBe(true)

test('adherence', async () => {
  const argv = ['inspect', 'c-02', 'fixtures/score/basic/calls.csv', '--map', 'fixtures/score/basic/map']
  const { cost, worst, adherence } = JSON.parse((await touchmap([...argv, '--format', 'json'])).stdout) as {
    cost: number
    worst: number
    adherence: number
  }
  says(`Adherence = 1 − ${cost}/${worst} = ${adherence}`)
})

test('compliance rate, interval and bounds', () => {
  const sums = { ...createSums(), verdicts: { pass: 81, fail: 182, accepted: 0, pending: 0, notEvaluated: 0 } }
  const { rate, interval } = figuresOf(sums).compliance
  says(`rate ${rate}, interval ${interval?.[0]} to ${interval?.[1]}`)
  const few = { ...createSums(), verdicts: { pass: 2, fail: 1, accepted: 0, pending: 1, notEvaluated: 1 } }
  const { bounds, small } = figuresOf(few).compliance
  says(`2 pass, 1 fails, 2 undecided: bounds ${bounds?.[0]} to ${bounds?.[1]}`)
  expect(small).toBe(true)
})

test('bounds are stated above 5 % undecided, not at 5 %', () => {
  const at = (pending: number) =>
    figuresOf({ ...createSums(), verdicts: { pass: 95, fail: 0, accepted: 0, pending, notEvaluated: 0 } }).compliance
      .bounds
  expect(at(5)).toBeUndefined()
  expect(at(6)).toEqual([0.940594, 1])
})

test('handling time', () => {
  const sums = createSums()
  for (const seconds of [40, 10, 30, 20]) sums.handling.set(seconds * 1000, 1)
  const { median, p90, mean, max } = figuresOf(sums).handlingTime
  expect([mean, max]).toEqual([25_000, 40_000])
  says(`10, 20, 30 and 40 s: median ${(median ?? 0) / 1000} s, p90 ${(p90 ?? 0) / 1000} s`)
})

test('scores', () => {
  const score = (
    mode: Scorecard['mode'],
    na: Scorecard['na'],
    sections: [weight: number, items: [weight: number, outcome: Outcome, fatal?: boolean][]][],
  ) => {
    const outcomes = new Map<string, Outcome>()
    const card: Scorecard = {
      mode,
      na,
      minEvaluated: 0,
      place,
      thresholds: { overall: {}, touchpoint: {}, per: new Map() },
      sections: sections.map(([weight, items], s) => ({
        id: `s${s}`,
        name: {},
        weight,
        place,
        items: items.map(([points, outcome, fatal = false], i) => {
          outcomes.set(`${s}/${i}`, outcome)
          const deduct = mode === 'deduct' && !fatal ? { deduct: points } : {}
          return { rules: [`${s}/${i}`], weight: points, fatal, place, ...deduct }
        }),
      })),
    }
    const { micros, rawMicros } = scoreByCard(card, { outcomes })
    return { value: (micros ?? Number.NaN) / 1e6, raw: (rawMicros ?? Number.NaN) / 1e6 }
  }
  const marks = (pass: number, of: number): [number, Outcome][] =>
    Array.from({ length: of }, (_, i) => [1, i < pass ? 'pass' : 'fail'])
  const connect = (last: Outcome) =>
    score('weighted', 'redistribute', [
      [40, marks(1, 1)],
      [20, marks(1, 2)],
      [20, marks(1, 2)],
      [20, [[1, last]]],
    ]).value
  says(
    `| ${connect('fail')}; with the last not applicable and its weight redistributed, 50/25/25: ${connect('notApplicable')} |`,
  )
  const items = (na: Scorecard['na']) =>
    score('weighted', na, [
      [
        1,
        [
          [40, 'pass'],
          [30, 'fail'],
          [30, 'notApplicable'],
        ],
      ],
    ]).value
  says(`\`equal\`: weights 55/45, score ${items('equal')}; \`redistribute\`: ${items('redistribute')} |`)
  says(
    `at weight 20 (Genesys Cloud) | ${
      score('points', 'drop', [
        [40, marks(1, 2)],
        [20, marks(1, 1)],
      ]).value
    } |`,
  )
  const maestro = [marks(3, 3), marks(5, 10), marks(4, 5), marks(1, 2)]
  const weighted = score(
    'weighted',
    'drop',
    maestro.map((part, i) => [[10, 30, 50, 10][i] ?? 0, part]),
  ).value
  const points = score(
    'points',
    'drop',
    maestro.map((part) => [1, part]),
  ).value
  says(`\`weighted\` 10/30/50/10: ${weighted}; \`points\`: ${points} |`)
  const taken: [number, Outcome][] = [
    [2, 'fail'],
    [10, 'fail'],
  ]
  says(`2 and 10 points taken | ${score('deduct', 'drop', [[1, taken]]).value} |`)
  const fatal = score('deduct', 'drop', [[1, [...taken, [1, 'fail', true]]]])
  says(`2 and 10 points taken and a fatal failure: raw ${fatal.raw}, score ${fatal.value}`)
})

test('what is accepted is in no denominator, and the rate with it failing stands beside', () => {
  const sums = { ...createSums(), verdicts: { pass: 7, fail: 1, accepted: 2, pending: 0, notEvaluated: 0 } }
  const { rate, strict } = figuresOf(sums).compliance
  says(`rate 7 / 8 = ${rate}, accepted 2, strict 7 / 10 = ${strict}`)
  says(`judged by 1 − 3/11 = ${Math.round((1 - 3 / 11) * 1e6) / 1e6}`)
})
