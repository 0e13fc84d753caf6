import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnsOf } from '../../src/draw/columns.ts'
import { readFolder } from '../load/support.ts'
import { outputSchema } from '../support/output-schema.ts'
import { touchmap } from '../support/run-cli.ts'

const top = mkdtempSync(path.join(tmpdir(), 'touchmap-versions-'))
afterAll(() => rmSync(top, { recursive: true }))

const pages = readFolder('pages')

/** A map in a git repository of its own, some folders below its top. */
function createRepository(name: string) {
  const root = path.join(top, name)
  const folder = path.join(root, 'centre/map')
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { stdio: 'pipe' })
  mkdirSync(folder, { recursive: true })
  git('init', '--quiet', '--initial-branch=main')
  return {
    folder,
    write(files: Readonly<Record<string, string>>) {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
        writeFileSync(path.join(folder, file), text)
      }
    },
    /** Commits what is there and gives it a tag. */
    release(tag: string) {
      git('add', '--all')
      git('commit', '--quiet', '--message', tag)
      git('tag', tag)
    },
  }
}

const businesses = (list: string) =>
  [
    'catalog: true',
    `businesses: {${list}}`,
    'channels: {voice: {name: {zh: 电话, en: Telephone}, code: V}}',
    'brands: {gotone: {name: {zh: 全球通, en: GoTone}, code: G}}',
    'roles: {agent: {name: {zh: 话务员, en: Agent}, rank: 1}, supervisor: {name: {zh: 值班长, en: Supervisor}, rank: 2}}',
    'events: {call.answered: {}, plan.changed: {attributes: {fee: number}}}',
    '',
  ].join('\n')
const bill = 'bill: {class: query, code: "1", name: {zh: 账单, en: Bill}}'
const plan = 'plan: {class: acceptance, code: "2", name: {zh: 套餐, en: Plan}}'

const head = (version: string, effective: string, more = '') =>
  `map: page\nname: {zh: 热线, en: Hotline}\nversion: "${version}"\nlanguages: [zh, en]\ntimezone: Asia/Shanghai\neffective: {${effective}}\ncode: "{channel}{brand}-{business}"\n${more}include: [catalog.yaml, lexicons.yaml, touchpoints.yaml, flows/*.yaml, rules.yaml, scorecard.yaml, walks*.yaml]\n`
const FIRST = head('1', 'from: 2026-01-01, until: 2026-03-31')
const SECOND = head('2', 'from: 2026-04-01, until: 2026-09-30', 'changes: [{what: 新增套餐}]\nhistory: [{git: v1}]\n')
const THIRD = (effective = 'from: 2026-10-01') =>
  head('3', effective, 'changes: [{what: 目录整理}]\nhistory: [{git: v1}, {git: v2}]\n')

async function findingsOf(folder: string): Promise<string[]> {
  const { stdout } = await touchmap(['validate', folder, '--format', 'json', '--lang', 'en', '--as-of', '2026-10-15'])
  const { findings } = JSON.parse(stdout) as {
    findings: { rule: string; severity: string; file: string; range: { start: { line: number } }; message: string }[]
  }
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, file, range, message }) => `${path.basename(file)}:${range.start.line} ${rule} ${message}`)
}

