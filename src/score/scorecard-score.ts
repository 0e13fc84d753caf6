import type { Outcome } from '../compliance/rule-kind.ts'
import type { Message, Place } from '../diagnostic/diagnostic.ts'
import {
  ERROR_CLASSES,
  type ErrorClass,
  type FatalScope,
  type Scorecard,
  type ScorecardItem,
  type ScorecardSection,
} from '../model/scorecard.ts'
import { sum } from '../model/sum.ts'
import type { Text } from '../model/text.ts'
import { type AnswerContext, answerItems, type ItemAnswer } from './answer-items.ts'
import { MICRO, roundHalfEven } from './round.ts'
import { applyWeights, layOut, quotient, type Slot } from './scorecard-weights.ts'

/** One line of the arithmetic. Weights and points are in percent of the whole card; in mode `deduct` points of 100. */
export interface ItemScore extends Omit<ItemAnswer, 'fatal' | 'credit'> {
  readonly id?: string
  readonly rules: readonly string[]
  readonly title?: Text
  readonly outcome: Outcome
  /** Share of its points, 0 to 1; null where nothing is decided. */
  readonly credit: number | null
  /** Share of the card before anything was left out; in mode `deduct` the points, at least the item's weight. */
  readonly weight: number
  /** Share of the card after what is not applicable, pending or not evaluated was left out; 0 for these. */
  readonly appliedWeight: number
  /** Of the applied weight, before anything fatal. */
  readonly earned: number
  /** Points it took from 100 (mode `deduct`), or lost of the applied weight; a bonus loses nothing. */
  readonly deducted: number
  /** Failing it is fatal, to the whole score or to a section. */
  readonly fatal: boolean
  /** What its failure made 0, where it did. */
  readonly made0?: FatalScope
  readonly critical: boolean
  readonly class?: ErrorClass
  readonly bonus: boolean
  readonly reason?: Message
  readonly place: Place
}

export interface SectionScore {
  readonly id: string
  readonly name: Text
  readonly weight: number
  readonly appliedWeight: number
  /** Before anything fatal. */
  readonly earned: number
  readonly bonus: boolean
  /** A fatal failure made it 0. */
  readonly fatal: boolean
  readonly items: readonly ItemScore[]
  readonly sections: readonly SectionScore[]
}

/** Of one interaction: whether it is free of errors of a class; `critical` stands for all critical lines. */
export type ErrorFree = Readonly<Partial<Record<ErrorClass | 'critical', Outcome>>>

/** A score with the whole of its arithmetic (`docs/scores.md`). */
export interface ScorecardScore {
  readonly mode: Scorecard['mode']
  readonly na: Scorecard['na']
  /** 0–100 in millionths of a point, above with a bonus; null unless `state` is `evaluated`. */
  readonly micros: number | null
  /** The same before anything fatal. */
  readonly rawMicros: number | null
  readonly state: 'evaluated' | 'notApplicable' | 'pending' | 'notEvaluated'
  /** A fatal item failed and made the whole 0 (一票否决). */
  readonly fatal: boolean
  /** Evaluated part of the applicable weight, in millionths; null when nothing is applicable. */
  readonly evaluatedMicros: number | null
  readonly minEvaluated: number
  /** What the score is at least and at most once everything pending is known, in millionths. */
  readonly least: number | null
  readonly most: number | null
  /** What the critical lines earned of what they could, 0–100 in millionths; null where none was decided. */
  readonly criticalMicros: number | null
  readonly errorFree: ErrorFree
  /** Lines that are not critical: how many passed and failed. */
  readonly nonCritical: { readonly pass: number; readonly fail: number }
  readonly hasBonus: boolean
  readonly sections: readonly SectionScore[]
}

interface Line extends Slot {
  readonly answer: ItemAnswer
}

/**
 * Applies a scorecard to the outcomes of one interaction's rules and to what else its items are answered by. Modes
 * (formats-and-scorecards §8):
 * - `weighted`: a section's weight is its share of 100, divided over its items and sections by their weights
 * - `questions`: every item's weight is its share of 100, whatever section it stands in
 * - `mean`: the mean of the items by weight; what was not rated drops out
 * - `points`: every item counts its points times its section's weight, over all sections at once
 * - `deduct`: 100 less the points of each failed item, not below 0
 *
 * What is not applicable, pending or not evaluated leaves the denominator. `na` says where its weight goes: `drop`
 * out of both sums; `redistribute` to the rest of its section in proportion; `equal` to the rest of its section in
 * equal parts; in both a section with nothing left gives its weight to the other sections in the same way.
 */
export function scoreByCard(card: Scorecard, context: AnswerContext): ScorecardScore {
  const known = knownScores(card)
  if (known === undefined) return compute(card, context)
  let key = ''
  for (const rule of known.rules) key += SIGNS[context.outcomes.get(rule) ?? 'notApplicable']
  let score = known.scores.get(key)
  if (score === undefined) {
    score = compute(card, context)
    if (known.scores.size < MOST_KNOWN) known.scores.set(key, score)
  }
  return score
}

