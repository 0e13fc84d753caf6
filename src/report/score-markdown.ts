import type { Lang } from '../diagnostic/diagnostic.ts'
import { maskNumbers } from '../diagnostic/mask-numbers.ts'
import { textIn } from '../model/text.ts'
import type { Figures } from '../score/figures.ts'
import type { MetricFigures } from '../score/metrics.ts'
import type { ScoreSummary } from '../score/summary.ts'
import type { DeviationTally } from '../score/tally.ts'
import type { ThresholdResult } from '../score/thresholds.ts'
import { markdownTable, markdownText } from './markdown-text.ts'
import { clock, count, percent, points } from './score-format.ts'
import { hasValues, metricWords } from './score-measures.ts'
import { deviationWord, fieldWord, outcomeWord, ruleWords, stateWord } from './score-words.ts'
import type { ReportContext } from './context.ts'

const MOST_LISTED = 10

/** The summary for a wiki or a pull request: what it rests on, the figures, the worst deviations and rules, thresholds. */
export function formatScoreMarkdown(
  summary: ScoreSummary,
  { lang, version }: Pick<ReportContext, 'lang' | 'version'>,
): string {
  const zh = lang === 'zh'
  const { map } = summary
  const some = summary.acceptances.length > 0
  const parts = [
    `# ${zh ? '评分：' : 'Score: '}${markdownText(map.id)}\n`,
    basis(summary, version, zh),
    markdownTable(
      figureHead(zh, zh ? '范围' : 'scope', some),
      [[zh ? '全部' : 'all', ...figureCells(summary.overall, some)]],
      RIGHT,
    ),
  ]
  if (summary.touchpoints.length > 0) {
    const rows = summary.touchpoints.map(({ code, flow, version: own, figures }) => [
      `\`${code}\` ${markdownText(flow)}${map.versions.length > 1 ? ` (${markdownText(own)})` : ''}`,
      ...figureCells(figures, some),
    ])
    parts.push(
      `## ${zh ? '接触点' : 'Touchpoints'}\n`,
      markdownTable(figureHead(zh, zh ? '接触点' : 'touchpoint', some), rows, RIGHT),
    )
  }
  if (summary.units.length > 0) {
    const rows = summary.units.map(({ unit, figures }) => [
      markdownText(unit.map(maskNumbers).join(' / ')),
      ...figureCells(figures, some),
    ])
    parts.push(`## ${zh ? '组织' : 'Units'}\n`, markdownTable(figureHead(zh, zh ? '组织' : 'unit', some), rows, RIGHT))
  }
  const { groups } = summary
  if (groups !== undefined) {
    const rows = groups.rows.map(({ values, figures }) => [groupName(values, zh), ...figureCells(figures, some)])
    const by = groups.by.map((field) => markdownText(fieldWord(field, lang))).join(' / ')
    parts.push(
      `## ${zh ? `按${/^\w/.test(by) ? ' ' : ''}` : 'By '}${by}\n`,
      markdownTable(figureHead(zh, by, some), rows, RIGHT),
    )
  }
  parts.push(...metricsPart(summary, lang), ...targetsPart(summary, lang))
  const failed = summary.rules.filter(({ outcomes, accepted }) => outcomes.fail + accepted > 0).slice(0, MOST_LISTED)
  if (failed.length > 0) {
    const rows = failed.map(({ rule, outcomes, accepted }) => [
      `${markdownText(ruleWords(rule, lang))} \`${rule.id}\`${rule.critical ? (zh ? '（关键）' : ' (critical)') : ''}`,
      count(outcomes.fail),
      percent(outcomes.fail + outcomes.pass === 0 ? null : outcomes.fail / (outcomes.pass + outcomes.fail)),
      ...(some ? [count(accepted)] : []),
      `${markdownText(rule.place.file)}:${rule.place.range.start.line}:${rule.place.range.start.column}`,
    ])
    const head = zh ? ['规则', '不通过', '占比'] : ['rule', 'failed', 'share']
    const more = zh ? [...(some ? ['认可'] : []), '出处'] : [...(some ? ['accepted'] : []), 'asked for at']
    parts.push(
      `## ${zh ? '不通过最多的规则' : 'Rules failed most'}\n`,
      markdownTable([...head, ...more], rows, new Set([1, 2, ...(some ? [3] : [])])),
    )
  }
  if (summary.deviations.length > 0) {
    const timed = summary.deviations.some(({ effect }) => effect !== undefined)
    const rows = summary.deviations
      .slice(0, MOST_LISTED)
      .map((each) => [
        deviationWord(each, lang),
        markdownText(each.step ?? maskNumbers(each.event ?? '')),
        count(each.interactions),
        count(each.occurrences),
        ...(some ? [count(each.accepted)] : []),
        ...(timed ? effectCells(each, lang) : []),
      ])
    const more = zh ? ['变体', '时长中位数', '无此偏离'] : ['variants', 'median time', 'without it']
    parts.push(
      `## ${zh ? '最常见的偏离' : 'Deviations met most'}\n`,
      markdownTable(
        zh
          ? ['偏离', '环节', '交互', '次数', ...(some ? ['其中认可'] : []), ...(timed ? more : [])]
          : ['deviation', 'step', 'contacts', 'times', ...(some ? ['of these accepted'] : []), ...(timed ? more : [])],
        rows,
        new Set([2, 3, 4, 5, 6, 7]),
      ),
    )
  }
  parts.push(...acceptedPart(summary, lang))
  if (summary.thresholds.length > 0) {
    const rows = summary.thresholds.map(({ name, scope, limit, value, ok }) => [
      ok ? (zh ? '达标' : 'met') : zh ? '**未达标**' : '**missed**',
      markdownText(`${scope} ${name}`),
      amount(name, limit),
      amount(name, value),
    ])
    parts.push(
      `## ${zh ? '阈值' : 'Thresholds'}\n`,
      markdownTable(
        zh ? ['结果', '项目', '要求', '实际'] : ['result', 'what', 'limit', 'value'],
        rows,
        new Set([2, 3]),
      ),
    )
  }
  return parts.join('\n')
}

