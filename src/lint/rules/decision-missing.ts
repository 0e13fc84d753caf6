import type { Branch } from '../../model/flow.ts'
import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/**
 * A choice some of whose branches have a decision event and others none: who takes a branch without one contradicts no
 * record, so that a wrong turn there is excused. Not reported: an empty branch without `when`, which is “otherwise nothing”, and one that
 * begins with a choice whose branches all have one.
 */
export const decisionMissing: LintRule = {
  id: 'decision-missing',
  group: 'decisions',
  severity: 'warning',
  title: { zh: '部分分支没有判断', en: 'branches without a decision beside branches with one' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        item(item) {
          if (item.kind !== 'choice') return
          const decided = item.branches.find(({ when }) => when)
          if (!decided) return
          for (const branch of item.branches) {
            if (branch.when || decidesLater(branch)) continue
            report({
              place: sources.find(branch.place, 'name') ? sources.value(branch.place, 'name') : branch.place,
              message: {
                zh: '这个分支没有 `when`，同一选择的其他分支有：走它不与任何记录矛盾',
                en: 'this branch has no `when`, others of the choice have one: to take it contradicts no record',
              },
              expected: { zh: '表明走这一分支的事件', en: 'the event that shows this branch was taken' },
              related: [
                {
                  message: { zh: '有 `when` 的分支', en: 'a branch with one' },
                  place: sources.key(decided.place, 'when'),
                },
              ],
            })
          }
        },
      })
    }
  },
}

function decidesLater({ steps: [first] }: Branch): boolean {
  if (!first) return true
  return (
    first.kind === 'choice' &&
    first.branches.every((each) => each.when ?? (each.steps.length > 0 && decidesLater(each)))
  )
}
