import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { outputSchema } from '../support/output-schema.ts'
import { touchmap } from '../support/run-cli.ts'

const data = path.join(process.env['TOUCHMAP_DATA'] ?? '../shared/data', 'conformance')

interface Expected {
  readonly emptyRunCost: number
  readonly totalCost?: number
  readonly logFitness?: number
  readonly averageFitness?: number
  readonly variants: readonly {
    readonly activities: readonly string[]
    readonly cases: number
    readonly cost: number
  }[]
}

interface Printed extends Expected {
  readonly cases: number
  readonly notEvaluated: number
  readonly perVariant: Expected['variants']
}

const read = <T>(file: string): T => JSON.parse(gunzipSync(readFileSync(file)).toString()) as T

const LOGS = [
  ['running-example', 'running-example.xes'],
  ['roadtraffic100', 'roadtraffic100traces.xes'],
  ['reviewing', 'reviewing.xes.gz'],
  ['a32f0n20', 'a32f0n20.xes.gz'],
  ['bpic15_1f', 'bpic15_1f.xes.gz'],
  ['bpic2013_incidents', 'bpic2013_incidents.xes.gz'],
  ['bpic2020_international', 'bpic2020_international.xes.gz'],
  ['rtfmp_full', 'rtfmp_full.xes.gz'],
] as const

describe.skipIf(!existsSync(data))('conform on published logs', () => {
  test.each(LOGS)('%s costs what independent tools agree on, variant by variant', async (name, log) => {
    const model = path.join(data, 'models', `${name}.pnml`)
    const argv = ['conform', '--model', model, '--log', path.join(data, 'logs', log)]
    const { code, stdout, stderr } = await touchmap([...argv, '--format', 'json', '--threads', '1'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const printed = JSON.parse(stdout) as Printed
    const validate = outputSchema('conform')
    expect(validate(printed), JSON.stringify(validate.errors)).toBe(true)
    const expected = read<Expected>(path.join(data, 'expected', `${name}.json.gz`))
    const byActivities = new Map(expected.variants.map((one) => [JSON.stringify(one.activities), one]))
    expect(printed.perVariant).toHaveLength(expected.variants.length)
    for (const { activities, cases, cost } of printed.perVariant) {
      expect({ activities, cases, cost }).toEqual(byActivities.get(JSON.stringify(activities)))
    }
    expect(printed.emptyRunCost).toBe(expected.emptyRunCost)
    expect(printed.notEvaluated).toBe(0)
    if (expected.totalCost !== undefined) expect(printed.totalCost).toBe(expected.totalCost)
    if (expected.averageFitness !== undefined) expect(printed.averageFitness).toBeCloseTo(expected.averageFitness, 9)
    if (expected.logFitness !== undefined) expect(printed.logFitness).toBeCloseTo(expected.logFitness, 9)
  })

  test.skipIf(!existsSync('dist/io/align-worker.js'))('has the same bytes for any number of threads', () => {
    const [model, log] = [
      path.join(data, 'models/bpic2013_incidents.pnml'),
      path.join(data, 'logs/bpic2013_incidents.xes.gz'),
    ]
    const run = (threads: string): string =>
      execFileSync(
        process.execPath,
        [
          'bin/touchmap.js',
          'conform',
          '--model',
          model,
          '--log',
          log,
          '--format',
          'json',
          '--moves',
          '--threads',
          threads,
        ],
        { encoding: 'utf8', maxBuffer: 1 << 28 },
      )
    const one = run('1')
    expect(one.length).toBeGreaterThan(100_000)
    expect(run('2') === one).toBe(true)
    expect(run('3') === one).toBe(true)
  })
})
