import type { LintRule } from '../lint-rule.ts'

/** A management flow at a touchpoint of a service business, or the other way round: the two families do not mix (S24.d). */
export const managementTouchpoint: LintRule = {
  id: 'management-touchpoint',
  group: 'flow',
  severity: 'warning',
  title: { zh: '接触点上的流程不属于该类业务', en: 'a flow of the other family at a touchpoint' },
  check({ map, matrix, sources }, report) {
    const seen = new Set<object>()
    for (const { at, row } of matrix.cells) {
      if (!row || seen.has(row)) continue
      const flow = map.flows.get(row.flow)
      const business = map.catalog.axes.business.get(at.business)
      const family = business?.family ?? 'service'
      if (!flow || flow.family === family) continue
      seen.add(row)
      const management = flow.family === 'management'
      report({
        place: sources.value(row.place, 'flow'),
        message: management
          ? {
              zh: `\`${flow.id}\` 是管理流程，而业务 \`${at.business}\` 是服务业务，客户会遇到它`,
              en: `\`${flow.id}\` is a management flow, and the business \`${at.business}\` is one that customers come with`,
            }
          : {
              zh: `\`${flow.id}\` 是服务流程，而业务 \`${at.business}\` 属于管理`,
              en: `\`${flow.id}\` is a service flow, and the business \`${at.business}\` is of management`,
            },
        expected: {
          zh: '同一类的流程，或改正 `family`',
          en: 'a flow of the same family, or the `family` put right',
        },
        related: [{ message: { zh: '流程在这里', en: 'the flow' }, place: flow.place }],
      })
    }
  },
}
