import { type Calendar, type Day, dayText, type Hours } from '../model/calendar.ts'
import { type ChangeValue, plain, text, words } from './change.ts'
import type { FacetOf } from './facets.ts'
import { sameness } from './sameness.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** A calendar: its hours, days worked, holidays of each year; limits that count by it become longer or shorter. */
export function calendarFacets(id: string, calendar: Calendar): FacetOf[] {
  const { name, timezone, timed, week, shifted, holiday, workdays, years } = calendar
  const one = (part: string, value: ChangeValue, same: string): FacetOf => ({
    facet: 'calendar',
    key: part === '' ? id : `${id} ${part}`,
    value,
    same,
    hurts: part === 'name' ? [] : ['contacts'],
  })
  const line = (part: string, value: string): FacetOf => one(part, plain(value), value)
  const days = WEEKDAYS.flatMap((day, at) => (workdays.has(at) ? [day] : [])).join(' ')
  return [
    one('', words('日历', 'a calendar'), ''),
    ...(name === undefined ? [] : [one('name', text(name), sameness(name))]),
    ...(timezone === undefined ? [] : [line('timezone', timezone)]),
    ...(timed ? week.map((hours, at) => line(WEEKDAYS[at] ?? String(at), hoursText(hours))) : []),
    ...(timed ? [line('shifted', hoursText(shifted)), line('holiday', hoursText(holiday))] : []),
    line('workdays', days),
    ...(years === undefined ? [line('years', 'none')] : []),
    ...[...(years ?? [])].flatMap(([year, { holidays, workdays: worked }]) => [
      line(`${year} holidays`, daysText(holidays)),
      line(`${year} workdays`, daysText(worked)),
    ]),
  ]
}

const hoursText = (hours: readonly Hours[]): string =>
  hours.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' ') || '–'

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const daysText = (days: ReadonlySet<Day>): string =>
  [...days]
    .sort((a, b) => a - b)
    .map(dayText)
    .join(' ') || '–'
