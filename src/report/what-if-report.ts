import { printable } from '../diagnostic/codeframe.ts'
import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import { wrap } from '../draw/columns.ts'
import type { ScoreSummary } from '../score/summary.ts'
import { countAll, countChanged, type WhatIf } from '../score/what-if.ts'
import type { ReportContext } from './context.ts'
import type { Side } from './diff-report.ts'
import { markdownTable, markdownText } from './markdown-text.ts'
import { count, createMomentFormat, percent, points } from './score-format.ts'
import { renderTable } from './score-table.ts'
import { outcomeWord } from './score-words.ts'
import type { ExampleSide, WhatIfExample } from './what-if-examples.ts'
import { limitWords, type WhatIfLimit } from './what-if-limits.ts'
import { evidenceLine, landingWords, passagesWords, ruleStandWord, standWord } from './what-if-words.ts'

/** What `touchmap what-if` found. */
export interface WhatIfReport {
  readonly before: WhatIfSide
  readonly after: WhatIfSide
  readonly whatIf: WhatIf
  readonly examples: readonly WhatIfExample[]
  readonly limits: readonly WhatIfLimit[]
}

/** One of the maps, and what `score` would say of the log under it alone. */
export interface WhatIfSide extends Side {
  readonly summary: ScoreSummary
}

/** `20 interactions: 5 change their verdict (25.0%) …`, a sentence each. */
function headWords({ interactions, changed, newlyFailing, noLongerFailing, moved }: WhatIf, lang: Lang): string[] {
  const zh = lang === 'zh'
  if (interactions === 0) return [zh ? '日志中没有交互。' : 'There are no interactions in the log.']
  const all = zh
    ? `${count(interactions)} 次交互`
    : `${count(interactions)} ${interactions === 1 ? 'interaction' : 'interactions'}`
  const land = zh ? `${count(moved)} 次落到别处` : `${count(moved)} land elsewhere`
  if (changed === 0) {
    return [
      zh
        ? `${all}，结论都不变${moved > 0 ? `；${land}` : ''}`
        : `${all}: no verdict changes${moved > 0 ? `; ${land}` : ''}`,
    ]
  }
  const share = percent(changed / interactions)
  const others = changed - newlyFailing - noLongerFailing
  const parts = zh
    ? [
        `新增不合规 ${count(newlyFailing)}`,
        `不再不合规 ${count(noLongerFailing)}`,
        ...(others > 0 ? [`其他 ${count(others)}`] : []),
      ]
    : [
        `${count(newlyFailing)} newly not compliant`,
        `${count(noLongerFailing)} no longer`,
        ...(others > 0 ? [`${count(others)} otherwise`] : []),
      ]
  return zh
    ? [
        `${all}，其中 ${count(changed)} 次（${share}）结论改变：${parts.join('，')}`,
        `${count(interactions - changed)} 次结论不变；${land}`,
      ]
    : [
        `${all}, of which ${count(changed)} (${share}) change their verdict: ${parts.join(', ')}`,
        `${count(interactions - changed)} keep it; ${land}`,
      ]
}

/** Compliance, adherence and score under each map. */
function figureRows({ before, after }: WhatIfReport, lang: Lang): string[][] {
  const zh = lang === 'zh'
  const row = (name: string, of: (summary: ScoreSummary) => string) => [name, of(before.summary), of(after.summary)]
  return [
    row(zh ? '合规率' : 'compliance', ({ overall }) => percent(overall.compliance.rate)),
    row(zh ? '依从度' : 'adherence', ({ overall }) => percent(overall.adherence.mean)),
    row(zh ? '得分' : 'score', ({ overall }) => points(overall.score.mean)),
    row(zh ? '不在任何接触点' : 'no touchpoint', ({ interactions }) => count(interactions.blindSpots)),
  ]
}

