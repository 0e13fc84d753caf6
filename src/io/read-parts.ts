import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import type { LogBuilder } from '../log/build-log.ts'
import type { FileRows, Share } from '../log/file-rows.ts'
import type { RowPacket, Straddling } from '../log/log-parts.ts'
import type { LogFormat, Mapping } from '../log/mapping.ts'
import { type CsvLayout, type PartEnd, RowReader } from '../log/read-rows.ts'
import { findRecordStart } from '../log/record-start.ts'
import { HEAD_BYTES } from '../log/sniff.ts'
import type { FileSink } from './open-log.ts'
import { fileSinkOf } from './read-logs.ts'

/** Where a file is cut: part k reaches from `cuts[k]` to `cuts[k + 1]`. The last is the size of the file. */
export type Cuts = readonly number[]

export interface PartOptions {
  readonly mapping: Mapping
  readonly format?: LogFormat | undefined
  readonly cwd: string
}

/** What all parts of the files are together: by file the lines before the part, the hash of all of it. */
export interface JoinedParts {
  readonly lines: readonly number[]
  readonly hashes: readonly string[]
  readonly straddling: Straddling
}

/** What a part turned out to be; `hash`, of the whole file, is told by the reader of the first. */
export interface PartRead extends PartEnd {
  readonly bytes: number
  readonly hash: string
}

const CHUNK = 512 * 1024
/** How far a cut may be moved to where a record begins. */
const WINDOW = 1024 * 1024
/** The first reader also hashes the file: its part is smaller by so much of the others'. */
const HASHING = 0.04

/** Where to cut each of some files; undefined where one of them cannot be read in parts, or not at all. */
export function findAllCuts(
  paths: readonly string[],
  parts: number,
  options: PartOptions,
): readonly Cuts[] | undefined {
  const all: Cuts[] = []
  try {
    for (const path of paths) {
      const cuts = findCuts(path, parts, options)
      if (cuts === undefined) return undefined
      all.push(cuts)
    }
  } catch (error) {
    if (!isFileError(error)) throw error
    return undefined
  }
  return all
}

/**
 * Where to cut a file into so many parts that can be read each for itself; undefined: it must be read from its beginning
 * to its end (packed, no CSV, not UTF-8, no record seen to begin where it should be cut). Throws what the file system does.
 */
function findCuts(path: string, parts: number, options: PartOptions): Cuts | undefined {
  return withFile(path, options, (file) => {
    const { size } = fstatSync(file)
    const layout = layoutOf(file, options)
    if (layout === undefined) return undefined
    const cuts = [0]
    // Of the head all is guessed that can be: whoever reads the first part must see all of it.
    const first = Math.max(HEAD_BYTES, (size / parts) * (1 - HASHING * (parts - 1)))
    const each = (size - first) / (parts - 1)
    const window = new Uint8Array(WINDOW)
    for (let part = 1; part < parts; part++) {
      const from = Math.floor(first + each * (part - 1))
      const start = findRecordStart(window.subarray(0, fill(file, window, from)), layout)
      if (start === -1 || from + start < (cuts.at(-1) ?? 0)) return undefined
      cuts.push(from + start)
    }
    return [...cuts, size]
  })
}

/** Reads a part of each file into the rows of a builder; undefined where one cannot be read so after all. */
export function readParts(
  builder: LogBuilder,
  paths: readonly string[],
  cuts: readonly Cuts[],
  part: number,
  options: PartOptions,
): { readonly rows: readonly FileRows[]; readonly reads: readonly PartRead[] } | undefined {
  const rows: FileRows[] = []
  const reads: PartRead[] = []
  try {
    for (const [at, path] of paths.entries()) {
      const file = builder.file(path, options.mapping)
      file.part = part
      const read = readLogPart(path, fileSinkOf(file), cuts[at] ?? [], part, options)
      if (read === undefined) return undefined
      rows.push(file)
      reads.push(read)
    }
  } catch (error) {
    // What is wrong with a file is said by who reads all of it.
    if (!isFileError(error)) throw error
    return undefined
  }
  return { rows, reads }
}

/**
 * What comes before the parts of a file: lines, by part. undefined where the parts are not the file: one did not end where
 * a record does, the file was changed meanwhile, or its lines speak for another encoding.
 */
