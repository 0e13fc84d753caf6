import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-coverage-'))
afterAll(() => rmSync(folder, { recursive: true }))
const CASE = 'fixtures/text/heard'
const argv = ['coverage', `${CASE}/calls.csv`, '--map', `${CASE}/map`]
const golden = (name: string): string => path.join(root, CASE, name)

describe('touchmap coverage', () => {
  it.each([
    ['zh', 'pretty', 'expected.zh.txt', []],
    ['en', 'pretty', 'expected.en.txt', []],
    ['en', 'pretty', 'expected.never.en.txt', ['--never']],
    ['zh', 'markdown', 'expected.zh.md', []],
    ['en', 'json', 'expected.json', []],
    ['zh', 'csv', 'expected.csv', []],
  ])('prints in %s as %s: %s', async (lang, format, name, more) => {
    const run = await touchmap([...argv, '--lang', lang, '--format', format, ...more])
    expect([run.code, run.stderr]).toEqual([0, ''])
    await expect(run.stdout).toMatchFileSnapshot(golden(name))
  })

  it('prints no text of the log, and no id of a contact or an agent', async () => {
    for (const format of ['pretty', 'json', 'csv', 'markdown']) {
      const { stdout } = await touchmap([...argv, '--format', format])
      for (const word of ['小王', '小李', '退保', '利息', 'c-1', 'a07', 'robot']) expect(stdout).not.toContain(word)
    }
  })

  it('ends with 1 where less was heard than asked for, and writes several reports', async () => {
    const csv = path.join(folder, 'entries.csv')
    const limits = ['--fail-under', 'entries=0.6,exceptions=0.7,lexicons=0.8']
    const run = await touchmap([...argv, ...limits, '--lang', 'en', '--format', `csv=${csv}`, '--format', 'pretty'])
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('✓ entries 63.6% ≥ 60.0%\n✗ exceptions 60.0% < 70.0%\n✓ lexicons 83.3% ≥ 80.0%\n')
    expect(readFileSync(csv, 'utf8')).toBe(readFileSync(golden('expected.csv'), 'utf8'))
    expect((await touchmap([...argv, '--fail-under', 'entries=0.6'])).code).toBe(0)
  })

  it('looks at the lexicons named; where nothing can be heard no share is asked', async () => {
    const limits = ['--lexicon', 'fee', '--fail-under', 'exceptions=1']
    const run = await touchmap([...argv, ...limits, '--lang', 'en'])
    expect(run.code).toBe(0)
    expect(run.stdout).toContain('heard: lexicons 1/1, entries 2/3; exceptions that took effect 0/0')
  })

  it.each([
    [['--lexicon', 'gretting'], 'the map has no lexicon `gretting`\n  did you mean `greeting`'],
    [['--fail-under', 'entries=2'], '`entries=2` in `--fail-under` cannot be read'],
    [['--fail-under', 'words=0.5'], '`words=0.5` in `--fail-under` cannot be read'],
  ])('refuses %j', async (more, words) => {
    const run = await touchmap([...argv, '--lang', 'en', ...more])
    expect(run.code).toBe(2)
    expect(run.stdout).toBe('')
    expect(run.stderr).toContain(words)
  })
})
