import type { LogEvent } from '../../log/event.ts'
import { formatDuration } from '../../model/format-duration.ts'
import type { Bounds, TurnTakingSpec } from '../../model/rules/turn-taking.ts'
import { foldText } from '../../text/fold-text.ts'
import { say } from '../name-target.ts'
import type { Evidence, Judgement, Outcome } from '../rule-kind.ts'
import { findInterruptions, findSilences, lengthOfTalk, spokenTime, type Talk } from './utterances.ts'

/** What the parts of a rule on turn-taking look at. */
export interface Conversation {
  readonly talk: Talk
  readonly events: readonly LogEvent[]
  /** Whether it is somebody the rule means. */
  readonly isMeant: (role: string | undefined) => boolean
  /** The rule means everybody. */
  readonly isForAll: boolean
  readonly ended: boolean
}

/** Interruptions by those meant. What the log lacks can only hide more of them. */
export function judgeInterruptions(
  { atMost, overlap }: NonNullable<TurnTakingSpec['interruptions']>,
  { talk, isMeant, ended }: Conversation,
): Judgement {
  const found = findInterruptions(talk.timed, isMeant, overlap)
  const evidence = found.flatMap(({ by, of }) => [{ event: of.event }, { event: by.event }])
  const reason = say((lang) => {
    const count = found.length
    if (lang === 'zh') return count === 0 ? '没有插话' : `插话 ${count} 次，至多 ${atMost} 次`
    return count === 0
      ? 'no interruptions'
      : `${count} ${count === 1 ? 'interruption' : 'interruptions'}, at most ${atMost}`
  })
  if (found.length > atMost) return { outcome: 'fail', reason, evidence }
  return lacking(talk, talk.anonymous) ?? { outcome: ended ? 'pass' : 'pending', reason, evidence }
}

/** Silences: each, all together, and their share. Nothing to do with who speaks. */
export function judgeSilence(
  { longest, total, share }: NonNullable<TurnTakingSpec['silence']>,
  { talk, ended }: Conversation,
): Judgement {
  const lack = lacking(talk, [])
  if (lack) return lack
  const silences = findSilences(talk.timed)
  const all = silences.reduce((sum, { length }) => sum + length, 0)
  const most = silences.reduce((max, { length }) => Math.max(max, length), 0)
  const whole = lengthOfTalk(talk.timed)
  const part = whole === 0 ? 0 : all / whole
  const long = silences.filter(({ length }) => length > (longest ?? Infinity))
  const tooMuch = all > (total ?? Infinity)
  const tooGreat = part > (share ?? Infinity)
  const evidence = (long.length > 0 ? long : silences.filter(({ length }) => length === most)).flatMap(
    ({ after, before }): Evidence[] => [{ event: after.event }, { event: before.event }],
  )
  const decided = long.length > 0 || tooMuch || (tooGreat && ended)
  return {
    outcome: decided ? 'fail' : ended ? 'pass' : 'pending',
    reason: say((lang) => {
      const zh = lang === 'zh'
      const parts: string[] = []
      if (longest !== undefined) {
        const [is, may] = [formatDuration(most, lang), formatDuration(longest, lang)]
        parts.push(zh ? `最长静默 ${is}（至多 ${may}）` : `longest silence ${is} (at most ${may})`)
      }
      if (total !== undefined) {
        const [is, may] = [formatDuration(all, lang), formatDuration(total, lang)]
        parts.push(zh ? `静默合计 ${is}（至多 ${may}）` : `${is} of silence (at most ${may})`)
      }
      if (share !== undefined) {
        const [is, may] = [percent(part), percent(share)]
        parts.push(zh ? `静默占 ${is}（至多 ${may}）` : `${is} silence (at most ${may})`)
      }
      return parts.join(zh ? '，' : ', ')
    }),
    evidence,
    measured: most,
  }
}

/** The share of the spoken time that is theirs; two at once count for each. */
export function judgeShare(bounds: Bounds, { talk, events, isMeant, ended }: Conversation): Judgement {
  const lack = lacking(talk, talk.anonymous)
  if (lack) return lack
  const roles = [...new Set(talk.timed.map(({ role }) => role))]
  let own = 0
  let all = 0
  for (const role of roles) {
    const time = spokenTime(talk.timed.filter((turn) => turn.role === role))
    all += time
    if (isMeant(role)) own += time
  }
  if (all === 0) return NO_TIME
  const value = own / all
  const said = talk.turns.filter((at) => isMeant(events[at]?.role))
  return judgeBounds(
    value,
    bounds,
    ended,
    said,
    (lang, is, low, high) =>
      lang === 'zh' ? `说话占比 ${is}（${range(lang, low, high)}）` : `${is} of the talk (${range(lang, low, high)})`,
    percent,
  )
}

