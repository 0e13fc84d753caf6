import type { Outcome } from '../compliance/rule-kind.ts'
import type { Place } from '../diagnostic/diagnostic.ts'
import type { Scorecard, ScorecardItem, ScorecardSection } from '../model/scorecard.ts'
import type { Text } from '../model/text.ts'
import { MICRO, roundHalfEven } from './round.ts'

/** One line of the arithmetic. Weights and points are in percent of the whole card; in mode `deduct` points of 100. */
export interface ItemScore {
  readonly rules: readonly string[]
  readonly title?: Text
  readonly outcome: Outcome
  /** Share of the card before anything was left out; in mode `deduct` the points, at least the item's weight. */
  readonly weight: number
  /** Share of the card after what is not applicable, pending or not evaluated was left out; 0 for these. */
  readonly appliedWeight: number
  /** Of the applied weight: all or nothing. */
  readonly earned: number
  /** Points it took from 100 (mode `deduct`), or by failing lost of the applied weight. */
  readonly deducted: number
  readonly fatal: boolean
  readonly place: Place
}

interface SectionScore {
  readonly id: string
  readonly name: Text
  readonly weight: number
  readonly appliedWeight: number
  readonly earned: number
  readonly items: readonly ItemScore[]
}

/** A score with the whole of its arithmetic (`docs/scores.md`). */
export interface ScorecardScore {
  readonly mode: Scorecard['mode']
  readonly na: Scorecard['na']
  /** 0–100 in millionths of a point; null unless `state` is `evaluated`. */
  readonly micros: number | null
  /** The same before a fatal item made it 0. */
  readonly rawMicros: number | null
  readonly state: 'evaluated' | 'notApplicable' | 'pending' | 'notEvaluated'
  /** A fatal item failed (一票否决). */
  readonly fatal: boolean
  /** Evaluated part of the applicable weight, in millionths; null when nothing is applicable. */
  readonly evaluatedMicros: number | null
  readonly minEvaluated: number
  /** What the score is at least and at most once everything pending is known, in millionths. */
  readonly least: number | null
  readonly most: number | null
  readonly sections: readonly SectionScore[]
}

type Line = {
  readonly item: ScorecardItem
  readonly section: number
  readonly outcome: Outcome
  readonly weight: number
}

/**
 * Applies a scorecard to the outcomes of one interaction's rules; a rule that is none of the interaction's is not
 * applicable. Modes (formats-and-scorecards §8):
 * - `weighted`: a section's weight is its share of 100, divided over its items by their weights
 * - `points`: every item counts its points times its section's weight, over all sections at once
 * - `deduct`: 100 less the points of each failed item, not below 0
 *
 * What is not applicable, pending or not evaluated leaves the denominator. `na` says where its weight goes: `drop`
 * out of both sums; `redistribute` to the rest of its section in proportion; `equal` to the rest of its section in
 * equal parts; in both a section with nothing left gives its weight to the other sections in the same way.
 */
export function scoreByCard(card: Scorecard, outcomes: ReadonlyMap<string, Outcome>): ScorecardScore {
  const lines = layOut(card, (item) => combine(item.rules.map((rule) => outcomes.get(rule) ?? 'notApplicable')))
  const applicable = lines.filter((line) => line.outcome !== 'notApplicable')
  const evaluated = applicable.filter(isDecided)
  const fatal = lines.some((line) => line.item.fatal && line.outcome === 'fail')
  const share = evaluatedShare(card, evaluated, applicable)
  const applied = applyWeights(card, lines, isDecided)
  const state = stateOf(card, applicable, evaluated, share)
  const raw = state === 'evaluated' ? roundHalfEven(percent(card, lines, applied) * MICRO) : null
  const known = state === 'evaluated' || state === 'pending'
  const pending = lines.some((line) => line.outcome === 'pending')
  return {
    mode: card.mode,
    na: card.na,
    micros: raw === null ? null : fatal ? 0 : raw,
    rawMicros: raw,
    state,
    fatal,
    evaluatedMicros: share === null ? null : roundHalfEven(share * MICRO),
    minEvaluated: card.minEvaluated,
    least: !known ? null : pending ? bound(card, lines, 'fail') : fatal ? 0 : raw,
    most: !known ? null : pending ? bound(card, lines, 'pass') : fatal ? 0 : raw,
    sections: card.sections.map((section, at) => traceSection(section, at, lines, applied)),
  }
}

/** A line of several rules passes when all applicable ones do; a failure decides at once. */
function combine(outcomes: readonly Outcome[]): Outcome {
  const [only] = outcomes
  if (only !== undefined && outcomes.length === 1) return only
  for (const outcome of ['fail', 'pending', 'notEvaluated', 'pass'] as const) {
    if (outcomes.includes(outcome)) return outcome
  }
  return 'notApplicable'
}

type Slot = Omit<Line, 'outcome'>
const layouts = new WeakMap<Scorecard, readonly Slot[]>()

function layOut(card: Scorecard, outcomeOf: (item: ScorecardItem) => Outcome): Line[] {
  let slots = layouts.get(card)
  if (slots === undefined) layouts.set(card, (slots = weigh(card)))
  return slots.map(({ item, section, weight }) => ({ item, section, weight, outcome: outcomeOf(item) }))
}