describe('a map over the commits of a real repository', () => {
  it('may not give a code to another touchpoint, also after a version without it', async () => {
    const { folder, write, release } = createRepository('reused')
    write({ ...pages, 'touchmap.yaml': FIRST, 'catalog.yaml': businesses(bill) })
    release('v1')
    write({ 'touchmap.yaml': SECOND, 'catalog.yaml': businesses(plan) })
    expect(await findingsOf(folder)).toEqual([])
    release('v2')
    write({ 'touchmap.yaml': THIRD(), 'catalog.yaml': businesses('fee: {class: query, code: "1", name: 资费}') })
    expect(await findingsOf(folder)).toEqual([
      'touchpoints.yaml:2 code-reused the code `VG-1` was that of bill × voice × gotone in version 1; version 3 gives it to fee × voice × gotone',
    ])
    // What is committed is what counts: the same once it is a commit itself.
    release('v3')
    write({
      'touchmap.yaml': head(
        '4',
        'from: 2027-01-01',
        'changes: [{what: 整理}]\nhistory: [{git: v1}, {git: v2}, {git: v3}]\n',
      ),
    })
    const told = await findingsOf(folder)
    expect(told.map((each) => each.split(' ')[1])).toContain('version/overlap')
    expect(told).toContain(
      'touchmap.yaml:9 code-reused the code `VG-1` was that of bill × voice × gotone in version 1; version 3 gives it to fee × voice × gotone',
    )
  })

  it('may rename what has the code, with `formerly`', async () => {
    const { folder, write, release } = createRepository('renamed')
    write({ ...pages, 'touchmap.yaml': FIRST, 'catalog.yaml': businesses(bill) })
    release('v1')
    write({ 'touchmap.yaml': SECOND, 'catalog.yaml': businesses(`${bill}, ${plan}`) })
    release('v2')
    const renamed = 'invoice: {class: query, code: "1", formerly: [bill], name: 账单}'
    write({ 'touchmap.yaml': THIRD(), 'catalog.yaml': businesses(`${renamed}, ${plan}`) })
    expect(await findingsOf(folder)).toEqual([])
    write({ 'catalog.yaml': businesses(`${renamed.replace('formerly: [bill], ', '')}, ${plan}`) })
    expect((await findingsOf(folder)).map((each) => each.split(' ')[1])).toEqual(['code-reused'])
  })

  it.each([
    [
      'from: 2026-10-02',
      'version/gap version 2 ends on 2026-09-30 and 3 begins on 2026-10-02: no map is in force between',
    ],
    [
      'from: 2026-09-30',
      'version/overlap version 2 holds until 2026-09-30 and overlaps with 3, which begins on 2026-09-30',
    ],
    ['from: 2026-10-01', undefined],
  ])('is in force without gap or overlap: the third %s', async (effective, told) => {
    const { folder, write, release } = createRepository(effective.slice(-10))
    write({ ...pages, 'touchmap.yaml': FIRST })
    release('v1')
    write({ 'touchmap.yaml': SECOND })
    release('v2')
    write({ 'touchmap.yaml': THIRD(effective) })
    expect(await findingsOf(folder)).toEqual(told === undefined ? [] : [`touchmap.yaml:1 ${told}`])
  })
})

