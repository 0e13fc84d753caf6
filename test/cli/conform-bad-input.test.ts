import { gzipSync } from 'node:zlib'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openLogs } from '../../src/io/read-logs.ts'
import { touchmap } from '../support/run-cli.ts'

const repair = 'fixtures/conform/repair'
const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-bad-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

const conform = (model: string, log: string, ...more: string[]) =>
  touchmap(['conform', '--model', model, '--log', log, '--lang', 'en', '--format', 'json', ...more])
const against = (log: string, ...more: string[]) => conform(`${repair}/model.pnml`, log, ...more)

interface Report {
  readonly cases: number
  readonly totalCost: number
  readonly perVariant: readonly {
    readonly activities: readonly string[]
    readonly cases: number
    readonly cost: number
  }[]
  readonly deviations: readonly {
    readonly duration: { readonly with: { cases: number }; readonly without: { cases: number } } | null
  }[]
  readonly read: { readonly rejected: number; readonly notes: readonly object[] }
}
const report = (stdout: string): Report => JSON.parse(stdout) as Report

const event = (name: string, more = ''): string => `<event><string key="concept:name" value="${name}"/>${more}</event>`
const xes = `<log><trace><string key="concept:name" value="1"/>${event('check')}${event('test')}</trace></log>`

describe('gzip', () => {
  test.each([
    ['xes', xes],
    ['csv', 'case,activity\n1,check\n1,test\n'],
    ['jsonl', '{"case":"1","activity":"check"}\n'],
  ])('a .%s.gz cut at any byte is an error that names the file', async (ending, text) => {
    const whole = gzipSync(text)
    const file = written(`cut.${ending}.gz`, whole)
    expect((await against(file)).code).toBe(0)
    for (let cut = 0; cut < whole.length; cut++) {
      writeFileSync(file, whole.subarray(0, cut))
      const { code, stdout, stderr } = await against(file)
      expect({ cut, code, stdout }).toEqual({ cut, code: 2, stdout: '' })
      expect(stderr).toMatch(
        cut === 0 ? /^touchmap: \S+: the file is empty\n$/ : /: the gzip data is broken or cut short/,
      )
      expect(stderr).toContain(file)
      expect(stderr).not.toContain('    at ')
      // The reader of all other commands says the same.
      await expect(openLogs([file])).rejects.toThrow(stderr.split('\n')[0]?.slice('touchmap: '.length))
    }
  })

  test('with any byte changed it is read as it was, or refused', async () => {
    const whole = gzipSync(xes)
    const right = (await against(written('damaged.xes.gz', whole))).stdout
    for (let at = 0; at < whole.length; at++) {
      const damaged = Uint8Array.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0x41
      const { code, stdout, stderr } = await against(written('damaged.xes.gz', damaged))
      expect({ at, code }).toEqual({ at, code: stdout === right ? 0 : 2 })
      expect(stderr).not.toContain('    at ')
    }
  })

  test('of several members all are read, and a cut in the second is seen', async () => {
    const both = Buffer.concat([gzipSync('case,activity\n1,check\n'), gzipSync('1,test\n2,check\n')])
    expect(report((await against(written('two.csv.gz', both))).stdout).cases).toBe(2)
    expect((await against(written('two.csv.gz', both.subarray(0, -3)))).code).toBe(2)
  })
})

test('times in no form are noted with their line, and the case has no duration', async () => {
  const csv = 'case,activity,time\n1,check,2026-W47-7\n1,test,someday\n2,check,2026-325\n2,test,2026-326\n'
  const log = `<log><trace>${event('check', '<date key="time:timestamp" value="2026-11-22T10:15Z"/>')}\n${event('test', '<date key="time:timestamp" value="someday"/>')}</trace></log>`
  for (const [name, text, line] of [
    ['someday.csv', csv, 3],
    ['someday.xes', log, 2],
  ] as const) {
    const { read, deviations } = report((await against(written(name, text))).stdout)
    expect(read).toMatchObject({
      rejected: 0,
      notes: [
        { line, reason: 'a time that cannot be read; the mapping file may state `time-formats:`', occurrences: 1 },
      ],
    })
    // One of the two cases of the CSV has times, the one of XES has none that count.
    const known = deviations.map(({ duration }) => (duration ? duration.with.cases + duration.without.cases : 0))
    expect(new Set(known)).toEqual(new Set([name === 'someday.csv' ? 1 : 0]))
  }
  const { stdout } = await touchmap(
    ['conform', '--model', `${repair}/model.pnml`, '--log', path.join(folder, 'someday.csv'), '--lang', 'zh'],
    { columns: 120 },
  )
  expect(stdout).toContain('提示')
  expect(stdout).toContain('首处在第 3 行')
})

test.each([
  ['a heading alone', 'case,activity\n'],
  ['a XES without traces', '<log xes.version="1.0"/>'],
])('%s is a log of no cases, and says so', async (_what, text) => {
  const file = written('none', text)
  expect(report((await against(file)).stdout)).toMatchObject({ cases: 0, perVariant: [] })
  const { code, stdout } = await touchmap(['conform', '--model', `${repair}/model.pnml`, '--log', file, '--lang', 'en'])
  expect({ code, last: stdout.split('\n').at(-2) }).toEqual({ code: 0, last: 'There is no case in the log' })
})

