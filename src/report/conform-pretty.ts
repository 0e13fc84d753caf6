import type { Conformance, ConformedVariant } from '../conformance/conform-log.ts'
import type { Move } from '../conformance/alignment.ts'
import { findDeviations } from '../conformance/deviations.ts'
import type { DeviationGroup, GroupKind } from '../conformance/explain-deviations.ts'
import { printable } from '../diagnostic/codeframe.ts'
import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import { columnsOf, padEnd, padStart, wrap } from '../draw/columns.ts'
import { textIn } from '../model/text.ts'
import type { ConformReport } from './conform-report.ts'
import type { ReportContext } from './context.ts'
import { durationRow, explainedLines, placesRow } from './explained-lines.ts'
import { count, list, percent } from './score-format.ts'

const KINDS: Readonly<Record<GroupKind, Message>> = {
  skipped: { zh: '漏做', en: 'skipped' },
  unforeseen: { zh: '多做', en: 'unforeseen' },
  outOfOrder: { zh: '顺序错', en: 'out of order' },
  repeated: { zh: '重复', en: 'repeated' },
  replaced: { zh: '被取代', en: 'replaced' },
}

/** How a move is marked where colour says the same, and where there is none. */
const MARKS = { done: '✓', skipped: '−', unforeseen: '+', outOfOrder: '⇄', repeated: '↻', replaced: '≠' } as const
type Mark = keyof typeof MARKS

/** A move as it is printed, without and with colour. */
interface Step {
  readonly plain: string
  readonly painted: string
}

const KIND_ORDER: readonly GroupKind[] = ['skipped', 'replaced', 'outOfOrder', 'repeated', 'unforeseen']

/** Columns of the names of figures. */
const LABEL = 16
const MOST_GROUPS = 15
const MOST_RANKS = 5
const MOST_NOTES = 3

/** A log against a model, for people: the figures, the variants most frequent first, the deviations in words. */
export function formatConformPretty(report: ConformReport, context: ReportContext): string {
  const { conformance, top } = report
  const { lang, palette } = context
  const zh = lang === 'zh'
  const lines = [...head(report, context), '']
  const shown = conformance.perVariant.slice(0, top)
  if (conformance.cases === 0) {
    lines.push(palette.warning(zh ? '日志中没有案例' : 'There is no case in the log'))
    return `${lines.join('\n')}\n`
  }
  lines.push(palette.strong(zh ? '变体（按次数）' : 'Variants, most frequent first'))
  lines.push(...flow(legend(context), 2, context))
  for (const [at, variant] of shown.entries()) lines.push(...describeVariant(variant, at + 1, report, context))
  const more = conformance.perVariant.length - shown.length
  if (more > 0) {
    lines.push(
      palette.dim(
        zh ? `  另有 ${count(more)} 个变体（--top 显示更多）` : `  and ${count(more)} more (--top shows more)`,
      ),
    )
  }
  if (conformance.deviations.length > 0) {
    lines.push('', palette.strong(zh ? '偏离（按案例数）' : 'Deviations, by cases'))
    lines.push(...indented(deviationsNote(conformance)[lang], 2, context, 2, palette.dim))
    for (const group of conformance.deviations.slice(0, MOST_GROUPS))
      lines.push(...describeGroup(group, report, context))
    const rest = conformance.deviations.length - MOST_GROUPS
    if (rest > 0)
      lines.push(palette.dim(zh ? `  另有 ${rest} 项，见 --format json` : `  and ${rest} more, see --format json`))
  }
  return `${lines.join('\n')}\n`
}

