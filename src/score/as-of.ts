import type { Interaction, LogEvent, Value } from '../log/event.ts'
import type { Catalog } from '../model/map.ts'

/** The latest time in the input, the default of `--as-of`; undefined when nothing has a time. */
export function latestTime(interactions: Iterable<Pick<Interaction, 'events'>>): number | undefined {
  let latest: number | undefined
  for (const { events } of interactions) {
    for (const { time } of events) if (time !== undefined && (latest === undefined || time > latest)) latest = time
  }
  return latest
}

/**
 * The interaction as it stood at `asOf`: events after it are treated as not yet there (semantics §13), and attributes
 * that only they carried are unknown. The same object when nothing is cut; undefined when nothing had happened yet.
 */
export function asItStood(
  interaction: Interaction,
  asOf: number | undefined,
  blank: readonly string[],
): Interaction | undefined {
  if (asOf === undefined) return interaction
  const events = interaction.events.filter((event) => event.time === undefined || event.time <= asOf)
  if (events.length === interaction.events.length) return interaction
  if (events.length === 0) return undefined
  return { ...interaction, events, attributes: attributesOf(interaction, events, blank) }
}

function attributesOf(
  interaction: Interaction,
  visible: readonly LogEvent[],
  blank: readonly string[],
): Record<string, Value> {
  const isKnown = (value: Value | undefined) =>
    value !== undefined && value !== null && !(typeof value === 'string' && isBlank(value, blank))
  const attributes = Object.create(null) as Record<string, Value>
  for (const [name, value] of Object.entries(interaction.attributes)) {
    const first = visible.find((event) => isKnown(event.attributes[name]))?.attributes[name]
    if (first !== undefined) attributes[name] = first
    // What no event carries was never part of a row (a constant of the mapping): it holds at any time.
    else if (!interaction.events.some((event) => isKnown(event.attributes[name]))) attributes[name] = value
  }
  return attributes
}

function isBlank(value: string, blank: readonly string[]): boolean {
  const trimmed = value.trim()
  return trimmed === '' || blank.includes(trimmed)
}

/**
 * Whether an interaction had ended by `asOf` (semantics §13): an event of `ends` occurred, or nothing has for `idle`.
 * Where the catalogue states neither, every interaction has ended; so has one that only `idle` could end in a log
 * without times, since no silence can be measured there.
 */
export function createEndTest(catalog: Catalog): (interaction: Interaction, asOf: number | undefined) => boolean {
  const { isEnd, hasEnded } = createEndRule(catalog)
  return ({ events }, asOf) =>
    hasEnded(
      events.some(({ event }) => isEnd(event)),
      () => latestTime([{ events }]),
      asOf,
    )
}

/** The same for who knows the events one by one. */
export interface EndRule {
  /** Whether an event ends an interaction. */
  isEnd(event: string): boolean
  /** `hasEnd`: some event is an end; `latest`: the latest time of any. */
  hasEnded(hasEnd: boolean, latest: () => number | undefined, asOf: number | undefined): boolean
}

export function createEndRule(catalog: Catalog): EndRule {
  const ends = new Set(catalog.ends)
  const idle = catalog.idle?.kind === 'ms' ? catalog.idle.ms : undefined
  return {
    isEnd: (event) => ends.has(event),
    hasEnded(hasEnd, latest, asOf) {
      if (hasEnd || (ends.size === 0 && idle === undefined)) return true
      if (idle === undefined) return false
      const last = latest()
      if (last === undefined || asOf === undefined) return ends.size === 0
      return asOf - last >= idle
    },
  }
}

/** Time from the first to the last event in whole milliseconds (S24.d); undefined when either has no time. */
export function handlingTime({ events }: Interaction): number | undefined {
  if (events[0]?.time === undefined || events.at(-1)?.time === undefined) return undefined
  let first = events[0].time
  let last = first
  for (const { time } of events) {
    if (time === undefined) continue
    if (time < first) first = time
    if (time > last) last = time
  }
  return handlingBetween(first, last)
}

/** Handling time from the earliest to the latest time of an interaction whose first and last event have one. */
export function handlingBetween(earliest: number, latest: number): number {
  return Math.round(latest - earliest)
}
