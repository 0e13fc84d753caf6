import path from 'node:path'
import { expect, test } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

const folder = 'fixtures/score/plugin'
const map = ['--map', `${folder}/map`, '--lang', 'en']
const trusted = ['--plugin', `${folder}/most-turns.js`]
const log = `${folder}/contacts.csv`

const run = async (...argv: string[]) => touchmap([...argv, ...map], { columns: 100 })

test('score judges by a module that is named, and says of what it is not told', async () => {
  const named = await run('score', log, ...trusted)
  const unnamed = await run('score', log)
  await expect(named.stdout).toMatchFileSnapshot(path.join(root, folder, 'expected.score.txt'))
  await expect(unnamed.stdout).toMatchFileSnapshot(path.join(root, folder, 'expected.score.without.txt'))
})

test('inspect shows the events the module names', async () => {
  const { stdout, code } = await run('inspect', 'many', log, ...trusted, '--format', 'json')
  const { verdict, rules } = JSON.parse(stdout) as {
    verdict: string
    rules: { rule: string; outcome: string; reason: string; evidence: { line: number }[] }[]
  }
  expect([code, verdict]).toEqual([0, 'fail'])
  expect(
    rules.map(({ rule, outcome, reason, evidence }) => [rule, outcome, reason, evidence.map((each) => each.line)]),
  ).toEqual([['talk/brief', 'fail', '3 turns, at most 2', [6, 7, 8]]])
})

test('test runs its cases, and without the module none of them holds', async () => {
  expect(await run('test', ...trusted)).toMatchObject({ code: 0 })
  const unnamed = await run('test')
  expect(unnamed.code).toBe(1)
  expect(unnamed.stdout).toContain('the plug-in `most-turns` is not loaded')
})

test('trend and sample judge by it too', async () => {
  const { stdout } = await run('trend', log, '--per', 'day', '--format', 'json', ...trusted)
  const { charts } = JSON.parse(stdout) as { charts: { points: { period: string; pass: number; n: number }[] }[] }
  expect(charts[0]?.points.map(({ period, pass, n }) => [period, pass, n])).toEqual([
    ['2026-07-01', 1, 1],
    ['2026-07-02', 0, 1],
  ])
  const sheet = await run('sample', log, '--per', 'agent=2', ...trusted)
  expect(sheet.stdout).toContain('many,CO-AD,1,a1,talk/brief,in few words,fail,"3 turns, at most 2"')
})

test.each([
  ['missing.js', 'touchmap: the plug-in missing.js cannot be loaded'],
  [`${folder}/contacts.csv`, 'cannot be loaded'],
  ['vitest.config.ts', 'is no rule plug-in'],
])('%s is refused as a plug-in', async (module, told) => {
  const { code, stderr, stdout } = await run('score', log, '--plugin', module)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(told)
  expect(stderr).not.toContain('    at ')
})
