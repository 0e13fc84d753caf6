import { LogBuilder, type LogOptions, wholeLog } from '../log/build-log.ts'
import type { Log } from '../log/event.ts'
import type { InteractionTable } from '../log/interaction-table.ts'
import { NO_MAPPING } from '../log/mapping.ts'
import type { FileRows } from '../log/file-rows.ts'
import { type FileSink, type OpenOptions, readLogFile } from './open-log.ts'

export interface ReadLogsOptions extends LogOptions, OpenOptions {}

/**
 * Reads logs from files and `-`, as the user named them, into interactions bound to a catalogue. The order of the paths
 * does not matter. Throws InputError where a file cannot be read or is no log.
 */
export async function readLogs(paths: readonly string[], options: ReadLogsOptions = {}): Promise<Log> {
  return wholeLog(await openLogs(paths, options))
}

/** The same for logs of any size: interactions are made one by one, as they are asked for. */
export async function openLogs(
  paths: readonly string[],
  options: ReadLogsOptions = {},
): Promise<Log<InteractionTable>> {
  const builder = new LogBuilder(options)
  for (const path of new Set(paths)) {
    const rows = builder.file(path, options.mapping ?? NO_MAPPING)
    const { hash } = await readLogFile(path, fileSinkOf(rows), options)
    rows.hash = hash
  }
  return builder.build()
}

/** Puts what is read of a file into its rows. */
export function fileSinkOf(rows: FileRows): FileSink {
  return {
    row: rows.row.bind(rows),
    reject: rows.reject.bind(rows),
    note: rows.note.bind(rows),
    takeBytes: rows.takeBytes,
    restart: rows.clear.bind(rows),
  }
}
