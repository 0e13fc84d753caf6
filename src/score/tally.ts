import type { Outcome } from '../compliance/rule-kind.ts'
import { UNIT_LEVELS, type UnitLevel } from '../log/event.ts'
import type { Acceptance } from '../model/acceptance.ts'
import type { AxisName, MapHistory } from '../model/map.ts'
import type { Rule } from '../model/rule.ts'
import type { DeviationEffect } from './deviation-effect.ts'
import { addEffect, createEffectSums, type EffectSums, mergeEffects } from './effect-sums.ts'
import { MICRO } from './round.ts'
import { ACCEPTED_SIGN, type AboutDeviation, type Finding, findingOf, OUTCOME_SIGNS } from './finding.ts'
import { createGroups, type Groups, groupOf, mergeGroups } from './groups.ts'
import { addMeasures, createMeasureSums, type MeasureSums, mergeMeasures, type Standing } from './measure-sums.ts'
import { addToOrganisation, mergeOrganisation, type OrganisationSums } from './organisation.ts'
import { addSample, type ManyTallies, mergeSamples } from './many.ts'
import type { InteractionResult, ScoredInteraction } from './result.ts'
import type { Cell } from '../model/matrix.ts'
import type { BlindSpotReason } from './touchpoint.ts'
import type { Verdict } from './verdict.ts'

/** Sums over interactions: integers only, so that any split of the work adds up to the same (semantics §17). */
export interface Sums {
  interactions: number
  open: number
  /** Ended, and the alignment not evaluated. */
  unaligned: number
  /** Of those evaluated: ended by an interrupt of the flow. */
  interrupted: number
  perfect: number
  /** Millionths, over `adherenceCount`. */
  adherence: number
  adherenceCount: number
  /** Millionths of a point, over `scoreCount`. */
  score: number
  scoreCount: number
  readonly verdicts: Record<Verdict, number>
  /** With something accepted, whatever the verdict. */
  withAccepted: number
  /** As `score`, without the lines whose failures are accepted. */
  scoreAfter: number
  scoreAfterCount: number
  /** Handling time in milliseconds → how many interactions took it. */
  readonly handling: Map<number, number>
  readonly measures: MeasureSums
}

export interface DeviationTally extends Omit<AboutDeviation, 'key'> {
  /** Least id of the interactions that show it, to look at. */
  example: string
  interactions: number
  occurrences: number
  /** Of the occurrences: accepted. */
  accepted: number
  /** What it goes along with, where that was asked for. */
  readonly effect?: DeviationEffect
}

export interface RuleTally {
  readonly rule: Rule
  /** Failures that are accepted are counted apart. */
  readonly outcomes: Record<Outcome, number>
  accepted: number
  /** Least id of the interactions that failed it. */
  example?: string
}

/** What one acceptance was applied to. */
export interface AcceptanceTally {
  interactions: number
  rules: number
  deviations: number
}

/** One touchpoint in one version of the map. */
export interface CellTally {
  readonly code: string
  readonly at: Cell['at']
  readonly flow: string
  readonly version: string
  readonly sums: Sums
  readonly deviations: Map<string, DeviationTally>
  readonly rules: Map<string, RuleTally>
}

export interface UnitTally {
  /** Values of the levels that the log gives, from the site down. */
  readonly unit: readonly string[]
  readonly levels: readonly UnitLevel[]
  readonly sums: Sums
}

export interface BlindTally {
  readonly business: string | null
  readonly channel: string | null
  readonly brand: string | null
  readonly reason: BlindSpotReason
  readonly axes: readonly AxisName[]
  interactions: number
}

