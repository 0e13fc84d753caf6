import { columnsOf, wrap } from '../draw/columns.ts'
import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import type { BenchmarkMeasure, Statistic } from '../model/metric.ts'
import { textIn } from '../model/text.ts'
import type { BenchmarkResult } from '../score/benchmarks.ts'
import type { Figures } from '../score/figures.ts'
import type { ErrorKey } from '../score/measure-sums.ts'
import type { LevelConformance } from '../score/organisation.ts'
import type { MetricFigures } from '../score/metrics.ts'
import type { ScoreSummary } from '../score/summary.ts'
import type { ReportContext } from './context.ts'
import { clock, count, list, percent, plain, points } from './score-format.ts'
import { masked } from './score-mask.ts'
import { renderTable } from './score-table.ts'
import { fieldWord, LEVEL_WORDS } from './score-words.ts'

const CLASSES: Readonly<Record<ErrorKey, Message>> = {
  critical: { zh: '全部关键项', en: 'all critical items' },
  customer: { zh: '客户关键', en: 'customer-critical' },
  business: { zh: '业务关键', en: 'business-critical' },
  compliance: { zh: '合规关键', en: 'compliance-critical' },
}

const MEASURES: Readonly<Record<BenchmarkMeasure, Message>> = {
  'field-use': { zh: '实地运用', en: 'field use' },
  'use-trace': { zh: '运用轨迹', en: 'use trace' },
  adherence: { zh: '依从度', en: 'adherence' },
  spread: { zh: '单位间离散', en: 'spread' },
  roles: { zh: '角色到位', en: 'roles as assigned' },
  compliance: { zh: '流程规范率', en: 'compliance rate' },
  score: { zh: '得分', en: 'score' },
}

/** Error-free rates by class, where the scorecard has critical items. */
export function errorFreeBlock({ overall }: ScoreSummary, context: ReportContext): string[] {
  const { lang, palette } = context
  const zh = lang === 'zh'
  const found = Object.entries(overall.errorFree ?? {}) as [ErrorKey, NonNullable<Figures['errorFree']>[ErrorKey]][]
  if (found.length === 0) return []
  const rows = found.flatMap(([key, rate]) =>
    rate === undefined
      ? []
      : [
          [
            CLASSES[key][lang],
            percent(rate.rate),
            spanOf(rate.interval),
            `${count(rate.free)} / ${count(rate.judged)}`,
            rate.small ? '*' : '',
          ],
        ],
  )
  const { accuracy, critical } = overall
  if (accuracy?.rate !== null && accuracy !== undefined) {
    rows.push([
      zh ? '非关键项（逐项）' : 'not critical, item by item',
      percent(accuracy.rate),
      spanOf(accuracy.interval),
      `${count(accuracy.pass)} / ${count(accuracy.judged)}`,
      '',
    ])
  }
  return [
    palette.strong(zh ? '无差错率' : 'Free of errors'),
    ...renderTable(
      [
        { title: zh ? '类别' : 'class', flexible: true },
        { title: zh ? '无差错率' : 'rate', align: 'right' },
        { title: '[95%]', align: 'right' },
        { title: zh ? '无差错 / 已评' : 'free / judged', align: 'right' },
        { title: '' },
      ],
      rows,
      context,
    ),
    ...(critical === undefined
      ? []
      : [`  ${zh ? '关键项得分' : 'critical score'}  ${points(critical.mean)} (${count(critical.evaluated)})`]),
  ]
}

/** The four measures of execution side by side, each against its benchmark, and the units corrected for their mix. */
export function measuresBlocks(summary: ScoreSummary, context: ReportContext): string[][] {
  return [
    fourMeasures(summary, context),
    benchmarkBlock(summary, context),
    ...summary.measures.organisation.map((level) => organisationBlock(level, context)),
  ]
}

