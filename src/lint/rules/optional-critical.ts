import { stepOrderOf } from '../facts/step-order.ts'
import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/** A critical step that may be left out: whoever leaves it out breaks nothing. Steps of branches and handlers are not meant. */
export const optionalCritical: LintRule = {
  id: 'optional-critical',
  group: 'flow',
  severity: 'warning',
  title: { zh: '可以不做的关键步骤', en: 'a critical step that may be left out' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      const order = stepOrderOf(flow)
      walkFlow(flow, {
        step(step, inside) {
          if (!step.critical || !order.isOptional(step.id)) return
          const block = inside.findLast(({ kind }) => kind === 'optional')
          if (!block || inside.some(({ kind }) => kind === 'choice' || kind === 'use')) return
          report({
            place: sources.key(step.place, '..', 'critical'),
            message: {
              zh: `步骤 \`${step.id}\` 是关键步骤，却在 \`optional\` 里：不做也不算错`,
              en: `the step \`${step.id}\` is critical and stands in an \`optional\`: nothing is broken by leaving it out`,
            },
            expected: {
              zh: '移出 `optional`，或去掉 `critical`',
              en: 'the step outside the `optional`, or not critical',
            },
            related: [
              { message: { zh: '可选的块', en: 'the optional block' }, place: sources.key(block.place, 'optional') },
            ],
          })
        },
      })
    }
  },
}
