import type {
  CoverageShare,
  EntryCoverage,
  HitCount,
  LexiconCoverage,
  LexiconsCoverage,
} from '../compliance/cover-lexicons.ts'
import { printable } from '../diagnostic/codeframe.ts'
import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import { titleOfLexicon } from '../model/lexicon.ts'
import { textIn } from '../model/text.ts'
import { CSV_MARK, csvRecord } from './csv-text.ts'
import type { ReportContext } from './context.ts'
import { markdownTable, markdownText } from './markdown-text.ts'
import { count, percent } from './score-format.ts'
import { sourceOf } from './score-json.ts'
import { renderTable } from './score-table.ts'
import { placeWords } from './score-words.ts'

/** What `touchmap coverage` found. */
export interface LexiconCoverageReport {
  readonly map: { readonly id: string; readonly version: string; readonly roles: ReadonlyMap<string, RoleName> }
  /** Rows of the logs that were rejected, and are not counted. */
  readonly rejected: number
  readonly coverage: LexiconsCoverage
  readonly limits: readonly CoverageLimit[]
}

type RoleName = { readonly name: Parameters<typeof textIn>[0] }
type Measure = 'lexicons' | 'entries' | 'exceptions'
const MEASURES: readonly Measure[] = ['lexicons', 'entries', 'exceptions']

/** A least share asked for, and what it was held against; where there is nothing to be hit it is met. */
export interface CoverageLimit {
  readonly name: Measure
  readonly limit: number
  readonly value: number | null
  readonly ok: boolean
}

/** Reads `entries=0.9,exceptions=0.5`; a problem is told in words. */
export function parseCoverageLimits(text: string): {
  readonly value?: ReadonlyMap<Measure, number>
  readonly problem?: Message
} {
  const limits = new Map<Measure, number>()
  for (const part of text.split(',')) {
    const [key = '', number = '', ...rest] = part.split('=').map((piece) => piece.trim())
    const name = MEASURES.find((measure) => measure === key)
    const limit = /^(0(\.\d+)?|1(\.0+)?)$/.test(number) ? Number(number) : undefined
    if (name === undefined || limit === undefined || rest.length > 0) {
      return {
        problem: {
          zh: `\`--fail-under\` 中的 \`${part.trim()}\` 无法理解；应为 lexicons、entries 或 exceptions = 0 到 1 的数`,
          en: `\`${part.trim()}\` in \`--fail-under\` cannot be read; expected lexicons, entries or exceptions = a number from 0 to 1`,
        },
      }
    }
    limits.set(name, limit)
  }
  return { value: limits }
}

export function judgeCoverage(
  { said, entries, exceptions }: LexiconsCoverage,
  asked: ReadonlyMap<Measure, number> | undefined,
): CoverageLimit[] {
  const shares: Readonly<Record<Measure, CoverageShare>> = { lexicons: said, entries, exceptions }
  return [...(asked ?? [])].map(([name, limit]) => {
    const value = shareOf(shares[name])
    return { name, limit, value, ok: value === null || value >= limit }
  })
}

/** One line of a table: an entry, one of its variants, or an exception. */
interface Row {
  readonly list: string
  readonly phrase: string
  /** The entry it belongs to. */
  readonly of?: string
  readonly role: 'entry' | 'variant' | 'none' | 'exception'
  readonly hits: HitCount
  readonly entry?: EntryCoverage
  readonly place: EntryCoverage['place']
}

function rowsOf({ entries, exceptions }: LexiconCoverage): Row[] {
  return [
    ...entries.flatMap((entry): Row[] => {
      const { list, phrase, hits, place, wordings } = entry
      const role = list === 'none' ? 'none' : 'entry'
      const variants = wordings.slice(1).map((each): Row => ({ list, ...each, of: phrase, role: 'variant', place }))
      return [{ list, phrase, role, hits, entry, place }, ...variants]
    }),
    ...exceptions.map((each): Row => ({ ...each, role: 'exception' })),
  ]
}

/** Whether a row tells of something nobody ever said and somebody should have. */
function isDead({ role, hits }: Row): boolean {
  return role !== 'none' && hits.texts === 0
}