interface KnownScores {
  /** Every rule that the card asks for. */
  readonly rules: readonly string[]
  /** By the outcomes of these, a letter each. */
  readonly scores: Map<string, ScorecardScore>
}

const SIGNS: Readonly<Record<Outcome, string>> = {
  pass: 'p',
  fail: 'f',
  notApplicable: 'n',
  pending: 'o',
  notEvaluated: 'e',
}
/** Most interactions fail in one of few ways: their scores are worked out once. */
const MOST_KNOWN = 20_000
const knowledge = new WeakMap<Scorecard, KnownScores | { readonly rules: undefined }>()

/** Whether the outcomes of rules are all that a card asks for. */
export function isByRulesAlone(card: Scorecard): boolean {
  return knownScores(card) !== undefined
}

/** What is known of a card whose items are answered by rules alone; undefined where anything else has a say. */
function knownScores(card: Scorecard): KnownScores | undefined {
  let known = knowledge.get(card)
  if (known === undefined) {
    const slots = layOut(card)
    const alone = slots.every(({ item, sections }) =>
      item.source === undefined ? [item, ...sections].every(({ applies }) => applies === undefined) : false,
    )
    known = alone
      ? { rules: [...new Set(slots.flatMap(({ item }) => item.rules))], scores: new Map() }
      : { rules: undefined }
    knowledge.set(card, known)
  }
  return known.rules === undefined ? undefined : known
}

function compute(card: Scorecard, context: AnswerContext): ScorecardScore {
  const answers = answerItems(card, context)
  const lines = layOut(card).map((slot): Line => ({ ...slot, answer: answers.get(slot.item) ?? UNANSWERED }))
  const applicable = lines.filter(({ answer, bonus }) => answer.outcome !== 'notApplicable' && !bonus)
  const evaluated = applicable.filter(isDecided)
  const share = evaluatedShare(card, evaluated, applicable)
  const applied = applyWeights(card, lines, (i) => isDecided(lines[i]))
  const state = stateOf(card, applicable, evaluated, share)
  const fatal = isFatal(lines)
  const raw = state === 'evaluated' ? roundHalfEven(percent(card, lines, applied, false) * MICRO) : null
  const value = raw === null ? null : roundHalfEven(percent(card, lines, applied, true) * MICRO)
  const known = state === 'evaluated' || state === 'pending'
  const pending = lines.some(({ answer }) => answer.outcome === 'pending')
  return {
    mode: card.mode,
    na: card.na,
    micros: value,
    rawMicros: raw,
    state,
    fatal,
    evaluatedMicros: share === null ? null : roundHalfEven(share * MICRO),
    minEvaluated: card.minEvaluated,
    least: !known ? null : pending ? bound(card, lines, 'fail') : value,
    most: !known ? null : pending ? bound(card, lines, 'pass') : value,
    criticalMicros: criticalScore(lines, applied),
    errorFree: errorFree(lines),
    nonCritical: nonCritical(lines),
    hasBonus: lines.some(({ bonus }) => bonus),
    sections: card.sections.map((section) => traceSection(card, section, 0, lines, applied)),
  }
}

const UNANSWERED: ItemAnswer = { outcome: 'notApplicable', credit: 0 }

function isDecided(line: Line | undefined): boolean {
  return line !== undefined && (line.answer.outcome === 'pass' || line.answer.outcome === 'fail')
}

function isFatal(lines: readonly Line[]): boolean {
  return lines.some(({ answer }) => answer.fatal?.kind === 'whole')
}

/** Sections that a fatal failure made 0. */
function madeZero(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ answer }) => (answer.fatal?.kind === 'section' ? [answer.fatal.section] : [])))
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
  const known = applicable.filter(({ answer }) => answer.outcome !== 'notEvaluated')
  const soon = evaluatedShare(card, known, applicable) ?? 0
  return known.length > 0 && soon >= card.minEvaluated - 1e-12 ? 'pending' : 'notEvaluated'
}

/** The score in points of 100; `after` what is fatal, or before it. */
function percent(card: Scorecard, lines: readonly Line[], applied: readonly number[], after: boolean): number {
  if (after && isFatal(lines)) return 0
  const zero = after ? madeZero(lines) : NONE
  const isZero = ({ sections }: Line) => zero.size > 0 && sections.some(({ id }) => zero.has(id))
  const share = (wanted: (line: Line) => boolean) =>
    sum(lines.map((line, i) => (wanted(line) && !isZero(line) ? (applied[i] ?? 0) * line.answer.credit : 0)))
  const bonus = share((line) => line.bonus)
  if (card.mode === 'deduct') {
    const taken = lines.map((line, i) =>
      isZero(line) && !line.bonus ? (applied[i] ?? 0) : takenBy(card, line, applied[i] ?? 0),
    )
    return Math.max(0, 100 - sum(taken) + bonus)
  }
  const possible = sum(lines.map((line, i) => (line.bonus ? 0 : (applied[i] ?? 0))))
  return quotient(100 * share((line) => !line.bonus), possible) + bonus
}

