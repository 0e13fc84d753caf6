import { columnsOf, padEnd, padStart, truncate, wrap } from '../draw/columns.ts'
import {
  channelNames,
  describeContactChange,
  describeDistance,
  describeFlowChange,
  DIMENSION_WORDS,
  figureText,
  shareText,
  signedText,
  waysText,
} from '../draw/contact-words.ts'
import type { Lang } from '../diagnostic/diagnostic.ts'
import type { ContactMatrix, PlacedFlow } from '../flow/contact-degree.ts'
import { FULL } from '../flow/measure-flow.ts'
import { CONTACT_DIMENSIONS } from '../model/contact.ts'
import { AXES, type ProcessMap } from '../model/map.ts'
import { textIn } from '../model/text.ts'
import { drawContactPlot } from './contact-plot.ts'
import type { ReportContext } from './context.ts'
import { markdownTable, markdownText } from './markdown-text.ts'

/** The contact-degree matrix of one version of a map. `date` as with the matrix. */
export interface ContactDegreeResult {
  readonly map: ProcessMap
  readonly matrix: ContactMatrix
  readonly date: string
}

/** The contact-degree matrix for the terminal: plot, table, and what would bring far flows nearer. */
export function reportContactDegree(result: ContactDegreeResult, context: ReportContext): string {
  const { lang, palette, width } = context
  const { map, matrix, date } = result
  const zh = lang === 'zh'
  const detail = zh
    ? `${map.id} · 版本 ${map.version} · 日期 ${date} · 容差 ${figureText(matrix.tolerance)}`
    : `${map.id} · version ${map.version} · on ${date} · tolerance ${figureText(matrix.tolerance)}`
  const lines = [
    ...wrap(`${textIn(map.name, lang, map.id)} · ${zh ? '接触度矩阵' : 'contact-degree matrix'}`, width).map(
      palette.strong,
    ),
    ...wrap(detail, width),
    '',
    ...drawContactPlot(matrix, context),
    '',
    ...drawTable(result, context),
    '',
    ...wrap(countsText(matrix, lang), width),
  ]
  const numbered = matrix.flows.map((placed, i) => [i + 1, placed] as const)
  for (const [number, placed] of numbered.filter(([, { far }]) => far)) {
    const { nearer } = placed
    if (!nearer) continue
    lines.push('', ...hang(titleOf(map, placed, lang), `${number}  `, width).map(palette.strong))
    lines.push(...hang(describeDistance(placed, nearer)[lang], '   ', width))
    const changes = nearer.alone.length > 0 ? nearer.alone : nearer.together
    const lead = nearer.alone.length > 0 ? ALONE[lang] : TOGETHER[lang]
    if (changes.length > 0) lines.push(...hang(lead, '   ', width))
    for (const change of changes) lines.push(...hang(describeFlowChange(change, lang), '   - ', width))
    lines.push(...hang(describeContactChange(placed, lang), '   ', width))
  }
  const unknown = numbered.filter(([, { missing }]) => missing.length > 0)
  if (unknown.length > 0)
    lines.push(
      '',
      ...wrap(zh ? '接触度未评（五个维度须都写明）：' : 'Contact not known (all five must be stated):', width),
    )
  for (const [number, placed] of unknown)
    lines.push(...hang(`${titleOf(map, placed, lang)}: ${missingText(placed, lang)}`, `${number}  `, width))
  return [...lines, ''].join('\n')
}

const ALONE = { zh: '以下各项，任做一项即可：', en: 'any one of these is enough:' }
const TOGETHER = { zh: '单做一项不够，须一起做：', en: 'no single one is enough; all of these together:' }

