import type { Log } from '../../src/log/event.ts'
import { type ReadLogOptions, readLog } from '../../src/log/read-log.ts'

/** Reads one or several logs given as text or bytes; fails on a fault. */
export function readText(
  texts: string | Uint8Array | readonly (string | Uint8Array)[],
  options: ReadLogOptions = {},
): Log {
  const all = typeof texts === 'string' || texts instanceof Uint8Array ? [texts] : texts
  const { log, fault } = readLog(
    all.map((text, i) => ({ path: `log${i + 1}.csv`, bytes: bytesOf(text), hash: `hash of ${String(text)}` })),
    options,
  )
  if (!log) throw new Error(fault?.message.en ?? 'no log')
  return log
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text
}

/** Events of all interactions as short words: `case event time`. */
export function shortly(log: Log): string[] {
  return log.interactions.flatMap((one) =>
    one.events.map((event) =>
      [one.id, event.event, event.time === undefined ? '' : new Date(event.time).toISOString()].join(' ').trim(),
    ),
  )
}

/** Reads one log given in chunks. */
export function readChunks(chunks: readonly Uint8Array[]): ReturnType<typeof readLog> {
  return readLog([{ path: 'log.csv', bytes: chunks }])
}