const LISTS: Readonly<Record<string, Message>> = {
  any: { zh: '任一', en: 'any' },
  all: { zh: '全部', en: 'all' },
  none: { zh: '不得', en: 'none' },
  'at-least': { zh: '至少', en: 'at least' },
  'in-order': { zh: '依次', en: 'in order' },
  template: { zh: '模板', en: 'template' },
  regex: { zh: '正则', en: 'regex' },
  except: { zh: '例外', en: 'except' },
  'except-regex': { zh: '例外正则', en: 'except regex' },
}

const listWord = (list: string, lang: Lang): string => LISTS[list]?.[lang] ?? list

/** For people: the shares, then each lexicon with its entries. `never`: only what was never heard. */
export function coveragePretty(report: LexiconCoverageReport, context: ReportContext, never: boolean): string {
  const { map, rejected, coverage, limits } = report
  const { lang, palette } = context
  const zh = lang === 'zh'
  const lines = [
    palette.strong(zh ? `词库覆盖：${printable(map.id)}` : `Coverage of lexicons: ${printable(map.id)}`),
    basisWords(coverage, rejected, lang),
    shareWords(coverage, lang),
  ]
  for (const each of coverage.lexicons) {
    const rows = rowsOf(each).filter((row) => !never || isDead(row))
    if (never && rows.length === 0 && each.isUsed) continue
    lines.push('', ...headLines(each, report, context))
    if (rows.length > 0) lines.push(...tableLines(rows, report, context))
  }
  if (limits.length > 0) lines.push('')
  for (const { name, limit, value, ok } of limits) {
    const words = `${name} ${percent(value)} ${ok ? '≥' : '<'} ${percent(limit)}`
    lines.push(ok ? palette.good(`✓ ${words}`) : palette.error(`✗ ${words}`))
  }
  return `${lines.join('\n')}\n`
}

function basisWords({ interactions, texts, withoutText }: LexiconsCoverage, rejected: number, lang: Lang): string {
  const zh = lang === 'zh'
  const parts = zh
    ? [`${count(interactions)} 次交互`, `${count(texts)} 条文本`]
    : [many(interactions, 'interaction'), many(texts, 'text')]
  if (withoutText > 0)
    parts.push(zh ? `${count(withoutText)} 条发言没有文本` : `${many(withoutText, 'turn')} without text`)
  if (rejected > 0) parts.push(zh ? `${count(rejected)} 行被拒收` : `${many(rejected, 'row')} rejected`)
  return parts.join(zh ? '，' : ', ')
}

