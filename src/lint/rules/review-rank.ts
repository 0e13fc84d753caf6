import type { Flow, RoleRef, Step } from '../../model/flow.ts'
import type { Target } from '../../model/rule.ts'
import { rulesIn } from '../facts/rules-in.ts'
import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/**
 * A review that a lower rank makes of a higher one's work, or that the one role makes of its own: two people of one rank
 * check each other there. Compared are the highest reviewer and the lowest doer.
 */
export const reviewRank: LintRule = {
  id: 'review-rank',
  group: 'roles',
  severity: 'info',
  title: { zh: '复核人的级别不高于办理人', en: 'a review by nobody of higher rank' },
  check(context, report) {
    const { roles } = context.map.catalog
    const ranks = (refs: readonly RoleRef[]) =>
      refs.flatMap(({ role, andAbove }) => {
        const rank = roles.get(role)?.rank
        if (rank === undefined) return []
        return andAbove ? [rank, Infinity] : [rank]
      })
    for (const { rule, flow } of rulesIn(context)) {
      const { spec } = rule
      if (!flow) continue
      const pair =
        spec.kind === 'four-eyes'
          ? { done: spec.do, review: spec.review }
          : spec.kind === 'not-by-doer-of'
            ? { done: spec.other, review: spec.on }
            : undefined
      const done = pair && stepOf(flow, pair.done)
      const review = pair && stepOf(flow, pair.review)
      if (!done || !review) continue
      const [doers, reviewers] = [ranks(done.by), ranks(review.by)]
      if (doers.length === 0 || reviewers.length === 0) continue
      if (Math.max(...reviewers) > Math.min(...doers)) continue
      report({
        place: context.sources.find(review.place, '..', 'by')
          ? context.sources.value(review.place, '..', 'by')
          : review.place,
        message: {
          zh: `\`${review.id}\` 复核 \`${done.id}\`，但没有人的级别高于办理人`,
          en: `\`${review.id}\` reviews \`${done.id}\`, and is by nobody of higher rank than its doer`,
        },
        expected: { zh: '级别更高的角色', en: 'a role of higher rank' },
        related: [{ message: { zh: '被复核的步骤', en: 'the step that is reviewed' }, place: done.place }],
      })
    }
  },
}

function stepOf(flow: Flow, target: Target): Step | undefined {
  if (target.kind !== 'step') return undefined
  let steps = stepsByFlow.get(flow)
  if (!steps) {
    const own = new Map<string, Step>()
    walkFlow(flow, { step: (step) => void own.set(step.id, step) })
    stepsByFlow.set(flow, (steps = own))
  }
  return steps.get(target.step)
}

const stepsByFlow = new WeakMap<Flow, ReadonlyMap<string, Step>>()
