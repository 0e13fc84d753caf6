import { measureText, wrapToWidth } from './measure-text.ts'
import {
  type Column,
  type Frame,
  type Label,
  type NodeKind,
  type PlacedEdge,
  type PlacedNode,
  SIZES,
} from './placement.ts'
import type { StepPart } from './unfold-flow.ts'
import { roleName, type Words } from './words.ts'

export interface Exit {
  readonly from: PlacedNode
  readonly via?: Column
  readonly label: Label
}

export interface Extent {
  left: number
  right: number
}

export interface Placed {
  rows: number
  readonly nodes: PlacedNode[]
  readonly columns: Column[]
  readonly edges: PlacedEdge[]
  readonly frames: Frame[]
  readonly extents: Map<number, Extent>
  entry?: PlacedNode
  exits: Exit[]
}

/** A gateway with its branches side by side; branches without steps are lines of their own. */
export function placeBranches(
  gateway: PlacedNode,
  branches: readonly { readonly body: Placed; readonly label: Label }[],
): Placed {
  const placed = single(gateway)
  placed.exits = []
  addBranches(
    placed,
    branches.map(({ body, label }) => {
      if (body.entry) {
        widen(body, body.entry.lane, body.entry.x, labelWidth(label))
        return { body, connect: (target: PlacedNode) => edge(gateway, target, { via: target, label }) }
      }
      const via: Column = { lane: gateway.lane, x: 0 }
      body.columns.push(via)
      body.rows = Math.max(1, body.rows)
      widen(body, via.lane, 0, Math.max(24, labelWidth(label)))
      body.exits = [{ from: gateway, via, label }]
      return { body, connect: () => undefined }
    }),
  )
  return placed
}

/** Sets branches side by side under what is placed already, each lane on its own, the whole centred in the lane. */
export function addBranches(
  placed: Placed,
  branches: readonly { readonly body: Placed; readonly connect: (entry: PlacedNode) => PlacedEdge | undefined }[],
): void {
  const apart = branches.some(({ body }) => body.frames.length > 0)
  const top = placed.rows
  let next = top
  let deepest = top
  for (const lane of new Set(branches.flatMap(({ body }) => [...body.extents.keys()]))) {
    const here = branches.filter(({ body }) => body.extents.has(lane))
    const widths = here.map(({ body }) => width(body.extents.get(lane)))
    const total = widths.reduce((sum, one) => sum + one, 0) + SIZES.gap * (here.length - 1)
    let left = here.length === 1 ? (here[0]?.body.extents.get(lane)?.left ?? 0) : -total / 2
    for (const [i, { body }] of here.entries()) {
      shiftLane(body, lane, left - (body.extents.get(lane)?.left ?? 0))
      left += (widths[i] ?? 0) + SIZES.gap
    }
  }
  for (const { body, connect } of branches) {
    shiftRows(body, next)
    deepest = Math.max(deepest, next + body.rows)
    if (apart) next += body.rows
    const entering = body.entry ? connect(body.entry) : undefined
    take(placed, body)
    if (entering) placed.edges.push(entering)
    placed.exits.push(...body.exits)
  }
  placed.rows = deepest
}

/** Joins several ways out at a point in a row of its own. */
export function joinExits(placed: Placed, from: number): void {
  if (placed.exits.length < 2 && !placed.exits[0]?.via) return
  const lane = placed.exits[0]?.via?.lane ?? placed.exits[0]?.from.lane ?? from
  append(placed, single(node('merge', lane, SIZES.merge, SIZES.merge, {})))
}

export function node(
  kind: NodeKind,
  lane: number,
  width: number,
  height: number,
  more: Partial<Omit<PlacedNode, 'kind' | 'lane' | 'x' | 'row' | 'width' | 'height'>>,
): PlacedNode {
  return {
    kind,
    lane,
    x: 0,
    row: 0,
    width,
    height,
    text: '',
    details: [],
    title: [],
    notes: [],
    alarm: '',
    caption: '',
    sign: '',
    dashed: false,
    description: '',
    ...more,
  }
}

export function empty(): Placed {
  return { rows: 0, nodes: [], columns: [], edges: [], frames: [], extents: new Map(), exits: [] }
}

export function single(one: PlacedNode): Placed {
  const placed: Placed = { ...empty(), rows: 1, nodes: [one], entry: one, exits: [{ from: one, label: NO_LABEL }] }
  widen(placed, one.lane, 0, one.width)
  if (one.caption !== '') widen(placed, one.lane, 0, 2 * (one.width / 2 + 6 + measureText(one.caption, SIZES.label)))
  return placed
}

export function edge(
  from: PlacedNode,
  to: PlacedNode,
  { via, label = NO_LABEL, back = false, sideways = false }: Partial<Omit<PlacedEdge, 'from' | 'to'>>,
): PlacedEdge {
  return { from, to, via: via ?? from, label, back, sideways }
}

/** Sets `next` below `placed` and leads every open way out of `placed` into it. */
export function append(placed: Placed, next: Placed): Placed {
  if (!next.entry) {
    if (next.rows === 0) return placed
  }
  shiftRows(next, placed.rows)
  const { exits } = placed
  take(placed, next)
  placed.rows += next.rows
  if (next.entry) {
    placed.entry ??= next.entry
    for (const exit of exits) placed.edges.push(edge(exit.from, next.entry, exit))
    placed.exits = next.exits
  } else if (next.exits.length > 0) placed.exits = [...exits, ...next.exits]
  return placed
}

