import { createZone } from '../log/zone.ts'
import { nextDay } from '../model/day.ts'
import type { MapHistory, ProcessMap } from '../model/map.ts'

/** Why no version can be named. */
export type NoVersion = 'noMapInForce' | 'noTime'

/**
 * Finds the version in force at a moment (semantics §14): `from` begins at 00:00, `until` ends with the day, both in
 * the version's own time zone (UTC where the map names none). Without a moment the only version is taken, since no
 * other can be meant; of several none is chosen.
 */
export function createVersionFinder(history: MapHistory): (time: number | undefined) => ProcessMap | NoVersion {
  const spans = history.versions.map((map) => {
    const zone = map.timezone ?? 'UTC'
    const { from, until } = map.effective
    return {
      map,
      start: startOfDay(from, zone),
      end: until === undefined ? Number.POSITIVE_INFINITY : startOfDay(nextDay(until), zone),
    }
  })
  return (time) => {
    if (time === undefined) return spans.length === 1 && spans[0] ? spans[0].map : 'noTime'
    return spans.find((span) => span.start <= time && time < span.end)?.map ?? 'noMapInForce'
  }
}

/** The first millisecond of an ISO date in a time zone; where a change of clocks skips midnight, the first after it. */
export function startOfDay(date: string, zone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  return createZone(zone)?.toUtc(midnight) ?? midnight
}
