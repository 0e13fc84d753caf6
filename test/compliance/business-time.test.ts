import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type BusinessTime, createBusinessTime } from '../../src/compliance/business-time.ts'
import { createMemorySource } from '../../src/io/files.ts'
import { loadMap } from '../../src/load/load-map.ts'
import type { Calendar, Hours } from '../../src/model/calendar.ts'
import { root } from '../support/run-cli.ts'
import { somewhere } from '../support/place.ts'

const china = readFileSync(join(root, 'maps/calendars/china.yaml'), 'utf8')
const SHANGHAI = 8 * 3_600_000
const MINUTE = 60_000
const DAY = 1440

function loadCalendars(yaml: string): ReadonlyMap<string, Calendar> {
  const { map, diagnostics } = loadMap(
    createMemorySource({
      'touchmap.yaml':
        'map: m\nname: M\nversion: "1"\ntimezone: Asia/Shanghai\neffective: {from: 2026-01-01}\ncode: "{business}"\ninclude: ["*.yaml"]\n',
      'catalog.yaml':
        'catalog: true\nbusinesses: {b: {class: query, name: B}}\nchannels: {c: {name: C, code: C}}\nbrands: {d: {name: D, code: D}}\nroles: {agent: {name: A}}\nevents: {ask: {}}\n',
      'touchpoints.yaml': 'touchpoints:\n  - {business: b, channel: c, brand: d, flow: f}\n',
      'f.yaml': 'flow: f\nname: F\nsteps:\n  - {id: ask}\n',
      'calendar.yaml': yaml,
    }),
  )
  expect(diagnostics.map(({ message }) => message.en)).toEqual([])
  return map?.catalog.calendars ?? new Map()
}

/** Local minutes since 1970 of `2026-02-13 09:30`, in Shanghai. */
function minute(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00Z`) / MINUTE
}

function utc(text: string): number {
  return minute(text) * MINUTE - SHANGHAI
}

function local(at: number | { unknownYear: number }): string {
  if (typeof at === 'object') return `unknown ${at.unknownYear}`
  return new Date(at + SHANGHAI).toISOString().slice(0, 23).replace('T', ' ')
}

const yaml = `${china}  office:
    name: Office
    years-of: china
    hours: {mon-fri: ["09:00-12:00", "13:30-18:00"], sat: ["09:00-12:00"], shifted: ["09:00-16:00"], holiday: []}
    workdays: [mon-fri]
  hotline:
    years-of: china
    hours: {mon-sun: "08:00-22:00", holiday: "10:00-20:00"}
  shop:
    years: none
    hours: {mon-sun: "00:00-24:00"}
`
const calendars = loadCalendars(yaml)

function businessTime(id: string): BusinessTime {
  const calendar = calendars.get(id)
  const time = calendar && createBusinessTime(calendar, calendar.timezone ?? 'Asia/Shanghai')
  if (!time) throw new Error(`no calendar ${id}`)
  return time
}

describe('the calendar of China', () => {
  const written = parse(china) as {
    calendars: { china: { years: Record<string, { holidays: string[]; workdays: string[] }> } }
  }

  it.each([
    ['2025', 28, 5],
    ['2026', 33, 6],
  ])('has in %s %i days of holidays and %i days off worked instead, all of them at weekends', (year, off, shifted) => {
    const days = calendars.get('china')?.years?.get(Number(year))
    expect([days?.holidays.size, days?.workdays.size]).toEqual([off, shifted])
    for (const day of written.calendars.china.years[year]?.workdays ?? []) {
      expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay())
    }
  })

  it('gives every year as many workdays as the law: 365 less 104 at weekends less 13 holidays', () => {
    for (const year of [2025, 2026]) {
      let workdays = 0
      const time = businessTime('china')
      for (let day = minute(`${year}-01-01 00:00`); day < minute(`${year}-12-31 00:00`) + DAY; day += DAY) {
        if (time.isOpen(day * MINUTE - SHANGHAI) === true) workdays += 1
      }
      expect(workdays).toBe(248)
    }
  })
})

describe('deadlines', () => {
  it.each([
    // Friday before Spring Festival; Saturday the 14th is worked, the 15th to 23rd are off.
    ['china', '2026-02-13 10:00', 1, '2026-02-14 23:59:59.999'],
    ['china', '2026-02-13 10:00', 3, '2026-02-25 23:59:59.999'],
    ['china', '2026-02-16 10:00', 1, '2026-02-24 23:59:59.999'],
    ['office', '2026-02-13 20:00', 1, '2026-02-14 16:00:00.000'],
    ['office', '2026-02-26 20:00', 2, '2026-02-28 16:00:00.000'],
    ['office', '2026-03-06 09:00', 1, '2026-03-09 18:00:00.000'],
    ['china', '2026-12-30 10:00', 1, '2026-12-31 23:59:59.999'],
    ['china', '2026-12-30 10:00', 2, 'unknown 2027'],
  ])('%s: workdays from %s, %i of them: %s', (id, from, count, end) => {
    expect(local(businessTime(id).afterWorkdays(utc(from), count))).toBe(end)
  })

  it.each([
    ['office', '2026-03-05 17:30', 60, '2026-03-06 09:30:00.000'],
    ['office', '2026-03-05 17:30', 30, '2026-03-06 09:00:00.000'],
    ['office', '2026-03-06 17:00', 120, '2026-03-07 10:00:00.000'],
    ['office', '2026-02-14 15:30', 60, '2026-02-24 09:30:00.000'],
    ['hotline', '2026-02-14 21:30', 60, '2026-02-15 10:30:00.000'],
    ['shop', '2031-05-01 23:30', 60, '2031-05-02 00:30:00.000'],
    ['office', '2024-12-31 10:00', 60, 'unknown 2024'],
  ])('%s: working minutes from %s, %i of them: until %s', (id, from, minutes, end) => {
    expect(local(businessTime(id).after(utc(from), minutes * MINUTE))).toBe(end)
  })

  it('says nothing of a year that the calendar does not have', () => {
    expect(businessTime('office').worked(utc('2026-12-31 10:00'), utc('2027-01-01 00:00'))).toEqual({
      unknownYear: 2027,
    })
    expect(businessTime('china').isOpen(utc('2027-06-01 10:00'))).toEqual({ unknownYear: 2027 })
  })
})

/** A second way: every minute asked by itself, from the YAML as it is written. */
function isWorked(at: number, calendar: Written): boolean {
  const day = new Date(Math.floor(at / DAY) * DAY * MINUTE)
  const date = day.toISOString().slice(0, 10)
  const inDay = ((at % DAY) + DAY) % DAY
  const weekday = (day.getUTCDay() + 6) % 7
  const hours = calendar.holidays.includes(date)
    ? calendar.holiday
    : calendar.workdays.includes(date)
      ? calendar.shifted
      : calendar.week[weekday]!
  return hours.some(({ from, to }) => inDay >= from && inDay < to)
}

interface Written {
  readonly week: Hours[][]
  readonly shifted: Hours[]
  readonly holiday: Hours[]
  readonly holidays: string[]
  readonly workdays: string[]
}

const hours = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 4 }).map((ends) => {
  const sorted = ends.sort((a, b) => a - b)
  return sorted.flatMap((from, at) => (at % 2 === 0 && at + 1 < sorted.length ? [{ from, to: sorted[at + 1]! }] : []))
})
const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`)
const written: fc.Arbitrary<Written> = fc
  .record({
    week: fc.array(hours, { minLength: 7, maxLength: 7 }),
    shifted: hours,
    holiday: hours,
    holidays: fc.uniqueArray(date, { maxLength: 6 }),
    workdays: fc.uniqueArray(date, { maxLength: 6 }),
  })
  .map((each) => ({ ...each, workdays: each.workdays.filter((day) => !each.holidays.includes(day)) }))

