import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { outputSchema } from '../support/output-schema.ts'
import { root, touchmap } from '../support/run-cli.ts'

const maps = ['fixtures/compare/plan-2025', 'fixtures/compare/plan-2026']
const golden = (name: string): string => path.join(root, 'fixtures/compare', name)
const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-diff-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('touchmap diff', () => {
  it.each(['zh', 'en'])('tells in words what changed (%s)', async (lang) => {
    const { code, stdout, stderr } = await touchmap(['diff', ...maps, '--lang', lang])
    expect([code, stderr]).toEqual([0, ''])
    await expect(stdout).toMatchFileSnapshot(golden(`expected.${lang}.txt`))
  })

  it.each(['zh', 'en'])('and for a pull request (%s)', async (lang) => {
    const { stdout } = await touchmap(['diff', ...maps, '--lang', lang, '--format', 'markdown'])
    await expect(stdout).toMatchFileSnapshot(golden(`expected.${lang}.md`))
  })

  it('gives data as its schema says', async () => {
    const { stdout } = await touchmap(['diff', ...maps, '--format', 'json'])
    const validate = outputSchema('diff')
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true)
    await expect(stdout).toMatchFileSnapshot(golden('expected.json'))
  })

  it('sorts by whom a change hurts, and fails on the chosen ones', async () => {
    const { code, stdout } = await touchmap(['diff', ...maps, '--breaking', '--lang', 'en'])
    expect(code).toBe(1)
    await expect(stdout).toMatchFileSnapshot(golden('expected.breaking.en.txt'))
    expect((await touchmap(['diff', ...maps, '--breaking', 'codes'])).code).toBe(1)
    const same = await touchmap(['diff', maps[0] ?? '', maps[0] ?? '', '--breaking', '--lang', 'en'])
    expect([same.code, same.stdout.split('\n')[1]]).toEqual([0, 'Nothing changed.'])
  })

  it('compares git revisions, and one with the folder', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { stdio: 'pipe' })
    git('init', '-q')
    const map = path.join(folder, 'desk')
    cpSync(path.join(root, maps[0] ?? ''), map, { recursive: true })
    git('add', '.')
    git('commit', '-qm', 'one')
    const file = path.join(map, 'flow.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('limit: 20 s', 'limit: 10 s'))
    git('commit', '-qam', 'two')
    const lines = async (...argv: string[]) => {
      const { code, stdout, stderr } = await touchmap(['diff', ...argv, '--lang', 'en'], { cwd: map })
      return [code, stderr, stdout.split('\n')[0], stdout.split('\n')[1]]
    }
    const one = '1 change: Agents must retrain 1, Contacts served as before would fail 1'
    expect(await lines('HEAD~1', 'HEAD')).toEqual([0, '', 'HEAD~1 (plan-desk 2025.2) → HEAD (plan-desk 2025.2)', one])
    expect(await lines('HEAD~1')).toEqual([0, '', 'HEAD~1 (plan-desk 2025.2) → . (plan-desk 2025.2)', one])
    expect(await lines('HEAD')).toEqual([0, '', 'HEAD (plan-desk 2025.2) → . (plan-desk 2025.2)', 'Nothing changed.'])
    const unknown = await touchmap(['diff', 'nowhere', '--lang', 'en'], { cwd: map })
    expect([unknown.code, unknown.stdout]).toEqual([2, ''])
    expect(unknown.stderr).toContain('there is no folder nowhere, and git knows no revision `nowhere` here')
  })

  it('says what is wrong with a map, or with an option', async () => {
    const broken = await touchmap(['diff', 'fixtures/load/twenty', maps[0] ?? '', '--lang', 'en'])
    expect([broken.code, broken.stdout]).toEqual([2, ''])
    expect(broken.stderr).toContain('error')
    const option = await touchmap(['diff', ...maps, '--breaking', 'everybody', '--lang', 'en'])
    expect(option.code).toBe(2)
    expect(option.stderr).toContain('there are agents, contacts, codes')
  })
})

describe('touchmap changelog', () => {
  it.each(['zh', 'en'])('tells each version of the history, the newest first (%s)', async (lang) => {
    const { code, stdout, stderr } = await touchmap(['changelog', '--map', maps[1] ?? '', '--lang', lang])
    expect([code, stderr]).toEqual([0, ''])
    await expect(stdout).toMatchFileSnapshot(golden(`changelog.${lang}.md`))
  })
})
