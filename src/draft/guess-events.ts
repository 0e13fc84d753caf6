import type { Observation, SeenEvent, Variant } from './observe-log.ts'

/** Talk: nearly always with words, … */
const WITH_TEXT = 0.9
/** … by two roles at least, of which each has this share of it, … */
const ROLE_SHARE = 0.1
/** … and so often in an interaction that has it at all. */
const TURNS = 2

/**
 * Events that are turns of talk: they nearly always carry words, come twice or more in an interaction, and two roles
 * speak them, or one role whose words stand under no other name.
 */
export function guessSpeech({ events }: Observation): ReadonlySet<number> {
  const speech = new Set<number>()
  events.forEach((event, number) => {
    const { occurrences, interactions, withText, roles } = event
    if (occurrences < TURNS * interactions || withText < WITH_TEXT * occurrences) return
    const speakers = [...roles.values()].filter((times) => times >= ROLE_SHARE * occurrences).length
    if (speakers >= 2 || (speakers === 1 && isOnlyVoice(event, events))) speech.add(number)
  })
  return speech
}

/** Whether the words of the role that speaks here stand under no other event. */
function isOnlyVoice(event: SeenEvent, events: readonly SeenEvent[]): boolean {
  const [[role] = [-1, 0]] = [...event.roles].sort((a, b) => b[1] - a[1])
  return events.every((other) => other === event || other.withText === 0 || !other.roles.has(role))
}

/** An event is judged only where it is seen in this many interactions, beside others that it meets so often. */
const LEAST_MEETINGS = 5
/** It begins or ends this share of the interactions: nothing can come before or after it, so it says nothing of order. */
const AT_THE_ENDS = 0.9
/** On one side of the other event, or in turns with it, in this share of their meetings: their order is fixed. */
const FIXED = 0.9
/** An ambient event has a fixed order with at most this share of the events it meets. */
const BOUND = 0.25
/** An ambient event occurs in more than this share of the variants of the businesses that have it. */
const SPREAD = 0.5

/**
 * Events that have no place in any flow: in more than half of the variants of the businesses in which they occur, and in
 * order with hardly any of the events they meet. `variants` by business, without talk.
 */
export function guessAmbient({ events }: Observation, variants: readonly (readonly Variant[])[]): ReadonlySet<number> {
  const size = events.length
  const meetings = new Map<number, { met: number; before: number; after: number }>()
  const begins = new Float64Array(size)
  const closes = new Float64Array(size)
  const within = new Float64Array(size)
  const spread = new Float64Array(size)
  const possible = new Float64Array(size)
  let total = 0
  for (const business of variants) {
    const here = new Map<number, number>()
    for (const { word, interactions } of business) {
      total += interactions
      const [opening] = word
      const closing = word.at(-1)
      if (opening === undefined || closing === undefined) continue
      begins[opening] = (begins[opening] ?? 0) + interactions
      closes[closing] = (closes[closing] ?? 0) + interactions
      const places = new Map<number, number[]>()
      word.forEach((event, at) => {
        const own = places.get(event)
        if (own) own.push(at)
        else places.set(event, [at])
      })
      for (const [a, placesOfA] of places) {
        here.set(a, (here.get(a) ?? 0) + 1)
        within[a] = (within[a] ?? 0) + interactions
        for (const [b, placesOfB] of places) {
          if (a >= b) continue
          const key = a * size + b
          const pair = meetings.get(key) ?? { met: 0, before: 0, after: 0 }
          meetings.set(key, pair)
          pair.met += interactions
          const order = orderOf(placesOfA, placesOfB)
          if (order < 0) pair.before += interactions
          else if (order > 0) pair.after += interactions
        }
      }
    }
    for (const [event, times] of here) {
      spread[event] = (spread[event] ?? 0) + times
      possible[event] = (possible[event] ?? 0) + business.length
    }
  }
  const isAtEnd = (event: number): boolean =>
    (begins[event] ?? 0) >= AT_THE_ENDS * total || (closes[event] ?? 0) >= AT_THE_ENDS * total
  const ambient = new Set<number>()
  for (let event = 0; event < size; event++) {
    if ((within[event] ?? 0) < LEAST_MEETINGS || isAtEnd(event)) continue
    if ((spread[event] ?? 0) <= SPREAD * (possible[event] ?? 0)) continue
    let met = 0
    let fixed = 0
    for (let other = 0; other < size; other++) {
      if (other === event || isAtEnd(other)) continue
      const pair = meetings.get(Math.min(event, other) * size + Math.max(event, other))
      if (!pair || pair.met < LEAST_MEETINGS) continue
      met++
      if (Math.max(pair.before, pair.after) >= FIXED * pair.met) fixed++
    }
    if (met >= 2 && fixed <= BOUND * met) ambient.add(event)
  }
  return ambient
}

/**
 * -1 where a comes first and the two either keep apart or take turns, as in a loop; 1 where b does; 0 where they mix.
 * Places ascend.
 */
function orderOf(a: readonly number[], b: readonly number[]): number {
  const [firstA = 0, firstB = 0, lastA = 0, lastB = 0] = [a[0], b[0], a.at(-1), b.at(-1)]
  const [early, late] = firstA < firstB ? [a, b] : [b, a]
  const sign = early === a ? -1 : 1
  if (lastA < firstB || lastB < firstA) return sign
  // Once between two is no taking of turns.
  if (early.length !== late.length && (late.length < 2 || early.length !== late.length + 1)) return 0
  const takeTurns = late.every((at, i) => (early[i] ?? at) < at && at < (early[i + 1] ?? at + 1))
  return takeTurns ? sign : 0
}
