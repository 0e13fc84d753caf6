import type { Outcome } from '../compliance/rule-kind.ts'
import type { Message } from '../diagnostic/diagnostic.ts'
import type { Value } from '../log/event.ts'
import type { Cel } from '../model/map.ts'
import {
  type AnswerCondition,
  type AnswerForm,
  type FatalScope,
  type Scorecard,
  type ScorecardItem,
  type ScorecardSection,
} from '../model/scorecard.ts'
import { layOut, type Slot } from './scorecard-weights.ts'

/** What an item comes to before weights: decided (pass or fail) with a share of its points, or why it is not. */
export interface ItemAnswer {
  readonly outcome: Outcome
  /** Share of the item's points, 0 to 1; 0 where nothing is decided. */
  readonly credit: number
  /** The answer as the card knows it: the option chosen, the number measured, yes or no. Never free text. */
  readonly answer?: string | number | boolean
  /** Points of the option or band, and the most there are. */
  readonly points?: { readonly earned: number; readonly most: number }
  /** Points taken one by one (`each`), before any limit. */
  readonly taken?: number
  /** What this answer makes 0. */
  readonly fatal?: FatalScope
  /** Why it was not decided, for answers that are not from rules. */
  readonly reason?: Message
}

/** The value of an expression over the interaction; `absent` is a field of a step that was not done. */
export type Computed =
  { readonly value: boolean | number | string } | { readonly unknown: Message } | { readonly absent: true }

/** What items are answered from. Only rules are always there. */
export interface AnswerContext {
  /** A rule that is none of the interaction's is not applicable. */
  readonly outcomes: ReadonlyMap<string, Outcome>
  /** Milliseconds that a rule measured. */
  readonly measured?: (rule: string) => number | undefined
  /** An attribute of the interaction; undefined where the log does not give it. */
  readonly attribute?: (name: string) => Value | undefined
  readonly compute?: (cel: Cel) => Computed
  /** In millionths; null while pending or where it is not evaluated. */
  readonly adherence?: number | null
  readonly handlingMs?: number | undefined
  /** The interaction has not ended: what is missing may still come. */
  readonly open?: boolean
}

const NOT_APPLICABLE: ItemAnswer = { outcome: 'notApplicable', credit: 0 }
const PASS: ItemAnswer = { outcome: 'pass', credit: 1 }
const WHOLE: FatalScope = { kind: 'whole' }

/** Answers every item of a card. Conditions on other answers are followed; a card that was loaded has no circle of them. */
export function answerItems(card: Scorecard, context: AnswerContext): ReadonlyMap<ScorecardItem, ItemAnswer> {
  const all = layOut(card)
  let byId: ReadonlyMap<string, Slot> | undefined
  const answers = new Map<ScorecardItem, ItemAnswer>()
  const answer = ({ item, sections }: Slot): ItemAnswer => {
    const known = answers.get(item)
    if (known !== undefined) return known
    // Stands while the conditions are followed, so that a circle would end.
    answers.set(item, NOT_APPLICABLE)
    const found = notAsked(item, sections, context, (id) => {
      byId ??= new Map(all.flatMap((slot) => (slot.item.id === undefined ? [] : [[slot.item.id, slot] as const])))
      const other = byId.get(id)
      return other && answer(other)
    })
    const given = found ?? answerItem(item, context)
    answers.set(item, given)
    return given
  }
  for (const each of all) answer(each)
  return answers
}

type Asked = 'yes' | 'no' | 'pending' | 'notEvaluated'

/** The answer of an item that its conditions, or those of its sections, leave out; undefined when it is asked. */
function notAsked(
  item: ScorecardItem,
  sections: readonly ScorecardSection[],
  context: AnswerContext,
  answerOf: (id: string) => ItemAnswer | undefined,
): ItemAnswer | undefined {
  for (const { applies, when } of [...sections, item]) {
    if (applies !== undefined) {
      const result = context.compute?.(applies) ?? { unknown: NO_DATA }
      if ('unknown' in result) return undecided(context, result.unknown)
      if ('absent' in result) return context.open ? undecided(context, NO_DATA) : NOT_APPLICABLE
      if (result.value !== true) return NOT_APPLICABLE
    }
    if (when !== undefined) {
      const asked = isAsked(when, answerOf)
      if (asked === 'no') return NOT_APPLICABLE
      if (asked !== 'yes') return { outcome: asked, credit: 0, reason: OPEN_CONDITION }
    }
  }
  return undefined
}

