import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Log } from 'sarif'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

const HERE = path.join(root, 'fixtures/score/accepted')
const LOG = 'fixtures/score/basic/calls.csv'
const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-accepted-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The map of `fixtures/score/basic` with a file of accepted failures; `change` alters one of its files. */
function mapWith(name: string, accepted: string, change?: { file: string; from: string; to: string }): string {
  const map = path.join(folder, name)
  cpSync(path.join(root, 'fixtures/score/basic/map'), map, { recursive: true })
  writeFileSync(path.join(map, 'accepted.yaml'), accepted)
  edit(path.join(map, 'touchmap.yaml'), 'scorecard.yaml]', 'scorecard.yaml, accepted.yaml]')
  if (change) edit(path.join(map, change.file), change.from, change.to)
  return map
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

const read = (name: string) => readFileSync(path.join(HERE, name), 'utf8')
const scrub = (text: string) => text.replaceAll(/(?:\.\.\/)*[^\s"<>]*touchmap-accepted-\w+\//g, '')

interface Inspected {
  verdict: string
  adherence: number
  because: { kind: string; value?: number; aside?: true }[]
  score: { value: number }
  scoreAfter?: number
  rules: { rule: string; outcome: string; fingerprint?: string; accepted?: { id: string; until: string } }[]
  deviations: { kind: string; step?: string; fingerprint: string; accepted?: { owner: string } }[]
}
async function inspect(map: string, ...rest: string[]): Promise<Inspected> {
  const run = await touchmap(['inspect', 'c-02', LOG, '--map', map, '--format', 'json', ...rest])
  expect([run.code, run.stderr]).toEqual([0, ''])
  return JSON.parse(run.stdout) as Inspected
}

/** All that c-02 fails by. */
const ALL = [
  'rule: no-promise',
  'rule: plan-change/verify-first',
  'rule: plan-change/verify/within',
  'rule: plan-change/change/by',
  'rule: plan-change/change/records',
  'deviation: out-of-order\n    step: change',
  'deviation: unforeseen\n    event: coffee.break',
  'deviation: skipped\n    step: explain',
]
  .map(
    (item, at) =>
      `  - id: all-${at}\n    ${item}\n    touchpoint: VG-PC\n    owner: 质检部\n    because: 试行\n    until: 2026-07-03\n`,
  )
  .join('')

let map: string
beforeAll(() => {
  map = mapWith('map', read('accepted.yaml'))
})

describe('accepted failures', () => {
  it.each([
    ['zh', 80],
    ['zh', 140],
    ['en', 80],
    ['en', 140],
  ])('are told in %s at %d columns', async (lang, columns) => {
    const argv = [LOG, '--map', map, '--lang', String(lang)]
    const score = await touchmap(['score', ...argv], { columns: Number(columns) })
    await expect(scrub(score.stdout).replace(/\s+(Asia\/Shanghai)/, ' $1')).toMatchFileSnapshot(
      path.join(HERE, `score.${lang}.${columns}.txt`),
    )
    const one = await touchmap(['inspect', 'c-02', ...argv], { columns: Number(columns) })
    await expect(scrub(one.stdout)).toMatchFileSnapshot(path.join(HERE, `inspect.c-02.${lang}.${columns}.txt`))
  })

  it.each(['json', 'csv', 'markdown', 'junit', 'sarif'])('are counted apart in %s', async (format) => {
    const run = await touchmap(['score', LOG, '--map', map, '--format', format, '--lang', 'en'])
    const ending = { json: 'json', csv: 'csv', markdown: 'md', junit: 'xml', sarif: 'sarif.json' }[format]
    await expect(scrub(run.stdout)).toMatchFileSnapshot(path.join(HERE, `score.${ending}`))
  })

  it('are suppressions in SARIF, with their justification and place; all other results have none', async () => {
    const run = await touchmap(['score', LOG, '--map', map, '--format', 'sarif', '--lang', 'en'])
    const results = (JSON.parse(run.stdout) as Log).runs[0]?.results ?? []
    expect(results.every(({ suppressions }) => suppressions !== undefined)).toBe(true)
    const suppressed = results.flatMap(({ ruleId, suppressions = [] }) => suppressions.map((each) => [ruleId, each]))
    expect(suppressed).toMatchObject([
      [
        'adherence',
        {
          kind: 'external',
          status: 'accepted',
          justification:
            'explained-by-letter: since July the charges are explained by text message (Quality, Ms Wang, until 2026-07-31)',
          location: { physicalLocation: { region: { startLine: 2 } } },
        },
      ],
      ['plan-change/change/by', { location: { physicalLocation: { region: { startLine: 10 } } } }],
    ])
  })

  it('leave outcome, adherence and score as found, and say what the verdict was judged by', async () => {
    const bare = await inspect(path.join(root, 'fixtures/score/basic/map'))
    const marked = await inspect(map)
    expect([marked.adherence, marked.score.value]).toEqual([bare.adherence, bare.score.value])
    expect(marked.rules.map(({ outcome }) => outcome)).toEqual(bare.rules.map(({ outcome }) => outcome))
    expect(marked.verdict).toBe('fail')
    expect(marked.because[0]).toEqual({ kind: 'adherence', state: 'fail', value: 0.727273, limit: 0.8, aside: true })
    expect(marked.rules.filter(({ accepted }) => accepted).map(({ rule, accepted }) => [rule, accepted?.id])).toEqual([
      ['plan-change/change/by', 'training-week'],
    ])
    expect(marked.deviations.map(({ kind, accepted }) => [kind, accepted !== undefined])).toEqual([
      ['outOfOrder', false],
      ['unforeseen', false],
      ['skipped', true],
    ])
  })

  it('are neither pass nor fail where nothing else stands against the contact', async () => {
    const whole = mapWith('whole', `accepted:\n${ALL}`)
    const found = await inspect(whole)
    expect([found.verdict, found.adherence, found.score.value, found.scoreAfter]).toEqual([
      'accepted',
      0.636364,
      0,
      null,
    ])
    const { stdout } = await touchmap(['score', LOG, '--map', whole, '--format', 'json'])
    const { overall } = JSON.parse(stdout) as {
      overall: {
        compliance: Record<string, number>
        adherence: { mean: number }
        rules: { rule: string; fail: number; accepted: number }[]
      }
    }
    expect(overall.compliance).toMatchObject({ rate: 1, pass: 2, fail: 0, accepted: 1, strict: 0.666667 })
    expect(overall.adherence.mean).toBe(0.859091)
    expect(overall.rules.find(({ rule }) => rule === 'no-promise')).toMatchObject({ fail: 0, accepted: 1 })
  })

  it('hold to the end of their last day in the time zone of the map, and not a moment longer', async () => {
    const whole = mapWith('day', `accepted:\n${ALL}`)
    const verdictAt = async (asOf: string) => (await inspect(whole, '--as-of', asOf)).verdict
    expect(await verdictAt('2026-07-03T23:59:59+08:00')).toBe('accepted')
    expect(await verdictAt('2026-07-03')).toBe('accepted')
    expect(await verdictAt('2026-07-04T00:00:00+08:00')).toBe('fail')
    const later = mapWith(
      'later',
      `accepted:\n${ALL.replaceAll('until: 2026-07-03', 'from: 2026-07-04\n    until: 2026-07-09')}`,
    )
    expect((await inspect(later, '--as-of', '2026-07-03')).verdict).toBe('fail')
    expect((await inspect(later, '--as-of', '2026-07-04')).verdict).toBe('accepted')
  })

  it('are found by validate once they have expired', async () => {
    const codes = async (...argv: string[]) => {
      const run = await touchmap(['validate', map, '--format', 'json', ...argv])
      const { findings } = JSON.parse(run.stdout) as {
        findings: { rule: string; range: { start: { line: number } } }[]
      }
      return findings.filter(({ rule }) => rule === 'acceptance-expired').map(({ range }) => range.start.line)
    }
    expect(await codes('--as-of', '2026-03-31')).toEqual([])
    expect(await codes('--as-of', '2026-04-01')).toEqual([17])
    expect(await codes('--as-of', '2026-08-01')).toEqual([2, 10, 17])
  })

  it('give the same on several threads', async () => {
    const argv = ['score', LOG, '--map', map, '--format', 'json']
    expect((await touchmap([...argv, '--threads', '3'])).stdout).toBe((await touchmap(argv)).stdout)
  })
})

describe('a fingerprint', () => {
  const prints = ({ rules, deviations }: Inspected) => [
    ...rules.flatMap(({ rule, fingerprint }) => (fingerprint === undefined ? [] : [[rule, fingerprint]])),
    ...deviations.map(({ kind, step, fingerprint }) => [`${kind} ${step}`, fingerprint]),
  ]

  it('comes out the same again, elsewhere, and where something of the contact is accepted', async () => {
    const first = prints(await inspect(map))
    expect(first).toHaveLength(8)
    expect(new Set(first.map(([, print]) => print)).size).toBe(8)
    expect(prints(await inspect(map))).toEqual(first)
    expect(prints(await inspect(mapWith('elsewhere', `accepted:\n${ALL}`)))).toEqual(first)
    const log = path.join(folder, 'copy.csv')
    writeFileSync(log, readFileSync(path.join(root, LOG)))
    const run = await touchmap(['inspect', 'c-02', log, '--map', map, '--format', 'json'])
    expect(prints(JSON.parse(run.stdout) as Inspected)).toEqual(first)
  })

  it('is another where a rule of the map or an event of the evidence is', async () => {
    const first = new Map(prints(await inspect(map)) as [string, string][])
    const change = { file: 'flows/plan-change.yaml', from: 'limit: 2 min', to: 'limit: 1 min' }
    const otherMap = new Map(
      prints(await inspect(mapWith('changed', read('accepted.yaml'), change))) as [string, string][],
    )
    expect([...otherMap.keys()]).toEqual([...first.keys()])
    for (const [item, print] of otherMap) expect(print).not.toBe(first.get(item))
    const log = path.join(folder, 'changed.csv')
    writeFileSync(log, readFileSync(path.join(root, LOG), 'utf8').replace('2026-07-03 09:11:00', '2026-07-03 09:11:01'))
    const run = await touchmap(['inspect', 'c-02', log, '--map', map, '--format', 'json'])
    const otherLog = new Map(prints(JSON.parse(run.stdout) as Inspected) as [string, string][])
    const differing = [...first.keys()].filter((item) => otherLog.get(item) !== first.get(item))
    expect(differing).toEqual([
      'plan-change/verify-first',
      'plan-change/change/by',
      'plan-change/change/records',
      'outOfOrder change',
    ])
  })

  it('is the same in the list, in SARIF and as inspect prints it, and can be accepted by itself', async () => {
    const { rules } = await inspect(map)
    const print = rules.find(({ rule }) => rule === 'no-promise')?.fingerprint ?? ''
    expect(print).toMatch(/^e-[0-9a-f]{20}$/)
    const list = path.join(folder, 'list.csv')
    const run = await touchmap(['score', LOG, '--map', map, '--format', 'sarif', '--list', list])
    expect(run.stdout).toContain(print)
    expect(readFileSync(list, 'utf8')).toContain(print)
    expect((await touchmap(['inspect', 'c-02', LOG, '--map', map])).stdout).toContain(print)
    const only = (fingerprint: string) =>
      `accepted:\n  - { id: one, rule: no-promise, fingerprint: ${fingerprint}, owner: a, because: b, until: 2026-12-31 }\n`
    const accepted = async (name: string, fingerprint: string) =>
      (await inspect(mapWith(name, only(fingerprint)))).rules.flatMap((each) => (each.accepted ? [each.rule] : []))
    expect(await accepted('by-print', print)).toEqual(['no-promise'])
    expect(await accepted('by-another', 'e-00000000000000000000')).toEqual([])
  })
})

test('a threshold for one rule, of the scorecard or the command line, in every format', async () => {
  const strict = mapWith('strict', 'accepted: []\n', {
    file: 'scorecard.yaml',
    from: 'per: { VG-PC',
    to: 'rules: { no-promise: 0.9 }, per: { VG-PC',
  })
  const argv = ['score', LOG, '--map', strict, '--lang', 'en', '--fail-under', 'rule:plan-change/greet/by=0.95']
  const json = await touchmap([...argv, '--format', 'json'])
  expect(json.code).toBe(1)
  const { thresholds } = JSON.parse(json.stdout) as { thresholds: { name: string; scope: string; ok: boolean }[] }
  expect(thresholds.filter(({ name }) => name === 'rule')).toMatchObject([
    { scope: 'no-promise', limit: 0.9, value: 0.5, ok: false, from: 'scorecard', source: { file: 'scorecard.yaml' } },
    { scope: 'plan-change/greet/by', limit: 0.95, value: 1, ok: true, from: 'option' },
  ])
  const sentence = 'no-promise: pass rate of the rule 50.0%, at least 90% asked for (scorecard.yaml:1)'
  const junit = (await touchmap([...argv, '--format', 'junit'])).stdout
  expect(junit).toContain(
    `<testcase classname="no-promise" name="rule 0.9" time="0">\n      <failure type="threshold" message="${sentence}"/>`,
  )
  expect(junit).toContain('<testcase classname="plan-change/greet/by" name="rule 0.95" time="0"/>')
  expect((await touchmap([...argv, '--format', 'pretty'])).stdout).toContain(sentence)
  expect((await touchmap([...argv, '--format', 'markdown'])).stdout).toContain(
    '| **missed** | no-promise rule | 90.0% | 50.0% |',
  )
})
