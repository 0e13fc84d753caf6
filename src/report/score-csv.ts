import type { Outcome } from '../compliance/rule-kind.ts'
import type { Place } from '../diagnostic/diagnostic.ts'
import { maskNumbers } from '../diagnostic/mask-numbers.ts'
import type { Figures } from '../score/figures.ts'
import type { MetricFigures } from '../score/metrics.ts'
import type { ScoreSummary } from '../score/summary.ts'
import type { ReportContext } from './context.ts'
import { CSV_MARK, csvRecord } from './csv-text.ts'

const HEADING = [
  'level',
  'name',
  'scope',
  'version',
  'business',
  'channel',
  'brand',
  'flow',
  'interactions',
  'open',
  'adherence',
  'adherence_perfect',
  'adherence_evaluated',
  'compliance_rate',
  'compliance_low',
  'compliance_high',
  'pass',
  'fail',
  'pending',
  'not_applicable',
  'not_evaluated',
  'accepted',
  'compliance_strict',
  'score',
  'score_evaluated',
  'score_after',
  'handling_ms_mean',
  'handling_ms_median',
  'handling_ms_p90',
  'statistic',
  'value',
  'counted',
  'source',
  'map_hash',
  'as_of',
  'log_hash',
  'touchmap',
] as const
type Column = (typeof HEADING)[number]
type Row = Partial<Record<Column, string | number | null>>

/**
 * The summary as one table for spreadsheets: a row each for the whole, every version, touchpoint, unit, group of `--by`,
 * rule and acceptance, and for each figure of a target or metric, whose `scope` is the touchpoint or group it is of. Rates
 * are fractions, times milliseconds, empty cells have no denominator. Each row names the map and the log by their hashes,
 * and touchmap by its version.
 */
export function formatScoreCsv(summary: ScoreSummary, { version }: Pick<ReportContext, 'version'>): string {
  const logs = summary.log.files.map(({ hash }) => hash.slice(0, 16)).join(' ')
  const hashes = new Map(summary.map.versions.map(({ version, hash }) => [version, hash]))
  const current = summary.map.versions.at(-1)
  const asOf = summary.asOf === undefined ? null : new Date(summary.asOf).toISOString()
  const groups = (summary.groups?.rows ?? []).map(({ values, ...row }) => ({
    ...row,
    name: values.map((value) => maskNumbers(value ?? '')).join('/'),
  }))
  const rows: Row[] = [
    { level: 'overall', name: summary.map.id, version: current?.version ?? null, ...figures(summary.overall) },
    ...summary.versions.map((each): Row => ({
      level: 'version',
      name: each.version,
      version: each.version,
      ...figures(each.figures),
    })),
    ...summary.touchpoints.map(({ code, at, flow, version, figures: own }): Row => ({
      level: 'touchpoint',
      name: code,
      version,
      business: at.business ?? null,
      channel: at.channel ?? null,
      brand: at.brand ?? null,
      flow,
      ...figures(own),
    })),
    ...summary.units.map(({ unit, levels, figures: own }): Row => ({
      level: levels.at(-1) ?? 'unit',
      name: unit.map(maskNumbers).join('/'),
      ...figures(own),
    })),
    ...groups.map(({ name, figures: own }): Row => ({ level: 'group', name, ...figures(own) })),
    ...summary.rules.map(({ rule, outcomes, accepted }): Row => ({
      level: 'rule',
      name: rule.id,
      pass: outcomes.pass,
      fail: outcomes.fail,
      pending: outcomes.pending,
      not_applicable: outcomes.notApplicable,
      not_evaluated: outcomes.notEvaluated,
      accepted,
      source: placed(rule.place),
    })),
    ...summary.targets.map(({ rule, figure, group, value, base, outcome }): Row => ({
      level: 'target',
      name: rule.id,
      scope: Object.values(group ?? {})
        .map(maskNumbers)
        .join('/'),
      [COUNTED[outcome]]: 1,
      statistic: figure,
      value,
      counted: base.counted,
      source: placed(rule.place),
    })),
    ...metricRows('', summary.metrics),
    ...summary.touchpoints.flatMap(({ code, version, metrics }) =>
      metricRows(code, metrics).map((row) => ({ ...row, version })),
    ),
    ...groups.flatMap(({ name, metrics }) => metricRows(name, metrics)),
    ...summary.acceptances.map(({ acceptance: { id, place }, interactions, rules, deviations }): Row => ({
      level: 'acceptance',
      name: id,
      interactions,
      accepted: rules + deviations,
      source: placed(place),
    })),
  ]
  return (
    CSV_MARK + csvRecord(HEADING) + rows.map((row) => csvRecord(HEADING.map((column) => cell(column, row)))).join('')
  )

  function cell(column: Column, row: Row): string {
    if (column === 'map_hash') return hashes.get(String(row.version)) ?? current?.hash ?? ''
    if (column === 'as_of') return asOf ?? ''
    if (column === 'log_hash') return logs
    if (column === 'touchmap') return version
    const value = row[column]
    return value === null || value === undefined ? '' : String(value)
  }
}

const COUNTED: Readonly<Record<Outcome, Column>> = {
  pass: 'pass',
  fail: 'fail',
  pending: 'pending',
  notApplicable: 'not_applicable',
  notEvaluated: 'not_evaluated',
}

/** A row for each figure of each metric of a touchpoint, a group, or all (scope ''). */
function metricRows(scope: string, metrics: readonly MetricFigures[]): Row[] {
  return metrics.flatMap(({ metric, evaluated, notApplicable, notEvaluated, figures: found }) =>
    found.map(({ statistic, value }): Row => ({
      level: 'metric',
      name: metric.id,
      scope,
      not_applicable: notApplicable,
      not_evaluated: notEvaluated,
      statistic,
      value,
      counted: evaluated,
      source: placed(metric.place),
    })),
  )
}

function placed({ file, range }: Place): string {
  return `${file}:${range.start.line}:${range.start.column}`
}

function figures({ interactions, open, adherence, compliance, score, handlingTime }: Figures): Row {
  return {
    interactions,
    open,
    adherence: adherence.mean,
    adherence_perfect: adherence.perfect,
    adherence_evaluated: adherence.evaluated,
    compliance_rate: compliance.rate,
    compliance_low: compliance.interval?.[0] ?? null,
    compliance_high: compliance.interval?.[1] ?? null,
    pass: compliance.pass,
    fail: compliance.fail,
    pending: compliance.pending,
    not_evaluated: compliance.notEvaluated,
    accepted: compliance.accepted,
    compliance_strict: compliance.strict ?? null,
    score: score.mean,
    score_evaluated: score.evaluated,
    score_after: score.after ?? null,
    handling_ms_mean: handlingTime.mean,
    handling_ms_median: handlingTime.median,
    handling_ms_p90: handlingTime.p90,
  }
}
