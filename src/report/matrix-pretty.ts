import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import { columnsOf, padEnd, wrap } from '../draw/columns.ts'
import {
  CELL_SIGNS,
  type CellEntry,
  describeFurtherAxes,
  entryText,
  type MatrixTable,
  tabulateMatrix,
} from '../draw/matrix-table.ts'
import { AXES, type AxisName, type HoleRow, type Id } from '../model/map.ts'
import { type Cell, countCells } from '../model/matrix.ts'
import { coverMatrix } from '../model/matrix-coverage.ts'
import { textIn } from '../model/text.ts'
import type { Palette, ReportContext } from './context.ts'
import type { MatrixResult } from './matrix-json.ts'
import { upkeepLines, upkeepOf } from './matrix-upkeep.ts'
import { COVERED_BY, coverageText, nameCovered } from './matrix-words.ts'

/** The matrix for the terminal: the table in as many blocks as the width asks for, legend, counts, holes, blind spots. */
export function reportMatrix(result: MatrixResult, context: ReportContext): string {
  const { lang, palette } = context
  const table = tabulateMatrix(result.map, result.matrix, lang)
  return [
    ...heading(result, context),
    '',
    ...drawTable(table, context),
    ...legend(result, context).map((line) => palette.dim(line)),
    '',
    ...wrap(countsLine(result, lang), context.width),
    ...listHoles(result, context),
    ...listBlindSpots(result, context),
    ...listCoverage(result, context),
    ...listOrphans(result, context),
    ...listUpkeep(result, context),
    '',
  ].join('\n')
}

function heading({ map, date }: MatrixResult, { lang, palette, width }: ReportContext): string[] {
  const name = textIn(map.name, lang, map.id)
  const { from, until } = map.effective
  const detail =
    lang === 'zh'
      ? `${map.id} · 版本 ${map.version} · 有效期 ${from} 至 ${until ?? '另行通知'} · 日期 ${date}`
      : `${map.id} · version ${map.version} · in force ${from} to ${until ?? 'further notice'} · on ${date}`
  return [palette.strong(name), ...wrap(detail, width)]
}

function drawTable(table: MatrixTable, { lang, palette, width }: ReportContext): string[] {
  const corner = lang === 'zh' ? '业务' : 'Business'
  const names = table.groups.flatMap((group) => group.rows.map((row) => columnsOf(row.name)))
  const widest = Math.min(Math.max(columnsOf(corner), ...names), width < 60 ? 12 : 22)
  const nameWidth = Math.max(widest, ...table.groups.map((group) => columnsOf(group.title) + 1))
  const room = width - nameWidth - 4
  const narrow = table.channels.map((channel, i) => {
    const entries = table.groups.flatMap((group) => group.rows.flatMap((row) => row.cells[i] ?? []))
    const content = Math.max(2, ...entries.map((entry) => columnsOf(entryText(entry))))
    return Math.max(content, Math.min(columnsOf(channel.name), Math.max(content, 10)))
  })
  // Words of the headings stay whole where that costs no further block.
  const whole = table.channels.map((channel, i) => Math.max(narrow[i] ?? 0, ...channel.name.split(' ').map(wordWidth)))
  const widths = blocksOf(whole, room).length === blocksOf(narrow, room).length ? whole : narrow
  return blocksOf(widths, room).flatMap((columns) => {
    const rule = (left: string, cross: string, right: string) =>
      palette.dim(
        left + [nameWidth, ...columns.map((i) => widths[i] ?? 0)].map((w) => '─'.repeat(w + 2)).join(cross) + right,
      )
    const bar = palette.dim('│')
    const line = (cells: readonly string[]) => `${bar} ${cells.join(` ${bar} `)} ${bar}`
    const lines = (name: readonly string[], cells: readonly (readonly Painted[])[]) => {
      const height = Math.max(name.length, ...cells.map((cell) => cell.length), 1)
      return Array.from({ length: height }, (_, k) =>
        line([
          padEnd(name[k] ?? '', nameWidth),
          ...cells.map((cell, j) => paintTo(cell[k], widths[columns[j] ?? 0] ?? 0)),
        ]),
      )
    }
    const out = [rule('┌', '┬', '┐')]
    const heads = columns.map((i) => wrap(table.channels[i]?.name ?? '', widths[i] ?? 0))
    out.push(
      ...lines(
        [corner],
        heads.map((head) => head.map((text) => ({ text, paint: palette.strong }))),
      ),
    )
    for (const group of table.groups) {
      out.push(
        titleRule(
          group.title,
          nameWidth,
          columns.map((i) => widths[i] ?? 0),
          palette,
        ),
      )
      for (const row of group.rows) {
        const cells = columns.map((i) => (row.cells[i] ?? []).map((entry) => paintEntry(entry, palette)))
        out.push(...lines(wrap(row.name, nameWidth), cells))
      }
    }
    out.push(rule('└', '┴', '┘'))
    return out
  })
}

