import type { Match } from '../match/matcher.ts'
import { formatDuration } from '../model/format-duration.ts'
import { type Deadline, missingTime } from './measure-limit.ts'
import { nameTarget, say } from './name-target.ts'
import type { Judgement, Reason, RuleContext, RuleOf } from './rule-kind.ts'

const backwards: Reason = () => ({
  zh: '记录的时间前后颠倒，无法计时',
  en: 'the times of the log run backwards, so nothing can be measured',
})

/** One `after` with its `to`, if it came, against the deadline. */
export function judgePair(
  rule: RuleOf<'within'>,
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
  const { at } = deadline
  if (end === undefined) return judgeUnanswered(rule, deadline, start, context)

  const ended = events[end.at]?.time
  if (ended === undefined) return { outcome: 'notEvaluated', reason: missingTime, evidence }
  const measured = ended - began
  if (measured < 0) {
    return {
      outcome: 'notEvaluated',
      reason: backwards,
      evidence,
    }
  }
  const late = ended > at
  return {
    outcome: late ? 'fail' : 'pass',
    reason: say((lang) => {
      const name = nameTarget(rule.spec.to, context, lang)
      const took = formatDuration(measured, lang)
      const limit = deadline.limit()
      if (lang === 'zh')
        return late ? `${name} 用时 ${took}，超过${limit.zh}` : `${name} 用时 ${took}，在${limit.zh}之内`
      return late ? `${name} came late, after ${took} (${limit.en})` : `${name} came after ${took} (${limit.en})`
    }),
    evidence,
    measured,
  }
}

function judgeUnanswered(
  rule: RuleOf<'within'>,
  deadline: Extract<Deadline, { at: number }>,
  start: Match,
  context: RuleContext,
): Judgement {
  const { events } = context.matcher.interaction
  const excuse = events.findIndex(
    (event, at) =>
      at >= start.at &&
      rule.spec.unless.includes(event.event) &&
      (event.time === undefined || event.time <= deadline.at),
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
  const passed = context.asOf !== undefined && deadline.at < context.asOf
  if (!passed && !context.ended) {
    return {
      outcome: 'pending',
      reason: say((lang) => {
        const name = nameTarget(rule.spec.to, context, lang)
        return lang === 'zh' ? `${name} 尚未发生，期限未到` : `${name} has not happened yet and the limit still runs`
      }),
      evidence,
    }
  }
  return {
    outcome: 'fail',
    reason: say((lang) => {
      const name = nameTarget(rule.spec.to, context, lang)
      const limit = deadline.limit()
      if (passed)
        return lang === 'zh' ? `${limit.zh}已过，没有 ${name}` : `${name} did not come (${limit.en}, now past)`
      return lang === 'zh'
        ? `直到交互结束都没有 ${name}(${limit.zh})`
        : `the contact ended without ${name} (${limit.en})`
    }),
    evidence,
  }
}
