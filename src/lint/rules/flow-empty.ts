import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/** A flow without a single step: every contact would follow it. */
export const flowEmpty: LintRule = {
  id: 'flow-empty',
  group: 'flow',
  severity: 'warning',
  title: { zh: '没有步骤的流程', en: 'a flow without steps' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      let shows = false
      walkFlow(flow, { step: () => void (shows = true), item: ({ kind }) => void (shows ||= kind === 'use') })
      if (shows) continue
      report({
        place: sources.key(flow.place, '..', 'steps'),
        message: {
          zh: `流程 \`${flow.id}\` 没有任何步骤，对它没有要求`,
          en: `the flow \`${flow.id}\` has no step: nothing is asked of who follows it`,
        },
        expected: { zh: '至少一个步骤', en: 'one step at least' },
      })
    }
  },
}
