import { checkWithTypes } from '../../expr/expression.ts'
import { withinCel } from '../facts/within-cel.ts'
import type { LintRule } from '../lint-rule.ts'
import { singleProofs, walkFlow } from '../../flow/walk-flow.ts'

/**
 * A `where` that compares an attribute with a value of another type than the catalogue declares: it is never true. Numbers
 * of either kind are taken alike, and times and durations are left alone.
 */
export const whereTypes: LintRule = {
  id: 'where-types',
  group: 'decisions',
  severity: 'error',
  title: { zh: '条件比较了不同类型', en: 'a condition that compares different types' },
  check({ map }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        proof(proof) {
          for (const { event, where } of singleProofs(proof)) {
            const type = event === undefined ? undefined : map.catalog.events.get(event)
            if (!type || !where || type.attributes.size === 0) continue
            const fault = faultOf(where.source, type.attributes)
            if (!fault) continue
            report({
              place: withinCel(where, fault.from, fault.to),
              message: {
                zh: `与目录里声明的类型不符：${fault.message.zh}`,
                en: `this does not agree with the types that the catalogue declares: ${fault.message.en}`,
              },
              expected: { zh: '同一类型的值', en: 'a value of the same type' },
              related: [{ message: { zh: '事件的属性在这里', en: 'the attributes of the event' }, place: type.place }],
            })
          }
        },
      })
    }
  },
}

function faultOf(source: string, attributes: ReadonlyMap<string, string>): ReturnType<typeof checkWithTypes> {
  const types = new Map<string, 'string' | 'bool'>()
  const numbers = new Map<string, 'int'>()
  for (const [name, type] of attributes) {
    if (type === 'string' || type === 'bool') types.set(name, type)
    if (type === 'int') numbers.set(name, 'int')
  }
  const fault = checkWithTypes(source, types)
  if (fault || numbers.size === 0 || /\d\.\d/.test(source)) return fault
  return checkWithTypes(source, new Map([...types, ...numbers]))
}
