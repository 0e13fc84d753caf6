import { gzipSync } from 'node:zlib'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { columnsOf } from '../../src/draw/columns.ts'
import { outputSchema } from '../support/output-schema.ts'
import { touchmap } from '../support/run-cli.ts'

const repair = 'fixtures/conform/repair'
const argv = (log: string, ...more: string[]) => ['conform', '--model', `${repair}/model.pnml`, '--log', log, ...more]
const golden = (name: string) => `../../fixtures/conform/repair/${name}`
const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-conform-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

const xes = readFileSync(`${repair}/log.xes`, 'utf8')

test.each([
  ['en', 100],
  ['zh', 100],
  ['en', 44],
  ['zh', 44],
])('conform prints variants and deviations in %s, %d columns wide', async (lang, columns) => {
  const { code, stdout, stderr } = await touchmap(argv(`${repair}/log.csv`, '--lang', lang), { columns })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const line of stdout.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(columns)
  await expect(stdout).toMatchFileSnapshot(golden(`expected.${lang}.${columns}.txt`))
})

test('conform --format json is as its schema says, and the same from CSV and XES', async () => {
  const csv = await touchmap(
    argv(`${repair}/log.csv`, '--format', 'json', '--moves', '--all-optimal', '2', '--lang', 'en'),
  )
  const report = JSON.parse(csv.stdout) as object
  const validate = outputSchema('conform')
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
  expect(Object.keys(report).slice(0, 11)).toEqual([
    'model',
    'log',
    'cases',
    'events',
    'variants',
    'emptyRunCost',
    'averageFitness',
    'logFitness',
    'totalCost',
    'notEvaluated',
    'perVariant',
  ])
  await expect(csv.stdout).toMatchFileSnapshot(golden('expected.json'))
  const other = await touchmap(
    argv(`${repair}/log.xes`, '--format', 'json', '--moves', '--all-optimal', '2', '--lang', 'en'),
  )
  expect(other.stdout.replace('log.xes', 'log.csv')).toBe(csv.stdout)
})

test('case and activity alone are a log', async () => {
  const { stdout } = await touchmap(argv(`${repair}/bare.csv`, '--format', 'json'))
  const report = JSON.parse(stdout) as { totalCost: number; deviations: { duration: unknown }[] }
  expect(report.totalCost).toBe(11)
  expect(report.deviations.every(({ duration }) => duration === null)).toBe(true)
})

test('costs are those given, for all and by activity', async () => {
  const total = async (...more: string[]): Promise<number> =>
    (
      JSON.parse((await touchmap(argv(`${repair}/log.csv`, '--format', 'json', ...more))).stdout) as {
        totalCost: number
      }
    ).totalCost
  expect(await total('--cost', 'model=3')).toBe(5 + 3 * 6)
  // Three skipped tests at 7; everything else as before.
  expect(await total('--cost-file', written('costs.json', '{"test": {"model": 7}}'))).toBe(11 - 3 + 21)
  expect((await touchmap(argv(`${repair}/log.csv`, '--cost', 'log=0'))).code).toBe(2)
  expect((await touchmap(argv(`${repair}/log.csv`, '--cost-file', written('bad.json', '{"a": -1}')))).code).toBe(2)
})

test('a flow of a map is a model, by its events', async () => {
  const log = written('calls.csv', 'case,activity\n1,call.offered\n1,call.answered\n')
  const run = ['conform', '--model', 'call-answering', '--map', 'maps/hotline-10086', '--log', log, '--format', 'json']
  const { code, stdout } = await touchmap([...run])
  expect(code).toBe(0)
  const report = JSON.parse(stdout) as { perVariant: { cost: number }[]; emptyRunCost: number }
  expect(report.perVariant[0]?.cost).toBe(report.emptyRunCost - 2)
})

test('events of a map are known by the names of its catalogue, and told by them', async () => {
  const log = written('named.csv', 'case,activity\n1,来电振铃\n1,接听\n1,客户陈述\n1,没有的事\n')
  const run = ['conform', '--model', 'call-answering', '--map', 'maps/hotline-10086', '--log', log]
  const { stdout } = await touchmap([...run, '--format', 'json', '--moves'])
  const report = JSON.parse(stdout) as {
    perVariant: { moves: { type: string; activity: string }[] }[]
    deviations: { kind: string; activity: string }[]
  }
  const ofType = (type: string) =>
    report.perVariant[0]?.moves.filter((move) => move.type === type).map(({ activity }) => activity)
  expect(ofType('sync')).toEqual(['来电振铃', '接听', '客户陈述'])
  expect(ofType('log')).toEqual(['没有的事'])
  expect(ofType('model')).toContain('problem.judged')
  expect((await touchmap([...run, '--lang', 'en'])).stdout).toContain('− Problem judged')
  expect((await touchmap([...run, '--lang', 'zh'])).stdout).toContain('− 判断去向')
})

