import type { Lang, Place } from '../diagnostic/diagnostic.ts'
import type { Acceptance } from './acceptance.ts'
import type { Calendar } from './calendar.ts'
import type { Contact } from './contact.ts'
import type { Flow, Proof } from './flow.ts'
import type { Lexicon } from './lexicon.ts'
import type { Benchmark, Metric } from './metric.ts'
import type { Rule } from './rule.ts'
import type { RulePlugin } from './rule-plugin.ts'
import type { Scorecard } from './scorecard.ts'
import type { Text } from './text.ts'
import type { VersionNote } from './version-note.ts'
import type { ReviewPlan, Walk } from './walk.ts'

/** An id of the map's own: `[a-z0-9]+(-[a-z0-9]+)*`. */
export type Id = string

/** A CEL expression with the place it is written at; checked when the map is loaded. */
export interface Cel {
  readonly source: string
  readonly place: Place
}

/**
 * A stretch of time as a map states it (semantics §2, `Dur`).
 * `rings` counts rings of a telephone; `from` reads the limit from the log: `ref` names a step of the flow or an event,
 * `attribute` holds a promised time or a duration. `workdays` are counted by a calendar. `months` occurs only where a calendar period is meant (review).
 */
export type Duration =
  | { readonly kind: 'ms'; readonly ms: number; readonly text: string }
  | { readonly kind: 'rings'; readonly count: number; readonly text: string }
  | { readonly kind: 'workdays'; readonly count: number; readonly text: string }
  | { readonly kind: 'months'; readonly count: number; readonly text: string }
  | { readonly kind: 'from'; readonly ref: string; readonly attribute: string; readonly text: string }

export type AxisName = 'business' | 'channel' | 'brand' | 'identity' | 'region' | 'environment'
export const AXES: readonly AxisName[] = ['business', 'channel', 'brand', 'identity', 'region', 'environment']
/** The axes that every map has; the other three are split only where a row names them. */
export const MAIN_AXES: readonly AxisName[] = ['business', 'channel', 'brand']

export type BusinessClass = 'acceptance' | 'query' | 'verification' | 'consultation' | 'complaint'

/** One value of an axis: a business, a channel, a brand, … (S24.a–c). `code` defaults to the id. */
export interface AxisValue {
  readonly id: Id
  readonly name: Text
  readonly code: string
  readonly partOf?: Id
  /** Ids it had in earlier versions, for codes that may not come back. */
  readonly formerly?: readonly Id[]
  readonly class?: BusinessClass
  readonly family?: 'service' | 'management'
  readonly hours?: string
  readonly scope?: Text
  readonly response?: Duration
  /** Of a channel: the degree of contact of its flows that do not state their own (S24.f). */
  readonly contact?: Contact
  readonly note?: string
  readonly place: Place
}

export interface Role {
  readonly id: Id
  readonly name: Text
  /** Higher is more senior; `role+` means this rank or above. */
  readonly rank?: number
  /** What everyone of this role is qualified for; absent: the catalogue does not say. */
  readonly qualifications?: readonly Id[]
  readonly place: Place
}

export type AttributeType = 'string' | 'int' | 'number' | 'bool' | 'time' | 'duration'

/** An event type of the catalogue. `speech`: raw turns of talk, which are offers and never unforeseen (semantics §7). */
export interface EventType {
  readonly name: string
  readonly label?: Text
  readonly speech: boolean
  readonly attributes: ReadonlyMap<string, AttributeType>
  /** Other names under which logs carry it. */
  readonly also: readonly string[]
  readonly place: Place
}

export interface Catalog {
  readonly axes: Readonly<Record<AxisName, ReadonlyMap<Id, AxisValue>>>
  readonly roles: ReadonlyMap<Id, Role>
  readonly events: ReadonlyMap<string, EventType>
  /** Attributes of the interaction as a whole, with their types; they come from the log's columns too. */
  readonly attributes: ReadonlyMap<string, AttributeType>
  readonly ends: readonly string[]
  readonly idle?: Duration
  readonly ambient: readonly string[]
  readonly constants: ReadonlyMap<Id, Duration>
  readonly calendars?: ReadonlyMap<Id, Calendar>
  /** Forms that attributes must have: regular expressions over the whole value, by attribute. */
  readonly formats?: ReadonlyMap<string, string>
  readonly blank: readonly string[]
}

/** The values a touchpoint row names on one axis: a list of ids, or all of them. */
export type AxisSelection = readonly Id[] | 'all'

export interface TouchpointRow {
  readonly select: Partial<Readonly<Record<AxisName, AxisSelection>>>
  readonly flow: Id
  readonly overrides: boolean
  readonly goal?: Text
  /** Why its touchpoints are served otherwise than others of the business. */
  readonly differs?: { readonly because: Text; readonly place: Place }
  readonly benchmark?: Benchmark
  readonly place: Place
}

/** A declared hole of the matrix, with its reason (S24.b). */
export interface HoleRow {
  readonly select: Partial<Readonly<Record<AxisName, AxisSelection>>>
  readonly because: Text
  readonly overrides?: boolean
  readonly place: Place
}

/** First and last day of validity, ISO dates in the map's time zone, both inclusive. */
export interface Validity {
  readonly from: string
  readonly until?: string
}

/** A whole process map: one version of it, loaded, resolved, free of errors (S24.b). */
export interface ProcessMap {
  readonly id: Id
  readonly name: Text
  readonly version: string
  readonly lang: Lang
  readonly languages: readonly Lang[]
  readonly timezone?: string
  readonly effective: Validity
  /** The template touchpoint codes are made from, such as `{channel}{brand}-{business}`. */
  readonly code: string
  /** A regular expression (RE2) that every code must match as a whole. */
  readonly codePattern?: string
  /** What this version changed against the one before. */
  readonly changes?: readonly VersionNote[]
  readonly review?: ReviewPlan
  /** How often each flow in use is walked through at least. */
  readonly walksEvery?: { readonly every: Duration; readonly place: Place }
  readonly walks?: readonly Walk[]
  readonly pass: { readonly adherence: number; readonly score?: number }
  readonly versionBy: 'start' | 'end'
  readonly catalog: Catalog
  readonly lexicons: ReadonlyMap<Id, Lexicon>
  /** Lexicons written in place, in proofs and rules. */
  readonly inlineLexicons?: readonly Lexicon[]
  /** Ids of lexicons that something in the map names. */
  readonly usedLexicons?: ReadonlySet<Id>
  readonly touchpoints: readonly TouchpointRow[]
  readonly holes: readonly HoleRow[]
  readonly flows: ReadonlyMap<Id, Flow>
  /** Rules of `rules` files, which hold for every flow. Rules of a flow stand in the flow. */
  readonly rules: readonly Rule[]
  readonly scorecard?: Scorecard
  readonly metrics?: readonly Metric[]
  /** For the map as a whole. */
  readonly benchmark?: Benchmark
  /** Failures that somebody answers for, in the order of the files. */
  readonly accepted?: readonly Acceptance[]
  /** SHA-256, hex, over the paths and bytes of all files of the map, in path order. */
  readonly hash: string
  /** The same without the files that accept failures, on which fingerprints rest; absent where there are none. */
  readonly basis?: string
  readonly files: readonly string[]
  readonly place: Place
}

/** All versions of a map, oldest first; the last one is the map that was named. They neither overlap nor leave a gap. */
export interface MapHistory {
  readonly versions: readonly ProcessMap[]
  /** Modules of rules that the user trusts (`--plugin`), by id; never from the map. */
  readonly plugins?: ReadonlyMap<string, RulePlugin>
}

export type { Lexicon, Proof }
