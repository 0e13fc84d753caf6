import { cellsByFlow } from '../facts/service.ts'
import type { LintRule } from '../lint-rule.ts'

const ELEMENTS = ['inputs', 'output', 'customer', 'value'] as const

/**
 * A flow has six elements: inputs, activities, their relations, output, customer, value (S24.e). Steps and blocks are two;
 * the other four are written. Reported for flows that touchpoints name, in a map that states
 * them anywhere.
 */
export const elementsIncomplete: LintRule = {
  id: 'elements-incomplete',
  group: 'flow',
  severity: 'info',
  title: { zh: '流程六要素不全', en: 'elements of a flow that are not stated' },
  check(context, report) {
    const { map, sources } = context
    const served = cellsByFlow(context)
    if (![...map.flows.values()].some(({ elements }) => Object.keys(elements).length > 0)) return
    for (const flow of map.flows.values()) {
      if (!served.has(flow.id)) continue
      const missing = ELEMENTS.filter((element) => flow.elements[element] === undefined)
      if (missing.length === 0) continue
      const names = missing.map((name) => `\`${name}\``)
      report({
        place: sources.find(flow.place, '..', 'elements') ? sources.key(flow.place, '..', 'elements') : flow.place,
        message: {
          zh: `流程 \`${flow.id}\` 的要素未写明：${names.join('、')}`,
          en: `the flow \`${flow.id}\` does not state ${names.join(', ')}`,
        },
        expected: {
          zh: '`elements: {inputs, output, customer, value}` 四项',
          en: 'all four of `elements: {inputs, output, customer, value}`',
        },
      })
    }
  },
}
