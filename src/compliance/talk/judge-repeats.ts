import type { TurnTakingSpec } from '../../model/rules/turn-taking.ts'
import { foldText } from '../../text/fold-text.ts'
import { say } from '../name-target.ts'
import type { Judgement } from '../rule-kind.ts'
import { findRepeats } from './find-repeats.ts'
import type { Conversation } from './judge-talk.ts'

/** How often those meant say what they have said before, each held against his own role's turns. Needs no times. */
export function judgeRepeats(
  { atMost, similar, length }: NonNullable<TurnTakingSpec['repeats']>,
  { talk, events, isMeant, isForAll, ended }: Conversation,
): Judgement {
  const byRole = new Map<string | undefined, number[]>()
  for (const at of talk.turns) {
    const role = events[at]?.role
    if (!isMeant(role)) continue
    const turns = byRole.get(role)
    if (turns) turns.push(at)
    else byRole.set(role, [at])
  }
  const own = [...byRole.values()].flat()
  const pairs = [...byRole.values()].flatMap((turns) =>
    findRepeats(
      turns.map((at) => foldText(events[at]?.text ?? '').text),
      similar,
      length,
    ).map(({ at, of }) => ({ at: turns[at] ?? 0, of: turns[of] ?? 0 })),
  )
  const shown = [...new Set(pairs.flatMap(({ at, of }) => [of, at]))].sort((a, b) => a - b)
  const reason = say((lang) => {
    const count = pairs.length
    if (lang === 'zh') return count === 0 ? '没有重复说过的话' : `重复说过的话 ${count} 次，至多 ${atMost} 次`
    return count === 0
      ? 'nothing was said again'
      : `said again ${count} ${count === 1 ? 'time' : 'times'}, at most ${atMost}`
  })
  const evidence = shown.map((event) => ({ event }))
  if (pairs.length > atMost) return { outcome: 'fail', reason, evidence }
  const silent = own.filter((at) => (events[at]?.text ?? '').trim() === '')
  if (silent.length > 0) {
    return {
      outcome: 'notEvaluated',
      reason: () => ({ zh: '缺少文本，无法判断是否重复', en: 'text is missing, so repeating cannot be told' }),
      evidence: silent.map((event) => ({ event })),
    }
  }
  if (!isForAll && talk.anonymous.length > 0) {
    return {
      outcome: 'notEvaluated',
      reason: () => ({ zh: '记录没有说话人的角色', en: 'the log does not tell by which role each turn was said' }),
      evidence: talk.anonymous.map((event) => ({ event })),
    }
  }
  return { outcome: ended ? 'pass' : 'pending', reason, evidence }
}