describe('the history of a flow', () => {
  const { folder, write, release } = createRepository('shown')
  const map = ['--map', folder]
  const walks = `walks:
  - day: 2026-05-20
    by: [质检组, A303]
    version: "2"
    flows: [answer]
    findings:
      - {what: {zh: 问候不统一, en: Greetings differ}, due: 2026-06-30, settled: {day: 2026-06-12, how: {zh: 统一了话术, en: One greeting for all}}}
      - {what: {zh: 账单说明太长, en: The bill takes long to explain}, due: 2026-09-30}
  - {day: 2026-11-05, by: [值班长], version: "3", touchpoints: [VG-1], findings: [{what: {zh: 转接要等, en: Transfers wait}, due: 2026-12-31}]}
  - {day: 2026-10-20, by: [质检组], version: "3", touchpoints: [VG-2]}
`
  beforeAll(() => {
    write({ ...pages, 'touchmap.yaml': FIRST, 'catalog.yaml': businesses(bill) })
    release('v1')
    const notes = `changes:
  - {what: {zh: 新增套餐业务, en: Plans are new}, why: {zh: 省公司通知, en: as the province asked}}
  - {what: {zh: 账单改为先核对, en: Bills are checked first}, touchpoints: [VG-1]}
history: [{git: v1}]
`
    write({
      'touchmap.yaml': head('2', 'from: 2026-04-01, until: 2026-09-30', notes),
      'catalog.yaml': businesses(`${bill}, ${plan}`),
    })
    release('v2')
    const more = `changes:
  - {what: {zh: 问候统一, en: One greeting}, why: {zh: 五月穿越发现各说各的, en: the walk in May found each agent had his own}, flows: [answer]}
  - {what: {zh: 套餐先查资格, en: Plans ask who may have them}, touchpoints: [VG-2]}
history: [{git: v1}, {git: v2}]
review: {every: 6 months, owner: service-quality, last: 2026-09-25}
walks: {every: 6 months}
`
    write({ 'touchmap.yaml': head('3', 'from: 2026-10-01', more), 'walks.yaml': walks })
  })

  it.each(['zh', 'en'])('is shown with its notes, the review and the walk-throughs, in %s', async (lang) => {
    const { code, stdout } = await touchmap(['show', 'answer', ...map, '--date', '2026-11-22', '--lang', lang], {
      columns: 80,
    })
    expect(code).toBe(0)
    expect(Math.max(...stdout.split('\n').map(columnsOf))).toBeLessThanOrEqual(80)
    const history = stdout.slice(stdout.indexOf(lang === 'zh' ? '\n版本\n' : '\nVersions\n'))
    await expect(history).toMatchFileSnapshot(`../../fixtures/versions/expected.flow.${lang}.txt`)
  })

  it('of a touchpoint leaves out what is about others', async () => {
    const { stdout } = await touchmap(['show', 'VG-2', ...map, '--date', '2026-11-22', '--lang', 'en'])
    expect(stdout).toContain('Plans ask who may have them')
    expect(stdout).toContain('2026-10-20  质检组, version 3: VG-2')
    expect(stdout).toContain('2026-05-20  质检组, A303, version 2: answer')
    expect(stdout).not.toContain('Bills are checked first')
    expect(stdout).not.toContain('2026-11-05')
  })

  it('by an earlier day is that of the version then in force: later walks and outcomes are not known yet', async () => {
    const { stdout } = await touchmap(['show', 'answer', ...map, '--date', '2026-06-01', '--lang', 'en'])
    expect(stdout).toContain('  3  from 2026-10-01 (not in force yet)')
    expect(stdout).toContain('  2  2026-04-01 to 2026-09-30 (shown here)')
    expect(stdout).toContain('- open: Greetings differ (due by 2026-06-30)')
    expect(stdout).not.toContain('2026-11-05')
    expect(stdout).not.toContain('Review')
    const first = await touchmap(['show', 'VG-2', ...map, '--date', '2026-03-31', '--lang', 'en'])
    expect(first.code).toBe(2)
    expect(first.stderr).toContain('there is no flow or touchpoint `VG-2`')
  })

  it('on a day without a version says which there are', async () => {
    const { code, stderr } = await touchmap(['show', 'answer', ...map, '--date', '2025-12-31', '--lang', 'en'])
    expect(code).toBe(2)
    expect(stderr).toContain('no version of the map is in force on 2025-12-31')
    expect(stderr).toContain('1: 2026-01-01 – 2026-03-31; 2: 2026-04-01 – 2026-09-30; 3: 2026-10-01 – …')
    const wrong = await touchmap(['show', 'answer', ...map, '--date', '2026-02-30', '--lang', 'zh'])
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('--date 不是日期：2026-02-30')
  })

  it('as JSON is as its schema says', async () => {
    const { stdout } = await touchmap(['show', 'VG-1', ...map, '--date', '2026-11-22', '--format', 'json'])
    const validate = outputSchema('show')
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true)
    const { history } = JSON.parse(stdout) as { history: unknown }
    await expect(`${JSON.stringify(history, null, 2)}\n`).toMatchFileSnapshot(
      '../../fixtures/versions/expected.flow.json',
    )
  })

  it.each(['zh', 'en'])('is counted in the matrix, with what is overdue, in %s', async (lang) => {
    const upkeepOn = async (date: string) => {
      const { code, stdout } = await touchmap(['matrix', ...map, '--date', date, '--lang', lang], { columns: 80 })
      expect(code).toBe(0)
      return stdout.slice(stdout.indexOf(lang === 'zh' ? '评审与穿越' : 'Review and walk-throughs'))
    }
    const text = [await upkeepOn('2026-11-22'), await upkeepOn('2027-06-01')].join('\n')
    await expect(text).toMatchFileSnapshot(`../../fixtures/versions/expected.matrix.${lang}.txt`)
  })

  it('is data in the JSON of the matrix, and lines in its Markdown', async () => {
    const { stdout } = await touchmap(['matrix', ...map, '--date', '2027-06-01', '--format', 'json'])
    const report = JSON.parse(stdout) as { upkeep: unknown }
    const validate = outputSchema('matrix')
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
    expect(report.upkeep).toEqual({
      asOf: '2027-06-01',
      review: { every: '6 months', owner: 'service-quality', last: '2026-09-25', due: '2027-03-25', overdue: true },
      walks: {
        count: 3,
        last: '2026-11-05',
        every: '6 months',
        overdue: 1,
        findings: { settled: 1, open: 0, overdue: 2 },
        flows: [{ flow: 'answer', count: 3, last: '2026-11-05', due: '2027-05-05', overdue: true }],
      },
    })
    const earlier = await touchmap(['matrix', ...map, '--date', '2026-02-01', '--format', 'json'])
    expect(JSON.parse(earlier.stdout)).toMatchObject({ map: { version: '1' }, date: '2026-02-01' })
    const markdown = await touchmap(['matrix', ...map, '--date', '2027-06-01', '--format', 'markdown', '--lang', 'en'])
    expect(markdown.stdout).toContain(
      '- walk-throughs: 3, latest 2026-11-05, every 6 months, 1 of 1 flows overdue (answer)',
    )
  })

  it.each(['zh', 'en'])('is told in the changelog with its notes first, in %s', async (lang) => {
    const { code, stdout } = await touchmap(['changelog', ...map, '--lang', lang])
    expect(code).toBe(0)
    await expect(stdout).toMatchFileSnapshot(`../../fixtures/versions/expected.changelog.${lang}.md`)
  })
})
