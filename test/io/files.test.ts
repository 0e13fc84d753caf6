import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFolderSource, createMemorySource, sha256 } from '../../src/io/files.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import { loadMap } from '../../src/load/load-map.ts'
import type { MapSource } from '../../src/load/map-source.ts'
import { readFolder } from '../load/support.ts'

const top = mkdtempSync(path.join(tmpdir(), 'touchmap-files-'))
const map = path.join(top, 'map')
const git = (...args: string[]) => execFileSync('git', ['-C', map, ...args], { stdio: 'pipe' })

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
}

function kindOf(source: MapSource, file: string): string {
  return source.read(file).kind
}

const pages = readFolder('pages')
const version = (number: string, effective: string, history = '') =>
  pages['touchmap.yaml']!.replace('version: "2"', `version: "${number}"`).replace(
    'effective: {from: 2026-07-01}',
    `effective: ${effective}\n${history}`,
  )

beforeAll(() => {
  write(map, { ...pages, 'touchmap.yaml': version('1', '{from: 2026-01-01, until: 2026-06-30}') })
  write(top, { 'secret.yaml': 'rules: {}\n', 'elsewhere/x.yaml': 'rules: {}\n' })
  symlinkSync('../secret.yaml', path.join(map, 'out.yaml'))
  symlinkSync('rules.yaml', path.join(map, 'inside.yaml'))
  symlinkSync('../elsewhere', path.join(map, 'linked'))
  symlinkSync('nowhere.yaml', path.join(map, 'dangling.yaml'))
  symlinkSync('.', path.join(map, 'circle'))
  mkdirSync(path.join(map, '.hidden'))
  write(map, { '.hidden/x.yaml': '', 'node_modules/x.yaml': '' })
})
afterAll(() => rmSync(top, { recursive: true }))

