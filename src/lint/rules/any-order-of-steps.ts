import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/**
 * For single steps `any-order` and `parallel` mean the same (semantics §4); `parallel` says so plainly and is quicker to
 * align. The mend changes the key alone.
 */
export const anyOrderOfSteps: LintRule = {
  id: 'any-order-of-steps',
  group: 'flow',
  severity: 'info',
  title: { zh: '由单个步骤组成的 any-order', en: 'any-order of single steps' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        item(item) {
          if (item.kind !== 'any-order' || item.children.length < 2) return
          if (item.children.some(({ kind }) => kind !== 'step')) return
          const place = sources.key(item.place, 'any-order')
          const { start, end } = place.range
          report({
            place,
            message: {
              zh: '成员都是单个步骤，`any-order` 与 `parallel` 意思相同',
              en: 'all children are single steps, for which `any-order` and `parallel` mean the same',
            },
            expected: { zh: '`parallel`', en: '`parallel`' },
            fix: {
              message: { zh: '改写为 `parallel`', en: 'say `parallel`' },
              edits: [{ file: place.file, from: start.offset, to: end.offset, text: 'parallel' }],
            },
          })
        },
      })
    }
  },
}
