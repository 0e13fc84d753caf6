import { expect, it } from 'vitest'
import { addPeriod, isDay, nextDay } from '../../src/model/day.ts'

const months = (count: number) => ({ kind: 'months', count, text: '' }) as const
const days = (count: number) => ({ kind: 'ms', ms: count * 86_400_000, text: '' }) as const

it.each([
  ['2026-06-20', months(6), '2026-12-20'],
  ['2026-08-31', months(6), '2027-02-28'],
  ['2024-02-29', months(12), '2025-02-28'],
  ['2025-12-31', months(2), '2026-02-28'],
  ['2026-12-31', days(1), '2027-01-01'],
  ['2026-01-01', days(0.5), '2026-01-02'],
  ['nonsense', months(1), '9999-12-31'],
] as const)('%s and %j', (day, period, expected) => {
  expect(addPeriod(day, period)).toBe(expected)
})

it('a day is one of the calendar', () => {
  for (const day of ['2026-01-01', '2024-02-29', '2026-12-31', '0001-01-01']) expect(isDay(day), day).toBe(true)
  for (const none of ['2026-02-30', '2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', ''])
    expect(isDay(none), none).toBe(false)
})

it('the day after one, over months, years and leap days', () => {
  expect(['2026-01-31', '2026-12-31', '2024-02-28', '2026-02-28'].map(nextDay)).toEqual([
    '2026-02-01',
    '2027-01-01',
    '2024-02-29',
    '2026-03-01',
  ])
})
