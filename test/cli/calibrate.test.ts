import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { outputSchema } from '../support/output-schema.ts'
import { root, touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-calibrate-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A sheet of Li's in which machine and people said `[machine, people, how often]`; Wang says what Li says, but once. */
function sheet(name: string, cells: readonly (readonly [string, string, number])[]): string {
  const said = cells.flatMap(([machine, human, times]) =>
    Array.from({ length: times }, () => [machine, human] as const),
  )
  const rows = said.flatMap(([machine, human], at) => [
    `c${at},opening/greet/says,${machine},${human},li`,
    `c${at},opening/greet/says,${machine},${at === 0 ? 'disputed' : human},wang`,
  ])
  const file = path.join(folder, name)
  writeFileSync(file, `interaction,rule,outcome,verdict,reviewer\n${rows.join('\n')}\n`)
  return file
}

const june = sheet('june.csv', [
  ['pass', 'pass', 23],
  ['fail', 'fail', 15],
  ['fail', 'pass', 1],
  ['pass', 'fail', 2],
])
const july = sheet('july.csv', [
  ['pass', 'pass', 21],
  ['fail', 'fail', 12],
  ['fail', 'pass', 3],
  ['pass', 'fail', 5],
])

interface Calibration {
  readonly rules: {
    rule: string
    items: number
    disputed: number
    quality: Record<'agreement' | 'kappa' | 'precision' | 'recall', number>
  }[]
  readonly missed: { measure: string; value: number; limit: number; because: string }[]
}

test('counts by hand: 40 items of which 12 fail and 20 pass for both', async () => {
  const { stdout, code } = await touchmap(['calibrate', july, '--format', 'json'])
  const validate = outputSchema('calibrate')
  expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true)
  const { rules } = JSON.parse(stdout) as Calibration
  // By chance (15 × 17 + 25 × 23) / 40² agree; one item of 41 is disputed and counts for nothing.
  const chance = (15 * 17 + 25 * 23) / 1600
  const kappa = Number(((0.8 - chance) / (1 - chance)).toFixed(6))
  expect(code).toBe(0)
  expect(rules).toMatchObject([
    {
      rule: 'opening/greet/says',
      items: 40,
      disputed: 1,
      quality: { agreement: 0.8, kappa, precision: 0.8, recall: 0.705882 },
    },
  ])
})

test('against an earlier run: a rule that became worse ends with 1, and is named', async () => {
  const before = path.join(folder, 'june.json')
  expect(await touchmap(['calibrate', june, '--format', `json=${before}`])).toMatchObject({ code: 0 })
  const same = await touchmap(['calibrate', june, '--against', before, '--format', 'json'])
  expect([same.code, (JSON.parse(same.stdout) as Calibration).missed]).toEqual([0, []])

  const worse = await touchmap(['calibrate', july, '--against', before, '--format', 'json'])
  const { missed } = JSON.parse(worse.stdout) as Calibration
  const earlier = (JSON.parse(readFileSync(before, 'utf8')) as Calibration).rules[0]?.quality
  expect(worse.code).toBe(1)
  expect(missed.map(({ measure, limit, because }) => [measure, limit, because])).toEqual(
    (['agreement', 'kappa', 'precision', 'recall'] as const).map((name) => [name, earlier?.[name], 'worse']),
  )
  expect(await touchmap(['calibrate', july, '--against', before, '--tolerance', '0.4'])).toMatchObject({ code: 0 })
  expect(await touchmap(['calibrate', july, '--against', before, '--least', '41'])).toMatchObject({ code: 0 })
  for (const lang of ['zh', 'en']) {
    const { stdout } = await touchmap(['calibrate', july, '--against', before, '--lang', lang], { columns: 80 })
    await expect(stdout).toMatchFileSnapshot(path.join(root, `fixtures/review/expected.calibrate.${lang}.txt`))
  }
})

test('limits, and an earlier run that is none', async () => {
  const { code, stdout } = await touchmap(['calibrate', july, '--fail-under', 'recall=0.75', '--format', 'json'])
  expect([code, (JSON.parse(stdout) as Calibration).missed]).toEqual([
    1,
    [{ rule: 'opening/greet/says', measure: 'recall', value: 12 / 17, limit: 0.75, because: 'limit' }],
  ])
  for (const wrong of [july, path.join(folder, 'none.json')]) {
    const run = await touchmap(['calibrate', july, '--against', wrong])
    expect([run.code, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toContain(path.basename(wrong))
  }
})
