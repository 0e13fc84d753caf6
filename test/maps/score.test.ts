import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readExpected } from '../../fixtures/shipped/load-shipped.ts'
import { MAPS } from '../../fixtures/shipped/registry.ts'
import { touchmap } from '../support/run-cli.ts'

interface Scored {
  readonly interaction: string
  readonly adherence: number | null
  readonly verdict: string
  readonly moves: readonly {
    readonly type: string
    readonly step?: string
    readonly event?: { readonly line: number; readonly event: string }
    readonly deviation?: string
  }[]
  readonly rules: readonly {
    readonly rule: string
    readonly outcome: string
    readonly evidence: readonly { readonly line: number }[]
  }[]
}

interface Summary {
  readonly log: {
    readonly read: number
    readonly kept: number
    readonly duplicates: number
    readonly rejected: number
    readonly rejects: readonly { readonly line: number }[]
  }
  readonly interactions: { readonly total: number; readonly scored: number; readonly blindSpots: number }
  readonly blindSpots: readonly { readonly reason: string }[]
  readonly unknownEvents: readonly { readonly event: string }[]
  readonly touchpoints: readonly { readonly code: string }[]
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchmap-maps-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function score(
  map: string,
  ...logs: string[]
): Promise<{ summary: Summary; each: readonly Scored[]; code: number }> {
  const file = join(folder, `${map}-${logs.join('-')}.jsonl`)
  const paths = logs.map((log) => `maps/${map}/logs/${log}`)
  const { code, stdout, stderr } = await touchmap([
    'score',
    ...paths,
    '--map',
    `maps/${map}`,
    '--format',
    'json',
    '--each',
    file,
  ])
  expect(stderr).not.toMatch(/internal fault/)
  const each = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Scored)
  return { summary: JSON.parse(stdout) as Summary, each, code }
}

describe.each(MAPS)('touchmap score with %s', (name) => {
  it('finds every right contact compliant', async () => {
    const { summary, each, code } = await score(name, 'right.csv')
    expect(code).toBe(0)
    expect(summary.interactions).toMatchObject({ total: each.length, scored: each.length, blindSpots: 0 })
    for (const { interaction, adherence, verdict, rules } of each) {
      const failed = rules.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule)
      expect({ adherence, verdict, failed }, interaction).toEqual({ adherence: 1, verdict: 'pass', failed: [] })
    }
  })

  it('finds in each broken contact just what is expected, at the line that shows it', async () => {
    const { each } = await score(name, 'broken.csv')
    const expected = readExpected(name)
    expect(each.map(({ interaction }) => interaction).sort()).toEqual(
      expected.map(({ interaction }) => interaction).sort(),
    )
    for (const wanted of expected) {
      const { moves = [], rules = [] } = each.find(({ interaction }) => interaction === wanted.interaction) ?? {}
      const failed = rules.filter(({ outcome }) => outcome === 'fail')
      expect(failed.map(({ rule }) => rule).sort(), wanted.interaction).toEqual(
        wanted.rules.map(({ rule }) => rule).sort(),
      )
      for (const { rule, line } of wanted.rules) {
        const evidence = failed.find((one) => one.rule === rule)?.evidence ?? []
        if (line !== null && evidence.length > 0)
          expect(
            evidence.map((one) => one.line),
            rule,
          ).toContain(line)
      }
      const deviating = moves.filter(({ deviation }) => deviation !== undefined)
      expect(new Set(deviating.map(({ deviation }) => deviation)), wanted.interaction).toEqual(
        new Set(wanted.deviations.map(({ kind }) => kind)),
      )
      for (const { kind, step, event, line } of wanted.deviations) {
        const move = deviating.find(
          (one) =>
            one.deviation === kind &&
            (line === null ? one.event === undefined : one.event?.line === line) &&
            (event === undefined ? one.step === step : one.event?.event === event),
        )
        expect(move, `${wanted.interaction}: ${kind} ${step ?? event ?? ''}`).toBeDefined()
      }
    }
  })
})

describe('the month of July', () => {
  it('loses no row: what is read is kept, a duplicate, or rejected with its line', async () => {
    const { summary } = await score('hotline-10086', 'july.csv', 'july-supplement.csv')
    const { log } = summary
    expect(log.read).toBe(log.kept + log.duplicates + log.rejected)
    expect(log.duplicates).toBeGreaterThan(0)
    expect(log.rejects.map(({ line }) => line)).toEqual([202, 402, 602])
  })

  it('holds contacts in blind spots for three reasons, and events that the map does not know', async () => {
    const { summary, each } = await score('hotline-10086', 'july.csv', 'july-supplement.csv')
    expect(new Set(summary.blindSpots.map(({ reason }) => reason)).size).toBe(3)
    expect(summary.unknownEvents.map(({ event }) => event).sort()).toEqual(['屏幕弹窗', '知识库检索'])
    const verdicts = each.map(({ verdict }) => verdict)
    expect(verdicts.filter((verdict) => verdict === 'pass').length).toBeGreaterThan(100)
    expect(verdicts.filter((verdict) => verdict === 'fail').length).toBeGreaterThan(20)
  })

  it('says the same whichever file comes first', async () => {
    const one = await score('hotline-10086', 'july.csv', 'july-supplement.csv')
    const other = await score('hotline-10086', 'july-supplement.csv', 'july.csv')
    expect(other.each).toEqual(one.each)
  })
})
