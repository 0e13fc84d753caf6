import { itemsKey, proofKey } from '../facts/proof-key.ts'
import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/** Two branches of a choice that ask for the same decision and the same proofs: nothing in a log tells which was taken. */
export const choiceIndistinguishable: LintRule = {
  id: 'choice-indistinguishable',
  group: 'decisions',
  severity: 'warning',
  title: { zh: '记录中分不清的两个分支', en: 'branches that nothing in the log can tell apart' },
  check({ map }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        item(item) {
          if (item.kind !== 'choice') return
          const seen = new Map<string, (typeof item.branches)[number]>()
          for (const branch of item.branches) {
            const key = `${branch.when ? proofKey(branch.when) : ''}:${itemsKey(branch.steps)}`
            const first = seen.get(key)
            if (!first) {
              seen.set(key, branch)
              continue
            }
            report({
              place: branch.place,
              message: {
                zh: '记录里没有什么能把这个分支与前面的区分开',
                en: 'nothing in the log can tell this branch from the one before',
              },
              expected: {
                zh: '用 `when` 写明各自的判断事件，或合并两个分支',
                en: 'a `when` that names the event which decides, or one branch of the two',
              },
              related: [{ message: { zh: '与它相同的分支', en: 'the branch it is the same as' }, place: first.place }],
            })
          }
        },
      })
    }
  },
}