/** Columns of a word that cannot be broken; Chinese can be. */
function wordWidth(word: string): number {
  return columnsOf(word) > word.length ? 0 : word.length
}

/** The rule above a group, with the group's title in it: `├─ 受理 ───┼────┤`. */
function titleRule(title: string, nameWidth: number, widths: readonly number[], palette: Palette): string {
  const filled = `─ ${title} ${'─'.repeat(Math.max(0, nameWidth - 1 - columnsOf(title)))}`
  const rest = widths.map((w) => `┼${'─'.repeat(w + 2)}`).join('')
  return `${palette.dim('├─')} ${palette.strong(title)} ${palette.dim(`${filled.slice(3 + title.length)}${rest}┤`)}`
}

interface Painted {
  readonly text: string
  paint(text: string): string
}

function paintTo(painted: Painted | undefined, columns: number): string {
  if (!painted) return ' '.repeat(columns)
  return painted.paint(painted.text) + ' '.repeat(Math.max(0, columns - columnsOf(painted.text)))
}

function paintEntry(entry: CellEntry, palette: Palette): Painted {
  const paint = { served: palette.good, 'not-offered': palette.dim, 'blind-spot': palette.error }[entry.status]
  return { text: entryText(entry), paint }
}

/** Which columns stand side by side; a column wider than the room still gets a block of its own. */
function blocksOf(widths: readonly number[], room: number): number[][] {
  const blocks: number[][] = []
  let used = 0
  for (const [i, width] of widths.entries()) {
    const block = blocks.at(-1)
    if (block && used + width + 3 <= room) {
      block.push(i)
      used += width + 3
    } else {
      blocks.push([i])
      used = width + 3
    }
  }
  return blocks
}

/** Explains the signs that the table really has. */
function legend({ map, matrix }: MatrixResult, { lang, width }: ReportContext): string[] {
  const zh = lang === 'zh'
  const { notOffered, blindSpots, served } = countCells(matrix)
  const parts: string[] = []
  if (notOffered > 0) parts.push(`${CELL_SIGNS['not-offered']} ${zh ? '不提供（已声明）' : 'not offered (declared)'}`)
  if (blindSpots > 0)
    parts.push(
      `${CELL_SIGNS['blind-spot']} ${zh ? '盲点（既无流程，也未声明）' : 'blind spot (neither served nor declared)'}`,
    )
  const ids = matrix.axes.brand ?? []
  if (served > 0 && ids.length > 1 && map.code.includes('{brand}')) {
    const brands = ids.map((id) => {
      const value = map.catalog.axes.brand.get(id)
      return `${value?.code ?? id} ${textIn(value?.name, lang, id)}`
    })
    parts.push(zh ? `* 每个品牌：${brands.join('、')}` : `* every brand: ${brands.join(', ')}`)
  }
  parts.push(...describeFurtherAxes(map, matrix, lang))
  return parts.length === 0 ? [] : wrap(parts.join(' · '), width)
}

function countsLine({ matrix }: MatrixResult, lang: Lang): string {
  const { cells, served, effectiveFlows, definitions, notOffered, blindSpots } = countCells(matrix)
  return lang === 'zh'
    ? `单元格 ${cells} · 接触点 ${served} · 有效流程 ${effectiveFlows} · 流程定义 ${definitions} · 不提供 ${notOffered} · 盲点 ${blindSpots}`
    : `cells ${cells} · touchpoints ${served} · effective flows ${effectiveFlows} · definitions ${definitions} · not offered ${notOffered} · blind spots ${blindSpots}`
}

function listHoles({ map, matrix }: MatrixResult, { lang, palette, width }: ReportContext): string[] {
  const holes = new Map<HoleRow, number>()
  for (const { hole } of matrix.cells) if (hole) holes.set(hole, (holes.get(hole) ?? 0) + 1)
  if (holes.size === 0) return []
  const lines = ['', palette.strong(lang === 'zh' ? '不提供的单元格及理由' : 'Not offered, and why')]
  for (const [hole, count] of holes) {
    const what = AXES.flatMap((axis) => nameSelection(map, axis, hole.select[axis], lang)).join(' × ')
    const where = `${hole.place.file}:${hole.place.range.start.line}`
    const because = textIn(hole.because, lang, '')
    const text =
      lang === 'zh'
        ? `${what}：${because}（${count} 格）`
        : `${what}: ${because} (${count} ${count === 1 ? 'cell' : 'cells'})`
    lines.push(...indent(wrap(text, width - 4), '  - ', '    '), `    ${palette.dim(where)}`)
  }
  return lines
}