test('lifecycle and classifier are as the options say', async () => {
  const step = (name: string, transition: string): string =>
    event(name, `<string key="lifecycle:transition" value="${transition}"/>`)
  const log = written(
    'pairs.xes',
    `<log><classifier name="Both" keys="concept:name lifecycle:transition"/><trace>${step('check', 'start')}${step('repair', 'start')}${step('check', 'complete')}${step('repair', 'complete')}</trace></log>`,
  )
  const words = async (...more: string[]) =>
    report((await against(log, ...more)).stdout).perVariant.map(({ activities }) => activities)
  expect(await words()).toEqual([['check', 'repair', 'check', 'repair']])
  expect(await words('--lifecycle', 'pairs')).toEqual([['check', 'repair']])
  expect(await words('--lifecycle', 'complete', '--classifier', 'Both')).toEqual([
    ['check+complete', 'repair+complete'],
  ])
  const { code, stderr } = await against(log, '--classifier', 'Nobody')
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `touchmap: ${log}: the log has no classifier \`Nobody\`; it has \`Both\`\n`,
  })
})

describe('models', () => {
  const net = readFileSync(`${repair}/model.pnml`, 'utf8')
  const cost = async (model: string, ...more: string[]): Promise<number> =>
    report((await conform(model, `${repair}/bare.csv`, ...more)).stdout).totalCost

  test('weights, a marking left out and one net of several give the same costs', async () => {
    const weighed = net.replace(/(<arc id="a[23]"[^>]*)\/>/g, '$1><inscription><text>2</text></inscription></arc>')
    const bare = net.replace('<initialMarking><text>1</text></initialMarking>', '')
    const two = net.replace('</net>', '</net><net id="other"><page id="q"><place id="z"/></page></net>')
    for (const text of [net, weighed, bare]) expect(await cost(written('same.pnml', text))).toBe(11)
    expect(await cost(written('two.pnml', two), '--net', 'repair')).toBe(11)
  })

  test.each<[what: string, text: string, message: RegExp]>([
    [
      'several nets',
      net.replace('</net>', '</net><net id="o"/>'),
      /:32:9 .*\n.*which one is meant[^]*one of `repair`, `o`/,
    ],
    ['an arc to nothing', net.replace('target="p5"', 'target="p99"'), /:30:7 .*\n.*`p99`, but there is no such place/],
    ['an arc between places', net.replace('source="t6"', 'source="p4"'), /:30:7 .*\n.*the arc joins two places/],
    [
      'a weight that is none',
      net.replace('target="t2"/>', 'target="t2"><inscription><text>x</text></inscription></arc>'),
      /:21:44 .*\n.*`x` is not a number/,
    ],
    [
      'a weight never met',
      net.replace('target="t2"/>', 'target="t2"><inscription><text>2</text></inscription></arc>'),
      /:12:7 .*\n.*the final marking cannot be reached/,
    ],
    [
      'no marking, two sources',
      net.replace(/<initialMarking>.*<\/initialMarking>/, '').replace(/<arc id="a2".*\n/, ''),
      /:4:3 .*\n.*no initial marking, and no single source/,
    ],
    [
      'a final marking of nothing',
      net.replace(
        '</page>',
        '</page><finalmarkings><marking><place idref="p7"><text>1</text></place></marking></finalmarkings>',
      ),
      /`p7`, but there is no such place/,
    ],
    [
      'a final marking never reached',
      net.replace(
        '</page>',
        '</page><finalmarkings><marking><place idref="p1"><text>2</text></place></marking></finalmarkings>',
      ),
      /:31:12 .*\n.*the final marking cannot be reached/,
    ],
    ['a file cut short', net.slice(0, 700), /the element `<name>` has no end tag/],
  ])('%s is an error with its place', async (_what, text, message) => {
    const { code, stdout, stderr } = await conform(written('bad.pnml', text), `${repair}/bare.csv`)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })

  test('BPMN is a model as its net is, whatever its ending', async () => {
    const flows = [
      ['s', 'a'],
      ['a', 'c'],
      ['c', 'x'],
      ['x', 'r'],
      ['x', 'p'],
      ['r', 'y'],
      ['p', 'y'],
      ['y', 't'],
      ['t', 'z'],
      ['z', 'e'],
    ]
    const names = { a: '受理', c: 'check', r: 'repair', p: 'replace', t: 'test', z: 'close' }
    const process = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P">
<startEvent id="s"/><exclusiveGateway id="x"/><exclusiveGateway id="y"/><endEvent id="e"/>
${Object.entries(names)
  .map(([id, name]) => `<task id="${id}" name="${name}"/>`)
  .join('\n')}
${flows.map(([from, to], at) => `<sequenceFlow id="f${at}" sourceRef="${from}" targetRef="${to}"/>`).join('\n')}
</process></definitions>`
    for (const name of ['repair.bpmn', 'repair.bpmn20.xml']) expect(await cost(written(name, process))).toBe(11)
    const { code, stderr } = await conform(
      written('bad.bpmn', process.replace('targetRef="e"', 'targetRef="w"')),
      `${repair}/bare.csv`,
    )
    expect(code).toBe(2)
    expect(stderr).toMatch(/bad\.bpmn:18:1 .*\n.*`targetRef` names `w`/)
  })
})
