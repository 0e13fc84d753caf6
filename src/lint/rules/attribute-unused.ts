import { mentions } from '../facts/words.ts'
import type { LintRule } from '../lint-rule.ts'

/** An attribute of an event that no proof, rule, expression or metric mentions. */
export const attributeUnused: LintRule = {
  id: 'attribute-unused',
  group: 'data',
  severity: 'info',
  title: { zh: '没有用处的属性', en: 'an attribute nothing uses' },
  check(context, report) {
    const used = mentions(context)
    for (const { name, attributes, place } of context.map.catalog.events.values()) {
      for (const attribute of attributes.keys()) {
        if (used.has(attribute)) continue
        report({
          place: context.sources.key(place, 'attributes', attribute),
          message: {
            zh: `没有什么用到事件 \`${name}\` 的属性 \`${attribute}\``,
            en: `nothing uses the attribute \`${attribute}\` of the event \`${name}\``,
          },
          expected: {
            zh: '`records`、规则或指标用到它，或删去它',
            en: '`records`, a rule or a metric that uses it, or the attribute taken out',
          },
        })
      }
    }
  },
}
