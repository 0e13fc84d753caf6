import { compareText } from '../diagnostic/sort.ts'
import type { ManyResult } from '../compliance/over-many.ts'
import type { FileCount, LogNote, Reject } from '../log/event.ts'
import type { MapHistory, ProcessMap } from '../model/map.ts'
import { buildMatrix } from '../model/matrix.ts'
import type { Acceptance } from '../model/acceptance.ts'
import { acceptanceState, type AcceptanceState } from './acceptances.ts'
import { type BenchmarkResult, holdAgainst } from './benchmarks.ts'
import { type FieldUse, fieldUseOf, type ReviewedRule } from './field-use.ts'
import { type Figures, figuresOf, intervalOf, rate } from './figures.ts'
import { orderedGroups } from './groups.ts'
import { type MetricFigures, metricFigures } from './metrics.ts'
import { type LevelConformance, organisationOf } from './organisation.ts'
import { concludeMany } from './many.ts'
import {
  type AcceptanceTally,
  type BlindTally,
  type CellTally,
  createSums,
  type DeviationTally,
  mergeCell,
  type RuleTally,
  type Sums,
  type Tally,
  type UnitTally,
} from './tally.ts'
import { type FailUnder, judgeThresholds, type ThresholdResult } from './thresholds.ts'

/** What was read, of which read = kept + duplicates + rejected. */
interface ReadSummary {
  readonly read: number
  readonly kept: number
  readonly duplicates: number
  readonly rejected: number
  readonly files: readonly FileCount[]
  readonly rejects: readonly Reject[]
  readonly notes: readonly LogNote[]
}

export interface TouchpointSummary extends Omit<CellTally, 'sums' | 'deviations' | 'rules' | 'version'> {
  readonly version: string
  readonly figures: Figures
  /** Most frequent first. */
  readonly deviations: readonly DeviationTally[]
  /** Most often failed first. */
  readonly rules: readonly RuleTally[]
  /** The map's own metrics, over its contacts that have ended. */
  readonly metrics: readonly MetricFigures[]
}

/** Everything that `score` reports, in the order in which it is reported. */
export interface ScoreSummary {
  readonly map: {
    readonly id: string
    readonly versions: readonly { readonly version: string; readonly hash: string }[]
    readonly timezone?: string
  }
  readonly asOf?: number
  readonly log: ReadSummary
  readonly interactions: {
    readonly total: number
    readonly scored: number
    readonly open: number
    readonly notEvaluated: number
    readonly blindSpots: number
  }
  readonly events: { readonly total: number; readonly after: number; readonly interactionsAfter: number }
  readonly overall: Figures
  readonly versions: readonly { readonly version: string; readonly figures: Figures }[]
  readonly touchpoints: readonly TouchpointSummary[]
  /** Touchpoints that had interactions in more than one version, taken together; `version` joins them by ` + `. */
  readonly acrossVersions: readonly TouchpointSummary[]
  readonly units: readonly (Omit<UnitTally, 'sums'> & { readonly figures: Figures })[]
  readonly deviations: readonly DeviationTally[]
  readonly rules: readonly RuleTally[]
  /** What the rules over many interactions come to. */
  readonly targets: readonly ManyResult[]
  readonly blindSpots: readonly BlindTally[]
  readonly unknownEvents: readonly { readonly event: string; readonly occurrences: number }[]
  readonly ambientEvents: readonly { readonly event: string; readonly occurrences: number }[]
  readonly thresholds: readonly ThresholdResult[]
  /** What the map accepts, in its order, and what of it was met; expired ones are not applied. */
  readonly acceptances: readonly (AcceptanceTally & {
    readonly acceptance: Acceptance
    readonly state: AcceptanceState
  })[]
  /** What else is measured of execution (S24.i); the compliance rate stands in `overall`. */
  readonly measures: {
    readonly fieldUse?: FieldUse
    readonly useTrace: {
      readonly traced: number
      readonly ended: number
      readonly share: number | null
      readonly interval: readonly [number, number] | null
    }
    /** At each level of units that the log names, from the site down. */
    readonly organisation: readonly LevelConformance[]
    /** Share of rules on who does a step that passed. */
    readonly roles: number | null
  }
  readonly benchmarks: readonly BenchmarkResult[]
  /** The map's own metrics, over all contacts that have ended. */
  readonly metrics: readonly MetricFigures[]
  /** By the fields that were asked for. */
  readonly groups?: {
    readonly by: readonly string[]
    readonly rows: readonly {
      readonly values: readonly (string | null)[]
      readonly figures: Figures
      readonly metrics: readonly MetricFigures[]
    }[]
  }
  /** Id of the interaction to look at first, when any failed. */
  readonly worst?: string
}

export interface SummaryInput {
  readonly history: MapHistory
  readonly tally: Tally
  readonly log: ReadSummary
  readonly asOf?: number | undefined
  readonly failUnder: FailUnder
  readonly maxRejects?: number | undefined
  readonly reviews?: readonly ReviewedRule[] | undefined
}

