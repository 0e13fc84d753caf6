import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Log } from 'sarif'
import { SaxesParser } from 'saxes'
import { afterAll, describe, expect, it, test } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

const TWENTY = 'fixtures/load/twenty'
const golden = (name: string) => path.join(root, TWENTY, name)
const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-formats-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Parses XML strictly; the elements by name with their attributes. */
function elements(text: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes: { ...attributes } }))
  parser.write(text).close()
  return found
}

test.each([
  ['sarif', 'expected.sarif.json'],
  ['junit', 'expected.junit.xml'],
  ['github', 'expected.github.txt'],
  ['gitlab', 'expected.gitlab.json'],
  ['markdown', 'expected.findings.md'],
  ['jsonl', 'expected.jsonl'],
])('the twenty mistakes as %s', async (format, file) => {
  const run = await touchmap(['validate', TWENTY, '--format', format])
  await expect(run.stdout.replace(/"semanticVersion": "[^"]*"/, '"semanticVersion": "VERSION"')).toMatchFileSnapshot(
    golden(file),
  )
  expect(run.code).toBe(1)
})

describe('the formats say what json says', () => {
  interface Report {
    findings: { rule: string; message: string; file: string; range: { start: { line: number; column: number } } }[]
  }
  const findings = async (): Promise<Report['findings']> =>
    (JSON.parse((await touchmap(['validate', TWENTY, '--format', 'json'])).stdout) as Report).findings

  it('SARIF points at the same places, and each result at its rule', async () => {
    const expected = await findings()
    const log = JSON.parse((await touchmap(['validate', TWENTY, '--format', 'sarif'])).stdout) as Log
    const run = log.runs[0]
    expect(run?.results).toHaveLength(20)
    expect(
      run?.results?.map(({ ruleId, locations }) => {
        const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {}
        return [ruleId, artifactLocation?.uri, region?.startLine, region?.startColumn]
      }),
    ).toEqual(
      expected.map(({ rule, file, range }) => [rule, `${TWENTY}/${file}`, range.start.line, range.start.column]),
    )
    for (const { ruleId, ruleIndex, locations } of run?.results ?? []) {
      expect(run?.tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId)
      const {
        startLine = 0,
        endLine = 0,
        startColumn = 0,
        endColumn = 0,
      } = locations?.[0]?.physicalLocation?.region ?? {}
      expect(startLine).toBeGreaterThan(0)
      expect(endLine > startLine || (endLine === startLine && endColumn >= startColumn)).toBe(true)
    }
    const prints = run?.results?.map(({ partialFingerprints }) => partialFingerprints?.['touchmap/v1'])
    expect(new Set(prints).size).toBe(20)
  })

  it('JUnit counts what it lists', async () => {
    const all = elements((await touchmap(['validate', TWENTY, '--format', 'junit'])).stdout)
    const count = (name: string) => all.filter((element) => element.name === name).length
    expect(all.find(({ name }) => name === 'testsuite')?.attributes).toMatchObject({ tests: '9', failures: '8' })
    expect([count('testcase'), count('failure')]).toEqual([9, 8])
  })

  it('a warning fails a case only when --fail-on says so', async () => {
    const argv = ['validate', path.join(TWENTY, 'catalog.yaml'), '--format', 'junit', '--fail-on']
    const failures = async (least: string) =>
      elements((await touchmap([...argv, least])).stdout).find(({ name }) => name === 'failure')?.attributes['message']
    expect(await failures('error')).toBe(await failures('warning'))
    const lines = async (least: string) => (await touchmap([...argv, least])).stdout
    expect(await lines('error')).toContain('<system-out>')
    expect(await lines('warning')).toContain('<system-out/>')
  })
})

test('a good map gives reports of nothing', async () => {
  const of = async (format: string) => (await touchmap(['validate', 'fixtures/load/good', '--format', format])).stdout
  expect(await of('jsonl')).toBe('')
  expect(await of('github')).toBe('')
  expect(await of('gitlab')).toBe('[]\n')
  expect((JSON.parse(await of('sarif')) as Log).runs[0]?.results).toEqual([])
  expect(elements(await of('junit'))[1]?.attributes).toMatchObject({ tests: '10', failures: '0' })
})

test('several formats at once, files beside standard output', async () => {
  const [sarif, junit] = [path.join(folder, 'a/map.sarif'), path.join(folder, 'junit.xml')]
  const run = await touchmap([
    'validate',
    TWENTY,
    '--format',
    `sarif=${sarif}`,
    '--format',
    'jsonl',
    '--format',
    `junit=${junit}`,
  ])
  expect(run.code).toBe(1)
  expect(run.stdout).toBe((await touchmap(['validate', TWENTY, '--format', 'jsonl'])).stdout)
  expect(readFileSync(sarif, 'utf8')).toBe((await touchmap(['validate', TWENTY, '--format', 'sarif'])).stdout)
  expect(elements(readFileSync(junit, 'utf8'))[0]?.name).toBe('testsuites')
})

test.each([
  [
    ['--format', 'json', '--format', 'pretty'],
    'touchmap: only one format can go to standard output\n  give the others files, such as --format sarif=out.sarif\n',
  ],
  [
    ['--format', 'sarfi'],
    'touchmap: there is no format `sarfi`; there are pretty, json, jsonl, sarif, junit, github, gitlab, markdown\n  did you mean `sarif`\n',
  ],
  [['--format', 'sarif='], 'touchmap: `--format sarif=` lacks the name of a file after the equals sign\n'],
  [['--format', 'json=x.out', '--format', 'sarif=./x.out'], 'touchmap: two formats would be written to ./x.out\n'],
  [['--format', `json=${TWENTY}/rules.yaml`], `touchmap: ${TWENTY}/rules.yaml is an input and is not written over\n`],
])('%j is a usage error and leaves nothing', async (argv, message) => {
  const run = await touchmap(['validate', TWENTY, ...argv])
  expect(run).toEqual({ code: 2, stdout: '', stderr: message })
  expect(existsSync(path.join(root, 'x.out'))).toBe(false)
})

test('marks of Markdown, XML and workflow commands in a map stay what they are', async () => {
  const { reportFindingsAsGithub, reportFindingsAsJunit, reportFindingsAsMarkdown } =
    await import('../../src/report/findings-formats.ts')
  const at = { line: 1, column: 1, offset: 0 }
  const text = '<b>|x|`%0A`\n::error::[a](b) \u0001&"\ud800'
  const finding = {
    rule: 'schema/value',
    severity: 'error',
    message: { zh: text, en: text },
    place: { file: 'a,b:c.yaml', range: { start: at, end: at }, pointer: '' },
  } as const
  const maps = [{ folder: '', findings: [finding], texts: new Map<string, string>(), files: 1 }]
  const context = { lang: 'en', version: '0', digest: (each: string) => each } as const
  expect(reportFindingsAsGithub(maps, context)).toBe(
    '::error file=a%2Cb%3Ac.yaml,line=1,endLine=1,col=1,endColumn=1,title=schema/value::<b>|x|`%250A`%0A::error::[a](b) \u0001&"\ud800\n',
  )
  expect(reportFindingsAsMarkdown(maps, context).split('\n').at(-2)).toBe(
    '| error | a,b:c.yaml:1 | `schema/value` | \\<b\\>\\|x\\|\\`%0A\\` ::error::\\[a\\](b) \u0001\\&"\ud800 |',
  )
  const failure = elements(reportFindingsAsJunit(maps, context, () => true)).find(({ name }) => name === 'failure')
  expect(failure?.attributes['message']).toBe('<b>|x|`%0A`\n::error::[a](b) \ufffd&"\ufffd')
})
