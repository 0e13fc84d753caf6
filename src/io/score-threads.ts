import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { InputError } from '../diagnostic/input-error.ts'
import { LogBuilder, logOptionsOf } from '../log/build-log.ts'
import { findStraddling } from '../log/log-parts.ts'
import { type Mapping, NO_MAPPING } from '../log/mapping.ts'
import { type LogAccount, mergeShares } from '../log/merge-shares.ts'
import type { MapHistory } from '../model/map.ts'
import { joinsContacts, scoreShare } from '../score/score-log.ts'
import { adoptTally, mergeTallies, type Tally } from '../score/tally.ts'
import { type OpenOptions, readLogFile } from './open-log.ts'
import { fileSinkOf } from './read-logs.ts'
import { findAllCuts, joinParts, readParts, settleParts } from './read-parts.ts'
import type { FromThread, ThreadTask, ToThread } from './score-thread.ts'

export interface ThreadOptions {
  readonly cwd: string
  readonly mapping?: Mapping
  readonly format?: OpenOptions['format']
  readonly asOf?: number | undefined
  /** How many threads share the work; default: as many as there are processors, of large logs alone, and at most four. */
  readonly threads?: number | undefined
  /** Whether what deviations go along with is gathered too. */
  readonly explains?: boolean
}

/** All that `score` has to say of a log, without its interactions. */
export interface SharedScore {
  readonly tally: Tally
  readonly account: LogAccount
  readonly asOf: number | undefined
}

/** From so many bytes on (packed ones count several times) a second thread is worth its start. */
const LARGE = 24 * 1024 * 1024
const PACKED = 8
const MOST_THREADS = 4
/** What a thread makes is mostly given up at once: more room for what is new would only lie there. */
const LIMITS = { maxYoungGenerationSizeMb: 24 }

/**
 * Scores a log on several threads: each reads a part of its files and judges the interactions in it, to which come those
 * rows that others have read of them; or where files have no parts, each reads all of them and keeps the interactions whose
 * ids fall to it. The sums are added. The result is that of one thread, to the byte. undefined where one thread is to do it: small logs,
 * standard input, and maps that judge a contact's interactions together, since these may fall to different threads.
 */
export async function scoreOnThreads(
  history: MapHistory,
  logs: readonly string[],
  options: ThreadOptions,
): Promise<SharedScore | undefined> {
  const paths = [...new Set(logs)]
  const count = Math.min(options.threads ?? threadsFor(paths, options.cwd), 64)
  if (count < 2 || paths.includes('-') || joinsContacts(history)) return undefined
  const { cwd, mapping = NO_MAPPING, format, explains = false } = options
  const cuts = findAllCuts(paths, count, { cwd, mapping, format })
  const task = {
    history,
    paths,
    cwd,
    mapping,
    explains,
    ...(format === undefined ? {} : { format }),
    ...(cuts && { cuts }),
  }
  const threads = Array.from({ length: count - 1 }, (_, i) => new Thread({ ...task, share: { index: i + 1, count } }))
  try {
    const builder = (await readPart(task, threads)) ?? (await readAll(task, threads))
    const log = builder.build()
    const latest = [log.interactions.latestTime]
    for (const thread of threads) {
      const said = await thread.hear()
      if (!('latestTime' in said)) throw new Error('a thread was to say its latest time')
      latest.push(said.latestTime)
    }
    const times = latest.filter((time) => time !== undefined)
    const asOf = options.asOf ?? (times.length === 0 ? undefined : Math.max(...times))
    for (const thread of threads) thread.tell({ asOf })
    const tallies = [scoreShare(history, log, asOf, explains)]
    const { files, rejects, notes, ties = 'file' } = log
    const accounts: LogAccount[] = [{ files, rejects, notes, ties }]
    for (const thread of threads) {
      const said = await thread.hear()
      if (!('tally' in said)) throw new Error('a thread was to say what it found')
      tallies.push(adoptTally(said.tally, history))
      accounts.push(said.account)
    }
    return { tally: mergeTallies(...tallies), account: mergeShares(accounts), asOf }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()))
  }
}

type Task = Omit<ThreadTask, 'share'>

