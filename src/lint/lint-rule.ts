import type { Diagnostic, Message, Severity } from '../diagnostic/diagnostic.ts'
import type { ProcessMap } from '../model/map.ts'
import type { Matrix } from '../model/matrix.ts'
import type { MapSources } from './map-sources.ts'

/** What a rule is about; the index of the rules and `explain` are in this order. */
export type LintGroup =
  | 'matrix'
  | 'codes'
  | 'flow'
  | 'decisions'
  | 'limits'
  | 'phrases'
  | 'roles'
  | 'versions'
  | 'calendars'
  | 'data'
  | 'scorecard'
  | 'style'
  | 'suppression'

/** What a rule may look at. */
export interface LintContext {
  readonly map: ProcessMap
  readonly matrix: Matrix
  /** All versions that could be loaded, oldest first; the last is `map`. */
  readonly versions: readonly ProcessMap[]
  /** The day on which the map is judged, `2026-07-01`; rules know no other clock. */
  readonly asOf: string
  readonly sources: MapSources
}

/** Replaces a stretch of a file: offsets as in `Position`, `to` exclusive. */
export interface TextEdit {
  readonly file: string
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The one safe mend of a finding: the map means the same without it. Edits do not overlap. */
export interface Fix {
  readonly message: Message
  readonly edits: readonly TextEdit[]
}

/** The mend as part of a finding; nothing where there is no edit that is sure. */
export function safeFix(zh: string, en: string, edits: readonly TextEdit[]): { readonly fix?: Fix } {
  return edits.length === 0 ? {} : { fix: { message: { zh, en }, edits } }
}

export interface LintFinding extends Diagnostic {
  readonly fix?: Fix
}

/** Reports a finding of the rule that runs; its id and severity are added. */
export type LintReport = (finding: Omit<LintFinding, 'rule' | 'severity'>) => void

/** One semantic check of maps. Its page is `docs/rules/<id>.md`. */
export interface LintRule {
  /** `<subject>-<fault>`, kebab-case; never renamed once released. */
  readonly id: string
  readonly group: LintGroup
  /** Where the map's settings do not say otherwise. */
  readonly severity: Severity
  /** Runs only where the map, or whoever runs, sets it: what it finds deserves a look and is often right to stand. */
  readonly quiet?: true
  /** The fault in a few words, for lists. */
  readonly title: Message
  check(context: LintContext, report: LintReport): void
}
