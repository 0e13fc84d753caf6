import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutFlow } from '../../src/draw/layout-flow.ts'
import type { Picture, PictureEdge, Rect } from '../../src/draw/route-picture.ts'
import { listSteps, unfoldFlow } from '../../src/draw/unfold-flow.ts'
import type { Flow } from '../../src/model/flow.ts'
import { SAMPLE_FLOWS, sampleMap } from '../support/draw-flows.ts'
import { randomDrawnFlow } from '../support/random-drawn-flow.ts'

const { catalog, flows } = sampleMap()
const lay = (flow: Flow, all: ReadonlyMap<string, Flow>) => layoutFlow(unfoldFlow(flow, all), { lang: 'zh', catalog })

/** Everything that makes a picture unreadable, in words; an empty list is a good picture. */
function faults(picture: Picture): string[] {
  const found: string[] = []
  const { nodes, edges, labels, frames } = picture
  const name = (rect: Rect) =>
    `${Math.round(rect.x)},${Math.round(rect.y)} ${Math.round(rect.width)}×${Math.round(rect.height)}`
  for (const [i, a] of nodes.entries()) {
    if (a.x < 0 || a.y < 0 || a.x + a.width > picture.width || a.y + a.height > picture.height)
      found.push(`${a.kind} ${name(a)} leaves the page`)
    const lane = picture.lanes[a.source.lane]
    if (!lane || a.x < lane.x || a.x + a.width > lane.x + lane.width) found.push(`${a.kind} ${name(a)} leaves its lane`)
    for (const b of nodes.slice(i + 1))
      if (overlap(a, b)) found.push(`${a.kind} ${name(a)} lies on ${b.kind} ${name(b)}`)
  }
  for (const [i, label] of labels.entries()) {
    for (const node of nodes)
      if (overlap(label, node)) found.push(`“${label.lines.join('')}” lies on ${node.kind} ${name(node)}`)
    for (const other of labels.slice(i + 1))
      if (overlap(label, other)) found.push(`“${label.lines.join('')}” lies on another label`)
    for (const edge of edges) {
      if (edge.from === label.edge.from && edge.to === label.edge.to) continue
      if (edge !== label.edge && crosses(edge, label)) found.push(`a line crosses “${label.lines.join('')}”`)
    }
  }
  for (const edge of edges) {
    const [start, end] = [edge.points[0], edge.points.at(-1)]
    if (!start || !touches(edge.from, start)) found.push('a line does not begin at its box')
    if (!end || !touches(edge.to, end)) found.push('a line does not end at its box')
    for (const [i, [x, y]] of edge.points.entries()) {
      const before = edge.points[i - 1]
      if (before && before[0] !== x && before[1] !== y) found.push('a line is slanted')
    }
    for (const node of nodes) {
      if (node === edge.from || node === edge.to) continue
      if (crosses(edge, node))
        found.push(`the line ${name(edge.from)} → ${name(edge.to)} runs through ${node.kind} ${name(node)}`)
    }
  }
  for (const [i, a] of edges.entries()) {
    for (const b of edges.slice(i + 1)) {
      if (a.from === b.from || a.to === b.to) continue
      if (runTogether(a, b)) found.push(`two lines lie on each other near ${name(a.to)} and ${name(b.to)}`)
    }
  }
  for (const frame of frames) {
    for (const node of nodes) {
      const inside = overlap(frame, node)
      const whole =
        node.x >= frame.x &&
        node.y >= frame.y &&
        node.x + node.width <= frame.x + frame.width &&
        node.y + node.height <= frame.y + frame.height
      if (inside && !whole) found.push(`the frame “${frame.title}” cuts ${node.kind} ${name(node)}`)
    }
  }
  return found
}

function overlap(a: Rect, b: Rect): boolean {
  const slack = 0.01
  return (
    a.x + a.width > b.x + slack &&
    b.x + b.width > a.x + slack &&
    a.y + a.height > b.y + slack &&
    b.y + b.height > a.y + slack
  )
}

