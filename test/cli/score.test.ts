import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, test } from 'vitest'
import { columnsOf } from '../../src/draw/columns.ts'
import { outputSchema } from '../support/output-schema.ts'
import { root, touchmap } from '../support/run-cli.ts'

const basic = 'fixtures/score/basic'
const calls = `${basic}/calls.csv`
const map = ['--map', `${basic}/map`]
const golden = (name: string) => path.join(root, 'fixtures/score', name)
const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-score-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string | Uint8Array = '') => {
  const target = path.join(folder, name)
  if (text !== '') writeFileSync(target, text)
  return target
}

interface Report {
  log: { read: number; kept: number; rejected: number }
  interactions: Record<string, number>
  overall: { compliance: { rate: number }; adherence: { mean: number } }
  thresholds: { name: string; scope: string; value: number | null; ok: boolean }[]
}

describe('what it prints', () => {
  test.each([
    ['zh', 80],
    ['zh', 140],
    ['en', 80],
    ['en', 140],
  ])('in %s at %i columns', async (lang, columns) => {
    const run = await touchmap(['score', calls, ...map, '--lang', lang], { columns })
    await expect(run.stdout).toMatchFileSnapshot(golden(`basic/pretty.${lang}.${columns}.txt`))
    expect(run.code).toBe(1)
    expect(run.stderr).toContain(`\n  touchmap inspect c-02 ${calls} --map ${basic}/map\n`)
    for (const line of run.stdout.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(columns)
  })

  test('with several versions of the map', async () => {
    const argv = ['score', 'fixtures/score/versions/log.csv', '--map', 'fixtures/score/versions/2026.2']
    const run = await touchmap(argv, { columns: 100 })
    await expect(run.stdout).toMatchFileSnapshot(golden('versions/pretty.en.txt'))
    expect(run.code).toBe(0)
  })

  test('JSON as its schema says, with every key described', async () => {
    const validate = outputSchema('score')
    for (const argv of [
      [calls, ...map],
      ['fixtures/score/versions/log.csv', '--map', 'fixtures/score/versions/2026.2'],
      ['maps/hotline-10086/logs/july.csv', '--map', 'maps/hotline-10086'],
    ]) {
      const run = await touchmap(['score', ...argv, '--format', 'json'])
      expect(validate(JSON.parse(run.stdout)), JSON.stringify(validate.errors)).toBe(true)
    }
    const { stdout } = await touchmap(['score', calls, ...map, '--format', 'json'])
    await expect(stdout).toMatchFileSnapshot(golden('basic/score.json'))
  })

  test('no telephone number and nothing that was said, in any output', async () => {
    const each = file('private.jsonl')
    const list = file('private.csv')
    const printed = [
      await touchmap(['score', calls, ...map, '--each', each, '--list', list]),
      await touchmap(['score', calls, ...map, '--format', 'json']),
      await touchmap(['inspect', 'c-02', calls, ...map]),
      await touchmap(['inspect', 'c-02', calls, ...map, '--format', 'json']),
    ]
    const all = printed.map(({ stdout }) => stdout).join('') + readFileSync(each, 'utf8') + readFileSync(list, 'utf8')
    expect(all).not.toContain('13812345678')
    expect(all).not.toContain('保证便宜')
  })
})

describe('files', () => {
  test('--each writes what inspect prints, a line each', async () => {
    const each = file('each.jsonl')
    await touchmap(['score', calls, ...map, '--each', each])
    const lines = readFileSync(each, 'utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(8)
    const validate = outputSchema('inspect')
    for (const line of lines) {
      const one = JSON.parse(line) as { interaction: string }
      expect(validate(one), JSON.stringify(validate.errors)).toBe(true)
      const inspected = await touchmap(['inspect', one.interaction, calls, ...map, '--format', 'json'])
      expect(JSON.parse(inspected.stdout)).toEqual(one)
    }
  })

  test.each(['zh', 'en'])('--list writes the failing contacts for a spreadsheet, in %s', async (lang) => {
    const list = file(`failed.${lang}.csv`)
    await touchmap(['score', calls, ...map, '--list', list, '--lang', lang])
    const text = readFileSync(list, 'utf8')
    await expect(text).toMatchFileSnapshot(golden(`basic/failed.${lang}.csv`))
    expect(text.startsWith('\ufeff')).toBe(true)
    const rows = parse(text, { bom: true }) as string[][]
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([12]))
    expect(new Set(rows.slice(1).map((row) => row[0]))).toEqual(new Set(['c-02']))
    const times = rows.map((row) => [row[2], row[4], row[7]])
    expect(times).toContainEqual(['plan-change/verify/within', '10', '3:00'])
    expect(times).toContainEqual(['no-promise', '100', '0:06'])
    expect(times).toContainEqual(['adherence', '', '1:30'])
  })

  test('formulas are neutralised', async () => {
    const log = file(
      'formula.csv',
      [
        'interaction,event,time,agent,business,channel,brand,recording',
        '=1+1,call.opened,2026-07-03 09:00:00,@sum,bill-query,voice,gotone,"+cmd|""/c calc"""',
        '=1+1,call.closed,2026-07-03 09:00:09,@sum,,,,',
        '',
      ].join('\n'),
    )
    const list = file('formula-failed.csv')
    await touchmap(['score', log, ...map, '--list', list])
    const rows = parse(readFileSync(list, 'utf8'), { bom: true }) as string[][]
    expect(rows).toHaveLength(1)
    const strict = await touchmap(['score', log, '--map', 'fixtures/score/strict/map', '--list', list])
    expect(strict.stderr).toContain("touchmap inspect '=1+1' ")
    const [row] = (parse(readFileSync(list, 'utf8'), { bom: true }) as string[][]).slice(1)
    expect(row?.[0]).toBe("'=1+1")
    expect(row?.[1]).toBe("'@sum")
    expect(row?.[6]).toBe(`'+cmd|"/c calc"`)
  })

  test('an input is never written over, and nothing is left half-written', async () => {
    const log = file('own.csv', readFileSync(path.join(root, calls)))
    const before = readFileSync(log)
    const run = await touchmap(['score', log, ...map, '--each', log])
    expect([run.code, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toContain('is an input')
    expect(readFileSync(log).equals(before)).toBe(true)
    const both = await touchmap(['score', log, ...map, '--each', file('x'), '--list', file('x')])
    expect(both.code).toBe(2)
    const own = await touchmap(['score', log, ...map, '--list', `${basic}/map/rules.yaml`])
    expect(own.code).toBe(2)
    const folderAsFile = await touchmap(['score', log, ...map, '--list', folder])
    expect(folderAsFile.code).toBe(2)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(existsSync(file('x'))).toBe(false)
  })
})

describe('thresholds and exit codes', () => {
  const report = async (...argv: string[]) => {
    const run = await touchmap(['score', calls, ...map, '--format', 'json', ...argv])
    return { code: run.code, json: JSON.parse(run.stdout) as Report }
  }

  test('a threshold of the scorecard that is missed is exit code 1', async () => {
    const { code, json } = await report()
    expect(code).toBe(1)
    expect(json.thresholds.map(({ name, scope, ok }) => [name, scope, ok])).toEqual([
      ['compliance', 'overall', true],
      ['adherence', 'VG-PC', false],
    ])
  })

  test('--fail-under is held against the overall figures and adds to the scorecard', async () => {
    const argv = ['score', 'fixtures/score/versions/log.csv', '--map', 'fixtures/score/versions/2026.2']
    expect((await touchmap([...argv, '--fail-under', 'adherence=0.9,compliance=0.5'])).code).toBe(0)
    expect((await touchmap([...argv, '--fail-under', 'adherence=0.900001'])).code).toBe(1)
    const none = await touchmap([...argv, '--fail-under', 'score=1'])
    expect(none.code).toBe(1)
    expect(none.stdout).toContain('overall: score no value, at least 1 asked for (--fail-under)')
  })

  test('touchpoint thresholds hold for cells of at least 30 interactions', async () => {
    const line = (i: number) => `k${i},taken,2026-07-02 09:00:00\nk${i},returned,2026-07-02 09:01:00\n`
    const log = (n: number) =>
      file(`${n}.csv`, `interaction,event,time\n${Array.from({ length: n }, (_, i) => line(i)).join('')}`)
    const argv = (n: number) => [
      'score',
      log(n),
      '--map',
      'fixtures/score/versions/2026.2',
      '--fail-under',
      'touchpoint.adherence=0.9',
    ]
    expect((await touchmap(argv(29))).code).toBe(0)
    const run = await touchmap(argv(30))
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('D-repair: adherence 80.0%, at least 90% asked for (--fail-under)')
  })

  test('rejected rows change the code only with --max-rejects', async () => {
    const log = file('rejects.csv', 'interaction,event,time\na,taken,2026-07-02 09:00:00\na,returned,never\n')
    const argv = ['score', log, '--map', 'fixtures/score/versions/2026.2']
    expect((await touchmap(argv)).code).toBe(0)
    expect((await touchmap([...argv, '--max-rejects', '1'])).code).toBe(0)
    const run = await touchmap([...argv, '--max-rejects', '0'])
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('1 rows rejected, at most 0 allowed')
  })

  test.each([
    [['score'], 'no log is given'],
    [['score', 'none.csv', ...map], 'none.csv: no such file'],
    [['score', calls, '--map', 'nowhere'], 'nowhere'],
    [['score', calls, ...map, '--fail-under', 'complaince=1'], 'complaince=1'],
    [['score', calls, ...map, '--fail-under', 'compliance=95'], 'between 0 and 1'],
    [['score', calls, ...map, '--max-rejects', '-1'], '--max-rejects'],
    [['score', calls, ...map, '--as-of', 'tomorrow'], '--as-of'],
    [['score', calls, ...map, '--format', 'xml'], 'xml'],
    [['score', calls, ...map, '--mapping', 'none.yaml'], 'none.yaml'],
    [['score', calls, ...map, '--store', 'x.db'], '--store'],
  ])('%j is exit code 2', async (argv, words) => {
    const run = await touchmap(argv)
    expect([run.code, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toContain(words)
  })
})

describe('what is read', () => {
  test('events after --as-of are not there yet; a date alone is its end', async () => {
    const at = async (asOf: string) => {
      const run = await touchmap(['score', calls, ...map, '--format', 'json', '--as-of', asOf])
      return (JSON.parse(run.stdout) as Report).interactions
    }
    expect(await at('2026-07-03')).toEqual(await at('2026-07-03T23:59:59.999+08:00'))
    expect(await at('2026-07-03 09:02:10')).toEqual({ total: 2, scored: 0, open: 1, notEvaluated: 0, blindSpots: 1 })
    expect(await at('2026-07-03T01:03:00Z')).toEqual({ total: 2, scored: 1, open: 0, notEvaluated: 0, blindSpots: 1 })
  })

  test('the order of the files does not matter, nor gzip, nor standard input', async () => {
    const text = readFileSync(path.join(root, calls), 'utf8').split('\n')
    const [head = '', ...rows] = text
    const one = file('one.csv', [head, ...rows.slice(0, 9)].join('\n'))
    const two = file('two.csv', [head, ...rows.slice(9)].join('\n'))
    const forth = await touchmap(['score', one, two, ...map, '--format', 'json'])
    const back = await touchmap(['score', two, one, ...map, '--format', 'json'])
    expect(back.stdout).toBe(forth.stdout)
    const whole = JSON.parse((await touchmap(['score', calls, ...map, '--format', 'json'])).stdout) as Report
    const parts = JSON.parse(forth.stdout) as Report
    expect({ ...parts, log: 0 }).toEqual({ ...whole, log: 0 })
    expect([parts.log.read, parts.log.kept, parts.log.rejected]).toEqual([23, 22, 1])
    const zipped = await touchmap([
      'score',
      file('calls.csv.gz', gzipSync(text.join('\n'))),
      ...map,
      '--format',
      'json',
    ])
    expect({ ...(JSON.parse(zipped.stdout) as Report), log: 0 }).toEqual({ ...whole, log: 0 })
    const piped = await touchmap(['score', '-', ...map, '--format', 'json'], { stdin: text.join('\n') })
    expect({ ...(JSON.parse(piped.stdout) as Report), log: 0 }).toEqual({ ...whole, log: 0 })
  })

  test('an empty log gives no figures, and no fault', async () => {
    const argv = ['score', file('empty.csv', 'interaction,event,time\n'), '--map', 'fixtures/score/versions/2026.2']
    const run = await touchmap([...argv, '--format', 'json'])
    expect(run.code).toBe(0)
    expect((JSON.parse(run.stdout) as Report).overall).toMatchObject({
      adherence: { mean: null },
      compliance: { rate: null },
    })
    expect((await touchmap(argv)).stdout).toContain('the log has no times')
  })

  test('a map with errors is exit code 2, with its findings', async () => {
    const run = await touchmap(['score', calls, '--map', 'fixtures/load/twenty'])
    expect([run.code, run.stdout]).toEqual([2, ''])
    expect(run.stderr).toContain('error')
  })
})
