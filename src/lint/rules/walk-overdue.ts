import { listNames } from '../facts/list-names.ts'
import { addPeriod } from '../facts/add-period.ts'
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
    const flowOf = new Map(matrix.cells.flatMap(({ code, row }) => (code && row ? [[code, row.flow] as const] : [])))
    const last = new Map([...flowOf.values()].map((flow) => [flow, map.effective.from]))
    for (const walk of map.walks ?? []) {
      for (const flow of [...walk.flows, ...walk.touchpoints.flatMap((code) => flowOf.get(code) ?? [])]) {
        const before = last.get(flow)
        if (before !== undefined && walk.day > before && walk.day <= asOf) last.set(flow, walk.day)
      }
    }
    const overdue = [...last].filter(([, day]) => addPeriod(day, every) < asOf).map(([flow]) => flow)
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
