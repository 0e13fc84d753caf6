import { combineOutcomes } from '../combine-outcomes.ts'
import { nameRoles, say } from '../name-target.ts'
import type { Judgement, RuleKind, RuleOf } from '../rule-kind.ts'
import { hasRole } from '../../match/has-role.ts'
import { type Conversation, judgeInterruptions, judgeShare, judgeSilence, judgeSpeed } from '../talk/judge-talk.ts'
import { judgeRepeats } from '../talk/judge-repeats.ts'
import { listTalk } from '../talk/utterances.ts'

/**
 * How people talk with each other: interruptions, silence, share of the talk, speed, repeating oneself; each part that the
 * rule names must hold. Parts that measure time need the begin and end of each turn (`docs/logs.md`).
 */
export const turnTaking: RuleKind<'turn-taking'> = {
  id: 'turn-taking',
  prepare(rule, _flow, map) {
    const parts = partsOf(rule)
    const isMeant = (role: string | undefined) =>
      rule.speaker.length === 0 || hasRole(role, rule.speaker, map.catalog.roles)
    return (context) => {
      const { events } = context.matcher.interaction
      const talk = listTalk(events)
      const isSilent = !talk.turns.some((at) => isMeant(events[at]?.role))
      // Whoever is meant may be among those whose role is not recorded.
      if (talk.turns.length === 0 || (isSilent && talk.anonymous.length === 0)) {
        return {
          outcome: context.ended ? 'notApplicable' : 'pending',
          reason: say((lang) => {
            const who = nameRoles(rule.speaker, map.catalog, lang)
            if (talk.turns.length === 0) return lang === 'zh' ? '没有对话' : 'there is no talk'
            return lang === 'zh' ? `${who} 没有说话` : `${who} did not speak`
          }),
          evidence: [],
        }
      }
      const conversation: Conversation = {
        talk,
        events,
        isMeant,
        isForAll: rule.speaker.length === 0,
        ended: context.ended,
      }
      return combineOutcomes(parts.map((judge) => judge(conversation)))
    }
  },
}

function partsOf({ spec }: RuleOf<'turn-taking'>): ((conversation: Conversation) => Judgement)[] {
  const { interruptions, silence, talkShare, speed, repeats } = spec
  return [
    ...(interruptions ? [(of: Conversation) => judgeInterruptions(interruptions, of)] : []),
    ...(silence ? [(of: Conversation) => judgeSilence(silence, of)] : []),
    ...(talkShare ? [(of: Conversation) => judgeShare(talkShare, of)] : []),
    ...(speed ? [(of: Conversation) => judgeSpeed(speed, of)] : []),
    ...(repeats ? [(of: Conversation) => judgeRepeats(repeats, of)] : []),
  ]
}
