import type { ContactMatrix, PlacedFlow } from '../flow/contact-degree.ts'
import { CONTACT_DIMENSIONS } from '../model/contact.ts'
import type { ProcessMap } from '../model/map.ts'
import { textIn } from '../model/text.ts'
import { channelNames, DIMENSION_WORDS, figureText, shareText, signedText, waysText } from './contact-words.ts'
import { measureText, wrapToWidth } from './measure-text.ts'
import { escapeXml, svgHead, svgText } from './svg-text.ts'
import type { Words } from './words.ts'

const MARGIN = 20
const SIDE = 540
const LEFT = 54
const TOP = 84
const GAP = 36
const NAME = 282
const FIGURE = 58
const BAR = 62
const ROW = 38
const RADIUS = 11
const COLOURS = {
  ink: '#1f2933',
  soft: '#5b6875',
  faint: '#eef3f8',
  border: '#c5d0db',
  band: '#e4f1ea',
  diagonal: '#7fae93',
  track: '#e3e9ef',
  bar: '#5f86ad',
  near: ['#ffffff', '#1e6b3a'],
  far: ['#b3261e', '#ffffff'],
} as const

/**
 * The contact-degree matrix as a picture (S24.g): high contact to the left, involved flows above, the band around the
 * diagonal shaded; each flow is a number, and the table beside it says which. Red ones lie outside the band.
 */
