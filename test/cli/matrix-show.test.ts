import { expect, test } from 'vitest'
import { columnsOf } from '../../src/draw/columns.ts'
import { touchmap } from '../support/run-cli.ts'

const map = ['--map', 'fixtures/draw/map']
const day = ['--date', '2026-09-30']
const golden = (name: string) => `../../fixtures/draw/map-shown/${name}`

test.each(['zh', 'en'])('matrix prints the map on the disk in %s', async (lang) => {
  const { code, stdout, stderr } = await touchmap(['matrix', ...map, '--lang', lang], { columns: 80 })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  await expect(stdout).toMatchFileSnapshot(golden(`expected.matrix.${lang}.txt`))
})

test('matrix --format json has the counts and a place for each row', async () => {
  const { stdout } = await touchmap(['matrix', ...map, '--format', 'json'])
  const report = JSON.parse(stdout) as { date: string; counts: object; cells: { code?: string; source?: object }[] }
  expect(report.date).toBe('2026-07-01')
  expect(report.counts).toEqual({
    cells: 8,
    served: 3,
    notOffered: 2,
    blindSpots: 3,
    effectiveFlows: 3,
    definitions: 2,
  })
  expect(report.cells[0]).toEqual({
    business: 'green',
    channel: 'voice',
    brand: 'gotone',
    status: 'served',
    code: 'VG-GREEN',
    flow: 'hall-green-channel',
    source: { file: 'touchpoints.yaml', line: 2, column: 5 },
  })
})

test('matrix --date takes the version in force on that day and says when there is none', async () => {
  expect((await touchmap(['matrix', ...map, '--date', '2026-09-30'])).stdout).toContain('2026-09-30')
  const none = await touchmap(['matrix', ...map, '--date', '2027-01-01'])
  expect(none.code).toBe(2)
  expect(none.stderr).toContain('no version of the map is in force on 2027-01-01')
  const wrong = await touchmap(['matrix', ...map, '--date', '2026-02-30'])
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('--date is not a day: 2026-02-30')
})

