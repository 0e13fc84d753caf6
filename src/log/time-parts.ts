/** What a text says of a moment: wall-clock milliseconds, as if they were UTC, and what else it states. */
export interface TimeParts {
  readonly local: number
  /** Minutes ahead of UTC, when the text states them. */
  readonly offset: number | undefined
  /** A 60th second was written; `local` is the moment after it. */
  readonly leap: boolean
}

/** The written parts of a moment, as digits. */
export interface WrittenTime {
  readonly hour?: string | undefined
  readonly minute?: string | undefined
  readonly second?: string | undefined
  readonly fraction?: string | undefined
  /** AM, PM, 上午 and the like. */
  readonly half?: string | undefined
  readonly offset?: string | undefined
}

const DAY = 86_400_000
const HOUR = 3_600_000
const MINUTE = 60_000
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The moment on a day, given by its midnight; undefined when there is no such hour or offset. */
export function assembleTime(midnight: number | undefined, written: WrittenTime): TimeParts | undefined {
  if (midnight === undefined) return undefined
  const { hour, minute, second, fraction, half, offset } = written
  const hours = half === undefined ? Number(hour ?? 0) : hourOfHalf(Number(hour ?? 0), half)
  if (hours === undefined) return undefined
  const ofDay = clockTime(hours, Number(minute ?? 0), Number(second ?? 0), millisecondsOf(fraction))
  const shift = offset === undefined ? undefined : readOffset(offset)
  if (ofDay === undefined || (offset !== undefined && shift === undefined)) return undefined
  return { local: midnight + ofDay, offset: shift, leap: Number(second ?? 0) === 60 }
}

/** The hour of a half of the day. */
function hourOfHalf(hour: number, half: string): number | undefined {
  if (hour > 12 || (hour === 0 && !/[上凌早]/u.test(half))) {
    // 下午 15:20 is written, and means what it says.
    return hour > 23 || !/[下晚中]/u.test(half) ? undefined : hour
  }
  if (/^(PM|下午|晚上)$/u.test(half)) return hour === 12 ? 12 : hour + 12
  if (/^(AM|凌晨)$/u.test(half)) return hour === 12 ? 0 : hour
  return half === '中午' && hour < 11 ? hour + 12 : hour
}

/** A fraction of a second in whole milliseconds; what is finer is cut off. */
export function millisecondsOf(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(`${fraction}000`.slice(0, 3))
}

/** Minutes ahead of UTC of `Z`, `±hh`, `±hhmm`, `±hh:mm`; undefined when there are none of that kind. */
export function readOffset(text: string): number | undefined {
  if (/^(z|utc|gmt)$/i.test(text)) return 0
  const found = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text)
  if (!found) return undefined
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0)
  return minutes > 18 * 60 || Number(found[3] ?? 0) > 59 ? undefined : found[1] === '-' ? -minutes : minutes
}

/** Milliseconds into the day. 24:00 is its end, a 60th second the moment after it; undefined when there is no such time. */
export function clockTime(hour: number, minute: number, second: number, ms: number): number | undefined {
  if (minute > 59 || second > 60 || hour > 24 || (hour === 24 && (minute > 0 || second > 0 || ms > 0))) return undefined
  return hour * HOUR + minute * MINUTE + second * 1000 + ms
}

/** Midnight of a date, as if it were UTC; undefined when the Gregorian calendar has no such date. */
export function dateOf(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > (MONTH_DAYS[month - 1] ?? 0)) return undefined
  if (month === 2 && day === 29 && !isLeapYear(year)) return undefined
  return knownYear(year) ? Date.UTC(year, month - 1, day) : undefined
}

/** The n-th day of a year. */
export function ordinalDate(year: number, day: number): number | undefined {
  if (day < 1 || day > (isLeapYear(year) ? 366 : 365)) return undefined
  return knownYear(year) ? Date.UTC(year, 0, day) : undefined
}

/** A day, 1 for Monday to 7, of a week of a year; the first week is the one with 4 January (ISO 8601-1:2019, 3.1.1.23). */
export function weekDate(year: number, week: number, day: number): number | undefined {
  if (week < 1 || week > 53 || day < 1 || day > 7 || !knownYear(year)) return undefined
  if (week === 53 && firstMonday(year) + 52 * 7 * DAY >= firstMonday(year + 1)) return undefined
  return firstMonday(year) + ((week - 1) * 7 + day - 1) * DAY
}

function firstMonday(year: number): number {
  const fourth = Date.UTC(year, 0, 4)
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Years below 100 are far more often a fault; later ones than these a moment cannot hold. */
function knownYear(year: number): boolean {
  return year >= 100 && year <= 200_000
}
