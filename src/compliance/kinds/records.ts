import { prepareFields } from '../judge-fields.ts'
import type { RuleKind } from '../rule-kind.ts'

/** The events of a step together hold each attribute, and not blank (semantics §18). Absent is as blank as empty. */
export const records: RuleKind<'records'> = {
  id: 'records',
  prepare: (rule, flow) =>
    prepareFields(rule.spec, flow, {
      complete: (name) => ({ zh: `${name.zh} 的记录完整`, en: `${name.en} recorded all that is asked` }),
      lacking: (name, missing) => ({
        zh: `${name.zh} 没有记录 ${missing.zh}`,
        en: `${name.en} did not record ${missing.en}`,
      }),
    }),
}
