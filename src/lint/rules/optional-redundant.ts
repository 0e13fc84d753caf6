import type { Item } from '../../model/flow.ts'
import { unwrapChild } from '../edit-yaml.ts'
import { safeFix } from '../lint-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/** An `optional` around what may be left out anyway adds nothing, and hides what is really asked. */
export const optionalRedundant: LintRule = {
  id: 'optional-redundant',
  group: 'flow',
  severity: 'warning',
  title: { zh: '多余的 optional', en: 'an optional that adds nothing' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        item(item) {
          if (item.kind !== 'optional' || item.items.length === 0 || !item.items.every(mayBeEmpty)) return
          report({
            place: sources.key(item.place, 'optional'),
            message: {
              zh: '`optional` 里的内容本来就都可以不做',
              en: 'all that stands in this `optional` may be left out without it',
            },
            expected: { zh: '去掉这一层 `optional`', en: 'the block without this `optional`' },
            ...safeFix('去掉这一层', 'leave what is in it', unwrapChild(sources, item.place, 'optional')),
          })
        },
      })
    }
  },
}

function mayBeEmpty(item: Item): boolean {
  switch (item.kind) {
    case 'step':
    case 'use':
      return false
    case 'optional':
      return true
    case 'sequence':
      return item.items.every(mayBeEmpty)
    case 'choice':
      return item.branches.some(({ when, steps }) => when === undefined && steps.every(mayBeEmpty))
    case 'repeat':
      return item.do.every(mayBeEmpty)
    case 'group':
      return item.items.every(mayBeEmpty) && item.anywhere.every(({ min }) => min === 0)
    case 'some':
      return item.children.some(mayBeEmpty)
    default:
      return item.children.every(mayBeEmpty)
  }
}
