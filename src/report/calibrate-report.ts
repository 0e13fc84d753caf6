import { printable } from '../diagnostic/codeframe.ts'
import type { Agreement, Share } from '../review/agreement.ts'
import { type QualityMiss, qualityOf } from '../review/judge-agreement.ts'
import type { Kappa } from '../score/kappa.ts'
import type { ReportContext } from './context.ts'
import { percent, plain, rounded } from './score-format.ts'
import { renderTable, type TableColumn } from './score-table.ts'

/** As JSON (`schemas/output/calibrate.schema.json`); the `quality` of each rule is what a later run may be held against. */
export function calibrateJson(agreement: Agreement, missed: readonly QualityMiss[]): string {
  const { all, rules, reviewers } = agreement
  const json = {
    command: 'calibrate',
    all: ruleJson(all),
    rules: rules.map((each) => ({ rule: each.rule, ...ruleJson(each) })),
    reviewers: reviewers.map(({ reviewer, items, pairs, agreement: agreed, kappa, withMachine }) => ({
      reviewer,
      items,
      pairs,
      agreement: shareJson(agreed),
      kappa: kappaJson(kappa),
      withMachine: shareJson(withMachine),
    })),
    missed,
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

function ruleJson(rule: Agreement['all']) {
  const { items, disputed, agreement, kappa, precision, recall } = rule
  return {
    items,
    disputed,
    agreement: shareJson(agreement),
    kappa: kappaJson(kappa),
    precision: shareJson(precision),
    recall: shareJson(recall),
    quality: Object.fromEntries(Object.entries(qualityOf(rule)).map(([name, value]) => [name, rounded(value)])),
  }
}

function shareJson({ part, whole, value, interval }: Share) {
  return { part, whole, value: rounded(value), interval: interval && interval.map(rounded) }
}

function kappaJson(kappa: Kappa | null) {
  if (kappa === null) return null
  return { value: rounded(kappa.kappa), interval: kappa.interval && kappa.interval.map(rounded), n: kappa.n }
}

/** For people: a table of rules, a table of reviewers, and what missed its limit. */
export function calibratePretty(
  { all, rules, reviewers }: Agreement,
  missed: readonly QualityMiss[],
  context: ReportContext,
): string {
  const { lang, palette } = context
  const zh = lang === 'zh'
  const number = (title: string): TableColumn => ({ title, align: 'right' })
  const ruleColumns: TableColumn[] = [
    { title: zh ? '规则' : 'rule', flexible: true, wrap: true },
    number(zh ? '项' : 'items'),
    number(zh ? '争议' : 'disputed'),
    number(zh ? '一致' : 'agreement'),
    number('kappa'),
    number(zh ? '精确率' : 'precision'),
    number(zh ? '召回率' : 'recall'),
  ]
  const ruleRow = (
    name: string,
    { items, disputed, agreement, kappa, precision, recall }: Agreement['all'],
  ): string[] => [
    name,
    String(items),
    String(disputed),
    percent(agreement.value),
    kappaWords(kappa),
    percent(precision.value),
    percent(recall.value),
  ]
  const lines = [
    palette.strong(zh ? '机评与人评' : 'Machine against people'),
    ...renderTable(
      ruleColumns,
      [...rules.map((rule) => ruleRow(rule.rule, rule)), ruleRow(zh ? '全部' : 'all', all)],
      context,
    ),
  ]
  if (reviewers.length > 0) {
    lines.push(
      '',
      palette.strong(zh ? '复核人之间' : 'Reviewers among themselves'),
      ...renderTable(
        [
          { title: zh ? '复核人' : 'reviewer', flexible: true },
          number(zh ? '项' : 'items'),
          number(zh ? '成对' : 'pairs'),
          number(zh ? '一致' : 'agreement'),
          number('kappa'),
          number(zh ? '与机评一致' : 'with machine'),
        ],
        reviewers.map(({ reviewer, items, pairs, agreement, kappa, withMachine }) => [
          printable(reviewer),
          String(items),
          String(pairs),
          percent(agreement.value),
          kappaWords(kappa),
          percent(withMachine.value),
        ]),
        context,
      ),
    )
  }
  if (missed.length > 0) lines.push('', ...missed.map((miss) => `${palette.error('✗')} ${missWords(miss, zh)}`))
  return `${lines.join('\n')}\n`
}

const MEASURES: Readonly<Record<QualityMiss['measure'], string>> = {
  agreement: '一致率',
  kappa: 'kappa',
  precision: '精确率',
  recall: '召回率',
}

function missWords({ rule, measure: name, value, limit, because }: QualityMiss, zh: boolean): string {
  const measure = zh ? MEASURES[name] : name
  const got = value === null ? '–' : plain(value)
  if (because === 'limit') {
    return zh
      ? `${rule}：${measure} ${got}，要求至少 ${plain(limit)}`
      : `${rule}: ${measure} ${got}, at least ${plain(limit)} asked for`
  }
  return zh
    ? `${rule}：${measure} ${got}，先前为 ${plain(limit)}`
    : `${rule}: ${measure} ${got}, was ${plain(limit)} before`
}

function kappaWords(kappa: Kappa | null): string {
  if (kappa === null || kappa.kappa === null) return '–'
  return kappa.interval === null
    ? plain(kappa.kappa)
    : `${plain(kappa.kappa)} [${plain(kappa.interval[0])}, ${plain(kappa.interval[1])}]`
}
