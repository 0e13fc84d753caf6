import { findingState } from '../../model/upkeep.ts'
import type { LintRule } from '../lint-rule.ts'

/** Something found on a walk-through that was to be settled by a day that is past, and is not (S24.j). */
export const walkFindingOverdue: LintRule = {
  id: 'walk-finding-overdue',
  group: 'versions',
  severity: 'warning',
  title: { zh: '穿越发现的问题逾期未处理', en: 'a finding of a walk-through is overdue' },
  check({ map, asOf }, report) {
    for (const { day, findings } of map.walks ?? []) {
      for (const finding of findings) {
        const { due, place } = finding
        if (findingState(finding, asOf) !== 'overdue') continue
        report({
          place,
          message: {
            zh: `${day} 穿越发现的问题应在 ${due} 前处理，至今没有结果`,
            en: `what was found on ${day} was to be settled by ${due} and is not`,
          },
          expected: { zh: '`settled: {day, how}`，或另定 `due`', en: '`settled: {day, how}`, or another `due`' },
        })
      }
    }
  },
}
