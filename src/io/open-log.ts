import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { InputError } from '../diagnostic/input-error.ts'
import type { Encoding } from '../log/encoding.ts'
import type { LogFormat, Mapping } from '../log/mapping.ts'
import { RowReader } from '../log/read-rows.ts'
import type { RowSink } from '../log/row.ts'

/** What is needed to open a log the user named. */
export interface OpenOptions {
  readonly mapping?: Mapping
  readonly format?: LogFormat
  /** Where relative paths begin; default: the process's working directory. */
  readonly cwd?: string
  /** What `-` stands for. */
  readonly stdin?: Readable
  /** Another reads the same file and decides on its hash and, by the whole of it, its encoding. */
  readonly follows?: boolean
  /** The encoding, where it is settled. */
  readonly encoding?: Encoding | undefined
}

/** Receives one file; `restart` voids all it got, because the file's encoding was guessed wrongly and it is read again. */
export interface FileSink extends RowSink {
  restart(): void
}

/** What a file turned out to be: SHA-256 of its bytes as they lie on the disk (of one who follows: nothing), rows in it. */
export interface FileRead {
  readonly hash: string
  readonly bytes: number
  readonly encoding: Encoding
  readonly read: number
}

const CHUNK = 1024 * 1024

/**
 * Streams one log through the row reader: plain or gzipped (seen by its first bytes, not by its name), `-` for standard
 * input. Throws InputError for a file that cannot be read, is broken as gzip, or is no log.
 */
export async function readLogFile(path: string, sink: FileSink, options: OpenOptions = {}): Promise<FileRead> {
  const open = opener(path, options)
  const { follows = false } = options
  let { encoding } = options
  for (;;) {
    const hash = createHash('sha256')
    let bytes = 0
    const reader = new RowReader(sink, {
      ...(options.mapping && { mapping: options.mapping }),
      ...(options.format && { format: options.format }),
      ...(encoding && { encoding }),
      follows,
    })
    for await (const chunk of gunzipped(
      tapped(open(), path, (chunk) => {
        bytes += chunk.length
        if (!follows) hash.update(chunk)
      }),
      path,
    )) {
      reader.push(chunk)
      if (reader.fault) break
    }
    reader.end()
    if (reader.retryAs) {
      encoding = reader.retryAs
      sink.restart()
      continue
    }
    const { fault } = reader
    if (fault) {
      throw new InputError({ zh: `${path}：${fault.message.zh}`, en: `${path}: ${fault.message.en}` }, fault.hint)
    }
    return { hash: follows ? '' : hash.digest('hex'), bytes, encoding: reader.encoding, read: reader.read }
  }
}

/** The bytes of a log, unpacked, from the beginning each time it is called. Throws as `readLogFile` does. */
export function openLogBytes(path: string, options: OpenOptions = {}): () => AsyncGenerator<Uint8Array> {
  const open = opener(path, options)
  return () =>
    gunzipped(
      tapped(open(), path, () => {}),
      path,
    )
}

/** Standard input comes but once: its bytes are kept, so that it can be read again as a file can. */
function opener(path: string, options: OpenOptions): () => AsyncIterable<Uint8Array> {
  if (path !== '-') {
    const file = resolve(options.cwd ?? '.', path)
    return () => createReadStream(file, { highWaterMark: CHUNK })
  }
  const { stdin } = options
  if (!stdin) throw new InputError({ zh: '没有标准输入', en: 'there is no standard input' })
  const kept: Uint8Array[] = []
  let finished = false
  return async function* () {
    yield* kept
    if (finished) return
    for await (const chunk of stdin) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array)
      kept.push(bytes)
      yield bytes
    }
    finished = true
  }
}

async function* tapped(
  source: AsyncIterable<Uint8Array>,
  path: string,
  seen: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of source) {
      seen(chunk)
      yield chunk
    }
  } catch (error) {
    throw cannotRead(path, error)
  }
}

async function* gunzipped(source: AsyncGenerator<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  const first = await firstBytes(source)
  async function* all(): AsyncGenerator<Uint8Array> {
    if (first.length > 0) yield first
    yield* source
  }
  // A file of one byte may be the first of a gzip.
  if (first[0] !== 0x1f || (first.length > 1 && first[1] !== 0x8b)) {
    yield* all()
    return
  }
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  const input = Readable.from(all(), { objectMode: false })
  input.once('error', (error) => gunzip.destroy(error))
  input.pipe(gunzip)
  let unpacked = 0
  try {
    for await (const chunk of gunzip) {
      unpacked += (chunk as Uint8Array).length
      yield chunk as Uint8Array
    }
  } catch (error) {
    if (error instanceof InputError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError(
      {
        zh: `${path}：gzip 数据在解压出 ${unpacked} 字节后损坏或中断（${reason}）`,
        en: `${path}: the gzip data is broken or cut short after ${unpacked} unpacked bytes (${reason})`,
      },
      { zh: '请重新获取此文件', en: 'fetch the file again' },
    )
  } finally {
    input.destroy()
    gunzip.destroy()
  }
}

/** At least two bytes, unless the source has fewer. */
async function firstBytes(source: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  let bytes: Uint8Array = new Uint8Array(0)
  while (bytes.length < 2) {
    const next = await source.next()
    if (next.done) break
    bytes = bytes.length === 0 ? next.value : Buffer.concat([bytes, next.value])
  }
  return bytes
}

function cannotRead(path: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return new InputError({ zh: `${path}：没有此文件`, en: `${path}: no such file` })
  if (code === 'EISDIR') {
    return new InputError({ zh: `${path}：是文件夹，不是日志文件`, en: `${path}: a folder, not a log` })
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new InputError({ zh: `${path}：无权读取`, en: `${path}: no permission to read it` })
  }
  const reason = error instanceof Error ? error.message : String(error)
  return new InputError({ zh: `${path}：无法读取（${reason}）`, en: `${path}: cannot be read (${reason})` })
}