/** Puts a tally into the order and numbers of the report. Deterministic: equal tallies give equal summaries. */
export function summarize({ history, tally, log, asOf, failUnder, maxRejects, reviews }: SummaryInput): ScoreSummary {
  const order = history.versions.map(({ version }) => version)
  const cells = [...tally.cells.values()].sort(
    (a, b) =>
      compareText(a.code, b.code) ||
      compareText(JSON.stringify(Object.entries(a.at).sort()), JSON.stringify(Object.entries(b.at).sort())) ||
      order.indexOf(a.version) - order.indexOf(b.version),
  )
  const whole = together(cells)
  const byCode = groupByCode(cells)
  const current = history.versions.at(-1)
  const overall = figuresOf(whole.sums)
  const thresholds = judgeThresholds(
    overall,
    byCode.map(([code, same]) => ({ code, figures: figuresOf(together(same).sums) })),
    current?.scorecard,
    failUnder,
    [...whole.rules.values()],
  )
  const blindSpots = [...tally.blindSpots.values()].sort(
    (a, b) =>
      b.interactions - a.interactions ||
      compareText(a.reason, b.reason) ||
      compareText(
        JSON.stringify([a.business, a.channel, a.brand, a.axes]),
        JSON.stringify([b.business, b.channel, b.brand, b.axes]),
      ),
  )
  const blind = blindSpots.reduce((total, { interactions }) => total + interactions, 0)
  const codes = byCode.map(([code, same]) => ({ code, sums: together(same).sums }))
  const measures = measuresOf(tally, whole.sums, blind, codes, reviews)
  const metrics = current?.metrics ?? []
  return {
    map: {
      id: current?.id ?? '',
      versions: history.versions.map(({ version, hash }) => ({ version, hash })),
      ...(current?.timezone === undefined ? {} : { timezone: current.timezone }),
    },
    ...(asOf === undefined ? {} : { asOf }),
    log,
    interactions: {
      total: whole.sums.interactions + blind,
      scored: whole.sums.adherenceCount,
      open: whole.sums.open,
      notEvaluated: whole.sums.unaligned,
      blindSpots: blind,
    },
    events: { total: tally.events, after: tally.eventsAfter, interactionsAfter: tally.interactionsAfter },
    overall,
    versions: order.flatMap((version) => {
      const own = cells.filter((cell) => cell.version === version)
      return own.length === 0 ? [] : [{ version, figures: figuresOf(together(own).sums) }]
    }),
    touchpoints: cells.map((cell) => ({
      ...identity(cell),
      version: cell.version,
      ...ranked(cell),
      metrics: metricFigures(metrics, cell.sums.measures.metrics),
    })),
    acrossVersions: byCode.flatMap(([, same]) => {
      const [first, ...others] = same
      const versions = [...new Set(same.map((cell) => cell.version))]
      if (!first || others.length === 0 || versions.length === 1) return []
      const all = together(same)
      return [
        {
          ...identity(first),
          version: versions.join(' + '),
          ...ranked(all),
          metrics: metricFigures(metrics, all.sums.measures.metrics),
        },
      ]
    }),
    units: [...tally.units.values()]
      .sort((a, b) => comparePaths(a, b))
      .map(({ unit, levels, sums }) => ({ unit, levels, figures: figuresOf(sums) })),
    ...lists(whole),
    targets: concludeMany(tally.many, history.versions, asOf),
    blindSpots,
    unknownEvents: frequent(tally.unknownEvents),
    ambientEvents: frequent(tally.ambientEvents),
    acceptances: (current?.accepted ?? []).map((acceptance) => ({
      acceptance,
      state: acceptanceState(acceptance, asOf, current?.timezone),
      ...(tally.acceptances.get(acceptance.id) ?? { interactions: 0, rules: 0, deviations: 0 }),
    })),
    measures,
    benchmarks: current === undefined ? [] : heldAgainstBenchmarks(current, overall, codes, measures),
    metrics: metricFigures(metrics, whole.sums.measures.metrics),
    ...(tally.groups.by.length === 0
      ? {}
      : {
          groups: {
            by: tally.groups.by,
            rows: orderedGroups(tally.groups).map(({ values, sums }) => ({
              values,
              figures: figuresOf(sums),
              metrics: metricFigures(metrics, sums.measures.metrics),
            })),
          },
        }),
    ...(tally.worst === undefined ? {} : { worst: tally.worst.id }),
    thresholds:
      maxRejects === undefined
        ? thresholds
        : [
            ...thresholds,
            {
              name: 'rejects',
              scope: 'log',
              limit: maxRejects,
              value: log.rejected,
              ok: log.rejected <= maxRejects,
              from: 'option',
            },
          ],
  }
}

type CodeSums = readonly { readonly code: string; readonly sums: Sums }[]

