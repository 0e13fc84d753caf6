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
  /** Default: all of the registry. */
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
  const findings = (options.rules ?? LINT_RULES).flatMap((rule) => runRule(rule, context))
  return sortDiagnostics(findings)
}

function runRule(rule: LintRule, context: LintContext): LintFinding[] {
  const findings: LintFinding[] = []
  rule.check(context, (finding) => findings.push({ rule: rule.id, severity: rule.severity, ...finding }))
  return findings
}
