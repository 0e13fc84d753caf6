import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortDurations } from '../../src/conformance/duration-effect.ts'

it('sorts durations that are known with their owners, of equal ones the first first', () => {
  const duration = fc.oneof(fc.nat(5), fc.double({ min: 0, max: 1e12, noNaN: true }), fc.constant(Number.NaN))
  fc.assert(
    fc.property(fc.array(duration, { maxLength: 40 }), (all) => {
      const owners = all.map((_, at) => at)
      const plain = owners.filter((at) => !Number.isNaN(all[at])).sort((a, b) => (all[a] ?? 0) - (all[b] ?? 0) || a - b)
      const sorted = sortDurations(Float64Array.from(all), owners)
      expect([...sorted.owners]).toEqual(plain)
      expect([...sorted.ascending]).toEqual(plain.map((at) => all[at]))
    }),
    { numRuns: 500 },
  )
})
