import { occurrencesOf } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { nameTarget, say } from '../name-target.ts'
import type { RuleContext, RuleKind } from '../rule-kind.ts'

/**
 * All events of several steps are done by one person, as whoever takes a complaint first keeps it (首问负责). Two names
 * that differ fail, whatever else is missing; a name that is missing: not evaluated.
 */
export const samePerson: RuleKind<'same-person'> = {
  id: 'same-person',
  prepare(rule, flow) {
    const { of } = rule.spec
    const finds = of.map((target) => occurrencesOf(target, flow))
    const [least] = of
    const nameAll = (context: RuleContext, lang: Lang) =>
      of.map((target) => nameTarget(target, context, lang)).join(lang === 'zh' ? '、' : ', ')

    return (context) => {
      const { events } = context.matcher.interaction
      const found = [...new Set(finds.flatMap((find) => find(context).map(({ at }) => at)))].sort((a, b) => a - b)
      if (found.length === 0 && least) return judgeAbsence(least, context)
      if (found.length < 2) {
        return {
          outcome: context.ended ? 'notApplicable' : 'pending',
          reason: say((lang) => {
            if (context.ended) return lang === 'zh' ? '只办理了一次' : 'only one thing was done'
            return lang === 'zh'
              ? '至今只办理了一次，交互还未结束'
              : 'only one thing was done so far and the contact is open'
          }),
          evidence: found.map((event) => ({ event })),
        }
      }
      let first: number | undefined
      let other: number | undefined
      const unnamed: number[] = []
      for (const at of found) {
        const actor = events[at]?.actor?.trim()
        if (!actor) unnamed.push(at)
        else if (first === undefined) first = at
        else if (other === undefined && actor !== events[first]?.actor?.trim()) other = at
      }
      if (first !== undefined && other !== undefined) {
        return {
          outcome: 'fail',
          reason: say((lang) =>
            lang === 'zh'
              ? `${nameAll(context, lang)} 不是同一人办理`
              : `${nameAll(context, lang)} were not done by one person`,
          ),
          evidence: [{ event: first }, { event: other }],
        }
      }
      if (unnamed.length > 0) {
        return {
          outcome: 'notEvaluated',
          reason: () => ({ zh: '记录没有写明人员', en: 'the log does not name who did all of it' }),
          evidence: unnamed.map((event) => ({ event })),
        }
      }
      return {
        outcome: context.ended ? 'pass' : 'pending',
        reason: say((lang) => {
          const all = nameAll(context, lang)
          if (context.ended) return lang === 'zh' ? `${all} 由同一人办理` : `${all} were done by one person`
          return lang === 'zh'
            ? `${all} 至今由同一人办理，交互还未结束`
            : `${all} were done by one person so far and the contact is open`
        }),
        evidence: found.map((event) => ({ event })),
      }
    }
  },
}