export function contactDegreeToSvg(
  map: Pick<ProcessMap, 'id' | 'name' | 'version' | 'catalog'>,
  { lang }: Pick<Words, 'lang'>,
  matrix: ContactMatrix,
): string {
  const zh = lang === 'zh'
  const { flows, tolerance } = matrix
  const heading = `${textIn(map.name, lang, map.id)} · ${map.version} · ${zh ? '接触度矩阵' : 'contact-degree matrix'}`
  const far = flows.filter((placed) => placed.far).length
  const desc = zh
    ? `流程 ${flows.length}，离对角线超过 ${figureText(tolerance)} 的 ${far}`
    : `flows ${flows.length}, farther than ${figureText(tolerance)} from the diagonal ${far}`
  const x = (degree: number) => LEFT + (1 - degree) * SIDE
  const y = (process: number) => TOP + (1 - process) * SIDE
  const right = LEFT + SIDE + GAP
  const tableWidth = NAME + 3 * FIGURE + 3 * (BAR + 10) + 6
  const width = right + tableWidth + MARGIN
  const notes = wrapToWidth(zh ? NOTE.zh : NOTE.en, width - LEFT - MARGIN, 12)
  const bottom = Math.max(TOP + SIDE + 62, TOP + 24 + flows.length * ROW)
  const height = bottom + 18 + notes.length * 18 + MARGIN

  const plot: string[] = [`<rect x="${LEFT}" y="${TOP}" width="${SIDE}" height="${SIDE}" fill="#ffffff"/>`]
  const t = Math.min(1, Math.max(0, tolerance))
  const band = [
    [1, 1],
    [1 - t, 1],
    [0, t],
    [0, 0],
    [t, 0],
    [1, 1 - t],
  ] as const
  plot.push(
    `<polygon points="${band.map(([degree, process]) => `${n(x(degree))},${n(y(process))}`).join(' ')}" fill="${COLOURS.band}"/>`,
  )
  for (const share of [0.25, 0.5, 0.75])
    plot.push(
      line(x(share), TOP, x(share), TOP + SIDE, COLOURS.faint),
      line(LEFT, y(share), LEFT + SIDE, y(share), COLOURS.faint),
    )
  plot.push(
    line(x(1), y(1), x(0), y(0), COLOURS.diagonal, ' stroke-dasharray="6 5" stroke-width="1.5"'),
    `<rect x="${LEFT}" y="${TOP}" width="${SIDE}" height="${SIDE}" fill="none" stroke="${COLOURS.border}"/>`,
  )
  const soft = { size: 13, fill: COLOURS.soft }
  const corner = (text: string, left: number, top: number) =>
    wrapToWidth(text, 170, 13).map((part, i) => svgText(part, left, top + i * 18, { ...soft, middle: true }))
  plot.push(
    ...corner(zh ? '比接触所需的繁' : 'more involved than the contact asks for', LEFT + SIDE - 100, TOP + 32),
    ...corner(zh ? '比接触所需的简' : 'plainer than the contact asks for', LEFT + 100, TOP + SIDE - 44),
  )
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    plot.push(
      svgText(figureText(share), x(share), TOP + SIDE + 18, { ...soft, size: 12, middle: true }),
      svgText(figureText(share), LEFT - 18, y(share) + 4, { ...soft, size: 12, middle: true }),
    )
  }
  const [high, low] = zh
    ? ['← 高接触：主动、个性化、客户可见', '低接触：被动、客户不可见 →']
    : ['← high contact: active, customised, visible', 'low contact: passive, invisible →']
  plot.push(
    svgText(high, LEFT, TOP + SIDE + 42, { ...soft, weight: 600 }),
    svgText(low, LEFT + SIDE - measureText(low, 13), TOP + SIDE + 42, { ...soft, weight: 600 }),
    `<g transform="translate(${MARGIN - 2} ${TOP + SIDE / 2}) rotate(-90)">${svgText(zh ? '流程：简 → 繁（复杂度、多样性、流向）' : 'process: plain → involved (complexity, diversity, direction of flow)', 0, 0, { ...soft, weight: 600, middle: true })}</g>`,
  )

  const places = spread(flows, tolerance, x, y)
  const marks: string[] = []
  flows.forEach((placed, i) => {
    const { degree, measures } = placed
    const at = places[i]
    if (degree === undefined || !at) return
    const [fill, ink] = placed.far ? COLOURS.far : COLOURS.near
    const exact = [x(degree), y(measures.process)] as const
    const colour = placed.far ? fill : ink
    if (Math.hypot(at[0] - exact[0], at[1] - exact[1]) > 1)
      plot.push(
        line(exact[0], exact[1], at[0], at[1], colour),
        `<circle cx="${n(exact[0])}" cy="${n(exact[1])}" r="2.5" fill="${colour}"/>`,
      )
    marks.push(
      `<g><title>${escapeXml(describePlaced(map, placed, lang))}</title>${mark(i + 1, at[0], at[1], fill, ink)}</g>`,
    )
  })
  plot.push(...marks)

  const table: string[] = []
  const figureAt = (column: number) => right + NAME + column * FIGURE + FIGURE - 4
  const barAt = (column: number) => right + NAME + 3 * FIGURE + 16 + column * (BAR + 10)
  const heads = zh ? ['接触度', '流程', '差'] : ['contact', 'process', 'off']
  const bars = zh ? ['复杂', '多样', '流向'] : ['complexity', 'diversity', 'direction']
  bars.forEach((head, column) =>
    table.push(svgText(head, barAt(column), TOP + 4, { size: 12.5, fill: COLOURS.soft, weight: 600 })),
  )
  heads.forEach((head, column) =>
    table.push(rightText(head, figureAt(column), TOP + 4, { size: 12.5, fill: COLOURS.soft, weight: 600 })),
  )
  table.push(line(right, TOP + 14, right + tableWidth, TOP + 14, COLOURS.border))
  flows.forEach((placed, i) => {
    const { flow, degree, distance, measures } = placed
    const top = TOP + 22 + i * ROW
    const [fill, ink] = placed.far ? COLOURS.far : COLOURS.near
    const [name = ''] = wrapToWidth(textIn(flow.name, lang, flow.id), NAME - 42, 13.5, 1)
    const [where = ''] = wrapToWidth(channelNames(map, placed, lang), NAME - 42, 11.5, 1)
    const figures = [
      degree === undefined ? '–' : shareText(degree),
      shareText(measures.process),
      distance === undefined ? '–' : signedText(distance),
    ]
    table.push(
      mark(i + 1, right + RADIUS + 1, top + 15, fill, ink),
      svgText(name, right + 34, top + 12, { size: 13.5, fill: COLOURS.ink, weight: 600 }),
      svgText(where, right + 34, top + 27, { size: 11.5, fill: COLOURS.soft }),
      ...figures.map((text, column) =>
        rightText(text, figureAt(column), top + 19, {
          size: 13,
          fill: column === 2 && placed.far ? COLOURS.far[0] : COLOURS.ink,
          ...(column === 2 && placed.far ? { weight: 700 } : {}),
        }),
      ),
      ...[measures.complexity, measures.diversity, measures.direction].map((share, column) =>
        bar(share, barAt(column), top + 11),
      ),
    )
  })

  return [
    ...svgHead({ width, height, title: heading, description: desc, lang }),
    svgText(wrapToWidth(heading, width - LEFT - MARGIN, 19, 1)[0] ?? '', LEFT, MARGIN + 22, {
      size: 19,
      weight: 600,
      fill: COLOURS.ink,
    }),
    svgText(desc, LEFT, MARGIN + 44, { size: 13, fill: COLOURS.soft }),
    ...plot,
    ...table,
    ...notes.map((note, i) => svgText(note, LEFT, bottom + 18 + i * 18, { size: 12, fill: COLOURS.soft })),
    '</svg>',
    '',
  ].join('\n')
}

