import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { allocate, type Candidate, drawSample, sampleSizeFor } from '../../src/review/draw-sample.ts'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const candidates = fc
  .uniqueArray(
    fc.record({
      id: fc.string(),
      group: fc.constantFrom('a', 'b', undefined),
      stratum: fc.constantFrom('x', 'y', 'z'),
    }),
    {
      selector: ({ id }) => id,
      maxLength: 40,
    },
  )
  .map((list): Candidate[] => list)
const plans = fc.record(
  { per: fc.nat(5), size: fc.nat(30), seed: fc.constantFrom('1', '7') },
  { requiredKeys: ['seed'] },
)

describe('laws of a sample', () => {
  test('the order of the log does not matter', () => {
    fc.assert(
      fc.property(candidates, plans, (all, plan) => {
        expect(drawSample([...all].reverse(), { ...plan, digest })).toEqual(drawSample(all, { ...plan, digest }))
      }),
    )
  })

  test('each group has its number or is drawn whole, and in all there are as many as asked for', () => {
    fc.assert(
      fc.property(candidates, plans, (all, plan) => {
        const drawn = new Set(drawSample(all, { ...plan, digest }))
        for (const group of ['a', 'b']) {
          const members = all.filter((each) => each.group === group)
          const count = members.filter(({ id }) => drawn.has(id)).length
          expect(count).toBeGreaterThanOrEqual(Math.min(plan.per ?? 0, members.length))
          if (plan.size === undefined) expect(count).toBe(Math.min(plan.per ?? 0, members.length))
        }
        const byGroups = all.filter(({ group }) => group !== undefined)
        const least = Math.min(plan.size ?? 0, all.length)
        expect(drawn.size).toBeGreaterThanOrEqual(least)
        expect(drawn.size).toBeLessThanOrEqual(Math.max(least, byGroups.length))
        if (plan.per === undefined) expect(drawn.size).toBe(least)
      }),
    )
  })

  test('with no more drawn already, strata get what proportion gives them, give or take one', () => {
    fc.assert(
      fc.property(candidates, fc.nat(40), (all, size) => {
        const drawn = new Set(drawSample(all, { size, seed: '1', digest }))
        for (const stratum of ['x', 'y', 'z']) {
          const members = all.filter((each) => each.stratum === stratum)
          const count = members.filter(({ id }) => drawn.has(id)).length
          const share = (members.length * Math.min(size, all.length)) / Math.max(1, all.length)
          expect(Math.abs(count - share)).toBeLessThan(1)
        }
      }),
    )
  })
})

it('takes each contact about equally often over many seeds', () => {
  const all = Array.from({ length: 10 }, (_, at): Candidate => ({ id: `c${at}`, group: undefined, stratum: '' }))
  const counts = new Map<string, number>()
  for (let seed = 0; seed < 2000; seed++) {
    for (const id of drawSample(all, { size: 3, seed: String(seed), digest })) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  // Each expects 600; four standard deviations are 82.
  for (const { id } of all) expect(Math.abs((counts.get(id) ?? 0) - 600)).toBeLessThan(82)
})

test.each([
  // Cochran's 384.16 without correction; Krejcie & Morgan (1970), table: N 1000 → 278, 100 → 80, 75,000 → 382.
  [0.05, 1e9, 385],
  [0.05, 1000, 278],
  [0.05, 100, 80],
  [0.05, 75_000, 383],
  [0.1, 1e9, 97],
  [0.01, 50, 50],
  [0.05, 1, 1],
  [0.05, 0, 0],
])('± %d of %d contacts needs %d', (precision, population, size) => {
  expect(sampleSizeFor(precision, population)).toBe(size)
})

test('largest remainder', () => {
  expect(allocate([50, 30, 20], 10)).toEqual([5, 3, 2])
  expect(allocate([1, 1, 1], 2)).toEqual([1, 1, 0])
  expect(allocate([7, 2, 1], 3)).toEqual([2, 1, 0])
  expect(allocate([0, 0], 0)).toEqual([0, 0])
})
