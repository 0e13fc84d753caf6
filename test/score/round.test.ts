import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { divideHalfEven, ratioInMicros, roundHalfEven } from '../../src/score/round.ts'

test('halves go to the even neighbour', () => {
  expect([0.5, 1.5, 2.5, -0.5, 2.4, 2.6].map(roundHalfEven)).toEqual([0, 2, 2, 0, 2, 3])
  expect([1, 3, 5, 7].map((n) => divideHalfEven(n, 2))).toEqual([0, 2, 2, 4])
})

test('ratios are exact millionths', () => {
  expect(ratioInMicros(1, 3)).toBe(333_333)
  expect(ratioInMicros(2, 3)).toBe(666_667)
  expect(ratioInMicros(0, 0)).toBeNull()
  expect(ratioInMicros(1, 2_000_000)).toBe(0)
  expect(ratioInMicros(3, 2_000_000)).toBe(2)
})

test('agrees with exact division of large integers', () => {
  const whole = fc.integer({ min: 0, max: 2 ** 52 })
  fc.assert(
    fc.property(whole, fc.integer({ min: 1, max: 2 ** 26 }), (numerator, denominator) => {
      const [n, d] = [BigInt(numerator), BigInt(denominator)]
      const twice = 2n * (n % d)
      const up = twice > d || (twice === d && (n / d) % 2n === 1n)
      expect(divideHalfEven(numerator, denominator)).toBe(Number(n / d + (up ? 1n : 0n)))
    }),
  )
})
