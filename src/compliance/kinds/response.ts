import { findOccurrences } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { inBoth, nameTarget } from '../name-target.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Every `after` is followed by a `then`, at it or later; one `then` may answer several (Declare: response). */
export const response: RuleKind<'response'> = {
  id: 'response',
  evaluate(rule, context) {
    const { after, then } = rule.spec
    const triggers = findOccurrences(after, context)
    if (triggers.length === 0) return judgeAbsence(after, context)
    const answers = findOccurrences(then, context)
    const unanswered = triggers.filter((trigger) => !answers.some((answer) => answer.at >= trigger.at))
    if (unanswered.length === 0) {
      const answer = answers.find((match) => match.at >= (triggers.at(-1)?.at ?? 0))
      return {
        outcome: 'pass',
        reason: inBoth((lang) => {
          const [a, b] = [nameTarget(after, context, lang), nameTarget(then, context, lang)]
          return lang === 'zh' ? `${a} 之后有 ${b}` : `${b} followed ${a}`
        }),
        evidence: [...triggers, ...(answer ? [answer] : [])].map(({ at }) => ({ event: at })),
      }
    }
    return {
      outcome: context.ended ? 'fail' : 'pending',
      reason: inBoth((lang) => {
        const [a, b] = [nameTarget(after, context, lang), nameTarget(then, context, lang)]
        if (context.ended) return lang === 'zh' ? `${a} 之后没有 ${b}` : `${b} did not follow ${a}`
        return lang === 'zh'
          ? `${a} 之后尚无 ${b}，交互还未结束`
          : `${b} has not followed ${a} yet and the contact is open`
      }),
      evidence: unanswered.map(({ at }) => ({ event: at })),
    }
  },
}