/** Characters (or words of scripts that have them) a minute of their own speaking; signs and spaces do not count. */
export function judgeSpeed(
  { unit, ...bounds }: NonNullable<TurnTakingSpec['speed']>,
  { talk, events, isMeant, isForAll, ended }: Conversation,
): Judgement {
  const own = talk.timed.filter(({ role }) => isMeant(role))
  const lack = lacking(talk, isForAll ? [] : talk.anonymous)
  if (lack) return lack
  const silent = own.filter(({ event }) => (events[event]?.text ?? '').trim() === '')
  if (silent.length > 0) {
    return {
      outcome: 'notEvaluated',
      reason: () => ({ zh: '缺少文本，无法计算语速', en: 'text is missing, so no speed can be told' }),
      evidence: silent.map(({ event }) => ({ event })),
    }
  }
  const time = own.reduce((sum, { begin, end }) => sum + end - begin, 0)
  if (time === 0) return NO_TIME
  const size = own.reduce((sum, { event }) => sum + sizeOf(events[event]?.text ?? '', unit), 0)
  return judgeBounds(
    (size * 60_000) / time,
    bounds,
    ended,
    own.map(({ event }) => event),
    (lang, is, low, high) => {
      const name = { characters: { zh: '字', en: 'characters' }, words: { zh: '词', en: 'words' } }[unit][lang]
      return lang === 'zh'
        ? `每分钟 ${is} ${name}（${range(lang, low, high)}）`
        : `${is} ${name} a minute (${range(lang, low, high)})`
    },
    (value) => value.toFixed(0),
  )
}

function sizeOf(text: string, unit: 'characters' | 'words'): number {
  const folded = foldText(text).text
  if (unit === 'characters') return [...folded].filter((character) => character !== ' ').length
  return folded === '' ? 0 : folded.split(' ').length
}

/** Not evaluated when the log does not say when, or by whom, something was said; undefined when it does. */
function lacking({ untimed }: Talk, anonymous: readonly number[]): Judgement | undefined {
  if (untimed.length > 0) {
    return {
      outcome: 'notEvaluated',
      reason: () => ({
        zh: '记录没有每句话的起止时间，无法判断',
        en: 'the log does not tell when each turn began and ended',
      }),
      evidence: untimed.map((event) => ({ event })),
    }
  }
  if (anonymous.length === 0) return undefined
  return {
    outcome: 'notEvaluated',
    reason: () => ({ zh: '记录没有说话人的角色', en: 'the log does not tell by which role each turn was said' }),
    evidence: anonymous.map((event) => ({ event })),
  }
}

const NO_TIME: Judgement = {
  outcome: 'notEvaluated',
  reason: () => ({ zh: '记录的话都没有时长', en: 'no turn of the log takes any time' }),
  evidence: [],
}

function judgeBounds(
  value: number,
  { atLeast, atMost }: Bounds,
  ended: boolean,
  events: readonly number[],
  tell: (lang: 'zh' | 'en', is: string, low: string | undefined, high: string | undefined) => string,
  format: (value: number) => string,
): Judgement {
  const holds = value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity)
  const outcome: Outcome = !ended ? 'pending' : holds ? 'pass' : 'fail'
  const wordBound = (bound: number | undefined) => (bound === undefined ? undefined : format(bound))
  return {
    outcome,
    reason: say((lang) => tell(lang, format(value), wordBound(atLeast), wordBound(atMost))),
    evidence: holds ? [] : events.map((event) => ({ event })),
  }
}

function range(lang: 'zh' | 'en', low: string | undefined, high: string | undefined): string {
  const zh = lang === 'zh'
  if (low !== undefined && high !== undefined)
    return zh ? `应在 ${low} 到 ${high} 之间` : `between ${low} and ${high} asked for`
  if (low !== undefined) return zh ? `至少 ${low}` : `at least ${low}`
  return zh ? `至多 ${high ?? ''}` : `at most ${high ?? ''}`
}

/** One decimal, so that 33.3 % is not read as a third. */
function percent(value: number): string {
  return `${(value * 100).toFixed(1)}%`
}