/** All that is kept of many interactions. `mergeTallies` of any split equals the tally of the whole. */
export interface Tally {
  readonly cells: Map<string, CellTally>
  readonly units: Map<string, UnitTally>
  readonly blindSpots: Map<string, BlindTally>
  readonly unknownEvents: Map<string, number>
  readonly ambientEvents: Map<string, number>
  /** By the id of the acceptance. */
  readonly acceptances: Map<string, AcceptanceTally>
  /** Samples of the rules over many interactions. */
  readonly many: ManyTallies
  /** The interaction to look at first: failed, of these the least adherence, of these the least id. */
  worst?: { readonly id: string; readonly adherence: number }
  /** Of units in touchpoints, for organisational conformance. */
  readonly organisation: OrganisationSums
  /** By the fields that were asked for; none where none were. */
  readonly groups: Groups<Sums>
  /** The touchpoints of the contacts that were asked for: those that people have reviewed. */
  readonly reviewed: { readonly wanted: ReadonlySet<string>; readonly codes: Map<string, string> }
  /** Of those in blind spots: not ended. */
  blindOpen: number
  events: number
  /** What lies after the as-of time: events left out, and interactions that had not begun. */
  eventsAfter: number
  interactionsAfter: number
  /** What deviations go along with, where that was asked for. */
  readonly effects?: EffectSums
}

/** `by`: fields to group by; `reviewed`: contacts whose touchpoint is to be known; `explains`: with what deviations go along with. */
export function createTally(
  by: readonly string[] = [],
  reviewed: ReadonlySet<string> = new Set(),
  explains = false,
): Tally {
  return {
    cells: new Map(),
    units: new Map(),
    blindSpots: new Map(),
    unknownEvents: new Map(),
    ambientEvents: new Map(),
    acceptances: new Map(),
    many: new Map(),
    organisation: new Map(),
    groups: createGroups(by),
    reviewed: { wanted: reviewed, codes: new Map() },
    blindOpen: 0,
    events: 0,
    eventsAfter: 0,
    interactionsAfter: 0,
    ...(explains ? { effects: createEffectSums() } : {}),
  }
}

export function createSums(): Sums {
  return {
    interactions: 0,
    open: 0,
    unaligned: 0,
    interrupted: 0,
    perfect: 0,
    adherence: 0,
    adherenceCount: 0,
    score: 0,
    scoreCount: 0,
    verdicts: { pass: 0, fail: 0, accepted: 0, pending: 0, notEvaluated: 0 },
    withAccepted: 0,
    scoreAfter: 0,
    scoreAfterCount: 0,
    handling: new Map(),
    measures: createMeasureSums(),
  }
}

/** Adds one interaction. */
export function addResult(tally: Tally, result: InteractionResult): void {
  const { interaction } = result
  if (result.kind === 'blindSpot') {
    tally.events += interaction.events.length
    addBlindSpot(tally, result)
    if (result.ended === 'open') tally.blindOpen += 1
    return
  }
  const finding = findingOf(result)
  const cell = cellTallyOf(tally, result)
  const { handlingMs } = result
  addFinding(tally, cell, finding, 1, interaction.id)
  addOwn(tally, cell, finding, { unit: interaction.unit, events: interaction.events.length, handlingMs })
  if (finding.standing.accepted) addAccepted(tally.acceptances, result)
  if (tally.effects) addEffect(tally.effects, result)
  if (tally.reviewed.wanted.has(interaction.id)) tally.reviewed.codes.set(interaction.id, result.cell.code)
  if (tally.groups.by.length > 0) {
    addStanding(groupOf(tally.groups, result, createSums), finding.standing, 1, handlingMs)
  }
  for (const sampled of result.samples ?? []) addSample(tally.many, sampled)
}

/** What is an interaction's own. */
export interface Own {
  readonly unit: ScoredInteraction['interaction']['unit']
  readonly events: number
  readonly handlingMs?: number | undefined
}

/** Adds what so many interactions of a cell share. `example` is the least of their ids. */
export function addFinding(tally: Tally, cell: CellTally, finding: Finding, times: number, example: string): void {
  addStanding(cell.sums, finding.standing, times, undefined)
  addFollowed(tally, cell, finding, times, example)
  addOutcomes(cell, finding, times, example)
}