function measuresOf(
  tally: Tally,
  whole: Sums,
  blind: number,
  codes: CodeSums,
  reviews: readonly ReviewedRule[] | undefined,
): ScoreSummary['measures'] {
  const ended = whole.interactions - whole.open + blind - tally.blindOpen
  const { traced } = whole.measures
  const roles = [...tally.organisation.values()].reduce(
    (sum, { rolesPass, rolesJudged }) => ({ pass: sum.pass + rolesPass, judged: sum.judged + rolesJudged }),
    { pass: 0, judged: 0 },
  )
  const scored = new Map(codes.map(({ code, sums }) => [code, sums.interactions]))
  return {
    ...(reviews === undefined ? {} : { fieldUse: fieldUseOf(reviews, tally.reviewed.codes, scored) }),
    useTrace: { traced, ended, share: rate(traced, ended), interval: intervalOf(traced, ended) },
    organisation: organisationOf(tally.organisation),
    roles: rate(roles.pass, roles.judged),
  }
}

/** Overall first, then by code, of the current version of the map. */
function heldAgainstBenchmarks(
  map: ProcessMap,
  overall: Figures,
  codes: CodeSums,
  { fieldUse, useTrace, organisation, roles }: ScoreSummary['measures'],
): BenchmarkResult[] {
  const measured = (figures: Figures | undefined) => ({
    compliance: { value: figures?.compliance.rate ?? null, interval: figures?.compliance.interval ?? null },
    adherence: { value: figures?.adherence.mean ?? null },
    score: { value: figures?.score.mean ?? null },
  })
  const whole = map.benchmark
    ? holdAgainst(map.benchmark, 'overall', {
        ...measured(overall),
        ...(fieldUse === undefined ? {} : { 'field-use': { value: fieldUse.rate, interval: fieldUse.interval } }),
        'use-trace': { value: useTrace.share, interval: useTrace.interval },
        spread: { value: organisation.at(-1)?.spread ?? null },
        roles: { value: roles },
      })
    : []
  const cells = buildMatrix(map).cells.flatMap(({ code, row }) =>
    code === undefined || row?.benchmark === undefined ? [] : [[code, row.benchmark] as const],
  )
  const stated = [...new Map(cells)].sort(([a], [b]) => compareText(a, b))
  return [
    ...whole,
    ...stated.flatMap(([code, origin]) => {
      const found = codes.find((each) => each.code === code)
      const ended = found === undefined ? 0 : found.sums.interactions - found.sums.open
      const traced = found?.sums.measures.traced ?? 0
      const reviewed = fieldUse?.touchpoints.find((each) => each.code === code)
      return holdAgainst(origin, code, {
        ...measured(found && figuresOf(found.sums)),
        'use-trace': { value: rate(traced, ended), interval: intervalOf(traced, ended) },
        ...(reviewed === undefined ? {} : { 'field-use': { value: reviewed.rate, interval: reviewed.interval } }),
      })
    }),
  ]
}

type Part = Pick<CellTally, 'sums' | 'deviations' | 'rules'>

function together(cells: readonly CellTally[]): Part {
  const part: Part = { sums: createSums(), deviations: new Map(), rules: new Map() }
  for (const cell of cells) mergeCell(part, cell)
  return part
}

/** `cells` are in the order of their codes. */
function groupByCode(cells: readonly CellTally[]): [code: string, cells: CellTally[]][] {
  const groups = new Map<string, CellTally[]>()
  for (const cell of cells) groups.set(cell.code, [...(groups.get(cell.code) ?? []), cell])
  return [...groups]
}

function identity({ code, at, flow }: CellTally): Pick<CellTally, 'code' | 'at' | 'flow'> {
  return { code, at, flow }
}

function ranked(part: Part): Pick<TouchpointSummary, 'figures' | 'deviations' | 'rules'> {
  return { figures: figuresOf(part.sums), ...lists(part) }
}

function lists({ deviations, rules }: Part): Pick<TouchpointSummary, 'deviations' | 'rules'> {
  return {
    deviations: [...deviations]
      .sort(
        ([keyA, a], [keyB, b]) =>
          b.interactions - a.interactions || b.occurrences - a.occurrences || compareText(keyA, keyB),
      )
      .map(([, deviation]) => deviation),
    rules: [...rules.values()].sort((a, b) => b.outcomes.fail - a.outcomes.fail || compareText(a.rule.id, b.rule.id)),
  }
}

function frequent(counts: ReadonlyMap<string, number>): { event: string; occurrences: number }[] {
  return [...counts]
    .map(([event, occurrences]) => ({ event, occurrences }))
    .sort((a, b) => b.occurrences - a.occurrences || compareText(a.event, b.event))
}

function comparePaths(a: UnitTally, b: UnitTally): number {
  for (let i = 0; i < Math.max(a.unit.length, b.unit.length); i++) {
    const order = compareText(a.unit[i] ?? '', b.unit[i] ?? '')
    if (order !== 0) return order
  }
  return compareText(a.levels.join(), b.levels.join())
}
