import { rulesIn } from '../facts/rules-in.ts'
import type { LintRule } from '../lint-rule.ts'

/**
 * A calendar with holidays by year that lacks a year of the map's validity: limits counted over that year are not
 * evaluated. A map without an end is asked for its first year and that of the day.
 */
export const calendarYearsMissing: LintRule = {
  id: 'calendar-years-missing',
  group: 'calendars',
  severity: 'warning',
  title: { zh: '日历缺少生效期内的年份', en: 'a calendar that lacks a year of the map' },
  check(context, report) {
    const { catalog, effective } = context.map
    const first = Number(effective.from.slice(0, 4))
    const last = Number((effective.until ?? maxText(effective.from, context.asOf)).slice(0, 4))
    const used = new Set(
      rulesIn(context).flatMap(({ rule: { spec } }) => ('calendar' in spec ? (spec.calendar ?? []) : [])),
    )
    for (const calendar of catalog.calendars?.values() ?? []) {
      const { years } = calendar
      if (!years || !used.has(calendar.id)) continue
      const missing = yearsBetween(first, last).filter((year) => !years.has(year))
      if (missing.length === 0) continue
      report({
        place: calendar.place,
        message: {
          zh: `日历 \`${calendar.id}\` 没有 ${missing.join('、')} 年的节假日，地图在其间生效`,
          en: `the calendar \`${calendar.id}\` has no holidays for ${missing.join(', ')}, when the map is in force`,
        },
        expected: { zh: '`years` 里的这一年', en: 'that year under `years`' },
      })
    }
  },
}

function yearsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(50, last - first + 1)) }, (_, i) => first + i)
}

function maxText(a: string, b: string): string {
  return a > b ? a : b
}
