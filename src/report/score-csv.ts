import { maskNumbers } from '../diagnostic/mask-numbers.ts'
import type { Figures } from '../score/figures.ts'
import type { ScoreSummary } from '../score/summary.ts'
import { CSV_MARK, csvRecord } from './csv-text.ts'

const HEADING = [
  'level',
  'name',
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
  'score',
  'score_evaluated',
  'handling_ms_mean',
  'handling_ms_median',
  'handling_ms_p90',
  'map_hash',
  'as_of',
] as const
type Column = (typeof HEADING)[number]
type Row = Partial<Record<Column, string | number | null>>

/**
 * The summary as one table for spreadsheets: a row each for the whole, every version, touchpoint, unit and rule. Rates
 * are fractions, times milliseconds, empty cells have no denominator. Each row names the map by its hash.
 */
export function formatScoreCsv(summary: ScoreSummary): string {
  const hashes = new Map(summary.map.versions.map(({ version, hash }) => [version, hash]))
  const current = summary.map.versions.at(-1)
  const asOf = summary.asOf === undefined ? null : new Date(summary.asOf).toISOString()
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
    ...summary.rules.map(({ rule, outcomes }): Row => ({
      level: 'rule',
      name: rule.id,
      pass: outcomes.pass,
      fail: outcomes.fail,
      pending: outcomes.pending,
      not_applicable: outcomes.notApplicable,
      not_evaluated: outcomes.notEvaluated,
    })),
  ]
  return (
    CSV_MARK + csvRecord(HEADING) + rows.map((row) => csvRecord(HEADING.map((column) => cell(column, row)))).join('')
  )

  function cell(column: Column, row: Row): string {
    if (column === 'map_hash') return hashes.get(String(row.version)) ?? current?.hash ?? ''
    if (column === 'as_of') return asOf ?? ''
    const value = row[column]
    return value === null || value === undefined ? '' : String(value)
  }
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
    score: score.mean,
    score_evaluated: score.evaluated,
    handling_ms_mean: handlingTime.mean,
    handling_ms_median: handlingTime.median,
    handling_ms_p90: handlingTime.p90,
  }
}