function fourMeasures(
  { measures, overall, benchmarks }: ScoreSummary,
  { lang, palette, width }: ReportContext,
): string[] {
  const zh = lang === 'zh'
  const { fieldUse, useTrace, organisation } = measures
  const finest = organisation.at(-1)
  const rows: [BenchmarkMeasure, string, string][] = [
    [
      'field-use',
      percent(fieldUse?.rate ?? null),
      fieldUse === undefined
        ? zh
          ? '没有复核样本（--reviews）'
          : 'no reviewed sample (--reviews)'
        : zh
          ? `复核 ${count(fieldUse.reviewed)} 次，运用了流程 ${count(fieldUse.applied)} 次${interval(fieldUse.interval, lang)}${fieldUse.weighted === null ? '' : `；按接触点话务量加权 ${percent(fieldUse.weighted)}`}${undecidedWords(fieldUse.undecided, fieldUse.absent, lang)}`
          : `${count(fieldUse.applied)} of ${count(fieldUse.reviewed)} reviewed applied their flow${interval(fieldUse.interval, lang)}${fieldUse.weighted === null ? '' : `; weighted by touchpoint ${percent(fieldUse.weighted)}`}${undecidedWords(fieldUse.undecided, fieldUse.absent, lang)}`,
    ],
    [
      'use-trace',
      percent(useTrace.share),
      zh
        ? `${count(useTrace.ended)} 次中 ${count(useTrace.traced)} 次留下可用轨迹${interval(useTrace.interval, lang)}；依从度 ${percent(overall.adherence.mean)}`
        : `${count(useTrace.traced)} of ${count(useTrace.ended)} left a usable trace${interval(useTrace.interval, lang)}; adherence ${percent(overall.adherence.mean)}`,
    ],
    [
      'spread',
      finest === undefined ? '–' : percent(finest.spread),
      finest === undefined
        ? zh
          ? '日志未记录单位'
          : 'the log names no units'
        : zh
          ? `${LEVEL_WORDS[finest.level].zh}之间的离散（已按接触点构成校正，扣除偶然）；角色到位 ${percent(measures.roles)}`
          : `standard deviation between ${LEVEL_WORDS[finest.level].en}s, corrected for touchpoints and chance; roles as assigned ${percent(measures.roles)}`,
    ],
    [
      'compliance',
      percent(overall.compliance.rate),
      zh
        ? `${count(overall.compliance.pass + overall.compliance.fail)} 次中 ${count(overall.compliance.pass)} 次合规${interval(overall.compliance.interval, lang)}`
        : `${count(overall.compliance.pass)} of ${count(overall.compliance.pass + overall.compliance.fail)}${interval(overall.compliance.interval, lang)}`,
    ],
  ]
  const names = rows.map(([measure]) =>
    measure === 'spread' ? { zh: '组织符合度', en: 'organisation' }[lang] : MEASURES[measure][lang],
  )
  const label = Math.max(...names.map(columnsOf))
  const value = Math.max(...rows.map(([, text]) => columnsOf(text)))
  const lines = [palette.strong(zh ? '四项监控' : 'The four measures of execution')]
  for (const [i, [measure, text, words]] of rows.entries()) {
    const against = benchmarks.find((each) => each.scope === 'overall' && each.measure === measure)
    const all = against === undefined ? words : `${words}${zh ? '；' : '; '}${againstWords(against, lang)}`
    const name = names[i] ?? ''
    const [first = '', ...rest] = wrap(all, Math.max(20, width - label - value - 6))
    const space = ' '.repeat(label - columnsOf(name) + 2 + value - columnsOf(text))
    lines.push(`  ${name}${space}${palette.strong(text)}  ${first}`)
    for (const line of rest) lines.push(' '.repeat(label + value + 6) + line)
  }
  return lines
}

function undecidedWords(undecided: number, absent: number, lang: Lang): string {
  const zh = lang === 'zh'
  return (
    (undecided === 0 ? '' : zh ? `；${count(undecided)} 次未决` : `; ${count(undecided)} not decided`) +
    (absent === 0 ? '' : zh ? `；${count(absent)} 次不在日志中` : `; ${count(absent)} not in the log`)
  )
}

