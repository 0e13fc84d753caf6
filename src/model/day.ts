import type { Duration } from './map.ts'

/** Whether a text is a day of the calendar as maps write it, `2026-07-01`: 2026-02-30 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}

/** The day after one. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** The day a period after another, both as `2026-07-01`; a day that a month does not have is its last. */
export function addPeriod(day: string, period: Duration): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (period.kind === 'ms') date.setTime(date.getTime() + Math.ceil(period.ms / 86_400_000) * 86_400_000)
  if (period.kind === 'months') {
    const wanted = date.getUTCDate()
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() + period.count)
    const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
    date.setUTCDate(Math.min(wanted, days))
  }
  return Number.isNaN(date.getTime()) ? '9999-12-31' : date.toISOString().slice(0, 10)
}