function head({ model, log, read, conformance }: ConformReport, context: ReportContext): string[] {
  const { lang, palette, width } = context
  const zh = lang === 'zh'
  const { cases, events, perVariant, averageFitness, logFitness, totalCost, worstCost, emptyRunCost } = conformance
  const { notEvaluated, deviations } = conformance
  const title = `${printable(log)} ${zh ? '对照' : 'against'} ${printable(model)}`
  const lines = [...indented(title, 0, context, 0, palette.strong), '']
  const put = (name: Message, value: string, note = ''): void => {
    const room = Math.max(width - LABEL, 10)
    const [first = '', ...rest] = wrap(note === '' ? value : `${value}  ${note}`, room)
    lines.push(padEnd(name[lang], LABEL) + first, ...rest.map((line) => ' '.repeat(LABEL) + line))
  }
  put(
    { zh: '日志', en: 'Log' },
    zh
      ? `${count(cases)} 个案例，${count(events)} 个事件，${count(perVariant.length)} 个变体`
      : `${many(cases, 'case', 'cases')}, ${many(events, 'event', 'events')}, ${many(perVariant.length, 'variant', 'variants')}`,
  )
  if (read.rejected > 0) {
    const first = read.rejects[0]
    put(
      { zh: '拒收', en: 'Rejected' },
      zh ? `${count(read.rejected)} 个事件` : many(read.rejected, 'event', 'events'),
      first === undefined
        ? ''
        : zh
          ? `首个在第 ${first.line} 行：${first.reason.zh}`
          : `the first in line ${first.line}: ${first.reason.en}`,
    )
  }
  if (read.leftOut > 0) {
    put(
      { zh: '并入或略去', en: 'Left out' },
      zh ? `${count(read.leftOut)} 个事件（按生命周期）` : `${many(read.leftOut, 'event', 'events')}, by lifecycle`,
    )
  }
  for (const { line, reason, occurrences } of read.notes.slice(0, MOST_NOTES)) {
    put(
      { zh: '提示', en: 'Noted' },
      reason[lang],
      zh
        ? `${count(occurrences)} 处，首处在第 ${line} 行`
        : `${many(occurrences, 'time', 'times')}, first in line ${line}`,
    )
  }
  const exact = perVariant.filter(({ cost }) => cost === 0).reduce((sum, one) => sum + one.cases, 0)
  put(
    { zh: '平均拟合度', en: 'Average fitness' },
    percent(averageFitness),
    zh
      ? `各案例拟合度的均值；${count(exact)} 个案例完全相符`
      : `mean over cases; ${many(exact, 'case fits', 'cases fit')} exactly`,
  )
  put(
    { zh: '日志拟合度', en: 'Log fitness' },
    percent(logFitness),
    logFitness === null
      ? ''
      : zh
        ? `1 − ${count(totalCost)} ÷ ${count(worstCost)}（全不相符时的代价）`
        : `1 − ${count(totalCost)} ÷ ${count(worstCost)}, the cost if nothing fitted`,
  )
  const shortest = emptyRunCost === null ? '' : count(emptyRunCost)
  put(
    { zh: '总代价', en: 'Total cost' },
    count(totalCost),
    zh
      ? `模型里没有的事件、日志里没有的环节${shortest === '' ? '' : `；模型最短路径 ${shortest}`}`
      : `events without a step, steps without an event${shortest === '' ? '' : `; cheapest run of the model ${shortest}`}`,
  )
  const kinds = KIND_ORDER.flatMap((kind) => {
    const times = deviations.reduce((sum, one) => sum + (one.kind === kind ? one.occurrences : 0), 0)
    if (times === 0) return []
    return [zh ? `${KINDS[kind].zh} ${count(times)} 次` : `${KINDS[kind].en} ${count(times)}×`]
  })
  if (kinds.length > 0) put({ zh: '偏离', en: 'Deviations' }, list(kinds, lang))
  if (notEvaluated > 0) {
    const reason = perVariant.find((one) => one.reason !== undefined)?.reason
    put(
      { zh: '未评', en: 'Not evaluated' },
      zh ? `${count(notEvaluated)} 个案例` : many(notEvaluated, 'case', 'cases'),
      reason?.[lang] ?? '',
    )
  }
  return lines
}

/** What the marks say. */
function legend({ lang, palette }: ReportContext): Step[] {
  return (Object.keys(MARKS) as Mark[]).map((mark) => {
    const plain = `${MARKS[mark]} ${mark === 'done' ? { zh: '相符', en: 'done' }[lang] : KINDS[mark][lang]}`
    return { plain, painted: palette.dim(plain) }
  })
}

