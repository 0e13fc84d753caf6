import type { Place } from '../diagnostic/diagnostic.ts'
import type { Id } from './map.ts'
import type { Text } from './text.ts'

/** Working hours of a day, in minutes from its midnight; `to` is exclusive and at most 1440. */
export interface Hours {
  readonly from: number
  readonly to: number
}

/** A local day, as days since 1970-01-01. */
export type Day = number

/** The public holidays of a year and the days off that are worked instead (调休上班). */
export interface CalendarYear {
  readonly holidays: ReadonlySet<Day>
  readonly workdays: ReadonlySet<Day>
}

/** When is worked: hours by weekday, holidays and shifted workdays by year. */
export interface Calendar {
  readonly id: Id
  readonly name?: Text
  /** IANA name; the map's otherwise. */
  readonly timezone?: string
  /** Whether hours are given; without them a workday is its 24 hours. */
  readonly timed: boolean
  /** Hours of Monday to Sunday, each list sorted and disjoint; none: not worked. */
  readonly week: readonly (readonly Hours[])[]
  /** Hours of a day off that is worked instead, and of a public holiday. */
  readonly shifted: readonly Hours[]
  readonly holiday: readonly Hours[]
  /** Weekdays, 0 for Monday, that count as workdays. */
  readonly workdays: ReadonlySet<number>
  /** By year; a year that is not there is not known. Absent: there are no holidays. */
  readonly years?: ReadonlyMap<number, CalendarYear>
  readonly place: Place
}

const DAY_MS = 86_400_000

/** The day of a date written `2026-02-28`; undefined when there is no such date. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const at = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? undefined : at.getTime() / DAY_MS
}

/** A day as it is written, `2026-02-28`. */
export function dayText(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** Stretches of a day written `09:00-12:00`; undefined when one is not of that form or ends before it begins. */
export function parseHours(text: string): Hours | undefined {
  const match = /^([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(text)
  if (!match) return undefined
  const from = Number(match[1]) * 60 + Number(match[2])
  const to = Number(match[3]) * 60 + Number(match[4])
  return from < to && to <= 1440 ? { from, to } : undefined
}
