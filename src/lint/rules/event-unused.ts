import { matchesPattern } from '../../flow/is-ambient.ts'
import { mentions } from '../facts/words.ts'
import type { LintRule } from '../lint-rule.ts'

/**
 * An event of the catalogue that no proof, rule, expression or ambient pattern mentions, and that no step is called by.
 * Such an event counts as unknown in every flow. Not reported: speech, which is never
 * unforeseen, and what an ambient pattern covers.
 */
export const eventUnused: LintRule = {
  id: 'event-unused',
  group: 'data',
  severity: 'warning',
  title: { zh: '事件没有用处', en: 'an event nothing uses' },
  check(context, report) {
    const { catalog, flows } = context.map
    const used = mentions(context)
    const ambient = [...catalog.ambient, ...[...flows.values()].flatMap((flow) => flow.ambient)]
    for (const { name, speech, place } of catalog.events.values()) {
      if (speech || used.has(name) || ambient.some((pattern) => matchesPattern(pattern, name))) continue
      report({
        place,
        message: {
          zh: `事件 \`${name}\` 没有任何流程、规则或环境事件用到，记录中出现时一律算多做`,
          en: `nothing in the map uses the event \`${name}\`: wherever the log has it, it counts as unforeseen`,
        },
        expected: {
          zh: '在某个 `proof`、规则或 `ambient` 里用到它，或从目录中删去',
          en: 'a proof, a rule or `ambient` that names it, or the event taken out of the catalogue',
        },
      })
    }
  },
}
