import type { Cel } from '../../model/map.ts'
import type { TargetMeasure, TargetSpec } from '../../model/rules/target.ts'
import { asMap, child, given, numberOf, type Reading, stringOf, stringsOf } from '../reading.ts'
import { readDays } from '../read-day.ts'
import { readDuration } from '../read-duration.ts'
import { readCel } from '../read-proof.ts'
import { readTarget, type RuleScope } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'
import type { TreeNode } from '../tree.ts'

export const target: ReadSpec<'target'> = (reading, scope, body) => {
  const share = child(body, 'share')
  const percentile = child(body, 'percentile')
  const figure = share ? 'share' : percentile ? 'percentile' : 'mean'
  const node = share ?? (percentile ? child(percentile, 'of') : child(body, 'mean'))
  const of = readMeasure(reading, scope, node, figure)
  const { from, until } = readDays(reading, child(body, 'than'))
  return (
    of && {
      kind: 'target',
      figure,
      ...given('percent', numberOf(child(percentile, 'percent'))),
      of,
      ...given('within', share && readMs(reading, child(share, 'within'))),
      ...given('atLeast', readBound(reading, child(body, 'at-least'))),
      ...given('atMost', readBound(reading, child(body, 'at-most'))),
      by: stringsOf(child(body, 'by')).map(({ value }) => value),
      ...given('than', from !== undefined && until !== undefined ? { from, until } : undefined),
    }
  )
}

function readMeasure(
  reading: Reading,
  scope: RuleScope,
  node: TreeNode | undefined,
  figure: TargetSpec['figure'],
): TargetMeasure | undefined {
  if (!node) return undefined
  if (!asMap(node)) {
    const cel: Cel | undefined = readCel(reading, node, figure === 'share' ? 'interaction' : 'value')
    return cel && { kind: 'cel', cel }
  }
  if (stringOf(child(node, 'time')) === 'handling') return { kind: 'handling' }
  const after = readTarget(reading, scope, child(node, 'after'))
  const to = readTarget(reading, scope, child(node, 'to'))
  return after && to && { kind: 'time', after, to }
}

/** A number, or milliseconds of a duration. */
function readBound(reading: Reading, node: TreeNode | undefined): number | undefined {
  return numberOf(node) ?? readMs(reading, node)
}

function readMs(reading: Reading, node: TreeNode | undefined): number | undefined {
  const length = readDuration(reading, node, 'plain')
  return length?.kind === 'ms' ? length.ms : undefined
}
