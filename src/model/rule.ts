import type { Place } from '../diagnostic/diagnostic.ts'
import type { RoleRef } from './flow.ts'
import type { Cel } from './map.ts'
import type { BySpec } from './rules/by.ts'
import type { CarriesSpec } from './rules/carries.ts'
import type { CheckSpec } from './rules/check.ts'
import type { DeclareSpec } from './rules/declare.ts'
import type { KnownBeforeSpec } from './rules/known-before.ts'
import type { NeverSaysSpec } from './rules/never-says.ts'
import type { NoPiiSpec } from './rules/no-pii.ts'
import type { NotByDoerOfSpec } from './rules/not-by-doer-of.ts'
import type { PrecedenceSpec } from './rules/precedence.ts'
import type { RecordsSpec } from './rules/records.ts'
import type { ResponseSpec } from './rules/response.ts'
import type { RepeatWithinSpec } from './rules/repeat-within.ts'
import type { SaysSpec } from './rules/says.ts'
import type { TargetSpec } from './rules/target.ts'
import type { TurnTakingSpec } from './rules/turn-taking.ts'
import type { WithinSpec } from './rules/within.ts'
import type { CoverageSpec } from './rules/coverage.ts'
import type { FourEyesSpec } from './rules/four-eyes.ts'
import type { HandOverSpec } from './rules/hand-over.ts'
import type { NotAskedAgainSpec } from './rules/not-asked-again.ts'
import type { PluginSpec } from './rules/plugin.ts'
import type { QualifiedSpec } from './rules/qualified.ts'
import type { SamePersonSpec } from './rules/same-person.ts'
import type { Text } from './text.ts'

export type { Known, Target } from './target.ts'

/**
 * What each rule kind asks, parsed: one member and one file in `rules/` a kind; the meaning stands in `docs/kinds/<kind>.md`
 * and in `compliance/kinds/<kind>.ts`. The norms of a step become the same kinds with `on` set to the step:
 * `must-say` → says, `must-not-say` → never-says, `by`, `records`, `carries`, `within`, `not-by-doer-of`.
 *
 * A spec is plain data. Where a flow is used by another, its targets, limits `from` and expressions are renamed by their
 * shape (`map-spec.ts`), wherever they stand in it.
 */
export type RuleSpec =
  | CoverageSpec
  | FourEyesSpec
  | HandOverSpec
  | NotAskedAgainSpec
  | PluginSpec
  | QualifiedSpec
  | SamePersonSpec
  | BySpec
  | CarriesSpec
  | CheckSpec
  | DeclareSpec
  | KnownBeforeSpec
  | NeverSaysSpec
  | NoPiiSpec
  | NotByDoerOfSpec
  | PrecedenceSpec
  | RecordsSpec
  | ResponseSpec
  | SaysSpec
  | RepeatWithinSpec
  | TargetSpec
  | TurnTakingSpec
  | WithinSpec

export type RuleKindId = RuleSpec['kind']

/** What rules of one kind ask. */
export type SpecOf<K extends RuleKindId> = Extract<RuleSpec, { readonly kind: K }>

/** A norm with its place in the map. `id` is the reference users write: `rule`, `flow/rule` or `flow/step/key`. */
export interface Rule {
  readonly id: string
  readonly spec: RuleSpec
  /** Condition of applicability over the interaction; false: not applicable. */
  readonly applies?: Cel
  readonly critical: boolean
  readonly severity: 'error' | 'warning' | 'info'
  /** Who is meant, for kinds that look at text; empty: everyone. */
  readonly speaker: readonly RoleRef[]
  readonly scope: 'interaction' | 'contact'
  readonly title?: Text
  readonly source: readonly string[]
  readonly note?: string
  readonly place: Place
}

/** A rule whose spec is known to be of one kind. */
export type RuleOf<K extends RuleKindId> = Omit<Rule, 'spec'> & { readonly spec: SpecOf<K> }
