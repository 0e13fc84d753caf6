import { expect, test } from 'vitest'
import { parseAsOf } from '../../src/cli/open-log.ts'

const at = (given: string): string => new Date(parseAsOf(given, 'Asia/Shanghai') ?? Number.NaN).toISOString()

test.each([
  // A date alone means its end, in whatever form it is written.
  ['2026-11-22', '2026-11-22T15:59:59.999Z'],
  ['20261122', '2026-11-22T15:59:59.999Z'],
  ['2026-W47-7', '2026-11-22T15:59:59.999Z'],
  ['2026-326', '2026-11-22T15:59:59.999Z'],
  ['2026-11-22 10:15', '2026-11-22T02:15:00.000Z'],
  ['2026-11-22T10:15Z', '2026-11-22T10:15:00.000Z'],
])('--as-of %s is %s', (given, expected) => {
  expect(at(given)).toBe(expected)
})

test.each(['2026-11', '2026-W47', '2026', '2026-02-30', 'yesterday'])('--as-of %s is refused', (given) => {
  expect(() => parseAsOf(given, 'Asia/Shanghai')).toThrow(/is no time|无法识别/)
})
