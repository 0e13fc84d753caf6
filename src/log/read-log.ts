import { LogBuilder, type LogOptions, wholeLog } from './build-log.ts'
import type { Log } from './event.ts'
import type { FileRows } from './file-rows.ts'
import type { Encoding } from './encoding.ts'
import { type LogFormat, type Mapping, NO_MAPPING } from './mapping.ts'
import { type LogFault, RowReader } from './read-rows.ts'

/** A log in memory. `bytes` in one piece or in chunks, not compressed. */
export interface LogSource {
  readonly path: string
  readonly bytes: Uint8Array | readonly Uint8Array[]
  /** SHA-256, hex, when known: of two files with one hash the second adds nothing. */
  readonly hash?: string
}

export interface ReadLogOptions extends LogOptions {
  readonly mapping?: Mapping
  readonly format?: LogFormat
}

/**
 * Reads logs that are in memory. `fault` names the first that is no log; nothing is returned of the others then.
 *
 * @example
 * const { log } = readLog([{ path: 'log.csv', bytes: new TextEncoder().encode('case,event,time\n1,opened,2026-07-01T09:05:07Z\n') }])
 */
export function readLog(
  sources: readonly LogSource[],
  options: ReadLogOptions = {},
): { log?: Log; fault?: LogFault & { readonly path: string } } {
  const builder = new LogBuilder(options)
  for (const { path, bytes, hash } of sources) {
    const rows = builder.file(path, options.mapping ?? NO_MAPPING)
    rows.hash = hash ?? ''
    let encoding: Encoding | undefined
    for (;;) {
      const reader = createRowReader(rows, options, encoding)
      for (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) reader.push(chunk)
      reader.end()
      if (reader.retryAs) {
        encoding = reader.retryAs
        rows.clear()
        continue
      }
      if (reader.fault) return { fault: { ...reader.fault, path } }
      break
    }
  }
  return { log: wholeLog(builder.build()) }
}

function createRowReader(rows: FileRows, options: ReadLogOptions, encoding: Encoding | undefined): RowReader {
  return new RowReader(rows, {
    ...(options.mapping && { mapping: options.mapping }),
    ...(options.format && { format: options.format }),
    ...(encoding && { encoding }),
  })
}
