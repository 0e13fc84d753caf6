import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Outcome } from '../../src/compliance/rule-kind.ts'
import { holdAgainst } from '../../src/score/benchmarks.ts'
import { fieldUseOf, type ReviewedRule } from '../../src/score/field-use.ts'
import { root } from '../support/run-cli.ts'
import { place } from './builders.ts'

const page = readFileSync(`${root}docs/scores.md`, 'utf8')

function reviewed(touchpoint: string, applied: number, of: number): ReviewedRule[] {
  return Array.from({ length: of }, (_, i) => ({
    interaction: `${touchpoint}-${i}`,
    touchpoint,
    rule: 'adherence',
    final: i < applied ? 'pass' : 'fail',
    disputed: false,
  }))
}
const codesOf = (reviews: readonly ReviewedRule[]) =>
  new Map(reviews.map(({ interaction, touchpoint }) => [interaction, touchpoint]))

test('the example of the page: 13 of 20, weighted by all contacts scored', () => {
  const reviews = [...reviewed('A', 8, 10), ...reviewed('B', 5, 10)]
  const scored = new Map([
    ['A', 300],
    ['B', 100],
  ])
  const found = fieldUseOf(reviews, codesOf(reviews), scored)
  expect([found.applied, found.reviewed, found.small]).toEqual([13, 20, true])
  expect(page).toContain(`5 of 10 at one with 100: ${found.rate}, weighted ${Number(found.weighted?.toFixed(6))}.`)
  // A touchpoint without reviews has no rate to weigh.
  expect(fieldUseOf(reviews, codesOf(reviews), new Map([...scored, ['C', 1]])).weighted).toBeNull()
})

test('one failure settles a contact; an open dispute, or nothing that applied, leaves it out', () => {
  const rule = (interaction: string, final: Outcome, disputed = false): ReviewedRule => ({
    interaction,
    touchpoint: 'A',
    rule: 'r',
    final,
    disputed,
  })
  const reviews = [
    rule('1', 'pass'),
    rule('1', 'notApplicable'),
    rule('2', 'pass'),
    rule('2', 'fail', true),
    rule('3', 'fail'),
    rule('3', 'fail', true),
    rule('4', 'notApplicable'),
  ]
  const found = fieldUseOf([...reviews, rule('5', 'pass')], codesOf(reviews), new Map([['A', 9]]))
  expect([found.applied, found.reviewed, found.undecided, found.absent]).toEqual([1, 2, 2, 1])
})

test('a benchmark is reached, missed, or short of within chance', () => {
  const origin = {
    values: { compliance: 0.9, spread: 0.02 },
    period: { from: '2026-01-01', until: '2026-06-30' },
    sample: 3000,
    date: '2026-07-01',
    place,
  }
  const states = (value: number | null, interval: readonly [number, number] | null, spread: number | null) =>
    holdAgainst(origin, 'overall', { compliance: { value, interval }, spread: { value: spread } }).map(
      ({ measure, state, difference }) => [measure, state, difference],
    )
  expect(states(0.9, [0.85, 0.93], 0.02)).toEqual([
    ['spread', 'reached', 0],
    ['compliance', 'reached', 0],
  ])
  expect(states(0.88, [0.85, 0.91], 0.03)).toEqual([
    ['spread', 'missed', 0.01],
    ['compliance', 'withinChance', -0.02],
  ])
  expect(states(0.8, [0.75, 0.85], null)).toEqual([
    ['spread', 'noValue', null],
    ['compliance', 'missed', -0.1],
  ])
})