function groupName(values: readonly (string | null)[], zh: boolean): string {
  const none = zh ? '（未记录）' : '(not recorded)'
  return values.map((value) => (value === null ? none : markdownText(maskNumbers(value)))).join(' / ')
}

/** The map's own metrics: of all, of each touchpoint, of each group. */
function metricsPart({ metrics, touchpoints, groups }: ScoreSummary, lang: Lang): string[] {
  if (metrics.length === 0) return []
  const zh = lang === 'zh'
  const row = (scope: string, each: MetricFigures): string[] => [
    scope,
    markdownText(textIn(each.metric.name, lang, each.metric.id)),
    markdownText(metricWords(each, lang)),
    count(each.evaluated),
    count(each.notEvaluated),
  ]
  const rows = [
    ...metrics.map((each) => row(zh ? '全部' : 'all', each)),
    ...touchpoints.flatMap(({ code, metrics: own }) => own.filter(hasValues).map((each) => row(`\`${code}\``, each))),
    ...(groups?.rows ?? []).flatMap(({ values, metrics: own }) =>
      own.filter(hasValues).map((each) => row(groupName(values, zh), each)),
    ),
  ]
  const head = zh ? ['范围', '指标', '数值', 'n', '无数据'] : ['scope', 'metric', 'values', 'n', 'no data']
  return [`## ${zh ? '自定义指标' : 'Metrics'}\n`, markdownTable(head, rows, new Set([3, 4]))]
}

