import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { makeHotlineLog } from '../../bench/make-hotline-log.ts'
import { createFolderSource } from '../../src/io/model-sources.ts'
import { loadHistory } from '../../src/load/load-history.ts'
import { LogBuilder } from '../../src/log/build-log.ts'
import type { Log } from '../../src/log/event.ts'
import type { InteractionTable } from '../../src/log/interaction-table.ts'
import { NO_MAPPING } from '../../src/log/mapping.ts'
import { RowReader } from '../../src/log/read-rows.ts'
import { AXES, type MapHistory, type ProcessMap } from '../../src/model/map.ts'
import { formatScoreJson } from '../../src/report/score-json.ts'
import { createAlike } from '../../src/score/score-alike.ts'
import { createScoring } from '../../src/score/score-interaction.ts'
import { scoreInteractions, scoreShare, summarizeLog } from '../../src/score/score-log.ts'
import { createTally, type Tally } from '../../src/score/tally.ts'
import { root } from '../support/run-cli.ts'

const FOLDERS = [
  'maps/hotline-10086',
  'maps/six-step-after-sales',
  'maps/intelligent-service',
  'fixtures/score/basic/map',
]

function load(folder: string): { readonly history: MapHistory; readonly map: ProcessMap } {
  const { history } = loadHistory(createFolderSource(`${root}${folder}`))
  const map = history?.versions.at(-1)
  if (history === undefined || map === undefined) throw new Error(folder)
  return { history, map }
}

function tableOf(csv: Uint8Array, map: ProcessMap, ties: 'file' | 'any' = 'file'): Log<InteractionTable> {
  const builder = new LogBuilder({
    catalog: map.catalog,
    ...(map.timezone === undefined ? {} : { timezone: map.timezone }),
  })
  const reader = new RowReader(builder.file('log.csv', { ...NO_MAPPING, ties }))
  reader.push(csv)
  reader.end()
  return builder.build()
}

/** The printed result, by way of each result for itself, and by way of those that look alike. */
function bothWays(history: MapHistory, csv: Uint8Array, asOf?: number, ties?: 'file' | 'any'): [string, string] {
  const map = history.versions.at(-1) as ProcessMap
  const print = (tallied: (log: Log<InteractionTable>, until: number | undefined) => Tally) => {
    const log = tableOf(csv, map, ties)
    const until = asOf ?? log.interactions.latestTime
    return formatScoreJson(summarizeLog(history, log, tallied(log, until), { asOf: until }), {
      lang: 'en',
      version: '0.1.0',
    })
  }
  return [
    print((log, until) => {
      const tally = createTally()
      for (const result of scoreInteractions(history, log, until, tally)) void result
      return tally
    }),
    print((log, until) => scoreShare(history, log, until)),
  ]
}

const START = Date.parse('2026-07-03T01:00:00Z')

interface Row {
  readonly event: string
  readonly role: string
  readonly text: string
  readonly cells: Readonly<Record<string, string>>
}

