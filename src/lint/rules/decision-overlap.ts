import type { Branch } from '../../model/flow.ts'
import { covers, itemsKey, proofKey } from '../facts/proof-key.ts'
import type { LintRule } from '../lint-rule.ts'
import { singleProofs, walkFlow } from '../../flow/walk-flow.ts'

/**
 * Two branches whose `when` one event can satisfy both: the record then decides for neither. Only what is plain is
 * reported: the same condition, or one without a condition beside one with.
 */
export const decisionOverlap: LintRule = {
  id: 'decision-overlap',
  group: 'decisions',
  severity: 'warning',
  title: { zh: '互相重叠的判断', en: 'decisions that overlap' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        item(item) {
          if (item.kind !== 'choice') return
          for (const [i, branch] of item.branches.entries()) {
            const first = item.branches.slice(0, i).find((earlier) => overlap(earlier, branch))
            if (!first) continue
            report({
              place: sources.key(branch.place, 'when'),
              message: {
                zh: '同一个事件可以同时满足两个分支的 `when`',
                en: 'one event can satisfy the `when` of two branches',
              },
              expected: {
                zh: '互相排除的条件，如 `first` 与 `!first`',
                en: 'conditions that exclude each other, such as `first` and `!first`',
              },
              related: [
                { message: { zh: '另一个分支', en: 'the other branch' }, place: sources.key(first.place, 'when') },
              ],
            })
          }
        },
      })
    }
  },
}

function overlap(a: Branch, b: Branch): boolean {
  if (!a.when || !b.when) return false
  const [left, right] = [singleProofs(a.when), singleProofs(b.when)]
  // Branches that are the same altogether are another rule's.
  if (proofKey(a.when) === proofKey(b.when) && itemsKey(a.steps) === itemsKey(b.steps)) return false
  return left.some((one) => right.some((other) => covers(one, other) || covers(other, one)))
}
