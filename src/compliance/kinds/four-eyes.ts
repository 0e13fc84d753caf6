import { combineOutcomes } from '../combine-outcomes.ts'
import { occurrencesOf } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { nameTarget, say } from '../name-target.ts'
import { isBefore, isTied, judgeTie } from '../order-events.ts'
import type { Judgement, RuleContext, RuleKind } from '../rule-kind.ts'

/**
 * Each event of a step is followed by a review by another person; one review may stand for several. Done and never
 * reviewed fails, unlike `not-by-doer-of`. Actors are compared as the log writes them; one that is missing: not evaluated.
 */
export const fourEyes: RuleKind<'four-eyes'> = {
  id: 'four-eyes',
  prepare(rule, flow) {
    const { do: done, review } = rule.spec
    const [findDone, findReviews] = [occurrencesOf(done, flow), occurrencesOf(review, flow)]

    const judge = (at: number, reviews: readonly number[], context: RuleContext): Judgement => {
      const { events } = context.matcher.interaction
      const actorOf = (event: number) => events[event]?.actor?.trim() || undefined
      const doer = actorOf(at)
      const later = reviews.filter((each) => isBefore(at, each, context))
      const other = later.find((each) => doer !== undefined && actorOf(each) !== undefined && actorOf(each) !== doer)
      if (other !== undefined) {
        return {
          outcome: 'pass',
          reason: say((lang) => {
            const [a, b] = [nameTarget(done, context, lang), nameTarget(review, context, lang)]
            return lang === 'zh' ? `${a} 之后由另一人 ${b}` : `${a} was followed by ${b} by another person`
          }),
          evidence: [{ event: at }, { event: other }],
        }
      }
      const tied = reviews.filter((each) => isTied(at, each, context) && actorOf(each) !== doer)
      if (tied.length > 0) return judgeTie([at, ...tied])
      const unnamed = later.filter((each) => doer === undefined || actorOf(each) === undefined)
      if (unnamed.length > 0) {
        return {
          outcome: 'notEvaluated',
          reason: say((lang) => {
            const step = nameTarget(doer === undefined ? done : review, context, lang)
            return lang === 'zh' ? `${step} 的记录没有人员` : `the log does not name who did ${step}`
          }),
          evidence: [at, ...unnamed].map((event) => ({ event })),
        }
      }
      return {
        outcome: context.ended ? 'fail' : 'pending',
        reason: say((lang) => {
          const [a, b] = [nameTarget(done, context, lang), nameTarget(review, context, lang)]
          const open = context.ended ? { zh: '', en: '' } : { zh: '，交互还未结束', en: ' so far; the contact is open' }
          if (later.length > 0) {
            return lang === 'zh' ? `${b} 与 ${a} 是同一人${open.zh}` : `${b} was by the same person as ${a}${open.en}`
          }
          return lang === 'zh' ? `${a} 之后没有 ${b}${open.zh}` : `no ${b} followed ${a}${open.en}`
        }),
        evidence: [at, ...later].map((event) => ({ event })),
      }
    }

    return (context) => {
      const occurrences = findDone(context)
      if (occurrences.length === 0) return judgeAbsence(done, context)
      const reviews = findReviews(context).map(({ at }) => at)
      return combineOutcomes(occurrences.map(({ at }) => judge(at, reviews, context)))
    }
  },
}