/** What stands beside each deviation, said once. */
function deviationsNote({ deviations }: Conformance): Message {
  const timed = deviations.some(({ duration }) => duration !== null)
  return {
    zh: `位置：在哪个环节之后；变体：上表中的编号${timed ? '；历时：首末事件之间，只说明相伴，不说明因果' : ''}`,
    en: `where: behind which step; variants: their numbers in the list above${timed ? '; duration: from first to last event, which tells what goes together, not what causes what' : ''}`,
  }
}

function describeVariant(
  variant: ConformedVariant,
  rank: number,
  report: ConformReport,
  context: ReportContext,
): string[] {
  const { lang, palette } = context
  const zh = lang === 'zh'
  const share = report.conformance.cases === 0 ? 0 : variant.cases / report.conformance.cases
  const figures =
    variant.cost === null
      ? zh
        ? `未评（代价在 ${variant.lower ?? 0} 与 ${bound(variant.upper)} 之间）`
        : `not evaluated (cost between ${variant.lower ?? 0} and ${bound(variant.upper)})`
      : variant.cost === 0
        ? zh
          ? '完全相符'
          : 'fits exactly'
        : `${zh ? '代价' : 'cost'} ${variant.cost} · ${zh ? '拟合度' : 'fitness'} ${percent(variant.fitness)}`
  const cases = zh
    ? `${count(variant.cases)} 个案例（${percent(share)}）`
    : `${many(variant.cases, 'case', 'cases')} (${percent(share)})`
  const paint = variant.cost === null ? palette.warning : variant.cost === 0 ? palette.good : palette.strong
  const [first = '', ...rest] = indented(
    `${cases}${zh ? '· ' : ' · '}${figures}`,
    0,
    { ...context, width: context.width - 6 },
    0,
    paint,
  )
  const lines = [`${padStart(String(rank), 4)}  ${first}`, ...rest.map((line) => `      ${line}`)]
  const steps = movesAsText(variant, report, context)
  lines.push(...flow(steps, 6, context))
  for (const [at, moves] of (variant.others ?? []).slice(1).entries()) {
    lines.push(palette.dim(zh ? `      另一最优对齐 ${at + 2}` : `      another optimum, ${at + 2}`))
    lines.push(...flow(movesAsText({ ...variant, moves }, report, context), 8, context))
  }
  return lines
}

/** A number and its noun, in English. */
const many = (number: number, one: string, more: string): string => `${count(number)} ${number === 1 ? one : more}`

const bound = (upper: number | undefined): string =>
  upper === undefined || !Number.isFinite(upper) ? '∞' : String(upper)

/** The moves of a variant as words with marks; without moves its activities stand as they are. */
function movesAsText(
  { activities, moves, cost }: Pick<ConformedVariant, 'activities' | 'moves' | 'cost'>,
  report: ConformReport,
  context: ReportContext,
): Step[] {
  const nameOf = (activity: string): string => nameIn(report, activity, context.lang)
  if (moves === undefined) {
    return activities.map((activity) => {
      if (cost === 0) return stepOf('done', nameOf(activity), context)
      const plain = `· ${nameOf(activity)}`
      return { plain, painted: plain }
    })
  }
  const marks = markMoves(moves)
  return moves.map((move, at) => {
    const activity = move.type === 'model' ? report.names[move.label] : activities[move.event]
    return stepOf(marks[at] ?? 'done', nameOf(activity ?? ''), context)
  })
}

function stepOf(mark: Mark, name: string, context: ReportContext): Step {
  const plain = `${MARKS[mark]} ${name}`
  // Of what fits the mark alone is coloured: what does not shall stand out.
  const painted = mark === 'done' ? `${context.palette.good(MARKS.done)} ${name}` : paintOf(mark, context)(plain)
  return { plain, painted }
}

function paintOf(kind: GroupKind, { palette }: ReportContext): (text: string) => string {
  switch (kind) {
    case 'skipped':
    case 'replaced':
      return palette.error
    case 'unforeseen':
      return palette.warning
    case 'outOfOrder':
      return palette.info
    case 'repeated':
      return palette.name
  }
}

