import type { Severity } from '../diagnostic/diagnostic.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import type { ReadFile } from '../load/read-file.ts'
import { nodeAt } from '../load/tree.ts'
import type { LintFinding } from './lint-rule.ts'
import type { KnownRules } from './suppressions.ts'

/** How grave a rule's findings are; `off`: the rule does not run. */
export type LintSeverity = Severity | 'off'

/** What a rule is set to, by id. */
export type LintSettings = ReadonlyMap<string, LintSeverity>

export interface ReadSettings {
  readonly settings: LintSettings
  readonly findings: readonly LintFinding[]
}

/** Reads `lint: {rules: {…}}` of the map file; the schema has seen its form. */
export function readSettings(read: readonly ReadFile[], known: KnownRules): ReadSettings {
  const settings = new Map<string, LintSeverity>()
  const findings: LintFinding[] = []
  const root = read.find(({ kind }) => kind === 'map')?.root
  const rules = root && nodeAt(root, '/lint/rules')?.node
  if (rules?.kind !== 'map') return { settings, findings }
  for (const [id, { key, node }] of rules.entries) {
    const value = node.kind === 'scalar' ? node.value : undefined
    if (known.open.has(id) || id.includes('/')) {
      if (known.closed.has(id)) findings.push(fixed(id, key))
      else if (isLintSeverity(value)) settings.set(id, value)
      continue
    }
    if (known.closed.has(id)) {
      findings.push(fixed(id, key))
      continue
    }
    const suggestion = nearestName(id, known.open)
    findings.push({
      rule: 'lint-setting-unknown',
      severity: 'warning',
      message: { zh: `没有名为 \`${id}\` 的规则`, en: `there is no rule \`${id}\`` },
      place: key,
      ...(suggestion === undefined ? {} : { suggestion }),
    })
  }
  return { settings, findings }
}

export function isLintSeverity(value: unknown): value is LintSeverity {
  return value === 'off' || value === 'info' || value === 'warning' || value === 'error'
}

function fixed(id: string, place: LintFinding['place']): LintFinding {
  return {
    rule: 'lint-setting-unknown',
    severity: 'warning',
    message: {
      zh: `\`${id}\` 是错误，它的严重程度不能改`,
      en: `\`${id}\` is an error of the map: its severity cannot be set`,
    },
    place,
  }
}
