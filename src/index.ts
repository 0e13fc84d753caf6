/**
 * touchmap as a library: pure functions from text and bytes to findings, flows, alignments, outcomes and scores. Files
 * are opened by `touchmap/node`, the store by `touchmap/store`. Named exports only; what is not here is internal.
 */

// Findings
export type { Diagnostic, Lang, Message, Place, Position, Range, Related, Severity } from './diagnostic/diagnostic.ts'
export { InputError } from './diagnostic/input-error.ts'
export { sortDiagnostics } from './diagnostic/sort.ts'

// Maps
export { type LoadedHistory, loadHistory } from './load/load-history.ts'
export { type LoadedMap, loadMap } from './load/load-map.ts'
export type { MapSource } from './load/map-source.ts'
export type { Flow, Item, Proof, RoleRef, Step } from './model/flow.ts'
export type { Catalog, Lexicon, MapHistory, ProcessMap } from './model/map.ts'
export { buildMatrix, type Cell, type Matrix } from './model/matrix.ts'
export type { Rule, RuleSpec } from './model/rule.ts'
export type { Scorecard } from './model/scorecard.ts'

// Lint
export { checkMap, type CheckOptions } from './lint/check-map.ts'
export { fixMap } from './lint/fix-map.ts'
export { LINT_RULES } from './lint/registry.ts'
export type { Fix, LintContext, LintFinding, LintGroup, LintReport, LintRule, TextEdit } from './lint/lint-rule.ts'
export type { MapSources } from './lint/map-sources.ts'
export { RULE_TEST_BASE, ruleTest, type RuleTestCases } from './lint/rule-test.ts'
export type { LintSeverity } from './lint/settings.ts'

// Flows
export type { Block, EffectiveFlow, Label } from './flow/effective-flow.ts'
export { expandFlow } from './flow/expand-flow.ts'
export { compileNet } from './flow/compile-net.ts'
export type { Net } from './flow/net.ts'

// Logs
export type { Interaction, Log, LogEvent, Reject } from './log/event.ts'
export { createMapping, type Mapping } from './log/mapping.ts'
export { readLog } from './log/read-log.ts'

// Conformance and compliance
export { createAligner, alignTrace } from './conformance/align-trace.ts'
export type { Alignment, Deviation, Move } from './conformance/alignment.ts'
export { findDeviations } from './conformance/deviations.ts'
export { labelTrace } from './conformance/label-trace.ts'
export { createMatcher } from './match/create-matcher.ts'
export { evaluateRules } from './compliance/evaluate-rules.ts'
export { type PreparedRule, prepareRules } from './compliance/prepare-rules.ts'
export type { Judgement, Outcome, RuleContext, RuleResult } from './compliance/rule-kind.ts'

// Scores
export type { InteractionResult } from './score/result.ts'
export type { PluginContact, PluginEvent, PluginFinding, RulePlugin } from './model/rule-plugin.ts'
export { scoreLog, type ScoreOptions } from './score/score-log.ts'
export type { ScoreSummary } from './score/summary.ts'

// Pictures
export { flowToMermaid } from './draw/flow-to-mermaid.ts'
export { flowToSvg } from './draw/flow-to-svg.ts'
export { matrixToMermaid } from './draw/matrix-to-mermaid.ts'
export { matrixToSvg } from './draw/matrix-to-svg.ts'
export { unfoldFlow } from './draw/unfold-flow.ts'
