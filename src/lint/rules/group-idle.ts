import { unwrapChild } from '../edit-yaml.ts'
import { safeFix } from '../lint-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/** A group without id, interrupts or `anywhere` is its steps. */
export const groupIdle: LintRule = {
  id: 'group-idle',
  group: 'flow',
  severity: 'info',
  title: { zh: '不起作用的 group', en: 'a group without effect' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        item(item) {
          if (item.kind !== 'group' || item.id !== undefined || item.items.length === 0) return
          if (item.interrupts.length + item.anywhere.length > 0) return
          report({
            place: sources.key(item.place, 'group'),
            message: {
              zh: '`group` 没有 `id`、`interrupts` 和 `anywhere`，与直接写出步骤没有区别',
              en: 'a `group` without `id`, `interrupts` and `anywhere` is the same as its steps alone',
            },
            expected: { zh: '直接写出步骤，或给它 `id`', en: 'the bare steps, or an `id`' },
            ...safeFix('去掉这一层', 'leave the step alone', unwrapChild(sources, item.place, 'group', 'steps')),
          })
        },
      })
    }
  },
}
