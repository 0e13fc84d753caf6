import { cellsByFlow } from '../facts/service.ts'
import { itemsOf } from '../../model/scorecard.ts'
import type { LintRule } from '../lint-rule.ts'

/** An item whose rules all belong to flows at which no touchpoint arrives: it never applies. */
export const scorecardItemUnserved: LintRule = {
  id: 'scorecard-item-unserved',
  group: 'scorecard',
  severity: 'warning',
  title: { zh: '评分项的规则不会适用', en: 'an item of rules that never apply' },
  check(context, report) {
    const { scorecard, rules, flows } = context.map
    const everywhere = new Set(rules.map(({ id }) => id))
    const served = cellsByFlow(context)
    for (const { item } of itemsOf(scorecard?.sections ?? [])) {
      const unserved = item.rules.filter((rule) => {
        const flow = rule.split('/')[0] ?? ''
        return !everywhere.has(rule) && flows.has(flow) && !served.has(flow)
      })
      const [first] = unserved
      if (first === undefined || unserved.length < item.rules.length) continue
      const key = context.sources.find(item.place, 'rule') ? 'rule' : 'rules'
      report({
        place: context.sources.value(item.place, key),
        message: {
          zh: `没有接触点用到流程 \`${first.split('/')[0]}\`，这一项永远不适用`,
          en: `no touchpoint is served by the flow \`${first.split('/')[0]}\`: this item never applies`,
        },
        expected: {
          zh: '接触点所用流程的规则；被套用的步骤写 `流程/别名/步骤/规则`',
          en: 'a rule of a flow that serves a touchpoint; of a used flow, `flow/as/step/rule`',
        },
      })
    }
  },
}
