import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Log } from 'sarif'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

const MAP = ['--map', 'maps/hotline-10086']
const BROKEN = 'maps/hotline-10086/logs/broken.csv'
const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-score-formats-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => path.join(folder, name)

interface Summary {
  map: { hash: string }
  overall: { interactions: number; compliance: { rate: number; fail: number } }
  touchpoints: { code: string; interactions: number; adherence: { mean: number } }[]
  units: unknown[]
  versions: unknown[]
}
interface Each {
  interaction: string
  verdict: string | null
  moves: { deviation?: string }[]
  rules: {
    rule: string
    outcome: string
    source: { file: string; line: number; column: number }
    evidence: { file: string; line: number }[]
  }[]
}
let summary: Summary
let each: Each[]
let sarif: Log

beforeAll(async () => {
  const argv = ['score', BROKEN, ...MAP, '--each', file('each.jsonl')]
  for (const [format, name] of [
    ['csv', 'a.csv'],
    ['markdown', 'a.md'],
    ['junit', 'a.xml'],
    ['sarif', 'a.sarif'],
  ]) {
    argv.push('--format', `${format}=${file(name ?? '')}`)
  }
  const run = await touchmap([...argv, '--format', 'json', '--fail-under', 'compliance=0.5,touchpoint.adherence=0.1'])
  expect([run.code, run.stderr]).toEqual([1, ''])
  summary = JSON.parse(run.stdout) as Summary
  each = readFileSync(file('each.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Each)
  sarif = JSON.parse(readFileSync(file('a.sarif'), 'utf8')) as Log
})

describe('SARIF of a log', () => {
  it('has a result for each failed rule and each deviation of each contact that is not compliant, at both places', () => {
    const failing = each.filter(({ verdict }) => verdict === 'fail')
    expect(failing.length).toBeGreaterThan(20)
    const expected = failing.flatMap(({ interaction, rules }) =>
      rules
        .filter(({ outcome }) => outcome === 'fail')
        .map(({ rule, source, evidence }) => ({ interaction, rule, source, evidence })),
    )
    const results = sarif.runs[0]?.results ?? []
    const rules = results.filter(({ ruleId }) => ruleId !== 'adherence')
    expect(rules).toHaveLength(expected.length)
    rules.forEach((result, at) => {
      const { interaction, rule, source, evidence } = expected[at] ?? { source: {}, evidence: [] }
      expect([result.ruleId, result.properties?.['interaction']]).toEqual([rule, interaction])
      const place = result.locations?.[0]?.physicalLocation
      expect(place?.artifactLocation?.uri).toBe(`maps/hotline-10086/${'file' in source ? source.file : ''}`)
      expect([place?.region?.startLine, place?.region?.startColumn]).toEqual(
        'line' in source ? [source.line, source.column] : [],
      )
      const shown = (result.relatedLocations ?? []).map(
        ({ physicalLocation }) => physicalLocation?.region?.startLine ?? 0,
      )
      expect(shown.sort((a, b) => a - b)).toEqual(evidence.map(({ line }) => line).sort((a, b) => a - b))
      expect(
        result.relatedLocations?.every(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri === BROKEN) ??
          true,
      ).toBe(true)
    })
    expect(results.length - rules.length).toBeGreaterThan(0)
  })

  it('names its rules, the log with its hash, and the map with its own', () => {
    const run = sarif.runs[0]
    const ids = new Set(run?.tool.driver.rules?.map(({ id }) => id))
    expect(run?.results?.every(({ ruleId }) => ids.has(ruleId ?? ''))).toBe(true)
    const hash = createHash('sha256')
      .update(readFileSync(path.join(root, BROKEN)))
      .digest('hex')
    expect(run?.artifacts).toEqual([
      { location: { uri: BROKEN }, roles: ['analysisTarget'], hashes: { 'sha-256': hash } },
    ])
    // All versions of the history, oldest first; the contacts are of the last.
    expect(run?.properties?.['versions']).toEqual([
      { version: '2026.1', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { version: '2026.2', hash: summary.map.hash },
    ])
  })

  it('gives the same fingerprints again, and others when the evidence is other', async () => {
    const again = file('again.sarif')
    await touchmap(['score', BROKEN, ...MAP, '--format', `sarif=${again}`])
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(file('a.sarif'), 'utf8'))
    const prints = sarif.runs[0]?.results?.map(
      ({ partialFingerprints }) => partialFingerprints?.['touchmap/evidence/v1'],
    )
    expect(new Set(prints).size).toBe(prints?.length)
  })
})

describe('the other formats', () => {
  it('CSV has the figures of json, a row each', () => {
    const rows = parse(readFileSync(file('a.csv')), { columns: true, bom: true }) as Record<string, string>[]
    const of = (level: string) => rows.filter((row) => row['level'] === level)
    expect(of('overall')).toHaveLength(1)
    expect(Number(of('overall')[0]?.['compliance_rate'])).toBe(summary.overall.compliance.rate)
    expect(of('touchpoint').map((row) => [row['name'], Number(row['interactions']), Number(row['adherence'])])).toEqual(
      summary.touchpoints.map(({ code, interactions, adherence }) => [code, interactions, adherence.mean]),
    )
    expect(of('version')).toHaveLength(summary.versions.length)
    expect(new Set(rows.map((row) => row['map_hash']))).toEqual(new Set([summary.map.hash]))
  })

  it('JUnit fails the threshold that is missed, and no other', () => {
    const found: Record<string, string>[] = []
    let failures = 0
    const parser = new SaxesParser()
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'testcase') found.push({ ...attributes })
      if (name === 'failure') failures++
    })
    parser.write(readFileSync(file('a.xml'), 'utf8')).close()
    expect(failures).toBe(1)
    expect(found).toContainEqual({ classname: 'overall', name: 'compliance 0.5', time: '0' })
    for (const { code } of summary.touchpoints) expect(found.some(({ classname }) => classname === code)).toBe(true)
  })

  it('Markdown is as the golden shows', async () => {
    const run = await touchmap([
      'score',
      'fixtures/score/basic/calls.csv',
      '--map',
      'fixtures/score/basic/map',
      '--format',
      'markdown',
      '--lang',
      'zh',
    ])
    await expect(run.stdout.replace(/touchmap \d\S*/, 'touchmap VERSION')).toMatchFileSnapshot(
      path.join(root, 'fixtures/score/basic/expected.score.md'),
    )
  })
})
