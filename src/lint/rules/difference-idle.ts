import { compareBusinesses } from '../../compare/compare-businesses.ts'
import { removeEntry } from '../edit-yaml.ts'
import { safeFix } from '../lint-rule.ts'
import type { LintRule } from '../lint-rule.ts'

/** `differs` on a row or a flow none of whose touchpoints are served otherwise than the rest of their business. */
export const differenceIdle: LintRule = {
  id: 'difference-idle',
  group: 'matrix',
  severity: 'info',
  title: { zh: '声明了差异，其实没有', en: 'a difference declared where there is none' },
  check({ map, matrix, sources }, report) {
    const stated = [...map.flows.values(), ...map.touchpoints].filter(({ differs }) => differs)
    if (stated.length === 0) return
    const differing = new Set<unknown>()
    for (const { flow, cells, usual } of compareBusinesses(map, matrix)) {
      for (const cell of [...cells, ...usual.cells]) differing.add(cell.row)
      for (const id of [flow, usual.flow]) differing.add(map.flows.get(id)?.differs?.place)
    }
    for (const each of stated) {
      if (!each.differs || differing.has(each) || differing.has(each.differs.place)) continue
      report({
        place: each.differs.place,
        message: {
          zh: '这里说明了差异的理由，但同一业务的流程并无不同',
          en: 'a reason to differ is given here, and nothing differs within the business',
        },
        expected: { zh: '删去 `differs`', en: '`differs` taken out' },
        ...safeFix('删去 `differs`', 'take out `differs`', removeEntry(sources, each.differs.place)),
      })
    }
  },
}