function againstWords({ benchmark, measure, state }: BenchmarkResult, lang: Lang): string {
  const zh = lang === 'zh'
  const words = {
    reached: { zh: '达到', en: 'reached' },
    withinChance: { zh: '未达到，但在偶然范围之内', en: 'short of it, within chance' },
    missed: { zh: '未达到', en: 'missed' },
    noValue: { zh: '无数值', en: 'no value' },
  }[state][lang]
  return zh
    ? `标杆值 ${valueWords(measure, benchmark)}：${words}`
    : `benchmark ${valueWords(measure, benchmark)}: ${words}`
}

function valueWords(measure: BenchmarkMeasure, value: number | null): string {
  return measure === 'score' ? points(value) : percent(value)
}

function benchmarkBlock({ benchmarks }: ScoreSummary, context: ReportContext): string[] {
  if (benchmarks.length === 0) return []
  const { lang, palette } = context
  const zh = lang === 'zh'
  return [
    palette.strong(zh ? '与标杆值相比' : 'Against the benchmark values'),
    ...renderTable(
      [
        { title: zh ? '范围' : 'scope', paint: palette.name },
        { title: zh ? '指标' : 'measure' },
        { title: zh ? '标杆值' : 'benchmark', align: 'right' },
        { title: zh ? '实际' : 'found', align: 'right' },
        { title: zh ? '结果' : 'result', flexible: true, wrap: true },
        { title: zh ? '来历' : 'from' },
      ],
      benchmarks.map((each) => [
        each.scope === 'overall' ? (zh ? '总体' : 'overall') : each.scope,
        MEASURES[each.measure][lang],
        valueWords(each.measure, each.benchmark),
        valueWords(each.measure, each.value),
        againstWords(each, lang)
          .split(/[:：] ?/)
          .at(-1) ?? '',
        originWords(each.origin),
      ]),
      context,
    ),
  ]
}

/** Where a benchmark came from, as far as the map says: period, sample, date. */
function originWords({ period, sample, date }: BenchmarkResult['origin']): string {
  return [
    ...(period === undefined ? [] : [`${period.from}–${period.until}`]),
    ...(sample === undefined ? [] : [`n=${count(sample)}`]),
    ...(date === undefined ? [] : [`(${date})`]),
  ].join(' ')
}

function organisationBlock({ level, units, spread }: LevelConformance, context: ReportContext): string[] {
  if (units.length < 2) return []
  const { lang, palette, width } = context
  const zh = lang === 'zh'
  const title = zh
    ? `组织符合度：${LEVEL_WORDS[level].zh}（离散 ${percent(spread)}）`
    : `Organisational conformance by ${LEVEL_WORDS[level].en} (spread ${percent(spread)})`
  const lines = renderTable(
    [
      { title: zh ? '单位' : 'unit', flexible: true },
      { title: zh ? '已判' : 'judged', align: 'right' },
      { title: zh ? '合规率' : 'rate', align: 'right' },
      { title: zh ? '预期' : 'expected', align: 'right' },
      { title: zh ? '实际/预期 [95%]' : 'O/E [95%]', align: 'right' },
      { title: zh ? '校正后' : 'adjusted', align: 'right' },
      { title: zh ? '角色到位' : 'roles', align: 'right' },
    ],
    units.map((unit) => [
      masked(unit.unit.join(' / ')),
      count(unit.judged),
      percent(unit.rate),
      plain(unit.expected),
      unit.ratio === null || unit.interval === null
        ? '–'
        : `${unit.ratio.toFixed(3)} [${unit.interval.map((each) => each.toFixed(2)).join('–')}]${unit.small ? '*' : ' '}`,
      percent(unit.adjusted),
      percent(unit.roles),
    ]),
    context,
  )
  const note = zh
    ? '预期：按全体在各接触点的合规率推算；校正后 = 总体合规率 × 实际/预期；* 预期不足 5'
    : 'expected: at the rates of all units at each touchpoint; adjusted = overall rate × O/E; * fewer than 5 expected'
  return [palette.strong(title), ...lines, ...wrap(note, width - 2).map((line) => `  ${palette.dim(line)}`)]
}

