import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { byarInterval } from '../../src/score/byar.ts'
import { mergeOrganisation, organisationOf, type OrganisationSums } from '../../src/score/organisation.ts'

type Row = [unit: { site?: string; team?: string; agent?: string }, cell: string, pass: number, judged: number]

function sumsOf(rows: readonly Row[]): OrganisationSums {
  const sums: OrganisationSums = new Map()
  for (const [at, [unit, cell, pass, judged]] of rows.entries()) {
    mergeOrganisation(sums, new Map([[String(at), { unit, cell, pass, judged, rolesPass: 0, rolesJudged: 0 }]]))
  }
  return sums
}

/** Semantics §16, worked: T1 95/100, T2 60/100 over all; A 86/90 and 6/10, B 9/10 and 54/90. */
const worked: Row[] = [
  [{ team: 'A' }, 'T1', 86, 90],
  [{ team: 'A' }, 'T2', 6, 10],
  [{ team: 'B' }, 'T1', 9, 10],
  [{ team: 'B' }, 'T2', 54, 90],
]

test('the worked example: 92 % and 63 % are 77.9 % and 76.9 % once corrected for the touchpoints', () => {
  const [level, ...others] = organisationOf(sumsOf(worked))
  expect(others).toEqual([])
  expect([level?.level, level?.rate]).toEqual(['team', 0.775])
  const shown = level?.units.map(({ unit, rate, expected, ratio, adjusted }) => [
    unit.join(),
    rate,
    expected.toFixed(1),
    ratio?.toFixed(3),
    adjusted?.toFixed(3),
  ])
  expect(shown).toEqual([
    ['A', 0.92, '91.5', '1.005', '0.779'],
    ['B', 0.63, '63.5', '0.992', '0.769'],
  ])
  // What differs is less than chance gives.
  expect(level?.spread).toBe(0)
})

test('a spread that is more than chance is told, and fewer than 5 expected are marked', () => {
  const [level] = organisationOf(
    sumsOf([
      [{ team: 'A' }, 'T', 900, 1000],
      [{ team: 'B' }, 'T', 700, 1000],
      [{ team: 'C' }, 'T', 3, 4],
    ]),
  )
  // Of A and B alone the standard deviation is 0.1; chance takes a little off.
  expect(level?.spread).toBeGreaterThan(0.098)
  expect(level?.spread).toBeLessThan(0.1)
  expect(level?.units.map(({ small }) => small)).toEqual([false, false, true])
})

test('levels from the site down; a unit of a lower level stands under its site', () => {
  const levels = organisationOf(
    sumsOf([
      [{ site: 'east', agent: '1' }, 'T', 1, 2],
      [{ site: 'west', agent: '1' }, 'T', 2, 2],
    ]),
  )
  expect(levels.map(({ level }) => level)).toEqual(['site', 'agent'])
  expect(levels[1]?.units.map(({ unit }) => unit.join('/'))).toEqual(['east/1', 'west/1'])
})

test("Byar's interval is near the exact Poisson one (Breslow & Day: 10 observed, 4.80 to 18.39)", () => {
  const [low, high] = byarInterval(10)
  expect(low).toBeCloseTo(4.79, 1)
  expect(high).toBeCloseTo(18.39, 1)
  expect(byarInterval(0)[0]).toBe(0)
  expect(byarInterval(0)[1]).toBeCloseTo(3.69, 0)
})

test('any split adds up to the same, and observed and expected are equal over all', () => {
  const row = fc.tuple(
    fc.record({ team: fc.constantFrom('A', 'B', 'C') }),
    fc.constantFrom('T1', 'T2'),
    fc.nat(20),
    fc.nat(20),
  )
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.nat(12), (rows, at) => {
      const judged = rows.map(([unit, cell, pass, more]): Row => [unit, cell, pass, pass + more])
      const whole = sumsOf(judged)
      const parts = sumsOf(judged.slice(at))
      mergeOrganisation(parts, sumsOf(judged.slice(0, at)))
      expect(organisationOf(parts)).toEqual(organisationOf(whole))
      for (const { units } of organisationOf(whole)) {
        const sum = (of: (unit: (typeof units)[number]) => number) => units.reduce((total, unit) => total + of(unit), 0)
        expect(sum(({ expected }) => expected)).toBeCloseTo(
          sum(({ pass }) => pass),
          9,
        )
      }
    }),
  )
})
