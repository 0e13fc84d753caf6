import { prepareFields } from '../judge-fields.ts'
import type { RuleKind } from '../rule-kind.ts'

/** A hand-over takes along what the next one needs: the events of the step together hold each attribute, not blank. */
export const carries: RuleKind<'carries'> = {
  id: 'carries',
  prepare: (rule, flow) =>
    prepareFields(rule.spec, flow, {
      complete: (name) => ({ zh: `${name.zh} 已带上所需信息`, en: `${name.en} carried all that is asked` }),
      lacking: (name, missing) => ({
        zh: `${name.zh} 没有带上 ${missing.zh}`,
        en: `${name.en} did not carry ${missing.en}`,
      }),
    }),
}