function markMoves(moves: readonly Move[]): Mark[] {
  const marks = moves.map((): Mark => 'done')
  for (const { kind, replaced, moves: at } of findDeviations(moves)) {
    for (const move of at) marks[move] = replaced ? 'replaced' : kind
  }
  return marks
}

/** Steps one after another, wrapped between them. */
function flow(steps: readonly Step[], indent: number, { width }: ReportContext): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const { plain, painted } of steps) {
    const columns = columnsOf(plain)
    if (used > 0 && used + 2 + columns > Math.max(width - indent, 10)) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += used === 0 ? painted : `  ${painted}`
    used += used === 0 ? columns : columns + 2
  }
  if (used > 0) lines.push(line)
  return lines.map((one) => ' '.repeat(indent) + one)
}

/** A group of deviations: what and how often; then where, in which variants, how long such cases take. */
function describeGroup(group: DeviationGroup, report: ConformReport, context: ReportContext): string[] {
  const { lang } = context
  const zh = lang === 'zh'
  const { kind, direction, cases, occurrences } = group
  const { conformance } = report
  const evaluated = conformance.cases - conformance.notEvaluated
  const way = direction === undefined ? '' : DIRECTIONS[direction][lang]
  const share = percent(evaluated === 0 ? null : cases / evaluated)
  const often =
    occurrences === cases ? '' : zh ? `，共 ${count(occurrences)} 次` : `, ${many(occurrences, 'time', 'times')} in all`
  const head = zh
    ? `${MARKS[kind]} ${KINDS[kind].zh}${way}：${nameIn(report, group.activity, lang)} · ${count(evaluated)} 个案例中 ${count(cases)} 个（${share}）${often}`
    : `${MARKS[kind]} ${KINDS[kind].en}${way}: ${nameIn(report, group.activity, lang)} · ${count(cases)} of ${many(evaluated, 'case', 'cases')} (${share})${often}`
  const named = (step: string | null): string | null => (step === null ? null : nameIn(report, step, lang))
  const duration = durationRow(group.duration, lang, CASES)
  return [
    ...indented(head, 2, context, 4, paintOf(kind, context)),
    ...explainedLines(
      [
        placesRow(
          group.places.map(({ after, instead, by, occurrences: times }) => ({
            after: named(after),
            ...(instead === undefined ? {} : { instead: named(instead) }),
            ...(by === undefined ? {} : { by: nameIn(report, by, lang) }),
            occurrences: times,
          })),
          lang,
        ),
        { name: { zh: '变体', en: 'variants' }, entries: [{ text: ranksIn(group.variants, lang) }] },
        ...(duration ? [duration] : []),
      ],
      context,
    ),
  ]
}

const DIRECTIONS: Readonly<Record<'early' | 'late', Message>> = {
  early: { zh: '（过早）', en: ', too early' },
  late: { zh: '（过晚）', en: ', too late' },
}

const CASES = {
  name: { zh: '历时', en: 'duration' },
  one: { zh: '例', en: 'case' },
  more: { zh: '例', en: 'cases' },
}

/** Variants by their numbers in the list. */
function ranksIn(ranks: readonly number[], lang: Lang): string {
  const most = ranks.slice(0, MOST_RANKS)
  const rest = ranks.length - most.length
  if (lang === 'zh') return `第 ${most.join('、')} 个${rest > 0 ? `，另有 ${count(rest)} 个` : ''}`
  return `no. ${most.join(', ')}${rest > 0 ? ` and ${count(rest)} more` : ''}`
}

/** A step or event as people know it: by its title where the model has one. */
function nameIn({ titles }: ConformReport, activity: string, lang: Lang): string {
  return printable(textIn(titles?.get(activity), lang, activity))
}

/** Lines wrapped to the width, those after the first indented further; painted as a whole. */
function indented(
  text: string,
  indent: number,
  { width }: ReportContext,
  further = indent,
  paint: (line: string) => string = (line) => line,
): string[] {
  return wrap(text, Math.max(width - further, 10)).map(
    (line, at) => ' '.repeat(at === 0 ? indent : further) + paint(line),
  )
}
