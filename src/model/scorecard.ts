import type { Place } from '../diagnostic/diagnostic.ts'
import type { Cel, Id } from './map.ts'
import type { Text } from './text.ts'

/**
 * Where the answer to an item comes from, other than rules: an attribute of the log (a human verdict, a count), a CEL
 * expression over the interaction, or something measured: adherence (0 to 1), handling time (seconds), or what a rule
 * measured (seconds). `inSeconds`: the expression gives milliseconds, of a metric that is a duration.
 */
export type AnswerSource =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'value'; readonly value: Cel; readonly inSeconds?: boolean }
  | { readonly kind: 'measure'; readonly measure: 'adherence' | 'handling-time' }
  | { readonly kind: 'measured'; readonly rule: string }

/** What a fatal failure makes 0: the whole score, or the score of one section with all that is in it. */
export type FatalScope = { readonly kind: 'whole' } | { readonly kind: 'section'; readonly section: Id }

/** One answer of a choice, and what it earns. */
export interface ChoiceOption {
  readonly is: string | number | boolean
  /** Points; absent for an answer that stands for “not applicable”. */
  readonly points?: number
  readonly fatal?: FatalScope
}

/** A range of a measured value; both ends belong to it. Absent ends are open. */
export interface Band {
  readonly min?: number
  readonly max?: number
  readonly points: number
  readonly fatal?: FatalScope
}

/**
 * How an answer becomes credit. Absent: yes or no.
 * - `choice`: points of the option over the most of any option
 * - `bands`: points of the first band that holds the value over the most of any band
 * - `scale`: (value − min) / (max − min)
 * - `each`: every one of them takes points
 */
export type AnswerForm =
  | { readonly kind: 'choice'; readonly options: readonly ChoiceOption[]; readonly most: number }
  | { readonly kind: 'bands'; readonly bands: readonly Band[]; readonly most: number }
  | { readonly kind: 'scale'; readonly min: number; readonly max: number }
  | { readonly kind: 'each'; readonly points: number }

/** When an item or section is asked at all, by the answers to others. */
export type AnswerCondition =
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly AnswerCondition[] }
  | { readonly kind: 'is'; readonly item: Id; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: 'between'; readonly item: Id; readonly min?: number; readonly max?: number }

/** Whose harm an error is (COPC): one of them fails the whole contact for its class. */
export type ErrorClass = 'customer' | 'business' | 'compliance'
export const ERROR_CLASSES: readonly ErrorClass[] = ['customer', 'business', 'compliance']

/** A line of a scorecard: one rule or several that must all pass, or an answer from elsewhere. */
export interface ScorecardItem {
  readonly id?: Id
  /** The rules that answer it; empty when `source` does. */
  readonly rules: readonly string[]
  readonly source?: AnswerSource
  readonly form?: AnswerForm
  /** Weight or points within the section; default 1. */
  readonly weight: number
  /** Points taken from 100 when it fails (mode `deduct`). */
  readonly deduct?: number
  /** Least share of its points with which it counts as passed; below it, and always with none, it fails. Default 0. */
  readonly passes?: number
  /** 一票否决: a failure makes the whole score 0, or that of a section (`fatalScope`). */
  readonly fatal: boolean
  /** Absent on a fatal line: the whole score. */
  readonly fatalScope?: FatalScope
  readonly critical?: boolean
  /** Implies `critical`. */
  readonly class?: ErrorClass
  /** Adds to the score and is not part of what can be reached. */
  readonly bonus?: boolean
  readonly applies?: Cel
  readonly when?: AnswerCondition
  readonly title?: Text
  readonly place: Place
}

export interface ScorecardSection {
  readonly id: Id
  readonly name: Text
  readonly weight: number
  readonly items: readonly ScorecardItem[]
  /** Sections inside it, after its items. */
  readonly sections?: readonly ScorecardSection[]
  readonly bonus?: boolean
  readonly applies?: Cel
  readonly when?: AnswerCondition
  readonly place: Place
}

/** Least values, fractions for adherence and compliance, points for score. */
export interface ThresholdSet {
  readonly adherence?: number
  readonly compliance?: number
  readonly score?: number
}

/** How rule outcomes and answers become points (`docs/scores.md`, `docs/scorecards.md`). Scores are on 0–100, bonus aside. */
export interface Scorecard {
  readonly mode: 'points' | 'weighted' | 'questions' | 'mean' | 'deduct'
  readonly na: 'drop' | 'redistribute' | 'equal'
  /** Least evaluated share of the applicable weight; below it the score is not evaluated. */
  readonly minEvaluated: number
  readonly sections: readonly ScorecardSection[]
  readonly thresholds: {
    readonly overall: ThresholdSet
    readonly touchpoint: ThresholdSet
    /** By touchpoint code. */
    readonly per: ReadonlyMap<string, ThresholdSet>
    /** Least pass rates, by rule id. */
    readonly rules?: ReadonlyMap<string, number>
  }
  readonly place: Place
}

/** All items of a card or section, with the sections each stands in, outermost first, in the order they are written. */
export function itemsOf(
  sections: readonly ScorecardSection[],
  within: readonly ScorecardSection[] = [],
): { readonly item: ScorecardItem; readonly sections: readonly ScorecardSection[] }[] {
  return sections.flatMap((section) => {
    const path = [...within, section]
    return [...section.items.map((item) => ({ item, sections: path })), ...itemsOf(section.sections ?? [], path)]
  })
}
