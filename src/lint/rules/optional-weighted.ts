import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/** A weight on a step that stands alone in an `optional`: leaving it out costs nothing, whatever it weighs. */
export const optionalWeighted: LintRule = {
  id: 'optional-weighted',
  group: 'flow',
  severity: 'info',
  title: { zh: '可选步骤上的权重', en: 'a weight on an optional step' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        step(step, inside) {
          const block = inside.at(-1)
          if (step.weight === 1 || block?.kind !== 'optional' || block.items.length !== 1) return
          report({
            place: sources.value(step.place, '..', 'weight'),
            message: {
              zh: `步骤 \`${step.id}\` 可以不做，权重 ${step.weight} 对漏做不起作用`,
              en: `the step \`${step.id}\` may be left out: its weight of ${step.weight} says nothing of leaving it out`,
            },
            expected: { zh: '不写 `weight`，或移出 `optional`', en: 'no `weight`, or the step outside the `optional`' },
          })
        },
      })
    }
  },
}
