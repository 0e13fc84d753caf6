import { entryText, tabulateMatrix } from '../draw/matrix-table.ts'
import { AXES } from '../model/map.ts'
import { countCells } from '../model/matrix.ts'
import { coverMatrix } from '../model/matrix-coverage.ts'
import { textIn } from '../model/text.ts'
import type { ReportContext } from './context.ts'
import { markdownTable, markdownText } from './markdown-text.ts'
import type { MatrixResult } from './matrix-json.ts'
import { upkeepLines, upkeepOf } from './matrix-upkeep.ts'
import { COVERED_BY, coverageText, nameCovered } from './matrix-words.ts'

const NUMBERS: ReadonlySet<number> = new Set([2, 3, 4, 5, 6])

/** The matrix for a wiki or a pull request: a table a class, the figures, holes with reasons, blind spots, orphans. */
export function reportMatrixAsMarkdown(result: MatrixResult, { lang }: Pick<ReportContext, 'lang'>): string {
  const { map, matrix, date, orphans = [] } = result
  const zh = lang === 'zh'
  const table = tabulateMatrix(map, matrix, lang)
  const { from, until } = map.effective
  const parts = [
    `# ${markdownText(textIn(map.name, lang, map.id))}\n`,
    zh
      ? `\`${map.id}\` 版本 ${markdownText(map.version)}，${from} 至 ${until ?? '另行通知'}（${date}）\n`
      : `\`${map.id}\` version ${markdownText(map.version)}, ${from} to ${until ?? 'further notice'} (on ${date})\n`,
  ]
  const head = [zh ? '业务' : 'business', ...table.channels.map(({ name }) => markdownText(name))]
  for (const group of table.groups) {
    const rows = group.rows.map(({ name, cells }) => [
      markdownText(name),
      ...cells.map((entries) => entries.map((entry) => markdownText(entryText(entry))).join('<br>')),
    ])
    parts.push(`## ${markdownText(group.title)}\n`, markdownTable(head, rows))
  }
  const { cells, served, notOffered, blindSpots, definitions } = countCells(matrix)
  parts.push(
    zh
      ? `单元格 ${cells}，接触点 ${served}，流程定义 ${definitions}，不提供 ${notOffered}，盲点 ${blindSpots}\n`
      : `cells ${cells}, touchpoints ${served}, definitions ${definitions}, not offered ${notOffered}, blind spots ${blindSpots}\n`,
    `## ${zh ? '覆盖' : 'Coverage'}\n`,
    markdownTable(
      zh
        ? ['轴', '取值', '单元格', '接触点', '不提供', '盲点', '覆盖率']
        : ['axis', 'value', 'cells', 'served', 'not offered', 'blind', 'coverage'],
      coverMatrix(map, matrix).by.map((each) => [
        COVERED_BY[each.axis][lang],
        markdownText(nameCovered(map, each, lang)),
        ...[each.cells, each.served, each.notOffered, each.blindSpots].map(String),
        coverageText(each.coverage),
      ]),
      NUMBERS,
    ),
  )
  const holes = new Map(matrix.cells.flatMap(({ hole }) => (hole ? [[hole.place, hole] as const] : [])))
  if (holes.size > 0) {
    const rows = [...holes.values()].map((hole) => [
      markdownText(
        AXES.flatMap((axis) => {
          const select = hole.select[axis]
          return select === undefined ? [] : [select === 'all' ? 'all' : select.join(', ')]
        }).join(' × '),
      ),
      markdownText(textIn(hole.because, lang, '')),
      `${markdownText(hole.place.file)}:${hole.place.range.start.line}`,
    ])
    parts.push(
      `## ${zh ? '不提供的单元格及理由' : 'Not offered, and why'}\n`,
      markdownTable(zh ? ['单元格', '理由', '出处'] : ['cells', 'because', 'written at'], rows),
    )
  }
  const blind = matrix.cells.filter(({ status }) => status === 'blind-spot')
  if (blind.length > 0) {
    const rows = blind.map(({ at }) => [markdownText(AXES.flatMap((axis) => at[axis] ?? []).join(' × '))])
    parts.push(`## ${zh ? '盲点' : 'Blind spots'}\n`, markdownTable([zh ? '单元格' : 'cell'], rows))
  }
  if (orphans.length > 0) {
    const rows = orphans.map(({ message, place }) => [
      markdownText(message[lang]),
      `${markdownText(place.file)}:${place.range.start.line}`,
    ])
    parts.push(
      `## ${zh ? '无人使用的定义' : 'Definitions nobody uses'}\n`,
      markdownTable(zh ? ['发现', '出处'] : ['finding', 'written at'], rows),
    )
  }
  const upkeep = upkeepOf(result)
  if (upkeep) {
    const lines = upkeepLines(map, upkeep, lang).map((line) => `- ${markdownText(line)}\n`)
    const title = zh ? `评审与穿越（截至 ${upkeep.asOf}）` : `Review and walk-throughs (as of ${upkeep.asOf})`
    parts.push(`## ${title}\n`, lines.join(''))
  }
  return parts.join('\n')
}