function drawTable({ map, matrix }: ContactDegreeResult, { lang, palette, width }: ReportContext): string[] {
  const zh = lang === 'zh'
  const wide = width >= 100
  const all = zh
    ? ['接触度', '流程', '差', '复杂', '多样', '流向']
    : ['contact', 'process', 'off', 'compl.', 'divers.', 'direct.']
  // On a narrow screen the three measures stand in the lists below alone.
  const figures = all.slice(0, width < 66 ? 3 : 6)
  const widths = figures.map((head) => Math.max(5, columnsOf(head)))
  const numberWidth = Math.max(2, String(matrix.flows.length).length)
  const taken = numberWidth + 2 + widths.reduce((sum, each) => sum + each + 2, 0) + (wide ? 8 : 0)
  const room = Math.max(8, Math.min(width - taken, wide ? 70 : 34))
  const row = (number: string, name: string, touchpoints: string, cells: readonly string[]) =>
    [
      padStart(number, numberWidth),
      padEnd(truncate(name, room), room),
      ...(wide ? [padStart(touchpoints, 6)] : []),
      ...widths.map((columns, i) => padStart(cells[i] ?? '', columns)),
    ].join('  ')
  const head = row('', zh ? '流程' : 'flow', zh ? '接触点' : 'points', figures)
  const body = matrix.flows.map((placed, i) => {
    const { flow, degree, distance, measures, far, cells } = placed
    const name = wide ? titleOf(map, placed, lang) : flow.id
    const line = row(String(i + 1), name, String(cells.length), [
      degree === undefined ? '–' : shareText(degree),
      shareText(measures.process),
      distance === undefined ? '–' : signedText(distance),
      shareText(measures.complexity),
      shareText(measures.diversity),
      shareText(measures.direction),
    ])
    return far ? palette.warning(line) : line
  })
  return [palette.strong(head.trimEnd()), ...body]
}

/** The contact-degree matrix in Markdown: a table, and the advice for flows far from the diagonal. */
export function reportContactDegreeAsMarkdown({ map, matrix, date }: ContactDegreeResult, lang: Lang): string {
  const zh = lang === 'zh'
  const head = zh
    ? ['#', '流程', '接触点', '接触度', '流程水平', '差', '复杂度', '多样性', '流向', '环节', '分岔', '走法', '来回', '交接', '返回']
    : ['#', 'flow', 'touchpoints', 'contact', 'process', 'off', 'complexity', 'diversity', 'direction', 'steps', 'forks', 'ways', 'turns', 'hand-overs', 'returns'] // prettier-ignore
  const rows = matrix.flows.map((placed, i) => {
    const { degree, distance, measures, cells, far } = placed
    const { ways } = measures
    const off = distance === undefined ? '–' : signedText(distance)
    return [
      String(i + 1),
      markdownText(titleOf(map, placed, lang)),
      String(cells.length),
      degree === undefined ? '–' : shareText(degree),
      shareText(measures.process),
      far ? `**${off}**` : off,
      ...[measures.complexity, measures.diversity, measures.direction].map((share) => shareText(share)),
      ...[measures.steps, measures.forks].map(String),
      markdownText(waysText(ways.bits)),
      ...[ways.turns, ways.handOvers, ways.returns].map(figureText),
    ]
  })
  const parts = [
    `# ${markdownText(textIn(map.name, lang, map.id))} · ${zh ? '接触度矩阵' : 'contact-degree matrix'}\n`,
    `\`${map.id}\` ${zh ? '版本' : 'version'} ${markdownText(map.version)} (${date})\n`,
    `${markdownText(countsText(matrix, lang))}\n`,
    markdownTable(head, rows, new Set(head.flatMap((_, at) => (at === 1 ? [] : [at])))),
  ]
  for (const placed of matrix.flows) {
    const { nearer } = placed
    if (!nearer) continue
    const changes = nearer.alone.length > 0 ? nearer.alone : nearer.together
    const items = changes.map((change) => `- ${markdownText(describeFlowChange(change, lang))}\n`).join('')
    const lead = nearer.alone.length > 0 ? ALONE[lang] : TOGETHER[lang]
    parts.push(
      `## ${markdownText(titleOf(map, placed, lang))}\n`,
      `${markdownText(describeDistance(placed, nearer)[lang])}\n`,
      ...(changes.length > 0 ? [`${lead}\n`, items] : []),
      `${markdownText(describeContactChange(placed, lang))}\n`,
    )
  }
  const unknown = matrix.flows.filter(({ missing }) => missing.length > 0)
  if (unknown.length > 0) {
    const items = unknown.map(
      (placed) => `- ${markdownText(`${titleOf(map, placed, lang)}: ${missingText(placed, lang)}`)}\n`,
    )
    parts.push(`## ${zh ? '接触度未评' : 'Contact not known'}\n`, items.join(''))
  }
  return parts.join('\n')
}

