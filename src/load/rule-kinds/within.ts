import type { Target } from '../../model/rule.ts'
import type { WithinSpec } from '../../model/rules/within.ts'
import { unknownReference } from '../names.ts'
import { asMap, child, type Reading, report, reportUnsupported, SORTS, stringOf } from '../reading.ts'
import { readDuration } from '../read-duration.ts'
import { readEvents } from '../read-proof.ts'
import { isOpen, readTarget, type RuleScope } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'
import type { TreeNode } from '../tree.ts'

export const within: ReadSpec<'within'> = (reading, scope, body) =>
  asMap(body) &&
  readWithin(reading, scope, body, {
    after: readTarget(reading, scope, child(body, 'after')),
    to: readTarget(reading, scope, child(body, 'to')),
  })

/** `within` with everything but its ends, for which a step has defaults. */
export function readWithin(
  reading: Reading,
  scope: RuleScope,
  node: TreeNode,
  ends: { readonly after: Target | undefined; readonly to: Target | undefined },
): WithinSpec | undefined {
  for (const key of ['calendar', 'limits']) reportUnsupported(reading, node, key)
  const limitNode = child(node, 'limit')
  const limit = readDuration(reading, limitNode, 'limit')
  const from = child(limitNode, 'from')
  if (limit?.kind === 'from' && from && !scope.steps.has(limit.ref) && !reading.events.has(limit.ref)) {
    if (!reading.events.open && !isOpen(scope, limit.ref)) {
      const known = [...scope.steps, ...reading.events.places.keys()]
      report(reading, unknownReference(limit.ref, from.place, SORTS.target, known, from.alias))
    }
  }
  const unless = readEvents(reading, child(node, 'unless'))
  const pair = stringOf(child(node, 'pair'))
  if (!limit || !ends.after || !ends.to) return undefined
  return {
    kind: 'within',
    limit,
    after: ends.after,
    to: ends.to,
    pair: pair === 'first' || pair === 'last' ? pair : 'each',
    unless,
  }
}