test.each(['zh', 'en'])('show prints a flow for reading and as a diagram in %s', async (lang) => {
  const { code, stdout, stderr } = await touchmap(['show', 'hall-green-channel', ...map, ...day, '--lang', lang], {
    columns: 80,
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(Math.max(...stdout.split('\n').map(columnsOf))).toBeLessThanOrEqual(80)
  await expect(stdout).toMatchFileSnapshot(golden(`expected.flow.${lang}.txt`))
})

test('show takes a touchpoint code, in any capitals, and says where its row stands', async () => {
  const { code, stdout } = await touchmap(['show', 'vm-green', ...map, '--lang', 'en'])
  expect(code).toBe(0)
  expect(stdout).toContain('Touchpoint  VM-GREEN')
  expect(stdout).toContain('Brand       M-Zone')
  expect(stdout).toContain('Goal        Solve it at once')
  expect(stdout).toContain('Written at  touchpoints.yaml:2')
})

test('show --format json gives the effective flow as data', async () => {
  const { stdout } = await touchmap(['show', 'VG-GREEN', ...map, ...day, '--format', 'json'])
  await expect(stdout).toMatchFileSnapshot(golden('expected.flow.json'))
  const shown = JSON.parse(stdout) as { touchpoint: { code: string }; steps: { id: string }[]; rules: { id: string }[] }
  expect(shown.touchpoint.code).toBe('VG-GREEN')
  expect(shown.steps.map((step) => step.id)).toContain('dispatch')
  expect(shown.rules.map((rule) => rule.id)).toContain('hall-green-channel/dispatch/by')
})

test('an unknown name ends with 2 and the nearest one', async () => {
  const near = await touchmap(['show', 'hall-green-chanel', ...map, '--lang', 'en'])
  expect(near.code).toBe(2)
  expect(near.stderr).toContain('there is no flow or touchpoint `hall-green-chanel`')
  expect(near.stderr).toContain('did you mean `hall-green-channel`?')
  const far = await touchmap(['show', 'zzzzzzzzzz', ...map, '--lang', 'zh'])
  expect(far.code).toBe(2)
  expect(far.stderr).toContain('流程有：bill、hall-green-channel')
})

test('no map, or one that is not there, ends with 2', async () => {
  const none = await touchmap(['matrix'], { cwd: '/' })
  expect(none.code).toBe(2)
  expect(none.stderr).toContain('there is no touchmap.yaml')
  expect((await touchmap(['matrix', '--map', 'fixtures/nowhere'])).code).toBe(2)
  expect((await touchmap(['matrix', '--map', 'fixtures/draw'])).code).toBe(2)
})

test('the nearest map above the working directory is taken', async () => {
  const { code, stdout } = await touchmap(['matrix', '--format', 'json'], { cwd: 'fixtures/draw/map/flows' })
  expect(code).toBe(0)
  expect((JSON.parse(stdout) as { map: { id: string } }).map.id).toBe('green')
})

const variants = ['--map', 'fixtures/matrix/variants']
const shown = (name: string) => `../../fixtures/matrix/${name}`

test.each(['zh', 'en'])('show --effective says where each part comes from, in %s', async (lang) => {
  const { code, stdout, stderr } = await touchmap(['show', '1G-201', '--effective', ...variants, '--lang', lang], {
    columns: 80,
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(Math.max(...stdout.split('\n').map(columnsOf))).toBeLessThanOrEqual(80)
  await expect(stdout).toMatchFileSnapshot(shown(`expected.effective.${lang}.txt`))
})

test('show --effective takes a flow by its id too, and gives JSON', async () => {
  const plain = await touchmap(['show', 'answer-chat', '--effective', ...variants, '--lang', 'en'])
  expect(plain.stdout).toContain('without the rule greet-first')
  expect(plain.stdout).not.toContain('Touchpoint')
  const { stdout } = await touchmap(['show', '2G-201', '--effective', '--format', 'json', ...variants, ...day])
  await expect(stdout).toMatchFileSnapshot(shown('expected.effective.json'))
  const bare = await touchmap(['show', '2G-201', '--format', 'json', ...variants])
  expect(Object.keys(JSON.parse(stdout) as object)).toEqual([
    ...Object.keys(JSON.parse(bare.stdout) as object),
    'extends',
    'changes',
    'parts',
    'interrupts',
    'mapRules',
    'responseStandard',
  ])
})

test('matrix --format markdown, several formats in one run, and what nobody uses', async () => {
  const { code, stdout } = await touchmap(['matrix', ...map, '--format', 'markdown', '--lang', 'zh'])
  expect(code).toBe(0)
  await expect(stdout).toMatchFileSnapshot(golden('expected.matrix.zh.md'))
  const json = await touchmap(['matrix', ...map, '--format', 'json', '--lang', 'en'])
  const { coverage, orphans } = JSON.parse(json.stdout) as {
    coverage: { overall: object; by: { axis: string; value: string; served: number; coverage: number | null }[] }
    orphans: { rule: string }[]
  }
  expect(coverage.overall).toEqual({ cells: 8, served: 3, notOffered: 2, blindSpots: 3, coverage: 0.5 })
  expect(coverage.by.filter(({ axis }) => axis === 'brand').reduce((sum, { served }) => sum + served, 0)).toBe(3)
  expect(orphans).toEqual([])
  const unused = await touchmap(['matrix', ...variants, '--lang', 'en'])
  expect(unused.stdout).toContain('Definitions nobody uses: 1')
  expect(unused.stdout).toContain('lexicons.yaml:5')
  expect((await touchmap(['matrix', ...map, '--format', 'html'])).code).toBe(2)
})

test.each(['zh', 'en'])('matrix --differences tells how flows of one business differ, in %s', async (lang) => {
  const { code, stdout } = await touchmap(['matrix', '--differences', ...variants, '--lang', lang], { columns: 80 })
  expect(code).toBe(0)
  expect(Math.max(...stdout.split('\n').map(columnsOf))).toBeLessThanOrEqual(80)
  await expect(stdout).toMatchFileSnapshot(shown(`expected.differences.${lang}.txt`))
})

test('matrix --differences as JSON and Markdown; declared differences with their reason', async () => {
  const { stdout } = await touchmap(['matrix', '--differences', '--map', 'maps/hotline-10086', '--format', 'json'])
  const { counts, differences } = JSON.parse(stdout) as {
    counts: { differences: number; undeclared: number }
    differences: { flow: string; declared: { because: string } | null }[]
  }
  expect(counts.undeclared).toBe(0)
  expect(counts.differences).toBe(differences.length)
  expect(differences.find(({ flow }) => flow === 'ivr-query')?.declared?.because).not.toBe('')
  const markdown = await touchmap(['matrix', '--differences', ...variants, '--format', 'markdown', '--lang', 'zh'])
  expect(markdown.stdout).toContain('**未声明理由**')
})

test('matrix --contact-degree prints, in both languages, and gives JSON and Markdown', async () => {
  const hotline = ['--map', 'maps/hotline-10086', '--contact-degree']
  const zh = await touchmap(['matrix', ...hotline, '--lang', 'zh'], { columns: 80 })
  expect({ code: zh.code, stderr: zh.stderr }).toEqual({ code: 0, stderr: '' })
  expect(zh.stdout).toContain('专席受理 [dedicated-seat]（电话呼入）')
  const json = await touchmap(['matrix', ...hotline, '--format', 'json', '--tolerance', '0.5'])
  const report = JSON.parse(json.stdout) as { tolerance: number; counts: object }
  expect(report.tolerance).toBe(0.5)
  expect(report.counts).toEqual({ flows: 15, touchpoints: 659, near: 15, far: 0, notEvaluated: 0 })
  const markdown = await touchmap(['matrix', ...hotline, '--format', 'markdown', '--lang', 'en'])
  expect(markdown.stdout).toContain('## Acceptance at a dedicated seat \\[dedicated-seat\\] (Inbound call)')
})

test('--contact-degree and --differences exclude each other; a tolerance is a share, and of the former alone', async () => {
  const both = await touchmap(['matrix', ...map, '--contact-degree', '--differences', '--lang', 'en'])
  expect(both.code).toBe(2)
  expect(both.stderr).toContain('--contact-degree and --differences do not go together')
  const alone = await touchmap(['matrix', ...map, '--tolerance', '0.3', '--lang', 'en'])
  expect(alone.code).toBe(2)
  expect(alone.stderr).toContain('--tolerance is for --contact-degree alone')
  for (const wrong of ['2', '-1', 'x', '1e-1']) {
    const { code, stderr } = await touchmap(['matrix', ...map, '--contact-degree', `--tolerance=${wrong}`])
    expect(code).toBe(2)
    expect(stderr).toContain('--tolerance')
  }
})
