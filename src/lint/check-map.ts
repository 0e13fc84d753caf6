import { sortDiagnostics } from '../diagnostic/sort.ts'
import type { LoadedHistory } from '../load/load-history.ts'
import { lintMap } from './lint-map.ts'
import type { LintFinding, LintRule } from './lint-rule.ts'
import { LINT_RULES } from './registry.ts'
import { type LintSettings, readSettings } from './settings.ts'
import { isExpired, type KnownRules, readSuppressions, suppress, type Suppression } from './suppressions.ts'

export interface CheckOptions {
  /** The day on which the map is judged, `2026-07-01`. */
  readonly asOf: string
  /** Win over the map's own. */
  readonly settings?: LintSettings
  /** Rules of plug-ins. */
  readonly more?: readonly LintRule[]
}

/** Warnings of the loader: these may be set and ignored like rules of lint. */
const LOADER_WARNINGS: ReadonlySet<string> = new Set(['cell-blind'])

/**
 * All findings of a map, of the loader and of lint, after the severities that are set and the suppressions in comments.
 * What is an error of the loader stays one. Suppressions are called unused only where every rule could run.
 */
export function checkMap({ current, history, diagnostics }: LoadedHistory, options: CheckOptions): LintFinding[] {
  const rules = [...LINT_RULES, ...(options.more ?? [])]
  const known: KnownRules = {
    open: new Set([...rules.map(({ id }) => id), ...LOADER_WARNINGS]),
    closed: new Set(
      diagnostics
        .map(({ rule }) => rule)
        .filter((rule) => !LOADER_WARNINGS.has(rule))
        .concat(CLOSED),
    ),
  }
  const read = readSettings(current.read, known)
  const settings = new Map([...read.settings, ...(options.settings ?? [])])
  const wanted = rules.filter((rule) => isWanted(rule, settings))
  const earlier = history?.versions.slice(0, -1) ?? []
  const found = [...diagnostics, ...read.findings, ...lintMap(current, { asOf: options.asOf, earlier, rules: wanted })]
  const { suppressions, findings } = readSuppressions(current.read, known)
  const { kept, used } = suppress(graded(found, settings), suppressions, options.asOf)
  const about = current.map ? graded([...findings, ...judge(suppressions, used, settings, options)], settings) : []
  return sortDiagnostics([...kept, ...about])
}

function isWanted({ id, quiet }: LintRule, settings: LintSettings): boolean {
  const severity = settings.get(id)
  return severity === undefined ? quiet !== true : severity !== 'off'
}

/** Rules that the loader reports as errors. */
const CLOSED: readonly string[] = [
  'cell-two-flows', 'expression/invalid', 'flow/recursive-use', 'id-duplicate', 'include-cycle', 'include-missing',
  'include-outside', 'reference-unknown', 'regex/invalid', 'schema/missing-key', 'schema/type', 'schema/unknown-key',
  'schema/value', 'unsupported', 'version/broken', 'version/gap', 'version/overlap', 'yaml/duplicate-key',
  'yaml/encoding', 'yaml/syntax', 'yaml/tab',
] // prettier-ignore

/** Whether a finding is an error of the loader, which nothing can set, ignore or put into a baseline. */
export function isLoaderError({ rule }: LintFinding): boolean {
  return CLOSED.includes(rule)
}

function graded(findings: readonly LintFinding[], settings: LintSettings): LintFinding[] {
  return findings.flatMap((finding) => {
    const severity = settings.get(finding.rule)
    if (severity === undefined) return [finding]
    return severity === 'off' ? [] : [{ ...finding, severity }]
  })
}

/** Suppressions that have expired, or that suppress nothing. A rule that is off is not missed. */
function judge(
  suppressions: readonly Suppression[],
  used: ReadonlySet<Suppression>,
  settings: LintSettings,
  { asOf, more }: CheckOptions,
): LintFinding[] {
  const all = [...LINT_RULES, ...(more ?? [])]
  const here = new Set(all.map(({ id }) => id))
  const off = new Set(all.flatMap((rule) => (isWanted(rule, settings) ? [] : [rule.id])))
  const mended = new Set<string>()
  return suppressions.flatMap((each): LintFinding[] => {
    const { rule, place, until } = each
    if (off.has(rule) || settings.get(rule) === 'off') return []
    if (isExpired(each, asOf)) {
      return [
        {
          rule: 'suppression-expired',
          severity: 'error',
          message: {
            zh: `对 \`${rule}\` 的豁免已于 ${until} 到期`,
            en: `the suppression of \`${rule}\` ended on ${until}`,
          },
          place,
          expected: { zh: '问题得到解决，或有新的理由和日期', en: 'the finding mended, or a new reason and date' },
        },
      ]
    }
    if (used.has(each) || !(here.has(rule) || LOADER_WARNINGS.has(rule))) return []
    // One at a time of a comment: what is left of it has to name a rule.
    const line = `${place.file}:${place.range.start.line}`
    const fix = { message: { zh: '删去它', en: 'take it out' }, edits: [each.removal] }
    const mend = mended.has(line) ? {} : { fix }
    mended.add(line)
    return [
      {
        rule: 'suppression-unused',
        severity: 'warning',
        message: {
          zh: `这里没有 \`${rule}\` 的发现可豁免`,
          en: `there is no finding of \`${rule}\` here to be ignored`,
        },
        place,
        expected: { zh: '删去这条注释', en: 'the comment taken out' },
        ...mend,
      },
    ]
  })
}
