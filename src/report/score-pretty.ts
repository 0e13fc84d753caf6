import type { Lang, Message, Place } from '../diagnostic/diagnostic.ts'
import { printable } from '../diagnostic/codeframe.ts'
import { columnsOf, wrap } from '../draw/columns.ts'
import type { Outcome } from '../compliance/rule-kind.ts'
import { AXES, type AxisName, type Catalog } from '../model/map.ts'
import { textIn } from '../model/text.ts'
import type { Figures } from '../score/figures.ts'
import type { ScoreSummary, TouchpointSummary } from '../score/summary.ts'
import type { DeviationTally, RuleTally } from '../score/tally.ts'
import type { ThresholdResult } from '../score/thresholds.ts'
import type { ReportContext } from './context.ts'
import { explainedLines } from './explained-lines.ts'
import { clock, count, createMomentFormat, list, percent, plain, points } from './score-format.ts'
import { masked } from './score-mask.ts'
import { errorFreeBlock, groupsBlock, measuresBlocks, metricsBlock } from './score-measures.ts'
import { renderTable, type TableColumn } from './score-table.ts'
import {
  acceptedWords,
  blindSpotWords,
  deviationWord,
  effectRows,
  placeWords,
  ruleWords,
  stateWord,
} from './score-words.ts'

export interface ScorePrettyOptions {
  /** Names of the axes' values, of the current version of the map. */
  readonly catalog: Pick<Catalog, 'axes'>
  /** The map's folder as people may open it, '' for the working directory. */
  readonly folder: string
  /** Prints the four measures also where there is neither a benchmark nor a review. */
  readonly measures?: boolean
}

const MOST_LINES = 10
const WIDE = 110
/** From so many columns on there is room for places in a column of their own. */
const ROOMY = 96
/** Digits of a hash that are shown: enough to tell one from another. */
const HASH = 12

