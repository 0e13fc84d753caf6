import { occurrencesOf } from '../find-occurrences.ts'
import { judgeAbsence } from '../judge-absence.ts'
import { judgeSilence } from '../judge-silence.ts'
import { nameLexicon, say } from '../name-target.ts'
import type { RuleKind } from '../rule-kind.ts'
import { searchText } from '../search-text.ts'

/**
 * A phrase is not said by the speaker: nowhere in the interaction, or (`must-not-say`) in no event of a step. One place
 * fails it, whatever else is missing; without one, missing text leaves it not evaluated.
 */
export const neverSays: RuleKind<'never-says'> = {
  id: 'never-says',
  prepare(rule, flow) {
    const { lexicon, on } = rule.spec
    const find = on && occurrencesOf(on, flow)
    return (context) => {
      const occurrences = find?.(context)
      if (on && occurrences?.length === 0) return judgeAbsence(on, context)
      const found = searchText(rule, lexicon, occurrences, context)
      if (found.hits.length > 0) {
        const count = found.hits.length
        return {
          outcome: 'fail',
          reason: say((lang) => {
            const name = nameLexicon(lexicon, lang)
            if (lang === 'zh') return count === 1 ? `说了不该说的 ${name}` : `${count} 处说了不该说的 ${name}`
            return count === 1
              ? `${name} was said and must not be`
              : `${name} was said in ${count} events and must not be`
          }),
          evidence: found.hits,
        }
      }
      const silence = judgeSilence(rule, found, context)
      if (silence) return silence
      const open = on === undefined && !context.ended
      return {
        outcome: open ? 'pending' : 'pass',
        reason: say((lang) => {
          const name = nameLexicon(lexicon, lang)
          if (lang === 'zh') return open ? `至今没有说 ${name}，交互还未结束` : `没有说 ${name}`
          return open ? `${name} was not said so far and the contact is open` : `${name} was not said`
        }),
        evidence: [],
      }
    }
  },
}
