import { occurrencesOf } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { judgeSilence } from '../judge-silence.ts'
import { nameLexicon, nameTarget, say } from '../name-target.ts'
import type { RuleKind } from '../rule-kind.ts'
import { searchText } from '../search-text.ts'

/**
 * A phrase is said: somewhere in the interaction by the speaker, or (`must-say`) in one of the events of a step. A step
 * not done is not applicable; done without text, not evaluated.
 */
export const says: RuleKind<'says'> = {
  id: 'says',
  prepare(rule, flow) {
    const { lexicon, on } = rule.spec
    const find = on && occurrencesOf(on, flow)
    return (context) => {
      const occurrences = find?.(context)
      if (on && occurrences?.length === 0) return judgeAbsence(on, context)
      const found = searchText(rule, lexicon, occurrences, context)
      if (found.hits.length > 0) {
        return {
          outcome: 'pass',
          reason: say((lang) => {
            const name = nameLexicon(lexicon, lang)
            return lang === 'zh' ? `已说 ${name}` : `${name} was said`
          }),
          evidence: found.hits,
        }
      }
      const silence = judgeSilence(rule, found, context)
      if (silence) return silence
      const open = on === undefined && !context.ended
      return {
        outcome: open ? 'pending' : 'fail',
        reason: say((lang) => {
          const name = nameLexicon(lexicon, lang)
          if (open)
            return lang === 'zh' ? `还没有说 ${name}，交互还未结束` : `${name} was not said yet and the contact is open`
          const step = on && nameTarget(on, context, lang)
          if (step) return lang === 'zh' ? `${step} 时没有说 ${name}` : `${name} was not said at ${step}`
          return lang === 'zh' ? `没有说 ${name}` : `${name} was not said`
        }),
        evidence: on ? found.withText.map((event) => ({ event })) : [],
      }
    }
  },
}
