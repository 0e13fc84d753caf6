import type { Place } from '../diagnostic/diagnostic.ts'
import type { Id } from './map.ts'
import type { Text } from './text.ts'

/** A line of a scorecard: one rule or several that must all pass. */
export interface ScorecardItem {
  readonly rules: readonly string[]
  /** Weight or points within the section; default 1. */
  readonly weight: number
  /** Points taken from 100 when it fails (mode `deduct`). */
  readonly deduct?: number
  /** 一票否决: a failure makes the whole score 0. */
  readonly fatal: boolean
  readonly title?: Text
  readonly place: Place
}

export interface ScorecardSection {
  readonly id: Id
  readonly name: Text
  readonly weight: number
  readonly items: readonly ScorecardItem[]
  readonly place: Place
}

/** Least values, fractions for adherence and compliance, points for score. */
export interface ThresholdSet {
  readonly adherence?: number
  readonly compliance?: number
  readonly score?: number
}

/** How rule outcomes become points (formats-and-scorecards §8; `docs/scores.md`). Scores are on 0–100. */
export interface Scorecard {
  readonly mode: 'points' | 'weighted' | 'deduct'
  readonly na: 'drop' | 'redistribute' | 'equal'
  /** Least evaluated share of the applicable weight; below it the score is not evaluated. */
  readonly minEvaluated: number
  readonly sections: readonly ScorecardSection[]
  readonly thresholds: {
    readonly overall: ThresholdSet
    readonly touchpoint: ThresholdSet
    /** By touchpoint code. */
    readonly per: ReadonlyMap<string, ThresholdSet>
  }
  readonly place: Place
}
