import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SaxesParser } from 'saxes'
import { afterAll, describe, expect, it } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-cases-'))
afterAll(() => rmSync(folder, { recursive: true }))
const MAP = 'maps/standard-communication'
const CASES = path.join(root, MAP, 'standard-communication.cases.yaml')

/** The map with another file of cases, or with something replaced in it. */
function mapWith(name: string, change: (cases: string) => string, flow = (text: string) => text): string {
  const copy = path.join(folder, name)
  cpSync(path.join(root, MAP), copy, { recursive: true })
  writeFileSync(path.join(copy, 'standard-communication.cases.yaml'), change(readFileSync(CASES, 'utf8')))
  const file = path.join(copy, 'flows/standard-communication.yaml')
  writeFileSync(file, flow(readFileSync(file, 'utf8')))
  return copy
}

describe('touchmap test', () => {
  it('runs the cases that the map ships', async () => {
    const run = await touchmap(['test', '--map', MAP, '--format', 'json'])
    expect([run.code, run.stderr]).toEqual([0, ''])
    const { summary, coverage } = JSON.parse(run.stdout) as {
      summary: unknown
      coverage: { withoutCase: string[]; neverFail: string[]; neverPass: string[] }
    }
    expect(summary).toEqual({ cases: 9, pass: 9, fail: 0 })
    // A rule with a pass and a fail among the cases is in none of the lists.
    const gaps = [...coverage.withoutCase, ...coverage.neverFail, ...coverage.neverPass]
    for (const rule of ['respond/within', 'record/records', 'confirm/must-say', 'three-classes', 'no-jargon']) {
      expect(gaps).not.toContain(`standard-communication/${rule}`)
    }
    expect(coverage.neverPass).toContain('standard-communication/respond/by')
    expect(coverage.withoutCase).toContain('standard-communication/handle/by')
  })

  it('is not touched by what the map accepts', async () => {
    const map = mapWith('accepting', (cases) =>
      cases
        .slice(0, cases.indexOf('  - name:', cases.indexOf('expect:')))
        .replace('after: 12 s', 'after: 31 s')
        .replace('verdict: pass\n      score: 100', 'verdict: fail')
        .replace('respond/within: pass', 'respond/within: fail'),
    )
    const accepted = `accepted:
  - id: line-down
    rule: standard-communication/respond/within
    flow: standard-communication
    owner: {en: Operations, zh: 运维部}
    because: {en: the line was down, zh: 线路故障}
    until: 2099-12-31
`
    writeFileSync(path.join(map, 'accepted.yaml'), accepted)
    const file = path.join(map, 'touchmap.yaml')
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('include: [', 'pass: {score: 100}\ninclude: [accepted.yaml, '),
    )
    expect(readFileSync(file, 'utf8')).toContain('accepted.yaml')
    expect((await touchmap(['validate', map])).stdout).not.toContain('error')
    expect(await touchmap(['test', '--map', map])).toMatchObject({ code: 0 })
  })

  it('finds a rule that was changed, at the line of the expectation, with the reason', async () => {
    const map = mapWith(
      'changed',
      (cases) => cases,
      (flow) => flow.replace('limit: 30 s', 'limit: 45 s'),
    )
    const run = await touchmap(['test', '--map', map])
    expect(run.code).toBe(1)
    const line =
      readFileSync(CASES, 'utf8').split('\n').indexOf('      standard-communication/respond/within: fail') + 1
    expect(run.stdout).toContain('✗ An answer after 31 seconds is late by one')
    expect(run.stdout).toContain(
      `standard-communication.cases.yaml:${line}  standard-communication/respond/within should be fail and is pass`,
    )
    expect(run.stdout).toContain('9 cases: 8 pass, 1 fail')
    const zh = await touchmap(['test', '--map', map, '--lang', 'zh'])
    expect(zh.stdout).toContain('standard-communication/respond/within 应为 不通过，实为 通过')

    const junit = await touchmap(['test', '--map', map, '--format', 'junit'])
    const names: string[] = []
    const parser = new SaxesParser()
    parser.on('opentag', ({ name }) => names.push(name))
    parser.write(junit.stdout).close()
    expect([
      names.filter((name) => name === 'testcase').length,
      names.filter((name) => name === 'failure').length,
    ]).toEqual([9, 1])
  })

  it('names what the map does not know, with the nearest name', async () => {
    const map = mapWith('unknown', (cases) =>
      cases
        .replace('touchpoint: TEL-G', 'touchpoint: TEL-X')
        .replace('{standard-communication/respond/within: pass}', '{standard-communication/respond/withn: pass}'),
    )
    const run = await touchmap(['test', '--map', map])
    expect([run.code, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toContain('there is no touchpoint `TEL-X`')
    expect(run.stderr).toContain('this touchpoint has no rule `standard-communication/respond/withn`')
    expect(run.stderr).toContain('did you mean: `standard-communication/respond/within`')
  })

  it.each([
    ['cases: []\n', 'schema/'],
    [
      'cases:\n  - {name: a, touchpoint: TEL-G, events: [{event: request.received}], expect: {verdict: fine}}\n',
      'schema/value',
    ],
    [
      'cases:\n  - {name: a, touchpoint: TEL-G, events: [{event: request.received, after: soon}], expect: {verdict: pass}}\n',
      'reference-unknown',
    ],
    [
      'cases:\n  - {name: a, touchpoint: TEL-G, at: yesterday, events: [{event: request.received}], expect: {verdict: pass}}\n',
      'schema/value',
    ],
    ['rules: {}\n', 'no file of cases'],
  ])('%j is refused with its place', async (cases, message) => {
    const run = await touchmap(['test', '--map', mapWith('bad', () => cases)])
    expect([run.code, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toContain(message)
  })

  it('says when there are no cases, and fails on rules without one when asked', async () => {
    const none = await touchmap(['test', '--map', 'fixtures/score/basic/map'])
    expect([none.code, none.stderr]).toEqual([
      2,
      'touchmap: there is no *.cases.yaml in the folder of the map\n  docs/cases.md shows how cases are written\n',
    ])
    expect((await touchmap(['test', '--map', MAP, '--fail-uncovered'])).code).toBe(1)
  })
})
