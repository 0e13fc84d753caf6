import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { compareText } from '../diagnostic/sort.ts'
import {
  type EarlierSource,
  type HistoryEntry,
  MAX_FILE_BYTES,
  type MapFile,
  type MapSource,
} from '../load/map-source.ts'

/** Files beyond this number are not listed: a map has dozens. */
const MAX_FILES = 20_000
const MAX_FOLDERS_DEEP = 24

/** A map's folder on the disk. Links are followed only where they stay inside it. Throws where the folder is not there. */
export function createFolderSource(root: string): MapSource {
  const real = realpathSync(root)
  return {
    read: (file) => readInside(real, file),
    list: () => listFiles(real),
    sha256,
    earlier: (entry) => openEarlier(real, entry),
  }
}

/** A map's folder in memory, for tests and for texts that are not on a disk. `earlier` gives the folders its history names. */
export function createMemorySource(
  files: Readonly<Record<string, string | Uint8Array>>,
  earlier: Readonly<Record<string, MapSource>> = {},
): MapSource {
  const byPath = new Map(Object.entries(files))
  return {
    read(file) {
      if (isOutside(file)) return { kind: 'outside' }
      const content = byPath.get(file)
      if (content === undefined) return { kind: 'missing' }
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      return bytes.length > MAX_FILE_BYTES ? { kind: 'large' } : { kind: 'file', bytes }
    },
    list: () => [...byPath.keys()].sort(compareText),
    sha256,
    earlier(entry) {
      const key = entry.kind === 'path' ? entry.path : `git:${entry.revision}`
      const source = Object.hasOwn(earlier, key) ? earlier[key] : undefined
      return source ? { kind: 'source', source, key } : missing(key)
    },
  }
}

/** SHA-256, hex, of the parts one after the other. */
export function sha256(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

function isOutside(file: string): boolean {
  return path.posix.isAbsolute(file) || path.win32.isAbsolute(file) || file.split(/[/\\]/).includes('..')
}

function readInside(root: string, file: string): MapFile {
  if (isOutside(file) || file.includes('\0')) return { kind: 'outside' }
  try {
    const real = realpathSync(path.join(root, file))
    if (!isWithin(root, real)) return { kind: 'outside' }
    const stat = statSync(real)
    if (!stat.isFile()) return { kind: stat.isDirectory() ? 'missing' : 'unreadable' }
    if (stat.size > MAX_FILE_BYTES) return { kind: 'large' }
    return { kind: 'file', bytes: readFileSync(real) }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return { kind: code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? 'missing' : 'unreadable' }
  }
}

function isWithin(root: string, file: string): boolean {
  const relative = path.relative(root, file)
  return relative !== '' && !path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..'
}

/** Links to folders are not entered, so no circle can arise; links to files are listed and judged when read. */
function listFiles(root: string): string[] {
  const files: string[] = []
  const visit = (folder: string, prefix: string, depth: number): void => {
    if (depth > MAX_FOLDERS_DEEP) return
    for (const entry of readFolder(folder)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || files.length >= MAX_FILES) continue
      if (entry.isDirectory()) visit(path.join(folder, entry.name), `${prefix}${entry.name}/`, depth + 1)
      else if (entry.isFile() || entry.isSymbolicLink()) files.push(prefix + entry.name)
    }
  }
  visit(root, '', 0)
  return files.sort(compareText)
}

function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name))
  } catch {
    return []
  }
}

function openEarlier(root: string, entry: HistoryEntry): EarlierSource {
  if (entry.kind === 'git') return openRevision(root, entry.revision)
  const folder = path.resolve(root, entry.path)
  try {
    if (!statSync(folder).isDirectory()) return missing(entry.path)
    return { kind: 'source', source: createFolderSource(folder), key: realpathSync(folder) }
  } catch {
    return missing(entry.path)
  }
}

function missing(name: string): EarlierSource {
  return {
    kind: 'missing',
    reason: { zh: `找不到以前的版本 \`${name}\``, en: `the earlier version \`${name}\` is not to be found` },
  }
}

/** A revision as users write it: a tag, branch, hash, with `~1` or `^`. Nothing git could take for an option. */
const REVISION = /^[A-Za-z0-9_][A-Za-z0-9_./~^-]{0,199}$/

/** The same folder at a revision. Read through `ls-tree` and `cat-file`, which run no hook, filter or shell. */
function openRevision(root: string, revision: string): EarlierSource {
  const absent = (zh: string, en: string): EarlierSource => ({ kind: 'missing', reason: { zh, en } })
  if (!REVISION.test(revision) || revision.includes('..')) {
    return absent(`\`${revision}\` 不是 git 版本的写法`, `\`${revision}\` is not the name of a git revision`)
  }
  const top = runGit(root, ['rev-parse', '--show-prefix'])
  const commit = runGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
  if (top === undefined || commit === undefined) {
    return absent(`git 里没有版本 \`${revision}\``, `git knows no revision \`${revision}\` here`)
  }
  const prefix = top.toString('utf8').trim()
  const hash = commit.toString('utf8').trim()
  const blobs = new Map<string, string>()
  for (const line of (runGit(root, ['ls-tree', '-r', '-z', '--full-tree', hash])?.toString('utf8') ?? '').split('\0')) {
    const match = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line)
    const name = match?.[2]
    if (match?.[1] && name?.startsWith(prefix)) blobs.set(name.slice(prefix.length), match[1])
  }
  if (!blobs.has('touchmap.yaml')) {
    return absent(`版本 \`${revision}\` 里没有这份地图`, `the revision \`${revision}\` does not hold this map`)
  }
  return { kind: 'source', key: `git:${root}:${hash}`, source: createRevisionSource(root, blobs) }
}

function createRevisionSource(root: string, blobs: ReadonlyMap<string, string>): MapSource {
  return {
    read(file) {
      if (isOutside(file)) return { kind: 'outside' }
      const blob = blobs.get(file)
      if (blob === undefined) return { kind: 'missing' }
      const bytes = runGit(root, ['cat-file', 'blob', blob])
      if (!bytes) return { kind: 'unreadable' }
      return bytes.length > MAX_FILE_BYTES ? { kind: 'large' } : { kind: 'file', bytes }
    },
    list: () => [...blobs.keys()].sort(compareText),
    sha256,
    earlier: (entry) => openEarlier(root, entry),
  }
}

function runGit(cwd: string, args: readonly string[]): Buffer | undefined {
  try {
    return execFileSync('git', ['-C', cwd, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
      timeout: 20_000,
    })
  } catch {
    return undefined
  }
}
