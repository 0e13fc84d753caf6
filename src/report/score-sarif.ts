import type { Location, Result, Run, Suppression } from 'sarif'
import type { Lang } from '../diagnostic/diagnostic.ts'
import type { Acceptance } from '../model/acceptance.ts'
import { deviationItem } from '../score/deviation-evidence.ts'
import { fingerprintOf } from '../score/fingerprint.ts'
import { ADHERENCE } from '../score/verdict.ts'
import type { InteractionResult, ScoredInteraction, ScoredRule } from '../score/result.ts'
import type { ScoreSummary } from '../score/summary.ts'
import { departureWords, failureWords } from './failed-list.ts'
import { fileUri, SARIF_SCHEMA, sarifLocation, sarifRule } from './sarif.ts'
import { masked } from './score-mask.ts'
import { acceptedWords, ruleWords } from './score-words.ts'

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
      if (result.kind === 'blindSpot' || (result.verdict !== 'fail' && result.verdict !== 'accepted')) return ''
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

function departures(result: ScoredInteraction, options: ScoreSarifOptions): Found[] {
  const { lang, folder, digest } = options
  return result.deviations.map((deviation, at) => {
    const item = deviationItem(result, deviation)
    return {
      rule: sarifRule(ADHERENCE, lang === 'zh' ? '流程依从' : 'follows the flow', 'warning'),
      sarif: {
        ruleId: ADHERENCE,
        level: 'warning',
        message: { text: departureWords(result, deviation, lang) },
        locations: [sarifLocation(item.rule.place, folder)],
        ...related(item.evidence),
        partialFingerprints: { 'touchmap/evidence/v1': fingerprintOf(result, item, digest) },
        suppressions: suppressions(result.acceptedDeviations?.get(at), options),
        properties: about(result),
      },
    }
  })
}

function failures(result: ScoredInteraction, options: ScoreSarifOptions): Found[] {
  const { lang, folder, digest } = options
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
          ...related(rule.spec.kind === 'within' ? scored.evidence.toReversed() : scored.evidence),
          partialFingerprints: { 'touchmap/evidence/v1': fingerprintOf(result, scored, digest) },
          suppressions: suppressions(scored.accepted, options),
          properties: about(result),
        },
      },
    ]
  })
}

/** SARIF 2.1.0, 3.27.23: of one run either all results have suppressions or none; an empty list is not suppressed. */
function suppressions(accepted: Acceptance | undefined, { lang, folder }: ScoreSarifOptions): Suppression[] {
  if (accepted === undefined) return []
  return [
    {
      kind: 'external',
      status: 'accepted',
      justification: acceptedWords(accepted, lang),
      location: sarifLocation(accepted.place, folder),
    },
  ]
}

function related(evidence: ScoredRule['evidence']): { relatedLocations?: Location[] } {
  if (evidence.length === 0) return {}
  return {
    relatedLocations: evidence.map(({ event, span }, id) => ({
      id,
      message: { text: masked(event.event) },
      physicalLocation: {
        artifactLocation: { uri: fileUri(event.place.file) },
        region: { startLine: event.place.line },
      },
      // Of the event's text: where in the file it stands depends on how the format writes it.
      ...(span === undefined ? {} : { properties: { span: [span.from, span.to] } }),
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
