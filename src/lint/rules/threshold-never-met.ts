import { cellsByFlow } from '../facts/service.ts'
import type { LintRule } from '../lint-rule.ts'

/** A threshold on the rule of a flow that serves no touchpoint: it has no figure, and without one a threshold is missed. */
export const thresholdNeverMet: LintRule = {
  id: 'threshold-never-met',
  group: 'scorecard',
  severity: 'warning',
  title: { zh: '永远达不到的阈值', en: 'a threshold that can never be met' },
  check(context, report) {
    const { map, sources } = context
    if (!map.scorecard) return
    const served = cellsByFlow(context)
    const everywhere = new Set(map.rules.map(({ id }) => id))
    for (const id of map.scorecard.thresholds.rules?.keys() ?? []) {
      const flow = id.split('/')[0] ?? ''
      if (everywhere.has(id) || !map.flows.has(flow) || served.has(flow)) continue
      report({
        place: sources.key({ ...map.scorecard.place, pointer: '/thresholds/rules' }, id),
        message: {
          zh: `没有接触点用到流程 \`${flow}\`，没有可比的数，这个阈值总是未达到`,
          en: `no touchpoint is served by the flow \`${flow}\`: without a figure the threshold is always missed`,
        },
        expected: { zh: '接触点所用流程的规则', en: 'a rule of a flow that serves a touchpoint' },
      })
    }
  },
}
