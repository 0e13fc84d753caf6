import type { Match } from '../../match/matcher.ts'
import { combineOutcomes } from '../combine-outcomes.ts'
import { occurrencesOf } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { nameFaults, prepareFieldCheck } from '../judge-fields.ts'
import { judgePair } from '../judge-pair.ts'
import { judgeRings } from '../judge-rings.ts'
import { clockOf, findDeadline } from '../measure-limit.ts'
import { nameTarget, say } from '../name-target.ts'
import { agreeOnTie, isBefore, isTied } from '../order-events.ts'
import type { Judgement, RuleContext, RuleKind } from '../rule-kind.ts'

/**
 * After each trigger the contact is handed over: in time, where a limit is set, else before it ends; and the event of the
 * hand-over holds what must travel with it. Late and bare both fail.
 */
export const handOver: RuleKind<'hand-over'> = {
  id: 'hand-over',
  hasDeadline: true,
  prepare(rule, flow, map) {
    const { spec } = rule
    const { when, to, limit, unless } = spec
    const [findTriggers, findTo] = [occurrencesOf(when, flow), occurrencesOf(to, flow)]
    const clock = clockOf(spec.calendar, map)
    const check = prepareFieldCheck({ ...spec, attributes: spec.carries }, map)

    const judgeTime = (start: Match, end: Match | undefined, context: RuleContext): Judgement => {
      if (limit?.kind === 'rings') return judgeRings(spec, limit.count, start, end, context)
      const until = end?.at ?? context.matcher.interaction.events.length
      if (limit) return judgePair(spec, findDeadline(limit, start, until, context, clock), start, end, context)
      const { events } = context.matcher.interaction
      const excuse = end ? -1 : events.findIndex((event, at) => at >= start.at && unless.includes(event.event))
      const evidence = [start.at, ...(end ? [end.at] : excuse >= 0 ? [excuse] : [])].map((event) => ({ event }))
      return {
        outcome: end ? 'pass' : excuse >= 0 ? 'notApplicable' : context.ended ? 'fail' : 'pending',
        reason: say((lang) => {
          const [a, b] = [nameTarget(when, context, lang), nameTarget(to, context, lang)]
          if (end) return lang === 'zh' ? `${a} 之后有 ${b}` : `${b} followed ${a}`
          if (excuse >= 0) {
            const name = events[excuse]?.event ?? ''
            return lang === 'zh' ? `之前已发生 \`${name}\`` : `\`${name}\` came before`
          }
          if (context.ended) return lang === 'zh' ? `${a} 之后没有 ${b}` : `${b} did not follow ${a}`
          return lang === 'zh'
            ? `${a} 之后尚无 ${b}，交互还未结束`
            : `${b} has not followed ${a} yet and the contact is open`
        }),
        evidence,
      }
    }

    const judge = (start: Match, end: Match | undefined, context: RuleContext): Judgement => {
      const time = judgeTime(start, end, context)
      const faults = end && check([end], context)
      if (faults === undefined) return time
      return {
        ...time,
        outcome: 'fail',
        reason: say((lang) => {
          const name = nameTarget(to, context, lang)
          const lacking = nameFaults(faults, lang, (missing) =>
            lang === 'zh' ? `${name} 没有带上 ${missing}` : `${name} did not carry ${missing}`,
          )
          if (time.outcome !== 'fail') return lacking
          return lang === 'zh' ? `${time.reason().zh}；${lacking}` : `${time.reason().en}; ${lacking}`
        }),
      }
    }

    return (context) => {
      const triggers = findTriggers(context)
      if (triggers.length === 0) return judgeAbsence(when, context)
      const ends = findTo(context)
      return combineOutcomes(
        triggers.map((start) => {
          const next = ends.find((match) => match.at === start.at || isBefore(start.at, match.at, context))
          const tied = context.ties === 'any' ? ends.find((match) => isTied(start.at, match.at, context)) : undefined
          if (tied === undefined || next?.at === start.at) return judge(start, next, context)
          return agreeOnTie([judge(start, tied, context), judge(start, next, context)], [start.at, tied.at])
        }),
      )
    }
  },
}