/** The weight of each line before anything leaves. */
function weigh(card: Scorecard): Slot[] {
  const sectionSum = sum(card.sections.map((section) => section.weight))
  const pointSum = sum(card.sections.map((section) => section.weight * sum(section.items.map((item) => item.weight))))
  return card.sections.flatMap((section, at) => {
    const itemSum = sum(section.items.map((item) => item.weight))
    return section.items.map((item) => ({
      item,
      section: at,
      weight:
        card.mode === 'deduct'
          ? (item.deduct ?? item.weight)
          : card.mode === 'points'
            ? quotient(100 * section.weight * item.weight, pointSum)
            : quotient(100 * section.weight * item.weight, sectionSum * itemSum),
    }))
  })
}

function isDecided(line: Line): boolean {
  return line.outcome === 'pass' || line.outcome === 'fail'
}

/** null when there is nothing to score: no applicable line, or none that weighs anything. */
function evaluatedShare(card: Scorecard, evaluated: readonly Line[], applicable: readonly Line[]): number | null {
  const weight = weightOf(applicable)
  if (weight > 0) return weightOf(evaluated) / weight
  return card.mode === 'deduct' && applicable.length > 0 ? evaluated.length / applicable.length : null
}

function stateOf(
  card: Scorecard,
  applicable: readonly Line[],
  evaluated: readonly Line[],
  share: number | null,
): ScorecardScore['state'] {
  if (share === null) return 'notApplicable'
  // 1e-12: shares are quotients of sums, and 0.8 of the weight must pass for 0.8.
  if (evaluated.length > 0 && share >= card.minEvaluated - 1e-12) return 'evaluated'
  const known = applicable.filter((line) => line.outcome !== 'notEvaluated')
  const soon = evaluatedShare(card, known, applicable) ?? 0
  return known.length > 0 && soon >= card.minEvaluated - 1e-12 ? 'pending' : 'notEvaluated'
}

/** The weight each line counts with once the others have left, in percent; 0 for those that left. */
function applyWeights(card: Scorecard, lines: readonly Line[], counts: (line: Line) => boolean): number[] {
  if (card.mode === 'deduct') return lines.map((line) => (counts(line) ? pointsTaken(line.item) : 0))
  const weights = lines.map((line) => (counts(line) ? line.weight : 0))
  if (card.na === 'drop') {
    const left = sum(weights)
    return weights.map((weight) => quotient(100 * weight, left))
  }
  const sections = card.sections.map((_, at) => lines.map((_, i) => i).filter((i) => lines[i]?.section === at))
  const staying = sections.map((members) => members.filter((i) => weights[i] !== 0))
  const totals = sections.map((members) => sum(members.map((i) => lines[i]?.weight ?? 0)))
  const heirs = staying.filter((members) => members.length > 0).length
  const lost = sum(totals.filter((_, at) => staying[at]?.length === 0))
  const kept = sum(totals.filter((_, at) => staying[at]?.length !== 0))
  for (const [at, members] of staying.entries()) {
    const own = totals[at] ?? 0
    const total = own + (card.na === 'equal' ? quotient(lost, heirs) : lost * quotient(own, kept))
    const present = sum(members.map((i) => weights[i] ?? 0))
    for (const i of members) {
      const weight = weights[i] ?? 0
      weights[i] = card.na === 'equal' ? weight + (total - present) / members.length : total * quotient(weight, present)
    }
  }
  return weights
}

function percent(card: Scorecard, lines: readonly Line[], applied: readonly number[]): number {
  const of = (outcome: Outcome) => sum(lines.map((line, i) => (line.outcome === outcome ? (applied[i] ?? 0) : 0)))
  return card.mode === 'deduct' ? Math.max(0, 100 - of('fail')) : quotient(100 * of('pass'), of('pass') + of('fail'))
}

/** The score if everything pending came out as `outcome`, in millionths. */
function bound(card: Scorecard, lines: readonly Line[], outcome: 'pass' | 'fail'): number {
  const decided = lines.map((line) => (line.outcome === 'pending' ? { ...line, outcome } : line))
  if (decided.some((line) => line.item.fatal && line.outcome === 'fail')) return 0
  return roundHalfEven(percent(card, decided, applyWeights(card, decided, isDecided)) * MICRO)
}

function traceSection(
  section: ScorecardSection,
  at: number,
  lines: readonly Line[],
  applied: readonly number[],
): SectionScore {
  const items = lines.flatMap((line, i): ItemScore[] => {
    if (line.section !== at) return []
    const appliedWeight = applied[i] ?? 0
    return [
      {
        rules: line.item.rules,
        ...(line.item.title === undefined ? {} : { title: line.item.title }),
        outcome: line.outcome,
        weight: line.weight,
        appliedWeight,
        earned: line.outcome === 'pass' ? appliedWeight : 0,
        deducted: line.outcome === 'fail' ? appliedWeight : 0,
        fatal: line.item.fatal,
        place: line.item.place,
      },
    ]
  })
  return {
    id: section.id,
    name: section.name,
    weight: sum(items.map((item) => item.weight)),
    appliedWeight: sum(items.map((item) => item.appliedWeight)),
    earned: sum(items.map((item) => item.earned)),
    items,
  }
}

/** A fatal line without points of its own takes none: it makes the score 0 beside the sum. */
function pointsTaken(item: ScorecardItem): number {
  return item.deduct ?? (item.fatal ? 0 : item.weight)
}

function weightOf(lines: readonly Line[]): number {
  return sum(lines.map((line) => line.weight))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function quotient(numerator: number, denominator: number): number {
  return denominator === 0 ? 0 : numerator / denominator
}
