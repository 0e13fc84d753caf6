import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { CALL_CENTRE_PLATFORM } from '../../fixtures/shipped/call-centre-platform.ts'
import type { Contact, Row } from '../../fixtures/shipped/contact.ts'
import { loadShipped } from '../../fixtures/shipped/load-shipped.ts'
import { readLog } from '../../src/log/read-log.ts'
import { scoreLog } from '../../src/score/score-log.ts'
import { root, touchmap } from '../support/run-cli.ts'

interface Summary {
  readonly metrics: readonly ({ readonly metric: string; readonly evaluated: number } & Record<string, unknown>)[]
  readonly groups?: {
    readonly by: readonly string[]
    readonly rows: readonly {
      readonly values: readonly (string | null)[]
      readonly interactions: number
      readonly adherence: { readonly mean: number; readonly perfect: number }
    }[]
  }
}

const folder = mkdtempSync(join(tmpdir(), 'touchmap-own-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function score(map: string, log: string, ...options: string[]): Promise<Summary> {
  const { stdout, stderr } = await touchmap(['score', log, '--map', map, '--format', 'json', ...options])
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Summary
}

const shipped = join(root, 'maps/call-centre-platform')
const right = join(shipped, 'logs/right.csv')
const contacts = CALL_CENTRE_PLATFORM.right()
const rowOf = (contact: Contact, event: string): Row | undefined => contact.rows.find((row) => row.event === event)
const of = (stage: string) => contacts.filter(({ head }) => head['business'] === stage)

describe('the platform of S17', () => {
  it('counts its own statistics as they are written', async () => {
    const { metrics } = await score(shipped, right)
    const sales = of('sale')
    const amounts = sales.map((contact) => Number(rowOf(contact, 'quote.given')?.data['amount']))
    const times = of('maintain')
      .map((contact) => (rowOf(contact, 'service.done')?.time ?? 0) - (rowOf(contact, 'need.stated')?.time ?? 0))
      .sort((a, b) => a - b)
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
    const closed = sales.filter((contact) => rowOf(contact, 'deal.closed') !== undefined)
    expect(metrics).toMatchObject([
      { metric: 'closed', evaluated: sales.length, share: Number((closed.length / sales.length).toFixed(6)) },
      {
        metric: 'quotation',
        count: amounts.length,
        mean: Number((sum(amounts) / amounts.length).toFixed(6)),
        max: Math.max(...amounts),
      },
      {
        metric: 'service-time',
        mean: Math.round(sum(times) / times.length),
        p90: times[Math.ceil(times.length * 0.9) - 1],
      },
    ])
  })

  it('groups by a field that the map declares', async () => {
    const { groups } = await score(shipped, right, '--by', 'industry')
    const industries = contacts.flatMap(
      ({ rows }) => rows.find(({ data }) => 'industry' in data)?.data['industry'] ?? [],
    )
    expect(groups?.by).toEqual(['industry'])
    expect(
      Object.fromEntries((groups?.rows ?? []).map(({ values, interactions }) => [values[0], interactions])),
    ).toEqual(
      Object.fromEntries(
        [...new Set(industries)].map((each) => [each, industries.filter((other) => other === each).length]),
      ),
    )
  })

  it('takes a new field, a new statistic and a changed flow as text, without a change of code', async () => {
    const own = join(folder, 'own')
    cpSync(shipped, own, { recursive: true })
    const change = (file: string, from: string, to: string): void => {
      const text = readFileSync(join(own, file), 'utf8')
      expect(text).toContain(from)
      writeFileSync(join(own, file), text.replace(from, to))
    }
    change('catalog.yaml', '  leadSource: string\n', '  leadSource: string\n  tier: string\n')
    change(
      'metrics/statistics.yaml',
      'metrics:\n',
      'metrics:\n  gold: {value: \'interaction.tier == "gold"\', type: share}\n',
    )
    change(
      'flows/develop.yaml',
      '  - id: note-progress\n',
      '  - {id: introduce, by: agent, proof: {event: interest.asked}}\n  - id: note-progress\n',
    )
    const [head = '', ...lines] = readFileSync(right, 'utf8').trim().split('\n')
    const log = join(folder, 'log.csv')
    writeFileSync(
      log,
      [`${head},tier`, ...lines.map((line, i) => `${line},${i < 5 ? 'gold' : 'plain'}`), ''].join('\n'),
    )

    const { metrics, groups } = await score(own, log, '--by', 'tier')
    expect(metrics[0]).toMatchObject({ metric: 'gold', evaluated: contacts.length, share: 1 / contacts.length })
    expect(groups?.rows.map(({ values, interactions }) => [values[0], interactions])).toEqual([
      ['gold', 1],
      ['plain', contacts.length - 1],
    ])
    const followed = contacts.length - of('develop').length
    expect(groups?.rows.reduce((total, { adherence }) => total + adherence.perfect, 0)).toBe(followed)
  })
})

describe('problems that come again (S15)', () => {
  const map = loadShipped('service-standard')
  const again = (second: string) => {
    const row = (id: string, time: string, problem: string) =>
      `${id},${time},article.searched,customer,consultation,knowledge-base,company,${problem}`
    const csv = [
      'interaction,time,event,role,business,channel,brand,problemKey',
      row('a', '2026-06-01T09:00:00+08:00', '包装破损'),
      row('b', second, '包装破损'),
      ...Array.from({ length: 7 }, (_, i) => row(`c${i}`, '2026-06-02T09:00:00+08:00', `问题${i}`)),
      '',
    ].join('\n')
    const { log } = readLog([{ path: 'log.csv', bytes: new TextEncoder().encode(csv) }], { catalog: map.catalog })
    if (log === undefined) throw new Error('no log')
    const { targets } = scoreLog({ versions: [map] }, log, { asOf: Date.UTC(2026, 11, 1) })
    return targets.map(({ rule, outcome }) => [rule.id, outcome])
  }

  it('one of nine within 30 days is more than a tenth; a second later it has not come again', () => {
    expect(again('2026-07-01T09:00:00+08:00')).toEqual([['not-again', 'fail']])
    expect(again('2026-07-01T09:00:01+08:00')).toEqual([['not-again', 'pass']])
  })
})