const NOTE = {
  zh: '接触度是五个维度的平均；流程是复杂度（环节、分岔）、多样性（走法）、流向（来回、交接、返回）的平均。绿带之内相称，红点在带外。定义为本工具所拟：docs/contact-degree.md',
  en: 'Contact is the mean of the five dimensions; process the mean of complexity (steps, forks), diversity (ways through) and direction of flow (turns, hand-overs, returns). Inside the green band they fit; red lies outside. Definitions are ours: docs/contact-degree.md',
}

/** What a reader sees over a mark. */
function describePlaced(map: Pick<ProcessMap, 'catalog'>, placed: PlacedFlow, lang: Words['lang']): string {
  const { flow, contact, degree, measures, distance, cells } = placed
  const zh = lang === 'zh'
  const { steps, forks, ways, passes } = measures
  const dimensions = CONTACT_DIMENSIONS.map(
    (dimension) => `${DIMENSION_WORDS[dimension][lang]} ${contact[dimension]?.value ?? '–'}`,
  )
  return [
    `${textIn(flow.name, lang, flow.id)} (${flow.id}) · ${channelNames(map, placed, lang)}`,
    zh ? `接触点 ${cells.length}` : `touchpoints ${cells.length}`,
    `${zh ? '接触度' : 'contact'} ${degree === undefined ? '–' : shareText(degree)}: ${dimensions.join(', ')}`,
    zh
      ? `流程 ${shareText(measures.process)}: 环节 ${steps}, 分岔 ${forks}, 走法 ${waysText(ways.bits)}, 换手与返回 ${figureText(passes)}`
      : `process ${shareText(measures.process)}: steps ${steps}, forks ${forks}, ways ${waysText(ways.bits)}, passes ${figureText(passes)}`,
    `${zh ? '差' : 'off'} ${distance === undefined ? '–' : signedText(distance)}`,
  ].join('\n')
}

/**
 * Where the marks go: each to its place, or where it would cover another to the nearest free one, on the same side of the
 * band's edge if there is any.
 */
function spread(
  flows: readonly PlacedFlow[],
  tolerance: number,
  x: (degree: number) => number,
  y: (process: number) => number,
): readonly (readonly [number, number] | undefined)[] {
  const taken: (readonly [number, number])[] = []
  return flows.map(({ degree, measures, far }) => {
    if (degree === undefined) return undefined
    const point = [x(degree), y(measures.process)] as const
    const free = ([px, py]: readonly [number, number]) =>
      px > LEFT + RADIUS &&
      px <= LEFT + SIDE &&
      py >= TOP &&
      py < TOP + SIDE - RADIUS &&
      taken.every(([qx, qy]) => Math.hypot(px - qx, py - qy) > 2 * RADIUS + 2)
    const outside = ([px, py]: readonly [number, number]) => Math.abs(px - LEFT - (py - TOP)) > tolerance * SIDE === far
    const candidates: (readonly [number, number])[] = [point]
    for (let away = RADIUS; away <= 12 * RADIUS; away += RADIUS / 2) {
      for (let turn = 0; turn < 16; turn++) {
        const angle = (turn * Math.PI) / 8
        candidates.push([point[0] + away * Math.cos(angle), point[1] + away * Math.sin(angle)])
      }
    }
    const found = candidates.find((each) => free(each) && outside(each)) ?? candidates.find(free) ?? point
    taken.push(found)
    return found
  })
}

function mark(number: number, cx: number, cy: number, fill: string, ink: string): string {
  const stroke = fill === '#ffffff' ? ink : fill
  return `<circle cx="${n(cx)}" cy="${n(cy)}" r="${RADIUS}" fill="${fill}" stroke="${stroke}" stroke-width="1.6"/>${svgText(String(number), cx, cy + 4, { size: 11.5, fill: ink, weight: 700, middle: true })}`
}

function bar(share: number, left: number, top: number): string {
  const track = `<rect x="${n(left)}" y="${n(top)}" width="${BAR}" height="8" rx="2" fill="${COLOURS.track}"/>`
  return `${track}<rect x="${n(left)}" y="${n(top)}" width="${n(share * BAR)}" height="8" rx="2" fill="${COLOURS.bar}"/>`
}

function rightText(text: string, x: number, y: number, style: { size: number; fill: string; weight?: number }): string {
  return svgText(text, x, y, style).replace('<text ', '<text text-anchor="end" ')
}

function line(x1: number, y1: number, x2: number, y2: number, stroke: string, more = ''): string {
  return `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" stroke="${stroke}" fill="none"${more}/>`
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10)
}