function segments(edge: PictureEdge): Rect[] {
  return edge.points.slice(1).map(([x, y], i) => {
    const [bx, by] = edge.points[i] ?? [x, y]
    return { x: Math.min(x, bx), y: Math.min(y, by), width: Math.abs(x - bx), height: Math.abs(y - by) }
  })
}

function crosses(edge: PictureEdge, box: Rect): boolean {
  return segments(edge).some(
    (line) =>
      line.x < box.x + box.width - 0.01 &&
      line.x + line.width > box.x + 0.01 &&
      line.y < box.y + box.height - 0.01 &&
      line.y + line.height > box.y + 0.01,
  )
}

function runTogether(a: PictureEdge, b: PictureEdge): boolean {
  return segments(a).some((one) =>
    segments(b).some((other) => {
      if (one.width > 0 && other.width > 0 && Math.abs(one.y - other.y) < 0.5)
        return Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > 1
      if (one.height > 0 && other.height > 0 && Math.abs(one.x - other.x) < 0.5)
        return Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y) > 1
      return false
    }),
  )
}

function touches(box: Rect, [x, y]: readonly [number, number]): boolean {
  return x >= box.x - 0.01 && x <= box.x + box.width + 0.01 && y >= box.y - 0.01 && y <= box.y + box.height + 0.01
}

test.each(SAMPLE_FLOWS.map((flow) => [flow.id, flow] as const))('%s has nothing lying on anything else', (_, flow) => {
  expect(faults(lay(flow, flows))).toEqual([])
})

test('law: in a picture of any flow boxes, labels and lines keep out of each other’s way', () => {
  fc.assert(
    fc.property(randomDrawnFlow(), ({ flow, flows }) => {
      expect(faults(lay(flow, flows))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('law: every step is drawn once, and everything but starts and events is reached by a line', () => {
  fc.assert(
    fc.property(randomDrawnFlow(), ({ flow, flows }) => {
      const unfolded = unfoldFlow(flow, flows)
      const picture = layoutFlow(unfolded, { lang: 'zh', catalog })
      const drawn = picture.nodes.flatMap((node) => node.source.step?.number ?? [])
      expect([...drawn].sort((a, b) => a - b)).toEqual(
        listSteps(unfolded)
          .map((part) => part.number)
          .sort((a, b) => a - b),
      )
      const reached = new Set(picture.edges.map((edge) => edge.to))
      const free = new Set(listAnywhere(unfolded))
      for (const node of picture.nodes) {
        if (node.kind === 'start' || node.kind === 'event' || free.has(node.source.step?.number ?? -1)) continue
        expect(reached.has(node)).toBe(true)
      }
    }),
    { numRuns: 80 },
  )
})

function listAnywhere(of: object): number[] {
  const found: number[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (typeof value !== 'object' || value === null) return
    for (const [key, child] of Object.entries(value)) {
      if (key === 'place' || key === 'flow') continue
      if (key === 'anywhere') found.push(...(child as { part: { number: number } }[]).map((each) => each.part.number))
      else visit(child)
    }
  }
  visit(of)
  return found
}

test('steps keep their lane, lanes stand where hand-overs are shortest', () => {
  const picture = lay(SAMPLE_FLOWS[2]!, flows)
  expect(picture.lanes.map((lane) => lane.name)).toEqual(['坐席', '值班长及以上', '营业厅'])
})

test('a flow of hundreds of steps is laid out whole', () => {
  const [first] = SAMPLE_FLOWS
  const steps = Array.from({ length: 50 }, () => first!.items).flat()
  const long: Flow = { ...first!, id: 'long', items: steps }
  const { nodes } = lay(long, flows)
  expect(nodes.length).toBeGreaterThan(500)
  for (const [one, next] of nodes.map((node, at) => [node, nodes[at + 1]] as const)) {
    if (next) expect(overlap(one, next)).toBe(false)
  }
})
