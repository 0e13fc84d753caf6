import { printable } from '../diagnostic/codeframe.ts'
import type { Deviation, Move } from '../conformance/alignment.ts'
import { columnsOf, padEnd, truncate, wrap } from '../draw/columns.ts'
import type { Lang, Place } from '../diagnostic/diagnostic.ts'
import type { LogEvent } from '../log/event.ts'
import { UNIT_LEVELS } from '../log/event.ts'
import { AXES } from '../model/map.ts'
import type { Acceptance } from '../model/acceptance.ts'
import type { RuleSpec } from '../model/rule.ts'
import { wordsOf } from '../model/rule-words.ts'
import { textIn } from '../model/text.ts'
import { deviationItem, eventsOf } from '../score/deviation-evidence.ts'
import { fingerprintOf } from '../score/fingerprint.ts'
import type { BlindInteraction, InteractionResult, ScoredInteraction, ScoredRule } from '../score/result.ts'
import type { ItemScore, ScorecardScore, SectionScore } from '../score/scorecard-score.ts'
import { unknownEventOf } from '../score/finding.ts'
import type { ReportContext } from './context.ts'
import { departureWords, failureWords, pointedAt } from './failed-list.ts'
import { logFrame, yamlFrame } from './inspect-frame.ts'
import { listenAt } from './inspect-recording.ts'
import { arithmeticLines } from './score-arithmetic.ts'
import { clock, createMomentFormat, percent, plain, points } from './score-format.ts'
import { masked } from './score-mask.ts'
import { renderTable, type TableColumn } from './score-table.ts'
import {
  acceptedWords,
  blindSpotWords,
  deviationWord,
  outcomeWord,
  placeWords,
  verdictReasonWords,
  verdictWord,
} from './score-words.ts'

export interface InspectPrettyOptions {
  /** Texts of the map's files, by the names that places carry. */
  readonly sources: ReadonlyMap<string, string>
  /** Prints what was said, unmasked. */
  readonly showText: boolean
  /** Works the score out line by line. */
  readonly arithmetic?: boolean
}

