import type { Target } from '../model/rule.ts'
import { nameTarget, say } from './name-target.ts'
import type { Judgement, RuleContext } from './rule-kind.ts'

/** What a rule is when the thing it speaks of did not happen: not applicable, or pending while it still may. */
export function judgeAbsence(target: Target, context: RuleContext): Judgement {
  return {
    outcome: context.ended ? 'notApplicable' : 'pending',
    reason: say((lang) => {
      const name = nameTarget(target, context, lang)
      if (context.ended) return lang === 'zh' ? `没有 ${name}` : `${name} did not happen`
      return lang === 'zh' ? `${name} 尚未发生，交互还未结束` : `${name} has not happened yet and the contact is open`
    }),
    evidence: [],
  }
}