/** The first part of each file, with the rows that others have read of its interactions; undefined: all are to read all. */
async function readPart(task: Task, threads: readonly Thread[]): Promise<LogBuilder | undefined> {
  const { paths, cuts, cwd, mapping, format } = task
  if (cuts === undefined) return undefined
  const share = { index: 0, count: threads.length + 1 }
  const builder = new LogBuilder(logOptionsOf(task.history.versions.at(-1)))
  const read = readParts(builder, paths, cuts, 0, { cwd, mapping, format })
  const all = [read?.reads]
  const ids: Uint32Array[] = [builder.idHashes()]
  for (const thread of threads) {
    const said = await thread.hear()
    if (!('reads' in said)) throw new Error('a thread was to say how it has read its part')
    all.push(said.reads)
    ids.push(said.ids)
  }
  const lines = paths.map((_, at) => {
    const own = cuts[at]
    return (
      own &&
      joinParts(
        all.map((reads) => reads?.[at]),
        own,
      )
    )
  })
  if (read === undefined || lines.includes(undefined)) {
    for (const thread of threads) thread.tell({ whole: true })
    return undefined
  }
  const hashes = read.reads.map(({ hash }) => hash)
  const straddling = findStraddling(ids)
  const joined = (part: number) => ({ lines: lines.map((own) => own?.[part] ?? 0), hashes, straddling })
  for (const [i, thread] of threads.entries()) thread.tell({ joined: joined(i + 1) })
  const packets = [settleParts(builder, read.rows, joined(0), share)]
  for (const thread of threads) {
    const said = await thread.hear()
    if (!('packets' in said)) throw new Error('a thread was to give away rows')
    packets.push([...said.packets])
  }
  for (const [i, thread] of threads.entries()) thread.tell({ packets: packets.map((own) => own[i + 1]) })
  for (const [part, own] of packets.entries()) if (own[0]) builder.bringIn(own[0], part)
  return builder
}

async function readAll(task: Task, threads: readonly Thread[]): Promise<LogBuilder> {
  const { paths, cwd, mapping, format } = task
  const builder = new LogBuilder(logOptionsOf(task.history.versions.at(-1)), { index: 0, count: threads.length + 1 })
  for (const path of paths) {
    const rows = builder.file(path, mapping)
    const file = await readLogFile(path, fileSinkOf(rows), {
      mapping,
      cwd,
      ...(format === undefined ? {} : { format }),
    })
    rows.hash = file.hash
    for (const thread of threads) thread.tell({ file })
  }
  return builder
}

function threadsFor(paths: readonly string[], cwd: string): number {
  let bytes = 0
  for (const path of paths) {
    const { size = 0 } = statSync(resolve(cwd, path), { throwIfNoEntry: false }) ?? {}
    bytes += /\.gz$/i.test(path) ? size * PACKED : size
  }
  return bytes < LARGE ? 1 : Math.min(availableParallelism(), MOST_THREADS)
}

/** A thread and the messages that have come from it. */
class Thread {
  readonly #worker: Worker
  readonly #said: FromThread[] = []
  #failure: Error | undefined
  #wake: (() => void) | undefined

  constructor(task: ThreadTask) {
    this.#worker = startThread(task)
    this.#worker.on('message', (message: FromThread) => {
      this.#said.push(message)
      this.#wake?.()
    })
    this.#worker.on('error', (error) => {
      this.#failure = error
      this.#wake?.()
    })
  }

  tell(message: ToThread): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage(message)
  }

  async hear(): Promise<FromThread> {
    for (;;) {
      if (this.#failure) throw this.#failure
      const said = this.#said.shift()
      if (said !== undefined && 'changed' in said) {
        const { changed } = said
        throw new InputError(
          { zh: `${changed}：读取期间文件有变化`, en: `${changed}: the file changed while it was read` },
          { zh: '请在写入结束后再试', en: 'try again once nothing writes to it' },
        )
      }
      if (said !== undefined) return said
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}

/** The thread's program, as it stands in `dist`; in `src` it is TypeScript, which its loader must be told to read first. */
function startThread(task: ThreadTask): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./score-thread.js', import.meta.url), { workerData: task, resourceLimits: LIMITS })
  }
  const program = new URL('./score-thread.ts', import.meta.url).href
  const loaded = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(program)})))`
  return new Worker(loaded, { workerData: task, eval: true, resourceLimits: LIMITS })
}
