import { nameRoles, say } from './name-target.ts'
import type { Judgement, RuleContext, RuleOf } from './rule-kind.ts'
import type { TextSearch } from './search-text.ts'

/**
 * What a phrase rule is when nothing was found and the text does not settle it: not applicable when the speaker took no
 * part, not evaluated when text is missing or a find does not tell who spoke. Undefined: the text settles it.
 */
export function judgeSilence(
  rule: RuleOf<'says'> | RuleOf<'never-says'>,
  found: TextSearch,
  context: RuleContext,
): Judgement | undefined {
  if (found.strayHits.length > 0) {
    return {
      outcome: 'notEvaluated',
      reason: () => ({
        zh: '说了，但记录没有说话人的角色',
        en: 'it was said, but the log does not tell by which role',
      }),
      evidence: found.strayHits,
    }
  }
  if (found.spoke.length === 0) {
    const { speaker } = rule
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
  if (found.lackText.length > 0 || found.withText.length === 0) {
    return {
      outcome: 'notEvaluated',
      reason: () => ({ zh: '缺少文本，无法判断说了什么', en: 'text is missing, so what was said cannot be judged' }),
      evidence: found.lackText.map((event) => ({ event })),
    }
  }
  return undefined
}