/** Takes over what another part holds, as it stands. */
export function take(placed: Placed, other: Placed): void {
  placed.nodes.push(...other.nodes)
  placed.columns.push(...other.columns)
  placed.edges.push(...other.edges)
  placed.frames.push(...other.frames)
  for (const [lane, { left, right }] of other.extents) {
    const extent = placed.extents.get(lane)
    placed.extents.set(
      lane,
      extent ? { left: Math.min(extent.left, left), right: Math.max(extent.right, right) } : { left, right },
    )
  }
}

export function shiftRows(placed: Placed, rows: number): void {
  for (const one of placed.nodes) one.row += rows
  for (const frame of placed.frames) {
    frame.top += rows
    frame.bottom += rows
  }
}

export function shiftLane(placed: Placed, lane: number, by: number): void {
  for (const one of placed.nodes) if (one.lane === lane) one.x += by
  for (const column of placed.columns) if (column.lane === lane) column.x += by
  for (const extents of [placed.extents, ...placed.frames.map((frame) => frame.extents)]) {
    const extent = extents.get(lane)
    if (!extent) continue
    extent.left += by
    extent.right += by
  }
}

/** Makes sure that `total` px around `x` belong to the part. */
export function widen(placed: Placed, lane: number, x: number, total: number): void {
  const extent = placed.extents.get(lane)
  const left = Math.min(extent?.left ?? x, x - total / 2)
  const right = Math.max(extent?.right ?? x, x + total / 2)
  placed.extents.set(lane, { left, right })
}

export function width(extent: Extent | undefined): number {
  return extent ? extent.right - extent.left : 0
}

export function lanesOf(placed: Placed): number[] {
  return [...placed.extents.keys()].sort((a, b) => a - b)
}

export const NO_LABEL: Label = { text: '', lines: [] }

export function labelLines(text: string): Label {
  return text === '' ? NO_LABEL : { text, lines: wrapToWidth(text, SIZES.labelWidth, SIZES.label, 3) }
}

export function labelWidth({ lines }: Label): number {
  return lines.length === 0 ? 0 : Math.max(...lines.map((line) => measureText(line, SIZES.label))) + 8
}

/** Steps are in the lane of the first role named; without one, of the role that proves them. */
export function laneKey({ step }: StepPart): string {
  const proof = step.proof.kind === 'match' ? step.proof.role?.[0] : undefined
  const ref = step.by[0] ?? proof
  return ref ? `${ref.role}${ref.andAbove ? '+' : ''}` : ''
}

export function laneName(key: string, words: Words): string {
  if (key === '') return words.lang === 'zh' ? '未指明' : 'not stated'
  return roleName({ role: key.replace(/\+$/, ''), andAbove: key.endsWith('+') }, words)
}

/** The order of lanes in which consecutive steps are nearest; of equal ones the first by appearance. Up to 7 lanes. */
export function orderLanes(sequence: readonly string[]): string[] {
  const keys = [...new Set(sequence)]
  if (keys.length === 0) return ['']
  if (keys.length < 3 || keys.length > 7) return keys
  const pairs = sequence.slice(1).map((key, i) => [keys.indexOf(sequence[i] ?? ''), keys.indexOf(key)] as const)
  let best = keys.map((_, i) => i)
  let least = Number.POSITIVE_INFINITY
  const visit = (order: number[], rest: readonly number[]): void => {
    if (rest.length === 0) {
      const cost = pairs.reduce((sum, [a, b]) => sum + Math.abs(order.indexOf(a) - order.indexOf(b)), 0)
      if (cost < least) [best, least] = [order, cost]
      return
    }
    for (const one of rest)
      visit(
        [...order, one],
        rest.filter((other) => other !== one),
      )
  }
  visit([], best)
  return best.flatMap((i) => keys[i] ?? [])
}

/** A frame around all that is placed so far, which makes room for it at the sides. */
export function addFrame(placed: Placed, title: string, description: string = title): Frame {
  const frame: Frame = { title, top: 0, bottom: placed.rows - 1, extents: new Map(), description }
  for (const lane of lanesOf(placed)) {
    const extent = placed.extents.get(lane)
    if (!extent) continue
    extent.left -= SIZES.frame
    extent.right += SIZES.frame
    frame.extents.set(lane, { ...extent })
  }
  placed.frames.push(frame)
  return frame
}

/** The gateways of a loop, the lane they stand in, and what is written at the ways that part at its foot. */
export interface Loop {
  readonly lane: number
  readonly merge: PlacedNode
  readonly split: PlacedNode
  readonly again: Label
  readonly done: Label
}

/**
 * Places what is done before a loop goes on beside the way out of it; from there a track of its own, which is returned,
 * leads back to where the loop begins. Without an entry there is nothing to place.
 */
export function placeRedo(placed: Placed, redo: Placed, { lane, merge, split, again, done }: Loop): Column {
  placed.exits = []
  if (redo.entry) widen(redo, redo.entry.lane, redo.entry.x, labelWidth(again))
  const on: Column = { lane, x: 0 }
  const out: Placed = { ...empty(), rows: 1, columns: [on] }
  widen(out, lane, 0, labelWidth(done))
  out.exits = [{ from: split, via: on, label: done }]
  const back = redo.exits
  redo.exits = []
  addBranches(placed, [
    { body: out, connect: () => undefined },
    { body: redo, connect: (target) => edge(split, target, { via: target, label: again }) },
  ])
  const track: Column = { lane, x: (placed.extents.get(lane)?.right ?? 0) + 16 }
  for (const { from } of back) placed.edges.push(edge(from, merge, { via: track, back: true }))
  return track
}