/** Rules over many interactions that come out otherwise. */
function targetRows({ before, after }: WhatIfReport, lang: Lang): string[][] {
  return changedTargets(before.summary, after.summary).map(({ rule, figure, group, was, is }) => {
    const word = (outcome: typeof was) =>
      outcome === null ? ruleStandWord('notAsked', lang) : outcomeWord(outcome, lang)
    const of = group === undefined ? '' : ` ${Object.values(group).map(printable).join(' · ')}`
    return [`${rule} ${figure}${of}`, word(was), word(is)]
  })
}

type Target = ScoreSummary['targets'][number]

/** The rules over many interactions whose outcome differs, by rule, figure and group. */
export function changedTargets(
  before: Pick<ScoreSummary, 'targets'>,
  after: Pick<ScoreSummary, 'targets'>,
): readonly (Pick<Target, 'figure' | 'group'> & {
  readonly rule: string
  readonly was: Target['outcome'] | null
  readonly is: Target['outcome'] | null
})[] {
  const keyOf = ({ rule, figure, group }: Target) =>
    JSON.stringify([rule.id, figure, Object.entries(group ?? {}).sort()])
  const old = new Map(before.targets.map((each) => [keyOf(each), each]))
  const now = new Map(after.targets.map((each) => [keyOf(each), each]))
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    const about = is ?? was
    if (about === undefined || was?.outcome === is?.outcome) return []
    const { rule, figure, group } = about
    const outcomes = { was: was?.outcome ?? null, is: is?.outcome ?? null }
    return [{ rule: rule.id, figure, ...(group === undefined ? {} : { group }), ...outcomes }]
  })
}

/** A line of a list: what it is about, how many of how many change, and from what to what. */
interface Row {
  readonly name: string
  readonly changed: number
  readonly all: number
  readonly what: string
}

interface Listing {
  readonly title: string
  readonly name: string
  readonly rows: readonly Row[]
  /** What of the others is said below. */
  readonly rest?: string
}

/** Whether an item came out otherwise where both maps ask it, or was failed where one does. */
function isTold({ passages }: WhatIf['items'][number]): boolean {
  return passages.some(
    ({ from, to }) => from !== to && (from === 'fail' || to === 'fail' || (from !== 'notAsked' && to !== 'notAsked')),
  )
}

