import { nearestName } from '../../diagnostic/nearest.ts'
import { namesOfExpression } from '../../expr/expression.ts'
import { withinCel } from '../facts/within-cel.ts'
import type { LintRule } from '../lint-rule.ts'
import { singleProofs, walkFlow } from '../../flow/walk-flow.ts'

/** A `where` that asks for an attribute its event does not declare: no event can satisfy it as far as the catalogue knows. */
export const whereAttributeUndeclared: LintRule = {
  id: 'where-attribute-undeclared',
  group: 'data',
  severity: 'warning',
  title: { zh: '条件里的属性没有声明', en: 'a condition on an attribute the event does not declare' },
  check({ map }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        proof(proof) {
          for (const { event, where } of singleProofs(proof)) {
            const type = event === undefined ? undefined : map.catalog.events.get(event)
            if (!type || !where) continue
            const known = new Set([...type.attributes.keys(), ...map.catalog.attributes.keys()])
            for (const { name, from, to } of namesOfExpression(where.source, 'where')) {
              if (known.has(name) || BUILT_IN.has(name)) continue
              const suggestion = nearestName(name, known)
              report({
                place: withinCel(where, from, to),
                message: {
                  zh: `事件 \`${event}\` 没有声明属性 \`${name}\``,
                  en: `the event \`${event}\` does not declare the attribute \`${name}\``,
                },
                expected: {
                  zh: '目录里这个事件的 `attributes` 中的一个',
                  en: 'one of the `attributes` of that event in the catalogue',
                },
                ...(suggestion === undefined ? {} : { suggestion }),
              })
            }
          }
        },
      })
    }
  },
}

/** What every event has. */
const BUILT_IN: ReadonlySet<string> = new Set(['event', 'role', 'actor', 'text', 'time', 'sequence'])
