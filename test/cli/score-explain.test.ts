import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { columnsOf } from '../../src/draw/columns.ts'
import { outputSchema } from '../support/output-schema.ts'
import { root, touchmap } from '../support/run-cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-explain-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Figures {
  readonly cases: number
  readonly mean: number | null
  readonly median: number | null
}
interface Deviation {
  readonly kind: string
  readonly flow: string
  readonly step?: string
  readonly event?: string
  readonly direction?: string
  readonly interactions: number
  readonly occurrences: number
  explained?: {
    readonly places: readonly { readonly after: string | null; readonly occurrences: number }[]
    readonly variants: { readonly count: number; readonly most: readonly { interactions: number; example: string }[] }
    readonly duration: { readonly with: Figures; readonly without: Figures } | null
  }
}
interface Report {
  readonly overall: { readonly deviations: readonly Deviation[] }
  readonly touchpoints: readonly { readonly code: string; readonly deviations: readonly Deviation[] }[]
}
interface Each {
  readonly interaction: string
  readonly flow: string
  readonly ended: string
  readonly touchpoint: { readonly code: string } | string
  readonly moves?: readonly {
    readonly type: string
    readonly step?: string
    readonly deviation?: string
    readonly event?: { readonly time?: string; readonly event: string }
  }[]
}

const hotline = ['score', 'maps/hotline-10086/logs/july.csv', '--map', 'maps/hotline-10086', '--format', 'json']

test('score --explain says of each deviation what the contacts, one by one, say', async () => {
  const each = path.join(folder, 'each.jsonl')
  const plain = await touchmap(hotline)
  const run = await touchmap([...hotline, '--explain', '--each', each])
  const report = JSON.parse(run.stdout) as Report
  const validate = outputSchema('score')
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
  const contacts = readFileSync(each, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Each)
    .filter(({ moves }) => moves !== undefined)
  expect(report.overall.deviations.length).toBeGreaterThan(8)

  const median = (values: readonly number[]): number | null => {
    const sorted = values.toSorted((a, b) => a - b)
    const middle = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
    return middle[0] === undefined || middle[1] === undefined ? null : Math.round((middle[0] + middle[1]) / 2)
  }
  const timeOf = ({ moves = [], ended }: Each): number[] => {
    const times = moves.flatMap(({ event }) => (event?.time === undefined ? [] : [Date.parse(event.time)]))
    return ended === 'open' || times.length === 0 ? [] : [Math.max(...times) - Math.min(...times)]
  }
  const skipped = report.overall.deviations.filter(({ kind }) => kind === 'skipped')
  expect(skipped.length).toBeGreaterThan(3)
  for (const { flow, step, explained, interactions } of skipped) {
    const has = ({ moves = [] }: Each): boolean =>
      moves.some((move) => move.type === 'model' && move.deviation === 'skipped' && move.step === step)
    const own = contacts.filter((contact) => contact.flow === flow)
    expect(own.filter(has)).toHaveLength(interactions)
    const [inside, outside] = [own.filter(has).flatMap(timeOf), own.filter((one) => !has(one)).flatMap(timeOf)]
    expect(explained?.duration).toMatchObject({
      with: { cases: inside.length, median: median(inside) },
      without: { cases: outside.length, median: median(outside) },
    })
    // The step of the run before the skipped one.
    const places = new Map<string | null, number>()
    for (const { moves = [] } of own) {
      let after: string | null = null
      for (const move of moves) {
        if (move.type === 'model' && move.deviation === 'skipped' && move.step === step) {
          places.set(after, (places.get(after) ?? 0) + 1)
        }
        if (move.type === 'sync' || move.type === 'model') after = move.step ?? null
      }
    }
    expect(new Map(explained?.places.map((place) => [place.after, place.occurrences]))).toEqual(places)
  }

  const all = [report.overall, ...report.touchpoints].flatMap(({ deviations }) => deviations)
  for (const { interactions, occurrences, explained } of all) {
    expect(explained?.places.reduce((sum, place) => sum + place.occurrences, 0)).toBe(occurrences)
    expect(explained?.variants.most.reduce((sum, one) => sum + one.interactions, 0)).toBe(interactions)
    expect(explained?.variants.count).toBe(explained?.variants.most.length)
  }
  // Counted together, on one thread or two, it is the same.
  for (const threads of ['1', '2']) {
    expect((await touchmap([...hotline, '--explain', '--threads', threads])).stdout).toBe(run.stdout)
  }
  // Nothing else of the report changes.
  const without = JSON.stringify(report, (key, value: unknown) => (key === 'explained' ? undefined : value))
  expect(without).toBe(JSON.stringify(JSON.parse(plain.stdout)))
})

test.each([
  ['zh', 60],
  ['en', 80],
])('score --explain in %s at %i columns', async (lang, columns) => {
  const basic = 'fixtures/score/basic'
  const argv = ['score', `${basic}/calls.csv`, '--map', `${basic}/map`, '--explain', '--lang', lang]
  const { stdout } = await touchmap(argv, { columns })
  for (const line of stdout.split('\n')) expect(columnsOf(line), line).toBeLessThanOrEqual(columns)
  const part = /^(?:最常见的偏离|Most frequent deviations)[^]*?\n\n/m.exec(stdout)?.[0]
  await expect(part).toMatchFileSnapshot(path.join(root, basic, `explain.${lang}.${columns}.txt`))
})
