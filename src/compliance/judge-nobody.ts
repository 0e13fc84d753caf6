import type { RoleRef } from '../model/flow.ts'
import { nameRoles, say } from './name-target.ts'
import type { Judgement, RuleContext } from './rule-kind.ts'

/** What a rule on what somebody says or writes is when none of that speaker's events is there. */
export function judgeNobody(speaker: readonly RoleRef[], context: RuleContext): Judgement {
  return {
    outcome: context.ended ? 'notApplicable' : 'pending',
    reason: say((lang) => {
      const who = nameRoles(speaker, context.matcher.map.catalog, lang)
      if (speaker.length === 0) return lang === 'zh' ? '没有任何事件' : 'there are no events'
      return lang === 'zh' ? `没有 ${who} 的事件` : `no event is by ${who}`
    }),
    evidence: [],
  }
}
