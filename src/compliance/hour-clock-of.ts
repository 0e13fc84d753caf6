import { parseHours } from '../model/calendar.ts'
import type { AxisValue, ProcessMap } from '../model/map.ts'
import type { CoverageSpec } from '../model/rules/coverage.ts'
import { type BusinessTime, businessTimeOf, createBusinessTime } from './business-time.ts'

/** The hours of a channel: of the rule's calendar, else those it states, a calendar or `08:00-22:00` every day. */
export function hourClockOf(
  { calendar }: Pick<CoverageSpec, 'calendar'>,
  channel: AxisValue | undefined,
  map: ProcessMap,
): BusinessTime | undefined {
  if (calendar !== undefined) return businessTimeOf(map, calendar)
  if (channel?.hours === undefined) return undefined
  if (map.catalog.calendars?.has(channel.hours)) return businessTimeOf(map, channel.hours)
  let hours = daily.get(channel)
  if (hours === undefined) {
    const stretch = parseHours(channel.hours)
    if (stretch === undefined) return undefined
    const week = Array.from({ length: 7 }, () => [stretch])
    const workdays = new Set([0, 1, 2, 3, 4, 5, 6])
    const calendarOfDay = { id: channel.id, timed: true, week, shifted: [stretch], holiday: [stretch], workdays }
    hours = createBusinessTime({ ...calendarOfDay, place: channel.place }, map.timezone)
    if (hours) daily.set(channel, hours)
  }
  return hours
}

const daily = new WeakMap<AxisValue, BusinessTime>()
