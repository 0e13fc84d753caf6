import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilsonInterval } from '../../src/score/wilson.ts'

test.each([
  // Newcombe 1998, table I, method 3 (score, no continuity correction).
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i as published', (pass, n, lower, upper) => {
  const interval = wilsonInterval(pass, n)
  expect(interval?.map((bound) => bound.toFixed(4))).toEqual([lower.toFixed(4), upper.toFixed(4)])
})

test('nothing judged, no interval', () => {
  expect(wilsonInterval(0, 0)).toBeNull()
})

test('holds the rate, stays in [0, 1], and turns round with pass and fail', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), (pass, fail) => {
      const n = pass + fail
      const [lower, upper] = wilsonInterval(pass, n) ?? [0, 1]
      const [other, another] = wilsonInterval(fail, n) ?? [0, 1]
      expect(lower).toBeGreaterThanOrEqual(0)
      expect(upper).toBeLessThanOrEqual(1)
      if (n > 0) expect(lower <= pass / n && pass / n <= upper).toBe(true)
      expect(lower + another).toBeCloseTo(1, 12)
      expect(upper + other).toBeCloseTo(1, 12)
    }),
  )
})