function isAsked(when: AnswerCondition, answerOf: (id: string) => ItemAnswer | undefined): Asked {
  if ('of' in when) {
    const parts = when.of.map((part) => isAsked(part, answerOf))
    const decisive = when.kind === 'all' ? 'no' : 'yes'
    const found = parts.includes(decisive)
    if (!found && parts.includes('pending')) return 'pending'
    if (!found && parts.includes('notEvaluated')) return 'notEvaluated'
    return (when.kind === 'any' ? found : !found) ? 'yes' : 'no'
  }
  const given = answerOf(when.item)
  if (given === undefined) return 'no'
  if (given.outcome === 'pending' || given.outcome === 'notEvaluated') return given.outcome
  if (given.outcome === 'notApplicable') {
    return when.kind === 'is' && when.values.some((value) => isNotApplicable(value)) ? 'yes' : 'no'
  }
  const answer = given.answer ?? given.outcome === 'pass'
  if (when.kind === 'between') {
    const number = numberFrom(answer)
    const holds = number !== undefined && number >= (when.min ?? -Infinity) && number <= (when.max ?? Infinity)
    return holds ? 'yes' : 'no'
  }
  return when.values.some((value) => isSame(value, answer)) ? 'yes' : 'no'
}

function isSame(wanted: string | number | boolean, answer: string | number | boolean): boolean {
  if (typeof answer === 'boolean') return yesNo(wanted) === answer
  return String(wanted).trim() === String(answer).trim()
}

function answerItem(item: ScorecardItem, context: AnswerContext): ItemAnswer {
  if (item.source === undefined) return closeAnswer(item, byRules(item.rules, context.outcomes))
  const found = find(item.source, context)
  if ('outcome' in found) return found
  return closeAnswer(item, judge(item, found.value))
}

/** A line of several rules passes when all applicable ones do; a failure decides at once. */
function byRules(rules: readonly string[], outcomes: ReadonlyMap<string, Outcome>): ItemAnswer {
  let outcome: Outcome = 'notApplicable'
  for (const rule of rules) {
    const next = outcomes.get(rule) ?? 'notApplicable'
    if (GRAVITY[next] > GRAVITY[outcome]) outcome = next
  }
  return outcome === 'pass' ? PASS : { outcome, credit: 0 }
}

const GRAVITY: Readonly<Record<Outcome, number>> = { notApplicable: 0, pass: 1, notEvaluated: 2, pending: 3, fail: 4 }

function find(
  source: NonNullable<ScorecardItem['source']>,
  context: AnswerContext,
): ItemAnswer | { readonly value: Value } {
  switch (source.kind) {
    case 'attribute': {
      const value = context.attribute?.(source.name)
      if (value === undefined || value === null) {
        const attribute = source.name
        return undecided(context, {
          zh: `记录中没有 \`${attribute}\``,
          en: `the log does not give \`${attribute}\``,
        })
      }
      return isNotApplicable(value) ? NOT_APPLICABLE : { value }
    }
    case 'value': {
      const result = context.compute?.(source.value) ?? { unknown: NO_DATA }
      if ('absent' in result) return context.open ? undecided(context, NO_DATA) : NOT_APPLICABLE
      if ('unknown' in result) return undecided(context, result.unknown)
      if (context.open) return undecided(context, NO_DATA)
      const { value } = result
      if (source.inSeconds === true && typeof value === 'number') return { value: value / 1000 }
      return isNotApplicable(value) ? NOT_APPLICABLE : { value }
    }
    case 'measure': {
      const ms = context.handlingMs
      const value = source.measure === 'adherence' ? (context.adherence ?? null) : ms === undefined ? null : ms * 1000
      return value === null ? undecided(context, NO_DATA) : { value: value / 1e6 }
    }
    case 'measured': {
      const outcome = context.outcomes.get(source.rule) ?? 'notApplicable'
      const ms = context.measured?.(source.rule)
      if (outcome === 'notApplicable') return NOT_APPLICABLE
      if (outcome === 'pending') return { outcome, credit: 0 }
      return ms === undefined ? { outcome: 'notEvaluated', credit: 0, reason: NO_DATA } : { value: ms / 1000 }
    }
  }
}

function undecided({ open }: AnswerContext, reason: Message): ItemAnswer {
  return { outcome: open === true ? 'pending' : 'notEvaluated', credit: 0, reason }
}

