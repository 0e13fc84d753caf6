import { combineOutcomes } from '../combine-outcomes.ts'
import { occurrencesOf } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { agreeOnTie, isBefore, isTied } from '../order-events.ts'
import { nameTarget, say } from '../name-target.ts'
import type { Judgement, RuleKind } from '../rule-kind.ts'

/**
 * A step is done by another person than another step: each event of it is held against the last event of the other
 * before it, else the next one after. Either actor missing: not evaluated. Actors are compared as the log writes them.
 */
export const notByDoerOf: RuleKind<'not-by-doer-of'> = {
  id: 'not-by-doer-of',
  prepare(rule, flow) {
    const { on, other } = rule.spec
    const [findOn, findOther] = [occurrencesOf(on, flow), occurrencesOf(other, flow)]
    return (context) => {
      const { events } = context.matcher.interaction
      const occurrences = findOn(context)
      if (occurrences.length === 0) return judgeAbsence(on, context)
      const others = findOther(context)
      if (others.length === 0) return judgeAbsence(other, context)
      const judge = (at: number, otherAt: number): Judgement => {
        const doer = events[at]?.actor?.trim()
        const otherDoer = events[otherAt]?.actor?.trim()
        const evidence = otherAt < at ? [{ event: otherAt }, { event: at }] : [{ event: at }, { event: otherAt }]
        if (!doer || !otherDoer) {
          return {
            outcome: 'notEvaluated',
            reason: say((lang) => {
              const step = nameTarget(doer ? other : on, context, lang)
              return lang === 'zh' ? `${step} 的记录没有人员` : `the log does not name who did ${step}`
            }),
            evidence,
          }
        }
        const same = doer === otherDoer
        return {
          outcome: same ? 'fail' : 'pass',
          reason: say((lang) => {
            const [a, b] = [nameTarget(on, context, lang), nameTarget(other, context, lang)]
            if (lang === 'zh') return same ? `${a} 与 ${b} 是同一人` : `${a} 与 ${b} 不是同一人`
            return same ? `${a} was done by the same person as ${b}` : `${a} and ${b} were done by different persons`
          }),
          evidence,
        }
      }
      return combineOutcomes(
        occurrences.map(({ at }) => {
          const last = others.findLast((match) => match.at === at || isBefore(match.at, at, context))
          const against = last ?? others.find((match) => isBefore(at, match.at, context))
          const rivals = others.filter(
            (match) =>
              match === against || isTied(match.at, at, context) || (against && isTied(match.at, against.at, context)),
          )
          if (last?.at === at || rivals.length <= 1) return judge(at, against?.at ?? rivals[0]?.at ?? at)
          return agreeOnTie(
            rivals.map((rival) => judge(at, rival.at)),
            [at, ...rivals.map((rival) => rival.at)],
          )
        }),
      )
    }
  },
}
