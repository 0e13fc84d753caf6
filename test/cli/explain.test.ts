import { describe, expect, it } from 'vitest'
import { LINT_RULES } from '../../src/lint/registry.ts'
import { listPages, readPage } from '../support/rule-page.ts'
import { touchmap } from '../support/run-cli.ts'

describe('touchmap explain', () => {
  it('prints what a rule means, in English and in Chinese, each with its own words alone', async () => {
    const en = await touchmap(['explain', 'choice-one-branch', '--lang', 'en'])
    expect(en).toMatchObject({ code: 0, stderr: '' })
    expect(en.stdout).toContain('choice-one-branch  warning\na choice of one branch\n')
    expect(en.stdout).toContain('Why\n\nNothing is chosen there.')
    expect(en.stdout).toContain('Found:\n  flows/answer.yaml:4:5-4:11  warning  choice\n  this choice has one branch')
    expect(en.stdout).not.toContain('只有一个分支')
    const zh = await touchmap(['explain', 'choice-one-branch', '--lang', 'zh'])
    expect(zh.stdout).toContain('只有一个分支的选择')
    expect(zh.stdout).toContain('有此发现：\n  # flows/answer.yaml')
    expect(zh.stdout).toContain('这个选择只有一个分支，没有可选的')
    expect(zh.stdout).not.toContain('this choice')
    expect(zh.stdout).not.toContain('```')
  })

  it('knows the rules of the loader by their ids', async () => {
    expect((await touchmap(['explain', 'yaml/tab', '--lang', 'en'])).stdout).toMatch(/^yaml\/tab {2}error\n/)
  })

  it('lists every rule that has a page once', async () => {
    const { stdout } = await touchmap(['explain', '--lang', 'en'])
    const listed = [...stdout.matchAll(/^ {2}(\S+) +(?:error|warning|info|off) {2,}\S/gm)].map(([, id]) => id)
    expect([...listed].sort()).toEqual(
      listPages()
        .map((name) => readPage(name).id)
        .sort(),
    )
    expect(listed.length).toBeGreaterThan(LINT_RULES.length)
  })

  it('names the nearest rule', async () => {
    const wrong = await touchmap(['explain', 'choice-one-brunch', '--lang', 'en'])
    expect(wrong).toMatchObject({ code: 2, stdout: '' })
    expect(wrong.stderr).toContain('there is no rule choice-one-brunch')
    expect(wrong.stderr).toContain('did you mean choice-one-branch')
  })
})