const STATISTICS: Readonly<Partial<Record<Statistic, Message>>> = {
  count: { zh: '个数', en: 'count' },
  share: { zh: '占比', en: 'share' },
  mean: { zh: '均值', en: 'mean' },
  median: { zh: '中位数', en: 'median' },
  min: { zh: '最小', en: 'least' },
  max: { zh: '最大', en: 'most' },
}

/** The map's own metrics (S17). */
export function metricsBlock({ metrics }: ScoreSummary, context: ReportContext): string[] {
  if (metrics.length === 0) return []
  const { lang, palette } = context
  const zh = lang === 'zh'
  return [
    palette.strong(zh ? '自定义指标' : 'Metrics'),
    ...renderTable(
      [
        { title: zh ? '指标' : 'metric' },
        { title: zh ? '数值' : 'values', flexible: true, wrap: true },
        { title: 'n', align: 'right' },
        { title: zh ? '无数据' : 'no data', align: 'right' },
      ],
      metrics.map((each) => [
        textIn(each.metric.name, lang, each.metric.id),
        metricWords(each, lang),
        count(each.evaluated),
        each.notEvaluated === 0 ? '' : count(each.notEvaluated),
      ]),
      context,
    ),
  ]
}

/** Whether a metric says anything of the contacts it is taken of. */
export function hasValues({ evaluated, notEvaluated }: MetricFigures): boolean {
  return evaluated + notEvaluated > 0
}

/** `mean 3:20, p90 6:00 `, with the unit where there is one. */
export function metricWords({ metric, figures, interval: found }: MetricFigures, lang: Lang): string {
  const unit = metric.unit === undefined ? '' : ` ${textIn(metric.unit, lang, '')}`
  const words = figures.map(({ statistic, value }) => {
    const name = STATISTICS[statistic]?.[lang] ?? statistic
    if (statistic === 'count') return `${name} ${count(value ?? 0)}`
    if (statistic === 'share') return `${name} ${percent(value)}${interval(found ?? null, lang)}`
    const text = value === null ? '–' : metric.type === 'duration' ? clock(value, lang) : plain(value)
    return `${name} ${text}${unit}`
  })
  return list(words, lang)
}

/** Contacts by the fields of `--by`, with the map's metrics behind. */
export function groupsBlock(
  { groups }: ScoreSummary,
  context: ReportContext,
  measures: { readonly columns: Parameters<typeof renderTable>[0]; cells(figures: Figures): string[] },
): string[] {
  if (groups === undefined) return []
  const { lang, palette } = context
  const zh = lang === 'zh'
  const fields = groups.by.map((field) => fieldWord(field, lang))
  return [
    palette.strong(`${zh ? `按${/^\w/.test(fields[0] ?? '') ? ' ' : ''}` : 'By '}${list(fields, lang)}`),
    ...renderTable(
      [{ title: fields.join(' / '), flexible: true }, ...measures.columns],
      groups.rows.map(({ values, figures }) => [
        values.map((value) => (value === null ? (zh ? '（未记录）' : '(not recorded)') : masked(value))).join(' / '),
        ...measures.cells(figures),
      ]),
      context,
    ),
    ...groups.rows.flatMap(({ values, metrics }) =>
      metrics
        .filter(hasValues)
        .flatMap((metric) =>
          wrap(
            `${values.map((value) => masked(value ?? '–')).join(' / ')} · ${textIn(metric.metric.name, lang, metric.metric.id)}${zh ? '：' : ': '}${metricWords(metric, lang)}`,
            context.width - 2,
          ).map((line) => `  ${line}`),
        ),
    ),
  ]
}

function interval(found: readonly [number, number] | null, lang: Lang): string {
  if (found === null) return ''
  return lang === 'zh' ? `（95% 区间 ${spanOf(found)}）` : ` (95% interval ${spanOf(found)})`
}

function spanOf(found: readonly [number, number] | null): string {
  return found === null ? '' : `${(found[0] * 100).toFixed(1)}–${(found[1] * 100).toFixed(1)}`
}
