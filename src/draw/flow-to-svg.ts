import { textIn } from '../model/text.ts'
import { layoutFlow } from './layout-flow.ts'
import { measureText } from './measure-text.ts'
import { SIZES } from './placement.ts'
import type { PictureEdge, PictureNode } from './route-picture.ts'
import { escapeXml, svgHead, svgText } from './svg-text.ts'
import type { UnfoldedFlow } from './unfold-flow.ts'
import type { Words } from './words.ts'

const TITLE = 46
const HEADING = 18
const MARGIN = 16
const CORNER = 7

const COLOURS = {
  ink: '#1f2933',
  soft: '#5b6875',
  line: '#4a5a6a',
  lane: ['#f7f9fb', '#eef3f8'],
  head: '#dfe8f1',
  border: '#c5d0db',
  box: '#ffffff',
  boxLine: '#3c6e9f',
  critical: '#b3261e',
  gateway: '#fff7e0',
  gatewayLine: '#a97c00',
  event: '#fdeee3',
  eventLine: '#bf5b16',
  frame: '#6b7d8f',
  start: '#2e7d4f',
} as const

/** A flow as an SVG picture of its own: no script, no font or file from elsewhere, all text escaped. */
export function flowToSvg(unfolded: UnfoldedFlow, words: Words): string {
  const picture = layoutFlow(unfolded, words)
  const zh = words.lang === 'zh'
  const { flow } = unfolded
  const name = textIn(flow.name, words.lang, flow.id)
  const heading = name === flow.id ? name : zh ? `${name}（${flow.id}）` : `${name} (${flow.id})`
  const steps = picture.nodes.filter((node) => node.kind === 'step').length
  const description = zh
    ? `泳道图：${steps} 个环节；角色：${picture.lanes.map((lane) => lane.name).join('、')}`
    : `Swimlanes: ${steps} steps; roles: ${picture.lanes.map((lane) => lane.name).join(', ')}`
  const width = Math.ceil(Math.max(picture.width, measureText(heading, HEADING)) + 2 * MARGIN)
  const height = Math.ceil(picture.height + TITLE + 2 * MARGIN)
  const out: string[] = [
    ...svgHead({
      width,
      height,
      title: heading,
      description,
      lang: words.lang,
      defs: [
        `<marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 1 10 5 0 9z" fill="${COLOURS.line}"/></marker>`,
      ],
    }),
    svgText(heading, MARGIN, MARGIN + 22, { size: HEADING, weight: 600, fill: COLOURS.ink }),
    `<g transform="translate(${MARGIN} ${MARGIN + TITLE - 8})">`,
  ]
  for (const [i, lane] of picture.lanes.entries()) {
    out.push(
      `<rect x="${n(lane.x)}" y="0" width="${n(lane.width)}" height="${n(picture.height)}" fill="${COLOURS.lane[i % 2]}" stroke="${COLOURS.border}"/>`,
      `<rect x="${n(lane.x)}" y="0" width="${n(lane.width)}" height="${picture.headHeight - 10}" fill="${COLOURS.head}" stroke="${COLOURS.border}"/>`,
      svgText(lane.name, lane.x + lane.width / 2, 20, { size: 14, weight: 600, fill: COLOURS.ink, middle: true }),
    )
  }
  if (picture.anyTimeY !== undefined) {
    const y = picture.anyTimeY
    out.push(
      `<path d="M0 ${n(y)}H${n(picture.width)}" stroke="${COLOURS.frame}" stroke-dasharray="6 4" fill="none"/>`,
      svgText(zh ? '任何时候都可能发生' : 'May happen at any time', 10, y + 17, { size: 12, fill: COLOURS.soft }),
    )
  }
  for (const frame of picture.frames) {
    out.push(
      `<g><title>${escapeXml(frame.description)}</title><rect x="${n(frame.x)}" y="${n(frame.y)}" width="${n(frame.width)}" height="${n(frame.height)}" rx="8" fill="#ffffff" fill-opacity="0.55" stroke="${COLOURS.frame}" stroke-dasharray="5 3"/></g>`,
    )
  }
  for (const { x, from, to } of picture.leads)
    out.push(
      `<path d="M${n(x)} ${n(from)}V${n(to)}" fill="none" stroke="${COLOURS.eventLine}" stroke-width="1.4" stroke-dasharray="3 3"/>`,
    )
  for (const edge of picture.edges) out.push(drawEdge(edge))
  for (const frame of picture.frames) {
    const [x, y] = frame.titleAt
    if (frame.titleWidth !== undefined)
      out.push(
        `<rect x="${n(x - 3)}" y="${n(y - 12)}" width="${n(frame.titleWidth + 6)}" height="16" rx="3" fill="#ffffff" fill-opacity="0.92"/>`,
      )
    if (frame.title !== '') out.push(svgText(frame.title, x, y, { size: SIZES.label, weight: 600, fill: COLOURS.soft }))
  }
  for (const node of picture.nodes) out.push(drawNode(node))
  for (const label of picture.labels) {
    out.push(
      `<rect x="${n(label.x)}" y="${n(label.y)}" width="${n(label.width)}" height="${n(label.height)}" rx="3" fill="#ffffff" fill-opacity="0.92"/>`,
      ...label.lines.map((line, i) =>
        svgText(line, label.x + label.width / 2, label.y + 12 + i * SIZES.labelLine, {
          size: SIZES.label,
          fill: COLOURS.gatewayLine,
          middle: true,
        }),
      ),
    )
  }
  out.push('</g>', '</svg>', '')
  return out.join('\n')
}

