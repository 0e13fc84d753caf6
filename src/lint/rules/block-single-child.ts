import { unwrapChild } from '../edit-yaml.ts'
import { safeFix } from '../lint-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/** A `parallel`, `any-order` or `some` of one child is that child: there is nothing for it to be in order with. */
export const blockSingleChild: LintRule = {
  id: 'block-single-child',
  group: 'flow',
  severity: 'warning',
  title: { zh: '只有一个成员的块', en: 'a block of one child' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        item(item) {
          if (item.kind !== 'parallel' && item.kind !== 'any-order' && item.kind !== 'some') return
          if (item.children.length !== 1) return
          report({
            place: sources.key(item.place, item.kind),
            message: {
              zh: `\`${item.kind}\` 只有一个成员，与直接写出它没有区别`,
              en: `a \`${item.kind}\` of one child is the same as the child alone`,
            },
            expected: { zh: '第二个成员，或去掉这一层', en: 'a second child, or the child without the block' },
            ...safeFix('去掉这一层', 'leave the child alone', unwrapChild(sources, item.place, item.kind)),
          })
        },
      })
    }
  },
}
