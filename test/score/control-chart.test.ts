import { describe, expect, test } from 'vitest'
import { controlChart, type RunRule } from '../../src/score/control-chart.ts'

/** Periods of 100, with these passes; the baseline is the first period unless told. */
const chart = (passes: readonly number[], n = 100) =>
  controlChart(
    passes.map((pass, i) => ({ period: String(i).padStart(2, '0'), pass, n })),
    (period) => period === '00',
  )
const signals = (passes: readonly number[]): (readonly RunRule[])[] =>
  chart(passes).points.map((point) => point.signals)

test('centre and limits of a p-chart: 50 of 100, three standard deviations are 15 points', () => {
  const { centre, points } = chart([50, 65, 66])
  expect(centre).toBe(0.5)
  expect(points[0]?.limits).toEqual([0.35, 0.65])
  expect(points.map(({ z }) => z)).toEqual([0, 3, 3.2])
  expect(points.map((point) => point.signals)).toEqual([[], [], ['beyondLimits', 'twoOfThree']])
})

describe('run rules', () => {
  test('two of three beyond two standard deviations on one side', () => {
    expect(signals([50, 61, 50, 61])).toEqual([[], [], [], ['twoOfThree']])
    expect(signals([50, 61, 39, 50])).toEqual([[], [], [], []])
  })
  test('four of five beyond one', () => {
    expect(signals([50, 56, 56, 50, 56, 56]).at(-1)).toEqual(['fourOfFive'])
    expect(signals([50, 56, 56, 50, 50, 56]).at(-1)).toEqual([])
  })
  test('eight in a row on one side', () => {
    const run = [50, 51, 52, 51, 52, 51, 52, 51]
    expect(signals(run).at(-1)).toEqual([])
    expect(signals([...run, 52]).at(-1)).toEqual(['eightInARow'])
  })
  test('six in a row that rise or fall', () => {
    expect(signals([50, 47, 48, 49, 50, 51, 52]).at(-1)).toEqual(['trendOfSix'])
    expect(signals([50, 47, 48, 49, 49, 51, 52]).at(-1)).toEqual([])
  })
})

test('unequal months have limits of their own; periods without contacts are left out', () => {
  const { points } = controlChart([
    { period: '2026-01', pass: 50, n: 100 },
    { period: '2026-02', pass: 0, n: 0 },
    { period: '2026-03', pass: 2, n: 4 },
  ])
  expect(points.map(({ period, small }) => [period, small])).toEqual([
    ['2026-01', false],
    ['2026-03', true],
  ])
  expect(points[1]?.limits).toEqual([0, 1])
})

test('nothing in the baseline, no chart; no spread, and any failure is beyond', () => {
  expect(controlChart([{ period: 'a', pass: 1, n: 2 }], () => false)).toEqual({ centre: null, points: [] })
  expect(chart([100, 99]).points.map((point) => point.signals)).toEqual([[], ['beyondLimits']])
})
