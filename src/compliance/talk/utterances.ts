import type { LogEvent } from '../../log/event.ts'

/** One turn of talk with the time it took, in milliseconds from any origin that all of an interaction share. */
export interface Utterance {
  /** 0-based position of its event. */
  readonly event: number
  readonly role?: string
  readonly begin: number
  readonly end: number
}

export interface Talk {
  /** By begin, then as in the log. */
  readonly timed: readonly Utterance[]
  /** Turns of talk of which the log does not say when they began or ended. */
  readonly untimed: readonly number[]
  /** Turns of talk of which the log does not say whose they are. */
  readonly anonymous: readonly number[]
  /** All turns of talk. */
  readonly turns: readonly number[]
}

/**
 * The turns of talk of an interaction: events the catalogue marks `speech`. A turn begins at its attribute `start`, else
 * at its time, and ends at its attribute `end`, else after its attribute `duration`. An end before its begin is no end.
 */
export function listTalk(events: readonly LogEvent[]): Talk {
  const timed: Utterance[] = []
  const untimed: number[] = []
  const anonymous: number[] = []
  const turns: number[] = []
  events.forEach((event, at) => {
    if (!event.speech) return
    turns.push(at)
    if (event.role === undefined) anonymous.push(at)
    const begin = numberOf(event, 'start') ?? event.time
    const length = numberOf(event, 'duration')
    const end = numberOf(event, 'end') ?? (begin === undefined || length === undefined ? undefined : begin + length)
    if (begin === undefined || end === undefined || end < begin) untimed.push(at)
    else timed.push({ event: at, ...(event.role === undefined ? {} : { role: event.role }), begin, end })
  })
  timed.sort((a, b) => a.begin - b.begin || a.event - b.event)
  return { timed, untimed, anonymous, turns }
}

function numberOf(event: LogEvent, attribute: string): number | undefined {
  const value = event.attributes[attribute]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** One who begins while another speaks. */
export interface Interruption {
  readonly by: Utterance
  readonly of: Utterance
  readonly overlap: number
}

/**
 * Turns of those meant that begin while somebody in another role speaks, both at once for more than `least` milliseconds.
 * Each counts once, against the one who had been speaking longest.
 */
export function findInterruptions(
  timed: readonly Utterance[],
  isMeant: (role: string | undefined) => boolean,
  least: number,
): Interruption[] {
  const found: Interruption[] = []
  let speaking: Utterance[] = []
  for (const by of timed) {
    speaking = speaking.filter(({ end }) => end > by.begin)
    if (isMeant(by.role)) {
      const of = speaking.find(
        (other) => other.role !== by.role && other.begin < by.begin && Math.min(other.end, by.end) - by.begin > least,
      )
      if (of) found.push({ by, of, overlap: Math.min(of.end, by.end) - by.begin })
    }
    speaking.push(by)
  }
  return found
}

/** A stretch in which nobody speaks, between two turns. */
export interface Silence {
  readonly after: Utterance
  readonly before: Utterance
  readonly length: number
}

/** The silences between the first turn and the end of the last, in order. */
export function findSilences(timed: readonly Utterance[]): Silence[] {
  const found: Silence[] = []
  let latest: Utterance | undefined
  for (const next of timed) {
    if (latest && next.begin > latest.end) {
      found.push({ after: latest, before: next, length: next.begin - latest.end })
    }
    if (latest === undefined || next.end > latest.end) latest = next
  }
  return found
}

/** Milliseconds from the first begin to the last end; 0 without turns. */
export function lengthOfTalk(timed: readonly Utterance[]): number {
  const [first] = timed
  return first === undefined ? 0 : timed.reduce((last, { end }) => Math.max(last, end), first.end) - first.begin
}

/** Milliseconds in which one of these turns is spoken; two at once count once. */
export function spokenTime(turns: readonly Utterance[]): number {
  let total = 0
  let until = -Infinity
  for (const { begin, end } of turns) {
    total += Math.max(0, end - Math.max(begin, until))
    until = Math.max(until, end)
  }
  return total
}
