import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'
import { hasStar, starLog, starMap, starNote } from './star-data.ts'

interface Measures {
  readonly adherence: { readonly mean: number; readonly perfect: number; readonly evaluated: number }
}
interface Touchpoint extends Measures {
  readonly business: string
  readonly deviations: readonly { readonly kind: string; readonly step?: string; readonly interactions: number }[]
  readonly rules: readonly { readonly rule: string; readonly pass: number; readonly fail: number }[]
}
interface Summary {
  readonly log: { readonly read: number; readonly kept: number; readonly duplicates: number; readonly rejected: number }
  readonly interactions: Readonly<Record<string, number>>
  readonly overall: Measures
  readonly touchpoints: readonly Touchpoint[]
}

/** What the command of the page prints for one of the maps. */
async function scoreStar(map: string): Promise<Summary> {
  const { code, stdout, stderr } = await touchmap([
    'score',
    starLog,
    '--map',
    starMap(map),
    '--mapping',
    starMap('mapping.yaml'),
    '--format',
    'json',
  ])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as Summary
}

const percent = (rate: number) => `${(rate * 100).toFixed(1)}%`

describe.skipIf(!hasStar)(`docs/star.md${starNote}`, () => {
  const page = readFileSync(join(root, 'docs/star.md'), 'utf8')
  let literal: Summary
  let designed: Summary

  beforeAll(async () => {
    literal = await scoreStar('literal')
    designed = await scoreStar('designed')
  }, 300_000)

  it('accounts for every row and every contact', () => {
    expect(designed.log).toMatchObject({ read: 66_620, kept: 66_620, duplicates: 0, rejected: 0 })
    expect(designed.interactions).toMatchObject({
      total: 2972,
      scored: 903,
      open: 25,
      notEvaluated: 0,
      blindSpots: 2044,
    })
    expect(literal.interactions).toMatchObject({
      total: 2972,
      scored: 2349,
      open: 104,
      notEvaluated: 0,
      blindSpots: 519,
    })
  })

  it('gives the adherence of each task as the command prints it, literal beside designed', () => {
    const rows = designed.touchpoints.map(({ business, adherence }) => {
      const other = literal.touchpoints.find((touchpoint) => touchpoint.business === business)?.adherence
      if (!other) throw new Error(`no literal flow of ${business}`)
      expect(other.evaluated).toBe(adherence.evaluated)
      return [
        business,
        adherence.evaluated,
        percent(other.mean),
        other.perfect,
        percent(adherence.mean),
        adherence.perfect,
      ]
    })
    expect(rows).toHaveLength(6)
    for (const row of rows) expect(page).toContain(`| ${row.join(' | ')} |`)
    const { mean, perfect, evaluated } = designed.overall.adherence
    expect(page).toContain(`**${percent(mean)}** | **${perfect}** |`)
    expect(evaluated).toBe(903)
  })

  it('names the commonest deviations with their counts', () => {
    for (const { business, deviations } of designed.touchpoints) {
      const row = page.split('\n').find((line) => line.startsWith(`| ${business} |`)) ?? ''
      const named = [...row.matchAll(/`([^`]+)` (\w+) (\d+)/g)].map(([, step, kind, n]) => [kind, step, Number(n)])
      expect(named).not.toEqual([])
      expect(named, business).toEqual(
        deviations.slice(0, named.length).map(({ kind, step, interactions }) => [kind, step, interactions]),
      )
    }
  })

  it('gives the rate of each rule it lists', () => {
    const counts = new Map<string, { pass: number; fail: number }>()
    for (const { rules } of designed.touchpoints) {
      for (const { rule, pass, fail } of rules) {
        const sum = counts.get(rule) ?? { pass: 0, fail: 0 }
        counts.set(rule, { pass: sum.pass + pass, fail: sum.fail + fail })
      }
    }
    const listed = [...page.matchAll(/^\| `([a-z/-]+)`[^|]*\| (\d+) \| (\d+) \| ([\d.]+%) \|$/gm)]
    expect(listed).toHaveLength(8)
    for (const [, rule, pass, fail, rate] of listed) {
      const sum = counts.get(rule ?? '')
      expect({ pass: Number(pass), fail: Number(fail) }, rule).toEqual(sum)
      expect(rate).toBe(percent((sum?.pass ?? 0) / ((sum?.pass ?? 0) + (sum?.fail ?? 0))))
    }
  })
})
