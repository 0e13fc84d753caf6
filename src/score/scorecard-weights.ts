import { itemsOf, type Scorecard, type ScorecardItem, type ScorecardSection } from '../model/scorecard.ts'
import { sum } from '../model/sum.ts'

/** An item in its place on the card: the sections it stands in, outermost first, and its weight before anything leaves. */
export interface Slot {
  readonly item: ScorecardItem
  readonly sections: readonly ScorecardSection[]
  /** The item or a section around it adds to the score without being part of what can be reached. */
  readonly bonus: boolean
  /** Percent of the whole card; in mode `deduct` points of 100. */
  readonly weight: number
}

const layouts = new WeakMap<Scorecard, readonly Slot[]>()

/** The items of a card with their weights, made once a card. */
export function layOut(card: Scorecard): readonly Slot[] {
  let slots = layouts.get(card)
  if (slots === undefined) layouts.set(card, (slots = weigh(card)))
  return slots
}

function weigh(card: Scorecard): Slot[] {
  const all = itemsOf(card.sections).map((each) => ({
    ...each,
    bonus: each.item.bonus === true || each.sections.some((section) => section.bonus === true),
  }))
  const sumOf = (weight: (slot: (typeof all)[number]) => number) =>
    sum(all.flatMap((slot) => (slot.bonus ? [] : [weight(slot)])))
  const pointsOf = ({ item, sections }: (typeof all)[number]) =>
    sections.reduce((product, section) => product * section.weight, item.weight)
  const pointSum = sumOf(pointsOf)
  const questionSum = sumOf(({ item }) => item.weight)
  return all.map((slot) => ({
    ...slot,
    weight: {
      deduct: () => slot.item.deduct ?? slot.item.weight,
      points: () => quotient(100 * pointsOf(slot), pointSum),
      questions: () => quotient(100 * slot.item.weight, questionSum),
      mean: () => quotient(100 * slot.item.weight, questionSum),
      weighted: () => shareOf(card.sections, slot.sections, slot.item),
    }[card.mode](),
  }))
}

/** Percent of the card: at each level the own weight over those of all beside it that are no bonus. */
function shareOf(top: readonly ScorecardSection[], path: readonly ScorecardSection[], item: ScorecardItem): number {
  let numerator = 100
  let denominator = 1
  let beside: readonly Weighed[] = top
  for (const section of path) {
    numerator *= section.weight
    denominator *= wholeOf(beside)
    beside = [...section.items, ...(section.sections ?? [])]
  }
  return quotient(numerator * item.weight, denominator * wholeOf(beside))
}

type Weighed = { readonly weight: number; readonly bonus?: boolean }

/** Where everything is a bonus, as in a section of bonus items, it is divided among these. */
function wholeOf(beside: readonly Weighed[]): number {
  const counted = beside.filter(({ bonus }) => bonus !== true)
  return sum((counted.length > 0 ? counted : beside).map(({ weight }) => weight))
}

/** The weight each line counts with once the others have left, in percent; 0 for those that left. */
export function applyWeights(card: Scorecard, slots: readonly Slot[], counts: (line: number) => boolean): number[] {
  if (card.mode === 'deduct') return slots.map(({ item }, i) => (counts(i) ? pointsTaken(item) : 0))
  const weights = slots.map(({ weight }, i) => (counts(i) ? weight : 0))
  const flat = card.mode === 'questions' || card.mode === 'mean'
  if (card.na === 'drop' || card.mode === 'mean' || (flat && card.na === 'redistribute')) {
    const left = sum(weights.filter((_, i) => slots[i]?.bonus !== true))
    return weights.map((weight) => quotient(100 * weight, left))
  }
  // A bonus keeps its weight: what left was never part of it.
  const lines = slots.flatMap(({ bonus }, i) => (bonus ? [] : [i]))
  const members = flat ? lines.map((line): Member => line) : membersOf(slots, lines, 0)
  hand(members, sum(lines.map((i) => slots[i]?.weight ?? 0)))
  return weights

  /** Gives `total` to the members that stay, in proportion or with equal parts of what the others leave. */
  function hand(members: readonly Member[], total: number): void {
    const staying = members.filter((member) => linesOf(member).some((i) => weights[i] !== 0))
    const own = staying.map((member) => sum(linesOf(member).map((i) => slots[i]?.weight ?? 0)))
    const kept = sum(own)
    for (const [at, member] of staying.entries()) {
      const weight = own[at] ?? 0
      const given = card.na === 'equal' ? weight + (total - kept) / staying.length : total * quotient(weight, kept)
      if (typeof member === 'number') weights[member] = given
      else hand(member, given)
    }
  }
}

/** A line, or the lines of a section. */
type Member = number | readonly Member[]

function membersOf(slots: readonly Slot[], lines: readonly number[], depth: number): Member[] {
  const members: Member[] = []
  const inside = new Map<ScorecardSection, number[]>()
  for (const i of lines) {
    const section = slots[i]?.sections[depth]
    if (section === undefined) members.push(i)
    else inside.set(section, [...(inside.get(section) ?? []), i])
  }
  return [...members, ...[...inside.values()].map((own) => membersOf(slots, own, depth + 1))]
}

function linesOf(member: Member): number[] {
  return typeof member === 'number' ? [member] : member.flatMap(linesOf)
}

/** A fatal line without points of its own takes none: it makes the score 0 beside the sum. */
export function pointsTaken(item: ScorecardItem): number {
  return item.deduct ?? (item.fatal ? 0 : item.weight)
}

export function quotient(numerator: number, denominator: number): number {
  return denominator === 0 ? 0 : numerator / denominator
}
