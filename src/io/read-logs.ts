import { LogBuilder, type LogOptions } from '../log/build-log.ts'
import type { Log } from '../log/event.ts'
import { NO_MAPPING } from '../log/mapping.ts'
import { type OpenOptions, readLogFile } from './open-log.ts'

export interface ReadLogsOptions extends LogOptions, OpenOptions {}

/**
 * Reads logs from files and `-`, as the user named them, into interactions bound to a catalogue. The order of the paths
 * does not matter. Throws InputError where a file cannot be read or is no log.
 */
export async function readLogs(paths: readonly string[], options: ReadLogsOptions = {}): Promise<Log> {
  const builder = new LogBuilder(options)
  for (const path of new Set(paths)) {
    const rows = builder.file(path, options.mapping ?? NO_MAPPING)
    const sink = {
      row: rows.row.bind(rows),
      reject: rows.reject.bind(rows),
      note: rows.note.bind(rows),
      restart: rows.clear.bind(rows),
    }
    const { hash } = await readLogFile(path, sink, options)
    rows.hash = hash
  }
  return builder.build()
}