/** What `inspect` prints for people: the verdict, then event by event, what is wrong with both its sides, rules, score. */
export function formatInspectPretty(
  result: InteractionResult,
  context: ReportContext,
  options: InspectPrettyOptions,
): string {
  const blocks =
    result.kind === 'blindSpot'
      ? [[...head(result, context), ...blind(result, context)], events(result, context, options)]
      : [
          [...head(result, context), ...verdict(result, context)],
          timeline(result, context, options),
          wrongs(result, context, options),
          rules(result, context),
          score(result, context, options),
        ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function head(result: InteractionResult, { lang, palette, width }: ReportContext): string[] {
  const { interaction } = result
  const zh = lang === 'zh'
  const lines = [palette.strong(printable(interaction.id))]
  if (result.kind === 'scored') {
    const { cell, map } = result
    const names = AXES.flatMap((axis) => {
      const id = cell.at[axis]
      return id === undefined ? [] : [textIn(map.catalog.axes[axis].get(id)?.name, lang, id)]
    })
    lines.push(
      ...wrapped(
        `${names.join(' · ')} (${cell.code}) · ${zh ? '流程' : 'flow'} ${cell.row.flow} · ${zh ? '版本' : 'version'} ${map.version}`,
        width,
      ),
    )
  }
  const { moment, timeOfDay } = createMomentFormat(result.map?.timezone)
  const unit = UNIT_LEVELS.flatMap((level) => interaction.unit[level] ?? [])
  const first = interaction.events[0]?.time
  const last = interaction.events.at(-1)?.time
  const parts = [
    ...(unit.length > 0 ? [`${zh ? '坐席' : 'agent'} ${printable(unit.join(' / '))}`] : []),
    ...(first === undefined ? [] : [`${moment(first)}${last === undefined ? '' : ` – ${timeOfDay(last)}`}`]),
    ...(first !== undefined && last !== undefined && last >= first ? [clock(last - first, lang)] : []),
    endedWords(result, lang),
  ]
  lines.push(...wrapped(parts.join(' · '), width))
  return lines
}

function endedWords({ ended }: InteractionResult, lang: Lang): string {
  return {
    complete: { zh: '已结束', en: 'ended' },
    interrupted: { zh: '被中断而结束', en: 'ended by an interrupt' },
    open: { zh: '未结束', en: 'still open' },
  }[ended][lang]
}

function blind({ blindSpot, interaction }: BlindInteraction, { lang, palette, width }: ReportContext): string[] {
  const axes = AXES.flatMap((axis) => {
    const value = interaction.axes[axis]
    return value === undefined ? [] : [`${axis} ${masked(value)}`]
  })
  return [
    `${palette.warning(lang === 'zh' ? '盲点' : 'blind spot')}  ${blindSpotWords(blindSpot, lang)}`,
    ...wrapped(axes.join(' · '), width),
  ]
}

function events(result: BlindInteraction, context: ReportContext, { showText }: InspectPrettyOptions): string[] {
  const { lang, palette } = context
  const { timeOfDay } = createMomentFormat(result.map?.timezone)
  const columns: TableColumn[] = [
    { title: '#', align: 'right' },
    { title: lang === 'zh' ? '时间' : 'time' },
    { title: lang === 'zh' ? '事件' : 'event', flexible: true },
    { title: lang === 'zh' ? '日志' : 'log', paint: palette.name },
  ]
  return renderTable(
    columns,
    result.interaction.events.map((event) => [
      String(event.index),
      event.time === undefined ? '' : timeOfDay(event.time),
      eventWords(event, showText),
      `${event.place.file}:${event.place.line}`,
    ]),
    context,
  )
}

function verdict(result: ScoredInteraction, { lang, palette, width }: ReportContext): string[] {
  const zh = lang === 'zh'
  const { good, error, warning } = palette
  const paint = { pass: good, fail: error, accepted: warning, pending: warning, notEvaluated: warning }
  const { alignment, adherence } = result
  const figures = [paint[result.verdict](verdictWord(result.verdict, lang))]
  if (adherence !== null && alignment.optimal) {
    const equation = alignment.worst === 0 ? '' : ` = 1 − ${alignment.cost}/${alignment.worst}`
    figures.push(`${zh ? '依从度' : 'adherence'} ${percent(adherence / 1e6)}${equation}`)
  } else if (alignment.optimal) {
    figures.push(zh ? `依从度待定，至今代价 ${alignment.cost}` : `adherence pending, cost so far ${alignment.cost}`)
  } else figures.push(`${zh ? '依从度未评' : 'adherence not evaluated'}: ${alignment.reason[lang]}`)
  if (result.score && result.score.micros !== null)
    figures.push(`${zh ? '得分' : 'score'} ${points(result.score.micros / 1e6)}`)
  const after = result.scoreAfter?.micros ?? null
  if (after !== null && after !== result.score?.micros) {
    figures.push(zh ? `认可的不计则 ${points(after / 1e6)}` : `${points(after / 1e6)} without what is accepted`)
  }
  return [
    ...wrapVerdict(`${zh ? '结论' : 'verdict'}  ${figures.join(' · ')}`, width),
    ...(result.verdict === 'accepted'
      ? wrapped(
          zh
            ? '不合规之处均已有人认可：既不算合规，也不算不合规'
            : 'all that it fails by is accepted: it counts neither as compliant nor as not',
          width,
        )
      : []),
    ...result.because.flatMap((reason) => wrapped(`- ${verdictReasonWords(reason, lang)}`, width)),
  ]
}

/** Colours are not counted: what they mark stands at the beginning of the first line. */
function wrapVerdict(text: string, width: number): string[] {
  return columnsOf(text) <= width ? [text] : wrap(text, width).map((line, at) => (at === 0 ? line : `  ${line}`))
}

function timeline(result: ScoredInteraction, context: ReportContext, { showText }: InspectPrettyOptions): string[] {
  if (!result.alignment.optimal) return []
  const { lang, palette } = context
  const zh = lang === 'zh'
  // The step is what a reader looks for: in a narrow terminal its place stands with it and the role gives way.
  const narrow = context.width < 120
  const { timeOfDay } = createMomentFormat(result.map.timezone)
  const notes = notesByMove(result, lang)
  const moves = result.alignment.moves
  const flowFile = only(
    moves.flatMap((move) => ('label' in move ? (result.flow.labels[move.label]?.place.file ?? []) : [])),
  )
  const logFile = only(result.interaction.events.map((event) => event.place.file))
  const rows = moves.map((move, at) => {
    const event = 'event' in move ? result.interaction.events[move.event] : undefined
    const deviation = result.deviations.find((each) => each.moves.includes(at))
    const index = 'label' in move ? move.label : deviation?.label
    const label = index === undefined ? undefined : result.flow.labels[index]
    const name = label?.kind === 'step' ? label.step.name : label?.kind === 'decision' ? label.name : undefined
    const title = label === undefined ? '' : textIn(name, lang, label.id)
    const step = narrow || label === undefined ? title : titled(title, label.id)
    const note = notes.get(at)?.words ?? []
    const words = [step, moveWords(result, move, deviation, lang), ...note].filter((part) => part !== '')
    const listen = event && listenAt(result.interaction, event, result.map.catalog)
    const place = label === undefined ? '' : shortPlace(label.place, flowFile)
    return {
      mark: deviation || notes.get(at)?.wrong ? '✗' : markOf(move),
      cells: [
        event === undefined ? '' : String(event.index),
        event?.time === undefined ? '' : timeOfDay(event.time),
        event === undefined ? '' : eventWords(event, showText, narrow),
        [...words, ...(narrow && place !== '' ? [place] : [])].join(' · '),
        ...(narrow ? [] : [place]),
        event === undefined
          ? ''
          : logFile === undefined
            ? `${event.place.file}:${event.place.line}`
            : `:${event.place.line}`,
        listen?.offset === undefined ? '' : clock(listen.offset, lang),
      ],
    }
  })
  const recordings = new Set(
    result.interaction.events.flatMap(
      (event) => listenAt(result.interaction, event, result.map.catalog)?.recording ?? [],
    ),
  )
  const paintMark = (mark: string) =>
    mark === '✗' ? palette.error(mark) : mark === '✓' ? palette.good(mark) : palette.dim(mark)
  const columns: TableColumn[] = [
    { title: '', paint: paintMark },
    { title: '#', align: 'right' },
    { title: zh ? '时间' : 'time' },
    { title: zh ? '事件' : 'event' },
    { title: zh ? '环节' : 'step', flexible: true, wrap: true },
    ...(narrow ? [] : [{ title: zh ? '流程' : 'flow', paint: palette.name }]),
    { title: zh ? '日志' : 'log', paint: palette.name },
    ...(recordings.size > 0 ? [{ title: zh ? '录音' : 'listen' }] : []),
  ]
  const legend = [
    ...(flowFile === undefined ? [] : [`${zh ? '流程' : 'flow'} ${flowFile}`]),
    ...(logFile === undefined ? [] : [`${zh ? '日志' : 'log'} ${logFile}`]),
    ...(recordings.size > 0 ? [`${zh ? '录音' : 'recording'} ${[...recordings].map(printable).join(', ')}`] : []),
  ]
  return [
    palette.strong(zh ? '逐个事件' : 'Event by event'),
    ...wrapped(legend.join(' · '), context.width).map((line) => palette.dim(line)),
    ...renderTable(
      columns,
      rows.map(({ mark, cells }) => [mark, ...cells]),
      context,
    ),
  ]
}

function titled(title: string, id: string): string {
  return title === id ? id : `${title} ${id}`
}

function markOf(move: Move): string {
  if (move.type === 'sync') return '✓'
  return move.type === 'model' && move.satisfiedBy !== undefined ? '○' : '·'
}

function moveWords(result: ScoredInteraction, move: Move, deviation: Deviation | undefined, lang: Lang): string {
  const zh = lang === 'zh'
  if (deviation) {
    const other = deviation.moves.length > 1 && move.type === 'model'
    const words = deviationWord(deviation, lang)
    if (deviation.label === undefined) return `${words}: ${masked(unknownEventOf(result, deviation) ?? '')}`
    if (other) return zh ? `${words}，本应在此` : `${words}, its place is here`
    return deviation.replaced === true ? `${words}${zh ? '，被取代' : ', replaced'}` : words
  }
  if (move.type === 'model' && move.satisfiedBy !== undefined) {
    const index = result.interaction.events[move.satisfiedBy]?.index ?? 0
    return zh ? `已知（事件 ${index}）` : `already known (event ${index})`
  }
  if (move.type === 'ambient') return zh ? '背景事件' : 'ambient'
  if (move.type === 'offer') return zh ? '话语' : 'talk'
  return ''
}

type Notes = Map<number, { words: string[]; wrong: boolean }>

/** What the rules say of a move: at the events that show the outcome, else at the step the rule is about. */
function notesByMove(result: ScoredInteraction, lang: Lang): Notes {
  const notes: Notes = new Map()
  if (!result.alignment.optimal) return notes
  const { moves } = result.alignment
  for (const scored of result.rules) {
    const word = noteWord(scored, lang)
    if (word === '') continue
    const [first] = pointedAt(scored)
    const shown = moves.flatMap((move, at) =>
      first !== undefined && 'event' in move && result.interaction.events[move.event] === first ? [at] : [],
    )
    const step = stepOf(scored.rule.spec)
    const about = moves.flatMap((move, at) =>
      'label' in move && result.flow.labels[move.label]?.id === step ? [at] : [],
    )
    for (const at of (shown.length > 0 ? shown : about).slice(0, 1)) {
      const note = notes.get(at) ?? { words: [], wrong: false }
      if (!note.words.includes(word)) note.words.push(word)
      notes.set(at, { words: note.words, wrong: note.wrong || scored.outcome === 'fail' })
    }
  }
  return notes
}

function noteWord({ rule, outcome }: ScoredRule, lang: Lang): string {
  if (outcome === 'pass') return rule.spec.kind === 'says' ? { zh: '已说', en: 'said' }[lang] : ''
  if (outcome !== 'fail') return ''
  return wordsOf(rule.spec).failed[lang]
}

function stepOf(spec: RuleSpec): string | undefined {
  const target = wordsOf(spec).about(spec)
  return target?.kind === 'step' ? target.step : undefined
}

/** What is told of a failed item beside its place and its events. */
interface Told {
  readonly fingerprint: string
  readonly accepted: Acceptance | undefined
}

function wrongs(result: ScoredInteraction, context: ReportContext, options: InspectPrettyOptions): string[] {
  const { lang, palette } = context
  const zh = lang === 'zh'
  const lines: string[] = []
  const show = (
    title: string,
    place: Place | undefined,
    { shown, after, fingerprint, accepted }: ReturnType<typeof eventsOf> & Told,
  ) => {
    const seen = shown.length > 0 ? shown : after ? [after] : []
    lines.push('', `${accepted === undefined ? palette.error('✗') : palette.warning('✗')} ${title}`)
    if (accepted !== undefined) {
      const words = wrap(acceptedWords(accepted, lang), context.width - 14)
      const label = zh ? '认可' : 'accepted'
      words.forEach((line, at) => {
        lines.push(`  ${palette.warning(at === 0 ? label : ' '.repeat(columnsOf(label)))}  ${line}`)
      })
    }
    if (place) {
      const { line, column } = place.range.start
      lines.push(`  ${palette.dim(zh ? '要求' : 'asked for')}  ${palette.name(`${place.file}:${line}:${column}`)}`)
      lines.push(...yamlFrame(options.sources.get(place.file), place, context))
    }
    const [first] = seen
    if (first) look(first, shown, seen)
    lines.push(`  ${palette.dim(zh ? '指纹' : 'fingerprint')}  ${fingerprint}`)
  }
  const look = (first: LogEvent, shown: readonly LogEvent[], seen: readonly LogEvent[]): void => {
    const label = shown.length > 0 ? (zh ? '所见' : 'seen') : zh ? '其后应有' : 'expected after'
    lines.push(`  ${palette.dim(label)}  ${palette.name(`${first.place.file}:${first.place.line}`)}`)
    lines.push(...logFrame(result, seen, context, options.showText))
    const listen = listenAt(result.interaction, first, result.map.catalog)
    if (listen) {
      const at = listen.offset === undefined ? '' : ` ${clock(listen.offset, lang)}`
      lines.push(`  ${palette.dim(zh ? '可听' : 'listen')}  ${printable(listen.recording)}${at}`)
    }
  }
  for (const [at, deviation] of result.deviations.entries()) {
    const label = deviation.label === undefined ? undefined : result.flow.labels[deviation.label]
    show(departureWords(result, deviation, lang), label?.place, {
      ...eventsOf(result, deviation),
      fingerprint: fingerprintOf(result, deviationItem(result, deviation)),
      accepted: result.acceptedDeviations?.get(at),
    })
  }
  for (const scored of result.rules) {
    const { rule, outcome, reason, accepted } = scored
    if (outcome !== 'fail') continue
    const title = `${rule.id} · ${failureWords({ rule, reason }, lang)}`
    const [first = '', ...rest] = wrap(title, context.width - 2)
    show([first, ...rest.map((line) => `  ${line}`)].join('\n'), rule.place, {
      shown: pointedAt(scored),
      fingerprint: fingerprintOf(result, scored),
      accepted,
    })
  }
  return lines.length === 0 ? [] : [palette.strong(zh ? '哪里不对' : 'What is wrong'), ...lines.slice(1)]
}

function rules(result: ScoredInteraction, context: ReportContext): string[] {
  if (result.rules.length === 0) return []
  const { lang, palette } = context
  const zh = lang === 'zh'
  const paint = {
    pass: palette.good,
    fail: palette.error,
    notApplicable: palette.dim,
    pending: palette.warning,
    notEvaluated: palette.warning,
  }
  const marks = { pass: '✓', fail: '✗', notApplicable: '–', pending: '…', notEvaluated: '?' }
  const outcomes = result.rules.map(({ outcome, accepted }) =>
    accepted === undefined ? outcomeWord(outcome, lang) : { zh: '认可', en: 'accepted' }[lang],
  )
  const column = Math.max(...outcomes.map(columnsOf))
  const lines = [palette.strong(zh ? '规则' : 'Rules')]
  for (const [i, { rule, outcome, reason, accepted }] of result.rules.entries()) {
    const coloured = accepted === undefined ? paint[outcome] : palette.warning
    const critical = rule.critical ? (zh ? '（关键）' : ' (critical)') : ''
    const text = `${rule.id}${critical}  ${masked(reason()[lang])}`
    const [first = '', ...rest] = wrap(text, Math.max(30, context.width - column - 6))
    lines.push(`  ${coloured(`${marks[outcome]} ${padEnd(outcomes[i] ?? '', column)}`)}  ${first}`)
    for (const line of rest) lines.push(`${' '.repeat(column + 6)}${line}`)
  }
  return lines
}

function score(
  { score }: ScoredInteraction,
  context: ReportContext,
  { arithmetic = false }: InspectPrettyOptions,
): string[] {
  if (!score) return []
  const { lang, palette } = context
  const zh = lang === 'zh'
  const deduct = score.mode === 'deduct'
  const columns: TableColumn[] = [
    { title: zh ? '项目' : 'item', flexible: true },
    { title: zh ? '结果' : 'outcome' },
    { title: deduct ? (zh ? '分值' : 'points') : zh ? '权重' : 'weight', align: 'right' },
    ...(deduct ? [] : [{ title: zh ? '计入' : 'applied', align: 'right' as const }]),
    { title: deduct ? (zh ? '扣分' : 'deducted') : zh ? '得' : 'earned', align: 'right' },
  ]
  return [
    palette.strong(zh ? '得分' : 'Score'),
    ...renderTable(
      columns,
      score.sections.flatMap((section) => sectionRows(section, '', deduct, lang)),
      context,
    ),
    ...wrapped(sumWords(score, lang), context.width),
    ...(arithmetic
      ? [
          '',
          palette.strong(zh ? '算法' : 'Arithmetic'),
          ...arithmeticLines(score, lang).flatMap((line) => wrapped(line, context.width)),
        ]
      : []),
  ]
}

function sectionRows(section: SectionScore, indent: string, deduct: boolean, lang: Lang): string[][] {
  const zh = lang === 'zh'
  const marks = [...(section.bonus ? [zh ? '加分' : 'bonus'] : []), ...(section.fatal ? [zh ? '计 0' : 'made 0'] : [])]
  return [
    [
      `${indent}${textIn(section.name, lang, section.id)}${marked(marks, lang)}`,
      '',
      deduct ? '' : plain(section.weight),
      ...(deduct ? [] : [plain(section.appliedWeight)]),
      deduct ? '' : plain(section.earned),
    ],
    ...section.items.map((item) => itemRow(item, `${indent}  `, deduct, lang)),
    ...section.sections.flatMap((inner) => sectionRows(inner, `${indent}  `, deduct, lang)),
  ]
}

function itemRow(item: ItemScore, indent: string, deduct: boolean, lang: Lang): string[] {
  const zh = lang === 'zh'
  const marks = [
    ...(item.fatal ? [zh ? '一票否决' : 'fatal'] : []),
    ...(item.critical ? [zh ? '关键' : 'critical'] : []),
    ...(item.bonus ? [zh ? '加分' : 'bonus'] : []),
  ]
  const all = zh ? '全部' : 'all'
  const whole = deduct && item.fatal && (item.made0?.kind ?? 'whole') === 'whole'
  const title = item.title === undefined ? item.rules.join(' + ') || (item.id ?? '') : textIn(item.title, lang, '')
  return [
    `${indent}${title}${marked(marks, lang)}`,
    answerWords(item, lang),
    whole ? all : plain(item.weight),
    ...(deduct ? [] : [plain(item.appliedWeight)]),
    deduct && !item.bonus ? (whole && item.outcome === 'fail' ? all : plain(item.deducted)) : plain(item.earned),
  ]
}

function marked(marks: readonly string[], lang: Lang): string {
  if (marks.length === 0) return ''
  return lang === 'zh' ? `（${marks.join('，')}）` : ` (${marks.join(', ')})`
}

/** The outcome; of an item with points or a number also the answer and what it earned. */
function answerWords({ outcome, answer, points: got, taken, credit }: ItemScore, lang: Lang): string {
  if (credit === null || answer === undefined || typeof answer === 'boolean') return outcomeWord(outcome, lang)
  const said = typeof answer === 'number' ? plain(answer) : answer
  if (got) return `${said} (${plain(got.earned)}/${plain(got.most)})`
  return taken === undefined ? said : `${said} ×`
}

function sumWords(score: ScorecardScore, lang: Lang): string {
  const zh = lang === 'zh'
  const share =
    score.evaluatedMicros === null
      ? ''
      : zh
        ? `；已评占适用权重 ${percent(score.evaluatedMicros / 1e6)}`
        : `; ${percent(score.evaluatedMicros / 1e6)} of the applicable weight evaluated`
  if (score.rawMicros === null || score.micros === null) {
    const state = score.state === 'evaluated' ? '' : outcomeWord(score.state, lang)
    const least =
      score.evaluatedMicros === null
        ? ''
        : zh
          ? `，至少须评 ${percent(score.minEvaluated)}`
          : `, at least ${percent(score.minEvaluated)} is needed`
    return `${zh ? '得分' : 'score'} ${state}${share}${least}`
  }
  const raw = points(score.rawMicros / 1e6)
  const value = points(score.micros / 1e6)
  if (!score.fatal && score.micros !== score.rawMicros) {
    return zh
      ? `分组一票否决前 ${raw}，后 ${value}${share}`
      : `${raw} before, ${value} after a section was made 0${share}`
  }
  if (score.fatal)
    return zh ? `一票否决前 ${raw}，一票否决后 0${share}` : `${raw} before, 0 after a fatal item failed${share}`
  return `${zh ? '得分' : 'score'} ${raw}${share}`
}

function eventWords(event: LogEvent, showText: boolean, brief = false): string {
  const role = brief || event.role === undefined ? '' : ` (${masked(event.role)})`
  const text = showText && event.text !== undefined ? ` “${printable(event.text)}”` : ''
  return truncate(`${masked(event.event)}${role}${text}`, showText ? 60 : 32)
}

/** The one value that all are, if there is just one. */
function only(values: readonly string[]): string | undefined {
  return new Set(values).size === 1 ? values[0] : undefined
}

function shortPlace(place: Place, file: string | undefined): string {
  return file === undefined ? placeWords(place) : `:${place.range.start.line}`
}

function wrapped(text: string, width: number): string[] {
  return text === '' ? [] : wrap(text, width - 2).map((line) => `  ${line}`)
}
