import { compareText } from '../diagnostic/sort.ts'
import { UNIT_LEVELS, type UnitLevel } from '../log/event.ts'
import { byarInterval } from './byar.ts'
import type { ScoredInteraction } from './result.ts'
import type { Verdict } from './verdict.ts'

/**
 * What is kept for organisational conformance (semantics §16): of each unit in each touchpoint and version how many
 * contacts were judged and how many complied, and how often roles were as assigned. Merges by addition.
 */
export type OrganisationSums = Map<string, UnitCell>

/** One unit in one touchpoint and version. */
export interface UnitCell {
  readonly unit: Partial<Readonly<Record<UnitLevel, string>>>
  /** Touchpoint and version. */
  readonly cell: string
  pass: number
  judged: number
  rolesPass: number
  rolesJudged: number
}

/** Kinds of rules that say who does a step. */
const ROLE_KINDS: ReadonlySet<string> = new Set(['by', 'four-eyes', 'not-by-doer-of', 'same-person'])

/** How often rules on who does a step were judged, and passed. */
export interface RoleCounts {
  readonly pass: number
  readonly judged: number
}

export function countRoles({ rules }: Pick<ScoredInteraction, 'rules'>): RoleCounts {
  let [pass, judged] = [0, 0]
  for (const { rule, outcome } of rules) {
    if (!ROLE_KINDS.has(rule.spec.kind) || (outcome !== 'pass' && outcome !== 'fail')) continue
    judged += 1
    if (outcome === 'pass') pass += 1
  }
  return { pass, judged }
}

/** Adds one interaction of a unit in a touchpoint of a version. */
export function addToOrganisation(
  into: OrganisationSums,
  unit: UnitCell['unit'],
  cell: Touchpoint,
  verdict: Verdict,
  roles: RoleCounts,
): void {
  addToUnitCell(unitCellOf(into, unit, cell), verdict, roles)
}

/** The same, of a unit in a touchpoint that was found before. */
export function addToUnitCell(own: UnitCell, verdict: Verdict, roles: RoleCounts): void {
  if (verdict === 'pass' || verdict === 'fail') {
    own.judged += 1
    if (verdict === 'pass') own.pass += 1
  }
  own.rolesJudged += roles.judged
  own.rolesPass += roles.pass
}

interface Touchpoint {
  readonly code: string
  readonly version: string
}

/** Interactions of one unit share the object that says so, and so do those of a touchpoint: they are found by it. */
const found = new WeakMap<OrganisationSums, WeakMap<UnitCell['unit'], Map<Touchpoint, UnitCell>>>()

export function unitCellOf(sums: OrganisationSums, unit: UnitCell['unit'], cell: Touchpoint): UnitCell {
  let units = found.get(sums)
  if (units === undefined) found.set(sums, (units = new WeakMap()))
  let cells = units.get(unit)
  if (cells === undefined) units.set(unit, (cells = new Map()))
  let own = cells.get(cell)
  if (own === undefined) cells.set(cell, (own = cellOf(sums, unit, JSON.stringify([cell.code, cell.version]))))
  return own
}

/** Adds `from`, which is not changed, to `into`. */
export function mergeOrganisation(into: OrganisationSums, from: OrganisationSums): void {
  for (const { unit, cell, pass, judged, rolesPass, rolesJudged } of from.values()) {
    const own = cellOf(into, unit, cell)
    own.pass += pass
    own.judged += judged
    own.rolesPass += rolesPass
    own.rolesJudged += rolesJudged
  }
}

function cellOf(sums: OrganisationSums, unit: UnitCell['unit'], cell: string): UnitCell {
  const key = JSON.stringify([...UNIT_LEVELS.map((level) => unit[level] ?? null), cell])
  let own = sums.get(key)
  if (own === undefined) {
    sums.set(key, (own = { unit, cell, pass: 0, judged: 0, rolesPass: 0, rolesJudged: 0 }))
  }
  return own
}

