import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

// Commands without `--map` work on the map in the nearest folder above with a touchmap.yaml.
let map: string
let deep: string
beforeAll(() => {
  map = path.join(realpathSync(mkdtempSync(path.join(os.tmpdir(), 'touchmap-nearest-'))), 'map')
  cpSync(path.join(root, 'maps/standard-communication'), map, { recursive: true })
  deep = path.join(map, 'flows/drafts/old')
  mkdirSync(deep, { recursive: true })
})
afterAll(() => rmSync(path.dirname(map), { recursive: true }))

const log = (): string => path.join(map, 'logs/right.csv')
const sheet = (): string => path.join(path.dirname(map), 'sheet.csv')
const earlier = path.join(root, 'maps/standard-communication')
/** Commands that can do without a map. */
const WITHOUT: ReadonlySet<string> = new Set(['doctor', 'ingest'])
/** They say how the map was named, or do not do the same twice. */
const ONCE: ReadonlySet<string> = new Set(['diff', 'ingest', 'what-if'])
const FIRST = 'C-hotline-general-1'

/** By command: what follows it, and how the map would be named otherwise. */
const RUNS: Readonly<Record<string, () => readonly [argv: readonly string[], named: readonly string[]]>> = {
  validate: () => [[], [map]],
  fmt: () => [['--check'], [map]],
  matrix: () => [[], ['--map', map]],
  show: () => [['standard-communication'], ['--map', map]],
  render: () => [
    ['--all', '--out', path.join(path.dirname(map), 'out')],
    ['--map', map],
  ],
  export: () => [
    ['standard-communication', '--format', 'pnml'],
    ['--map', map],
  ],
  ingest: () => [
    [log(), '--store', path.join(path.dirname(map), 'a.db')],
    ['--map', map],
  ],
  score: () => [
    [log(), '--format', 'json'],
    ['--map', map],
  ],
  conform: () => [
    ['--model', 'standard-communication', '--log', log()],
    ['--map', map],
  ],
  trend: () => [[log()], ['--map', map]],
  inspect: () => [
    [FIRST, log()],
    ['--map', map],
  ],
  test: () => [[], ['--map', map]],
  coverage: () => [[log()], ['--map', map]],
  diff: () => [[earlier], [map]],
  'what-if': () => [
    [log(), '--against', earlier],
    ['--map', map],
  ],
  changelog: () => [[], ['--map', map]],
  sample: () => [
    [log(), '--size', '1', '--out', sheet()],
    ['--map', map],
  ],
  review: () => [
    [sheet(), '--log', log()],
    ['--map', map],
  ],
  doctor: () => [
    ['--format', 'json'],
    ['--map', map],
  ],
}

it('every command that works on the nearest map is tried', async () => {
  const help = (await touchmap(['--help', '--lang', 'en'])).stdout
  const commands = [...help.matchAll(/^ {2}([a-z-]+) .*$/gm)].map(([, name = '']) => name)
  const nearest: string[] = []
  for (const name of commands.filter((each) => each !== '' && !each.startsWith('-'))) {
    const { stdout } = await touchmap([name, '--help', '--lang', 'en'])
    if (/nearest\s+(map|touchmap)/.test(stdout)) nearest.push(name)
  }
  expect(nearest.sort()).toEqual(Object.keys(RUNS).sort())
})

it.each(Object.keys(RUNS))('%s finds the map from a folder deep below it', async (command) => {
  const [argv, named] = RUNS[command]?.() ?? [[], []]
  const found = await touchmap([command, ...argv, '--lang', 'en'], { cwd: deep })
  expect([0, 1], found.stderr).toContain(found.code)
  const told = await touchmap([command, ...argv, ...named, '--lang', 'en'], { cwd: deep })
  expect(ONCE.has(command) ? { ...found, stdout: told.stdout } : found).toEqual(told)
  const lost = await touchmap([command, ...argv, '--lang', 'en'], { cwd: path.dirname(map) })
  if (!WITHOUT.has(command)) expect([lost.code, lost.stderr]).toEqual([2, expect.stringContaining('there is no touchmap.yaml here or in any folder above')]) // prettier-ignore
})