function toCalendar({ week, shifted, holiday, holidays, workdays }: Written): Calendar {
  const days = (dates: string[]) => new Set(dates.map((each) => minute(`${each} 00:00`) / DAY))
  return {
    id: 'c',
    timed: true,
    week,
    shifted,
    holiday,
    workdays: new Set([0, 1, 2, 3, 4]),
    years: new Map([[2026, { holidays: days(holidays), workdays: days(workdays) }]]),
    place: somewhere,
  }
}

describe('counted minute by minute', () => {
  const start = minute('2026-02-03 00:00')
  const moment = fc.integer({ min: 0, max: 14 * DAY }).map((each) => start + each)

  it('time worked is the number of minutes worked', () => {
    fc.assert(
      fc.property(written, moment, fc.integer({ min: 0, max: 6 * DAY }), (calendar, from, length) => {
        const time = createBusinessTime(toCalendar(calendar), 'Asia/Shanghai')!
        let count = 0
        for (let at = from; at < from + length; at++) if (isWorked(at, calendar)) count += 1
        const [begin, end] = [from * MINUTE - SHANGHAI, (from + length) * MINUTE - SHANGHAI]
        expect(time.worked(begin, end)).toBe(count * MINUTE)
      }),
      { numRuns: 50 },
    )
  })

  it('the deadline is the last minute at which no more than the limit has been worked', () => {
    fc.assert(
      fc.property(written, moment, fc.integer({ min: 0, max: 2000 }), (calendar, from, limit) => {
        const time = createBusinessTime(toCalendar(calendar), 'Asia/Shanghai')!
        let count = 0
        let at = from
        const end = minute('2026-12-01 00:00')
        while (at < end && (!isWorked(at, calendar) || count < limit)) {
          if (isWorked(at, calendar)) count += 1
          at += 1
          if (at - from > 60 * DAY) break
        }
        fc.pre(at - from <= 60 * DAY)
        expect(time.after(from * MINUTE - SHANGHAI, limit * MINUTE)).toBe(at * MINUTE - SHANGHAI)
      }),
      { numRuns: 50 },
    )
  })

  it('the n-th workday is found by walking', () => {
    fc.assert(
      fc.property(written, moment, fc.integer({ min: 1, max: 12 }), (calendar, from, count) => {
        const time = createBusinessTime({ ...toCalendar(calendar), timed: false }, 'Asia/Shanghai')!
        let day = Math.floor(from / DAY)
        for (let left = count; left > 0;) {
          day += 1
          const text = new Date(day * DAY * MINUTE).toISOString().slice(0, 10)
          const weekend = [0, 6].includes(new Date(day * DAY * MINUTE).getUTCDay())
          if (calendar.workdays.includes(text) || (!weekend && !calendar.holidays.includes(text))) left -= 1
        }
        expect(time.afterWorkdays(from * MINUTE - SHANGHAI, count)).toBe((day + 1) * DAY * MINUTE - SHANGHAI - 1)
      }),
      { numRuns: 50 },
    )
  })
})

it('counts an hour that clocks skip as not there, and one that comes twice as two', () => {
  const calendar: Calendar = {
    ...toCalendar({
      week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
      shifted: [],
      holiday: [],
      holidays: [],
      workdays: [],
    }),
  }
  const time = createBusinessTime(calendar, 'America/New_York')!
  const day = (text: string) => Date.parse(text)
  expect(time.worked(day('2026-03-08T05:00:00Z'), day('2026-03-09T04:00:00Z'))).toBe(23 * 3_600_000)
  expect(time.worked(day('2026-11-01T04:00:00Z'), day('2026-11-02T05:00:00Z'))).toBe(25 * 3_600_000)
})
