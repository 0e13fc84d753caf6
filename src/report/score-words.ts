import type { Outcome } from '../compliance/rule-kind.ts'
import type { DeviationKind } from '../conformance/alignment.ts'
import { printable } from '../diagnostic/codeframe.ts'
import type { Lang, Message, Place } from '../diagnostic/diagnostic.ts'
import type { UnitLevel } from '../log/event.ts'
import { AXIS_WORDS } from '../model/axis-words.ts'
import type { Acceptance } from '../model/acceptance.ts'
import type { Proof, RoleRef } from '../model/flow.ts'
import { formatDuration } from '../model/format-duration.ts'
import { type Lexicon, titleOfLexicon } from '../model/lexicon.ts'
import type { Duration } from '../model/map.ts'
import type { Known, Rule, Target } from '../model/rule.ts'
import { type Naming, wordsOf } from '../model/rule-words.ts'
import { textIn } from '../model/text.ts'
import type { AcceptanceState } from '../score/acceptances.ts'
import type { DeviationEffect } from '../score/deviation-effect.ts'
import type { BlindSpot } from '../score/touchpoint.ts'
import type { Verdict, VerdictReason } from '../score/verdict.ts'
import { durationRow, type ExplainedRow, placesRow } from './explained-lines.ts'
import { count, list, percent, points } from './score-format.ts'
import { masked } from './score-mask.ts'

/** The terms of contracts.md. */
const DEVIATIONS: Readonly<Record<DeviationKind, Message>> = {
  skipped: { zh: '漏做', en: 'skipped' },
  unforeseen: { zh: '多做', en: 'unforeseen' },
  outOfOrder: { zh: '顺序错', en: 'out of order' },
  repeated: { zh: '重复', en: 'repeated' },
}

const OUTCOMES: Readonly<Record<Outcome, Message>> = {
  pass: { zh: '通过', en: 'pass' },
  fail: { zh: '不通过', en: 'fail' },
  notApplicable: { zh: '不适用', en: 'not applicable' },
  pending: { zh: '待定', en: 'pending' },
  notEvaluated: { zh: '未评', en: 'not evaluated' },
}

const VERDICTS: Readonly<Record<Verdict, Message>> = {
  pass: { zh: '合规', en: 'compliant' },
  fail: { zh: '不合规', en: 'not compliant' },
  accepted: { zh: '认可', en: 'accepted' },
  pending: { zh: '待定', en: 'pending' },
  notEvaluated: { zh: '未评', en: 'not evaluated' },
}

const BLIND_SPOTS: Readonly<Record<BlindSpot['reason'], Message>> = {
  noMapInForce: { zh: '当时没有生效的流程地图', en: 'no map in force at its time' },
  noTime: { zh: '没有时间，无法确定适用哪一版流程地图', en: 'no time, so no version of the map can be told' },
  ambiguousAxis: { zh: '同一次交互中取值不一', en: 'two values within one interaction' },
  unknownValue: { zh: '流程地图中没有这个取值', en: 'a value the map does not know' },
  missingAxis: { zh: '日志未记录，不止一个接触点与之相符', en: 'not in the log, and several touchpoints would fit' },
  notOffered: { zh: '流程地图声明此处不办理', en: 'declared as not offered' },
  undeclaredCell: { zh: '流程地图在此处是盲点', en: 'a blind spot of the map' },
}

export const LEVEL_WORDS: Readonly<Record<UnitLevel, Message>> = {
  site: { zh: '站点', en: 'site' },
  team: { zh: '班组', en: 'team' },
  shift: { zh: '班次', en: 'shift' },
  agent: { zh: '坐席', en: 'agent' },
}

const FIELDS: ReadonlyMap<string, Message> = new Map(
  Object.entries<Message>({
    ...AXIS_WORDS,
    ...LEVEL_WORDS,
    touchpoint: { zh: '接触点', en: 'touchpoint' },
    flow: { zh: '流程', en: 'flow' },
    version: { zh: '版本', en: 'version' },
    verdict: { zh: '结论', en: 'verdict' },
    month: { zh: '月', en: 'month' },
    week: { zh: '周', en: 'week' },
    day: { zh: '日', en: 'day' },
  }),
)

