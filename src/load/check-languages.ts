import type { Place } from '../diagnostic/diagnostic.ts'
import { checkExpression, type ExpressionUse } from '../expr/expression.ts'
import { checkPattern } from '../text/check-pattern.ts'
import { explainFullwidth, findFullwidth } from './fullwidth.ts'
import { type Reading, report } from './reading.ts'
import type { TreeNode } from './tree.ts'

/** Reports a CEL expression that does not parse or type-check, at the exact stretch. */
export function checkCel(reading: Reading, node: TreeNode, source: string, use: ExpressionUse): void {
  for (const { from, to, message: fault } of checkExpression(source, use).slice(0, 1)) {
    const sign = node.kind === 'scalar' && !node.quoted ? findFullwidth(`x: ${source}`) : undefined
    const message = sign ? explainFullwidth(sign) : fault
    report(reading, {
      rule: 'expression/invalid',
      severity: 'error',
      message,
      place: stretchOf(node, source, from, to),
    })
  }
}

/** Reports a pattern that RE2 refuses. */
export function checkRegex(reading: Reading, node: TreeNode, pattern: string): void {
  const error = checkPattern(pattern)
  if (!error) return
  const { from, to, message } = error
  report(reading, { rule: 'regex/invalid', severity: 'error', message, place: stretchOf(node, pattern, from, to) })
}

/**
 * Part of a scalar's text. Only where the value stands in the file as it is, on one line, can offsets into it be trusted;
 * an escaped or folded one is marked whole.
 */
function stretchOf(node: TreeNode, value: string, from: number, to: number): Place {
  const { place } = node
  if (node.kind !== 'scalar' || node.raw !== value || value.includes('\n') || to > value.length) return place
  const { start, end } = place.range
  const quote = node.quoted ? 1 : 0
  if (start.line !== end.line || end.offset - start.offset !== value.length + 2 * quote) return place
  const at = (offset: number) => ({
    line: start.line,
    column: start.column + quote + offset,
    offset: start.offset + quote + offset,
  })
  return { ...place, range: { start: at(from), end: at(Math.max(from, to)) } }
}
