import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../src/draw/columns.ts'
import { outputSchema } from '../support/output-schema.ts'
import { root, touchmap } from '../support/run-cli.ts'

const calls = 'fixtures/score/basic/calls.csv'
const map = ['--map', 'fixtures/score/basic/map']
const golden = (name: string) => path.join(root, 'fixtures/score/basic', name)

interface Inspected {
  verdict: string | null
  ended: string
  moves: { type: string; step?: string; deviation?: string; pairedWith?: number; event?: { line: number } }[]
  rules: { rule: string; outcome: string; evidence: { line: number; text?: string }[] }[]
}

describe('what it prints', () => {
  test.each([
    ['c-02', 'zh', 80],
    ['c-02', 'en', 80],
    ['c-02', 'en', 100],
    ['c-02', 'zh', 140],
    ['c-01', 'en', 80],
    ['c-04', 'zh', 80],
    ['c-06', 'en', 80],
    ['c-09', 'zh', 100],
  ])('%s in %s at %i columns', async (id, lang, columns) => {
    const run = await touchmap(['inspect', id, calls, ...map, '--lang', lang], { columns })
    await expect(run.stdout).toMatchFileSnapshot(golden(`inspect.${id}.${lang}.${columns}.txt`))
    expect([run.code, run.stderr]).toEqual([0, ''])
    for (const line of run.stdout.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(columns)
  })

  test.each(['pretty', 'json'])('a number in the role column is masked, as %s', async (format) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-inspect-'))
    const log = path.join(folder, 'role.csv')
    const rows = [
      'interaction,event,time,role,business,channel,brand',
      'r,x 13812345678,2026-07-03 09:00:00,13812345678,',
    ]
    writeFileSync(log, `${rows.join('\n')}bill-query,voice,gotone\n`)
    const run = await touchmap(['inspect', 'r', log, ...map, '--format', format])
    rmSync(folder, { recursive: true })
    expect([run.code, run.stdout]).toEqual([0, expect.stringContaining('138****78')])
    expect(run.stdout).not.toContain('13812345678')
  })

  test('what was said only when asked for', async () => {
    const silent = await touchmap(['inspect', 'c-02', calls, ...map])
    expect(silent.stdout).not.toContain('保证')
    const spoken = await touchmap(['inspect', 'c-02', calls, ...map, '--show-text'])
    expect(spoken.stdout).toContain('您好，保证便宜')
  })

  test('JSON as its schema says', async () => {
    const validate = outputSchema('inspect')
    for (const id of ['c-01', 'c-02', 'c-03', 'c-04', 'c-05', 'c-07', 'c-09']) {
      const run = await touchmap(['inspect', id, calls, ...map, '--format', 'json', '--show-text'])
      expect(validate(JSON.parse(run.stdout)), `${id} ${JSON.stringify(validate.errors)}`).toBe(true)
    }
  })

  test('both sides of what is wrong: the line of the flow and the line of the log', async () => {
    const { stdout } = await touchmap(['inspect', 'c-02', calls, ...map, '--format', 'json'])
    const { verdict, moves, rules } = JSON.parse(stdout) as Inspected
    expect(verdict).toBe('fail')
    const deviations = moves.flatMap((move) =>
      move.deviation === undefined ? [] : [[move.deviation, move.type, move.step, move.event?.line]],
    )
    expect(deviations).toEqual([
      ['outOfOrder', 'log', 'change', 10],
      ['unforeseen', 'log', undefined, 11],
      ['skipped', 'model', 'explain', undefined],
      ['outOfOrder', 'model', 'change', undefined],
    ])
    const pair = moves.flatMap((move, at) => (move.deviation === 'outOfOrder' ? [[at, move.pairedWith]] : []))
    expect(pair).toEqual([
      [2, 6],
      [6, 2],
    ])
    expect(
      rules
        .filter(({ outcome }) => outcome === 'fail')
        .map(({ rule, evidence }) => [rule, evidence.map((e) => e.line)]),
    ).toEqual([
      ['no-promise', [9]],
      ['plan-change/verify-first', [10, 12]],
      ['plan-change/verify/within', [8, 12]],
      ['plan-change/change/by', [10]],
      ['plan-change/change/records', [10]],
    ])
  })
})

describe('ids', () => {
  test('an unknown one is exit code 2, with near ones', async () => {
    const run = await touchmap(['inspect', 'c-2', calls, ...map])
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr: 'touchmap: there is no interaction `c-2` in the log\n  near ones: c-02, c-01, c-03, c-04, c-05\n',
    })
    const far = await touchmap(['inspect', 'something else', calls, ...map])
    expect(far.stderr).toBe('touchmap: there is no interaction `something else` in the log\n')
  })

  test('one that had not begun is said to be so', async () => {
    const run = await touchmap(['inspect', 'c-09', calls, ...map, '--as-of', '2026-07-03 10:30:00'])
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('had not begun')
  })

  test('without a log there is nothing to inspect', async () => {
    const run = await touchmap(['inspect', 'c-01', ...map])
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('no log is given')
  })
})
