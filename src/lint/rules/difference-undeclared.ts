import { type BusinessDifference, compareBusinesses } from '../../compare/compare-businesses.ts'
import type { TouchpointRow } from '../../model/map.ts'
import type { LintRule } from '../lint-rule.ts'

/**
 * Touchpoints of one business with flows that really differ (in steps, order, norms, rules), where neither a row nor a flow
 * says why (`differs`). Customers are to get the same answer in every channel (S3). Not reported: flows that are the same
 * but for their names.
 */
export const differenceUndeclared: LintRule = {
  id: 'difference-undeclared',
  group: 'matrix',
  severity: 'warning',
  title: { zh: '同一业务的流程不同而未说明', en: 'flows of one business differ without a reason' },
  check({ map, matrix }, report) {
    // One finding for each row and pair of flows, however many businesses the row serves.
    const found = new Map<TouchpointRow, Map<string, BusinessDifference[]>>()
    for (const each of compareBusinesses(map, matrix)) {
      const row = each.cells[0]?.row
      if (each.declared || !row) continue
      const pairs = found.get(row) ?? new Map<string, BusinessDifference[]>()
      const key = `${each.flow} ${each.usual.flow}`
      pairs.set(key, [...(pairs.get(key) ?? []), each])
      found.set(row, pairs)
    }
    for (const [row, pairs] of found) {
      for (const [first, ...others] of pairs.values()) {
        if (!first) continue
        const { business, flow, usual, differences } = first
        const usualRow = usual.cells[0]?.row
        const more = differences.filter(({ kind }) => kind === 'step-more').length
        const less = differences.filter(({ kind }) => kind === 'step-less').length
        const other = differences.length - more - less
        const etc =
          others.length > 0
            ? { zh: `等 ${others.length + 1} 项业务`, en: ` and ${others.length} more` }
            : { zh: '', en: '' }
        report({
          place: row.place,
          message: {
            zh: `业务 \`${business}\`${etc.zh} 在这里是流程 \`${flow}\`，多数接触点是 \`${usual.flow}\`：多 ${more} 步，少 ${less} 步，另有 ${other} 处不同，没有说明理由`,
            en: `\`${business}\`${etc.en}: the flow \`${flow}\` here, \`${usual.flow}\` at most touchpoints, with ${more} steps more, ${less} fewer, ${other} other differences, and no reason`,
          },
          expected: {
            zh: '在这一行或流程上写 `differs: 理由`，或采用同一流程',
            en: '`differs:` with the reason on this row or on the flow, or the same flow',
          },
          ...(usualRow && usualRow !== row
            ? {
                related: [
                  { message: { zh: '多数接触点的那一行', en: 'the row of most touchpoints' }, place: usualRow.place },
                ],
              }
            : {}),
        })
      }
    }
  },
}
