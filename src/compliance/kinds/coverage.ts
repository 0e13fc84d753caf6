import type { Match } from '../../match/matcher.ts'
import { BARE_SIGHT, uniteSights } from '../../match/sight.ts'
import { combineOutcomes } from '../combine-outcomes.ts'
import { coverageOverMany } from '../coverage-over-many.ts'
import { occurrencesOf, sightOfTargets } from '../find-occurrences.ts'
import { hourClockOf } from '../hour-clock-of.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { judgePair } from '../judge-pair.ts'
import { judgeRings } from '../judge-rings.ts'
import { findDeadline, missingTime } from '../measure-limit.ts'
import { nameTarget, say } from '../name-target.ts'
import { isBefore } from '../order-events.ts'
import type { Judgement, RuleContext, RuleKind } from '../rule-kind.ts'

/**
 * Who comes in a channel's hours is served, within the response standard that the channel states; out of hours the rule is
 * not applicable. Over many: of the channels the map serves, and of the hours of the week in which somebody came, the share
 * that served somebody.
 */
export const coverage: RuleKind<'coverage'> = {
  id: 'coverage',
  hasDeadline: true,
  overMany: coverageOverMany,
  // Who came is served by the clock and the channel: only of those who did not come does anything follow.
  sees: ({ spec }, flow) =>
    uniteSights([
      { ...BARE_SIGHT, values: new Set(['rings']), events: new Set(['ring']) },
      sightOfTargets([spec.arrives, spec.served], flow),
    ]),
  // Whether the hours are open, which of the week it is, and whether the calendar knows the year.
  momentOf:
    ({ spec }, _, map) =>
    (time, id) => {
      const hours = hourClockOf(spec, id === undefined ? undefined : map.catalog.axes.channel.get(id), map)
      if (hours === undefined) return -1
      const open = hours.isOpen(time)
      if (typeof open === 'object') return -2
      const { weekday, hour } = hours.hourOf(time)
      return (weekday * 24 + hour) * 2 + (open ? 1 : 0)
    },
  prepare({ spec }, flow, map) {
    const [findArrivals, findServed] = [occurrencesOf(spec.arrives, flow), occurrencesOf(spec.served, flow)]
    const timing = { to: spec.served, unless: [] }
    return (context) => {
      const arrivals = findArrivals(context)
      if (arrivals.length === 0) return judgeAbsence(spec.arrives, context)
      const judged = judgeArrivals(arrivals, context)
      return { ...judged, alone: judged.alone ?? 'moments' }
    }

    function judgeArrivals(arrivals: readonly Match[], context: RuleContext): Judgement {
      const { interaction } = context.matcher
      const id = interaction.axes.channel
      if (spec.channels && (id === undefined || !spec.channels.includes(id))) return OTHER_CHANNEL
      const channel = id === undefined ? undefined : map.catalog.axes.channel.get(id)
      const hours = hourClockOf(spec, channel, map)
      if (hours === undefined) return NO_HOURS
      const served = findServed(context)
      return combineOutcomes(
        arrivals.map((arrival): Judgement => {
          const evidence = [{ event: arrival.at }]
          const time = interaction.events[arrival.at]?.time
          if (time === undefined) return { outcome: 'notEvaluated', reason: missingTime, evidence }
          const open = hours.isOpen(time)
          if (typeof open === 'object') {
            const { unknownYear } = open
            return {
              outcome: 'notEvaluated',
              reason: () => ({
                zh: `日历没有 ${unknownYear} 年的节假日`,
                en: `the calendar has no holidays for ${unknownYear}`,
              }),
              evidence,
            }
          }
          if (!open) return { outcome: 'notApplicable', reason: OUT_OF_HOURS, evidence }
          const end = served.find((match) => match.at === arrival.at || isBefore(arrival.at, match.at, context))
          const standard = channel?.response
          if (standard?.kind === 'rings') return judgeRings(timing, standard.count, arrival, end, context)
          if (standard) {
            const until = end?.at ?? interaction.events.length
            return judgePair(timing, findDeadline(standard, arrival, until, context), arrival, end, context)
          }
          return {
            outcome: end ? 'pass' : context.ended ? 'fail' : 'pending',
            reason: say((lang) => {
              const name = nameTarget(spec.served, context, lang)
              if (end) return lang === 'zh' ? `服务时间内来，有 ${name}` : `came in service hours, and ${name}`
              const rest = context.ended ? '' : lang === 'zh' ? '，交互还未结束' : ' so far; the contact is open'
              return lang === 'zh'
                ? `服务时间内来，没有 ${name}${rest}`
                : `came in service hours, and no ${name}${rest}`
            }),
            evidence: end ? [...evidence, { event: end.at }] : evidence,
          }
        }),
      )
    }
  },
}

const OUT_OF_HOURS = () => ({ zh: '不在服务时间内', en: 'it came out of service hours' })

const OTHER_CHANNEL: Judgement = {
  outcome: 'notApplicable',
  reason: () => ({ zh: '不是所指的渠道', en: 'it is not one of the channels meant' }),
  evidence: [],
}

const NO_HOURS: Judgement = {
  outcome: 'notEvaluated',
  reason: () => ({ zh: '渠道没有写明服务时间或时区', en: 'the channel states no hours, or there is no time zone' }),
  evidence: [],
}
