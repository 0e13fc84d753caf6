import type { Location, Result, Run } from 'sarif'
import type { Lang } from '../diagnostic/diagnostic.ts'
import type { LogEvent } from '../log/event.ts'
import { fingerprintOf } from '../score/fingerprint.ts'
import { ADHERENCE } from '../score/rejudge.ts'
import type { InteractionResult, ScoredInteraction } from '../score/result.ts'
import type { ScoreSummary } from '../score/summary.ts'
import { departureWords, eventsOf, failureWords, pointedAt } from './failed-list.ts'
import { fileUri, SARIF_SCHEMA, sarifLocation, sarifRule } from './sarif.ts'
import { masked } from './score-mask.ts'
import { ruleWords } from './score-words.ts'

export interface ScoreSarifOptions {
  readonly lang: Lang
  /** touchmap's version. */
  readonly version: string
  /** The map's folder, seen from the working directory. */
  readonly folder: string
  readonly digest: (text: string) => string
}

/**
 * What failed in the contacts of a log, as SARIF 2.1.0: a result for each failed rule and each departure from the flow
 * of a contact that is not compliant. Its location is the line of the map that asks for it; the events that show it are
 * its related locations. Written piece by piece, so that a long log need not be held.
 */
export function createScoreSarif(options: ScoreSarifOptions): {
  head(): string
  result(result: InteractionResult): string
  tail(summary: ScoreSummary): string
} {
  const { lang, version, folder } = options
  const rules = new Map<string, ReturnType<typeof sarifRule>>()
  let written = 0
  return {
    head: () =>
      `{"$schema":${JSON.stringify(SARIF_SCHEMA)},"version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`,
    result(result) {
      if (result.kind === 'blindSpot' || result.verdict !== 'fail') return ''
      return [...departures(result, options), ...failures(result, options)]
        .map(({ rule, sarif }) => {
          if (!rules.has(rule.id)) rules.set(rule.id, rule)
          return `${written++ === 0 ? '\n' : ',\n'}${JSON.stringify(sarif)}`
        })
        .join('')
    },
    tail({ map, asOf, log }) {
      const run: Omit<Run, 'results' | 'columnKind'> = {
        tool: { driver: { name: 'touchmap', semanticVersion: version, rules: [...rules.values()] } },
        artifacts: log.files.map(({ path, hash }) => ({
          location: { uri: fileUri(path) },
          roles: ['analysisTarget'],
          hashes: { 'sha-256': hash },
        })),
        properties: {
          map: map.id,
          versions: map.versions.map((each) => ({ version: each.version, hash: each.hash })),
          folder,
          lang,
          asOf: asOf === undefined ? null : new Date(asOf).toISOString(),
        },
      }
      return `\n],${JSON.stringify(run).slice(1)}]}\n`
    },
  }
}

interface Found {
  readonly rule: ReturnType<typeof sarifRule>
  readonly sarif: Result
}

function departures(result: ScoredInteraction, { lang, folder, digest }: ScoreSarifOptions): Found[] {
  return result.deviations.map((deviation) => {
    const label = deviation.label === undefined ? undefined : result.flow.labels[deviation.label]
    const { shown, after } = eventsOf(result, deviation)
    const events = shown.length > 0 ? shown : after === undefined ? [] : [after]
    const place = label?.place ?? result.cell.row.place
    const evidence = events.map((event) => ({ event }))
    const rule = { id: `${ADHERENCE}/${deviation.kind}/${label?.id ?? ''}`, place }
    return {
      rule: sarifRule(ADHERENCE, lang === 'zh' ? '流程依从' : 'follows the flow', 'warning'),
      sarif: {
        ruleId: ADHERENCE,
        level: 'warning',
        message: { text: departureWords(result, deviation, lang) },
        locations: [sarifLocation(place, folder)],
        ...related(events),
        partialFingerprints: {
          'touchmap/evidence/v1': fingerprintOf(result, { rule, outcome: 'fail', evidence }, digest),
        },
        properties: about(result),
      },
    }
  })
}

function failures(result: ScoredInteraction, { lang, folder, digest }: ScoreSarifOptions): Found[] {
  return result.rules.flatMap((scored): Found[] => {
    const { rule, outcome } = scored
    if (outcome !== 'fail') return []
    const level = rule.critical ? 'error' : 'warning'
    return [
      {
        rule: sarifRule(rule.id, ruleWords(rule, lang), level),
        sarif: {
          ruleId: rule.id,
          level,
          message: { text: failureWords(scored, lang) },
          locations: [sarifLocation(rule.place, folder)],
          ...related(pointedAt(scored)),
          partialFingerprints: { 'touchmap/evidence/v1': fingerprintOf(result, scored, digest) },
          properties: about(result),
        },
      },
    ]
  })
}

function related(events: readonly LogEvent[]): { relatedLocations?: Location[] } {
  if (events.length === 0) return {}
  return {
    relatedLocations: events.map((event, id) => ({
      id,
      message: { text: masked(event.event) },
      physicalLocation: {
        artifactLocation: { uri: fileUri(event.place.file) },
        region: { startLine: event.place.line },
      },
    })),
  }
}

function about({ interaction, cell, map }: ScoredInteraction): Record<string, string> {
  const { agent } = interaction.unit
  return {
    interaction: interaction.id,
    touchpoint: cell.code,
    version: map.version,
    ...(agent === undefined ? {} : { agent: masked(agent) }),
  }
}
