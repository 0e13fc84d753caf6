import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-measures-'))
afterAll(() => rmSync(folder, { recursive: true }))
const map = 'maps/call-centre-platform'
const log = `${map}/logs/broken.csv`
const score = async (...more: string[]) => touchmap(['score', log, '--map', map, '--lang', 'en', ...more])

interface Metric {
  readonly metric: string
  readonly evaluated: number
  readonly notEvaluated: number
  readonly share?: number
  readonly mean?: number
  readonly max?: number
}
interface Summary {
  readonly touchpoints: { code: string; business: string; interactions: number; metrics: Metric[] }[]
  readonly metrics: Metric[]
  readonly groups: { by: string[]; rows: { values: string[]; interactions: number; metrics: Metric[] }[] }
  readonly benchmarks: { measure: string; scope: string; value: number; benchmark: number; state: string }[]
  readonly measures: { fieldUse: { applied: number; reviewed: number; rate: number; undecided: number } | null }
}
type Row = Record<string, string>

let summary: Summary
let rows: Row[]
/** The rows of each interaction, read without touchmap. */
let contacts: Map<string, Row[]>
beforeAll(async () => {
  const csv = path.join(folder, 'a.csv')
  const run = await score('--by', 'business,agent', '--format', 'json', '--format', `csv=${csv}`)
  summary = JSON.parse(run.stdout) as Summary
  rows = parse(readFileSync(csv), { columns: true, bom: true }) as Row[]
  const events = parse(readFileSync(path.join(root, log)), { columns: true, bom: true }) as Row[]
  contacts = new Map()
  for (const row of events) {
    const id = row['interaction'] ?? ''
    contacts.set(id, [...(contacts.get(id) ?? []), row])
  }
})

/** Of sales, the share with a deal closed, counted from the file itself. */
function closedAmong(own: readonly Row[][]): { n: number; share: number | null } {
  const sales = own.filter((events) => events[0]?.['business'] === 'sale')
  const closed = sales.filter((events) => events.some(({ event }) => event === 'deal.closed'))
  return { n: sales.length, share: sales.length === 0 ? null : Math.round((closed.length / sales.length) * 1e6) / 1e6 }
}

const found = (metrics: readonly Metric[]) => {
  const closed = metrics.find(({ metric }) => metric === 'closed')
  return { n: closed?.evaluated, share: closed?.share }
}

describe("metrics of the map's own", () => {
  test('are what counting the file gives: overall, by touchpoint, by group', () => {
    const all = [...contacts.values()]
    expect(found(summary.metrics)).toEqual(closedAmong(all))
    expect(found(summary.metrics).n).toBeGreaterThan(20)
    const quotes = all.flatMap((events) => events.filter(({ event }) => event === 'quote.given').slice(0, 1))
    const amounts = quotes.flatMap(({ amount }) => (amount === '' ? [] : [Number(amount)]))
    const quotation = summary.metrics.find(({ metric }) => metric === 'quotation')
    expect([quotation?.evaluated, quotation?.notEvaluated]).toEqual([amounts.length, quotes.length - amounts.length])
    expect(quotation?.max).toBe(Math.max(...amounts))
    expect(quotation?.mean).toBeCloseTo(amounts.reduce((sum, each) => sum + each, 0) / amounts.length, 5)

    expect(summary.touchpoints.length).toBeGreaterThan(2)
    const sales = summary.touchpoints.filter(({ business }) => business === 'sale')
    expect(sales.reduce((sum, { metrics }) => sum + (found(metrics).n ?? 0), 0)).toBe(closedAmong(all).n)

    expect(summary.groups.by).toEqual(['business', 'agent'])
    for (const { values, metrics, interactions } of summary.groups.rows) {
      const own = all.filter(([first]) => first?.['business'] === values[0] && first?.['agent'] === values[1])
      expect(own.length).toBe(interactions)
      expect(found(metrics)).toEqual(closedAmong(own))
    }
  })

  test('stand in CSV with the figures of the JSON, and in Markdown', async () => {
    const metrics = rows.filter(({ level }) => level === 'metric')
    const whole = metrics.filter(({ scope }) => scope === '')
    expect(whole.map(({ name, statistic, value }) => [name, statistic, Number(value)])).toEqual(
      summary.metrics.flatMap(({ metric, ...figures }) =>
        (['count', 'share', 'mean', 'p90', 'max'] as const).flatMap((name) => {
          const value = (figures as Record<string, unknown>)[name]
          return value === undefined ? [] : [[metric, name, value]]
        }),
      ),
    )
    for (const { code, metrics: own } of summary.touchpoints) {
      const row = metrics.find(({ scope, name }) => scope === code && name === 'closed')
      expect([Number(row?.['counted']), row?.['value']]).toEqual([found(own).n, String(found(own).share ?? '')])
    }
    const groups = rows.filter(({ level }) => level === 'group')
    expect(groups.map(({ name, interactions }) => [name, Number(interactions)])).toEqual(
      summary.groups.rows.map(({ values, interactions }) => [values.join('/'), interactions]),
    )
    for (const lang of ['zh', 'en']) {
      const { stdout } = await touchmap([
        'score',
        log,
        '--map',
        map,
        '--lang',
        lang,
        '--by',
        'business',
        '--format',
        'markdown',
      ])
      await expect(stdout.replace(/touchmap \d\S*/, 'touchmap VERSION')).toMatchFileSnapshot(
        path.join(root, `fixtures/score/measures/expected.${lang}.md`),
      )
    }
  })
})

test('benchmarks: reached or missed, each by its own figure', () => {
  const states = summary.benchmarks.map(({ measure, state }) => [measure, state])
  // The whole 95 % interval of compliance, 71.3–88.3, lies below 0.9.
  expect(states).toEqual([
    ['use-trace', 'reached'],
    ['adherence', 'missed'],
    ['spread', 'reached'],
    ['roles', 'reached'],
    ['compliance', 'missed'],
    ['score', 'reached'],
  ])
})

test('field use is the share of reviewed contacts in which people found no failure', async () => {
  const sheet = path.join(folder, 'sheet.jsonl')
  await touchmap(['sample', log, '--map', map, '--size', '20', '--seed', '3', '--out', sheet])
  const drawn = readFileSync(sheet, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { interaction: string; rule: string })
  const ids = [...new Set(drawn.map(({ interaction }) => interaction))]
  expect(ids.length).toBe(20)
  // People find a failure in the first six, dispute one item of the seventh, and pass the rest.
  const filled = drawn.map((row, at) => {
    const which = ids.indexOf(row.interaction)
    const first = drawn.findIndex(({ interaction }) => interaction === row.interaction) === at
    return { ...row, reviewer: 'li', verdict: first && which < 6 ? 'fail' : first && which === 6 ? 'disputed' : 'pass' }
  })
  writeFileSync(sheet, filled.map((row) => JSON.stringify(row)).join('\n'))
  const { stdout } = await score('--reviews', sheet, '--format', 'json')
  expect((JSON.parse(stdout) as Summary).measures.fieldUse).toMatchObject({
    applied: 13,
    reviewed: 19,
    rate: Math.round((13 / 19) * 1e6) / 1e6,
    undecided: 1,
  })
  const { stdout: pretty } = await score('--reviews', sheet)
  expect(pretty).toContain('13 of 19 reviewed applied their flow')
})
