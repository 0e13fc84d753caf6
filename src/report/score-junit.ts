import type { ScoreSummary } from '../score/summary.ts'
import type { ReportContext } from './context.ts'
import { thresholdWords } from './score-pretty.ts'
import { xmlText } from './xml-text.ts'

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
  const suites = [...scopes].map((scope) => {
    const own = summary.thresholds.filter((threshold) => threshold.scope === scope)
    const failures = own.filter(({ ok }) => !ok).length
    const cases = own.map((threshold) => {
      const head = `    <testcase classname="${xmlText(scope)}" name="${xmlText(`${threshold.name} ${threshold.limit}`)}"`
      if (threshold.ok) return `${head}/>`
      return `${head}>\n      <failure type="threshold" message="${xmlText(thresholdWords(threshold, lang))}"/>\n    </testcase>`
    })
    if (cases.length === 0) cases.push(`    <testcase classname="${xmlText(scope)}" name="scored"/>`)
    return {
      tests: cases.length,
      failures,
      text: [
        `  <testsuite name="${xmlText(scope)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">`,
        ...cases,
        '  </testsuite>',
      ].join('\n'),
    }
  })
  suites.unshift({ tests: 0, failures: 0, text: basis(summary, version) })
  const total = (key: 'tests' | 'failures'): number => suites.reduce((sum, suite) => sum + suite[key], 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="touchmap score" tests="${total('tests')}" failures="${total('failures')}" errors="0">`,
    ...suites.map(({ text }) => text),
    '</testsuites>\n',
  ].join('\n')
}

/** Map, log and version by their hashes, and what was accepted: a suite without cases. */
function basis({ map, log, asOf, overall, acceptances }: ScoreSummary, touchmap: string): string {
  const properties: [name: string, value: string][] = [
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
  return [
    '  <testsuite name="touchmap" tests="0" failures="0" errors="0" skipped="0">',
    '    <properties>',
    ...properties.map(([name, value]) => `      <property name="${xmlText(name)}" value="${xmlText(value)}"/>`),
    '    </properties>',
    '  </testsuite>',
  ].join('\n')
}
