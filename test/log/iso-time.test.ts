import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTimeReader } from '../../src/log/time.ts'
import { compileTimeFormat } from '../../src/log/time-format.ts'
import { createZone } from '../../src/log/zone.ts'

const DAY = 86_400_000
// A zone without rules, since days are many.
const reader = createTimeReader(createZone('+00:00'))

const read = (text: string): string => {
  const ms = reader.read(text)
  return Number.isNaN(ms) ? String(reader.problem) : new Date(ms).toISOString()
}
const two = (n: number): string => String(n).padStart(2, '0')
const three = (n: number): string => String(n).padStart(3, '0')

describe('ISO 8601', () => {
  test.each([
    // Weeks and days of the year, extended and basic.
    ['2026-W47-7', '2026-11-22T00:00:00.000Z'],
    ['2026W477', '2026-11-22T00:00:00.000Z'],
    ['2026-326', '2026-11-22T00:00:00.000Z'],
    ['2026326', '2026-11-22T00:00:00.000Z'],
    ['2026-W47-7T10:15:00+08:00', '2026-11-22T02:15:00.000Z'],
    ['2026W477T101500Z', '2026-11-22T10:15:00.000Z'],
    ['2026-326T10:15:00.5Z', '2026-11-22T10:15:00.500Z'],
    ['2026326T101500,5-0330', '2026-11-22T13:45:00.500Z'],
    ['2020-W53-7', '2021-01-03T00:00:00.000Z'],
    ['2021-W01-1', '2021-01-04T00:00:00.000Z'],
    ['2024-366', '2024-12-31T00:00:00.000Z'],
    // Basic forms of the calendar, and such as mix both, which leave no doubt.
    ['20261122T101500Z', '2026-11-22T10:15:00.000Z'],
    ['20261122T101500,123456789Z', '2026-11-22T10:15:00.123Z'],
    ['20261122T1015+0800', '2026-11-22T02:15:00.000Z'],
    ['20261122T10+08', '2026-11-22T02:00:00.000Z'],
    ['20261122 10:15:00', '2026-11-22T10:15:00.000Z'],
    ['2026-11-22T101500', '2026-11-22T10:15:00.000Z'],
    // A fraction belongs to the last part written.
    ['2026-11-22T10,5Z', '2026-11-22T10:30:00.000Z'],
    ['2026-11-22T10:15.25Z', '2026-11-22T10:15:15.000Z'],
    ['20261122T1015,29', '2026-11-22T10:15:17.400Z'],
    ['2026-11-22T10:15:00,12345678901234567890Z', '2026-11-22T10:15:00.123Z'],
    // Reduced precision.
    ['2026-11', '2026-11-01T00:00:00.000Z'],
    ['2026-W47', '2026-11-16T00:00:00.000Z'],
    ['2026W47', '2026-11-16T00:00:00.000Z'],
    ['2026-11-22T10', '2026-11-22T10:00:00.000Z'],
    // The end of a day.
    ['2026-11-22T24:00', '2026-11-23T00:00:00.000Z'],
    ['2026-11-22T24:00:00.000Z', '2026-11-23T00:00:00.000Z'],
    ['20261231T2400', '2027-01-01T00:00:00.000Z'],
    ['2026-W53-4T24', '2027-01-01T00:00:00.000Z'],
    // Offsets, with the minus sign that ISO means too.
    ['2026-11-22T10:15:00-05', '2026-11-22T15:15:00.000Z'],
    ['2026-11-22T10:15:00-0530', '2026-11-22T15:45:00.000Z'],
    ['2026-11-22T10:15:00\u221205:30', '2026-11-22T15:45:00.000Z'],
    // Years of six digits.
    ['+002026-11-22T10:15:00Z', '2026-11-22T10:15:00.000Z'],
    ['+012026-W01-1', '+012025-12-29T00:00:00.000Z'],
    // Leap seconds are the moment after.
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2017-01-01T07:59:60+08:00', '2017-01-01T00:00:00.000Z'],
    ['20161231T235960,5Z', '2017-01-01T00:00:00.500Z'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['a week of no such number', '2026-W00-1', '2026-W54-1', '2025-W53-1', '2026W541'],
    ['a day of no such number', '2026-W47-0', '2026-W47-8', '2026-000', '2026-366', '2024-367', '2026366'],
    ['hyphens in one half of a week', '2026-W477', '2026W47-7'],
    ['hours of a week or a month', '2026-W47T10:15', '2026-11T10:15'],
    ['digits that may be another thing', '2026', '202611', '26-11-22', '261122'],
    ['an hour that is none', '2026-11-22T25', '2026-11-22T24:01', '2026-11-22T24,5', '20261122T240001', '2026326T2460'],
    ['a colon in one half of a time', '2026-11-22T10:1500', '2026-11-22 10:155', '2026-W47-7T1015:00'],
    ['an offset that is none', '2026-11-22T10:15+08:75', '2026-11-22T10:15+19', '2026-11-22T10:15+8:0', '2026326T10-5'],
    ['a 60th second where none is put', '2026-11-22T10:15:60Z', '2016-12-31T23:59:60+08:00', '2016-12-31T23:59:61Z'],
    ['a fraction of nothing', '2026-11-22T10:15:00,Z', '20261122T10.', '2026-11-22.5'],
    ['an interval, a duration', '2026-11-22/2026-11-23', 'P1D', 'R5/2026-11-22T10:15Z/P1D'],
    ['years beyond what a moment holds', '+999999-01-01', '-002026-11-22', '0001-01-01', '0000-W01-1'],
  ])('%s is no time', (_what, ...texts) => {
    expect(texts.map((text) => [text, read(text)])).toEqual(texts.map((text) => [text, 'unreadable']))
  })

  test('a leap second is placed by UTC, not by the clock on the wall', () => {
    expect(createTimeReader(createZone('Asia/Shanghai')).read('2017-01-01 07:59:60')).toBe(Date.UTC(2017, 0, 1))
    expect(createTimeReader(createZone('Asia/Shanghai')).read('2016-12-31 23:59:60')).toBeNaN()
    const formats = [compileTimeFormat('yyyy-MM-dd HH:mm:ss')].filter((one) => one !== undefined)
    expect(createTimeReader(createZone('UTC'), formats).read('2026-11-22 10:15:60')).toBeNaN()
  })

  test('every day of 400 years, by its week and by its number, counted along the calendar', () => {
    const wrong: string[] = []
    const check = (text: string, ms: number): void => {
      if (reader.read(text) !== ms) wrong.push(text)
    }
    // 3 January 2000 is a Monday, and of the first week of its year.
    let [weekYear, week, weekday] = [1999, 52, 6]
    let ofYear = 0
    let ms = Date.UTC(2000, 0, 1)
    for (const date = new Date(ms); ms < Date.UTC(2400, 0, 1); ms += DAY) {
      date.setTime(ms)
      const year = date.getUTCFullYear()
      ofYear = date.getUTCMonth() === 0 && date.getUTCDate() === 1 ? 1 : ofYear + 1
      if (weekday === 8) {
        weekday = 1
        // A week is of the year that its Thursday is of.
        const thursday = new Date(ms + 3 * DAY).getUTCFullYear()
        week = thursday === weekYear ? week + 1 : 1
        weekYear = thursday
      }
      const extended = ofYear % 2 === 0
      check(extended ? `${weekYear}-W${two(week)}-${weekday}` : `${weekYear}W${two(week)}${weekday}`, ms)
      check(extended ? `${year}-${three(ofYear)}` : `${year}${three(ofYear)}`, ms)
      weekday++
    }
    expect(wrong).toEqual([])
    expect(ms).toBe(Date.UTC(2000, 0, 1) + 146_097 * DAY)
  })

  test('law: a moment written in any form, read, is that moment', () => {
    const forms = fc.record({
      date: fc.constantFrom('calendar', 'week', 'ordinal'),
      basic: fc.boolean(),
      mark: fc.constantFrom('.', ','),
      minutes: fc.integer({ min: -14 * 60, max: 14 * 60 }),
      short: fc.boolean(),
      digits: fc.integer({ min: 3, max: 12 }),
    })
    const moments = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9998, 0, 1) })
    fc.assert(
      fc.property(moments, forms, (ms, { date, basic, mark, minutes, short, digits }) => {
        const offset = short ? Math.trunc(minutes / 60) * 60 : minutes
        const [day, clock] = new Date(ms + offset * 60_000).toISOString().slice(0, -1).split('T') as [string, string]
        const place = Date.parse(`${day}T00:00:00Z`)
        const thursday = new Date(place + (4 - (new Date(place).getUTCDay() || 7)) * DAY)
        const nth = (at: number): number => Math.round((at - Date.UTC(new Date(at).getUTCFullYear(), 0, 1)) / DAY)
        const written =
          date === 'calendar'
            ? day
            : date === 'ordinal'
              ? `${day.slice(0, 4)}-${three(nth(place) + 1)}`
              : `${thursday.getUTCFullYear()}-W${two(Math.floor(nth(thursday.getTime()) / 7) + 1)}-${new Date(place).getUTCDay() || 7}`
        const fraction = clock.slice(9).padEnd(digits, '7')
        const hours = two(Math.trunc(Math.abs(offset) / 60))
        const zone = `${offset < 0 ? '-' : '+'}${hours}${short ? '' : `:${two(Math.abs(offset) % 60)}`}`
        const text = `${written}T${clock.slice(0, 8)}|${fraction}${zone}`
        const final = basic ? `${written.replaceAll('-', '')}T${text.split('T')[1]?.replaceAll(':', '')}` : text
        expect(reader.read(final.replace('|', mark))).toBe(ms)
      }),
      { numRuns: 3000 },
    )
  })
})
