import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/** A choice of one branch decides nothing: the steps may stand without it, or an `optional` was meant. */
export const choiceOneBranch: LintRule = {
  id: 'choice-one-branch',
  group: 'decisions',
  severity: 'warning',
  title: { zh: '只有一个分支的选择', en: 'a choice of one branch' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        item(item) {
          if (item.kind !== 'choice' || item.branches.length !== 1) return
          report({
            place: sources.key(item.place, 'choice'),
            message: {
              zh: '这个选择只有一个分支，没有可选的',
              en: 'this choice has one branch: there is nothing to choose',
            },
            expected: {
              zh: '另一个分支；可做可不做的步骤写成 `optional`，必做的直接写出',
              en: 'a second branch; `optional` for steps that may be left out, the bare steps if they may not',
            },
          })
        },
      })
    }
  },
}
