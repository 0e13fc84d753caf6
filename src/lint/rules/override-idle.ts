import { removeEntry } from '../edit-yaml.ts'
import { safeFix } from '../lint-rule.ts'
import type { LintRule } from '../lint-rule.ts'

/** `overrides: true` on a row that meets no other: nothing is won by it, and a row written later would lose unseen. */
export const overrideIdle: LintRule = {
  id: 'override-idle',
  group: 'matrix',
  severity: 'warning',
  title: { zh: '没有可覆盖的行却写了 overrides', en: '`overrides` on a row that meets no other' },
  check({ map, matrix, sources }, report) {
    for (const { overrides, place } of [...map.touchpoints, ...map.holes]) {
      if (overrides !== true || matrix.overriding.has(place)) continue
      report({
        place: sources.key(place, 'overrides'),
        message: {
          zh: '这一行没有胜过任何别的行，`overrides` 不起作用',
          en: 'this row wins over no other in any cell, so `overrides` does nothing',
        },
        expected: {
          zh: '去掉 `overrides`，以免日后的冲突无人察觉',
          en: 'no `overrides`, so that a conflict to come is seen',
        },
        ...safeFix('去掉 `overrides`', 'drop `overrides`', removeEntry(sources, place, 'overrides')),
      })
    }
  },
}
