import type { Log } from '../log/event.ts'
import type { InteractionTable } from '../log/interaction-table.ts'
import type { CommandRun } from './command.ts'
import type { LogArguments } from './log-options.ts'
import { openLog, parseAsOf } from './open-log.ts'
import { type OpenedMap, openMap } from './open-map.ts'

/** A map, its plug-ins, a log bound to it, and the moment at which it is judged: `--as-of`, else the log's latest time. */
export async function openMapAndLog(
  asked: LogArguments,
  options: Readonly<Record<string, unknown>>,
  run: CommandRun,
): Promise<OpenedMap & { readonly log: Log<InteractionTable>; readonly asOf: number | undefined }> {
  const opened = await openMap(options['map'] as string | undefined, run, options['plugin'] as string[] | undefined)
  const given = parseAsOf(options['asOf'], opened.map.timezone)
  const log = await openLog(asked, opened.map, run.context)
  return { ...opened, log, asOf: given ?? log.interactions.latestTime }
}
