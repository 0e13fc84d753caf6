import { assembleTime, dateOf, ordinalDate, type TimeParts, weekDate } from './time-parts.ts'

/**
 * A date of ISO 8601: calendar, week or day of the year, extended or basic. Six digits of a year need a sign, as its
 * standard has it; `yyyyMM` is none there, since it is written for `yyMMdd` too.
 */
const DATE =
  /^(?<year>\d{4}|[+]\d{6}(?=-))(?:-?(?:W(?<week>\d{2})|(?<ordinal>\d{3}(?!\d)))|-(?<month>\d{2})(?:-(?<day>\d{2}))?|(?<basicMonth>\d{2})(?<basicDay>\d{2}))/
/** The day of a week, written as its week is. */
const WEEKDAY = /^-?([1-7])(?!\d)/
const TIME =
  /^(?:T|\s+)(?<hour>\d{2})(?:(?<mark>:?)(?<minute>\d{2})(?:\k<mark>(?<second>\d{2}))?)?(?:[.,](?<fraction>\d+))?\s*(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?$/i

/**
 * A moment as ISO 8601-1:2019 writes it. A date of reduced precision (month, week) is its first moment, an hour or minute
 * too; a fraction belongs to the last part written. Undefined for everything else.
 */
export function readIsoTime(text: string): TimeParts | undefined {
  const found = DATE.exec(text)
  const date = found?.groups
  if (!found || !date) return undefined
  let rest = text.slice(found[0].length)
  const year = Number(date['year'])
  let whole = true
  let midnight: number | undefined
  if (date['week'] !== undefined) {
    const day = WEEKDAY.exec(rest)
    // The hyphens stand everywhere or nowhere.
    if (day && day[0].startsWith('-') !== found[0].includes('-W')) return undefined
    rest = rest.slice(day?.[0].length ?? 0)
    whole = day !== null
    midnight = weekDate(year, Number(date['week']), Number(day?.[1] ?? 1))
  } else if (date['ordinal'] !== undefined) midnight = ordinalDate(year, Number(date['ordinal']))
  else {
    const day = date['day'] ?? date['basicDay']
    whole = day !== undefined
    midnight = dateOf(year, Number(date['month'] ?? date['basicMonth']), Number(day ?? 1))
  }
  if (rest === '') return assembleTime(midnight, {})
  // A month or a week has no hours.
  const time = whole ? TIME.exec(rest)?.groups : undefined
  if (!time) return undefined
  const { hour, minute, second, fraction, offset } = time
  if (fraction === undefined || second !== undefined) {
    return assembleTime(midnight, { hour, minute, second, fraction, offset })
  }
  const parts = assembleTime(midnight, { hour, minute, offset })
  const more = Math.floor(Number(`0.${fraction}`) * (minute === undefined ? 3_600_000 : 60_000) + 1e-6)
  return parts === undefined || (hour === '24' && more > 0) ? undefined : { ...parts, local: parts.local + more }
}

/** Whether a text is a month or a week of ISO 8601, which is longer than a day. */
export function isMonthOrWeek(text: string): boolean {
  return /^(?:\d{4}-\d{2}|\d{4}-?W\d{2})$/.test(text)
}
