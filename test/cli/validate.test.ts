import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

const golden = (name: string) => path.join(root, 'fixtures/load/twenty', name)
const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-validate-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Report {
  map: { id: string; version: string } | null
  summary: { errors: number; warnings: number; infos: number; files: number }
  findings: { rule: string; file: string; severity: string }[]
}

describe('touchmap validate', () => {
  it('finds twenty mistakes in nine files, one of which does not parse, and nothing else', async () => {
    const zh = await touchmap(['validate', 'fixtures/load/twenty', '--lang', 'zh'], { columns: 80 })
    await expect(zh.stdout).toMatchFileSnapshot(golden('expected.zh.txt'))
    const en = await touchmap(['validate', 'fixtures/load/twenty'], { columns: 80 })
    await expect(en.stdout).toMatchFileSnapshot(golden('expected.en.txt'))
    const json = await touchmap(['validate', 'fixtures/load/twenty', '--format', 'json'])
    await expect(json.stdout.replace(/"touchmap": "[^"]*"/, '"touchmap": "VERSION"')).toMatchFileSnapshot(
      golden('expected.json'),
    )
    const report = JSON.parse(json.stdout) as Report
    expect(report.findings).toHaveLength(20)
    expect(report.summary).toEqual({ errors: 19, warnings: 1, infos: 0, files: 9 })
    expect([zh.code, en.code, json.code]).toEqual([1, 1, 1])
    expect(zh.stderr + en.stderr + json.stderr).toBe('')
  })

  it('says nothing against a good map', async () => {
    expect(await touchmap(['validate', 'fixtures/load/good', '--fail-on', 'info'])).toEqual({
      code: 0,
      stdout: '10 files checked, nothing found\n',
      stderr: '',
    })
    expect((await touchmap(['validate', 'fixtures/load/good', '--lang', 'zh'])).stdout).toBe(
      '检查了 10 个文件\uff0c没有发现问题\n',
    )
    const json = await touchmap(['validate', 'fixtures/load/good/touchmap.yaml', '--format', 'json'])
    expect(JSON.parse(json.stdout)).toMatchObject({
      command: 'validate',
      map: { id: 'demo', version: '2026.2', effective: { from: '2026-07-01', until: '2026-12-31' } },
      summary: { errors: 0, warnings: 0, infos: 0, files: 10 },
      findings: [],
    })
  })

  it('takes the nearest map at or above the working directory', async () => {
    const cwd = path.join(root, 'fixtures/load/good/flows')
    expect((await touchmap(['validate'], { cwd })).stdout).toBe('10 files checked, nothing found\n')
  })

  it('shows only what is found in the file that is named', async () => {
    const { stdout, code } = await touchmap(['validate', 'fixtures/load/twenty/rules.yaml', '--format', 'json'])
    const report = JSON.parse(stdout) as Report
    expect(report.findings.map(({ rule, file }) => `${file} ${rule}`)).toEqual([
      'rules.yaml schema/unknown-key',
      'rules.yaml reference-unknown',
    ])
    expect(report.summary.files).toBe(1)
    expect(code).toBe(1)
  })

  it('checks a file beside the map that the map does not include, by its schema', async () => {
    cpSync(path.join(root, 'fixtures/load/good'), path.join(folder, 'beside'), { recursive: true })
    writeFileSync(path.join(folder, 'beside/mapping.yaml'), 'mapping: true\ncolums: {interaction: id}\n')
    const { stdout, code } = await touchmap(['validate', path.join(folder, 'beside/mapping.yaml'), '--format', 'json'])
    expect((JSON.parse(stdout) as Report).findings).toMatchObject([
      { rule: 'schema/unknown-key', suggestion: 'columns' },
    ])
    expect(code).toBe(1)
  })

  it('gives 1 at or above --fail-on, and 0 below it', async () => {
    const map = path.join(folder, 'blind')
    cpSync(path.join(root, 'fixtures/load/good'), map, { recursive: true })
    writeFileSync(
      path.join(map, 'touchpoints/all.yaml'),
      'touchpoints:\n  - {business: help, channel: all, brand: all, flow: intelligent-service}\n',
    )
    writeFileSync(
      path.join(map, 'scorecard.yaml'),
      'scorecard: true\nmode: points\nsections: [{id: a, name: a, items: [{rule: greeting}]}]\n',
    )
    const codes = await Promise.all(
      ['error', 'warning', 'info'].map(
        async (severity) => (await touchmap(['validate', map, '--fail-on', severity])).code,
      ),
    )
    expect(codes).toEqual([0, 1, 1])
  })

  it('checks several maps in one run and says which finding is whose', async () => {
    const { stdout, code } = await touchmap([
      'validate',
      'fixtures/load/good',
      'fixtures/load/twenty',
      '--format',
      'json',
    ])
    const report = JSON.parse(stdout) as Report
    expect(report.summary.files).toBe(19)
    expect(report.findings.every(({ file }) => file.startsWith('fixtures/load/twenty/'))).toBe(true)
    expect(code).toBe(1)
  })

  it('gives 2 for a path that is not there, a folder without a map and a wrong option', async () => {
    mkdirSync(path.join(folder, 'empty'))
    const missing = await touchmap(['validate', 'no/such/map'])
    expect(missing).toMatchObject({ code: 2, stdout: '', stderr: 'touchmap: there is no no/such/map\n' })
    const empty = await touchmap(['validate', path.join(folder, 'empty'), '--lang', 'zh'])
    expect(empty.code).toBe(2)
    expect(empty.stderr).toContain('没有 touchmap.yaml')
    expect((await touchmap(['validate'], { cwd: path.join(folder, 'empty') })).code).toBe(2)
    expect((await touchmap(['validate', '--format', 'xml'])).code).toBe(2)
    expect((await touchmap(['validate', '--nonsense'])).code).toBe(2)
  })

  it('gives 1, with a finding, when touchmap.yaml itself does not parse', async () => {
    const map = path.join(folder, 'unparsable')
    cpSync(path.join(root, 'fixtures/load/good'), map, { recursive: true })
    writeFileSync(path.join(map, 'touchmap.yaml'), 'map: demo\nname: "open\n')
    const { stdout, code } = await touchmap(['validate', map, '--format', 'json'])
    const report = JSON.parse(stdout) as Report
    expect(report.findings.map(({ rule, file }) => `${file} ${rule}`)).toEqual(['touchmap.yaml yaml/syntax'])
    expect(report.map).toBeNull()
    expect(code).toBe(1)
  })

  it.each([
    ['\u202e', 'schema/'],
    ['\u001b[31m\u202e', 'there is a control character, U+001B'],
  ])('writes nothing to a terminal that a file could use against it: %j', async (remark, found) => {
    const map = path.join(folder, 'hostile')
    cpSync(path.join(root, 'fixtures/load/good'), map, { recursive: true })
    writeFileSync(
      path.join(map, 'rules.yaml'),
      `rules: {"\\e[31mred\\u202e": {check: "true"}, x: {"\\e]8;;http://x\\a": 1}} # ${remark}\n`,
    )
    const { stdout } = await touchmap(['validate', map])
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
    expect(stdout).toContain(found)
  })
})