/** Of a finding how the flow was followed, without its standing. */
export function addFollowed(tally: Tally, cell: CellTally, finding: Finding, times: number, example: string): void {
  const { standing } = finding
  for (const { about, occurrences, accepted } of finding.deviations) {
    const counted = at(cell.deviations, about.key, () => {
      const { key: _, ...said } = about
      return { ...said, example, interactions: 0, occurrences: 0, accepted: 0 }
    })
    counted.example = least(counted.example, example)
    counted.interactions += times
    counted.occurrences += times * occurrences
    counted.accepted += times * accepted
  }
  if (standing.verdict === 'fail') {
    tally.worst = worse(tally.worst, { id: example, adherence: standing.adherence ?? MICRO })
  }
  for (const name of finding.unknown) increase(tally.unknownEvents, name, times)
  for (const name of finding.ambient) increase(tally.ambientEvents, name, times)
}

/** Of findings with the same outcomes of rules these. */
export function addOutcomes(
  cell: CellTally,
  { rules, outcomes }: Pick<Finding, 'rules' | 'outcomes'>,
  times: number,
  example: string,
): void {
  for (const [i, counted] of ruleTalliesOf(cell, rules).entries()) {
    const sign = outcomes[i] ?? ''
    if (sign === ACCEPTED_SIGN) {
      counted.accepted += times
      continue
    }
    const outcome = OUTCOMES[sign] ?? 'notApplicable'
    counted.outcomes[outcome] += times
    if (outcome === 'fail') counted.example = least(counted.example, example)
  }
}

/** Adds what one interaction has of its own. */
export function addOwn(
  tally: Tally,
  cell: CellTally,
  { standing, roles }: Finding,
  { unit, events, handlingMs }: Own,
): void {
  tally.events += events
  if (handlingMs !== undefined) increase(cell.sums.handling, handlingMs, 1)
  addStanding(unitOf(tally, unit).sums, standing, 1, handlingMs)
  addToOrganisation(tally.organisation, unit, cell, standing.verdict, roles)
}

/** A tally that was made elsewhere, from a copy of the same versions: what it says of them is said of these. */
export function adoptTally(tally: Tally, { versions }: MapHistory): Tally {
  const many: ManyTallies = new Map()
  for (const [key, { rule, map, sample }] of tally.many) {
    many.set(key, { rule, map: versions.find(({ version }) => version === map.version) ?? map, sample })
  }
  return { ...tally, many }
}

/** The tally of both parts together; neither is changed. */
export function mergeTallies(...parts: readonly Tally[]): Tally {
  const [first] = parts
  const whole = createTally(first?.groups.by, first?.reviewed.wanted, first?.effects !== undefined)
  for (const part of parts) {
    if (whole.effects && part.effects) mergeEffects(whole.effects, part.effects)
    whole.events += part.events
    whole.eventsAfter += part.eventsAfter
    whole.interactionsAfter += part.interactionsAfter
    if (part.worst) whole.worst = worse(whole.worst, part.worst)
    for (const [name, count] of part.unknownEvents) increase(whole.unknownEvents, name, count)
    for (const [name, count] of part.ambientEvents) increase(whole.ambientEvents, name, count)
    for (const [id, { interactions, rules, deviations }] of part.acceptances) {
      const counted = at(whole.acceptances, id, noAccepted)
      counted.interactions += interactions
      counted.rules += rules
      counted.deviations += deviations
    }
    mergeSamples(whole.many, part.many)
    mergeOrganisation(whole.organisation, part.organisation)
    mergeGroups(whole.groups, part.groups, createSums, addSums)
    whole.blindOpen += part.blindOpen
    for (const [id, code] of part.reviewed.codes) whole.reviewed.codes.set(id, code)
    for (const [key, blind] of part.blindSpots) {
      at(whole.blindSpots, key, () => ({ ...blind, interactions: 0 })).interactions += blind.interactions
    }
    for (const [key, unit] of part.units) {
      addSums(at(whole.units, key, () => ({ ...unit, sums: createSums() })).sums, unit.sums)
    }
    for (const [key, cell] of part.cells) {
      mergeCell(
        at(whole.cells, key, () => ({ ...cell, sums: createSums(), deviations: new Map(), rules: new Map() })),
        cell,
      )
    }
  }
  return whole
}

