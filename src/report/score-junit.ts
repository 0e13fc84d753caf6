import type { ScoreSummary } from '../score/summary.ts'
import type { ReportContext } from './context.ts'
import { type JunitCase, type JunitSuite, writeJunit } from './junit.ts'
import { thresholdWords } from './score-pretty.ts'

/**
 * JUnit XML: a case for each threshold, in the suite of its touchpoint (or `overall`, `log`); one that is missed is a
 * failed case. What the report rests on stands in the properties of a first suite without cases. A touchpoint without a threshold has a case that passes, so that none is missing from the report.
 */
export function formatScoreJunit(
  summary: ScoreSummary,
  { lang, version }: Pick<ReportContext, 'lang' | 'version'>,
): string {
  const scopes = new Set([
    ...summary.thresholds.map(({ scope }) => scope),
    ...summary.touchpoints.map(({ code }) => code),
  ])
  const about = summary.map.id
  const suites = [...scopes].map((scope): JunitSuite => {
    const own = summary.thresholds.filter((threshold) => threshold.scope === scope)
    const cases = own.map((threshold): JunitCase => {
      const named = { classname: scope, name: `${threshold.name} ${threshold.limit}` }
      if (threshold.ok) return named
      return { ...named, failure: { type: 'threshold', message: thresholdWords(threshold, lang) } }
    })
    return { name: scope, about, cases: cases.length > 0 ? cases : [{ classname: scope, name: 'scored' }] }
  })
  return writeJunit(
    [{ name: 'touchmap', about, properties: basis(summary, version), cases: [] }, ...suites],
    summary.asOf,
  )
}

/** Map, log and version by their hashes, and what was accepted. */
function basis(
  { map, log, asOf, overall, acceptances }: ScoreSummary,
  touchmap: string,
): readonly (readonly [name: string, value: string])[] {
  return [
    ['map', map.id],
    ...map.versions.map(({ version, hash }): [string, string] => [`map ${version}`, hash]),
    ...log.files.map(({ path, hash }): [string, string] => [`log ${path}`, hash]),
    ['as of', asOf === undefined ? '' : new Date(asOf).toISOString()],
    ['touchmap', touchmap],
    ['accepted', String(overall.compliance.accepted)],
    ...acceptances.map(({ acceptance, state, interactions }): [string, string] => [
      `accepted ${acceptance.id}`,
      `${interactions} (${state}, ${acceptance.until})`,
    ]),
  ]
}
