import { walkFlow } from '../../flow/walk-flow.ts'
import type { LintRule } from '../lint-rule.ts'

/**
 * A flow that no touchpoint has, that no flow uses and that none extends: nothing is ever held against it. Not reported: management
 * flows, which have no touchpoint (S24.d), and a map without touchpoints.
 */
export const flowUnused: LintRule = {
  id: 'flow-unused',
  group: 'matrix',
  severity: 'warning',
  title: { zh: '流程没有用处', en: 'a flow nothing uses' },
  check({ map }, report) {
    if (map.touchpoints.length === 0) return
    const used = new Set(map.touchpoints.map(({ flow }) => flow))
    for (const flow of map.flows.values()) {
      for (const { flow: base } of flow.derivation?.bases ?? []) used.add(base)
      walkFlow(flow, { item: (item) => void (item.kind === 'use' && used.add(item.flow)) })
    }
    for (const { id, family, place } of map.flows.values()) {
      if (used.has(id) || family === 'management') continue
      report({
        place,
        message: {
          zh: `没有接触点采用流程 \`${id}\`，也没有流程套用或派生它`,
          en: `no touchpoint has the flow \`${id}\`, and no flow uses or extends it`,
        },
        expected: {
          zh: '在 `touchpoints` 里给它一行，被别的流程 `use`，或删去',
          en: 'a row of `touchpoints`, a `use` in another flow, or the flow taken out',
        },
      })
    }
  },
}