/** The contact-degree matrix in the shape of `schemas/output/contact-degree.schema.json`. */
export function reportContactDegreeAsJson({ map, matrix, date }: ContactDegreeResult, lang: Lang): string {
  const known = matrix.flows.filter(({ degree }) => degree !== undefined)
  const report = {
    map: { id: map.id, version: map.version, effective: map.effective },
    date,
    tolerance: matrix.tolerance,
    full: { steps: FULL.steps, forks: FULL.forks, ways: 2 ** FULL.bits, passes: FULL.passes },
    flows: matrix.flows.map((placed) => {
      const { flow, channels, cells, contact, degree, missing, measures, distance, far, nearer, parts } = placed
      const { ways } = measures
      return {
        flow: flow.id,
        name: textIn(flow.name, lang, flow.id),
        family: flow.family,
        channels,
        touchpoints: cells.map(({ at, code }) => ({
          ...Object.fromEntries(AXES.flatMap((axis) => (at[axis] === undefined ? [] : [[axis, at[axis]]]))),
          code,
        })),
        contact: Object.fromEntries(
          CONTACT_DIMENSIONS.map((dimension) => {
            const stated = contact[dimension]
            if (!stated) return [dimension, null]
            const { file, range } = stated.place
            const source = { file, line: range.start.line, column: range.start.column }
            return [dimension, { value: stated.value, from: stated.from, source }]
          }),
        ),
        degree: degree === undefined ? null : decimals(degree),
        missing,
        measures: {
          steps: measures.steps,
          forks: measures.forks,
          ways: Number.isFinite(ways.count) ? ways.count : null,
          bits: decimals(ways.bits),
          turns: decimals(ways.turns),
          handOvers: decimals(ways.handOvers),
          returns: decimals(ways.returns),
          complexity: decimals(measures.complexity),
          diversity: decimals(measures.diversity),
          direction: decimals(measures.direction),
          process: decimals(measures.process),
        },
        distance: distance === undefined ? null : decimals(distance),
        far,
        nearer: nearer
          ? {
              by: decimals(nearer.by),
              process: decimals(nearer.process),
              degree: decimals(nearer.degree),
              alone: nearer.alone.map(changeOf),
              together: nearer.together.map(changeOf),
              contact: nearer.contact.map(({ of, from, to }) => ({ dimension: of, from, to })),
            }
          : null,
        parts: parts.map((part) => ({ ...part, degree: decimals(part.degree) })),
      }
    }),
    counts: {
      flows: matrix.flows.length,
      touchpoints: matrix.flows.reduce((sum, { cells }) => sum + cells.length, 0),
      near: known.filter(({ far }) => !far).length,
      far: known.filter(({ far }) => far).length,
      notEvaluated: matrix.flows.length - known.length,
    },
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function changeOf({ of, from, to }: { of: string; from: number; to: number }) {
  return { measure: of, from: Number.isFinite(from) ? decimals(from) : null, to: decimals(to) }
}

function decimals(value: number): number {
  const rounded = Math.round(value * 1e6) / 1e6
  return rounded === 0 ? 0 : rounded
}

function countsText({ flows, tolerance }: ContactMatrix, lang: Lang): string {
  const far = flows.filter(({ far }) => far).length
  const unknown = flows.filter(({ missing }) => missing.length > 0).length
  return lang === 'zh'
    ? `流程 ${flows.length}，离对角线超过 ${figureText(tolerance)} 的 ${far}${unknown > 0 ? `，未评 ${unknown}` : ''}`
    : `flows ${flows.length}, farther than ${figureText(tolerance)} from the diagonal ${far}${unknown > 0 ? `, not known ${unknown}` : ''}`
}

/** `营业厅服务 [hall-service]（营业厅）`. */
function titleOf(map: ProcessMap, placed: PlacedFlow, lang: Lang): string {
  const { flow } = placed
  const name = textIn(flow.name, lang, flow.id)
  const channels = channelNames(map, placed, lang)
  return `${name}${name === flow.id ? '' : ` [${flow.id}]`}${lang === 'zh' ? `（${channels}）` : ` (${channels})`}`
}

function missingText({ missing }: PlacedFlow, lang: Lang): string {
  const names = missing.map((dimension) => DIMENSION_WORDS[dimension][lang])
  return lang === 'zh' ? `未写${names.join('、')}` : `not stated: ${names.join(', ')}`
}

function hang(text: string, first: string, width: number): string[] {
  const rest = ' '.repeat(columnsOf(first))
  return wrap(text, Math.max(20, width - rest.length)).map((line, i) => (i === 0 ? first : rest) + line)
}
