import type { ConformedVariant } from '../conformance/conform-log.ts'
import type { Move } from '../conformance/alignment.ts'
import { findDeviations } from '../conformance/deviations.ts'
import type { DeviationGroup, DeviationPlace, GroupKind } from '../conformance/explain-deviations.ts'
import { printable } from '../diagnostic/codeframe.ts'
import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import { columnsOf, padEnd, padStart, wrap } from '../draw/columns.ts'
import type { ConformReport } from './conform-report.ts'
import type { ReportContext } from './context.ts'
import { clock, count, percent } from './score-format.ts'

const KINDS: Readonly<Record<GroupKind, Message>> = {
  skipped: { zh: '漏做', en: 'skipped' },
  unforeseen: { zh: '多做', en: 'unforeseen' },
  outOfOrder: { zh: '顺序错', en: 'out of order' },
  repeated: { zh: '重复', en: 'repeated' },
  replaced: { zh: '以别的环节代替', en: 'replaced' },
}

/** How a move is marked where colour says the same, and where there is none. */
const MARKS = { done: '✓', skipped: '−', unforeseen: '+', outOfOrder: '⇄', repeated: '↻' } as const
type Mark = keyof typeof MARKS

/** Columns of the names of figures. */
const LABEL = 16
const MOST_GROUPS = 15
const MOST_PLACES = 2
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
  lines.push(...indented(legend(context), 2, context, 2, palette.dim))
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
    for (const group of conformance.deviations.slice(0, MOST_GROUPS))
      lines.push(...describeGroup(group, report, context))
    const rest = conformance.deviations.length - MOST_GROUPS
    if (rest > 0)
      lines.push(
        palette.dim(zh ? `  另有 ${rest} 种偏离，见 --format json` : `  and ${rest} more kinds, see --format json`),
      )
  }
  return `${lines.join('\n')}\n`
}

function head({ model, log, read, conformance }: ConformReport, context: ReportContext): string[] {
  const { lang, palette, width } = context
  const zh = lang === 'zh'
  const { cases, events, perVariant, averageFitness, logFitness, totalCost, emptyRunCost, notEvaluated } = conformance
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
    zh ? `${count(exact)} 个案例完全相符` : `${many(exact, 'case fits', 'cases fit')} exactly`,
  )
  put({ zh: '日志拟合度', en: 'Log fitness' }, percent(logFitness))
  put(
    { zh: '总代价', en: 'Total cost' },
    count(totalCost),
    emptyRunCost === null ? '' : zh ? `模型最短路径 ${emptyRunCost}` : `cheapest run of the model ${emptyRunCost}`,
  )
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