describe('a folder on the disk', () => {
  it('reads what is inside, also through links that stay inside', () => {
    const source = createFolderSource(map)
    expect(source.read('rules.yaml')).toEqual(source.read('inside.yaml'))
    expect(kindOf(source, 'flows/answer.yaml')).toBe('file')
    expect(kindOf(source, 'circle/circle/rules.yaml')).toBe('file')
  })

  it('never leaves the folder', () => {
    const source = createFolderSource(map)
    const outside = [
      '../secret.yaml',
      '/etc/passwd',
      'flows/../../secret.yaml',
      'out.yaml',
      'linked/x.yaml',
      'C:\\x',
      '..\\secret.yaml',
      'a\0b',
    ]
    expect(outside.map((file) => kindOf(source, file))).toEqual(outside.map(() => 'outside'))
  })

  it('says what cannot be read', () => {
    const source = createFolderSource(map)
    const missing = ['no.yaml', 'dangling.yaml', 'flows', 'rules.yaml/x', `${'x'.repeat(5_000)}.yaml`]
    expect(missing.map((file) => kindOf(source, file))).toEqual(missing.map(() => 'missing'))
    writeFileSync(path.join(map, 'large.yaml'), Buffer.alloc(5 * 1024 * 1024, 0x20))
    expect(kindOf(source, 'large.yaml')).toBe('large')
    rmSync(path.join(map, 'large.yaml'))
  })

  it('lists files sorted, without hidden folders, node_modules and what lies behind linked folders', () => {
    expect(createFolderSource(map).list()).toEqual([
      'catalog.yaml', 'circle', 'dangling.yaml', 'flows/answer.yaml', 'inside.yaml', 'lexicons.yaml', 'linked', 'out.yaml',
      'rules.yaml', 'scorecard.yaml', 'touchmap.yaml', 'touchpoints.yaml',
    ]) // prettier-ignore
  })

  it('reports a link that leads out where the include names it', () => {
    const other = path.join(top, 'linking')
    write(other, {
      ...pages,
      'touchmap.yaml': pages['touchmap.yaml']!.replace('flows/*.yaml', 'flows/*.yaml, "o*.yaml"'),
    })
    symlinkSync('../secret.yaml', path.join(other, 'out.yaml'))
    const { diagnostics } = loadMap(createFolderSource(other))
    expect(diagnostics.map(({ rule, place }) => [rule, place.range.start.line])).toEqual([['include-outside', 6]])
  })

  it('gives the same hash as the same files in memory', () => {
    const onDisk = loadMap(createFolderSource(map)).map
    const inMemory = loadMap(
      createMemorySource({ ...pages, 'touchmap.yaml': version('1', '{from: 2026-01-01, until: 2026-06-30}') }),
    ).map
    expect(onDisk?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(onDisk?.hash).toBe(inMemory?.hash)
    expect(sha256([Buffer.from('a'), Buffer.from('bc')])).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})

describe('earlier versions', () => {
  it('reads one from another folder', () => {
    const now = path.join(top, 'now')
    write(now, { ...pages, 'touchmap.yaml': version('2', '{from: 2026-07-01}', 'history: [{path: ../map}]') })
    const { history, diagnostics } = loadHistory(createFolderSource(now))
    expect(diagnostics).toEqual([])
    expect(history?.versions.map((each) => each.version)).toEqual(['1', '2'])
  })

  it('reads one from git, from a folder below the top of the repository', () => {
    git('init', '-q')
    git(
      'add',
      '-f',
      'touchmap.yaml',
      'catalog.yaml',
      'flows',
      'lexicons.yaml',
      'rules.yaml',
      'scorecard.yaml',
      'touchpoints.yaml',
    )
    git('-c', 'user.name=x', '-c', 'user.email=x@x', 'commit', '-qm', 'one')
    git('tag', 'v1')
    writeFileSync(path.join(map, 'touchmap.yaml'), version('2', '{from: 2026-07-01}', 'history: [{git: v1}]'))
    const { history, diagnostics } = loadHistory(createFolderSource(map))
    expect(diagnostics).toEqual([])
    expect(history?.versions.map((each) => each.version)).toEqual(['1', '2'])
    const source = createFolderSource(map).earlier({ kind: 'git', revision: 'v1' })
    expect(source.kind === 'source' && kindOf(source.source, '../secret.yaml')).toBe('outside')
  })

  it.each(['v2', '--help', '-x', 'v1;touch x', 'v1..v1', '$(id)', '', 'v1 ', '@{-1}'])(
    'refuses the revision %j',
    (revision) => {
      const found = createFolderSource(map).earlier({ kind: 'git', revision })
      expect(found.kind).toBe('missing')
    },
  )

  it('reports what is not there, twice there or broken, at its place', () => {
    const now = path.join(top, 'later')
    const broken = path.join(top, 'broken')
    write(broken, {
      ...pages,
      'touchmap.yaml': version('0', '{from: 2025-01-01, until: 2025-12-31}'),
      'rules.yaml': 'rules: 3\n',
    })
    const history = 'history:\n  - path: ../broken\n  - path: ../nowhere\n  - path: ../broken\n'
    write(now, { ...pages, 'touchmap.yaml': version('2', '{from: 2026-07-01}', history) })
    const { history: versions, diagnostics } = loadHistory(createFolderSource(now))
    expect(diagnostics.map(({ rule, place }) => `${rule} ${place.range.start.line}`)).toEqual([
      'version/broken 6',
      'include-missing 7',
      'include-cycle 8',
    ])
    expect(diagnostics[0]?.message.en).toContain('rules.yaml:1')
    expect(versions).toBeUndefined()
  })
})

describe('a folder in memory', () => {
  it('behaves as one on the disk', () => {
    const source = createMemorySource({ 'a/b.yaml': 'x', 'large.yaml': new Uint8Array(5 * 1024 * 1024) })
    expect(source.list()).toEqual(['a/b.yaml', 'large.yaml'])
    expect(['a/b.yaml', 'c.yaml', '../x', 'large.yaml'].map((file) => kindOf(source, file))).toEqual([
      'file', 'missing', 'outside', 'large',
    ]) // prettier-ignore
    expect(source.earlier({ kind: 'path', path: 'constructor' }).kind).toBe('missing')
  })
})
