import { textIn } from '../model/text.ts'
import type { BpmnElement } from './bpmn-sketch.ts'
import { type BpmnLayout, layoutBpmn } from './layout-bpmn.ts'
import type { PlacedNode } from './placement.ts'
import type { PictureEdge, PictureNode, Rect } from './route-picture.ts'
import { escapeXml } from './svg-text.ts'
import type { UnfoldedFlow } from './unfold-flow.ts'
import type { Words } from './words.ts'

/** What BPMN has no words for: which event of a log shows an element, and how an interrupt goes on (docs/bpmn.md). */
export const BPMN_NAMESPACE = 'urn:touchmap:bpmn:1'

const LEFT = 160
const TOP = 80
/** Of the pool; its lanes have heads of their own. */
const HEAD = 30
const EVENT = 36

interface Flow {
  readonly id: string
  readonly from: BpmnElement
  readonly to: BpmnElement
  readonly edge: PictureEdge
  readonly points: readonly (readonly [x: number, y: number])[]
}

/**
 * A flow as BPMN 2.0 with its diagram: one pool, a lane for each role side by side, time running down. Ids are made from
 * the ids of the map and are the same every time.
 */
export function flowToBpmn(unfolded: UnfoldedFlow, words: Words): string {
  const layout = layoutBpmn(unfolded, words)
  const { picture, laneKeys } = layout
  const { flow } = unfolded
  const name = textIn(flow.name, words.lang, flow.id)
  const ids = new Ids()
  const placed = collect(layout)
  const idOf = new Map(placed.map(({ element }) => [element, ids.make(element.kind, element.key)]))
  const id = (element: BpmnElement): string => idOf.get(element) ?? ''
  const flows = connect(layout, ids)
  const processId = ids.make('process', flow.id)
  const laneIds = laneKeys.map((key) => ids.make('lane', key === '' ? 'none' : key.replace('+', '-and-above')))
  const out: string[] = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<bpmn:definitions xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:touchmap="${BPMN_NAMESPACE}" id="definitions" targetNamespace="urn:touchmap:${escapeXml(flow.id)}" exporter="touchmap">`,
    '  <bpmn:collaboration id="collaboration">',
    `    <bpmn:participant id="participant" name="${escapeXml(name)}" processRef="${processId}" />`,
    '  </bpmn:collaboration>',
    `  <bpmn:process id="${processId}" name="${escapeXml(name)}" isExecutable="false">`,
    '    <bpmn:laneSet id="lanes">',
  ]
  for (const [lane, laneId] of laneIds.entries()) {
    out.push(`      <bpmn:lane id="${laneId}" name="${escapeXml(picture.lanes[lane]?.name ?? '')}">`)
    for (const { element, node } of placed) {
      if (node.source.lane === lane) out.push(`        <bpmn:flowNodeRef>${id(element)}</bpmn:flowNodeRef>`)
    }
    out.push('      </bpmn:lane>')
  }
  out.push('    </bpmn:laneSet>')

  const writeScope = (parent: BpmnElement | undefined, indent: string): void => {
    for (const { element } of placed) if (element.parent === parent) writeElement(element, indent)
    for (const each of flows) {
      if (each.from.parent !== parent) continue
      const named = each.edge.label === '' ? '' : ` name="${escapeXml(each.edge.label)}"`
      const ends = `sourceRef="${id(each.from)}" targetRef="${id(each.to)}"`
      out.push(`${indent}<bpmn:sequenceFlow id="${each.id}"${named} ${ends} />`)
    }
  }
  const writeElement = (element: BpmnElement, indent: string): void => {
    const { kind, documentation, condition, loop } = element
    const named = element.name === '' ? '' : ` name="${escapeXml(element.name)}"`
    out.push(`${indent}<bpmn:${kind} id="${id(element)}"${named}${attributesOf(element, id)}>`)
    const inner = `${indent}  `
    if (documentation !== undefined) {
      out.push(`${inner}<bpmn:documentation>${escapeXml(documentation)}</bpmn:documentation>`)
    }
    const extensions = extensionsOf(element)
    if (extensions.length > 0) {
      out.push(`${inner}<bpmn:extensionElements>`, ...extensions.map((line) => `${inner}  ${line}`))
      out.push(`${inner}</bpmn:extensionElements>`)
    }
    for (const each of flows) if (each.to === element) out.push(`${inner}<bpmn:incoming>${each.id}</bpmn:incoming>`)
    for (const each of flows) if (each.from === element) out.push(`${inner}<bpmn:outgoing>${each.id}</bpmn:outgoing>`)
    if (condition !== undefined) {
      const written = `<bpmn:condition xsi:type="bpmn:tFormalExpression">${escapeXml(condition)}</bpmn:condition>`
      out.push(
        `${inner}<bpmn:conditionalEventDefinition id="${id(element)}-when">`,
        `${inner}  ${written}`,
        `${inner}</bpmn:conditionalEventDefinition>`,
      )
    }
    if (kind === 'endEvent' && element.terminates) {
      out.push(`${inner}<bpmn:terminateEventDefinition id="${id(element)}-terminate" />`)
    }
    if (loop) {
      const max = loop.max === undefined ? '' : ` loopMaximum="${loop.max}"`
      out.push(`${inner}<bpmn:standardLoopCharacteristics testBefore="${loop.before}"${max} />`)
    }
    if (kind === 'subProcess' || kind === 'adHocSubProcess') writeScope(element, inner)
    out.push(`${indent}</bpmn:${kind}>`)
  }
  writeScope(undefined, '    ')
  out.push('  </bpmn:process>')

  out.push('  <bpmndi:BPMNDiagram id="diagram">', '    <bpmndi:BPMNPlane id="plane" bpmnElement="collaboration">')
  const shape = (of: string, rect: Rect, more = '', label?: Rect): void => {
    out.push(
      `      <bpmndi:BPMNShape id="${of}-shape" bpmnElement="${of}"${more}>`,
      `        ${boundsOf(rect)}`,
      ...(label ? labelOf(label) : []),
      '      </bpmndi:BPMNShape>',
    )
  }
  const height = picture.height + 10
  shape('participant', { x: 0, y: -HEAD, width: picture.width, height: height + HEAD }, ' isHorizontal="false"')
  picture.lanes.forEach(({ x, width }, lane) => {
    shape(laneIds[lane] ?? '', { x, y: 0, width, height }, ' isHorizontal="false"')
  })
  for (const { element, node, rect } of placed) {
    const expanded = element.kind === 'subProcess' || element.kind === 'adHocSubProcess'
    shape(id(element), rect, expanded ? ' isExpanded="true"' : '', labelBeside(element, node, rect))
  }
  for (const { id: flowId, edge, points } of flows) {
    out.push(`      <bpmndi:BPMNEdge id="${flowId}-edge" bpmnElement="${flowId}">`)
    for (const [x, y] of points) out.push(`        <di:waypoint x="${n(x + LEFT)}" y="${n(y + TOP + HEAD)}" />`)
    const label = picture.labels.find((each) => each.edge === edge)
    // Beside the line that it belongs to, for it would cross it.
    const column = label && label.x + label.width / 2
    if (label) out.push(...labelOf(isSideways(edge) ? label : { ...label, x: (column ?? 0) + 4 }))
    out.push('      </bpmndi:BPMNEdge>')
  }
  out.push('    </bpmndi:BPMNPlane>', '  </bpmndi:BPMNDiagram>', '</bpmn:definitions>', '')
  return out.join('\n')
}

function attributesOf({ kind, interrupt, triggered }: BpmnElement, id: (element: BpmnElement) => string): string {
  if (kind === 'boundaryEvent' && interrupt) {
    return ` attachedToRef="${id(interrupt.host)}" cancelActivity="${interrupt.then !== 'resume'}"`
  }
  if (kind === 'startEvent' && interrupt) return ` isInterrupting="${interrupt.then !== 'resume'}"`
  if (kind === 'adHocSubProcess') return ' ordering="Sequential"'
  return triggered ? ' triggeredByEvent="true"' : ''
}

function extensionsOf({ kind, shows, interrupt, flow }: BpmnElement): string[] {
  const lines: string[] = []
  if (shows) {
    const step = shows.step === undefined ? '' : ` step="${escapeXml(shows.step)}"`
    lines.push(`<touchmap:shows activity="${escapeXml(shows.activity)}"${step} />`)
  }
  if (interrupt) {
    const max = interrupt.max === undefined ? '' : ` max="${interrupt.max}"`
    lines.push(`<touchmap:interrupt then="${interrupt.then}"${max} />`)
  }
  if (flow !== undefined) lines.push(`<touchmap:flow ref="${escapeXml(flow)}" />`)
  if (kind === 'adHocSubProcess') lines.push('<touchmap:each times="1" />')
  return lines
}

interface Placed {
  readonly element: BpmnElement
  readonly node: PictureNode
  readonly rect: Rect
}

/** The elements in the order in which they were made, sub-processes before what is in them. */
function collect({ picture, elements, gates, subProcesses, frames }: BpmnLayout): Placed[] {
  const nodes = new Map(picture.nodes.map((node) => [node.source, node]))
  const placed: Placed[] = []
  const entries = new Map<BpmnElement, PictureNode>()
  for (const [source, { element, side }] of gates) {
    const node = nodes.get(source)
    if (side === 'in' && node) entries.set(element, node)
  }
  for (const { element, frame } of subProcesses) {
    const rect = picture.frames[frames.indexOf(frame)]
    const node = entries.get(element)
    if (rect && node) placed.push({ element, node, rect })
  }
  const rects = new Map(placed.map(({ element, rect }) => [element, rect]))
  for (const [source, element] of elements) {
    const node = nodes.get(source)
    if (!node) continue
    const host = element.kind === 'boundaryEvent' && element.interrupt ? rects.get(element.interrupt.host) : undefined
    const middle = node.x + node.width / 2
    const onBorder = host && {
      x: middle - EVENT / 2,
      y: host.y + host.height - EVENT / 2,
      width: EVENT,
      height: EVENT,
    }
    placed.push({ element, node, rect: onBorder ?? node })
  }
  return placed
}

/** The lines as sequence flows; those to and from a sub-process end at its border. */
function connect({ picture, elements, gates, frames }: BpmnLayout, ids: Ids): Flow[] {
  const rectOf = (source: PlacedNode): Rect | undefined => {
    const gate = gates.get(source)
    return gate && picture.frames[frames.indexOf(gate.frame)]
  }
  return picture.edges.flatMap((edge) => {
    const [leaving, coming] = [gates.get(edge.from.source), gates.get(edge.to.source)]
    const from = leaving?.side === 'out' ? leaving.element : elements.get(edge.from.source)
    const to = coming?.side === 'in' ? coming.element : elements.get(edge.to.source)
    if (!from || !to) return []
    const points = edge.points.map(([x, y]) => [x, y] as [number, number])
    const [start, stop] = [points[0], points.at(-1)]
    const [above, below] = [rectOf(edge.from.source), rectOf(edge.to.source)]
    if (start && above && leaving?.side === 'out') start[1] = above.y + above.height
    if (start && from.kind === 'boundaryEvent' && from.interrupt) {
      const host = [...gates.values()].find(({ element }) => element === from.interrupt?.host)
      const rect = host && picture.frames[frames.indexOf(host.frame)]
      if (rect) start[1] = rect.y + rect.height + EVENT / 2
    }
    if (stop && below && coming?.side === 'in') {
      if (edge.back) stop[0] = below.x + below.width
      else stop[1] = below.y
    }
    const straight = points.filter(([x, y], i) => {
      const [before, after] = [points[i - 1], points[i + 1]]
      if (!before) return true
      if (before[0] === x && before[1] === y) return false
      return !after || !((before[0] === x && after[0] === x) || (before[1] === y && after[1] === y))
    })
    return [{ id: ids.make('flow', ''), from, to, edge, points: straight }]
  })
}

/** Where the name of an event or a gateway is written. */
function labelBeside(element: BpmnElement, node: PictureNode, rect: Rect): Rect | undefined {
  const { label } = element
  if (label.length === 0) return undefined
  const height = label.length * 14
  const width = Math.max(...label.map((line) => line.length)) * 12
  if (element.kind === 'boundaryEvent') return { x: rect.x + rect.width / 2 + 8, y: node.y, width: 98, height }
  const middle = rect.y + rect.height / 2
  const y = element.kind.endsWith('Gateway') ? middle + 6 : middle - height / 2
  return { x: rect.x + rect.width + 4, y, width: Math.min(width, 114), height }
}

function isSideways({ from, points }: PictureEdge): boolean {
  return (points[0]?.[0] ?? 0) > from.x + from.width / 2
}

function boundsOf({ x, y, width, height }: Rect): string {
  return `<dc:Bounds x="${n(x + LEFT)}" y="${n(y + TOP + HEAD)}" width="${n(width)}" height="${n(height)}" />`
}

function labelOf(rect: Rect): string[] {
  return ['        <bpmndi:BPMNLabel>', `          ${boundsOf(rect)}`, '        </bpmndi:BPMNLabel>']
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** Ids that XML allows, each once. */
class Ids {
  readonly #taken = new Set(['definitions', 'collaboration', 'participant', 'lanes', 'diagram', 'plane'])
  readonly #counts = new Map<string, number>()

  make(kind: string, key: string): string {
    const base = `${kind}-${key}`.replace(/[^A-Za-z0-9_.-]+/g, '.').replace(/[-.]+$/, '')
    let count = this.#counts.get(base) ?? 0
    for (;;) {
      count++
      const id = count === 1 && key !== '' ? base : `${base}-${count}`
      if (this.#taken.has(id)) continue
      this.#counts.set(base, count)
      this.#taken.add(id)
      return id
    }
  }
}
