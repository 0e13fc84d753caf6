import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { root } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-loads-'))
afterAll(() => rmSync(folder, { recursive: true }))
const recorder = pathToFileURL(path.join(root, 'test/support/record-modules.mjs')).href

interface Loaded {
  /** Rooms of `src/`, each with the files of it. */
  readonly rooms: ReadonlyMap<string, readonly string[]>
  readonly packages: readonly string[]
  /** Native libraries. */
  readonly libraries: readonly string[]
}

/** What a command line really loads, in a process of its own: ES modules, CommonJS, native libraries. */
function loadedBy(...argv: string[]): Loaded {
  const run = spawnSync(process.execPath, ['--import', 'tsx', '--import', recorder, 'src/cli/main.ts', ...argv], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(run.status, run.stderr).toBe(0)
  const all = JSON.parse(/^LOADED (.*)$/m.exec(run.stderr)?.[1] ?? '[]') as string[]
  const rooms = new Map<string, string[]>()
  const packages = new Set<string>()
  for (const each of all) {
    const file = each.replace(/\?.*$/, '')
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]
    // tsx is how the test runs TypeScript.
    if (name !== undefined && !/^(tsx|esbuild|@esbuild\/.*|get-tsconfig)$/.test(name)) packages.add(name)
    const [, room, rest] = /.*\/src\/([^/]+)\/(.*)$/.exec(name === undefined ? file : '') ?? []
    if (room !== undefined && rest !== undefined) rooms.set(room, [...(rooms.get(room) ?? []), rest])
  }
  return { rooms, packages: [...packages].sort(), libraries: all.filter((each) => each.endsWith('.node')) }
}

test('--version loads the command line alone', () => {
  const { rooms, packages, libraries } = loadedBy('--version')
  expect([...rooms.keys()].sort()).toEqual(['cli', 'diagnostic'])
  expect(rooms.get('cli')?.filter((file) => file.startsWith('commands/'))).toEqual([])
  expect(packages).toEqual(['commander'])
  expect(libraries).toEqual([])
})

/** The rooms that `validate` may load, and of io and report what it may load of them. */
const ROOMS = ['cli', 'compare', 'diagnostic', 'draw', 'expr', 'flow', 'io', 'lint', 'load', 'model', 'report', 'text']
const FILES: Readonly<Record<string, readonly string[]>> = {
  draw: ['columns.ts'],
  io: ['digest.ts', 'files.ts', 'load-models.ts', 'make-folder.ts', 'result-file.ts'],
  report: ['context.ts', 'findings-pretty.ts', 'findings.ts'],
}
const PACKAGES = ['@marcbachmann/cel-js', 'ansi-regex', 'chalk', 'commander', 'get-east-asian-width', 'opencc-js', 're2js', 'string-width', 'strip-ansi', 'yaml'] // prettier-ignore

test('validate of a small map loads neither SQLite nor a browser nor any reader', () => {
  const { rooms, packages, libraries } = loadedBy('validate', 'maps/service-norms', '--lang', 'en')
  for (const room of rooms.keys()) expect(ROOMS, `src/${room}`).toContain(room)
  for (const [room, files] of Object.entries(FILES)) {
    for (const file of rooms.get(room) ?? []) expect(files, `src/${room}/${file}`).toContain(file)
  }
  expect(rooms.get('cli')?.filter((file) => file.startsWith('commands/'))).toEqual(['commands/validate.ts'])
  for (const name of packages) expect(PACKAGES).toContain(name)
  expect(libraries).toEqual([])
  expect(rooms.get('lint')?.length).toBeGreaterThan(50)
})

test('the same watch sees SQLite and the readers where they are loaded', () => {
  const store = path.join(folder, 'a.db')
  const hotline = 'maps/service-norms'
  const { rooms, packages, libraries } = loadedBy(
    'ingest',
    `${hotline}/logs/broken.csv`,
    '--map',
    hotline,
    '--store',
    store,
  )
  expect([...rooms.keys()]).toContain('log')
  expect(packages).toContain('better-sqlite3')
  expect(libraries.some((name) => name.includes('better_sqlite3'))).toBe(true)
})

test('conform with a net loads nothing of maps', () => {
  const repair = 'fixtures/conform/repair'
  const { rooms, packages, libraries } = loadedBy(
    'conform',
    '--model',
    `${repair}/model.pnml`,
    '--log',
    `${repair}/log.csv`,
  )
  for (const room of ['load', 'expr', 'text', 'compliance', 'score', 'lint'])
    expect([...rooms.keys()]).not.toContain(room)
  const terminal = ['ansi-regex', 'chalk', 'get-east-asian-width', 'string-width', 'strip-ansi']
  expect(packages.filter((name) => !terminal.includes(name))).toEqual(['commander', 'saxes', 'xmlchars'])
  expect(libraries).toEqual([])
})
