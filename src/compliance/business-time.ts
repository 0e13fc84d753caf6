import type { Calendar, Day, Hours } from '../model/calendar.ts'
import type { Id, ProcessMap } from '../model/map.ts'
import { createZone, type Zone } from '../log/zone.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const NO_HOURS: readonly Hours[] = []
const WHOLE_DAY: readonly Hours[] = [{ from: 0, to: 1440 }]
/** A deadline farther away than this is not looked for. */
const MOST_DAYS = 4_000

/** A year for which the calendar has no holidays: nothing is guessed. */
export interface UnknownYear {
  readonly unknownYear: number
}

/** Counts time inside the working hours of a calendar. */
export interface BusinessTime {
  /** Milliseconds worked from one moment to a later one. */
  worked(from: number, to: number): number | UnknownYear
  /** The last moment at which no more than `ms` have been worked since `from`: the beginning of what is worked next. */
  after(from: number, ms: number): number | UnknownYear
  /** The end of the `count`-th workday after the day of `from`: the end of its hours, else its last millisecond. */
  afterWorkdays(from: number, count: number): number | UnknownYear
  /** Whether a moment is inside the hours. */
  isOpen(at: number): boolean | UnknownYear
  /** The weekday, 0 for Monday, and the hour of a moment on the calendar's clock. */
  hourOf(at: number): { readonly weekday: number; readonly hour: number }
}

const made = new WeakMap<Calendar, Map<string, BusinessTime | undefined>>()

/** The business time of a calendar of the map, made once; undefined when no time zone is known. */
export function businessTimeOf(map: ProcessMap, calendar: Id): BusinessTime | undefined {
  const found = map.catalog.calendars?.get(calendar)
  return found && createBusinessTime(found, found.timezone ?? map.timezone)
}

export function createBusinessTime(calendar: Calendar, timezone: string | undefined): BusinessTime | undefined {
  if (timezone === undefined) return undefined
  const known = made.get(calendar) ?? new Map<string, BusinessTime | undefined>()
  made.set(calendar, known)
  if (!known.has(timezone)) {
    const zone = createZone(timezone)
    known.set(timezone, zone && new ZonedBusinessTime(calendar, zone))
  }
  return known.get(timezone)
}

class ZonedBusinessTime implements BusinessTime {
  readonly #calendar: Calendar
  readonly #zone: Zone
  /** Last moment of each year asked for, so that a day's year is found without a `Date`. */
  readonly #years = new Map<Day, number>()

  constructor(calendar: Calendar, zone: Zone) {
    this.#calendar = calendar
    this.#zone = zone
  }

  worked(from: number, to: number): number | UnknownYear {
    let total = 0
    const last = this.#dayOf(to)
    for (let day = this.#dayOf(from); day <= last; day++) {
      const hours = this.#hoursOf(day)
      if ('unknownYear' in hours) return hours
      for (const stretch of hours) {
        const begin = Math.max(this.#moment(day, stretch.from), from)
        const end = Math.min(this.#moment(day, stretch.to), to)
        if (end > begin) total += end - begin
      }
    }
    return total
  }

  after(from: number, ms: number): number | UnknownYear {
    let rest = ms
    const first = this.#dayOf(from)
    for (let day = first; day - first < MOST_DAYS; day++) {
      const hours = this.#hoursOf(day)
      if ('unknownYear' in hours) return hours
      for (const stretch of hours) {
        const begin = Math.max(this.#moment(day, stretch.from), from)
        const length = this.#moment(day, stretch.to) - begin
        if (length <= 0) continue
        if (length > rest) return begin + rest
        rest -= length
      }
    }
    return Number.POSITIVE_INFINITY
  }

  afterWorkdays(from: number, count: number): number | UnknownYear {
    let left = count
    const first = this.#dayOf(from)
    for (let day = first + 1; day - first < MOST_DAYS; day++) {
      const kind = this.#kindOf(day)
      if (typeof kind === 'object') return kind
      if (kind === 'off' || kind === 'holiday') continue
      left -= 1
      if (left > 0) continue
      const hours = this.#hoursOf(day)
      const close = 'unknownYear' in hours || !this.#calendar.timed ? undefined : hours.at(-1)?.to
      return close === undefined || close === 1440 ? this.#moment(day + 1, 0) - 1 : this.#moment(day, close)
    }
    return Number.POSITIVE_INFINITY
  }

  isOpen(at: number): boolean | UnknownYear {
    const day = this.#dayOf(at)
    const hours = this.#hoursOf(day)
    if ('unknownYear' in hours) return hours
    return hours.some(({ from, to }) => this.#moment(day, from) <= at && at < this.#moment(day, to))
  }

  hourOf(at: number): { readonly weekday: number; readonly hour: number } {
    const local = this.#zone.toLocal(at)
    const day = Math.floor(local / DAY)
    return { weekday: weekdayOf(day), hour: Math.floor((local - day * DAY) / 3_600_000) }
  }

  #dayOf(at: number): Day {
    return Math.floor(this.#zone.toLocal(at) / DAY)
  }

  #moment(day: Day, minute: number): number {
    return this.#zone.toUtc(day * DAY + minute * MINUTE)
  }

  #kindOf(day: Day): 'workday' | 'shifted' | 'holiday' | 'off' | UnknownYear {
    const { years, workdays } = this.#calendar
    if (years !== undefined) {
      const number = this.#yearOf(day)
      const year = years.get(number)
      if (year === undefined) return { unknownYear: number }
      if (year.holidays.has(day)) return 'holiday'
      if (year.workdays.has(day)) return 'shifted'
    }
    return workdays.has(weekdayOf(day)) ? 'workday' : 'off'
  }

  #hoursOf(day: Day): readonly Hours[] | UnknownYear {
    const kind = this.#kindOf(day)
    if (typeof kind === 'object') return kind
    const { holiday, shifted, week, timed } = this.#calendar
    if (kind === 'holiday') return holiday
    if (kind === 'shifted') return timed ? shifted : WHOLE_DAY
    return week[weekdayOf(day)] ?? NO_HOURS
  }

  #yearOf(day: Day): number {
    let year = this.#years.get(day)
    if (year === undefined) this.#years.set(day, (year = new Date(day * DAY).getUTCFullYear()))
    return year
  }
}

/** 0 for Monday; 1970-01-01 was a Thursday. */
function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}