export function joinParts(reads: readonly (PartRead | undefined)[], cuts: Cuts): readonly number[] | undefined {
  const before: number[] = []
  let lines = 0
  let leaning = 0
  for (const [part, read] of reads.entries()) {
    const [from = 0, to = 0] = [cuts[part], cuts[part + 1]]
    if (!read?.isBetween || read.bytes !== (part === 0 ? cuts.at(-1) : to - from)) return undefined
    before.push(lines)
    lines += read.lines
    leaning += read.evidence.gb18030 - read.evidence.utf8
  }
  return leaning > 0 ? undefined : before
}

/** Puts into parts what is known of all of them together; gives the rows that the readers of others get. */
export function settleParts(
  builder: LogBuilder,
  rows: readonly FileRows[],
  { lines, hashes, straddling }: JoinedParts,
  { index, count }: Share,
): (RowPacket | undefined)[] {
  for (const [at, file] of rows.entries()) {
    file.shiftLines(lines[at] ?? 0)
    file.hash = hashes[at] ?? ''
  }
  return builder.takeAway(straddling, index, count)
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

/** Reads one part into a sink; undefined where it cannot be read so after all. Throws what the file system does. */
function readLogPart(
  path: string,
  sink: FileSink,
  cuts: Cuts,
  part: number,
  options: PartOptions,
): PartRead | undefined {
  return withFile(path, options, (file) => {
    const reader = createReader(sink, options, part > 0)
    const [from = 0, to = 0] = [cuts[part], cuts[part + 1]]
    if (part > 0) {
      pushHead(reader, file)
      if (reader.layout === undefined) return undefined
      reader.jump(from)
    }
    const buffer = new Uint8Array(CHUNK)
    const hash = part === 0 ? createHash('sha256') : undefined
    let at = from
    const isLast = part === cuts.length - 2
    // The first goes on to the end for the hash, the last to see whether the file has grown.
    const end = part === 0 || isLast ? Number.POSITIVE_INFINITY : to
    while (at < end) {
      const read = readSync(file, buffer, 0, Math.min(CHUNK, end - at), at)
      if (read === 0) break
      const bytes = buffer.subarray(0, read)
      hash?.update(bytes)
      if (at < to) reader.push(bytes.subarray(0, to - at))
      at += read
      if (reader.fault || reader.retryAs) return undefined
    }
    if (isLast) reader.end()
    else reader.endHead()
    if (reader.fault || reader.retryAs) return undefined
    const { isBetween, lines, evidence } = reader.endPart()
    return { isBetween: isBetween || isLast, lines, evidence, bytes: at - from, hash: hash?.digest('hex') ?? '' }
  })
}

function layoutOf(file: number, options: PartOptions): CsvLayout | undefined {
  const nothing = () => {}
  // Asked only whether it would take rows as bytes.
  const rows = { judges: true, idColumn: 0, unhashed: [], falls: () => false, isClean: () => false, owns: () => false }
  const takeBytes = () => ({ ...rows, row: () => false, isWhole: () => false })
  const sink: FileSink = { row: nothing, reject: nothing, note: nothing, restart: nothing, takeBytes }
  const reader = createReader(sink, options, true)
  return pushHead(reader, file) ? reader.layout : undefined
}

/** False where the file is packed. */
function pushHead(reader: RowReader, file: number): boolean {
  const head = new Uint8Array(HEAD_BYTES)
  const bytes = head.subarray(0, fill(file, head, 0))
  if (bytes[0] === 0x1f && (bytes.length < 2 || bytes[1] === 0x8b)) return false
  reader.push(bytes)
  reader.endHead()
  return true
}

function createReader(sink: FileSink, { mapping, format }: PartOptions, later: boolean): RowReader {
  return new RowReader(sink, { mapping, later, follows: later, ...(format === undefined ? {} : { format }) })
}

/** As many bytes as there are and have room. */
function fill(file: number, into: Uint8Array, from: number): number {
  let at = 0
  for (let read = -1; read !== 0 && at < into.length; at += read) {
    read = readSync(file, into, at, into.length - at, from + at)
  }
  return at
}

function withFile<T>(path: string, { cwd }: PartOptions, use: (file: number) => T): T {
  const file = openSync(resolve(cwd, path), 'r')
  try {
    return use(file)
  } finally {
    closeSync(file)
  }
}
