import { InputError } from '../diagnostic/input-error.ts'
import type { Log } from '../log/event.ts'
import { openLogs } from '../io/read-logs.ts'
import { readMapping } from '../io/read-mapping.ts'
import { openStoredLog } from '../io/store/sqlite-store.ts'
import { logOptionsOf } from '../log/build-log.ts'
import type { InteractionTable } from '../log/interaction-table.ts'
import { isMonthOrWeek } from '../log/iso-time.ts'
import { createTimeReader } from '../log/time.ts'
import { createZone, type Zone } from '../log/zone.ts'
import type { ProcessMap } from '../model/map.ts'
import type { CliContext } from './context.ts'
import type { LogArguments } from './log-options.ts'

/** Reads the interactions, their names bound to the current version of the map. */
export async function openLog(
  { logs, mapping, store, format }: LogArguments,
  map: ProcessMap | undefined,
  { cwd, stdin }: CliContext,
  { former = false }: { former?: boolean } = {},
): Promise<Log<InteractionTable>> {
  const binding = { ...(former ? { former } : {}), ...logOptionsOf(map) }
  if (store !== undefined) return openStoredLog(store, { ...binding, cwd })
  const read = {
    ...(mapping === undefined ? {} : { mapping: readMapping(mapping, cwd) }),
    ...(format === undefined ? {} : { format }),
  }
  return openLogs(logs, { ...binding, ...read, cwd, stdin })
}

/** The moment of `--as-of`: a time as logs may write it, local ones in the map's zone; a date alone is its last millisecond. */
export function parseAsOf(given: unknown, timezone: string | undefined): number | undefined {
  if (typeof given !== 'string') return undefined
  const zone = createZone(timezone ?? 'UTC')
  const midnight = createTimeReader(createZone('UTC')).read(`${given.trim()}T00:00`)
  const time = Number.isNaN(midnight) ? momentOf(given, zone) : lastMoment(midnight, zone)
  if (Number.isNaN(time)) {
    throw new InputError(
      { zh: `\`--as-of\` 的时间无法识别：\`${given}\``, en: `\`--as-of\` is no time: \`${given}\`` },
      { zh: '例如 2026-07-31 或 2026-07-31T18:00:00+08:00', en: 'such as 2026-07-31 or 2026-07-31T18:00:00+08:00' },
    )
  }
  return time
}

/** A month or a week is no moment, and which end of it is meant is not said. */
function momentOf(given: string, zone: Zone | undefined): number {
  return isMonthOrWeek(given.trim()) ? Number.NaN : createTimeReader(zone).read(given)
}

/** The last millisecond of the day with that midnight, which is given as if it were UTC. */
function lastMoment(midnight: number, zone: Zone | undefined): number {
  const next = midnight + 86_400_000
  return (zone?.toUtc(next) ?? next) - 1
}
