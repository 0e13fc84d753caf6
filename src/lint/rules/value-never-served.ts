import type { LintRule } from '../lint-rule.ts'
import { AXES } from '../../model/map.ts'

/** A value of an axis at which nothing is served, though cells of it are declared: every one is not offered. */
export const valueNeverServed: LintRule = {
  id: 'value-never-served',
  group: 'matrix',
  severity: 'info',
  title: { zh: '没有一格提供服务的取值', en: 'a value at which nothing is served' },
  check({ map, matrix }, report) {
    for (const axis of AXES) {
      const [all, open] = [new Set<string>(), new Set<string>()]
      for (const { at, status } of matrix.cells) {
        const id = at[axis]
        if (id === undefined) continue
        all.add(id)
        if (status !== 'not-offered') open.add(id)
      }
      for (const { id, place } of map.catalog.axes[axis].values()) {
        if (!all.has(id) || open.has(id)) continue
        report({
          place,
          message: {
            zh: `\`${id}\` 的每一格都声明为不提供，没有一处服务到它`,
            en: `every cell of \`${id}\` is declared as not offered: nothing is served there`,
          },
          expected: { zh: '至少一个接触点，或把它从目录中去掉', en: 'one touchpoint at least, or no such value' },
        })
      }
    }
  },
}
