import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import addFormatsModule from 'ajv-formats'
import { expect, it } from 'vitest'
import { createJunitCheck, createSarifCheck } from '../support/published-schemas.ts'
import { root, touchmap } from '../support/run-cli.ts'

const TWENTY = 'fixtures/load/twenty'
const GOOD = 'fixtures/load/good'
const BASIC = ['fixtures/score/basic/calls.csv', '--map', 'fixtures/score/basic/map']
const RUNS: readonly (readonly [command: string, ...argv: string[]])[] = [
  ['validate', TWENTY],
  ['validate', TWENTY, '--fail-on', 'info'],
  ['validate', GOOD],
  ['validate', GOOD, TWENTY],
  ['score', ...BASIC],
  ['score', ...BASIC, '--fail-under', 'compliance=0.99', '--as-of', '2026-07-31'],
  ['score', 'maps/hotline-conduct/logs/right.csv', '--map', 'maps/hotline-conduct'],
  ['test', '--map', 'maps/standard-communication'],
  ['test', '--map', 'fixtures/score/plugin/map'],
]
const commands = readdirSync(path.join(root, 'src/cli/commands'))
/** The commands whose formats have a name in them. */
const offering = (format: string) =>
  commands.filter((file) => readFileSync(path.join(root, 'src/cli/commands', file), 'utf8').includes(`'${format}'`))
const runsOf = (format: string) => RUNS.filter(([command]) => offering(format).includes(`${command}.ts`))
const reportOf = async (argv: readonly string[], format: string) => {
  const { code, stdout, stderr } = await touchmap([...argv, '--format', format, '--lang', 'zh'])
  expect([0, 1], stderr).toContain(code)
  return stdout
}

it('every command that has SARIF or JUnit is tried', () => {
  expect(offering('sarif')).toEqual(['score.ts', 'validate.ts'])
  expect(offering('junit')).toEqual(['score.ts', 'test.ts', 'validate.ts'])
})

const sarif = createSarifCheck()
it.each(runsOf('sarif'))('SARIF is valid under the schema of SARIF 2.1.0: %s %s', async (...argv) => {
  const log: unknown = JSON.parse(await reportOf(argv, 'sarif'))
  expect(sarif(log), JSON.stringify(sarif.errors)).toBe(true)
})

const junit = createJunitCheck()
it.each(runsOf('junit'))('JUnit is valid under JUnit.xsd: %s %s', async (...argv) => {
  expect(junit(await reportOf(argv, 'junit'))).toEqual([])
})

it('the checks find what is wrong', async () => {
  expect(sarif({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false)
  const report = await reportOf(['validate', TWENTY], 'junit')
  expect(junit(report.replace(' hostname="localhost"', ''))).toEqual([
    expect.stringContaining("'hostname' is required"),
  ])
})

const ajv = new Ajv({ strict: true, allowUnionTypes: true })
;(addFormatsModule as unknown as (ajv: Ajv) => void)(ajv)

it('a Code Quality report has what GitLab asks for, and nothing else', async () => {
  const text = { type: 'string', minLength: 1 }
  const object = (properties: Readonly<Record<string, object>>) => ({ type: 'object', additionalProperties: false, required: Object.keys(properties), properties }) // prettier-ignore
  const isReport = ajv.compile({
    type: 'array',
    items: object({
      description: text,
      check_name: text,
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32,}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: object({
        path: { type: 'string', pattern: '^(?!\\./|/)' },
        lines: object({ begin: { type: 'integer', minimum: 1 } }),
      }),
    }),
  })
  for (const argv of [
    ['validate', TWENTY],
    ['validate', GOOD],
    ['validate', GOOD, TWENTY],
  ]) {
    const report = JSON.parse(await reportOf(argv, 'gitlab')) as { fingerprint: string }[]
    expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true)
    expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(report.length)
  }
})

it('a line of jsonl is a finding of json', async () => {
  const schema = JSON.parse(readFileSync(path.join(root, 'schemas/output/validate.schema.json'), 'utf8')) as {
    $id: string
    properties: { findings: { items: object } }
  }
  ajv.addSchema(schema)
  const isFinding = ajv.compile({ $ref: `${schema.$id}#/properties/findings/items` })
  const lines = (await reportOf(['validate', GOOD, TWENTY], 'jsonl')).trimEnd().split('\n')
  expect(lines).toHaveLength(20)
  for (const line of lines) expect(isFinding(JSON.parse(line)), JSON.stringify(isFinding.errors)).toBe(true)
})
