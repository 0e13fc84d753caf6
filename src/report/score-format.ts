import type { Lang } from '../diagnostic/diagnostic.ts'

/** A fraction as a percentage with one decimal, `–` for none. */
export function percent(value: number | null): string {
  return value === null ? '–' : `${(value * 100).toFixed(1)}%`
}

/** Points of a score with one decimal, `–` for none. */
export function points(value: number | null): string {
  return value === null ? '–' : value.toFixed(1)
}

/** A number without trailing zeros, at most two decimals. */
export function plain(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** A count with separators of thousands. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Milliseconds as `m:ss`, `h:mm:ss` or `1 d hh:mm:ss` (`1 天 hh:mm:ss`); fractions of seconds are cut, as players do. `–` for none. */
export function clock(ms: number | null, lang: Lang): string {
  if (ms === null) return '–'
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const sign = ms < 0 && seconds > 0 ? '-' : ''
  const two = (value: number) => String(value).padStart(2, '0')
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ]
  if (days > 0) return `${sign}${days} ${lang === 'zh' ? '天' : 'd'} ${two(hours)}:${two(minutes)}:${two(seconds % 60)}`
  if (hours > 0) return `${sign}${hours}:${two(minutes)}:${two(seconds % 60)}`
  return `${sign}${minutes}:${two(seconds % 60)}`
}

/** Writes moments in the map's time zone, `2026-07-01 09:05:31`; UTC where the map names none. */
export function createMomentFormat(timezone: string | undefined): {
  moment(ms: number): string
  timeOfDay(ms: number): string
} {
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(timezone ?? '')
  const shift = offset ? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) * 60_000 : 0
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: offset ? 'UTC' : (timezone ?? 'UTC'),
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const partsOf = (ms: number) => {
    const parts = new Map(format.formatToParts(ms + shift).map(({ type, value }) => [type, value]))
    return (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  }
  const timeOfDay = (ms: number) => {
    const part = partsOf(ms)
    return `${part('hour')}:${part('minute')}:${part('second')}`
  }
  return {
    timeOfDay,
    moment: (ms) => {
      const part = partsOf(ms)
      return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')} ${timeOfDay(ms)}`
    },
  }
}

/** Joins parts into one line of the language: `、` or `, `. */
export function list(parts: readonly string[], lang: Lang): string {
  return parts.join(lang === 'zh' ? '、' : ', ')
}

/** A figure as JSON prints it: at most six decimals. */
export function rounded<Value extends number | null>(value: Value): Value {
  return (value === null ? value : Math.round(value * 1e6) / 1e6) as Value
}