/** What a field of `--by` is called; an attribute of the log by its own name. */
export const fieldWord = (field: string, lang: Lang): string => FIELDS.get(field)?.[lang] ?? field

export const outcomeWord = (outcome: Outcome, lang: Lang): string => OUTCOMES[outcome][lang]

export const verdictWord = (verdict: Verdict, lang: Lang): string => VERDICTS[verdict][lang]

/** `skipped`, `out of order: too early`. */
export function deviationWord(
  { kind, direction }: { readonly kind: DeviationKind; readonly direction?: 'early' | 'late' },
  lang: Lang,
): string {
  const word = DEVIATIONS[kind][lang]
  if (direction === undefined) return word
  if (lang === 'zh') return `${word}（${direction === 'early' ? '过早' : '过晚'}）`
  return `${word}, ${direction === 'early' ? 'too early' : 'too late'}`
}

/** Where a deviation stands, in how many ways of going through the flow, and how long such contacts take. */
export function effectRows({ places, variants, duration, names }: DeviationEffect, lang: Lang): ExplainedRow[] {
  const zh = lang === 'zh'
  const named = (step: string | null): string | null => (step === null ? null : textIn(names.get(step), lang, step))
  const time = durationRow(duration, lang, CONTACTS)
  return [
    placesRow(
      places.map(({ after, instead, by, occurrences }) => ({
        after: named(after),
        ...(instead === undefined ? {} : { instead: named(instead) }),
        ...(by === undefined ? {} : { by: masked(by) }),
        occurrences,
      })),
      lang,
    ),
    {
      name: { zh: '变体', en: 'variants' },
      entries: variants.slice(0, 1).map(({ interactions, example }) => {
        const such = printable(example)
        const ways = variants.length
        const often =
          ways === 1
            ? { zh: '', en: '' }
            : interactions === 1
              ? { zh: '，各 1 次', en: ', once each' }
              : { zh: `，最常见的一种 ${count(interactions)} 次`, en: `, the most frequent ${count(interactions)}×` }
        return {
          text: zh
            ? `${count(ways)} 种走法${often.zh}，如 ${such}`
            : `${count(ways)} ${ways === 1 ? 'way' : 'ways'} through the flow${often.en}, such as ${such}`,
        }
      }),
    },
    ...(time ? [time] : []),
  ]
}

const CONTACTS = {
  name: { zh: '时长', en: 'time' },
  one: { zh: '次', en: 'contact' },
  more: { zh: '次', en: 'contacts' },
}

const STATES: Readonly<Record<AcceptanceState, Message>> = {
  inForce: { zh: '有效', en: 'in force' },
  expired: { zh: '已过期', en: 'expired' },
  notYet: { zh: '尚未生效', en: 'not yet in force' },
  undated: { zh: '日志没有时间，不适用', en: 'not applied: the log has no times' },
}

export const stateWord = (state: AcceptanceState, lang: Lang): string => STATES[state][lang]

/** `maintenance: the line was down (Quality, Ms Wang, until 2026-07-31)`. */
export function acceptedWords({ id, owner, because, until }: Acceptance, lang: Lang): string {
  const [who, why] = [textIn(owner, lang, ''), textIn(because, lang, '')]
  return lang === 'zh' ? `${id}：${why}（${who}，至 ${until}）` : `${id}: ${why} (${who}, until ${until})`
}

/** Why an interaction is in no cell, with the axes that are in doubt. */
export function blindSpotWords({ reason, axes }: BlindSpot, lang: Lang): string {
  const words = BLIND_SPOTS[reason][lang]
  if (axes.length === 0) return words
  const names = list(
    axes.map((axis) => AXIS_WORDS[axis][lang]),
    lang,
  )
  return lang === 'zh' ? `${names}：${words}` : `${names}: ${words}`
}

