import { unwrapChild } from '../edit-yaml.ts'
import { safeFix } from '../lint-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/** `max` counts the dos: a `repeat` with `max: 1` never repeats, and its `redo` can never be reached. */
export const repeatOnce: LintRule = {
  id: 'repeat-once',
  group: 'flow',
  severity: 'warning',
  title: { zh: '不会重复的循环，redo 中的步骤到达不了', en: 'a loop that never repeats; its redo cannot be reached' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        item(item) {
          if (item.kind !== 'repeat' || item.max !== 1) return
          const unreachable = item.redo.length > 0
          report({
            place: sources.value(item.place, 'repeat', 'max'),
            message: unreachable
              ? {
                  zh: '`max: 1` 时只做一次，`redo` 中的步骤永远到达不了',
                  en: 'with `max: 1` it is done once, and the steps under `redo` can never be reached',
                }
              : { zh: '`max: 1` 时只做一次，不会重复', en: 'with `max: 1` it is done once and never repeated' },
            expected: {
              zh: '2 或更大（`max` 数的是 `do` 的次数），或不用 `repeat`',
              en: '2 or more (`max` counts how often `do` is done), or no `repeat`',
            },
            ...(unreachable
              ? {}
              : safeFix('去掉这一层', 'leave what is done', unwrapChild(sources, item.place, 'repeat', 'do'))),
          })
        },
      })
    }
  },
}
