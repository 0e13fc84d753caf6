import { hasConditions } from '../declare/conditions.ts'
import { NO_ACTIVATIONS, type PairTemplate, prepareTemplate } from '../declare/judge-template.ts'
import { xThenY } from '../declare/sides.ts'
import { occurrencesOf, sightOfTargets } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { isBefore, isTied, judgeTie } from '../order-events.ts'
import { nameTarget, say } from '../name-target.ts'
import type { Match } from '../../match/matcher.ts'
import type { Counts, RuleKind } from '../rule-kind.ts'

/** A pass stays a pass while the contact is open, until another `after` comes. */
const TEMPLATE: PairTemplate = { sides: [xThenY], settled: () => true }

/** Every `after` is followed by a `then`, at it or later; one `then` may answer several (Declare: response). */
export const response: RuleKind<'response'> = {
  id: 'response',
  sees: ({ spec }, flow) => (hasConditions(spec) ? undefined : sightOfTargets([spec.after, spec.then], flow)),
  prepare(rule, flow) {
    const { after, then } = rule.spec
    if (hasConditions(rule.spec)) return prepareTemplate(TEMPLATE, { ...rule.spec, first: after, second: then }, flow)
    const [findAfter, findThen] = [occurrencesOf(after, flow), occurrencesOf(then, flow)]
    return (context) => {
      const triggers = findAfter(context)
      if (triggers.length === 0) return { ...judgeAbsence(after, context), counts: NO_ACTIVATIONS }
      const answers = findThen(context)
      const isAnswered = ({ at }: Match) =>
        answers.some((answer) => answer.at === at || isBefore(at, answer.at, context))
      const unanswered = triggers.filter((trigger) => !isAnswered(trigger))
      const tied = answers.filter((answer) => unanswered.some((trigger) => isTied(trigger.at, answer.at, context)))
      const counts: Counts = {
        activations: triggers.length,
        fulfilments: triggers.length - unanswered.length,
        violations: context.ended ? unanswered.length : 0,
      }
      if (
        context.ended &&
        tied.length > 0 &&
        unanswered.every((trigger) => tied.some((answer) => isTied(trigger.at, answer.at, context)))
      ) {
        return { ...judgeTie([...unanswered, ...tied].map(({ at }) => at)), counts: { ...counts, violations: 0 } }
      }
      if (unanswered.length === 0) {
        const answer = answers.find((match) => match.at >= (triggers.at(-1)?.at ?? 0))
        return {
          outcome: 'pass',
          reason: say((lang) => {
            const [a, b] = [nameTarget(after, context, lang), nameTarget(then, context, lang)]
            return lang === 'zh' ? `${a} 之后有 ${b}` : `${b} followed ${a}`
          }),
          evidence: [...triggers, ...(answer ? [answer] : [])].map(({ at }) => ({ event: at })),
          counts,
        }
      }
      return {
        outcome: context.ended ? 'fail' : 'pending',
        reason: say((lang) => {
          const [a, b] = [nameTarget(after, context, lang), nameTarget(then, context, lang)]
          if (context.ended) return lang === 'zh' ? `${a} 之后没有 ${b}` : `${b} did not follow ${a}`
          return lang === 'zh'
            ? `${a} 之后尚无 ${b}，交互还未结束`
            : `${b} has not followed ${a} yet and the contact is open`
        }),
        evidence: unanswered.map(({ at }) => ({ event: at })),
        counts,
      }
    }
  },
}
