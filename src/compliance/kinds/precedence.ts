import { hasConditions } from '../declare/conditions.ts'
import { NO_ACTIVATIONS, type PairTemplate, prepareTemplate } from '../declare/judge-template.ts'
import { yAfterX } from '../declare/sides.ts'
import { occurrencesOf, sightOfTargets } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { isBefore, isTied, judgeTie } from '../order-events.ts'
import { nameTarget, say } from '../name-target.ts'
import type { RuleKind } from '../rule-kind.ts'

const TEMPLATE: PairTemplate = { sides: [yAfterX], settled: (first, _second, anyWillDo) => first && anyWillDo }

/** `then` only after `before`: an event of `before` stands earlier than the first of `then` (Declare: precedence). */
export const precedence: RuleKind<'precedence'> = {
  id: 'precedence',
  sees: ({ spec }, flow) => (hasConditions(spec) ? undefined : sightOfTargets([spec.before, spec.then], flow)),
  prepare(rule, flow) {
    const { before, then } = rule.spec
    if (hasConditions(rule.spec)) return prepareTemplate(TEMPLATE, { ...rule.spec, first: before, second: then }, flow)
    const [findBefore, findThen] = [occurrencesOf(before, flow), occurrencesOf(then, flow)]
    return (context) => {
      const all = findThen(context)
      const [first] = all
      if (first === undefined) return { ...judgeAbsence(then, context), counts: NO_ACTIVATIONS }
      const earlier = findBefore(context).findLast((match) => isBefore(match.at, first.at, context))
      const tied = findBefore(context).find((match) => isTied(match.at, first.at, context))
      if (!earlier && tied)
        return { ...judgeTie([tied.at, first.at]), counts: { ...NO_ACTIVATIONS, activations: all.length } }
      const [earliest] = findBefore(context)
      const violations = all.filter((match) => !earliest || !isBefore(earliest.at, match.at, context)).length
      const late = findBefore(context).find((match) => match.at >= first.at)
      return {
        outcome: earlier ? 'pass' : 'fail',
        reason: say((lang) => {
          const a = nameTarget(before, context, lang)
          const b = nameTarget(then, context, lang)
          if (earlier) return lang === 'zh' ? `先 ${a}，后 ${b}` : `${a} came before ${b}`
          if (late) return lang === 'zh' ? `${b} 先于 ${a}` : `${b} came before ${a}`
          return lang === 'zh' ? `没有 ${a} 就 ${b}` : `${b} without ${a}`
        }),
        evidence: [
          ...(earlier ? [{ event: earlier.at }] : []),
          { event: first.at },
          ...(!earlier && late ? [{ event: late.at }] : []),
        ],
        counts: { activations: all.length, fulfilments: all.length - violations, violations },
      }
    }
  },
}