function judge({ form, weight, deduct }: ScorecardItem, value: Value): ItemAnswer {
  if (form === undefined) {
    const yes = yesNo(value)
    if (yes === undefined) return { outcome: 'notEvaluated', credit: 0, reason: NEITHER }
    return { outcome: yes ? 'pass' : 'fail', credit: yes ? 1 : 0, answer: yes }
  }
  if (form.kind === 'choice') return choose(form, value)
  const number = numberFrom(value)
  if (number === undefined) return { outcome: 'notEvaluated', credit: 0, reason: NO_NUMBER }
  switch (form.kind) {
    case 'bands': {
      const band = form.bands.find(({ min, max }) => number >= (min ?? -Infinity) && number <= (max ?? Infinity))
      if (band === undefined) return { outcome: 'notEvaluated', credit: 0, answer: number, reason: NO_BAND }
      return { ...earned(band.points, form.most, band.fatal), answer: number }
    }
    case 'scale': {
      if (number < form.min || number > form.max) {
        return { outcome: 'notEvaluated', credit: 0, answer: number, reason: OFF_SCALE }
      }
      return { ...earned(number - form.min, form.max - form.min), answer: number }
    }
    case 'each': {
      const taken = Math.max(0, number) * form.points
      const most = deduct ?? weight
      const credit = most === 0 ? (taken === 0 ? 1 : 0) : Math.max(0, 1 - taken / most)
      return { outcome: taken > 0 ? 'fail' : 'pass', credit, answer: number, taken }
    }
  }
}

function choose(form: Extract<AnswerForm, { kind: 'choice' }>, value: Value): ItemAnswer {
  const text = typeof value === 'object' ? '' : String(value).trim()
  const option = form.options.find(({ is }) => String(is).trim() === text)
  if (option === undefined) return { outcome: 'notEvaluated', credit: 0, reason: NO_OPTION }
  if (option.points === undefined) return { ...NOT_APPLICABLE, answer: option.is }
  return { ...earned(option.points, form.most, option.fatal), answer: option.is }
}

function earned(points: number, most: number, fatal?: FatalScope): ItemAnswer {
  const credit = most === 0 ? 0 : points / most
  return { outcome: 'pass', credit, points: { earned: points, most }, ...(fatal === undefined ? {} : { fatal }) }
}

/** Passed or failed by its credit, and what a failure makes 0. */
function closeAnswer(item: ScorecardItem, answer: ItemAnswer): ItemAnswer {
  if (answer.outcome !== 'pass' && answer.outcome !== 'fail') return answer
  const failed = answer.outcome === 'fail' || answer.credit <= 0 || answer.credit < (item.passes ?? 0)
  const outcome = failed || answer.fatal !== undefined ? 'fail' : 'pass'
  const fatal = answer.fatal ?? (failed && item.fatal ? (item.fatalScope ?? WHOLE) : undefined)
  return { ...answer, outcome, ...(fatal === undefined ? {} : { fatal }) }
}

const YES = new Set(['yes', 'y', 'true', 'pass', '1', '是', '有', '通过', '合格'])
const NO = new Set(['no', 'n', 'false', 'fail', '0', '否', '无', '不通过', '不合格'])
const NA = new Set(['na', 'n/a', 'n.a.', 'not applicable', 'not-applicable', 'notapplicable', '不适用'])

/** Whether a value says “not applicable”. */
export function isNotApplicable(value: Value): boolean {
  return typeof value === 'string' && NA.has(value.trim().toLowerCase())
}

function yesNo(value: Value): boolean | undefined {
  if (typeof value === 'object') return undefined
  const word = String(value).trim().toLowerCase()
  return YES.has(word) ? true : NO.has(word) ? false : undefined
}

function numberFrom(value: Value): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || !/^[+-]?\d{1,15}(\.\d{1,15})?$/.test(value.trim())) return undefined
  return Number(value)
}

const NO_DATA: Message = { zh: '日志中缺少作答所需的数据', en: 'the log lacks the data to answer it' }
const NEITHER: Message = { zh: '答案既不是“是”也不是“否”', en: 'the answer is neither yes nor no' }
const NO_NUMBER: Message = { zh: '答案不是数', en: 'the answer is no number' }
const NO_BAND: Message = { zh: '数值不在任何一档之内', en: 'the value is in none of the bands' }
const OFF_SCALE: Message = { zh: '数值超出量表', en: 'the value is off the scale' }
const NO_OPTION: Message = { zh: '答案不在选项之中', en: 'the answer is none of the options' }
const OPEN_CONDITION: Message = {
  zh: '是否要问，取决于尚未得出的答案',
  en: 'whether it is asked depends on an answer that is not known',
}
