import { printable } from '../diagnostic/codeframe.ts'
import type { Deviation } from '../conformance/alignment.ts'
import type { Lang } from '../diagnostic/diagnostic.ts'
import type { LogEvent } from '../log/event.ts'
import type { Acceptance } from '../model/acceptance.ts'
import { textIn } from '../model/text.ts'
import type { InteractionResult, ScoredInteraction, ScoredRule } from '../score/result.ts'
import { type ItemScore, itemScoresOf } from '../score/scorecard-score.ts'
import { deviationItem, eventsOf } from '../score/deviation-evidence.ts'
import { unknownEventOf } from '../score/finding.ts'
import { type FingerprintItem, fingerprintOf } from '../score/fingerprint.ts'
import { ADHERENCE } from '../score/verdict.ts'
import { listenAt } from './inspect-recording.ts'
import { CSV_MARK, csvRecord } from './csv-text.ts'
import { clock, list, plain } from './score-format.ts'
import { masked } from './score-mask.ts'
import { acceptedWords, deviationWord, verdictReasonWords } from './score-words.ts'

const HEADINGS: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['交互', '坐席', '规则', '原因', '扣分', '证据', '录音', '录音位置', '出处', '版本', '指纹', '认可'],
  // prettier-ignore
  en: [
    'interaction', 'agent', 'rule', 'reason', 'points deducted', 'evidence', 'recording', 'offset',
    'asked for at', 'version', 'fingerprint', 'accepted',
  ],
}

const MOST_EVIDENCE = 5

/** The head of the list: the mark of UTF-8 and the headings. */
export function failedListHead(lang: Lang): string {
  return CSV_MARK + csvRecord(HEADINGS[lang])
}

/**
 * The rows of one interaction: none unless its verdict is fail; else one for each departure from the flow (rule
 * `adherence`) and each failed rule, at least one. CSV by RFC 4180; no text of customers, numbers of persons masked.
 */
export function failedListRows(result: InteractionResult, lang: Lang): string {
  if (result.kind === 'blindSpot' || result.verdict !== 'fail') return ''
  const rows = [...deviationRows(result, lang), ...ruleRows(result, lang)]
  if (rows.length === 0) {
    const reason = result.because.map((each) => verdictReasonWords(each, lang)).join('; ')
    rows.push([
      result.because[0]?.kind ?? '',
      reason,
      '',
      '',
      ...place(result, undefined, lang),
      '',
      result.map.version,
      '',
      '',
    ])
  }
  const head = [printable(result.interaction.id), printable(result.interaction.unit.agent ?? '')]
  return rows.map((row) => csvRecord([...head, ...row])).join('')
}

function deviationRows(result: ScoredInteraction, lang: Lang): string[][] {
  return result.deviations.map((deviation, at) => {
    const { shown, after } = eventsOf(result, deviation)
    const evidence =
      shown.length > 0
        ? evidenceWords(shown)
        : after
          ? `${lang === 'zh' ? '其后' : 'after'} ${evidenceWords([after])}`
          : ''
    const item = deviationItem(result, deviation)
    return [
      ADHERENCE,
      departureWords(result, deviation, lang),
      '',
      evidence,
      ...place(result, shown[0] ?? after, lang),
      ...origin(result, item, result.acceptedDeviations?.get(at), lang),
    ]
  })
}

/** What was departed from, in words: `skipped: verify (核实身份)`. */
export function departureWords(result: ScoredInteraction, deviation: Deviation, lang: Lang): string {
  const label = deviation.label === undefined ? undefined : result.flow.labels[deviation.label]
  const name = label?.kind === 'step' ? label.step.name : label?.kind === 'decision' ? label.name : undefined
  const id = label?.id ?? masked(unknownEventOf(result, deviation) ?? '')
  const title = textIn(name, lang, id)
  const what = title === id ? id : `${title} (${id})`
  const replaced =
    deviation.replaced === true ? (lang === 'zh' ? '，被流程外的操作取代' : ', replaced by something else') : ''
  return `${deviationWord(deviation, lang)}: ${what}${replaced}`
}

function ruleRows(result: ScoredInteraction, lang: Lang): string[][] {
  const items = result.score ? itemScoresOf(result.score) : []
  const charged = new Set<ItemScore>()
  return result.rules.flatMap((scored) => {
    const { rule, outcome, reason, evidence, accepted } = scored
    if (outcome !== 'fail') return []
    const taken = items.filter((item) => item.rules.includes(rule.id) && item.outcome === 'fail' && !charged.has(item))
    for (const item of taken) charged.add(item)
    const deducted = taken.reduce((total, item) => total + (item.made0?.kind === 'whole' ? 100 : item.deducted), 0)
    const events = pointedAt({ rule, evidence })
    return [
      [
        rule.id,
        failureWords({ rule, reason }, lang),
        taken.length === 0 ? '' : plain(Math.min(deducted, 100)),
        evidenceWords(events.slice(0, MOST_EVIDENCE), spansOf(evidence)) + (events.length > MOST_EVIDENCE ? '; …' : ''),
        ...place(result, events[0], lang),
        ...origin(result, scored, accepted, lang),
      ],
    ]
  })
}

/** A failed rule in words: its title where it has one, and why. */
export function failureWords({ rule, reason }: Pick<ScoredRule, 'rule' | 'reason'>, lang: Lang): string {
  const why = masked(reason()[lang])
  return rule.title === undefined ? why : `${textIn(rule.title, lang, rule.id)}: ${why}`
}

/** The events that show an outcome, the one to look at first: of a time limit the late one, else the first. */
export function pointedAt({ rule, evidence }: Pick<ScoredRule, 'rule' | 'evidence'>): LogEvent[] {
  const events = evidence.map(({ event }) => event)
  return rule.spec.kind === 'within' ? events.reverse() : events
}

type Spans = ReadonlyMap<LogEvent, NonNullable<ScoredRule['evidence'][number]['span']>>

function spansOf(evidence: ScoredRule['evidence']): Spans {
  return new Map(evidence.flatMap(({ event, span }) => (span === undefined ? [] : [[event, span] as const])))
}

/** Lines of the log; of what was said also which characters, counted from 0. */
function evidenceWords(events: readonly LogEvent[], spans: Spans = new Map()): string {
  return list(
    events.map((event) => {
      const span = spans.get(event)
      const characters = span === undefined ? '' : ` [${span.from}–${span.to}]`
      return `${event.place.file}:${event.place.line} ${masked(event.event)}${characters}`
    }),
    'en',
  )
}

/** The line of the map that asks, the version, the fingerprint, and who accepts it. */
function origin(
  result: ScoredInteraction,
  item: FingerprintItem,
  accepted: Acceptance | undefined,
  lang: Lang,
): [source: string, version: string, fingerprint: string, accepted: string] {
  const { file, range } = item.rule.place
  return [
    `${file}:${range.start.line}:${range.start.column}`,
    result.map.version,
    fingerprintOf(result, item),
    accepted === undefined ? '' : acceptedWords(accepted, lang),
  ]
}

function place(
  result: ScoredInteraction,
  event: LogEvent | undefined,
  lang: Lang,
): [recording: string, offset: string] {
  const listen = listenAt(result.interaction, event, result.map.catalog)
  return [printable(listen?.recording ?? ''), listen?.offset === undefined ? '' : clock(listen.offset, lang)]
}
