import type { Outcome } from '../compliance/rule-kind.ts'
import type { Deviation, DeviationKind, Move } from '../conformance/alignment.ts'
import type { Place } from '../diagnostic/diagnostic.ts'
import type { Label } from '../flow/effective-flow.ts'
import { UNIT_LEVELS, type UnitLevel } from '../log/event.ts'
import type { Acceptance } from '../model/acceptance.ts'
import type { AxisName, MapHistory } from '../model/map.ts'
import type { Rule } from '../model/rule.ts'
import type { Text } from '../model/text.ts'
import { MICRO } from './round.ts'
import { createGroups, type Groups, groupOf, mergeGroups } from './groups.ts'
import { addMeasures, createMeasureSums, type MeasureSums, mergeMeasures } from './measure-sums.ts'
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

export interface DeviationTally {
  readonly kind: DeviationKind
  readonly flow: string
  /** Effective id of the step (or decision), where one is meant. */
  readonly step?: string
  /** Name of an event that no step of the flow is shown by. */
  readonly event?: string
  readonly direction?: 'early' | 'late'
  readonly name?: Text
  readonly place?: Place
  /** Least id of the interactions that show it, to look at. */
  example: string
  interactions: number
  occurrences: number
  /** Of the occurrences: accepted. */
  accepted: number
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
}

/** `by`: fields to group by; `reviewed`: contacts whose touchpoint is to be known. */
export function createTally(by: readonly string[] = [], reviewed: ReadonlySet<string> = new Set()): Tally {
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
  tally.events += result.interaction.events.length
  if (result.kind === 'blindSpot') {
    addBlindSpot(tally, result)
    if (result.ended === 'open') tally.blindOpen += 1
    return
  }
  const cell = cellOf(tally, result)
  addInteraction(cell.sums, result)
  addInteraction(unitOf(tally, result).sums, result)
  addToOrganisation(tally.organisation, result)
  if (tally.reviewed.wanted.has(result.interaction.id)) {
    tally.reviewed.codes.set(result.interaction.id, result.cell.code)
  }
  if (tally.groups.by.length > 0) addInteraction(groupOf(tally.groups, result, createSums), result)
  addDeviations(cell, result)
  if (hasAccepted(result)) addAccepted(tally.acceptances, result)
  for (const { rule, outcome, accepted } of result.rules) {
    const counted = at(cell.rules, rule.id, (): RuleTally => ({ rule, outcomes: noOutcomes(), accepted: 0 }))
    if (accepted !== undefined) {
      counted.accepted += 1
      continue
    }
    counted.outcomes[outcome] += 1
    if (outcome === 'fail') counted.example = least(counted.example, result.interaction.id)
  }
  for (const sampled of result.samples ?? []) addSample(tally.many, sampled)
  if (result.verdict === 'fail') {
    tally.worst = worse(tally.worst, { id: result.interaction.id, adherence: result.adherence ?? MICRO })
  }
  if (!result.alignment.optimal) return
  for (const move of result.alignment.moves) {
    if (move.type !== 'ambient' && !isUnknown(move)) continue
    const name = result.interaction.events[move.event]?.event ?? ''
    increase(move.type === 'ambient' ? tally.ambientEvents : tally.unknownEvents, name, 1)
  }
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
  const whole = createTally(parts[0]?.groups.by, parts[0]?.reviewed.wanted)
  for (const part of parts) {
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

/** An act that no step of the flow is shown by. */
function isUnknown(move: Move): move is Extract<Move, { type: 'log' }> {
  return move.type === 'log' && move.labels.length === 0
}

/** The event behind a deviation that no step explains; undefined where a step does, or nothing was done at all. */
export function unknownEventOf(result: ScoredInteraction, deviation: Deviation): string | undefined {
  if (deviation.label !== undefined || !result.alignment.optimal) return undefined
  for (const position of deviation.moves) {
    const move = result.alignment.moves[position]
    if (move && 'event' in move) return result.interaction.events[move.event]?.event
  }
  return undefined
}

function addInteraction(sums: Sums, result: ScoredInteraction): void {
  sums.interactions += 1
  sums.verdicts[result.verdict] += 1
  if (result.adherence !== null) {
    sums.adherence += result.adherence
    sums.adherenceCount += 1
    if (result.adherence === MICRO) sums.perfect += 1
    if (result.ended === 'interrupted') sums.interrupted += 1
  } else if (result.ended === 'open') sums.open += 1
  else sums.unaligned += 1
  if (result.score?.micros !== undefined && result.score.micros !== null) {
    sums.score += result.score.micros
    sums.scoreCount += 1
  }
  const after = (result.scoreAfter ?? result.score)?.micros ?? null
  if (after !== null) {
    sums.scoreAfter += after
    sums.scoreAfterCount += 1
  }
  if (hasAccepted(result)) sums.withAccepted += 1
  if (result.handlingMs !== undefined) increase(sums.handling, result.handlingMs, 1)
  addMeasures(sums.measures, result)
}

/** Whether something of the contact is accepted, whatever its verdict. */
function hasAccepted({ acceptedDeviations, rules }: ScoredInteraction): boolean {
  return acceptedDeviations !== undefined || rules.some(({ accepted }) => accepted !== undefined)
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

function addDeviations(cell: CellTally, result: ScoredInteraction): void {
  const seen = new Set<string>()
  for (const [position, deviation] of result.deviations.entries()) {
    const label = deviation.label === undefined ? undefined : result.flow.labels[deviation.label]
    const event = unknownEventOf(result, deviation)
    const key = JSON.stringify([
      result.flow.id,
      deviation.kind,
      label?.id ?? null,
      event ?? null,
      deviation.direction ?? null,
    ])
    const counted = at(cell.deviations, key, () => ({
      kind: deviation.kind,
      flow: result.flow.id,
      ...(label === undefined ? {} : { step: label.id, place: label.place, ...nameOf(label) }),
      ...(event === undefined ? {} : { event }),
      ...(deviation.direction === undefined ? {} : { direction: deviation.direction }),
      example: result.interaction.id,
      interactions: 0,
      occurrences: 0,
      accepted: 0,
    }))
    if (result.acceptedDeviations?.has(position) === true) counted.accepted += 1
    counted.example = least(counted.example, result.interaction.id)
    counted.occurrences += 1
    if (!seen.has(key)) counted.interactions += 1
    seen.add(key)
  }
}

function nameOf(label: Label): { name?: Text } {
  const name = label.kind === 'step' ? label.step.name : label.kind === 'decision' ? label.name : undefined
  return name === undefined ? {} : { name }
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

function cellOf(tally: Tally, { cell, map }: ScoredInteraction): CellTally {
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

function unitOf(tally: Tally, { interaction: { unit } }: ScoredInteraction): UnitTally {
  const levels = UNIT_LEVELS.filter((level) => unit[level] !== undefined)
  const path = levels.map((level) => unit[level] ?? '')
  return at(tally.units, JSON.stringify([levels, path]), () => ({ unit: path, levels, sums: createSums() }))
}

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