/** Logs in the words of a map: a few contacts, each met several times with other people, times and data that few look at. */
function logsOf(map: ProcessMap): fc.Arbitrary<string> {
  const { catalog } = map
  const phrases = [...map.lexicons.values(), ...(map.inlineLexicons ?? [])].flatMap(({ any, all }) =>
    [...any, ...all].map(({ phrase }) => phrase.replaceAll(/\{.*?\}/g, '小王')),
  )
  const types = new Set([
    ...catalog.attributes.keys(),
    ...[...catalog.events.values()].flatMap((e) => [...e.attributes.keys()]),
  ])
  const attributes = [...types]
  const value = fc.constantFrom('1', '3', '5', '无', 'true', 'solve', 'transfer', '13812345678', 'x', '2026-07-04')
  const row: fc.Arbitrary<Row> = fc.record({
    event: fc.constantFrom(...catalog.events.keys(), 'coffee'),
    role: fc.constantFrom(...catalog.roles.keys(), '', 'stranger'),
    text: fc.constantFrom('', ' ', '您好', ...phrases, ...phrases.map((phrase) => `${phrase}，好的`)),
    cells: fc.dictionary(fc.constantFrom(...attributes, 'other'), value, { maxKeys: 3 }),
  })
  const axes = fc.record(
    Object.fromEntries(AXES.map((axis) => [axis, fc.constantFrom('', ...catalog.axes[axis].keys())])),
  )
  const contact = fc.record({ axes, rows: fc.array(row, { minLength: 1, maxLength: 7 }) })
  const met = fc.record({
    contact: fc.nat(),
    axes,
    ownAxes: fc.boolean(),
    agent: fc.constantFrom('', 'A1', 'A2'),
    start: fc.integer({ min: 0, max: 3 * 86_400_000 }),
    waits: fc.array(fc.constantFrom(0, 1000, 7000, 100_000, Number.NaN), { minLength: 7, maxLength: 7 }),
    other: fc.constantFrom('', 'a', 'b'),
  })
  const columns = ['interaction', 'event', 'time', 'role', 'actor', 'text', ...AXES, 'agent', ...attributes, 'other']
  return fc
    .tuple(fc.array(contact, { minLength: 1, maxLength: 4 }), fc.array(met, { minLength: 1, maxLength: 14 }))
    .map(([contacts, all]) => {
      const lines = [[...new Set(columns)].join(',')]
      for (const [i, one] of all.entries()) {
        const { axes: shared, rows } = contacts[one.contact % contacts.length] as (typeof contacts)[number]
        const own = one.ownAxes ? one.axes : shared
        let time = START + one.start
        for (const [k, { event, role, text, cells }] of rows.entries()) {
          const wait = one.waits[k] ?? 0
          if (!Number.isNaN(wait)) time += wait
          const values: Record<string, string> = {
            ...(k === 0 ? { ...own, agent: one.agent } : {}),
            other: one.other,
            ...cells,
            interaction: `i${(i * 7) % 100}`,
            event,
            time: Number.isNaN(wait) ? '' : new Date(time).toISOString(),
            role,
            actor: one.agent,
            text,
          }
          lines.push(
            [...new Set(columns)].map((column) => `"${(values[column] ?? '').replaceAll('"', '""')}"`).join(','),
          )
        }
      }
      return `${lines.join('\n')}\n`
    })
}

describe('interactions that look alike', () => {
  test.each(FOLDERS)('are counted as if each were judged: random logs of %s', (folder) => {
    const { history, map } = load(folder)
    fc.assert(
      fc.property(
        logsOf(map),
        fc.option(fc.integer({ min: START, max: START + 3 * 86_400_000 }), { nil: undefined }),
        fc.constantFrom('file' as const, 'file' as const, 'any' as const),
        (csv, asOf, ties) => {
          const [plain, alike] = bothWays(history, new TextEncoder().encode(csv), asOf, ties)
          expect(alike).toBe(plain)
        },
      ),
      { numRuns: 20 },
    )
  })

  const folder = mkdtempSync(join(tmpdir(), 'touchmap-alike-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('are most of a large log, and change no byte of its result', async () => {
    const path = join(folder, 'hotline.csv')
    await makeHotlineLog(path, 600)
    const csv = readFileSync(path)
    const { history, map } = load('maps/hotline-10086')
    const [plain, alike] = bothWays(history, csv)
    expect(alike).toBe(plain)
    expect(JSON.parse(alike)).toMatchObject({ interactions: { total: 600 } })

    const log = tableOf(csv, map)
    const { interactions } = log
    const asOf = interactions.latestTime
    const made = vi.spyOn(interactions, 'glance')
    const counting = createAlike(createScoring(history), log, asOf, createTally(), () => ({ asOf }))
    for (let at = 0; at < interactions.length; at++) expect(counting?.add(at)).toBe(true)
    // Those who call are held against the hours of the centre, each for itself; of the others most are never made.
    expect(made.mock.calls.length).toBeLessThan(450)
  })
})
