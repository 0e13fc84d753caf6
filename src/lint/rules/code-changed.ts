import { AXES } from '../../model/map.ts'
import { buildMatrix, type Cell } from '../../model/matrix.ts'
import type { LintRule } from '../lint-rule.ts'

/** A touchpoint that has another code than in the version before (S24.c). Codes given to another touchpoint are an error of their own. */
export const codeChanged: LintRule = {
  id: 'code-changed',
  group: 'codes',
  severity: 'warning',
  title: { zh: '接触点改了编码', en: 'a touchpoint has a new code' },
  check({ map, matrix, versions }, report) {
    const before = versions.at(-2)
    if (!before) return
    const keyOf = (at: Cell['at']) => AXES.map((axis) => at[axis] ?? '').join(' ')
    const codes = new Map(
      buildMatrix(before).cells.flatMap(({ at, code }) => (code ? [[keyOf(at), code] as const] : [])),
    )
    const told = new Set<unknown>()
    for (const { at, code, row } of matrix.cells) {
      const old = codes.get(keyOf(at))
      if (!code || !row || old === undefined || old === code || told.has(row)) continue
      told.add(row)
      report({
        place: row.place,
        message: {
          zh: `编码由版本 ${before.version} 的 \`${old}\` 改成了 ${map.version} 的 \`${code}\``,
          en: `the code \`${old}\` of version ${before.version} is \`${code}\` in ${map.version}`,
        },
        expected: { zh: '编码保持不变', en: 'the code it had' },
      })
    }
  },
}