/** Adds the figures of `from` to `into`, which may be of another version or touchpoint. */
export function mergeCell(into: Pick<CellTally, 'sums' | 'deviations' | 'rules'>, from: CellTally): void {
  addSums(into.sums, from.sums)
  for (const [key, deviation] of from.deviations) {
    const counted = at(into.deviations, key, () => ({ ...deviation, interactions: 0, occurrences: 0, accepted: 0 }))
    counted.example = least(counted.example, deviation.example)
    counted.interactions += deviation.interactions
    counted.occurrences += deviation.occurrences
    counted.accepted += deviation.accepted
  }
  for (const [key, { rule, outcomes, accepted, example }] of from.rules) {
    const counted = at(into.rules, key, (): RuleTally => ({ rule, outcomes: noOutcomes(), accepted: 0 }))
    counted.accepted += accepted
    if (example !== undefined) counted.example = least(counted.example, example)
    for (const outcome of Object.keys(outcomes) as Outcome[]) counted.outcomes[outcome] += outcomes[outcome]
  }
}

function addSums(into: Sums, from: Sums): void {
  into.interactions += from.interactions
  into.open += from.open
  into.unaligned += from.unaligned
  into.interrupted += from.interrupted
  into.perfect += from.perfect
  into.adherence += from.adherence
  into.adherenceCount += from.adherenceCount
  into.score += from.score
  into.scoreCount += from.scoreCount
  into.withAccepted += from.withAccepted
  into.scoreAfter += from.scoreAfter
  into.scoreAfterCount += from.scoreAfterCount
  for (const verdict of Object.keys(into.verdicts) as Verdict[]) into.verdicts[verdict] += from.verdicts[verdict]
  for (const [ms, count] of from.handling) increase(into.handling, ms, count)
  mergeMeasures(into.measures, from.measures)
}

/** Adds what so many interactions come to; `handlingMs`, where it is known, is that of each of them. */
export function addStanding(sums: Sums, standing: Standing, times: number, handlingMs: number | undefined): void {
  const { adherence, ended, score } = standing
  sums.interactions += times
  sums.verdicts[standing.verdict] += times
  if (adherence !== null) {
    sums.adherence += times * adherence
    sums.adherenceCount += times
    if (adherence === MICRO) sums.perfect += times
    if (ended === 'interrupted') sums.interrupted += times
  } else if (ended === 'open') sums.open += times
  else sums.unaligned += times
  if (score?.micros !== undefined && score.micros !== null) {
    sums.score += times * score.micros
    sums.scoreCount += times
  }
  if (standing.scoreAfter !== null) {
    sums.scoreAfter += times * standing.scoreAfter
    sums.scoreAfterCount += times
  }
  if (standing.accepted) sums.withAccepted += times
  if (handlingMs !== undefined) increase(sums.handling, handlingMs, times)
  addMeasures(sums.measures, standing, times)
}

/** Adds a handling time by itself, of an interaction whose standing is added elsewhere. */
export function countHandling({ handling }: Sums, handlingMs: number): void {
  increase(handling, handlingMs, 1)
}

function addAccepted(into: Tally['acceptances'], { rules, acceptedDeviations }: ScoredInteraction): void {
  const seen = new Set<AcceptanceTally>()
  const count = (acceptance: Acceptance, what: 'rules' | 'deviations'): void => {
    const counted = at(into, acceptance.id, noAccepted)
    counted[what] += 1
    if (!seen.has(counted)) counted.interactions += 1
    seen.add(counted)
  }
  for (const { accepted } of rules) if (accepted) count(accepted, 'rules')
  for (const accepted of acceptedDeviations?.values() ?? []) count(accepted, 'deviations')
}

