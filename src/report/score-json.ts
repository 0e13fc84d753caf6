import { maskNumbers } from '../diagnostic/mask-numbers.ts'
import type { Lang, Place } from '../diagnostic/diagnostic.ts'
import type { ManyResult } from '../compliance/over-many.ts'
import type { Acceptance } from '../model/acceptance.ts'
import { textIn } from '../model/text.ts'
import type { BenchmarkResult } from '../score/benchmarks.ts'
import type { Figures } from '../score/figures.ts'
import type { MetricFigures } from '../score/metrics.ts'
import type { ScoreSummary, TouchpointSummary } from '../score/summary.ts'
import type { DeviationEffect } from '../score/deviation-effect.ts'
import type { DeviationTally, RuleTally } from '../score/tally.ts'
import type { ReportContext } from './context.ts'
import { rounded } from './score-format.ts'

/** The result of `score` as JSON (contracts.md, `schemas/output/score.schema.json`): two-space indented, a line end last. */
export function formatScoreJson(
  summary: ScoreSummary,
  { lang, version }: Pick<ReportContext, 'lang' | 'version'>,
): string {
  const { map, log, interactions, events } = summary
  const json = {
    touchmap: version,
    map: {
      id: map.id,
      versions: map.versions.map(({ version }) => version),
      hash: map.versions.at(-1)?.hash ?? '',
      hashes: map.versions.map(({ hash }) => hash),
    },
    asOf: summary.asOf === undefined ? null : new Date(summary.asOf).toISOString(),
    log: {
      read: log.read,
      kept: log.kept,
      duplicates: log.duplicates,
      rejected: log.rejected,
      files: log.files,
      rejects: log.rejects.map(({ file, line, offset, reason }) => ({
        file,
        line,
        offset,
        reason: maskNumbers(reason[lang]),
      })),
      notes: log.notes.map((note) => ({ ...note, reason: maskNumbers(note.reason[lang]) })),
      events: events.total,
      eventsAfterAsOf: events.after,
      interactionsAfterAsOf: events.interactionsAfter,
    },
    interactions,
    overall: {
      ...measures(summary.overall),
      deviations: summary.deviations.map(deviation),
      rules: summary.rules.map(rule),
    },
    versions: summary.versions.map(({ version, figures }) => ({ version, ...measures(figures) })),
    touchpoints: summary.touchpoints.map(touchpoint),
    acrossVersions: summary.acrossVersions.map(touchpoint),
    units: summary.units.map(({ unit, levels, figures }) => ({ unit, levels, ...measures(figures) })),
    blindSpots: summary.blindSpots.map(({ business, channel, brand, reason, axes, interactions }) => ({
      business: business && maskNumbers(business),
      channel: channel && maskNumbers(channel),
      brand: brand && maskNumbers(brand),
      reason,
      axes,
      interactions,
    })),
    unknownEvents: summary.unknownEvents.map(named),
    ambientEvents: summary.ambientEvents.map(named),
    ...(summary.targets.length > 0 ? { targets: summary.targets.map((each) => target(each, lang)) } : {}),
    measures: measuresJson(summary.measures),
    benchmarks: summary.benchmarks.map(benchmarkJson),
    metrics: summary.metrics.map(metricJson),
    ...(summary.groups === undefined
      ? {}
      : {
          groups: {
            by: summary.groups.by,
            rows: summary.groups.rows.map(({ values, figures, metrics }) => ({
              values: values.map((value) => value && maskNumbers(value)),
              ...measures(figures),
              metrics: metrics.map(metricJson),
            })),
          },
        }),
    acceptances: summary.acceptances.map(({ acceptance, state, interactions, rules, deviations }) => ({
      ...acceptedJson(acceptance, lang),
      state,
      interactions,
      rules,
      deviations,
    })),
    thresholds: summary.thresholds.map(({ name, scope, limit, value, ok, from, place }) => ({
      name,
      scope,
      limit,
      value,
      ok,
      from,
      ...(place ? { source: sourceOf(place) } : {}),
    })),
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

/** `{file, line, column}` of a place in the map. */
export function sourceOf({ file, range }: Place): { file: string; line: number; column: number } {
  return { file, line: range.start.line, column: range.start.column }
}

/** Who accepts a failure, why and until when. */
export function acceptedJson({ id, owner, because, from, until, place }: Acceptance, lang: Lang): object {
  return {
    id,
    owner: textIn(owner, lang, ''),
    because: textIn(because, lang, ''),
    ...(from === undefined ? {} : { from }),
    until,
    source: sourceOf(place),
  }
}

function measures({
  interactions,
  open,
  adherence,
  compliance,
  score,
  withAccepted,
  handlingTime,
  ...errors
}: Figures) {
  return { interactions, open, adherence, compliance, score, withAccepted, handlingTime, ...errors }
}

function measuresJson({ fieldUse, useTrace, organisation, roles }: ScoreSummary['measures']) {
  return {
    fieldUse:
      fieldUse === undefined
        ? null
        : {
            ...fieldUse,
            rate: rounded(fieldUse.rate),
            interval: roundedPair(fieldUse.interval),
            weighted: rounded(fieldUse.weighted),
            touchpoints: fieldUse.touchpoints.map((each) => ({
              ...each,
              rate: rounded(each.rate),
              interval: roundedPair(each.interval),
            })),
          },
    useTrace,
    organisation: organisation.map(({ level, rate, spread, units }) => ({
      level,
      rate: rounded(rate),
      spread: rounded(spread),
      units: units.map((unit) => ({
        ...unit,
        rate: rounded(unit.rate),
        expected: rounded(unit.expected),
        ratio: rounded(unit.ratio),
        interval: roundedPair(unit.interval),
        adjusted: rounded(unit.adjusted),
        roles: rounded(unit.roles),
      })),
    })),
    roles,
  }
}

function metricJson({ metric, evaluated, notApplicable, notEvaluated, figures, interval }: MetricFigures) {
  return {
    metric: metric.id,
    type: metric.type,
    evaluated,
    notApplicable,
    notEvaluated,
    ...Object.fromEntries(figures.map(({ statistic, value }) => [statistic, rounded(value)])),
    ...(interval === undefined ? {} : { interval: roundedPair(interval) }),
    source: sourceOf(metric.place),
  }
}

function benchmarkJson({ origin, ...result }: BenchmarkResult) {
  const { period, sample, date, place } = origin
  return {
    ...result,
    value: rounded(result.value),
    interval: roundedPair(result.interval),
    period,
    sample,
    date,
    source: sourceOf(place),
  }
}

function roundedPair(pair: readonly [number, number] | null): readonly (number | null)[] | null {
  return pair && [rounded(pair[0]), rounded(pair[1])]
}

function touchpoint({ code, at, flow, version, figures, deviations, rules, metrics }: TouchpointSummary) {
  return {
    code,
    ...at,
    flow,
    version,
    ...measures(figures),
    deviations: deviations.map(deviation),
    rules: rules.map(rule),
    ...(metrics.length > 0 ? { metrics: metrics.map(metricJson) } : {}),
  }
}

function deviation({
  kind,
  flow,
  step,
  event,
  direction,
  place,
  example,
  interactions,
  occurrences,
  accepted,
  effect,
}: DeviationTally) {
  return {
    kind,
    ...(direction === undefined ? {} : { direction }),
    flow,
    ...(step === undefined ? {} : { step }),
    ...(event === undefined ? {} : { event: maskNumbers(event) }),
    interactions,
    occurrences,
    accepted,
    example,
    ...(place === undefined ? {} : { source: sourceOf(place) }),
    ...(effect === undefined ? {} : { explained: explainedJson(effect) }),
  }
}

/** The variants are too many to list: the most frequent ones stand for them. */
function explainedJson({ among, replaced, places, variants, duration }: DeviationEffect) {
  return {
    among,
    ...(replaced === undefined ? {} : { replaced }),
    places: places.map((place) => (place.by === undefined ? place : { ...place, by: maskNumbers(place.by) })),
    variants: { count: variants.length, most: variants.slice(0, MOST_VARIANTS) },
    duration,
  }
}

const MOST_VARIANTS = 10

function rule({ rule: { id, critical, place }, outcomes, accepted, example }: RuleTally) {
  return {
    rule: id,
    critical,
    ...outcomes,
    accepted,
    ...(example === undefined ? {} : { example }),
    source: sourceOf(place),
  }
}

function target(result: ManyResult, lang: Lang) {
  const { rule, figure, outcome, reason, value, limit, bound, unit, base, interval, group, examples } = result
  return {
    rule: rule.id,
    critical: rule.critical,
    figure,
    ...(group === undefined ? {} : { group: Object.fromEntries(Object.entries(group).map(maskEntry)) }),
    outcome,
    value,
    bound,
    limit,
    unit,
    ...(interval === undefined ? {} : { interval }),
    base,
    reason: maskNumbers(reason()[lang]),
    ...(examples === undefined ? {} : { examples }),
    source: sourceOf(rule.place),
  }
}

function maskEntry([key, value]: [string, string]): [string, string] {
  return [key, maskNumbers(value)]
}

function named({ event, occurrences }: { event: string; occurrences: number }) {
  return { event: maskNumbers(event), occurrences }
}
