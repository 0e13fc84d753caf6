import { compareText } from '../diagnostic/sort.ts'
import type { ManyResult } from '../compliance/over-many.ts'
import type { FileCount, LogNote, Reject } from '../log/event.ts'
import type { MapHistory } from '../model/map.ts'
import { type Figures, figuresOf } from './figures.ts'
import { concludeMany } from './many.ts'
import {
  type BlindTally,
  type CellTally,
  createSums,
  type DeviationTally,
  mergeCell,
  type RuleTally,
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
}

/** Puts a tally into the order and numbers of the report. Deterministic: equal tallies give equal summaries. */
export function summarize({ history, tally, log, asOf, failUnder, maxRejects }: SummaryInput): ScoreSummary {
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
    touchpoints: cells.map((cell) => ({ ...identity(cell), version: cell.version, ...ranked(cell) })),
    acrossVersions: byCode.flatMap(([, same]) => {
      const [first, ...others] = same
      const versions = [...new Set(same.map((cell) => cell.version))]
      if (!first || others.length === 0 || versions.length === 1) return []
      return [{ ...identity(first), version: versions.join(' + '), ...ranked(together(same)) }]
    }),
    units: [...tally.units.values()]
      .sort((a, b) => comparePaths(a, b))
      .map(({ unit, levels, sums }) => ({ unit, levels, figures: figuresOf(sums) })),
    ...lists(whole),
    targets: concludeMany(tally.many, history.versions, asOf),
    blindSpots,
    unknownEvents: frequent(tally.unknownEvents),
    ambientEvents: frequent(tally.ambientEvents),
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