describe('a budget', () => {
  // Two tokens on each of ten ways of one step: a net that no part of is sequential, against a trace that fits nowhere.
  const ways = Array.from({ length: 10 }, (_, at) => at)
  const silent = (id: string): string =>
    `<transition id="${id}"><toolspecific tool="ProM" version="6.4" activity="$invisible$" localNodeID="${id}"/></transition>`
  const weighed = (id: string, source: string, target: string): string =>
    `<arc id="${id}" source="${source}" target="${target}"><inscription><text>2</text></inscription></arc>`
  const net = `<?xml version="1.0"?><pnml><net id="n" type="http://www.pnml.org/version-2009/grammar/ptnet"><page id="g">
<place id="start"><initialMarking><text>1</text></initialMarking></place><place id="end"/>
${silent('fork')}${silent('join')}
<arc id="s" source="start" target="fork"/><arc id="e" source="join" target="end"/>
${ways.map((at) => `<place id="in${at}"/><place id="out${at}"/><transition id="t${at}"><name><text>step ${at}</text></name></transition>`).join('\n')}
${ways.map((at) => `${weighed(`f${at}`, 'fork', `in${at}`)}<arc id="i${at}" source="in${at}" target="t${at}"/><arc id="o${at}" source="t${at}" target="out${at}"/>${weighed(`j${at}`, `out${at}`, 'join')}`).join('\n')}
</page></net></pnml>`
  const steps = Array.from({ length: 18 }, (_, at) => (at % 3 === 0 ? 'step 0' : 'elsewhere'))
  const run = async (...budget: string[]) => {
    const model = written('wide.pnml', net)
    const log = written('wide.csv', `case,activity\n${steps.map((step) => `1,${step}\n`).join('')}`)
    return touchmap(['conform', '--model', model, '--log', log, '--format', 'json', '--lang', 'en', ...budget])
  }

  test.each([['2000'], ['69MB']])(
    'of %s that runs out gives proved bounds, the reason and exit code 1',
    async (budget) => {
      const { code, stdout, stderr } = await run('--budget', budget)
      const { notEvaluated, perVariant } = JSON.parse(stdout) as {
        notEvaluated: number
        perVariant: { cost: null; optimal: boolean; lower: number; upper: number; reason: string }[]
      }
      expect({ code, stderr, notEvaluated }).toEqual({ code: 1, stderr: '', notEvaluated: 1 })
      const [variant] = perVariant
      expect(variant).toMatchObject({ cost: null, optimal: false })
      // Two of `step 0` fit: sixteen events are too many, and eighteen steps missing; at worst nothing fits.
      expect(variant?.lower).toBeGreaterThan(0)
      expect(variant?.lower).toBeLessThanOrEqual(34)
      expect(variant?.upper).toBeGreaterThanOrEqual(34)
      expect(variant?.upper).toBeLessThanOrEqual(38)
      expect(variant?.reason).toMatch(/went over its limit of \d+ states/)
    },
  )

  test.each([
    ['10MB', '`--budget` needs 68MB of memory at least, got `10MB`'],
    ['1.5GB', '`--budget` must be a number of states, or memory such as 500MB or 2GB, got `1.5GB`'],
    ['0', '`--budget` must be a number of states, or memory such as 500MB or 2GB, got `0`'],
  ])('of %s is refused', async (budget, message) => {
    expect(await run('--budget', budget)).toMatchObject({ code: 2, stdout: '', stderr: `touchmap: ${message}\n` })
  })
})

describe('logs that are broken', () => {
  test.each([
    ['a truncated gzip', gzipSync(xes).subarray(0, 300), /gzip data is broken or cut short/],
    ['a gzip without its end', gzipSync(xes).subarray(0, -6), /gzip data is broken or cut short/],
    ['a file cut inside a tag', xes.slice(0, 700), /line \d+ \(byte \d+\) is not well-formed XML/],
    ['DOCTYPE', `<!DOCTYPE log [<!ENTITY a "b">]>${xes.slice(xes.indexOf('<log'))}`, /line 1 .*DOCTYPE is refused/],
    ['entities', xes.replace('value="K01"', 'value="&secret;"'), /the entity `&secret;` is refused/],
    ['elements nested without end', `<log>${'<string key="a" value="b">'.repeat(100_000)}`, /nested deeper than 256/],
    ['another root', '<definitions/>', /root is `<definitions>`, not the `<log>` of XES/],
    ['an encoding nobody reads', '<?xml version="1.0" encoding="EBCDIC"?><log/>', /the encoding `EBCDIC`/],
  ])('%s is a located error', async (name, content, message) => {
    const { code, stdout, stderr } = await touchmap(
      argv(written(`${name.replaceAll(' ', '-')}.xes`, content), '--lang', 'en'),
    )
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).not.toContain('    at ')
  })

  test('events without a name, and outside of traces, are rejected with their place', async () => {
    const log = `<log>
<trace><string key="concept:name" value="a"/><event><string key="org:resource" value="x"/></event>
<event><string key="concept:name" value="check"/></event></trace>
<event><string key="concept:name" value="check"/></event>
<trace><string key="concept:name" value="a"/></trace></log>`
    const { stdout } = await touchmap(argv(written('odd.xes', log), '--format', 'json', '--lang', 'en'))
    const report = JSON.parse(stdout) as { cases: number; read: object }
    expect(report.cases).toBe(2)
    expect(report.read).toEqual({
      read: 3,
      kept: 1,
      leftOut: 0,
      rejected: 2,
      rejects: [
        { line: 2, offset: log.indexOf('<event>'), reason: 'no event name' },
        { line: 4, offset: log.lastIndexOf('<event>'), reason: 'an event outside of any `<trace>`' },
      ],
      notes: [],
    })
  })

  test('a model that is none, or not read yet, ends with exit code 2', async () => {
    const bpmn = await touchmap(['conform', '--model', 'a.bpmn', '--log', `${repair}/log.csv`, '--lang', 'en'])
    expect({ code: bpmn.code, stderr: bpmn.stderr }).toEqual({
      code: 2,
      stderr: 'touchmap: a.bpmn: no such file\n',
    })
    const unreachable = readFileSync(`${repair}/model.pnml`, 'utf8').replace(/<arc id="a12".*\n/, '')
    const run = ['conform', '--model', written('dead.pnml', unreachable), '--log', `${repair}/log.csv`, '--lang', 'en']
    expect((await touchmap(run)).code).toBe(2)
  })
})
