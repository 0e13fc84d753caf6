import { wrap } from '../draw/columns.ts'
import type { Message } from '../diagnostic/diagnostic.ts'
import type { ControlChart, RunRule } from '../score/control-chart.ts'
import type { ReportContext } from './context.ts'
import { count, list, percent, rounded } from './score-format.ts'
import { renderTable } from './score-table.ts'

/** A p-chart of one touchpoint, or of all (`overall`). */
export interface TrendChart {
  readonly scope: string
  readonly chart: ControlChart
}

export interface Trend {
  readonly map: string
  readonly measure: 'compliance' | 'perfect'
  readonly per: 'month' | 'week' | 'day'
  readonly baseline?: string
  readonly charts: readonly TrendChart[]
}

const SIGNALS: Readonly<Record<RunRule, Message>> = {
  beyondLimits: { zh: '超出控制限', en: 'beyond the limits' },
  twoOfThree: { zh: '三点中两点在 2σ 外', en: 'two of three beyond 2σ' },
  fourOfFive: { zh: '五点中四点在 1σ 外', en: 'four of five beyond 1σ' },
  eightInARow: { zh: '连续八点在同一侧', en: 'eight in a row on one side' },
  trendOfSix: { zh: '连续六点上升或下降', en: 'six in a row up or down' },
}

/** `trend --format json` (`schemas/output/trend.schema.json`); rates with at most six decimals. */
export function trendJson({ charts, ...rest }: Trend): string {
  const json = {
    ...rest,
    charts: charts.map(({ scope, chart: { centre, points } }) => ({
      scope,
      centre: rounded(centre),
      points: points.map(({ limits, rate, z, ...point }) => ({
        ...point,
        rate: rounded(rate),
        limits: limits.map(rounded),
        z: rounded(z),
      })),
    })),
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

export function trendPretty({ measure, per, charts }: Trend, context: ReportContext): string {
  const { lang, palette, width } = context
  const zh = lang === 'zh'
  const name = {
    compliance: { zh: '合规率', en: 'compliance rate' },
    perfect: { zh: '完全依从率', en: 'share followed exactly' },
  }[measure][lang]
  const period = { month: { zh: '月', en: 'month' }, week: { zh: '周', en: 'week' }, day: { zh: '日', en: 'day' } }[
    per
  ][lang]
  const blocks = charts.map(({ scope, chart: { centre, points } }) => {
    const where = scope === 'overall' ? (zh ? '总体' : 'overall') : scope
    const title = `${where} · ${name} · ${zh ? '中心线' : 'centre'} ${percent(centre)}`
    const rows = points.map(({ period: at, pass, n, rate, limits, signals, small }) => [
      at,
      `${count(pass)} / ${count(n)}${small ? '*' : ' '}`,
      percent(rate),
      `${percent(limits[0])}–${percent(limits[1])}`,
      list(
        signals.map((signal) => SIGNALS[signal][lang]),
        lang,
      ),
    ])
    const columns = [
      { title: period },
      { title: zh ? '合格 / 已判' : 'pass / judged', align: 'right' as const },
      { title: zh ? '比率' : 'rate', align: 'right' as const },
      { title: zh ? '控制限' : 'limits', align: 'right' as const },
      { title: zh ? '信号' : 'signal', flexible: true, wrap: true, paint: palette.warning },
    ]
    const none = points.every(({ signals }) => signals.length === 0)
    const notes = [
      ...(none ? [zh ? '没有信号：波动在偶然范围之内' : 'no signal: what varies is within chance'] : []),
      ...(points.some(({ small }) => small)
        ? [zh ? '* 预期不足 5，控制限只供参考' : '* fewer than 5 expected: the limits are rough']
        : []),
    ]
    return [
      palette.strong(title),
      ...renderTable(columns, rows, context),
      ...notes.flatMap((note) => wrap(note, width - 2)).map((line) => `  ${palette.dim(line)}`),
    ].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}