function many(number: number, noun: string): string {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`
}

function shareWords({ said, entries, exceptions }: LexiconsCoverage, lang: Lang): string {
  const of = ({ hit, all }: CoverageShare): string => `${count(hit)}/${count(all)}`
  return lang === 'zh'
    ? `说到：词库 ${of(said)}，词条 ${of(entries)}；例外生效 ${of(exceptions)}`
    : `heard: lexicons ${of(said)}, entries ${of(entries)}; exceptions that took effect ${of(exceptions)}`
}

function headLines(
  { lexicon, isUsed, said, unclear }: LexiconCoverage,
  { map }: LexiconCoverageReport,
  { lang, palette }: ReportContext,
): string[] {
  const zh = lang === 'zh'
  const { title, isQuoted } = titleOfLexicon(lexicon, lang)
  const name = isQuoted ? `“${printable(title)}”` : printable(title)
  const id = lexicon.id.includes('#') || name === lexicon.id ? '' : ` ${printable(lexicon.id)}`
  const figures = zh
    ? `说到 ${count(said.texts)} 条，${count(said.interactions)} 次交互${roleWords(said, map, lang)}`
    : `said in ${many(said.texts, 'text')}, ${many(said.interactions, 'interaction')}${roleWords(said, map, lang)}`
  const lines = [
    `${palette.name(name)}${id}  ${said.texts === 0 ? palette.warning(figures) : figures}  ${palette.dim(placeWords(lexicon.place))}`,
  ]
  if (!isUsed) lines.push(`  ${palette.warning(zh ? '地图中没有任何处用到它' : 'nothing in the map uses it')}`)
  if (unclear > 0) {
    lines.push(
      zh
        ? `  ${count(unclear)} 条文本置信度低于下限，未计入`
        : `  ${many(unclear, 'text')} below the floor of confidence left out`,
    )
  }
  return lines
}

/** `（坐席 3，客户 1）`, the most first. */
function roleWords({ roles }: HitCount, map: LexiconCoverageReport['map'], lang: Lang): string {
  if (roles.size === 0) return ''
  const zh = lang === 'zh'
  const unknown = zh ? '说话人不明' : 'speaker unknown'
  const nameOf = (role: string | undefined): string =>
    role === undefined ? unknown : printable(textIn(map.roles.get(role)?.name, lang, role))
  const words = orderRoles(roles).map(([role, texts]) => `${nameOf(role)} ${count(texts)}`)
  return zh ? `（${words.join('，')}）` : ` (${words.join(', ')})`
}

function orderRoles(roles: HitCount['roles']): [string | undefined, number][] {
  return [...roles].sort(([a = '\uffff', m], [b = '\uffff', n]) => n - m || (a < b ? -1 : 1))
}

function tableLines(rows: readonly Row[], { map }: LexiconCoverageReport, context: ReportContext): string[] {
  const { lang, palette } = context
  const zh = lang === 'zh'
  const dead = (cell: string, row: number): string => {
    const own = rows[row]
    return own && isDead(own) ? palette.warning(cell) : cell
  }
  return renderTable(
    [
      { title: '' },
      { title: zh ? '词条' : 'entry', flexible: true, wrap: true, paint: dead },
      { title: zh ? '文本' : 'texts', align: 'right', paint: dead },
      { title: zh ? '交互' : 'interactions', align: 'right', paint: dead },
      { title: zh ? '说明' : 'notes' },
      { title: zh ? '位置' : 'place', paint: palette.dim },
    ],
    rows.map((row) => [
      row.role === 'variant' ? (zh ? '变体' : 'variant') : listWord(row.list, lang),
      `${row.role === 'variant' ? '= ' : ''}${printable(row.phrase)}${row.role === 'exception' && row.of !== undefined ? (zh ? `（${printable(row.of)}）` : ` (of ${printable(row.of)})`) : ''}`,
      count(row.hits.texts),
      count(row.hits.interactions),
      noteWords(row, map, lang),
      placeWords(row.place),
    ]),
    context,
  )
}

function noteWords(row: Row, map: LexiconCoverageReport['map'], lang: Lang): string {
  const zh = lang === 'zh'
  if (row.hits.texts === 0 && (row.entry?.denied ?? 0) === 0) {
    if (row.role === 'none') return ''
    if (row.role === 'exception') return zh ? '从未生效' : 'never took effect'
    return zh ? '从未说到' : 'never heard'
  }
  const notes: string[] = []
  if (row.hits.roles.size > 1 || row.hits.roles.has(undefined)) {
    const words = roleWords(row.hits, map, lang).trim().slice(1, -1)
    if (words !== '') notes.push(words)
  }
  const { ways, denied = 0 } = row.entry ?? {}
  if (ways && ways.sound > 0) notes.push(zh ? `同音 ${count(ways.sound)}` : `by sound ${count(ways.sound)}`)
  if (ways && ways.similar > 0) notes.push(zh ? `近似 ${count(ways.similar)}` : `similar ${count(ways.similar)}`)
  if (denied > 0) notes.push(zh ? `被否定 ${count(denied)}` : `denied ${count(denied)}`)
  return notes.join(zh ? '，' : ', ')
}

function shareOf({ hit, all }: CoverageShare): number | null {
  return all === 0 ? null : Math.round((hit / all) * 1e6) / 1e6
}

/** As JSON (`schemas/output/coverage.schema.json`). */
export function coverageJson(
  { map, rejected, coverage, limits }: LexiconCoverageReport,
  { lang, version }: Pick<ReportContext, 'lang' | 'version'>,
): string {
  const { interactions, texts, withoutText, said, entries, exceptions } = coverage
  const hitsJson = ({ texts: inTexts, interactions: within, roles }: HitCount) => ({
    texts: inTexts,
    interactions: within,
    byRole: orderRoles(roles).map(([role, number]) => ({ role: role ?? null, texts: number })),
  })
  const shareJson = (share: CoverageShare) => ({ ...share, share: shareOf(share) })
  const json = {
    touchmap: version,
    command: 'coverage',
    map: { id: map.id, version: map.version },
    log: { interactions, texts, withoutText, rejected },
    summary: {
      lexicons: shareJson(said),
      entries: shareJson(entries),
      exceptions: shareJson(exceptions),
    },
    thresholds: limits,
    lexicons: coverage.lexicons.map(({ lexicon, isUsed, said: own, unclear, entries: some, exceptions: others }) => ({
      id: lexicon.id,
      title: titleOfLexicon(lexicon, lang).title,
      used: isUsed,
      ...hitsJson(own),
      unclear,
      source: sourceOf(lexicon.place),
      entries: some.map(({ list, phrase, hits, ways, denied, wordings, place }) => ({
        list,
        phrase,
        never: list !== 'none' && hits.texts === 0,
        ...hitsJson(hits),
        ways,
        denied,
        wordings: wordings.map((each) => ({ phrase: each.phrase, ...hitsJson(each.hits) })),
        source: sourceOf(place),
      })),
      exceptions: others.map(({ list, phrase, of, hits, place }) => ({
        list,
        phrase,
        of: of ?? null,
        never: hits.texts === 0,
        ...hitsJson(hits),
        source: sourceOf(place),
      })),
    })),
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

/** For spreadsheets: a row for each entry, variant and exception. Headings are the names of the JSON. */
export function coverageCsv({ map, coverage }: LexiconCoverageReport): string {
  const roles: (string | undefined)[] = [...map.roles.keys(), undefined]
  const head = ['lexicon', 'used', 'kind', 'list', 'phrase', 'of', 'never', 'texts', 'interactions', 'sound', 'similar', 'denied'] // prettier-ignore
  const lines = [csvRecord([...head, ...roles.map((role) => `texts:${role ?? 'unknown'}`), 'file', 'line'])]
  for (const each of coverage.lexicons) {
    for (const row of rowsOf(each)) {
      const { ways, denied } = row.entry ?? {}
      const cells = [each.lexicon.id, each.isUsed, row.role, row.list, row.phrase, row.of, isDead(row)]
      const numbers = [row.hits.texts, row.hits.interactions, ways?.sound, ways?.similar, denied]
      const byRole = roles.map((role) => row.hits.roles.get(role) ?? 0)
      const { file, line } = sourceOf(row.place)
      lines.push(csvRecord([...cells, ...numbers, ...byRole, file, line].map((cell) => String(cell ?? ''))))
    }
  }
  return CSV_MARK + lines.join('')
}

/** For a wiki or a pull request. `never`: only what was never heard. */
export function coverageMarkdown(report: LexiconCoverageReport, lang: Lang, never: boolean): string {
  const zh = lang === 'zh'
  const { map, coverage, rejected } = report
  const rows = coverage.lexicons.flatMap((each) => {
    const { title } = titleOfLexicon(each.lexicon, lang)
    return rowsOf(each)
      .filter((row) => !never || isDead(row))
      .map((row) => [
        markdownText(printable(title)),
        `${row.role === 'variant' ? (zh ? '变体' : 'variant') : listWord(row.list, lang)}`,
        markdownText(printable(row.phrase)),
        count(row.hits.texts),
        count(row.hits.interactions),
        markdownText(noteWords(row, map, lang)),
        markdownText(placeWords(row.place)),
      ])
  })
  const unused = coverage.lexicons.filter(({ isUsed }) => !isUsed)
  const head = zh
    ? ['词库', '', '词条', '文本', '交互', '说明', '位置']
    : ['lexicon', '', 'entry', 'texts', 'interactions', 'notes', 'place']
  return [
    `# ${zh ? '词库覆盖：' : 'Coverage of lexicons: '}${markdownText(map.id)}\n`,
    `${basisWords(coverage, rejected, lang)}\n`,
    `${shareWords(coverage, lang)}\n`,
    ...(unused.length === 0
      ? []
      : [
          `${zh ? '没有任何处用到的词库：' : 'Lexicons that nothing uses: '}${unused.map(({ lexicon }) => markdownText(lexicon.id)).join(zh ? '、' : ', ')}\n`,
        ]),
    ...(rows.length === 0 ? [] : [markdownTable(head, rows, new Set([3, 4]))]),
  ].join('\n')
}
