import type { ExpressionUse } from '../../expr/expression.ts'
import type { Cel } from '../../model/map.ts'
import { itemsOf } from '../../model/scorecard.ts'
import type { LintContext } from '../lint-rule.ts'
import { singleProofs, walkFlow } from '../../flow/walk-flow.ts'
import { once } from './once.ts'
import { rulesIn } from './rules-in.ts'
import { walkSpec } from './walk-spec.ts'

/** An expression of the map, with what it may see. */
export interface ExpressionIn {
  readonly cel: Cel
  readonly use: ExpressionUse
}

/** The conditions of proofs, rules, limits, items of the scorecard and metrics. Those of Declare kinds are not there. */
export const expressionsIn: (context: LintContext) => readonly ExpressionIn[] = once((context) => {
  const found: ExpressionIn[] = []
  const add = (use: ExpressionUse) => (cel: Cel | undefined) => void (cel && found.push({ cel, use }))
  const where = add('where')
  const about = add('interaction')
  for (const flow of context.map.flows.values()) {
    walkFlow(flow, { proof: (proof) => singleProofs(proof).forEach((each) => where(each.where)) })
  }
  for (const { rule } of rulesIn(context)) {
    about(rule.applies)
    const { spec } = rule
    walkSpec(spec, { proof: (proof) => singleProofs(proof).forEach((each) => where(each.where)) })
    if (spec.kind === 'check') walkSpec(spec, { cel: about })
    if (spec.kind === 'within') spec.limits?.forEach(({ when }) => about(when))
  }
  const { scorecard, metrics } = context.map
  for (const { item, sections } of itemsOf(scorecard?.sections ?? [])) {
    about(item.applies)
    sections.forEach(({ applies }) => about(applies))
  }
  for (const metric of metrics ?? []) about(metric.where)
  return [...new Map(found.map((each) => [each.cel, each])).values()]
})