export interface UnitConformance {
  /** Values from the site down to this level, of the levels the log gives. */
  readonly unit: readonly string[]
  readonly pass: number
  readonly judged: number
  /** pass / judged, not corrected. */
  readonly rate: number
  /** What would be expected of it if it did as all units together do at each of its touchpoints. */
  readonly expected: number
  /** Observed over expected, with Byar's interval on what was observed; null where nothing is expected. */
  readonly ratio: number | null
  readonly interval: readonly [number, number] | null
  /** Overall rate × ratio. */
  readonly adjusted: number | null
  /** Expected is below 5. */
  readonly small: boolean
  /** Share of rules on who does a step that passed; null where none was judged. */
  readonly roles: number | null
}

export interface LevelConformance {
  readonly level: UnitLevel
  /** Of all contacts judged whose log names this level. */
  readonly rate: number
  readonly units: readonly UnitConformance[]
  /** Standard deviation of the adjusted rates beyond what chance alone would give; null with fewer than two units. */
  readonly spread: number | null
}

/** Organisational conformance at each level that the log names, from the site down. */
export function organisationOf(sums: OrganisationSums): LevelConformance[] {
  return UNIT_LEVELS.flatMap((level, depth) => {
    const cells = [...sums.values()].filter(({ unit, judged }) => unit[level] !== undefined && judged > 0)
    return cells.length === 0 ? [] : [conformanceAt(level, depth, cells)]
  })
}

interface Total {
  pass: number
  judged: number
}

function conformanceAt(level: UnitLevel, depth: number, cells: readonly UnitCell[]): LevelConformance {
  const whole = totalOf(cells)
  const rate = whole.pass / whole.judged
  const byCell = groupBy(cells, ({ cell }) => cell)
  const rates = new Map([...byCell].map(([cell, own]) => [cell, totalOf(own)] as const))
  const paths = UNIT_LEVELS.slice(0, depth + 1)
  const members = [...groupBy(cells, ({ unit }) => JSON.stringify(paths.map((each) => unit[each] ?? null)))]
  const found = members
    .sort(([a], [b]) => compareText(a, b))
    .map(([, own]) => {
      const unit = paths.flatMap((each) => own[0]?.unit[each] ?? [])
      const { pass, judged } = totalOf(own)
      let [expected, variance] = [0, 0]
      for (const { cell, judged: n } of own) {
        const all = rates.get(cell)
        const share = all === undefined ? 0 : all.pass / all.judged
        expected += n * share
        variance += n * share * (1 - share)
      }
      const ratio = expected === 0 ? null : pass / expected
      const [low, high] = byarInterval(pass)
      const rolesJudged = own.reduce((total, each) => total + each.rolesJudged, 0)
      return {
        conformance: {
          unit,
          pass,
          judged,
          rate: pass / judged,
          expected,
          ratio,
          interval: expected === 0 ? null : ([low / expected, high / expected] as const),
          adjusted: ratio === null ? null : rate * ratio,
          small: expected < 5,
          roles: rolesJudged === 0 ? null : own.reduce((total, each) => total + each.rolesPass, 0) / rolesJudged,
        },
        // Binomial variance of the adjusted rate, its touchpoints taken as they are.
        variance: expected === 0 ? 0 : (rate / expected) ** 2 * variance,
      }
    })
  return { level, rate, units: found.map(({ conformance }) => conformance), spread: spreadOf(found) }
}

/** Moment estimate: weighted variance of the adjusted rates less its expectation under chance, not below 0. */
function spreadOf(
  units: readonly { readonly conformance: UnitConformance; readonly variance: number }[],
): number | null {
  const known = units.flatMap(({ conformance: { adjusted, judged }, variance }) =>
    adjusted === null ? [] : [{ adjusted, judged, variance }],
  )
  if (known.length < 2) return null
  const all = known.reduce((total, { judged }) => total + judged, 0)
  const mean = known.reduce((total, { adjusted, judged }) => total + judged * adjusted, 0) / all
  const found = known.reduce((total, { adjusted, judged }) => total + judged * (adjusted - mean) ** 2, 0) / all
  const chance = known.reduce((total, { judged, variance }) => total + judged * variance * (1 - judged / all), 0) / all
  return Math.sqrt(Math.max(0, found - chance))
}

function totalOf(cells: readonly UnitCell[]): Total {
  return cells.reduce<Total>(
    (total, { pass, judged }) => ({ pass: total.pass + pass, judged: total.judged + judged }),
    { pass: 0, judged: 0 },
  )
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
