import type { Match } from '../match/matcher.ts'
import { judgePair, type Timing } from './judge-pair.ts'
import { nameTarget, say } from './name-target.ts'
import type { Judgement, RuleContext } from './rule-kind.ts'

/** One ring and its pause: 1 s tone, 4 s silence. The catalogue's constant `ring` says otherwise. */
const RING_MS = 5_000

/**
 * A limit counted in rings (semantics §13): the attribute `rings` of the answer; else, where the log has `ring` events,
 * those between; else the time between, at the catalogue's `ring` each. Without an answer, rings heard beyond the limit
 * fail at once; otherwise time decides as with any limit.
 */
export function judgeRings(
  timing: Timing,
  most: number,
  start: Match,
  end: Match | undefined,
  context: RuleContext,
): Judgement {
  const { events } = context.matcher.interaction
  const until = end?.at ?? events.length
  const stated = end === undefined ? undefined : events[end.at]?.attributes['rings']
  const heard = events.some((event) => event.event === 'ring')
    ? events.filter((event, at) => event.event === 'ring' && at > start.at && at < until).length
    : undefined
  const count = typeof stated === 'number' ? stated : heard
  if (count !== undefined && (end !== undefined || count > most)) {
    const began = events[start.at]?.time
    const ended = end === undefined ? undefined : events[end.at]?.time
    const measured = began !== undefined && ended !== undefined && ended >= began ? ended - began : undefined
    return {
      outcome: count > most ? 'fail' : 'pass',
      reason: say((lang) => {
        const name = nameTarget(timing.to, context, lang)
        if (lang === 'zh') {
          const when = end === undefined ? `响铃 ${count} 声仍没有 ${name}` : `${name} 在响铃 ${count} 声后`
          return count > most ? `${when}，超过 ${most} 声` : `${when}，在 ${most} 声之内`
        }
        const rings = `${count} ${count === 1 ? 'ring' : 'rings'}`
        return end === undefined
          ? `${rings} without ${name} (limit ${most})`
          : `${name} came after ${rings} (limit ${most})`
      }),
      evidence: end === undefined ? [{ event: start.at }] : [{ event: start.at }, { event: end.at }],
      ...(measured === undefined ? {} : { measured }),
    }
  }
  const ring = context.matcher.map.catalog.constants.get('ring')
  const ms = most * (ring?.kind === 'ms' ? ring.ms : RING_MS)
  const began = events[start.at]?.time
  return judgePair(
    timing,
    began === undefined
      ? { unknown: () => ({ zh: '既无响铃次数也无时间', en: 'neither rings nor times are in the log' }) }
      : { at: began + ms, limit: () => ({ zh: `限 ${most} 声铃响`, en: `limit ${most} rings` }) },
    start,
    end,
    context,
  )
}
