import { sortDiagnostics } from '../diagnostic/sort.ts'
import type { LoadedMap } from '../load/load-map.ts'
import type { ProcessMap } from '../model/map.ts'
import { buildMatrix } from '../model/matrix.ts'
import type { LintContext, LintFinding, LintRule } from './lint-rule.ts'
import { createMapSources } from './map-sources.ts'
import { LINT_RULES } from './registry.ts'

export interface LintOptions {
  /** The day on which the map is judged, `2026-07-01`. */
  readonly asOf: string
  /** Earlier versions that could be loaded, oldest first. */
  readonly earlier?: readonly ProcessMap[]
  /** Default: those of the registry that run unasked. */
  readonly rules?: readonly LintRule[]
}

/** Runs the rules over a map that has loaded; one with errors gives nothing, since rules see only what was resolved. */
export function lintMap(loaded: LoadedMap, options: LintOptions): LintFinding[] {
  const { map } = loaded
  if (!map) return []
  const context: LintContext = {
    map,
    matrix: loaded.matrix ?? buildMatrix(map),
    versions: [...(options.earlier ?? []), map],
    asOf: options.asOf,
    sources: createMapSources(loaded.read),
  }
  const findings = (options.rules ?? LINT_RULES.filter(({ quiet }) => quiet !== true)).flatMap((rule) =>
    runRule(rule, context),
  )
  return sortDiagnostics(findings)
}

function runRule(rule: LintRule, context: LintContext): LintFinding[] {
  const findings: LintFinding[] = []
  const report = (finding: Omit<LintFinding, 'rule' | 'severity'>) =>
    void findings.push({ ...finding, rule: rule.id, severity: rule.severity })
  // Our own may throw: that is a bug of ours. Those of plug-ins have a slash.
  if (!rule.id.includes('/')) {
    rule.check(context, report)
    return findings
  }
  try {
    rule.check(context, report)
    if (!findings.every((each) => isFinding(each, context))) return [failed(rule, context, 'a finding is malformed')]
    return findings
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return [failed(rule, context, why)]
  }
}

function failed({ id }: LintRule, { map }: LintContext, why: string): LintFinding {
  return {
    rule: id,
    severity: 'error',
    message: { zh: `插件规则 \`${id}\` 运行失败：${why}`, en: `the rule \`${id}\` of a plug-in failed: ${why}` },
    place: map.place,
  }
}

/** Whether a plug-in's finding has what reports need. */
function isFinding({ message, place }: Partial<LintFinding>, { sources }: LintContext): boolean {
  const isPosition = (at: unknown) =>
    typeof at === 'object' &&
    at !== null &&
    ['line', 'column', 'offset'].every((key) => Number.isInteger((at as Record<string, unknown>)[key]))
  return (
    typeof message?.zh === 'string' &&
    typeof message.en === 'string' &&
    sources.files.some(({ source }) => source.file === place?.file) &&
    isPosition(place?.range?.start) &&
    isPosition(place?.range?.end)
  )
}