/** What rules ask over many contacts; those missed first. */
function targetsPart({ targets }: ScoreSummary, lang: Lang): string[] {
  if (targets.length === 0) return []
  const zh = lang === 'zh'
  const missed = targets.filter(({ outcome }) => outcome === 'fail')
  const rows = [...missed, ...targets.filter(({ outcome }) => outcome !== 'fail')].map(
    ({ rule, outcome, reason, group, base }) => [
      outcome === 'fail' ? `**${outcomeWord(outcome, lang)}**` : outcomeWord(outcome, lang),
      `\`${rule.id}\`${group === undefined ? '' : ` ${groupName(Object.values(group), zh)}`}`,
      markdownText(maskNumbers(reason()[lang])),
      count(base.counted),
    ],
  )
  const head = zh ? ['结果', '规则', '说明', 'n'] : ['result', 'rule', 'what was found', 'n']
  return [`## ${zh ? '目标' : 'Targets'}\n`, markdownTable(head, rows, new Set([3]))]
}

function amount(name: ThresholdResult['name'], value: number | null): string {
  if (value === null) return '–'
  return name === 'score' || name === 'rejects' ? String(value) : percent(value)
}

const RIGHT: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6])

function basis({ map, asOf, log, interactions }: ScoreSummary, version: string, zh: boolean): string {
  const lines = [
    `- ${zh ? '地图版本' : 'map version'} ${map.versions.map((each) => `${markdownText(each.version)} \`${each.hash.slice(0, 12)}\``).join(', ')}`,
    `- ${zh ? '截止' : 'as of'} ${asOf === undefined ? '–' : new Date(asOf).toISOString()}`,
    ...log.files.map(
      ({ path, hash, read }) =>
        `- ${zh ? '日志' : 'log'} ${markdownText(path)} \`${hash.slice(0, 12)}\` (${count(read)})`,
    ),
    `- ${zh ? '读入' : 'read'} ${count(log.read)} = ${count(log.kept)} + ${count(log.duplicates)} + ${count(log.rejected)} ${zh ? '（保留 + 重复 + 拒收）' : '(kept + duplicates + rejected)'}`,
    `- ${zh ? '交互' : 'contacts'} ${count(interactions.total)}${zh ? '，盲点' : ', in blind spots'} ${count(interactions.blindSpots)}`,
    `- touchmap ${version}`,
  ]
  return `${lines.join('\n')}\n`
}

function figureHead(zh: boolean, first: string, some: boolean): string[] {
  return zh
    ? [first, '交互', '依从度', '合规率', '95% 区间', '得分', ...(some ? ['认可'] : [])]
    : [first, 'contacts', 'adherence', 'compliance', '95 % interval', 'score', ...(some ? ['accepted'] : [])]
}

function figureCells({ interactions, adherence, compliance, score }: Figures, some: boolean): string[] {
  const { rate, interval, small } = compliance
  return [
    count(interactions),
    percent(adherence.mean),
    `${percent(rate)}${small && rate !== null ? '\\*' : ''}`,
    interval === null ? '–' : `${percent(interval[0])}–${percent(interval[1])}`,
    points(score.mean),
    ...(some ? [count(compliance.accepted)] : []),
  ]
}

/** What the map accepts, with who answers for it; what has expired is told too. */
function acceptedPart({ acceptances }: ScoreSummary, lang: Lang): string[] {
  if (acceptances.length === 0) return []
  const zh = lang === 'zh'
  const rows = acceptances.map(({ acceptance, state, interactions, rules, deviations }) => [
    `\`${acceptance.id}\` ${markdownText(textIn(acceptance.because, lang, ''))}`,
    markdownText(textIn(acceptance.owner, lang, '')),
    `${acceptance.until}${state === 'inForce' ? '' : ` **${stateWord(state, lang)}**`}`,
    count(interactions),
    count(rules + deviations),
  ])
  const head = zh ? ['认可项', '负责', '至', '交互', '项'] : ['accepted', 'owner', 'until', 'contacts', 'items']
  return [`## ${zh ? '认可的偏离' : 'Accepted deviations'}\n`, markdownTable(head, rows, new Set([3, 4]))]
}

/** In how many variants, and the median handling time with it and without. */
function effectCells({ effect }: DeviationTally, lang: Lang): string[] {
  const { with: inside, without: outside } = effect?.duration ?? {}
  return [
    count(effect?.variants.length ?? 0),
    clock(inside?.median ?? null, lang),
    clock(outside?.median ?? null, lang),
  ]
}
