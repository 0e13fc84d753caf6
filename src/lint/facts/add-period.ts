import type { Duration } from '../../model/map.ts'

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
