// One of the threads over which `score` spreads a log: reads the log anew and judges its share of the interactions.
import { parentPort, workerData } from 'node:worker_threads'
import { LogBuilder } from '../log/build-log.ts'
import type { Mapping } from '../log/mapping.ts'
import type { LogAccount } from '../log/merge-shares.ts'
import type { Share } from '../log/file-rows.ts'
import type { MapHistory } from '../model/map.ts'
import { scoreShare } from '../score/score-log.ts'
import type { Tally } from '../score/tally.ts'
import { type FileRead, readLogFile, type OpenOptions } from './open-log.ts'
import { fileSinkOf } from './read-logs.ts'

/** What a thread is given. */
export interface ThreadTask {
  readonly history: MapHistory
  readonly paths: readonly string[]
  readonly share: Share
  readonly cwd: string
  readonly format?: OpenOptions['format']
  readonly mapping: Mapping
}

/** What a thread is told: how the main thread has read the next file; then the moment at which things are judged. */
export type ToThread = { readonly file: FileRead } | { readonly asOf: number | undefined }

/** What a thread says: its latest time; then all it found; or that a file was not the same as the main thread's. */
export type FromThread =
  | { readonly latestTime: number | undefined }
  | { readonly account: LogAccount; readonly tally: Tally }
  | { readonly changed: string }

const port = parentPort
if (port) {
  const told: ToThread[] = []
  let wake: (() => void) | undefined
  port.on('message', (message: ToThread) => {
    told.push(message)
    wake?.()
  })
  const next = async (): Promise<ToThread> => {
    for (;;) {
      const message = told.shift()
      if (message) return message
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  port.postMessage(await work(workerData as ThreadTask, next, (message) => port.postMessage(message)))
  port.close()
}

async function work(
  { history, paths, share, cwd, format, mapping }: ThreadTask,
  next: () => Promise<ToThread>,
  say: (message: FromThread) => void,
): Promise<FromThread> {
  const map = history.versions.at(-1)
  const builder = new LogBuilder(
    {
      ...(map === undefined ? {} : { catalog: map.catalog }),
      ...(map?.timezone === undefined ? {} : { timezone: map.timezone }),
    },
    share,
  )
  const options: OpenOptions = { mapping, cwd, ...(format === undefined ? {} : { format }) }
  for (const path of paths) {
    const rows = builder.file(path, mapping)
    let read = await readLogFile(path, fileSinkOf(rows), { ...options, follows: true })
    const message = await next()
    if (!('file' in message)) throw new Error('a file was to be told of')
    const { file } = message
    if (read.encoding !== file.encoding) {
      rows.clear()
      read = await readLogFile(path, fileSinkOf(rows), { ...options, follows: true, encoding: file.encoding })
    }
    if (read.bytes !== file.bytes) return { changed: path }
    rows.hash = file.hash
  }
  const log = builder.build()
  say({ latestTime: log.interactions.latestTime })
  const message = await next()
  if ('file' in message) throw new Error('the as-of time was to be told')
  const { files, rejects, notes, ties = 'file' } = log
  return { account: { files, rejects, notes, ties }, tally: scoreShare(history, log, message.asOf) }
}