/** By touchpoint, by what lands elsewhere, by rule, by agent; empty ones are left out. */
function listings({ whatIf }: WhatIfReport, lang: Lang): Listing[] {
  const zh = lang === 'zh'
  const both = (old: string, now: string) => (old === now ? old : `${old} → ${now}`)
  const here = whatIf.landings.filter(({ isSame, after }) => isSame && after.kind === 'touchpoint')
  const still = here.filter(({ passages }) => countChanged(passages) === 0)
  const stillCount = still.reduce((sum, { passages }) => sum + countAll(passages), 0)
  const flowOf = (landing: (typeof here)[number]['before']) => (landing.kind === 'touchpoint' ? landing.flow : '')
  const byTouchpoint = here
    .filter(({ passages }) => countChanged(passages) > 0)
    .map(({ before, after, passages }): Row => ({
      name: `${both(landingWords(before, lang), landingWords(after, lang))} ${both(flowOf(before), flowOf(after))}`.trim(),
      changed: countChanged(passages),
      all: countAll(passages),
      what: passagesWords(passages, standWord, lang),
    }))
  const elsewhere = whatIf.landings
    .filter(({ isSame }) => !isSame)
    .map(({ before, after, passages }): Row => ({
      name: both(landingWords(before, lang), landingWords(after, lang)),
      changed: countChanged(passages),
      all: countAll(passages),
      what: passagesWords(passages, standWord, lang) || (zh ? '结论不变' : 'no verdict changes'),
    }))
  const words: Readonly<Record<'adherence' | 'score', Message>> = {
    adherence: { zh: '依从度', en: 'adherence' },
    score: { zh: '得分', en: 'score' },
  }
  const [told, untold] = [whatIf.items.filter(isTold), whatIf.items.filter((each) => !isTold(each))]
  const byRule = told.map(({ kind, before = '', after = '', passages, withVerdict }): Row => {
    const verdicts = zh ? `（其中 ${count(withVerdict)} 次结论也变）` : ` (the verdict too: ${count(withVerdict)})`
    return {
      name: kind === 'rule' ? both(before, after) : words[kind][lang],
      changed: countChanged(passages),
      all: countAll(passages),
      what: `${passagesWords(passages, ruleStandWord, lang)}${withVerdict === 0 ? '' : verdicts}`,
    }
  })
  const moving = whatIf.agents.filter(({ passages }) => countChanged(passages) > 0)
  const agents = moving.map(({ agent, passages }): Row => ({
    name: agent === undefined ? (zh ? '未记录' : 'not in the log') : printable(agent),
    changed: countChanged(passages),
    all: countAll(passages),
    what: passagesWords(passages, standWord, lang),
  }))
  const quiet = whatIf.agents.length - moving.length
  const list: readonly Listing[] = [
    {
      title: zh ? '接触点' : 'By touchpoint',
      name: zh ? '接触点' : 'touchpoint',
      rows: byTouchpoint,
      ...(still.length === 0
        ? {}
        : {
            rest: zh
              ? `另有 ${still.length} 个接触点共 ${count(stillCount)} 次交互，结论都不变`
              : `${still.length} more (${many(stillCount)}): no verdict changes`,
          }),
    },
    { title: zh ? '落到别处' : 'In another touchpoint, or none', name: zh ? '接触点' : 'touchpoint', rows: elsewhere },
    {
      title: zh ? '规则' : 'By rule',
      name: zh ? '规则' : 'rule',
      rows: byRule,
      ...(untold.length === 0
        ? {}
        : {
            rest: zh
              ? `另有 ${untold.length} 条规则对有些交互只有一份地图要求，且无人不通过`
              : `${untold.length} more are asked of some interactions under one map alone, and nobody fails them`,
          }),
    },
    {
      title: zh ? '坐席' : 'By agent',
      name: zh ? '坐席' : 'agent',
      rows: agents,
      ...(quiet === 0 ? {} : { rest: zh ? `另有 ${quiet} 名坐席的结论都不变` : `${quiet} more: no verdict changes` }),
    },
  ]
  return list.filter(({ rows }) => rows.length > 0)
}

/** For a terminal: the count, the figures of both maps, then what changes where, and some of the interactions. */
export function whatIfPretty(report: WhatIfReport, context: ReportContext): string {
  const { before, after, whatIf, examples, limits } = report
  const { lang, palette, width } = context
  const zh = lang === 'zh'
  const dim = (text: string, indent = '') => wrap(text, width - indent.length).map((line) => indent + palette.dim(line))
  const lines = [
    ...wrap(`${sideWords(before, lang)} → ${sideWords(after, lang)}`, width).map(palette.strong),
    ...headWords(whatIf, lang).flatMap((line) => wrap(line, width)),
    ...dim(basisWords(report, lang)),
    '',
  ]
  const columns = [
    { title: '' },
    { title: zh ? '之前' : 'before', align: 'right' as const },
    { title: zh ? '之后' : 'after', align: 'right' as const },
  ]
  lines.push(...renderTable(columns, [...figureRows(report, lang), ...targetRows(report, lang)], context))
  const stays = passageRows(whatIf, lang)
  if (stays.length > 0) {
    lines.push('', palette.strong(zh ? '结论' : 'Verdicts'))
    lines.push(...renderTable(passageColumns(zh), stays, context))
  }
  for (const listing of listings(report, lang)) {
    lines.push('', palette.strong(listing.title), ...listingLines(listing, context))
    if (listing.rest !== undefined) lines.push(...dim(listing.rest, '  '))
  }
  if (examples.length > 0) {
    lines.push('', palette.strong(examplesTitle(report, zh)))
    for (const example of examples) lines.push(...exampleLines(example, context))
  }
  if (limits.length > 0) lines.push('')
  for (const limit of limits) {
    const words = limitWords(limit, lang)
    lines.push(limit.ok ? palette.good(`✓ ${words}`) : palette.error(`✗ ${words}`))
  }
  return `${lines.join('\n')}\n`
}

