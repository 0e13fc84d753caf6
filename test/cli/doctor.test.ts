import { expect, it } from 'vitest'
import { checkHealth, isNodeAsked } from '../../src/cli/check-health.ts'
import type { CommandRun } from '../../src/cli/command.ts'
import type { Machine } from '../../src/io/examine-machine.ts'
import { touchmap } from '../support/run-cli.ts'

const machine: Machine = {
  node: '20.19.0',
  nodeAsked: '^20.19 || ^22.12 || >=24',
  sqlite: { version: '3.50.0' },
  browser: { path: '/usr/bin/chromium', version: 'Chromium 150' },
  chineseFont: 'Noto Sans CJK SC',
  zones: '2026a',
  git: '2.39.5',
}
const out = { write: () => {} }
const run = {
  context: { env: { LANG: 'zh_CN.UTF-8' }, stdout: out },
  lang: 'zh',
  color: false,
  width: 100,
  version: '1.0.0',
} as unknown as CommandRun
const statuses = (found: Machine, map: Parameters<typeof checkHealth>[1] = { root: '/map', errors: 0 }): string =>
  checkHealth(found, map, run)
    .filter(({ status }) => status !== 'ok')
    .map(({ id, status, advice }) => `${id} ${status}${advice ? '' : ' without advice'}`)
    .join()

it('finds nothing where nothing is amiss', () => {
  expect(statuses(machine)).toBe('')
})

it.each([
  [{ ...machine, node: '18.20.1' }, 'node problem'],
  [{ ...machine, sqlite: { reason: 'invalid ELF header' } }, 'sqlite problem'],
  [{ ...machine, zones: undefined }, 'time-zones problem'],
  [{ ...machine, browser: undefined, chineseFont: undefined, git: undefined }, 'browser note,fonts note,git note'],
  [{ ...machine, chineseFont: null }, ''],
])('what matters is a problem, the rest a note, each with what to do: %#', (found, expected) => {
  expect(statuses(found)).toBe(expected)
})

it('a map that is not there or has errors is a note', () => {
  expect(checkHealth(machine, undefined, run).find(({ id }) => id === 'map')?.advice?.zh).toContain('touchmap init')
  expect(statuses(machine, { root: '/map', errors: 3 })).toBe('map note')
})

it.each([
  ['20.18.9', false],
  ['20.19.0', true],
  ['21.9.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['23.0.0', false],
  ['24.0.0', true],
  ['25.1.0', true],
])('Node %s is asked for: %s', (version, expected) => {
  expect(isNodeAsked(version, machine.nodeAsked)).toBe(expected)
})

it('looks at this machine, in both languages', async () => {
  const en = await touchmap(['doctor', '--map', 'maps/standard-communication'])
  expect([en.code, en.stderr]).toEqual([0, ''])
  expect(en.stdout).toMatch(/^✓ touchmap +\d/)
  expect(en.stdout).toContain(`✓ Node           ${process.versions.node}\n`)
  expect(en.stdout).toMatch(/✓ SQLite +3\.\d+/)
  expect(en.stdout).toMatch(/\n\nno problems\n$/)
  const zh = await touchmap(['doctor', '--lang', 'zh'], { cwd: '/', env: { LANG: 'C', PATH: '' } })
  expect(zh.code).toBe(0)
  expect(zh.stdout).toContain(
    '· 地图      这里和上级目录里都没有\n            → touchmap init 可新建一张；或用 --map 指明\n',
  )
  expect(zh.stdout).toContain('LANG=C.UTF-8')
  expect((await touchmap(['doctor', '--map', 'nowhere'])).code).toBe(2)
})
