import type { LintRule } from '../lint-rule.ts'
import { singleProofs } from '../../flow/walk-flow.ts'
import { stepsIn } from '../facts/rules-in.ts'
import { nearestName } from '../../diagnostic/nearest.ts'

/**
 * A step asks for an attribute that none of its events declares: if the log does not bring it either, nobody can ever
 * record it. Steps proved by speech alone, or by what is said, are not looked at.
 */
export const recordsUndeclared: LintRule = {
  id: 'records-undeclared',
  group: 'data',
  severity: 'warning',
  title: { zh: '要求记录事件没有的属性', en: 'an attribute asked for that the event never declares' },
  check(context, report) {
    const { events, attributes } = context.map.catalog
    for (const { step } of stepsIn(context)) {
      const names = singleProofs(step.proof).map(({ event }) => event)
      const types = names.map((name) => (name === undefined ? undefined : events.get(name)))
      if (types.some((type) => type === undefined)) continue
      const declared = new Set([...attributes.keys(), ...types.flatMap((type) => [...(type?.attributes.keys() ?? [])])])
      for (const { spec, place } of step.rules) {
        if (spec.kind !== 'records' && spec.kind !== 'carries') continue
        spec.attributes.forEach((attribute, i) => {
          if (declared.has(attribute)) return
          const suggestion = nearestName(attribute, declared)
          report({
            place: context.sources.find(place, i) ? context.sources.value(place, i) : context.sources.value(place),
            message: {
              zh: `步骤 \`${step.id}\` 要求记录 \`${attribute}\`，而事件 ${list(names)} 没有声明这个属性`,
              en: `the step \`${step.id}\` asks for \`${attribute}\`, which the event ${list(names)} does not declare`,
            },
            expected: {
              zh: '目录里这个事件的 `attributes` 中的一个',
              en: 'one of the `attributes` of that event in the catalogue',
            },
            ...(suggestion === undefined ? {} : { suggestion }),
          })
        })
      }
    }
  },
}

function list(names: readonly (string | undefined)[]): string {
  return names.flatMap((name) => (name === undefined ? [] : [`\`${name}\``])).join(' / ')
}
