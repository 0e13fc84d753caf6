// One of the threads over which `score` spreads a log: reads its part, or all where it has no parts, and judges its share.
import { parentPort, workerData } from 'node:worker_threads'
import { LogBuilder, logOptionsOf } from '../log/build-log.ts'
import type { RowPacket } from '../log/log-parts.ts'
import type { Mapping } from '../log/mapping.ts'
import type { LogAccount } from '../log/merge-shares.ts'
import type { Share } from '../log/file-rows.ts'
import type { MapHistory } from '../model/map.ts'
import { scoreShare } from '../score/score-log.ts'
import type { Tally } from '../score/tally.ts'
import { type FileRead, readLogFile, type OpenOptions } from './open-log.ts'
import { fileSinkOf } from './read-logs.ts'
import { type Cuts, type JoinedParts, type PartRead, readParts, settleParts } from './read-parts.ts'

/** What a thread is given. */
export interface ThreadTask {
  readonly history: MapHistory
  readonly paths: readonly string[]
  readonly share: Share
  readonly cwd: string
  readonly format?: OpenOptions['format']
  readonly mapping: Mapping
  readonly explains: boolean
  /** Where the files are cut into parts, one for each thread; none where each thread is to read all. */
  readonly cuts?: readonly Cuts[]
}

/**
 * What a thread is told: of parts, what is known of all of them together, then the rows that others have read of its
 * interactions; or that each thread is to read all after all, and then how the main thread has read the next file. In the
 * end the moment at which things are judged.
 */
export type ToThread =
  | { readonly joined: JoinedParts }
  | { readonly packets: readonly (RowPacket | undefined)[] }
  | { readonly whole: true }
  | { readonly file: FileRead }
  | { readonly asOf: number | undefined }

/**
 * What a thread says: how it has read its parts, and the hashes of the ids in them; the rows that others get; its latest
 * time; all it found; or that a file was not the same as the main thread's.
 */
export type FromThread =
  | { readonly reads: readonly PartRead[] | undefined; readonly ids: Uint32Array }
  | { readonly packets: readonly (RowPacket | undefined)[] }
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
  task: ThreadTask,
  next: () => Promise<ToThread>,
  say: (message: FromThread) => void,
): Promise<FromThread> {
  const { history } = task
  const builder = (await readPart(task, next, say)) ?? (await readAll(task, next))
  if ('changed' in builder) return builder
  const log = builder.build()
  say({ latestTime: log.interactions.latestTime })
  const message = await next()
  if (!('asOf' in message)) throw new Error('the as-of time was to be told')
  const { files, rejects, notes, ties = 'file' } = log
  return { account: { files, rejects, notes, ties }, tally: scoreShare(history, log, message.asOf, task.explains) }
}

/** Its part of each file, with the rows that others have read of its interactions; undefined: it is to read all. */
async function readPart(
  task: ThreadTask,
  next: () => Promise<ToThread>,
  say: (message: FromThread) => void,
): Promise<LogBuilder | undefined> {
  const { paths, cuts, share, format, mapping, cwd } = task
  if (cuts === undefined) return undefined
  const builder = new LogBuilder(logOptionsOf(task.history.versions.at(-1)))
  const read = readParts(builder, paths, cuts, share.index, { mapping, cwd, format })
  say({ reads: read?.reads, ids: builder.idHashes() })
  const message = await next()
  if (read === undefined || !('joined' in message)) return undefined
  say({ packets: settleParts(builder, read.rows, message.joined, share) })
  const brought = await next()
  if (!('packets' in brought)) throw new Error('the rows of others were to come')
  for (const [part, packet] of brought.packets.entries()) if (packet) builder.bringIn(packet, part)
  return builder
}

async function readAll(task: ThreadTask, next: () => Promise<ToThread>): Promise<LogBuilder | { changed: string }> {
  const { paths, share, cwd, format, mapping } = task
  const builder = new LogBuilder(logOptionsOf(task.history.versions.at(-1)), share)
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
  return builder
}