/** How many interactions change their verdict or land elsewhere. */
function exampleTotal({ landings }: WhatIf): number {
  return landings.reduce((sum, { isSame, passages }) => sum + (isSame ? countChanged(passages) : countAll(passages)), 0)
}

function examplesTitle({ examples, whatIf }: WhatIfReport, zh: boolean): string {
  const shown = `${count(examples.length)} / ${count(exampleTotal(whatIf))}`
  return zh ? `交互（${shown}）` : `Interactions (${shown})`
}

function many(interactions: number): string {
  return `${count(interactions)} ${interactions === 1 ? 'interaction' : 'interactions'}`
}

function sideWords({ named, map }: Side, lang: Lang): string {
  return lang === 'zh' ? `${named}（${map.id} ${map.version}）` : `${named} (${map.id} ${map.version})`
}

/** What it rests on: rows read and rejected, the as-of time, and that dates of the maps do not count. */
function basisWords({ before, after }: WhatIfReport, lang: Lang): string {
  const zh = lang === 'zh'
  const { log, asOf, events, map } = after.summary
  const rejected = Math.max(log.rejected, before.summary.log.rejected)
  const late = Math.max(events.interactionsAfter, before.summary.events.interactionsAfter)
  const moment = asOf === undefined ? undefined : createMomentFormat(map.timezone).moment(asOf)
  const parts = zh
    ? [
        `读入 ${count(log.read)} 行`,
        ...(rejected > 0 ? [`拒收 ${count(rejected)} 行`] : []),
        ...(late > 0 ? [`${count(late)} 次交互在截止时间之后才开始，未计入`] : []),
        ...(moment === undefined ? [] : [`截止 ${moment}`]),
        '两份地图都判全部日志，不论各自的有效期',
      ]
    : [
        `${count(log.read)} rows read`,
        ...(rejected > 0 ? [`${count(rejected)} rejected`] : []),
        ...(late > 0 ? [`${count(late)} interactions had not begun and are left out`] : []),
        ...(moment === undefined ? [] : [`as of ${moment}`]),
        'each map judges all of the log, whatever its dates',
      ]
  return parts.join(' · ')
}

function passageColumns(zh: boolean) {
  return [
    { title: zh ? '之前' : 'before' },
    { title: zh ? '之后' : 'after' },
    { title: zh ? '交互' : 'interactions', align: 'right' as const },
    { title: zh ? '占比' : 'share', align: 'right' as const },
  ]
}

/** Changes first, the most frequent first, then those that stay. */
function passageRows({ passages, interactions }: WhatIf, lang: Lang): string[][] {
  const stays = (each: (typeof passages)[number]) => (each.from === each.to ? 1 : 0)
  return [...passages]
    .sort((a, b) => stays(a) - stays(b) || b.interactions - a.interactions)
    .map(({ from, to, interactions: own }) => [
      standWord(from, lang),
      from === to ? (lang === 'zh' ? '不变' : 'the same') : standWord(to, lang),
      count(own),
      percent(own / interactions),
    ])
}

const LEAST_WHAT = 30

/** A table where what changes has room, else each row with what changes below. */
function listingLines({ name, rows }: Listing, context: ReportContext): string[] {
  const { lang, palette, width } = context
  const zh = lang === 'zh'
  const columns = [
    { title: name, paint: palette.name },
    { title: zh ? '改变' : 'changed', align: 'right' as const },
    { title: zh ? '共' : 'of', align: 'right' as const },
    { title: zh ? '从何到何' : 'from what to what', flexible: true, wrap: true },
  ]
  const cells = rows.map((row) => [row.name, count(row.changed), count(row.all), row.what])
  const taken = Math.max(
    ...renderTable(columns.slice(0, 3), cells, { ...context, width: 1000 }).map((line) => line.length),
  )
  if (width - taken >= LEAST_WHAT) return renderTable(columns, cells, context)
  return rows.flatMap(({ name: title, changed, all, what }) => [
    ...wrap(`${title}  ${count(changed)} / ${count(all)}`, width - 2).map((line) => `  ${palette.name(line)}`),
    ...wrap(what, width - 6).map((line) => `      ${line}`),
  ])
}