const NONE: ReadonlySet<string> = new Set()

/** Points that a line takes, or loses of its weight; a bonus takes none. */
function takenBy(card: Scorecard, { item, answer, bonus }: Line, most: number): number {
  if (bonus || (answer.outcome !== 'pass' && answer.outcome !== 'fail')) return 0
  if (card.mode === 'deduct' && answer.taken !== undefined && item.deduct === undefined) return answer.taken
  return most * (1 - answer.credit)
}

/** The score if everything pending came out as `outcome`, in millionths. */
function bound(card: Scorecard, lines: readonly Line[], outcome: 'pass' | 'fail'): number {
  const decided = lines.map((line): Line => {
    if (line.answer.outcome !== 'pending') return line
    const fatal =
      outcome === 'fail' && line.item.fatal ? (line.item.fatalScope ?? ({ kind: 'whole' } as const)) : undefined
    const credit = outcome === 'pass' ? 1 : 0
    return { ...line, answer: { outcome, credit, ...(fatal === undefined ? {} : { fatal }) } }
  })
  const applied = applyWeights(card, decided, (i) => isDecided(decided[i]))
  return roundHalfEven(percent(card, decided, applied, true) * MICRO)
}

function isCritical({ critical, class: own }: ScorecardItem): boolean {
  return critical === true || own !== undefined
}

function criticalScore(lines: readonly Line[], applied: readonly number[]): number | null {
  let [earned, possible] = [0, 0]
  for (const [i, line] of lines.entries()) {
    if (!isCritical(line.item) || !isDecided(line)) continue
    earned += line.weight * line.answer.credit
    possible += (applied[i] ?? 0) > 0 || line.weight > 0 ? line.weight : 0
  }
  return possible === 0 ? null : roundHalfEven(quotient(100 * earned, possible) * MICRO)
}

function errorFree(lines: readonly Line[]): ErrorFree {
  const critical = lines.filter(({ item }) => isCritical(item))
  if (critical.length === 0) return {}
  const found: Partial<Record<ErrorClass | 'critical', Outcome>> = { critical: gravest(critical) }
  for (const name of ERROR_CLASSES) {
    const own = critical.filter(({ item }) => item.class === name)
    if (own.length > 0) found[name] = gravest(own)
  }
  return found
}

function gravest(lines: readonly Line[]): Outcome {
  for (const outcome of ['fail', 'pending', 'notEvaluated', 'pass'] as const) {
    if (lines.some(({ answer }) => answer.outcome === outcome)) return outcome
  }
  return 'notApplicable'
}

function nonCritical(lines: readonly Line[]): { pass: number; fail: number } {
  const own = lines.filter(({ item, bonus }) => !bonus && !isCritical(item))
  const of = (outcome: Outcome) => own.filter(({ answer }) => answer.outcome === outcome).length
  return { pass: of('pass'), fail: of('fail') }
}

function traceSection(
  card: Scorecard,
  section: ScorecardSection,
  depth: number,
  lines: readonly Line[],
  applied: readonly number[],
): SectionScore {
  const items = lines.flatMap((line, i): ItemScore[] => {
    if (line.sections[depth] !== section || line.sections.length !== depth + 1) return []
    return [traceItem(card, line, applied[i] ?? 0)]
  })
  const sections = (section.sections ?? []).map((inner) => traceSection(card, inner, depth + 1, lines, applied))
  const all = [...items, ...sections]
  return {
    id: section.id,
    name: section.name,
    weight: sum(all.map(({ weight }) => weight)),
    appliedWeight: sum(all.map(({ appliedWeight }) => appliedWeight)),
    earned: sum(all.map(({ earned }) => earned)),
    bonus: section.bonus === true,
    fatal: madeZero(lines).has(section.id),
    items,
    sections,
  }
}

function traceItem(card: Scorecard, line: Line, appliedWeight: number): ItemScore {
  const { item, answer, weight, bonus } = line
  const { credit, fatal, ...told } = answer
  const decided = isDecided(line)
  return {
    ...told,
    ...(item.id === undefined ? {} : { id: item.id }),
    rules: item.rules,
    ...(item.title === undefined ? {} : { title: item.title }),
    credit: decided ? credit : null,
    weight,
    appliedWeight,
    earned: decided ? appliedWeight * credit : 0,
    deducted: takenBy(card, line, appliedWeight),
    fatal: item.fatal || fatal !== undefined,
    ...(fatal === undefined ? {} : { made0: fatal }),
    critical: isCritical(item),
    ...(item.class === undefined ? {} : { class: item.class }),
    bonus,
    place: item.place,
  }
}

function weightOf(lines: readonly Slot[]): number {
  return sum(lines.map((line) => line.weight))
}

/** All lines of a score, in the order of the card. */
export function itemScoresOf({ sections }: Pick<ScorecardScore, 'sections'>): ItemScore[] {
  return sections.flatMap((section) => [...section.items, ...itemScoresOf(section)])
}
