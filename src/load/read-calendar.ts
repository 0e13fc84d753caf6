import { type Calendar, type CalendarYear, type Day, type Hours, parseDay, parseHours } from '../model/calendar.ts'
import type { Id } from '../model/map.ts'
import {
  asMap,
  badValue,
  child,
  given,
  type Reading,
  refer,
  report,
  SORTS,
  stringOf,
  stringsOf,
  textOf,
} from './reading.ts'
import type { TreeEntry, TreeNode } from './tree.ts'

const WEEKDAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const WHOLE_DAY: readonly Hours[] = [{ from: 0, to: 1440 }]
/** No holiday is longer; a range written the wrong way round or over years is a slip. */
const LONGEST_RANGE = 60

/** The calendars of the catalogue; of one that takes its years from another (`years-of`) the other is looked up. */
export function readCalendars(reading: Reading, nodes: readonly (TreeNode | undefined)[]): ReadonlyMap<Id, Calendar> {
  const calendars = new Map<Id, Calendar>()
  const borrowed: { readonly id: Id; readonly from: TreeNode }[] = []
  for (const node of nodes) {
    for (const [id, entry] of asMap(node)?.entries ?? []) {
      if (calendars.has(id)) continue
      calendars.set(id, readCalendar(reading, id, entry))
      const from = child(entry.node, 'years-of')
      if (from) borrowed.push({ id, from })
    }
  }
  for (const { id, from } of borrowed) {
    const name = stringOf(from)
    const calendar = calendars.get(id)
    if (name === undefined || !calendar || !refer(reading, reading.calendars, name, from, SORTS.calendar)) continue
    const years = calendars.get(name)?.years
    if (years) calendars.set(id, { ...calendar, years })
    else {
      report(
        reading,
        badValue(from.place, {
          zh: `日历 \`${name}\` 没有按年写明的节假日`,
          en: `the calendar \`${name}\` has no holidays by year`,
        }),
      )
    }
  }
  return calendars
}

function readCalendar(reading: Reading, id: Id, { key, node }: TreeEntry): Calendar {
  const hours = child(node, 'hours')
  const week = WEEKDAYS.map((): readonly Hours[] => [])
  let shifted: readonly Hours[] | undefined
  let holiday: readonly Hours[] = []
  for (const [name, entry] of asMap(hours)?.entries ?? []) {
    const stretches = readHours(reading, entry.node)
    if (name === 'shifted') shifted = stretches
    else if (name === 'holiday') holiday = stretches
    else for (const day of weekdaysOf(name)) week[day] = stretches
  }
  if (!hours) for (const day of [0, 1, 2, 3, 4]) week[day] = WHOLE_DAY
  const named = child(node, 'workdays')
  const workdays = named
    ? stringsOf(named).flatMap(({ value }) => weekdaysOf(value))
    : week.flatMap((stretches, day) => (stretches.length > 0 ? [day] : []))
  const years = child(node, 'years')
  return {
    id,
    ...given('name', textOf(child(node, 'name'), reading.lang)),
    ...given('timezone', stringOf(child(node, 'timezone'))),
    timed: hours !== undefined,
    week,
    shifted: shifted ?? week.find((stretches) => stretches.length > 0) ?? WHOLE_DAY,
    holiday,
    workdays: new Set(workdays),
    ...(stringOf(years) === 'none' ? {} : { years: readYears(reading, years) }),
    place: key,
  }
}

/** `mon`, `mon-fri`, `sat-sun`: positions in the week. */
function weekdaysOf(name: string): number[] {
  const [first = '', last = first] = name.split('-')
  const [from, to] = [WEEKDAYS.indexOf(first), WEEKDAYS.indexOf(last)]
  return from < 0 ? [] : Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}

function readHours(reading: Reading, node: TreeNode): readonly Hours[] {
  const stretches = stringsOf(node).flatMap(({ value, node: at }) => {
    const hours = parseHours(value)
    if (hours) return [hours]
    report(
      reading,
      badValue(
        at.place,
        { zh: `\`${value}\` 不是一天之内的时段`, en: `\`${value}\` is not a stretch of one day` },
        { zh: '时段，如 09:00-12:00；跨夜的分成两段', en: 'a stretch such as 09:00-12:00; over midnight, two of them' },
      ),
    )
    return []
  })
  const sorted = stretches.sort((a, b) => a.from - b.from)
  if (sorted.some((each, at) => each.from < (sorted[at - 1]?.to ?? 0))) {
    report(reading, badValue(node.place, { zh: '时段互相重叠', en: 'the stretches overlap' }))
  }
  return sorted
}

function readYears(reading: Reading, node: TreeNode | undefined): ReadonlyMap<number, CalendarYear> {
  const years = new Map<number, CalendarYear>()
  for (const [name, entry] of asMap(node)?.entries ?? []) {
    const year = Number(name)
    const holidays = readDays(reading, child(entry.node, 'holidays'), year)
    const workdays = readDays(reading, child(entry.node, 'workdays'), year)
    years.set(year, { holidays, workdays })
    for (const { value, node: at } of stringsOf(child(entry.node, 'workdays'))) {
      const day = parseDay(value)
      if (day === undefined || !holidays.has(day)) continue
      report(
        reading,
        badValue(at.place, {
          zh: `\`${value}\` 既是假日又是调休上班日`,
          en: `\`${value}\` is both a holiday and worked instead of one`,
        }),
      )
    }
  }
  return years
}

/** Days of a year written `2026-01-01` or `2026-02-15..2026-02-23`. */
function readDays(reading: Reading, node: TreeNode | undefined, year: number): ReadonlySet<Day> {
  const days = new Set<Day>()
  for (const { value, node: at } of stringsOf(node)) {
    const [first = '', last = first] = value.split('..')
    const [from, to] = [parseDay(first), parseDay(last)]
    const inYear = first.startsWith(`${year}-`) && last.startsWith(`${year}-`)
    if (from === undefined || to === undefined || to < from || to - from > LONGEST_RANGE || !inYear) {
      report(
        reading,
        badValue(
          at.place,
          { zh: `\`${value}\` 不是 ${year} 年的日期`, en: `\`${value}\` is not a day, or days, of ${year}` },
          {
            zh: `日期，如 ${year}-01-01，或 ${year}-05-01..${year}-05-05`,
            en: `a date such as ${year}-01-01, or ${year}-05-01..${year}-05-05`,
          },
        ),
      )
      continue
    }
    for (let day = from; day <= to; day++) days.add(day)
  }
  return days
}
