import { mentions } from '../facts/words.ts'
import { rulesIn } from '../facts/rules-in.ts'
import type { LintRule } from '../lint-rule.ts'

/** A calendar by which nothing is counted. Workdays take the only calendar of a map without naming it. */
export const calendarUnused: LintRule = {
  id: 'calendar-unused',
  group: 'calendars',
  severity: 'info',
  title: { zh: '没有用处的日历', en: 'a calendar nothing uses' },
  check(context, report) {
    const used = new Set(
      rulesIn(context).flatMap(({ rule: { spec } }) => ('calendar' in spec ? (spec.calendar ?? []) : [])),
    )
    for (const { id, place } of context.map.catalog.calendars?.values() ?? []) {
      if (used.has(id) || mentions(context).has(id)) continue
      report({
        place,
        message: { zh: `没有什么按日历 \`${id}\` 计算`, en: `nothing is counted by the calendar \`${id}\`` },
        expected: { zh: '时限里的 `calendar`，或删去它', en: 'a `calendar` in a limit, or the calendar taken out' },
      })
    }
  },
}
