import { textIn } from '../model/text.ts'
import type { ProcessMap } from '../model/map.ts'
import { buildMatrix, countCells, type Matrix } from '../model/matrix.ts'
import { type CellEntry, describeFurtherAxes, entryText, type MatrixTable, tabulateMatrix } from './matrix-table.ts'
import { measureText, wrapToWidth } from './measure-text.ts'
import { escapeXml, svgHead, svgText } from './svg-text.ts'
import type { Words } from './words.ts'

const MARGIN = 16
const LINE = 18
const PADDING = 8
const COLOURS = {
  ink: '#1f2933',
  soft: '#5b6875',
  head: '#dfe8f1',
  group: '#eef3f8',
  border: '#c5d0db',
  served: ['#e6f4ea', '#1e6b3a'],
  'not-offered': ['#f1f3f5', '#6b7785'],
  'blind-spot': ['#fde8e6', '#b3261e'],
} as const

/** The matrix as an SVG table: green is served, grey declared not offered, red a blind spot. */
export function matrixToSvg(map: ProcessMap, words: Words, matrix: Matrix = buildMatrix(map)): string {
  const { lang } = words
  const zh = lang === 'zh'
  const table = tabulateMatrix(map, matrix, lang)
  const nameWidth = columnWidth([zh ? '业务' : 'Business', ...rowNames(table)], 13.5, 90, 220)
  const widths = table.channels.map((channel, i) =>
    columnWidth([channel.name, ...entriesOf(table, i).map(entryText)], 13, 76, 170),
  )
  const title = textIn(map.name, lang, map.id)
  const total = nameWidth + widths.reduce((sum, one) => sum + one, 0)
  const counts = describeCounts(matrix, zh)
  const body: string[] = []
  let y = 0

  function row(height: number, fill: string): void {
    body.push(rect(0, y, total, height, fill))
  }

  const heads = table.channels.map((channel, i) => wrapToWidth(channel.name, (widths[i] ?? 0) - 2 * PADDING, 13, 3))
  const headHeight = Math.max(1, ...heads.map((lines) => lines.length)) * LINE + 2 * PADDING
  row(headHeight, COLOURS.head)
  body.push(
    svgText(zh ? '业务' : 'Business', PADDING, y + headHeight / 2 + 5, { size: 13.5, fill: COLOURS.ink, weight: 600 }),
  )
  let x = nameWidth
  for (const [i, lines] of heads.entries()) {
    const width = widths[i] ?? 0
    lines.forEach((line, k) =>
      body.push(
        svgText(
          line,
          x + width / 2,
          y + PADDING + 13 + k * LINE + (headHeight - 2 * PADDING - lines.length * LINE) / 2,
          {
            size: 13,
            fill: COLOURS.ink,
            weight: 600,
            middle: true,
          },
        ),
      ),
    )
    x += width
  }
  y += headHeight
  for (const group of table.groups) {
    row(LINE + 8, COLOURS.group)
    body.push(svgText(group.title, PADDING, y + 18, { size: 12.5, fill: COLOURS.soft, weight: 600 }))
    y += LINE + 8
    for (const one of group.rows) {
      const names = wrapToWidth(one.name, nameWidth - 2 * PADDING, 13.5, 3)
      const tallest = Math.max(names.length, ...one.cells.map((entries) => entries.length), 1)
      const height = tallest * LINE + 2 * PADDING
      row(height, '#ffffff')
      names.forEach((line, k) =>
        body.push(
          svgText(line, PADDING, y + (height - names.length * LINE) / 2 + 13.5 + k * LINE, {
            size: 13.5,
            fill: COLOURS.ink,
          }),
        ),
      )
      let left = nameWidth
      for (const [i, entries] of one.cells.entries()) {
        const width = widths[i] ?? 0
        drawCell(entries, left, y, width, height)
        left += width
      }
      y += height
    }
  }

  function drawCell(entries: readonly CellEntry[], left: number, top: number, width: number, height: number): void {
    const band = (height - 6) / Math.max(1, entries.length)
    for (const [k, entry] of entries.entries()) {
      const [fill, ink] = COLOURS[entry.status]
      const at = top + 3 + k * band
      const because = entry.cells[0]?.hole ? textIn(entry.cells[0].hole.because, lang, '') : ''
      const detail = entry.cells[0]?.row ? entry.cells[0].row.flow : because
      const [text = ''] = wrapToWidth(entryText(entry), width - 2 * PADDING, 13, 1)
      body.push(
        `<g>${detail === '' ? '' : `<title>${escapeXml(detail)}</title>`}${rect(left + 3, at, width - 6, band - 1, fill, 4)}${svgText(text, left + width / 2, at + band / 2 + 4, { size: 13, fill: ink, middle: true })}</g>`,
      )
    }
  }

  let line = 0
  for (const width of [nameWidth, ...widths]) {
    line += width
    if (line < total) body.push(`<path d="M${n(line)} 0V${n(y)}" stroke="${COLOURS.border}" fill="none"/>`)
  }
  const signs = zh
    ? '绿：提供 · 灰（--）：声明不提供 · 红（??）：盲点 · *：每个品牌'
    : 'green: served · grey (--): declared not offered · red (??): blind spot · *: every brand'
  const legend = [signs, ...describeFurtherAxes(map, matrix, lang)].join(' · ')
  const notes = [...wrapToWidth(counts, Math.max(total, 260), 12), ...wrapToWidth(legend, Math.max(total, 260), 12)]
  const heading = `${title} · ${map.version}`
  const width = Math.ceil(Math.max(total, 260, measureText(heading, 18)) + 2 * MARGIN)
  const height = Math.ceil(y + notes.length * LINE + 2 * MARGIN + 52)
  return [
    ...svgHead({ width, height, title: heading, description: counts, lang }),
    svgText(heading, MARGIN, MARGIN + 22, { size: 18, weight: 600, fill: COLOURS.ink }),
    `<g transform="translate(${MARGIN} ${MARGIN + 38})">`,
    ...body,
    ...notes.map((note, i) => svgText(note, 0, y + 20 + i * LINE, { size: 12, fill: COLOURS.soft })),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

function describeCounts(matrix: Matrix, zh: boolean): string {
  const { served, definitions, notOffered, blindSpots } = countCells(matrix)
  return zh
    ? `接触点 ${served} · 流程定义 ${definitions} · 不提供 ${notOffered} · 盲点 ${blindSpots}`
    : `touchpoints ${served} · definitions ${definitions} · not offered ${notOffered} · blind spots ${blindSpots}`
}

function rowNames(table: MatrixTable): string[] {
  return table.groups.flatMap((group) => [group.title, ...group.rows.map((row) => row.name)])
}

function entriesOf(table: MatrixTable, channel: number): CellEntry[] {
  return table.groups.flatMap((group) => group.rows.flatMap((row) => row.cells[channel] ?? []))
}

function columnWidth(texts: readonly string[], size: number, least: number, most: number): number {
  const widest = Math.max(...texts.map((text) => measureText(text, size)))
  return Math.min(most, Math.max(least, widest + 2 * PADDING + 4))
}

function rect(x: number, y: number, width: number, height: number, fill: string, round = 0): string {
  const border = round > 0 ? ` rx="${round}"` : ` stroke="${COLOURS.border}"`
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}"${border}/>`
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}
