import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { outputSchema } from '../support/output-schema.ts'
import { touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-review-'))
afterAll(() => rmSync(folder, { recursive: true }))
const LOG = ['maps/hotline-10086/logs/july.csv', '--map', 'maps/hotline-10086']

interface Row {
  interaction: string
  rule: string
  outcome: string
  fingerprint: string
}
const rowsOf = (text: string): Row[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)

async function draw(name: string, ...argv: string[]) {
  const out = path.join(folder, name)
  const run = await touchmap(['sample', ...LOG, ...argv, '--out', out])
  return { ...run, out, text: readFileSync(out, 'utf8') }
}

describe('touchmap sample', () => {
  it('draws so many of each agent, the same for the same seed and another for another', async () => {
    const one = await draw('a.jsonl', '--per', 'agent=2', '--stratify', 'touchpoint', '--seed', '7')
    expect(one.code).toBe(0)
    const agents = new Map<string, Set<string>>()
    for (const row of rowsOf(one.text) as (Row & { agent: string })[]) {
      agents.set(row.agent, (agents.get(row.agent) ?? new Set()).add(row.interaction))
    }
    expect(agents.size).toBeGreaterThan(5)
    for (const drawn of agents.values()) expect(drawn.size).toBe(2)
    expect((await draw('b.jsonl', '--per', 'agent=2', '--stratify', 'touchpoint', '--seed', '7')).text).toBe(one.text)
    expect((await draw('c.jsonl', '--per', 'agent=2', '--stratify', 'touchpoint', '--seed', '8')).text).not.toBe(
      one.text,
    )
  })

  it('gives the same contacts whatever the order of the rows', async () => {
    const right = 'maps/hotline-10086/logs/right.csv'
    const map = ['--map', 'maps/hotline-10086']
    const [head = '', ...lines] = readFileSync(right, 'utf8').trimEnd().split('\n')
    const ids = (text: string) => new Set(rowsOf(text).map(({ interaction }) => interaction))
    // Contacts are turned round as wholes: within one, the order of the file is the order of events.
    const contacts = new Map<string, string[]>()
    for (const line of lines) {
      const id = line.split(',')[head.replace('\ufeff', '').split(',').indexOf('interaction')] ?? ''
      contacts.set(id, [...(contacts.get(id) ?? []), line])
    }
    const turned = path.join(folder, 'turned.csv')
    writeFileSync(turned, [head, ...[...contacts.values()].reverse().flat(), ''].join('\n'))
    const out = path.join(folder, 'turned.jsonl')
    await touchmap(['sample', turned, ...map, '--size', '12', '--out', out])
    const drawn = ids(readFileSync(out, 'utf8'))
    await touchmap(['sample', right, ...map, '--size', '12', '--out', out])
    expect(ids(readFileSync(out, 'utf8'))).toEqual(drawn)
    expect(drawn.size).toBe(12)
  })

  it('writes a sheet for a spreadsheet, with no text of customers', async () => {
    const run = await touchmap(['sample', ...LOG, '--size', '1', '--lang', 'zh'])
    expect(run.code).toBe(0)
    expect(
      run.stdout.startsWith(
        '\ufeff交互,接触点,版本,坐席,规则,规则名称,机评结果,机评理由,证据,指纹,复核结论,复核人,复核理由,终裁\r\n',
      ),
    ).toBe(true)
    expect(run.stderr).toMatch(/^从 \d+ 次交互中抽取 1 次（种子 1）/)
  })

  it.each([
    [[], 'how many are to be drawn is not stated'],
    [['--per', 'agent'], '`--per agent` cannot be read'],
    [['--size', '-1'], '`--size -1` cannot be read'],
    [['--precision', '5'], '`--precision 5` cannot be read'],
    [['--per', 'agnet=2'], 'no contact has a field `agnet`'],
    [['--sheet', 'A3O2'], 'the log has no contact of agent `A3O2`\n  did you mean `A302`'],
  ])('%j is refused', async (argv, message) => {
    const run = await touchmap(['sample', ...LOG, ...argv])
    expect([run.code, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toContain(message)
  })

  it('gives an agent the three rules that failed most, with evidence', async () => {
    const broken = ['maps/hotline-10086/logs/broken.csv', '--map', 'maps/hotline-10086']
    const all = await touchmap(['sample', ...broken, '--size', '100000', '--out', path.join(folder, 'all.jsonl')])
    expect(all.code).toBe(0)
    const rows = rowsOf(readFileSync(path.join(folder, 'all.jsonl'), 'utf8')) as (Row & { agent: string })[]
    const failed = new Map<string, Map<string, number>>()
    for (const { agent, rule, outcome } of rows) {
      if (outcome !== 'fail' || rule === 'adherence') continue
      const of = failed.get(agent) ?? new Map<string, number>()
      failed.set(agent, of.set(rule, (of.get(rule) ?? 0) + 1))
    }
    const [agent, counts] = [...failed].find(([, of]) => of.size >= 3) ?? ['', new Map<string, number>()]
    const sheet = await touchmap(['sample', ...broken, '--sheet', agent])
    const listed = [...sheet.stdout.matchAll(/^Failed in (\d+) of .*Rule `([^`]+)`, (\S+:\d+)/gm)]
    const most = [...counts.values()].sort((a, b) => b - a).slice(0, 3)
    expect(listed.map(([, count]) => Number(count))).toEqual(most)
    for (const [, count, rule = ''] of listed) expect(counts.get(rule)).toBe(Number(count))
    expect(sheet.stdout).toMatch(/broken\.csv:\d+/)
  })
})

describe('touchmap review', () => {
  it('recomputes score and verdict, and keeps both values', async () => {
    const broken = 'maps/hotline-10086/logs/broken.csv'
    const map = ['--map', 'maps/hotline-10086']
    const out = path.join(folder, 'broken.jsonl')
    await touchmap(['sample', broken, ...map, '--size', '100000', '--out', out])
    const rows = rowsOf(readFileSync(out, 'utf8'))
    const failing = rows.filter(({ outcome }) => outcome === 'fail')
    const alone = failing.find(
      ({ interaction, rule }) =>
        rule !== 'adherence' && failing.filter((row) => row.interaction === interaction).length === 1,
    )
    if (alone === undefined) throw new Error('no contact fails by one rule alone')
    const sheet = path.join(folder, 'filled.jsonl')
    writeFileSync(
      sheet,
      rows
        .filter(({ interaction }) => interaction === alone.interaction)
        .map((row) =>
          JSON.stringify(
            row === alone ? { ...row, verdict: 'overturned', reviewer: 'li', reason: '说了，听得清' } : row,
          ),
        )
        .join('\n'),
    )
    const run = await touchmap(['review', sheet, '--log', broken, ...map, '--format', 'json'])
    expect(run.stderr).toBe('')
    const validate = outputSchema('review')
    expect(validate(JSON.parse(run.stdout)), JSON.stringify(validate.errors)).toBe(true)
    const report = JSON.parse(run.stdout) as {
      summary: unknown
      contacts: {
        machine: { verdict: string; score: number }
        final: { verdict: string; score: number }
        stale: string[]
      }[]
    }
    expect(report.summary).toEqual({ rows: expect.any(Number), reviewed: 1, confirmed: 0, overturned: 1, disputed: 0 })
    const [contact] = report.contacts
    expect(contact?.final).toEqual({ verdict: 'pass', score: 100 })
    expect(contact?.machine.score).toBeLessThan(100)
    expect(contact?.stale).toEqual([])
    expect(run.stdout).not.toContain('听得清')
    expect((await touchmap(['review', sheet, '--format', 'json', '--show-text'])).stdout).toContain('听得清')

    const old = path.join(folder, 'old.jsonl')
    writeFileSync(old, JSON.stringify({ ...alone, verdict: 'confirmed', fingerprint: 'e-0' }))
    const stale = await touchmap(['review', old, '--log', broken, ...map, '--lang', 'zh'])
    expect(stale.stdout).toContain('复核 1 项：维持 1，改判 0，有争议 0')
    expect(stale.stdout).toContain(`机评结果与复核表中的不同（地图或日志已变）：${alone.interaction}`)
  })

  it('names what it could not read, and goes on', async () => {
    const sheet = path.join(folder, 'bad.csv')
    writeFileSync(sheet, 'interaction,rule,outcome,verdict\nc1,r,pass,pass\nc2,r,pass,perhaps\n')
    const run = await touchmap(['review', sheet])
    expect(run.code).toBe(1)
    expect(run.stdout).toBe('1 items reviewed: 1 confirmed, 0 overturned, 0 disputed\n')
    expect(run.stderr).toBe(
      `${sheet}:3: \`verdict\` is “perhaps”; expected one of pass, fail, notApplicable, disputed, confirmed, overturned\n`,
    )
  })

  it.each([
    [['nowhere.csv'], 'nowhere.csv: no such file'],
    [['maps/hotline-10086/logs/july.csv'], 'july.csv:1: not a review sheet'],
    [['maps'], 'maps: cannot be read (EISDIR)'],
  ])('%j ends with 2', async (argv, message) => {
    const run = await touchmap(['review', ...argv])
    expect([run.code, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toContain(message)
  })
})
