import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cohenKappa, fleissKappa } from '../../src/score/kappa.ts'

test('Fleiss, Levin & Paik 2003, table 18.1: two raters, 100 subjects, kappa 0.68, error 0.087', () => {
  const found = cohenKappa([
    [75, 1, 4],
    [5, 4, 1],
    [0, 0, 10],
  ])
  expect([found?.observed.toFixed(2), found?.expected.toFixed(2), found?.kappa?.toFixed(2)]).toEqual([
    '0.89',
    '0.66',
    '0.68',
  ])
  // The book prints 0.087, which is what its formula gives with kappa rounded to 0.68 on the way; unrounded it is 0.0877.
  expect(found?.error?.toFixed(4)).toBe('0.0877')
  expect(found?.interval?.map((bound) => bound.toFixed(2))).toEqual(['0.50', '0.85'])
})

test('two raters who agree on 35 of 50 with margins 25 and 30: kappa 0.4', () => {
  const found = cohenKappa([
    [20, 5],
    [10, 15],
  ])
  expect(found?.kappa).toBeCloseTo(0.4, 12)
  expect([found?.observed, found?.expected]).toEqual([0.7, 0.5])
})

test('Fleiss 1971 as commonly worked: 10 subjects, 14 raters, 5 categories, kappa 0.210', () => {
  const ratings = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ]
  const found = fleissKappa(ratings)
  expect([found?.observed.toFixed(3), found?.expected.toFixed(3), found?.kappa?.toFixed(3)]).toEqual([
    '0.378',
    '0.213',
    '0.210',
  ])
})

test('nothing rated, one rater, or chance that agrees on everything: no kappa', () => {
  expect(cohenKappa([[0]])).toBeNull()
  expect(fleissKappa([])).toBeNull()
  expect(fleissKappa([[1, 0]])).toBeNull()
  expect(
    fleissKappa([
      [2, 0],
      [1, 0],
    ]),
  ).toBeNull()
  expect(cohenKappa([[9]])?.kappa).toBeNull()
})

test('agreement in full is 1, kappa never exceeds it, and raters may change places', () => {
  const count = fc.nat(40)
  fc.assert(
    fc.property(fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }), (table) => {
      const found = cohenKappa(table)
      const turned = cohenKappa(table.map((_, i) => table.map((row) => row[i] ?? 0)))
      if (found?.kappa === null || found === null) return
      expect(found.kappa).toBeLessThanOrEqual(1 + 1e-12)
      expect(turned?.kappa).toBeCloseTo(found.kappa, 9)
      expect(turned?.error).toBeCloseTo(found.error ?? 0, 9)
      const diagonal = cohenKappa(table.map((row, i) => row.map((_, j) => (i === j ? sum(row) : 0))))
      if (diagonal?.kappa !== null && diagonal !== null) expect(diagonal.kappa).toBeCloseTo(1, 12)
    }),
  )
})

test('two raters without order: of two ratings a subject, Fleiss is Cohen with pooled margins (Scott 1955)', () => {
  const table = [
    [12, 3],
    [5, 20],
  ]
  const ratings = table.flatMap((row, i) =>
    row.flatMap((times, j) =>
      Array.from({ length: times }, () => {
        const rated = [0, 0]
        rated[i] = (rated[i] ?? 0) + 1
        rated[j] = (rated[j] ?? 0) + 1
        return rated
      }),
    ),
  )
  const n = 40
  const [yes, no] = [(12 + 3 + 12 + 5) / (2 * n), (5 + 20 + 3 + 20) / (2 * n)]
  const expected = yes ** 2 + no ** 2
  expect(fleissKappa(ratings)?.kappa).toBeCloseTo((32 / n - expected) / (1 - expected), 12)
})

function sum(row: readonly number[]): number {
  return row.reduce((total, each) => total + each, 0)
}
