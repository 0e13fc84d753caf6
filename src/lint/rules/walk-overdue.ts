import { recordWalks } from '../../model/upkeep.ts'
import { listNames } from '../facts/list-names.ts'
import type { LintRule } from '../lint-rule.ts'

/** Flows of touchpoints that nobody has walked through for longer than `walks: {every}` of the map allows (S24.j). */
export const walkOverdue: LintRule = {
  id: 'walk-overdue',
  group: 'versions',
  severity: 'warning',
  title: { zh: '流程穿越已过期', en: 'a walk-through is overdue' },
  check({ map, matrix, asOf }, report) {
    if (!map.walksEvery) return
    const { every, place } = map.walksEvery
    const overdue = [...recordWalks(map, matrix, asOf)].flatMap(([flow, record]) => (record.overdue ? [flow] : []))
    if (overdue.length === 0) return
    const names = listNames(overdue)
    report({
      place,
      message: {
        zh: `${overdue.length} 个流程超过 \`${every.text}\` 没有穿越：${names.zh}`,
        en: `${overdue.length} ${overdue.length === 1 ? 'flow has' : 'flows have'} not been walked through within \`${every.text}\`: ${names.en}`,
      },
      expected: { zh: '穿越后在 `walks` 文件里记一条', en: 'a record in a `walks` file once it is done' },
    })
  },
}
