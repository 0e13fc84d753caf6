import { isDay } from '../model/day.ts'
import { badValue, child, given, type Reading, report, stringOf } from './reading.ts'
import type { TreeNode } from './tree.ts'

/** A day as written; one that the calendar does not have is reported. Its form is the schema's to check. */
export function readDay(reading: Reading, node: TreeNode | undefined): string | undefined {
  const day = stringOf(node)
  if (node && day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && !isDay(day)) {
    report(reading, badValue(node.place, { zh: `没有 \`${day}\` 这一天`, en: `there is no day \`${day}\`` }))
  }
  return day
}

/** `from` and `until` of a node: days of the calendar, in order. */
export function readDays(
  reading: Reading,
  node: TreeNode | undefined,
): { readonly from?: string; readonly until?: string } {
  const from = readDay(reading, child(node, 'from'))
  const untilNode = child(node, 'until')
  const until = readDay(reading, untilNode)
  if (from !== undefined && until !== undefined && untilNode && until < from) {
    const message = { zh: `\`until\` 早于 \`from\`（${from}）`, en: `\`until\` is before \`from\` (${from})` }
    report(reading, badValue(untilNode.place, message))
  }
  return { ...given('from', from), ...given('until', until) }
}