/** What `score` prints for people: what was read, how it stands overall, by touchpoint and by unit, and why. */
export function formatScorePretty(summary: ScoreSummary, context: ReportContext, options: ScorePrettyOptions): string {
  const some = hasAccepted(summary)
  const blocks = [
    head(summary, context, options),
    read(summary, context),
    overall(summary, context),
    errorFreeBlock(summary, context),
    ...(isMeasured(summary, options) ? measuresBlocks(summary, context) : []),
    metricsBlock(summary, context),
    versions(summary, context),
    touchpoints(summary, context, options),
    units(summary, context),
    groupsBlock(summary, context, {
      columns: measureColumns(context, some),
      cells: (figures) => measures(figures, some, context.lang),
    }),
    deviations(summary, context),
    rules(summary, context),
    targets(summary, context),
    acceptedBlock(summary, context),
    blindSpots(summary, context),
    unknownEvents(summary, context),
    thresholds(summary, context),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** Whether tables need a column for what was accepted. */
function hasAccepted({ overall: figures }: ScoreSummary): boolean {
  return figures.withAccepted > 0
}

function isMeasured({ benchmarks, measures }: ScoreSummary, options: ScorePrettyOptions): boolean {
  return options.measures === true || benchmarks.length > 0 || measures.fieldUse !== undefined
}

/**
 * What to try next, for people at a terminal; '' when nothing failed. It names where the log was read from and is
 * therefore no part of the report, which is the same from a store as from the logs.
 */
export function formatNextStep(
  { worst }: ScoreSummary,
  { lang, palette }: ReportContext,
  inspectCommand: (interaction: string) => string,
): string {
  if (worst === undefined) return ''
  const title =
    lang === 'zh'
      ? heading('接下来', '打开一次不合规的交互，看偏离在哪里：', palette)
      : heading('Next', 'open an interaction that failed and see where it departs:', palette)
  return `\n${title}\n  ${palette.name(inspectCommand(worst))}\n`
}

function head(
  { map, asOf, versions, log }: ScoreSummary,
  { lang, palette, width, version: touchmap }: ReportContext,
  { folder }: ScorePrettyOptions,
): string[] {
  const used = versions.length > 0 ? versions.map(({ version }) => version) : map.versions.map(({ version }) => version)
  const when =
    asOf === undefined
      ? { zh: '日志没有时间', en: 'the log has no times' }[lang]
      : { zh: '截至 ', en: 'as of ' }[lang] +
        `${createMomentFormat(map.timezone).moment(asOf)} ${map.timezone ?? 'UTC'}`
  const title = `${map.id} ${used.join(' + ')}`
  const rest = [folder, when].filter((part) => part !== '').join(' · ')
  const [file, ...others] = log.files
  const basis = [
    ...map.versions.map(
      ({ version, hash }) =>
        `${lang === 'zh' ? '地图' : 'map'} ${map.versions.length > 1 ? `${version} ` : ''}${hash.slice(0, HASH)}`,
    ),
    ...(file && others.length === 0 ? [`${lang === 'zh' ? '日志' : 'log'} ${file.hash.slice(0, HASH)}`] : []),
    `touchmap ${touchmap}`,
  ]
  return [
    ...(columnsOf(title) + columnsOf(rest) + 3 <= width
      ? [`${palette.strong(title)} · ${rest}`]
      : [palette.strong(title), ...wrap(rest, width - 2).map((line) => `  ${line}`)]),
    ...wrap(basis.join(' · '), width - 2).map((line) => `  ${palette.dim(line)}`),
  ]
}

function read({ log, interactions, events }: ScoreSummary, { lang, palette, width }: ReportContext): string[] {
  const zh = lang === 'zh'
  const sum = (part: Pick<ScoreSummary['log'], 'read' | 'kept' | 'duplicates' | 'rejected'>) => {
    const rejected = `${count(part.rejected)}${zh ? ' 拒收' : ' rejected'}`
    const equation = `= ${count(part.kept)}${zh ? ' 保留' : ' kept'} + ${count(part.duplicates)}${zh ? ' 重复' : ' duplicates'} + `
    return `${count(part.read)}${zh ? ' 行 ' : ' rows '}${equation}${part.rejected > 0 ? palette.warning(rejected) : rejected}`
  }
  const lines = [heading(zh ? '读入' : 'Read', sum(log), palette)]
  if (log.files.length > 1) {
    for (const file of log.files) lines.push(`  ${file.path}  ${sum(file)}  ${palette.dim(file.hash.slice(0, HASH))}`)
  }
  for (const { file, line, reason } of log.rejects.slice(0, MOST_LINES)) {
    lines.push(...item(`${file}:${line}`, masked(reason[lang]), width, palette.name))
  }
  if (log.rejects.length > MOST_LINES) lines.push(more(log.rejects.length - MOST_LINES, lang))
  for (const { file, line, reason, occurrences } of log.notes.slice(0, MOST_LINES)) {
    lines.push(
      ...item(
        `${file}:${line}`,
        `${masked(reason[lang])}${occurrences > 1 ? ` (${occurrences}×)` : ''}`,
        width,
        palette.dim,
      ),
    )
  }
  if (log.notes.length > MOST_LINES) lines.push(more(log.notes.length - MOST_LINES, lang))
  const { total, scored, open, notEvaluated, blindSpots } = interactions
  lines.push(
    heading(
      zh ? '交互' : 'Interactions',
      zh
        ? `${count(total)} = ${count(scored)} 已评 + ${count(open)} 未结束 + ${count(notEvaluated)} 未评 + ${count(blindSpots)} 盲点`
        : `${count(total)} = ${count(scored)} scored + ${count(open)} open + ${count(notEvaluated)} not evaluated + ${count(blindSpots)} in blind spots`,
      palette,
    ),
  )
  if (events.after > 0) {
    lines.push(
      zh
        ? `  截止时间之后的 ${count(events.after)} 个事件视为尚未发生（其中 ${count(events.interactionsAfter)} 次交互尚未开始）`
        : `  ${count(events.after)} events after the as-of time are treated as not yet there (${count(events.interactionsAfter)} interactions had not begun)`,
    )
  }
  return lines
}

function overall({ overall: figures }: ScoreSummary, context: ReportContext): string[] {
  const { lang, palette } = context
  const zh = lang === 'zh'
  const { adherence, compliance, score, handlingTime } = figures
  const rows: [string, string, string][] = [
    [
      zh ? '依从度' : 'adherence',
      percent(adherence.mean),
      zh
        ? `${count(adherence.evaluated)} 次中 ${count(adherence.perfect)} 次完全依从；${share(adherence.interrupted, adherence.evaluated)} 被中断`
        : `${count(adherence.perfect)} of ${count(adherence.evaluated)} exactly; ${share(adherence.interrupted, adherence.evaluated)} interrupted`,
    ],
    [zh ? '合规率' : 'compliance rate', percent(compliance.rate), complianceWords(compliance, lang)],
  ]
  if (score.evaluated > 0) {
    rows.push([
      zh ? '得分' : 'score',
      points(score.mean),
      (zh ? `${count(score.evaluated)} 次有分` : `over ${count(score.evaluated)}`) +
        (score.after === undefined || score.after === score.mean
          ? ''
          : zh
            ? `；认可的不计则 ${points(score.after)}`
            : `; ${points(score.after)} without what is accepted`),
    ])
  }
  if (handlingTime.evaluated > 0) {
    rows.push([
      zh ? '处理时长' : 'handling time',
      clock(handlingTime.mean, lang),
      zh
        ? `均值；中位数 ${clock(handlingTime.median, lang)}，90% 不超过 ${clock(handlingTime.p90, lang)}，最长 ${clock(handlingTime.max, lang)}`
        : `mean; median ${clock(handlingTime.median, lang)}, 90% within ${clock(handlingTime.p90, lang)}, longest ${clock(handlingTime.max, lang)}`,
    ])
  }
  const labelWidth = Math.max(...rows.map(([label]) => columnsOf(label)))
  const valueWidth = Math.max(...rows.map(([, value]) => columnsOf(value)))
  const lines = [palette.strong(zh ? '总体' : 'Overall')]
  for (const [label, value, words] of rows) {
    const space = ' '.repeat(labelWidth - columnsOf(label) + 2 + valueWidth - columnsOf(value))
    const rest = wrap(words, Math.max(20, context.width - labelWidth - valueWidth - 6))
    lines.push(`  ${label}${space}${palette.strong(value)}  ${rest[0] ?? ''}`)
    for (const line of rest.slice(1)) lines.push(' '.repeat(labelWidth + valueWidth + 6) + line)
  }
  return lines
}

function complianceWords(compliance: Figures['compliance'], lang: ReportContext['lang']): string {
  const { pass, fail, accepted, strict, pending, notEvaluated, interval, bounds, small } = compliance
  const zh = lang === 'zh'
  const parts: string[] = []
  if (interval) parts.push(`${zh ? '95% 区间 ' : '95% interval '}${span(interval)}`)
  parts.push(zh ? `${count(pass)} 合规，${count(fail)} 不合规` : `${count(pass)} pass, ${count(fail)} fail`)
  if (accepted > 0) {
    parts.push(
      zh
        ? `${count(accepted)} 认可（不计入；若计为不合规则 ${percent(strict ?? null)}）`
        : `${count(accepted)} accepted, left out (${percent(strict ?? null)} if they failed)`,
    )
  }
  if (pending > 0) parts.push(zh ? `${count(pending)} 待定` : `${count(pending)} pending`)
  if (notEvaluated > 0) parts.push(zh ? `${count(notEvaluated)} 未评` : `${count(notEvaluated)} not evaluated`)
  if (bounds) {
    parts.push(
      zh ? `未决者全部不合规或全部合规时为 ${span(bounds)}` : `${span(bounds)} if all undecided failed or passed`,
    )
  }
  if (small) parts.push(zh ? '样本不足 30' : 'fewer than 30 judged')
  return parts.join(zh ? '；' : '; ')
}

function versions(summary: ScoreSummary, context: ReportContext): string[] {
  if (summary.versions.length < 2) return []
  const { lang, palette } = context
  const some = hasAccepted(summary)
  const rows = summary.versions.map(({ version, figures }) => [version, ...measures(figures, some, lang)])
  return [
    palette.strong(lang === 'zh' ? '按版本' : 'By version of the map'),
    ...renderTable([{ title: lang === 'zh' ? '版本' : 'version' }, ...measureColumns(context, some)], rows, context),
  ]
}

function touchpoints(summary: ScoreSummary, context: ReportContext, { catalog }: ScorePrettyOptions): string[] {
  const { lang, palette, width } = context
  if (summary.touchpoints.length === 0) return []
  const zh = lang === 'zh'
  const several = summary.versions.length > 1
  const some = hasAccepted(summary)
  const rows = [...summary.touchpoints, ...summary.acrossVersions]
    .map((row, at) => ({ row, at }))
    .sort((a, b) => (a.row.code < b.row.code ? -1 : a.row.code > b.row.code ? 1 : a.at - b.at))
    .map(({ row }) => row)
  const columns: TableColumn[] = [
    { title: zh ? '接触点' : 'touchpoint', paint: (cell) => palette.name(cell) },
    { title: zh ? '业务 · 渠道 · 品牌' : 'business · channel · brand', flexible: true },
  ]
  if (several) columns.push({ title: zh ? '版本' : 'version' })
  if (width >= WIDE) columns.push({ title: zh ? '流程' : 'flow' })
  return [
    palette.strong(zh ? '按接触点' : 'By touchpoint'),
    ...renderTable(
      [...columns, ...measureColumns(context, some)],
      rows.map((row) => [
        row.code,
        nameOf(row, catalog, lang),
        ...(several ? [row.version] : []),
        ...(width >= WIDE ? [row.flow] : []),
        ...measures(row.figures, some, lang),
      ]),
      context,
    ),
    ...smallNote(
      rows.map((row) => row.figures),
      context,
    ),
  ]
}

function units(summary: ScoreSummary, context: ReportContext): string[] {
  const { units } = summary
  const some = hasAccepted(summary)
  if (!units.some(({ unit }) => unit.length > 0)) return []
  const { lang, palette } = context
  const zh = lang === 'zh'
  const rows = units.map(({ unit, figures }) => [
    unit.length === 0 ? (zh ? '（未记录）' : '(not recorded)') : printable(unit.join(' / ')),
    ...measures(figures, some, context.lang),
  ])
  return [
    palette.strong(zh ? '按坐席' : 'By agent'),
    ...renderTable(
      [{ title: zh ? '组织 / 坐席' : 'unit / agent', flexible: true }, ...measureColumns(context, some)],
      rows,
      context,
    ),
    ...smallNote(
      units.map(({ figures }) => figures),
      context,
    ),
  ]
}

function measureColumns({ lang }: ReportContext, some: boolean): TableColumn[] {
  const zh = lang === 'zh'
  return [
    { title: zh ? '交互' : 'n', align: 'right' },
    { title: zh ? '依从度' : 'adherence', align: 'right' },
    { title: zh ? '合规率 [95%]' : 'compliance [95%]', align: 'right' },
    ...(some ? [{ title: zh ? '认可' : 'accepted', align: 'right' as const }] : []),
    { title: zh ? '得分' : 'score', align: 'right' },
    { title: zh ? '时长' : 'time', align: 'right' },
  ]
}

function measures(
  { interactions, adherence, compliance, score, handlingTime }: Figures,
  some: boolean,
  lang: Lang,
): string[] {
  const { rate, interval, small } = compliance
  return [
    count(interactions),
    percent(adherence.mean),
    `${percent(rate)}${interval ? ` [${span(interval)}]` : ''}${small ? '*' : ' '}`,
    ...(some ? [count(compliance.accepted)] : []),
    points(score.mean),
    clock(handlingTime.median, lang),
  ]
}

function smallNote(figures: readonly Figures[], { lang, palette, width }: ReportContext): string[] {
  const zh = lang === 'zh'
  const parts = [zh ? '时长为中位数' : 'time is the median']
  if (figures.some(({ compliance }) => compliance.small)) {
    parts.unshift(zh ? '* 判定合规与否的交互不足 30 次' : '* fewer than 30 judged')
  }
  const bounded = figures.filter(({ compliance }) => compliance.bounds).length
  if (bounded > 0) {
    parts.push(
      zh
        ? `其中 ${bounded} 行的待定与未评超过 5%（上下界见 JSON）`
        : `in ${bounded} ${bounded === 1 ? 'row' : 'rows'} over 5% are undecided (bounds in the JSON)`,
    )
  }
  return wrap(parts.join(zh ? '；' : '; '), width - 2).map((line) => `  ${palette.dim(line)}`)
}

function deviations({ deviations }: ScoreSummary, context: ReportContext): string[] {
  if (deviations.length === 0) return []
  const { lang, palette } = context
  const zh = lang === 'zh'
  const most = deviations.slice(0, MOST_LINES)
  return [
    palette.strong(zh ? '最常见的偏离' : 'Most frequent deviations'),
    ...(most.some(({ effect }) => effect !== undefined) ? effects(most, context) : deviationTable(most, context)),
    ...(deviations.length > MOST_LINES ? [more(deviations.length - MOST_LINES, lang)] : []),
  ]
}

function deviationTable(deviations: readonly DeviationTally[], context: ReportContext): string[] {
  const { lang, palette } = context
  const zh = lang === 'zh'
  const some = deviations.some(({ accepted }) => accepted > 0)
  const columns: TableColumn[] = [
    { title: zh ? '交互' : 'n', align: 'right' },
    ...(some ? [{ title: zh ? '其中认可' : 'accepted', align: 'right' as const }] : []),
    { title: zh ? '偏离' : 'deviation', paint: palette.warning },
    { title: zh ? '环节' : 'step', flexible: true, wrap: true },
  ]
  const rows = deviations.map((each) => ({
    cells: [
      count(each.interactions),
      ...(some ? [count(each.accepted)] : []),
      deviationWord(each, lang),
      stepWords(each, lang),
    ],
    place: each.place,
  }))
  return placedTable(columns, rows, context)
}

/** A table whose rows end with where the map asks for it: in a column of its own, in narrow terminals behind the last cell. */
function placedTable(
  columns: readonly TableColumn[],
  rows: readonly { readonly cells: readonly string[]; readonly place: Place | undefined }[],
  context: ReportContext,
): string[] {
  const source = (place: Place | undefined): string => (place === undefined ? '' : placeWords(place))
  if (context.width >= ROOMY) {
    const last: TableColumn = { title: context.lang === 'zh' ? '出处' : 'asked for at', paint: context.palette.name }
    return renderTable(
      [...columns, last],
      rows.map(({ cells, place }) => [...cells, source(place)]),
      context,
    )
  }
  return renderTable(
    columns,
    rows.map(({ cells, place }) =>
      cells.map((cell, at) => (at === cells.length - 1 && place !== undefined ? `${cell} · ${source(place)}` : cell)),
    ),
    context,
  )
}

/** Each deviation by itself: what and how often; then where, in how many variants, how long such contacts take. */
function effects(deviations: readonly DeviationTally[], context: ReportContext): string[] {
  const { lang, palette, width } = context
  const zh = lang === 'zh'
  const lines = wrap(
    zh
      ? '位置：在哪个环节之后；走法：事件相同的归为一种；时长：只说明相伴，不说明因果'
      : 'where: behind which step; ways: the same moves are one; time: what goes together, not what causes what',
    width - 2,
  ).map((line) => `  ${palette.dim(line)}`)
  for (const each of deviations) {
    const { effect, interactions, occurrences, accepted, place } = each
    if (effect === undefined) continue
    const { among, replaced } = effect
    const share = percent(among === 0 ? null : interactions / among)
    const parts = [
      `${deviationWord(each, lang)}${zh ? '：' : ': '}${stepWords(each, lang)}`,
      zh
        ? `${count(among)} 次交互中 ${count(interactions)} 次（${share}）`
        : `${count(interactions)} of ${count(among)} ${among === 1 ? 'contact' : 'contacts'} (${share})`,
      ...(occurrences === interactions ? [] : [zh ? `共 ${count(occurrences)} 处` : `${count(occurrences)}× in all`]),
      ...(replaced === undefined || replaced.occurrences === 0
        ? []
        : [zh ? `其中被取代 ${count(replaced.occurrences)} 处` : `replaced ${count(replaced.occurrences)}×`]),
      ...(accepted === 0 ? [] : [zh ? `其中认可 ${count(accepted)} 次` : `${count(accepted)} accepted`]),
    ]
    for (const [at, line] of wrap(parts.join(' · '), width - 4).entries()) {
      lines.push(' '.repeat(at === 0 ? 2 : 4) + palette.warning(line))
    }
    const source = place === undefined ? [] : [{ name: SOURCE, entries: [{ text: placeWords(place) }], quiet: true }]
    lines.push(...explainedLines([...effectRows(effect, lang), ...source], context))
  }
  return lines
}

const SOURCE: Message = { zh: '出处', en: 'asked at' }

function stepWords({ flow, step, name, event }: DeviationTally, lang: ReportContext['lang']): string {
  if (step === undefined) return `${masked(event ?? '')} · ${flow}`
  const title = textIn(name, lang, step)
  return title === step ? `${flow}/${step}` : `${title} · ${flow}/${step}`
}

function rules({ rules }: ScoreSummary, context: ReportContext): string[] {
  const { lang, palette } = context
  const zh = lang === 'zh'
  const failed = rules.filter(({ outcomes, accepted }) => outcomes.fail + accepted > 0)
  const some = failed.some(({ accepted }) => accepted > 0)
  if (failed.length === 0) {
    if (rules.length === 0) return []
    return [
      heading(zh ? '规则' : 'Rules', zh ? '没有一条不通过' : 'none failed', palette),
      ...undecided(rules, context),
    ]
  }
  const columns: TableColumn[] = [
    { title: zh ? '不通过' : 'fail', align: 'right' },
    { title: zh ? '适用' : 'of', align: 'right' },
    ...(some ? [{ title: zh ? '认可' : 'accepted', align: 'right' as const }] : []),
    { title: '' },
    { title: zh ? '规则' : 'rule', flexible: true, wrap: true },
  ]
  return [
    palette.strong(zh ? '最常不通过的规则' : 'Rules failed most often'),
    ...placedTable(
      columns,
      failed.slice(0, MOST_LINES).map((each) => ({
        cells: [
          count(each.outcomes.fail),
          count(each.outcomes.fail + each.outcomes.pass),
          ...(some ? [count(each.accepted)] : []),
          each.rule.critical ? (zh ? '关键' : 'critical') : '',
          ruleLine(each, lang),
        ],
        place: each.rule.place,
      })),
      context,
    ),
    ...(failed.length > MOST_LINES ? [more(failed.length - MOST_LINES, lang)] : []),
    ...undecided(rules, context),
  ]
}

function ruleLine({ rule }: RuleTally, lang: ReportContext['lang']): string {
  return `${ruleWords(rule, lang)} · ${rule.id}`
}

/** Rules of which nothing could be told: silence about them would look like keeping them. */
function undecided(rules: readonly RuleTally[], { lang, palette, width }: ReportContext): string[] {
  const blind = rules.filter(({ outcomes }) => outcomes.notEvaluated > 0 && outcomes.pass + outcomes.fail === 0)
  if (blind.length === 0) return []
  const names = list(
    blind.slice(0, MOST_LINES).map(({ rule }) => rule.id),
    lang,
  )
  const words =
    lang === 'zh'
      ? `从未评出的规则（日志缺少数据，或插件没有加载）：${names}`
      : `never evaluated (the log lacks data, or a plug-in is not loaded): ${names}`
  return wrap(words, width - 2).map((line) => `  ${palette.dim(line)}`)
}

/** What the rules over many interactions come to, each with the figure found. */
function targets({ targets: results }: ScoreSummary, { lang, palette, width }: ReportContext): string[] {
  if (results.length === 0) return []
  const zh = lang === 'zh'
  const missed = results.filter(({ outcome }) => outcome === 'fail').length
  const marks: Record<Outcome, string> = {
    pass: palette.good('✓'),
    fail: palette.error('✗'),
    pending: palette.dim('…'),
    notApplicable: palette.dim('–'),
    notEvaluated: palette.dim('?'),
  }
  const lines = [
    heading(
      zh ? '目标' : 'Targets',
      missed === 0
        ? zh
          ? `${results.length} 项，没有未达到的`
          : `${results.length}, none missed`
        : zh
          ? `${results.length} 项中 ${missed} 项未达到`
          : `${missed} of ${results.length} missed`,
      palette,
    ),
  ]
  // What was missed is told first; of the rest as many as there is room for.
  const ordered = [
    ...results.filter(({ outcome }) => outcome === 'fail'),
    ...results.filter(({ outcome }) => outcome !== 'fail'),
  ]
  for (const { rule: asked, outcome, reason, group } of ordered.slice(0, 2 * MOST_LINES)) {
    const of = group ? ` [${Object.values(group).map(masked).join(' · ')}]` : ''
    const words = `${asked.id}${of} · ${masked(reason()[lang])} (${placeWords(asked.place)})`
    const [first = '', ...rest] = wrap(words, width - 4)
    lines.push(`  ${marks[outcome]} ${first}`, ...rest.map((line) => `    ${line}`))
  }
  if (results.length > 2 * MOST_LINES) lines.push(more(results.length - 2 * MOST_LINES, lang))
  return lines
}

/** What the map accepts: who answers for it, until when, how often it was met; what is not applied stands out. */
function acceptedBlock({ acceptances }: ScoreSummary, { lang, palette, width }: ReportContext): string[] {
  if (acceptances.length === 0) return []
  const zh = lang === 'zh'
  const idle = acceptances.filter(({ state }) => state !== 'inForce').length
  const words = zh ? `${acceptances.length} 项` : String(acceptances.length)
  const not = idle === 0 ? '' : palette.warning(zh ? `，其中 ${idle} 项不适用` : `, ${idle} of them not applied`)
  const lines = [heading(zh ? '认可的偏离' : 'Accepted', `${words}${not}`, palette)]
  for (const { acceptance, state, interactions, rules, deviations } of acceptances.slice(0, 2 * MOST_LINES)) {
    const applied = state === 'inForce'
    const met = zh
      ? interactions === 0
        ? '日志中没有遇到'
        : `${count(interactions)} 次交互，${count(rules + deviations)} 处`
      : interactions === 0
        ? 'not met in the log'
        : `${count(rules + deviations)} in ${count(interactions)} ${interactions === 1 ? 'contact' : 'contacts'}`
    const text = [
      acceptedWords(acceptance, lang),
      applied ? met : stateWord(state, lang),
      placeWords(acceptance.place),
    ].join(' · ')
    const [first = '', ...rest] = wrap(text, width - 4)
    lines.push(`  ${applied ? palette.good('✓') : palette.warning('!')} ${first}`, ...rest.map((line) => `    ${line}`))
  }
  if (acceptances.length > 2 * MOST_LINES) lines.push(more(acceptances.length - 2 * MOST_LINES, lang))
  return lines
}

function blindSpots({ blindSpots }: ScoreSummary, context: ReportContext): string[] {
  if (blindSpots.length === 0) return []
  const { lang, palette } = context
  const zh = lang === 'zh'
  const cell = (value: string | null) => (value === null ? '–' : masked(value))
  const columns: TableColumn[] = [
    { title: zh ? '交互' : 'n', align: 'right' },
    { title: zh ? '业务' : 'business' },
    { title: zh ? '渠道' : 'channel' },
    { title: zh ? '品牌' : 'brand' },
    { title: zh ? '原因' : 'reason', flexible: true, wrap: true },
  ]
  return [
    palette.strong(zh ? '日志中的盲点' : 'Blind spots of the log'),
    ...renderTable(
      columns,
      blindSpots
        .slice(0, MOST_LINES)
        .map((each) => [
          count(each.interactions),
          cell(each.business),
          cell(each.channel),
          cell(each.brand),
          blindSpotWords(each, lang),
        ]),
      context,
    ),
    ...(blindSpots.length > MOST_LINES ? [more(blindSpots.length - MOST_LINES, lang)] : []),
  ]
}

function unknownEvents({ unknownEvents, ambientEvents }: ScoreSummary, context: ReportContext): string[] {
  const { lang, palette, width } = context
  const zh = lang === 'zh'
  const line = (label: string, events: ScoreSummary['unknownEvents']) => {
    const total = events.reduce((sum, { occurrences }) => sum + occurrences, 0)
    const names = events.slice(0, MOST_LINES).map(({ event, occurrences }) => `${masked(event)} ${count(occurrences)}×`)
    if (events.length > MOST_LINES) names.push('…')
    const [first = '', ...rest] = wrap(
      `${count(total)}${zh ? ' 个：' : ': '}${list(names, lang)}`,
      width - 2 - columnsOf(label),
    )
    return [heading(label, first, palette), ...rest.map((each) => ' '.repeat(columnsOf(label) + 2) + each)]
  }
  return [
    ...(unknownEvents.length > 0 ? line(zh ? '未知事件' : 'Unknown events', unknownEvents) : []),
    ...(ambientEvents.length > 0 ? line(zh ? '背景事件' : 'Ambient events', ambientEvents) : []),
  ]
}

function thresholds({ thresholds }: ScoreSummary, context: ReportContext): string[] {
  if (thresholds.length === 0) return []
  const { lang, palette } = context
  const zh = lang === 'zh'
  const missed = thresholds.filter(({ ok }) => !ok)
  const lines = [
    heading(
      zh ? '阈值' : 'Thresholds',
      missed.length === 0
        ? palette.good(zh ? `${thresholds.length} 项全部达到` : `all ${thresholds.length} met`)
        : palette.error(
            zh
              ? `${thresholds.length} 项中 ${missed.length} 项未达到`
              : `${missed.length} of ${thresholds.length} missed`,
          ),
      palette,
    ),
  ]
  for (const each of missed.slice(0, 2 * MOST_LINES))
    lines.push(`  ${palette.error('✗')} ${thresholdWords(each, lang)}`)
  if (missed.length > 2 * MOST_LINES) lines.push(more(missed.length - 2 * MOST_LINES, lang))
  return lines
}

/** A threshold that was missed, as a sentence. */
export function thresholdWords(
  { name, scope, limit, value, from, place }: ThresholdResult,
  lang: ReportContext['lang'],
): string {
  const zh = lang === 'zh'
  const source = place ? placeWords(place) : from === 'option' && name !== 'rejects' ? '--fail-under' : '--max-rejects'
  if (name === 'rejects') {
    return zh
      ? `拒收 ${value ?? 0} 行，最多允许 ${limit} 行（${source}）`
      : `${value ?? 0} rows rejected, at most ${limit} allowed (${source})`
  }
  const measure = {
    adherence: { zh: '依从度', en: 'adherence' },
    compliance: { zh: '合规率', en: 'compliance rate' },
    score: { zh: '得分', en: 'score' },
    rule: { zh: '规则通过率', en: 'pass rate of the rule' },
  }[name][lang]
  const format = name === 'score' ? points : percent
  const at = scope === 'overall' ? (zh ? '总体' : 'overall') : scope
  const got = value === null ? (zh ? '无数值' : 'no value') : format(value)
  return zh
    ? `${at}：${measure} ${got}，要求至少 ${exact(limit, name)}（${source}）`
    : `${at}: ${measure} ${got}, at least ${exact(limit, name)} asked for (${source})`
}

function exact(limit: number, name: string): string {
  return name === 'score' ? plain(limit) : `${plain(limit * 100)}%`
}

function nameOf(
  { at }: TouchpointSummary,
  catalog: ScorePrettyOptions['catalog'],
  lang: ReportContext['lang'],
): string {
  return AXES.flatMap((axis: AxisName) => {
    const id = at[axis]
    return id === undefined ? [] : [textIn(catalog.axes[axis].get(id)?.name, lang, id)]
  }).join(' · ')
}

function heading(label: string, text: string, palette: ReportContext['palette']): string {
  return `${palette.strong(label)}  ${text}`
}

function item(label: string, text: string, width: number, paint: (text: string) => string): string[] {
  const [first = '', ...rest] = wrap(text, Math.max(20, width - columnsOf(label) - 4))
  return [`  ${paint(label)}  ${first}`, ...rest.map((line) => `${' '.repeat(columnsOf(label) + 4)}${line}`)]
}

function more(hidden: number, lang: ReportContext['lang']): string {
  return lang === 'zh' ? `  …… 另有 ${count(hidden)} 项` : `  … and ${count(hidden)} more`
}

function span([low, high]: readonly [number, number]): string {
  return `${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}`
}

function share(part: number, whole: number): string {
  return percent(whole === 0 ? null : part / whole)
}
