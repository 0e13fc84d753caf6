import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { root, touchmap } from '../support/run-cli.ts'

interface Scored {
  interaction: string
  score: { value: number | null; raw: number | null; state: string; errorFree?: Record<string, string> }
}

const folder = mkdtempSync(path.join(tmpdir(), 'scorecards-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function score(name: string): Promise<{ mean: number | null; overall: Record<string, unknown>; each: Scored[] }> {
  const file = path.join(folder, `${name}.jsonl`)
  const at = `maps/scorecards/${name}`
  const run = await touchmap(['score', `${at}/answers.csv`, '--map', at, '--format', 'json', '--each', file])
  expect(run.stderr).toBe('')
  const { overall } = JSON.parse(run.stdout) as { overall: { score: { mean: number | null } } }
  const each = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Scored)
  return { mean: overall.score.mean, overall: overall as Record<string, unknown>, each }
}

const values = (each: readonly Scored[]) =>
  Object.fromEntries(each.map(({ interaction, score }) => [interaction, score.value]))

describe('published examples, scored by touchmap score', () => {
  test.each([
    ['weighted-questions', { 'all-answered': 60, 'last-not-applicable': 75, 'nothing-applicable': null }],
    ['weighted-points', { published: 60 }],
    ['equal-split', { 'first-only': 55, 'second-only': 45 }],
    ['weighted-sections', { published: 70 }],
    ['total-points', { published: 65 }],
    ['total-points-na', { 'all-applicable': 60, 'one-not-applicable': 53.333333 }],
  ])('%s', async (name, expected) => {
    const { each } = await score(name)
    expect(values(each)).toEqual(expected)
  })

  test('weighted-mean: reviews of 100, 9.91, 63.96, 90.99 and 0 have the mean 52.97', async () => {
    const { mean, each } = await score('weighted-mean')
    expect(Object.values(values(each)).map((value) => value?.toFixed(2))).toEqual([
      '100.00',
      '9.91',
      '63.96',
      '90.99',
      '0.00',
    ])
    expect(mean?.toFixed(2)).toBe('52.97')
  })

  test('all not applicable is neither 0 nor 100', async () => {
    const { each } = await score('weighted-questions')
    expect(each.at(-1)?.score.state).toBe('notApplicable')
  })
})

test('deductions: each, bands, a fatal section, a condition, a bonus, a fatal whole; raw and after', async () => {
  const { each, overall } = await score('deductions')
  // clean: nothing taken. some-errors: 2 × 2 for words, a fifth of 5 for the band, 10 for the record whose section is made
  // 0 and so takes its 30 instead, and 5 as a bonus.
  expect(each.map(({ interaction, score }) => [interaction, score.raw, score.value])).toEqual([
    ['clean', 100, 100],
    ['leak', 90, 0],
    ['some-errors', 90, 70],
  ])
  const { errorFree } = overall as { errorFree: Record<string, { free: number; judged: number }> }
  const counts = Object.entries(errorFree).map(([name, { free, judged }]) => [name, free, judged])
  expect(counts).toEqual([
    ['critical', 1, 3],
    ['customer', 2, 3],
    ['business', 2, 3],
    ['compliance', 2, 3],
  ])
})

test('every template is without findings and the arithmetic can be printed', async () => {
  for (const name of readdirSync(path.join(root, 'maps/scorecards'))) {
    const found = await touchmap(['validate', `maps/scorecards/${name}`])
    expect([name, found.code]).toEqual([name, 0])
  }
  const at = 'maps/scorecards/weighted-questions'
  const argv = ['inspect', 'last-not-applicable', `${at}/answers.csv`, '--map', at, '--arithmetic', '--lang', 'en']
  const { stdout } = await touchmap(argv)
  expect(stdout).toContain('Question 1: 50 × 10/10 = 50')
  expect(stdout).toContain('Question 4: not applicable, its weight of 20 goes to the others in proportion')
  expect(stdout).toContain('100 × (50 + 12.5 + 12.5) / 100 = 75')
})