function nameSelection(
  map: MatrixResult['map'],
  axis: AxisName,
  selection: readonly Id[] | 'all' | undefined,
  lang: Lang,
): string[] {
  const names: Partial<Record<AxisName, Message>> = {
    business: { zh: '全部业务', en: 'every business' },
    channel: { zh: '全部渠道', en: 'every channel' },
    brand: { zh: '全部品牌', en: 'every brand' },
  }
  if (selection === undefined || selection === 'all') return names[axis] ? [names[axis][lang]] : []
  const listed = selection.map((id) => textIn(map.catalog.axes[axis].get(id)?.name, lang, id))
  return [listed.join(lang === 'zh' ? '、' : ', ')]
}

function listBlindSpots({ map, matrix }: MatrixResult, { lang, palette, width }: ReportContext): string[] {
  const blind = matrix.cells.filter((cell) => cell.status === 'blind-spot')
  if (blind.length === 0) return []
  const lines = ['', palette.error(lang === 'zh' ? `盲点 ${blind.length} 处` : `Blind spots: ${blind.length}`)]
  const name = (axis: AxisName, id: Id) => textIn(map.catalog.axes[axis].get(id)?.name, lang, id)
  const brands = matrix.axes.brand?.length ?? 0
  for (const business of new Set(blind.map((cell) => cell.at.business))) {
    const ofBusiness = blind.filter((cell) => cell.at.business === business)
    const channels = [...new Set(ofBusiness.map((cell) => cell.at.channel))].map((channel) => {
      const here = ofBusiness.filter((cell) => cell.at.channel === channel)
      const further = here.map((cell) => furtherNames(cell, name))
      const plain = further.every((names) => names === '')
      if (plain && here.length === brands) return name('channel', channel)
      const which = here.map((cell, i) => name('brand', cell.at.brand) + (further[i] ? ` ${further[i]}` : ''))
      return lang === 'zh'
        ? `${name('channel', channel)}（${which.join('、')}）`
        : `${name('channel', channel)} (${which.join(', ')})`
    })
    const text =
      lang === 'zh'
        ? `${name('business', business)}：${channels.join('；')}`
        : `${name('business', business)}: ${channels.join('; ')}`
    lines.push(...indent(wrap(text, width - 4), '  - ', '    '))
  }
  return lines
}

/** Coverage by value of each axis in use and by class. */
function listCoverage({ map, matrix }: MatrixResult, { lang, palette, width }: ReportContext): string[] {
  const zh = lang === 'zh'
  const { by } = coverMatrix(map, matrix)
  const groups = [...new Set(by.map(({ axis }) => axis))].map(
    (axis) => [axis, by.filter((each) => each.axis === axis)] as const,
  )
  const title = zh ? '覆盖：接触点 / 单元格（不提供）覆盖率' : 'Coverage: served / cells (not offered) coverage'
  const lines = ['', ...wrap(title, width).map((line) => palette.strong(line))]
  for (const [axis, all] of groups) {
    const texts = all.map((each) => {
      const holes = each.notOffered > 0 ? (zh ? `（${each.notOffered}）` : ` (${each.notOffered})`) : ''
      return `${nameCovered(map, each, lang)} ${each.served}/${each.cells}${holes} ${coverageText(each.coverage)}`
    })
    const text = `${COVERED_BY[axis][lang]}${zh ? '：' : ': '}${texts.join(' · ')}`
    lines.push(...indent(wrap(text, width - 4), '  - ', '    '))
  }
  return lines
}

function listOrphans({ orphans = [] }: MatrixResult, { lang, palette, width }: ReportContext): string[] {
  if (orphans.length === 0) return []
  const title = lang === 'zh' ? `无人使用的定义 ${orphans.length} 处` : `Definitions nobody uses: ${orphans.length}`
  const lines = ['', palette.warning(title)]
  for (const { message, place } of orphans) {
    lines.push(...indent(wrap(message[lang], width - 4), '  - ', '    '))
    lines.push(`    ${palette.dim(`${place.file}:${place.range.start.line}`)}`)
  }
  return lines
}

/** Review and walk-throughs, and what is overdue of them. */
function listUpkeep(result: MatrixResult, { lang, palette, width }: ReportContext): string[] {
  const upkeep = upkeepOf(result)
  if (!upkeep) return []
  const title = lang === 'zh' ? `评审与穿越（截至 ${upkeep.asOf}）` : `Review and walk-throughs (as of ${upkeep.asOf})`
  const lines = upkeepLines(result.map, upkeep, lang)
  return ['', palette.strong(title), ...lines.flatMap((line) => indent(wrap(line, width - 4), '  - ', '    '))]
}

function furtherNames(cell: Cell, name: (axis: AxisName, id: Id) => string): string {
  return (['identity', 'region', 'environment'] as const)
    .flatMap((axis) => (cell.at[axis] === undefined ? [] : [name(axis, cell.at[axis])]))
    .join(' ')
}

function indent(lines: readonly string[], first: string, rest: string): string[] {
  return lines.map((line, i) => (i === 0 ? first : rest) + line)
}
