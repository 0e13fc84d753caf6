import { hasRole } from '../../match/has-role.ts'
import { combineOutcomes } from '../combine-outcomes.ts'
import { occurrencesOf, sightOfTargets } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { nameRole, nameRoles, nameTarget, say } from '../name-target.ts'
import type { Judgement, RuleKind } from '../rule-kind.ts'

/** Every event of a step is by one of the roles named; `role+` takes higher ranks too. No role in the log: not evaluated. */
export const by: RuleKind<'by'> = {
  id: 'by',
  sees: ({ spec }, flow) => sightOfTargets([spec.on], flow),
  prepare(rule, flow) {
    const { on, roles } = rule.spec
    const find = occurrencesOf(on, flow)
    return (context) => {
      const { interaction, map } = context.matcher
      const occurrences = find(context)
      if (occurrences.length === 0) return judgeAbsence(on, context)
      return combineOutcomes(
        occurrences.map(({ at }): Judgement => {
          const role = interaction.events[at]?.role
          const evidence = [{ event: at }]
          if (role === undefined) {
            return {
              outcome: 'notEvaluated',
              reason: say((lang) => {
                const step = nameTarget(on, context, lang)
                return lang === 'zh' ? `${step} 的记录没有角色` : `the log does not tell who did ${step}`
              }),
              evidence,
            }
          }
          const right = hasRole(role, roles, map.catalog.roles)
          return {
            outcome: right ? 'pass' : 'fail',
            reason: say((lang) => {
              const step = nameTarget(on, context, lang)
              const who = nameRole(role, map.catalog, lang)
              const wanted = nameRoles(roles, map.catalog, lang)
              if (lang === 'zh') return right ? `${step} 由 ${who} 完成` : `${step} 由 ${who} 完成，应由 ${wanted} 完成`
              return right ? `${step} was done by ${who}` : `${step} was done by ${who}, wanted ${wanted}`
            }),
            evidence,
          }
        }),
      )
    }
  },
}