function exampleLines(example: WhatIfExample, { lang, palette, width }: ReportContext): string[] {
  const { interaction, agent, before, after } = example
  const landing = landingWords(after.landing, lang)
  const old = landingWords(before.landing, lang)
  const where = old === landing ? landing : `${old} → ${landing}`
  const now = standWord(after.stand, lang)
  const verdict = before.stand === after.stand ? now : `${standWord(before.stand, lang)} → ${now}`
  const head = [interaction, ...(agent === undefined ? [] : [agent]), where, verdict].join('  ')
  const [first = '', ...more] = wrap(head, width - 2)
  const side = (mark: string, { because, evidence }: ExampleSide, paint: (text: string) => string): string[] => {
    const parts = [...because.map((each) => each[lang]), ...evidence.map(evidenceLine)]
    return parts.flatMap((part) => {
      const [own = '', ...rest] = wrap(part, width - 6)
      return [`    ${paint(`${mark} ${own}`)}`, ...rest.map((line) => `      ${paint(line)}`)]
    })
  }
  return [
    `  ${palette.name(first)}`,
    ...more.map((line) => `    ${line}`),
    ...side('-', before, palette.dim),
    ...side('+', after, (text) => text),
  ]
}

/** For a pull request. */
export function whatIfMarkdown(report: WhatIfReport, lang: Lang): string {
  const zh = lang === 'zh'
  const { before, after, whatIf, examples, limits } = report
  const side = ({ named, map }: Side) => `${markdownText(named)} \`${map.version}\``
  const right = new Set([1, 2])
  const parts = [
    `## ${zh ? '换图试算：' : 'What if: '}${side(before)} → ${side(after)}\n`,
    `${headWords(whatIf, lang).map(markdownText).join('  \n')}\n`,
    `${markdownText(basisWords(report, lang))}\n`,
  ]
  if (limits.length > 0) {
    parts.push(
      `${limits.map((each) => `- ${each.ok ? '✓' : '✗'} ${markdownText(limitWords(each, lang))}`).join('\n')}\n`,
    )
  }
  const figures = [...figureRows(report, lang), ...targetRows(report, lang)].map((row) => row.map(markdownText))
  parts.push(markdownTable(zh ? ['', '之前', '之后'] : ['', 'before', 'after'], figures, right))
  const passages = passageRows(whatIf, lang)
  if (passages.length > 0) {
    parts.push(`### ${zh ? '结论' : 'Verdicts'}\n`)
    parts.push(
      markdownTable(
        passageColumns(zh).map(({ title }) => title),
        passages,
        new Set([2, 3]),
      ),
    )
  }
  for (const { title, name, rows, rest } of listings(report, lang)) {
    const cells = rows.map((row) => [
      markdownText(row.name),
      count(row.changed),
      count(row.all),
      markdownText(row.what),
    ])
    const head = zh ? [name, '改变', '共', '从何到何'] : [name, 'changed', 'of', 'from what to what']
    parts.push(`### ${title}\n`, markdownTable(head, cells, right))
    if (rest !== undefined) parts.push(`${markdownText(rest)}\n`)
  }
  if (examples.length > 0) {
    const told = ({ because, evidence, stand }: ExampleSide) =>
      [standWord(stand, lang), ...because.map((each) => each[lang]), ...evidence.map(evidenceLine)]
        .map(markdownText)
        .join('<br>')
    const rows = examples.map(({ interaction, agent = '', before: old, after: now }) => [
      markdownText(interaction),
      markdownText(agent),
      `${markdownText(landingWords(old.landing, lang))}<br>${told(old)}`,
      `${markdownText(landingWords(now.landing, lang))}<br>${told(now)}`,
    ])
    const head = zh ? ['交互', '坐席', '之前', '之后'] : ['interaction', 'agent', 'before', 'after']
    parts.push(`### ${examplesTitle(report, zh)}\n`, markdownTable(head, rows))
  }
  return parts.join('\n')
}
