import type { Value } from '../log/event.ts'
import type { Match } from '../match/matcher.ts'
import type { Duration, Id, ProcessMap } from '../model/map.ts'
import { type BusinessTime, businessTimeOf, type UnknownYear } from './business-time.ts'
import { formatDuration } from '../model/format-duration.ts'
import type { Lang } from '../diagnostic/diagnostic.ts'
import { say } from './name-target.ts'
import { readField } from './is-blank.ts'
import type { Reason, RuleContext } from './rule-kind.ts'

/** The end of a time limit that began with one event, or why there is none. */
export type Deadline =
  | {
      readonly at: number
      readonly limit: Reason
      /** Where the limit is working time: what measures it. */
      readonly clock?: BusinessTime
    }
  | { readonly unknown: Reason }

/** A number of an undeclared attribute from here on is a time since 1970 (it would be a duration of three years). */
const LEAST_TIME = 100_000_000_000

/**
 * The deadline that a limit in milliseconds, or one the log gives, sets to an event (semantics §13). A limit from the log
 * is read from the event itself when it is what the limit refers to, else from the last such event up to `until` that
 * carries it. It is a time or a duration as the catalogue declares the attribute. Missing: no deadline is known.
 */
export function findDeadline(
  limit: Duration,
  start: Match,
  until: number,
  context: RuleContext,
  clock?: CalendarClock,
): Deadline {
  const began = context.matcher.interaction.events[start.at]?.time
  if (began === undefined) return { unknown: missingTime }
  switch (limit.kind) {
    case 'ms':
      return addMs(began, limit.ms, clock)
    case 'workdays':
      return addWorkdays(began, limit.count, clock)
    case 'from':
      return deadlineFromLog(limit, start, until, began, context, clock)
    case 'rings':
    case 'months':
      return {
        unknown: () => ({
          zh: `期限 \`${limit.text}\` 在此无法换算`,
          en: `the limit \`${limit.text}\` has no length here`,
        }),
      }
  }
}

/** A calendar of the map with its business time, which is not there where no time zone is known. */
export interface CalendarClock {
  readonly calendar: Id
  readonly time: BusinessTime | undefined
}

/** The clock of a rule with `calendar`; undefined without. */
export function clockOf(calendar: Id | undefined, map: ProcessMap): CalendarClock | undefined {
  return calendar === undefined ? undefined : { calendar, time: businessTimeOf(map, calendar) }
}

function addMs(began: number, ms: number, clock: CalendarClock | undefined): Deadline {
  if (clock === undefined) return { at: began + ms, limit: say((lang) => wordLimit(ms, lang)) }
  if (clock.time === undefined) return { unknown: noZone(clock) }
  const at = clock.time.after(began, ms)
  if (typeof at === 'object') return { unknown: noYear(clock, at) }
  return {
    at,
    clock: clock.time,
    limit: say((lang) => `${wordLimit(ms, lang)}${lang === 'zh' ? '（工作时间）' : ' of working time'}`),
  }
}

function addWorkdays(began: number, count: number, clock: CalendarClock | undefined): Deadline {
  if (clock?.time === undefined) return { unknown: clock ? noZone(clock) : noCalendar }
  const at = clock.time.afterWorkdays(began, count)
  if (typeof at === 'object') return { unknown: noYear(clock, at) }
  return {
    at,
    limit: () => ({ zh: `限时 ${count} 个工作日`, en: `limit ${count} ${count === 1 ? 'workday' : 'workdays'}` }),
  }
}

const noCalendar: Reason = () => ({ zh: '没有日历，无法数工作日', en: 'there is no calendar to count workdays by' })

export function noZone({ calendar }: CalendarClock): Reason {
  return () => ({
    zh: `日历 \`${calendar}\` 没有时区`,
    en: `the calendar \`${calendar}\` has no time zone`,
  })
}

export function noYear({ calendar }: CalendarClock, { unknownYear }: UnknownYear): Reason {
  return () => ({
    zh: `日历 \`${calendar}\` 没有 ${unknownYear} 年的节假日`,
    en: `the calendar \`${calendar}\` has no holidays for ${unknownYear}`,
  })
}

export const missingTime: Reason = () => ({
  zh: '缺少时间，无法计时',
  en: 'a time is missing, so nothing can be measured',
})

function deadlineFromLog(
  limit: Extract<Duration, { kind: 'from' }>,
  start: Match,
  until: number,
  began: number,
  context: RuleContext,
  clock: CalendarClock | undefined,
): Deadline {
  const carrier = findCarrier(limit, start, until, context)
  if (carrier === undefined) {
    return {
      unknown: () => ({
        zh: `记录中没有期限 \`${limit.ref}.${limit.attribute}\``,
        en: `the log does not give the limit \`${limit.ref}.${limit.attribute}\``,
      }),
    }
  }
  const { value, event } = carrier
  const { catalog } = context.matcher.map
  const type = catalog.events.get(event)?.attributes.get(limit.attribute) ?? catalog.attributes.get(limit.attribute)
  const known = type === 'time' || type === 'duration'
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return {
      unknown: () => ({
        zh: `期限 \`${limit.ref}.${limit.attribute}\` 不是时间或时长`,
        en: `the limit \`${limit.ref}.${limit.attribute}\` is neither a time nor a duration`,
      }),
    }
  }
  if (known ? type === 'time' : value >= LEAST_TIME) {
    return {
      at: value,
      limit: say((lang) => {
        const allowed = value - began
        if (allowed < 0) return lang === 'zh' ? '约定时间早于开始' : 'a promised time before the start'
        const length = formatDuration(allowed, lang)
        return lang === 'zh' ? `约定的 ${length}` : `promised within ${length}`
      }),
    }
  }
  return addMs(began, value, clock)
}

function findCarrier(
  limit: Extract<Duration, { kind: 'from' }>,
  start: Match,
  until: number,
  context: RuleContext,
): { value: Value; event: string } | undefined {
  const { events } = context.matcher.interaction
  const step = context.flow.steps.get(limit.ref)?.step
  const places =
    step === undefined
      ? events.flatMap((event, at) => (event.event === limit.ref ? [at] : []))
      : context.matcher.matches(step.proof).map((match) => match.at)
  const upTo = places.filter((at) => at <= until)
  const candidates = upTo.includes(start.at) ? [start.at] : upTo.toReversed()
  for (const at of candidates) {
    const event = events[at]
    const value = event && readField(event, limit.attribute)
    if (event && value !== undefined && value !== null && value !== '') return { value, event: event.event }
  }
  return undefined
}

function wordLimit(ms: number, lang: Lang): string {
  return lang === 'zh' ? `限时 ${formatDuration(ms, lang)}` : `limit ${formatDuration(ms, lang)}`
}
