import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineColumn, NumberColumn, PassingColumn, TimeColumn } from '../../src/log/row-columns.ts'

/** Rows of a chunk. */
const CHUNK = 1 << 15

/** Writes a column whose rows are all alike but for those near the edges of a chunk, which are drawn. */
const length = fc.integer({ min: CHUNK - 4, max: 2 * CHUNK + 4 })

const time = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1_700_000_000_000, max: 1_700_000_090_000 }) },
  { weight: 2, arbitrary: fc.constant(Number.NaN) },
  { weight: 1, arbitrary: fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }) },
  { weight: 1, arbitrary: fc.double({ min: 1_700_000_000_000, max: 1_700_000_000_001 }) },
)

test('times come back as they were put in, however far apart', () => {
  fc.assert(
    fc.property(
      length,
      fc.array(fc.tuple(fc.nat(2 * CHUNK + 4), time), { maxLength: 8 }),
      fc.boolean(),
      (rows, odd, none) => {
        const times = Array.from({ length: rows }, (_, at) => (none ? Number.NaN : 1_700_000_000_000 + at * 250))
        for (const [at, own] of odd) if (at < rows) times[at] = own
        const column = new TimeColumn()
        times.forEach((own, at) => column.set(at, own))
        expect(times.every((own, at) => Object.is(column.get(at), own))).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})

test('times two months apart, and the moments at either end of what a chunk can hold', () => {
  for (const span of [2 ** 31 - 2, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 5_184_000_000]) {
    const column = new TimeColumn()
    const times = [1_700_000_000_000, Number.NaN, 1_700_000_000_000 + span, 1_700_000_000_001]
    times.forEach((own, at) => column.set(at, own))
    expect(times.map((_, at) => column.get(at))).toEqual(times)
  }
})

test('lines come back as they were put in, and shifted', () => {
  const stretch = fc.tuple(fc.nat(2 * CHUNK), fc.nat(2 * CHUNK), fc.nat(1000))
  fc.assert(
    fc.property(length, fc.array(fc.nat(2 * CHUNK), { maxLength: 3 }), stretch, stretch, (rows, gaps, one, other) => {
      const column = new LineColumn()
      const lines: number[] = []
      for (let at = 0; at < rows; at++) {
        lines[at] = (lines[at - 1] ?? 1) + (gaps.includes(at) ? 3 : 1)
        column.set(at, lines[at] as number)
      }
      for (const [a, b, by] of [one, other, [0, rows, 7] as const]) {
        const [first, end] = [Math.min(a, b, rows), Math.min(Math.max(a, b), rows)]
        column.shift(first, end, by, rows)
        for (let at = first; at < end; at++) lines[at] = (lines[at] as number) + by
      }
      // Rows that come after, from elsewhere.
      column.set(rows, 12)
      lines.push(12)
      expect(lines.every((line, at) => column.get(at) === line)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('rows that are taken back leave no lines and no times behind', () => {
  const [lines, times] = [new LineColumn(), new TimeColumn()]
  for (const at of [0, 1, 2, 3]) {
    lines.set(at, at + 2)
    times.set(at, 1_700_000_000_000 + at)
  }
  for (const at of [1, 2]) {
    lines.set(at, at + 40)
    times.set(at, at * 1_000_000)
  }
  expect([0, 1, 2].map((at) => lines.get(at))).toEqual([2, 41, 42])
  expect([0, 1, 2].map((at) => times.get(at))).toEqual([1_700_000_000_000, 1_000_000, 2_000_000])
})

test('a column that passes holds what was put in across all its stretches', () => {
  const column = new PassingColumn()
  const rows = [0, 1, (1 << 18) - 1, 1 << 18, (1 << 18) + (1 << 23) - 1, (1 << 18) + (1 << 23), 9_000_000]
  for (const [i, at] of rows.entries()) column.set(at, 0xffff_fff0 + i)
  expect(rows.map((at) => column.get(at))).toEqual(rows.map((_, i) => 0xffff_fff0 + i))
  expect(column.get(5)).toBe(0)
  expect(column.get(1 << 28)).toBe(0)
})

test('columns made of what another gave out read the same', () => {
  const numbers = new NumberColumn(1)
  const size = (1 << 18) + 3
  for (let at = 0; at < size; at++) numbers.set(at, at * 3)
  const all = numbers.dump(size)
  const times = new TimeColumn(Float64Array.from(all))
  const columns = [new PassingColumn(all), new LineColumn(all), times]
  for (const at of [0, CHUNK - 1, CHUNK, (1 << 18) - 1, 1 << 18, size - 1]) {
    expect(columns.map((column) => column.get(at))).toEqual([at * 3, at * 3, at * 3])
    expect(new NumberColumn(1, all).get(at, 0)).toBe(at * 3)
  }
})