function noAccepted(): AcceptanceTally {
  return { interactions: 0, rules: 0, deviations: 0 }
}

const ruleTallies = new WeakMap<CellTally, { readonly rules: readonly Rule[]; readonly tallies: RuleTally[] }>()

/** The tallies of rules in a cell, in their order. */
function ruleTalliesOf(cell: CellTally, rules: readonly Rule[]): readonly RuleTally[] {
  let found = ruleTallies.get(cell)
  if (found?.rules !== rules) {
    const tallies = rules.map((rule) =>
      at(cell.rules, rule.id, (): RuleTally => ({ rule, outcomes: noOutcomes(), accepted: 0 })),
    )
    ruleTallies.set(cell, (found = { rules, tallies }))
  }
  return found.tallies
}

type Worst = NonNullable<Tally['worst']>

function worse(a: Worst | undefined, b: Worst): Worst {
  if (a === undefined || b.adherence < a.adherence) return b
  return b.adherence === a.adherence && b.id < a.id ? b : a
}

function least(a: string | undefined, b: string): string {
  return a === undefined || b < a ? b : a
}

function addBlindSpot(
  tally: Tally,
  { interaction, blindSpot }: Extract<InteractionResult, { kind: 'blindSpot' }>,
): void {
  const valueOf = (axis: AxisName) => (interaction.ambiguous.includes(axis) ? null : (interaction.axes[axis] ?? null))
  const [business, channel, brand] = [valueOf('business'), valueOf('channel'), valueOf('brand')]
  const key = JSON.stringify([business, channel, brand, blindSpot.reason, blindSpot.axes])
  at(tally.blindSpots, key, () => ({ business, channel, brand, ...blindSpot, interactions: 0 })).interactions += 1
}

/** Cells are few and come again for each of their interactions: their keys are made once. */
const cellKeys = new WeakMap<object, string>()

export function cellTallyOf(tally: Tally, { cell, map }: Pick<ScoredInteraction, 'cell' | 'map'>): CellTally {
  let key = cellKeys.get(cell)
  if (key === undefined) {
    key = JSON.stringify([map.version, cell.code, Object.entries(cell.at).sort()])
    cellKeys.set(cell, key)
  }
  return at(tally.cells, key, () => ({
    code: cell.code,
    at: cell.at,
    flow: cell.row.flow,
    version: map.version,
    sums: createSums(),
    deviations: new Map(),
    rules: new Map(),
  }))
}

/** Interactions of one unit share the object that says so: they are found by it. */
const foundUnits = new WeakMap<Tally['units'], WeakMap<Own['unit'], UnitTally>>()

/** The sums of a unit. */
export function unitOf({ units }: Tally, unit: Own['unit']): UnitTally {
  let found = foundUnits.get(units)
  if (found === undefined) foundUnits.set(units, (found = new WeakMap()))
  let own = found.get(unit)
  if (own === undefined) {
    const levels = UNIT_LEVELS.filter((level) => unit[level] !== undefined)
    const path = levels.map((level) => unit[level] ?? '')
    own = at(units, JSON.stringify([levels, path]), () => ({ unit: path, levels, sums: createSums() }))
    found.set(unit, own)
  }
  return own
}

const OUTCOMES: Readonly<Record<string, Outcome>> = Object.fromEntries(
  (Object.keys(OUTCOME_SIGNS) as Outcome[]).map((outcome) => [OUTCOME_SIGNS[outcome], outcome]),
)

function noOutcomes(): Record<Outcome, number> {
  return { pass: 0, fail: 0, notApplicable: 0, pending: 0, notEvaluated: 0 }
}

function increase<K>(counts: Map<K, number>, key: K, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

function at<T>(items: Map<string, T>, key: string, create: () => T): T {
  let item = items.get(key)
  if (item === undefined) {
    item = create()
    items.set(key, item)
  }
  return item
}
