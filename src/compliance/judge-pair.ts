import type { Match } from '../match/matcher.ts'
import { formatDuration } from '../model/format-duration.ts'
import type { Target } from '../model/rule.ts'
import type { LatenessBand } from '../model/rules/within.ts'
import { type Deadline, missingTime } from './measure-limit.ts'
import { nameTarget, say } from './name-target.ts'
import type { Judgement, Reason, RuleContext } from './rule-kind.ts'

/** What a time limit asks besides its deadline. */
export interface Timing {
  readonly to: Target
  readonly unless: readonly string[]
  /** By `over`, least first. */
  readonly tolerance?: readonly LatenessBand[]
}

type KnownDeadline = Extract<Deadline, { readonly at: number }>

const backwards: Reason = () => ({
  zh: '记录的时间前后颠倒，无法计时',
  en: 'the times of the log run backwards, so nothing can be measured',
})

/** One `after` with its `to`, if it came, against the deadline. Rests on times, and so stands alone. */
export function judgePair(
  timing: Timing,
  deadline: Deadline,
  start: Match,
  end: Match | undefined,
  context: RuleContext,
): Judgement {
  return { ...compareTimes(timing, deadline, start, end, context), alone: true }
}

function compareTimes(
  timing: Timing,
  deadline: Deadline,
  start: Match,
  end: Match | undefined,
  context: RuleContext,
): Judgement {
  const { events } = context.matcher.interaction
  const began = events[start.at]?.time
  const evidence = end === undefined ? [{ event: start.at }] : [{ event: start.at }, { event: end.at }]
  if ('unknown' in deadline) return { outcome: 'notEvaluated', reason: deadline.unknown, evidence }
  if (began === undefined) return { outcome: 'notEvaluated', reason: missingTime, evidence }
  if (end === undefined) return judgeUnanswered(timing, deadline, start, context)

  const ended = events[end.at]?.time
  if (ended === undefined) return { outcome: 'notEvaluated', reason: missingTime, evidence }
  if (ended < began) return { outcome: 'notEvaluated', reason: backwards, evidence }
  const measured = measure(began, ended, deadline)
  const lateness = ended > deadline.at ? measure(deadline.at, ended, deadline) : 0
  const band = ended > deadline.at ? bandOf(timing, lateness) : 'inTime'
  return {
    outcome: band === 'inTime' || band === 'tolerated' ? 'pass' : 'fail',
    reason: say((lang) => {
      const name = nameTarget(timing.to, context, lang)
      const took = formatDuration(measured, lang)
      const limit = deadline.limit()
      if (band === 'inTime') {
        return lang === 'zh' ? `${name} 用时 ${took}，在${limit.zh}之内` : `${name} came after ${took} (${limit.en})`
      }
      if (band === 'tolerated') {
        const late = formatDuration(lateness, lang)
        return lang === 'zh'
          ? `${name} 用时 ${took}，超过${limit.zh}，晚 ${late}，在容许之内`
          : `${name} came after ${took} (${limit.en}), ${late} late, which is tolerated`
      }
      const degree = band === undefined ? '' : DEGREES[band][lang]
      return lang === 'zh'
        ? `${name} 用时 ${took}，超过${limit.zh}${degree}`
        : `${name} came late, after ${took} (${limit.en})${degree}`
    }),
    evidence,
    measured,
    ...(band === 'slight' || band === 'serious' ? { degree: band } : {}),
  }
}

const DEGREES = {
  slight: { zh: '，轻微超时', en: ', slightly late' },
  serious: { zh: '，严重超时', en: ', seriously late' },
} as const

/** Working time where the limit is working time; years the calendar does not know were found with the deadline. */
export function measure(from: number, to: number, { clock }: Pick<KnownDeadline, 'clock'>): number {
  const worked = clock?.worked(from, to)
  return typeof worked === 'number' ? worked : to - from
}

/** The band of lateness above 0; undefined where the rule has no bands. */
function bandOf({ tolerance }: Timing, lateness: number): 'tolerated' | 'slight' | 'serious' | undefined {
  if (tolerance === undefined) return undefined
  return tolerance.findLast(({ over }) => lateness > over)?.degree ?? 'tolerated'
}

/** The last moment that is not yet a failure. */
function lastMoment({ tolerance }: Timing, { at, clock }: KnownDeadline): number {
  const grace = tolerance?.[0]?.over ?? 0
  if (grace === 0) return at
  const last = clock?.after(at, grace)
  return typeof last === 'number' ? last : at + grace
}

function judgeUnanswered(timing: Timing, deadline: KnownDeadline, start: Match, context: RuleContext): Judgement {
  const { events } = context.matcher.interaction
  const excuse = events.findIndex(
    (event, at) =>
      at >= start.at && timing.unless.includes(event.event) && (event.time === undefined || event.time <= deadline.at),
  )
  if (excuse >= 0) {
    const name = events[excuse]?.event ?? ''
    return {
      outcome: 'notApplicable',
      reason: () => ({ zh: `期限之内已发生 \`${name}\``, en: `\`${name}\` came before the deadline` }),
      evidence: [{ event: start.at }, { event: excuse }],
    }
  }
  const evidence = [{ event: start.at }]
  const passed = context.asOf !== undefined && lastMoment(timing, deadline) < context.asOf
  if (!passed && !context.ended) {
    return {
      outcome: 'pending',
      reason: say((lang) => {
        const name = nameTarget(timing.to, context, lang)
        return lang === 'zh' ? `${name} 尚未发生，期限未到` : `${name} has not happened yet and the limit still runs`
      }),
      evidence,
    }
  }
  return {
    outcome: 'fail',
    reason: say((lang) => {
      const name = nameTarget(timing.to, context, lang)
      const limit = deadline.limit()
      if (passed)
        return lang === 'zh' ? `${limit.zh}已过，没有 ${name}` : `${name} did not come (${limit.en}, now past)`
      return lang === 'zh'
        ? `直到交互结束都没有 ${name}(${limit.zh})`
        : `the contact ended without ${name} (${limit.en})`
    }),
    evidence,
    ...(timing.tolerance === undefined ? {} : { degree: 'serious' as const }),
  }
}
