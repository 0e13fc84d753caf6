import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { compareText } from '../diagnostic/sort.ts'
import type { LintFinding } from './lint-rule.ts'

/** A finding that was there when the baseline was made, and how often. Known by what it says and marks, never by its line. */
export interface BaselineEntry {
  readonly rule: string
  readonly file: string
  /** The message in English, for whoever reads the file. */
  readonly finding: string
  readonly hash: string
  readonly count: number
}

export interface Baseline {
  readonly entries: readonly BaselineEntry[]
}

/** SHA-256, hex, of a text. */
type Digest = (text: string) => string

/** What findings are told apart by: text of each file by path, and a hash. */
export interface BaselineWorld {
  readonly texts: ReadonlyMap<string, string>
  readonly digest: Digest
  /** Findings that a baseline may not hold: errors of the loader. */
  readonly isClosed: (finding: Diagnostic) => boolean
}

export interface Subtracted {
  /** Findings that the baseline does not hold, or holds less often. */
  readonly kept: readonly LintFinding[]
  /** Entries of which fewer are found than it holds. */
  readonly stale: readonly BaselineEntry[]
}

/** Takes away what the baseline holds. Of findings that are the same, the first in the file are taken for the old ones. */
export function subtractBaseline(
  findings: readonly LintFinding[],
  baseline: Baseline,
  world: BaselineWorld,
): Subtracted {
  const left = new Map(baseline.entries.map(({ hash, count }) => [hash, count]))
  const kept = findings.filter((finding) => {
    if (world.isClosed(finding)) return true
    const hash = hashOf(finding, world)
    const count = left.get(hash) ?? 0
    if (count === 0) return true
    left.set(hash, count - 1)
    return false
  })
  return { kept, stale: baseline.entries.filter(({ hash }) => (left.get(hash) ?? 0) > 0) }
}

/** A baseline of all findings that one may hold. */
export function recordBaseline(findings: readonly LintFinding[], world: BaselineWorld): Baseline {
  const entries = new Map<string, BaselineEntry>()
  for (const finding of findings) {
    if (world.isClosed(finding)) continue
    const hash = hashOf(finding, world)
    const count = (entries.get(hash)?.count ?? 0) + 1
    entries.set(hash, { rule: finding.rule, file: finding.place.file, finding: finding.message.en, hash, count })
  }
  return { entries: sortEntries([...entries.values()]) }
}

/** The baseline without what is no longer found; nothing is added. */
export function pruneBaseline(baseline: Baseline, findings: readonly LintFinding[], world: BaselineWorld): Baseline {
  const present = new Map(recordBaseline(findings, world).entries.map(({ hash, count }) => [hash, count]))
  return {
    entries: baseline.entries.flatMap((entry) => {
      const count = Math.min(entry.count, present.get(entry.hash) ?? 0)
      return count === 0 ? [] : [{ ...entry, count }]
    }),
  }
}

const VERSION = 1

/** The file of a baseline: JSON, a line an entry, so that two branches that mend different findings merge. */
export function writeBaseline({ entries }: Baseline): string {
  const lines = sortEntries(entries).map((entry) => `    ${JSON.stringify(entry)}`)
  return `{\n  "touchmapBaseline": ${VERSION},\n  "entries": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`
}

/** Undefined where the text is no baseline. */
export function readBaseline(text: string): Baseline | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('touchmapBaseline' in value) || !('entries' in value))
    return undefined
  const { entries } = value
  if (value.touchmapBaseline !== VERSION || !Array.isArray(entries) || !entries.every(isEntry)) return undefined
  return { entries }
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null) return false
  const { rule, file, finding, hash, count } = value as Record<string, unknown>
  return (
    [rule, file, finding, hash].every((each) => typeof each === 'string') &&
    typeof count === 'number' &&
    Number.isInteger(count) &&
    count > 0
  )
}

function hashOf({ rule, place, message }: LintFinding, { texts, digest }: BaselineWorld): string {
  const { start, end } = place.range
  const marked = (texts.get(place.file) ?? '').slice(start.offset, end.offset).replaceAll(/\s+/g, ' ').trim()
  return digest(JSON.stringify([rule, place.file, message.en, marked])).slice(0, 32)
}

function sortEntries(entries: readonly BaselineEntry[]): BaselineEntry[] {
  return [...entries].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      compareText(a.rule, b.rule) ||
      compareText(a.finding, b.finding) ||
      compareText(a.hash, b.hash),
  )
}
