import { prepareFields, sightOfFields } from '../judge-fields.ts'
import type { RuleKind } from '../rule-kind.ts'

/** A hand-over takes along what the next one needs: the events of the step together hold each attribute, not blank. */
export const carries: RuleKind<'carries'> = {
  id: 'carries',
  sees: ({ spec }, flow, map) => sightOfFields(spec, flow, map),
  prepare: (rule, flow, map) =>
    prepareFields(rule.spec, flow, map, {
      complete: (name, lang) => (lang === 'zh' ? `${name} 已带上所需信息` : `${name} carried all that is asked`),
      lacking: (name, missing, lang) =>
        lang === 'zh' ? `${name} 没有带上 ${missing}` : `${name} did not carry ${missing}`,
    }),
}