/** The line with rounded corners; no arrow where it comes to a point at which lines merely meet. */
function drawEdge({ points, to, back }: PictureEdge): string {
  const parts: string[] = []
  const bends = points.filter((point, i) => {
    const before = points[i - 1]
    return !before || before[0] !== point[0] || before[1] !== point[1]
  })
  for (const [i, [x, y]] of bends.entries()) {
    const before = bends[i - 1]
    const after = bends[i + 1]
    if (!before) parts.push(`M${n(x)} ${n(y)}`)
    else if (!after) parts.push(`L${n(x)} ${n(y)}`)
    else {
      const radius = Math.min(CORNER, distance(before, [x, y]) / 2, distance([x, y], after) / 2)
      const [ax, ay] = toward([x, y], before, radius)
      const [bx, by] = toward([x, y], after, radius)
      parts.push(`L${n(ax)} ${n(ay)}Q${n(x)} ${n(y)} ${n(bx)} ${n(by)}`)
    }
  }
  const arrow = to.kind === 'merge' && !back ? '' : ' marker-end="url(#arrow)"'
  return `<path d="${parts.join('')}" fill="none" stroke="${COLOURS.line}" stroke-width="1.4"${arrow}/>`
}

function drawNode(node: PictureNode): string {
  const { x, y, width, height, source } = node
  const middle = x + width / 2
  const level = y + height / 2
  const parts: string[] = source.description === '' ? [] : [`<title>${escapeXml(source.description)}</title>`]
  switch (node.kind) {
    case 'start':
      parts.push(
        `<circle cx="${n(middle)}" cy="${n(level)}" r="9" fill="#ffffff" stroke="${COLOURS.start}" stroke-width="2"/>`,
      )
      break
    case 'end':
      parts.push(
        `<circle cx="${n(middle)}" cy="${n(level)}" r="8.5" fill="#ffffff" stroke="${COLOURS.critical}" stroke-width="3.5"/>`,
      )
      break
    case 'merge':
      parts.push(`<circle cx="${n(middle)}" cy="${n(level)}" r="4" fill="${COLOURS.line}"/>`)
      break
    case 'gateway':
      parts.push(
        `<path d="M${n(middle)} ${n(y)}L${n(x + width)} ${n(level)} ${n(middle)} ${n(y + height)} ${n(x)} ${n(level)}z" fill="${COLOURS.gateway}" stroke="${COLOURS.gatewayLine}" stroke-width="1.6"/>`,
        ...drawSign(source.sign, middle, level),
      )
      if (source.caption !== '')
        parts.push(svgText(source.caption, x + width + 6, level + 4, { size: SIZES.label, fill: COLOURS.gatewayLine }))
      break
    case 'event':
      parts.push(
        `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(Math.min(16, height / 2))}" fill="${COLOURS.event}" stroke="${COLOURS.eventLine}" stroke-width="1.4"/>`,
        ...source.title.map((line, i) =>
          svgText(line, middle, y + 7 + 12 + i * SIZES.labelLine, {
            size: SIZES.label,
            fill: COLOURS.ink,
            middle: true,
          }),
        ),
      )
      break
    case 'return':
      parts.push(
        `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="13" fill="#ffffff" stroke="${COLOURS.eventLine}"/>`,
        svgText(source.title[0] ?? '', middle, level + 4, { size: SIZES.label, fill: COLOURS.ink, middle: true }),
      )
      break
    case 'step':
    case 'folded': {
      const isCritical = source.step?.step.critical === true
      const stroke = isCritical ? COLOURS.critical : COLOURS.boxLine
      const dash = source.dashed ? ' stroke-dasharray="5 3"' : ''
      parts.push(
        `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="8" fill="${COLOURS.box}" stroke="${stroke}" stroke-width="${isCritical ? 2.2 : 1.5}"${dash}/>`,
      )
      const { title, notes } = source
      const tall = title.length * SIZES.titleLine + notes.length * SIZES.noteLine + (notes.length > 0 ? 2 : 0)
      let base = level - tall / 2
      for (const line of title) {
        parts.push(svgText(line, middle, base + 14, { size: SIZES.title, fill: COLOURS.ink, middle: true }))
        base += SIZES.titleLine
      }
      base += 2
      for (const line of notes) {
        parts.push(
          svgText(line, middle, base + 11.5, {
            size: SIZES.note,
            fill: line === source.alarm ? COLOURS.critical : COLOURS.soft,
            middle: true,
          }),
        )
        base += SIZES.noteLine
      }
    }
  }
  return `<g>${parts.join('')}</g>`
}

function drawSign(sign: PictureNode['source']['sign'], x: number, y: number): string[] {
  const pen = `fill="none" stroke="${COLOURS.gatewayLine}" stroke-width="2"`
  switch (sign) {
    case '+':
      return [`<path d="M${n(x - 6)} ${n(y)}h12M${n(x)} ${n(y - 6)}v12" ${pen}/>`]
    case 'o':
      return [`<circle cx="${n(x)}" cy="${n(y)}" r="6" ${pen}/>`]
    case '~':
      return [`<path d="M${n(x - 7)} ${n(y + 1)}c3 -6 5 -3 7 -1s4 4 7 -1" ${pen}/>`]
    case '':
      return []
  }
}

type Point = readonly [x: number, y: number]

function distance(a: Point, b: Point): number {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])
}

function toward(from: Point, to: Point, by: number): Point {
  const whole = distance(from, to)
  if (whole === 0) return from
  return [from[0] + ((to[0] - from[0]) * by) / whole, from[1] + ((to[1] - from[1]) * by) / whole]
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}