function legend({ lang }: ReportContext): string {
  const words: Readonly<Record<Mark, Message>> = {
    done: { zh: '相符', en: 'done' },
    skipped: KINDS.skipped,
    unforeseen: KINDS.unforeseen,
    outOfOrder: KINDS.outOfOrder,
    repeated: KINDS.repeated,
  }
  return (Object.keys(MARKS) as Mark[]).map((mark) => `${MARKS[mark]} ${words[mark][lang]}`).join('  ')
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
  const [first = '', ...rest] = indented(`${cases} · ${figures}`, 0, { ...context, width: context.width - 6 }, 0, paint)
  const lines = [`${padStart(String(rank), 4)}  ${first}`, ...rest.map((line) => `      ${line}`)]
  const steps = movesAsText(variant, report.names, context)
  lines.push(...flow(steps, 6, context))
  for (const [at, moves] of (variant.others ?? []).slice(1).entries()) {
    lines.push(palette.dim(zh ? `      另一最优对齐 ${at + 2}` : `      another optimum, ${at + 2}`))
    lines.push(...flow(movesAsText({ ...variant, moves }, report.names, context), 8, context))
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
  names: readonly string[],
  { palette }: ReportContext,
): { readonly plain: string; readonly painted: string }[] {
  if (moves === undefined) {
    return activities.map((name) => {
      const plain = `${cost === 0 ? MARKS.done : '·'} ${printable(name)}`
      return { plain, painted: cost === 0 ? `${palette.good(MARKS.done)}${plain.slice(1)}` : plain }
    })
  }
  const marks = markMoves(moves)
  return moves.map((move, at) => {
    const name = printable(move.type === 'model' ? (names[move.label] ?? '') : (activities[move.event] ?? ''))
    const mark = marks[at] ?? 'done'
    const plain = `${MARKS[mark]} ${name}`
    const paint =
      mark === 'skipped'
        ? palette.error
        : mark === 'unforeseen'
          ? palette.warning
          : mark === 'outOfOrder'
            ? palette.info
            : mark === 'repeated'
              ? palette.name
              : undefined
    return { plain, painted: paint ? paint(plain) : `${palette.good(MARKS.done)}${plain.slice(1)}` }
  })
}

function markMoves(moves: readonly Move[]): Mark[] {
  const marks = moves.map((): Mark => 'done')
  for (const { kind, moves: at } of findDeviations(moves)) for (const move of at) marks[move] = kind
  return marks
}

/** Steps one after another, wrapped between them. */
function flow(
  steps: readonly { readonly plain: string; readonly painted: string }[],
  indent: number,
  { width }: ReportContext,
): string[] {
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

function describeGroup(group: DeviationGroup, { conformance }: ConformReport, context: ReportContext): string[] {
  const { lang, palette } = context
  const zh = lang === 'zh'
  const early = group.direction === 'early'
  const kind = `${KINDS[group.kind][lang]}${
    group.direction === undefined ? '' : zh ? `（${early ? '过早' : '过晚'}）` : early ? ', too early' : ', too late'
  }`
  const share = conformance.cases === 0 ? 0 : group.cases / conformance.cases
  const variants = group.variants
    .slice(0, 5)
    .map((rank) => String(rank))
    .join(zh ? '、' : ', ')
  const long = group.variants.length > 5
  const lines = indented(
    `${kind}${zh ? '：' : ': '}${printable(group.activity)}  ${
      zh
        ? `${count(group.cases)} 个案例（${percent(share)}），${count(group.occurrences)} 次；变体 ${variants}${long ? ` 等 ${group.variants.length} 个` : ''}`
        : `${many(group.cases, 'case', 'cases')} (${percent(share)}), ${many(group.occurrences, 'time', 'times')}; ${group.variants.length === 1 ? 'variant' : 'variants'} ${variants}${long ? ` and ${group.variants.length - 5} more` : ''}`
    }`,
    2,
    context,
    4,
    palette.strong,
  )
  for (const place of group.places.slice(0, MOST_PLACES)) {
    lines.push(
      ...indented(`${placeWords(group, place, lang)}${zh ? '：' : ': '}${count(place.occurrences)}`, 4, context, 6),
    )
  }
  const effect = group.duration
  if (effect && effect.with.cases > 0 && effect.without.cases > 0) {
    const { with: inside, without: outside } = effect
    lines.push(
      ...indented(
        zh
          ? `历时中位数：有此偏离 ${clock(inside.median, lang)}，无 ${clock(outside.median, lang)}；平均 ${clock(inside.mean, lang)} 与 ${clock(outside.mean, lang)}`
          : `median duration with it ${clock(inside.median, lang)}, without ${clock(outside.median, lang)}; mean ${clock(inside.mean, lang)} and ${clock(outside.mean, lang)}`,
        4,
        context,
        6,
        palette.dim,
      ),
    )
  }
  return lines
}

function placeWords({ kind }: DeviationGroup, { after, instead, by }: DeviationPlace, lang: Lang): string {
  const zh = lang === 'zh'
  const at = (step: string | null | undefined): string =>
    step === null || step === undefined
      ? zh
        ? '开头'
        : 'the beginning'
      : zh
        ? `“${printable(step)}”之后`
        : `after “${printable(step)}”`
  const where = after === null && !zh ? 'at the beginning' : zh ? `在${at(after)}` : at(after)
  if (kind === 'outOfOrder') {
    return zh
      ? `做于${at(after)}，应在${at(instead)}`
      : `done ${after === null ? 'at the beginning' : at(after)}, belongs ${instead === null ? 'at the beginning' : at(instead)}`
  }
  if (kind === 'replaced' && by)
    return zh ? `${where}，代之以“${printable(by)}”` : `${where}, replaced by “${printable(by)}”`
  return where
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
