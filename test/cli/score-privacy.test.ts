import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

/** What must be found in no report: a name, an address, a mobile number, an ID number, a bank card, a mail address. */
const SECRETS = ['王小明', '幸福路', '13912345678', '11010519491231002X', '6222021234567890128', 'ming@example.org']
const SAID =
  '我叫王小明，住幸福路 8 号，手机13912345678，身份证11010519491231002X，卡号6222021234567890128，ming@example.org'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-privacy-'))
afterAll(() => rmSync(folder, { recursive: true }))
const calls = path.join(folder, 'calls.csv')
const FORMATS = ['pretty', 'json', 'csv', 'markdown', 'junit', 'sarif']

/** Every format of `score` at once with both lists, all kinds of blocks asked for; every file by its name. */
async function everything(name: string, ...more: string[]): Promise<Record<string, string>> {
  const out = path.join(folder, name)
  const argv = ['score', calls, '--map', 'fixtures/score/basic/map', '--measures', '--by', 'agent,day', '--lang', 'zh']
  const formats = FORMATS.flatMap((format) => ['--format', `${format}=${out}.${format}`])
  const lists = ['--each', `${out}.jsonl`, '--list', `${out}.list`]
  const { stdout, stderr, code } = await touchmap([...argv, ...formats, ...lists, ...more])
  expect([code, stdout]).toEqual([1, ''])
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}.`))
  const texts = files.map((file) => [file.slice(name.length + 1), readFileSync(path.join(folder, file), 'utf8')])
  return { ...(Object.fromEntries(texts) as Record<string, string>), stderr }
}

let first: Record<string, string>
beforeAll(async () => {
  const lines = readFileSync(path.join(root, 'fixtures/score/basic/calls.csv'), 'utf8').trimEnd().split('\n')
  // In what was said, in an attribute, in a name of an event, in an axis, in a column of a contact, in a line refused.
  const salted = [
    `${lines[0] ?? ''},remark`,
    ...lines.slice(1).map((line) => `${line.replaceAll('13812345678', SAID).replace('coffee.break', '13912345678')},`),
    `c-02,said,2026-07-03 09:12:00,agent,a08,"保证，${SAID}",,,,,,"${SAID}"`,
    `c-10,call.opened,2026-07-03 10:20:00,,a07,"${SAID}",plan-change,13912345678,gotone,,,"${SAID}"`,
    `c-11,said,13912345678,agent,a07,"${SAID}",plan-change,voice,gotone,,,"${SAID}"`,
  ]
  writeFileSync(calls, `${salted.join('\n')}\n`)
  first = await everything('first')
})

describe('all formats of one run', () => {
  it('are all written, and each tells of the contact', () => {
    expect(Object.keys(first).sort()).toEqual([...FORMATS, 'jsonl', 'list', 'stderr'].sort())
    for (const name of ['jsonl', 'list', 'sarif']) expect(first[name], name).toContain('c-02')
    for (const name of FORMATS) expect(first[name], name).toContain('VG-PC')
  })

  it('hold nothing a customer said, and no number of his', () => {
    for (const [name, text] of Object.entries(first)) {
      for (const secret of SECRETS) expect(text.includes(secret), `${secret} in ${name}`).toBe(false)
    }
  })

  it('are the same to the byte when run again, alone, elsewhere and on threads', async () => {
    const before = process.env['TZ']
    process.env['TZ'] = 'America/New_York'
    try {
      const again = await everything('again', '--threads', '2')
      for (const [name, text] of Object.entries(first)) expect(again[name], name).toBe(text)
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
    for (const format of FORMATS) {
      const argv = ['score', calls, '--map', 'fixtures/score/basic/map', '--measures', '--by', 'agent,day']
      const { stdout } = await touchmap([...argv, '--lang', 'zh', '--format', format])
      expect(stdout, format).toBe(first[format])
    }
  })
})

it('what was said is shown by inspect where it is asked for, and nowhere else', async () => {
  const argv = ['inspect', 'c-02', calls, '--map', 'fixtures/score/basic/map', '--format', 'json']
  expect((await touchmap(argv)).stdout).not.toContain('王小明')
  expect((await touchmap([...argv, '--show-text'])).stdout).toContain('王小明')
})
