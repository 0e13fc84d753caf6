import type { Value } from '../../log/event.ts'
import { combineOutcomes } from '../combine-outcomes.ts'
import { occurrencesOf } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { nameTarget, say } from '../name-target.ts'
import type { Judgement, RuleKind } from '../rule-kind.ts'

/** The attributes of an event in which a log says what its actor is qualified for. */
const NAMES = ['qualifications', 'qualification'] as const

/**
 * Each event of a step is by somebody qualified. What everyone of a role is qualified for stands in the catalogue; what the
 * actor is, in the event's attribute `qualifications` (a list, or a text with commas). The log wins where it denies what
 * the role does not give; where neither says anything of him: not evaluated.
 */
export const qualified: RuleKind<'qualified'> = {
  id: 'qualified',
  prepare(rule, flow, map) {
    const { on, qualification } = rule.spec
    const find = occurrencesOf(on, flow)
    const granting = new Map(
      [...map.catalog.roles].flatMap(([id, { qualifications }]) =>
        qualifications === undefined ? [] : [[id, qualifications.includes(qualification)] as const],
      ),
    )
    return (context) => {
      const occurrences = find(context)
      if (occurrences.length === 0) return judgeAbsence(on, context)
      const { events } = context.matcher.interaction
      return combineOutcomes(
        occurrences.map(({ at }): Judgement => {
          const event = events[at]
          const byRole = event?.role === undefined ? undefined : granting.get(event.role)
          const own = event && NAMES.map((name) => event.attributes[name]).find((value) => listOf(value).length > 0)
          const has = byRole === true || (own === undefined ? byRole : listOf(own).includes(qualification))
          return {
            outcome: has === undefined ? 'notEvaluated' : has ? 'pass' : 'fail',
            reason: say((lang) => {
              const step = nameTarget(on, context, lang)
              if (has === undefined) {
                return lang === 'zh'
                  ? `办理 ${step} 的人有何资质，记录和目录都没有写`
                  : `neither the log nor the catalogue says what who did ${step} is qualified for`
              }
              if (lang === 'zh') return `办理 ${step} 的人${has ? '有' : '没有'} \`${qualification}\` 资质`
              return has
                ? `${step} was done by somebody with \`${qualification}\``
                : `${step} was done without \`${qualification}\``
            }),
            evidence: [{ event: at }],
          }
        }),
      )
    }
  },
}

function listOf(value: Value | undefined): readonly string[] {
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string')
  return typeof value === 'string' ? value.split(/[,;，；、|\s]+/).filter((each) => each !== '') : []
}
