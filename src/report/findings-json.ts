import type { Diagnostic, Place, Range } from '../diagnostic/diagnostic.ts'
import type { ReportContext } from './context.ts'
import { countFindings, type MapFindings } from './findings.ts'

/** Findings in the shape of contracts.md. Files are relative to the map's folder; of several maps they begin with it. */
export function reportFindingsAsJson(
  maps: readonly MapFindings[],
  context: Pick<ReportContext, 'lang' | 'version'>,
): string {
  const [only, ...others] = maps
  const several = others.length > 0
  const report = {
    touchmap: context.version,
    command: 'validate',
    map: several ? null : (only?.identity ?? null),
    ...(several ? { maps: maps.map(({ folder, identity }) => ({ folder, ...identity })) } : {}),
    summary: countFindings(maps),
    findings: maps.flatMap((map) => {
      const prefix = several && map.folder !== '' ? `${map.folder}/` : ''
      return map.findings.map((finding) => describeFinding(finding, prefix, context.lang))
    }),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

/** One finding in the shape of contracts.md; `prefix` leads its files. */
export function describeFinding(
  finding: Diagnostic,
  prefix: string,
  lang: ReportContext['lang'],
): Record<string, unknown> {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message[lang],
    ...describePlace(finding.place, prefix),
    pointer: finding.place.pointer,
    ...(finding.expected ? { expected: finding.expected[lang] } : {}),
    ...(finding.suggestion === undefined ? {} : { suggestion: finding.suggestion }),
    related: (finding.related ?? []).map(({ message, place }) => ({
      message: message[lang],
      ...describePlace(place, prefix),
    })),
  }
}

function describePlace(place: Place, prefix: string): { file: string; range: Range } {
  const { start, end } = place.range
  return {
    file: prefix + place.file,
    range: {
      start: { line: start.line, column: start.column, offset: start.offset },
      end: { line: end.line, column: end.column, offset: end.offset },
    },
  }
}