/** One reason of a verdict, as a sentence. */
export function verdictReasonWords(reason: VerdictReason, lang: Lang): string {
  const zh = lang === 'zh'
  if (reason.kind === 'rule') {
    const rule = ruleWords(reason.rule, lang)
    return zh
      ? `关键规则 ${reason.rule.id}（${rule}）${OUTCOMES[reason.state].zh}`
      : `critical rule ${reason.rule.id} (${rule}): ${OUTCOMES[reason.state].en}`
  }
  const what = reason.kind === 'adherence' ? (zh ? '依从度' : 'adherence') : zh ? '得分' : 'score'
  if (!('limit' in reason)) return zh ? `${what}${OUTCOMES[reason.state].zh}` : `${what} ${OUTCOMES[reason.state].en}`
  const format =
    reason.kind === 'adherence' ? (micros: number) => percent(micros / 1e6) : (micros: number) => points(micros / 1e6)
  const limit = format(reason.limit)
  const aside = reason.aside === true ? { zh: '（认可的不计）', en: ' (without what is accepted)' }[lang] : ''
  if (reason.state !== 'fail') {
    return zh
      ? `${what}${OUTCOMES[reason.state].zh}，要求至少 ${limit}`
      : `${what} ${OUTCOMES[reason.state].en}, at least ${limit} is asked for`
  }
  if (reason.micros === null) {
    return zh ? `${what}已不可能达到要求的 ${limit}` : `${what} can no longer reach the ${limit} asked for`
  }
  const value = format(reason.micros)
  return zh ? `${what} ${value}${aside}，低于要求的 ${limit}` : `${what} ${value}${aside}, below the ${limit} asked for`
}

/** A rule in words: its title, else what its kind asks. */
export function ruleWords(rule: Rule, lang: Lang): string {
  return rule.title === undefined ? describe(rule, lang) : textIn(rule.title, lang, rule.id)
}

function describe({ spec, speaker }: Rule, lang: Lang): string {
  return wordsOf(spec).asks(spec, namingIn(lang), rolesOf(speaker, lang))[lang]
}

function namingIn(lang: Lang): Naming {
  return {
    target: (of) => target(of, lang),
    lexicon: (of) => lexicon(of, lang),
    roles: (of) => rolesOf(of, lang),
    duration: (of) => limitWords(of, lang),
    known: (of) => known(of, lang),
    list: (names) => list(names, lang),
  }
}

function target(where: Target, lang: Lang): string {
  return where.kind === 'step' ? textIn(where.name, lang, where.step) : proof(where.proof, lang)
}

function limitWords(limit: Duration, lang: Lang): string {
  if (limit.kind === 'ms') return formatDuration(limit.ms, lang)
  if (lang === 'zh' && limit.kind === 'rings') return `${limit.count} 声振铃`
  if (lang === 'zh' && limit.kind === 'workdays') return `${limit.count} 个工作日`
  return limit.text
}

function proof(shown: Proof, lang: Lang): string {
  if (shown.kind === 'any') return shown.proofs.map((each) => proof(each, lang)).join(' / ')
  return shown.event ?? (shown.says ? lexicon(shown.says, lang) : (shown.where?.source ?? '*'))
}

function known(what: Known, lang: Lang): string {
  if (what.kind === 'attribute') return what.name
  if (what.kind === 'proof') return proof(what.proof, lang)
  const parts = what.of.map((part) => known(part, lang))
  return what.kind === 'all' ? list(parts, lang) : parts.join(lang === 'zh' ? ' 或 ' : ' or ')
}

function lexicon(named: Lexicon, lang: Lang): string {
  const { title, isQuoted } = titleOfLexicon(named, lang)
  return isQuoted ? `“${title}”` : title
}

function rolesOf(roles: readonly RoleRef[], lang: Lang): string {
  return roles
    .map(({ role, andAbove }) => (andAbove ? (lang === 'zh' ? `${role} 及以上` : `${role} or above`) : role))
    .join(lang === 'zh' ? ' 或 ' : ' or ')
}

/** `flows/plan.yaml:12`. */
export function placeWords(place: Place): string {
  return `${place.file}:${place.range.start.line}`
}
