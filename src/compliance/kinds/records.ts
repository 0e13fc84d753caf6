import { prepareFields, sightOfFields } from '../judge-fields.ts'
import type { RuleKind } from '../rule-kind.ts'

/** The events of a step together hold each attribute, well formed and not blank (semantics §18). Absent is as blank as empty. */
export const records: RuleKind<'records'> = {
  id: 'records',
  sees: ({ spec }, flow, map) => sightOfFields(spec, flow, map),
  prepare: (rule, flow, map) =>
    prepareFields(rule.spec, flow, map, {
      complete: (name, lang) => (lang === 'zh' ? `${name} 的记录完整` : `${name} recorded all that is asked`),
      lacking: (name, missing, lang) =>
        lang === 'zh' ? `${name} 没有记录 ${missing}` : `${name} did not record ${missing}`,
    }),
}
