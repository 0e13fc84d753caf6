import { measureText, wrapToWidth } from './measure-text.ts'
import { type Frame, type NodeKind, type PlacedEdge, type PlacedNode, SIZES } from './placement.ts'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PictureNode extends Rect {
  readonly kind: NodeKind
  readonly source: PlacedNode
}

export interface PictureEdge {
  readonly from: PictureNode
  readonly to: PictureNode
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly back: boolean
  readonly label: string
}

interface PictureLabel extends Rect {
  readonly lines: readonly string[]
  readonly edge: PictureEdge
}

interface PictureFrame extends Rect {
  readonly title: string
  readonly description: string
  readonly titleAt: readonly [x: number, y: number]
  /** Where the title stands across a line: how wide the line is to be hidden behind it. */
  readonly titleWidth?: number
  /** The first node in it. */
  readonly entry?: PictureNode
}

/** A flow with every place settled, in px; the origin is the upper left corner of the lanes' heads. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly headHeight: number
  readonly lanes: readonly { readonly name: string; readonly x: number; readonly width: number }[]
  readonly nodes: readonly PictureNode[]
  readonly edges: readonly PictureEdge[]
  readonly labels: readonly PictureLabel[]
  readonly frames: readonly PictureFrame[]
  /** Short lines from the foot of a frame to the events that hang from it. */
  readonly leads: readonly {
    readonly x: number
    readonly from: number
    readonly to: number
    readonly frame: PictureFrame
    readonly event: PictureNode
  }[]
  /** Height of the line above what may happen at any time, where there is such. */
  readonly anyTimeY?: number
}

interface Placement {
  readonly lanes: readonly string[]
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  readonly frames: readonly Frame[]
  readonly extents: ReadonlyMap<number, { readonly left: number; readonly right: number }>
  readonly rows: number
  /** First row of what may happen at any time. */
  readonly anyTime?: number
}

/** A horizontal line between two rows, before it has its height. */
interface Run {
  readonly net: string
  left: number
  right: number
  track: number
}

const HEAD = 40
const LANE_PADDING = 16
const TRACK = 9
const FRAME_TOP = 24
const FRAME_BOTTOM = 12
const ARROW = 14
const AIR = 8

/**
 * Turns rows and columns into px and draws the lines. Between two rows lie, from above: feet of frames, horizontal lines
 * each with a track of its own, labels, heads of frames, room for the arrow.
 */
export function routePicture(placement: Placement): Picture {
  const lanes = settleLanes(placement)
  const middle = (lane: number) => lanes[lane]?.middle ?? 0
  const xOf = (at: { readonly lane: number; readonly x: number }) => middle(at.lane) + at.x
  const channels = Array.from({ length: placement.rows + 1 }, () => new Map<string, Run>())

  function addRun(channel: number, net: string, from: number, to: number): void {
    if (from === to) return
    const runs = channels[channel]
    const run = runs?.get(net)
    if (run) {
      run.left = Math.min(run.left, from, to)
      run.right = Math.max(run.right, from, to)
    } else runs?.set(net, { net, left: Math.min(from, to), right: Math.max(from, to), track: 0 })
  }

  const numbers = new Map(placement.nodes.map((node, i) => [node, i]))
  const sourceNet = (edge: PlacedEdge) => `from ${numbers.get(edge.from)}`
  const targetNet = (edge: PlacedEdge) => `to ${numbers.get(edge.to)}`
  for (const edge of placement.edges) {
    if (edge.sideways) continue
    addRun(edge.from.row + 1, sourceNet(edge), xOf(edge.from), xOf(edge.via))
    if (!edge.back) addRun(edge.to.row, targetNet(edge), xOf(edge.via), xOf(edge.to))
  }
  for (const runs of channels) colour([...runs.values()])

  const rowHeights = Array.from({ length: placement.rows }, () => 0)
  for (const node of placement.nodes) rowHeights[node.row] = Math.max(rowHeights[node.row] ?? 0, node.height)
  const labelHeights = channels.map(() => 0)
  for (const { label, from, sideways } of placement.edges) {
    if (sideways || label.lines.length === 0) continue
    const height = label.lines.length * SIZES.labelLine + 6
    labelHeights[from.row + 1] = Math.max(labelHeights[from.row + 1] ?? 0, height)
  }
  const tops = placement.frames.map(
    (frame) =>
      placement.frames.filter((other) => other !== frame && other.top === frame.top && holds(other, frame)).length,
  )
  const bottoms = placement.frames.map(
    (frame) =>
      placement.frames.filter((other) => other !== frame && other.bottom === frame.bottom && holds(other, frame))
        .length,
  )

  const rowTops: number[] = []
  const channelTops: number[] = []
  let y = HEAD
  for (let channel = 0; channel <= placement.rows; channel++) {
    const runs = [...(channels[channel]?.values() ?? [])]
    const feet = placement.frames.map((frame, i) => (frame.bottom + 1 === channel ? (bottoms[i] ?? 0) + 1 : 0))
    const heads = placement.frames.map((frame, i) => (frame.top === channel ? (tops[i] ?? 0) + 1 : 0))
    channelTops.push(y + FRAME_BOTTOM * Math.max(0, ...feet) + AIR)
    const tracks = runs.length === 0 ? 0 : Math.max(...runs.map((run) => run.track)) + 1
    const anyTime = channel === placement.anyTime ? 26 : 0
    y +=
      FRAME_BOTTOM * Math.max(0, ...feet) +
      AIR +
      tracks * TRACK +
      (labelHeights[channel] ?? 0) +
      anyTime +
      FRAME_TOP * Math.max(0, ...heads) +
      (channel === placement.rows ? 0 : ARROW)
    rowTops.push(y)
    y += rowHeights[channel] ?? 0
  }
  const height = y + 4

  const nodes = placement.nodes.map((source): PictureNode => ({
    kind: source.kind,
    source,
    x: xOf(source) - source.width / 2,
    // An event hangs at the foot of its frame, all else in the middle of its row.
    y: (rowTops[source.row] ?? 0) + (source.kind === 'event' ? 0 : ((rowHeights[source.row] ?? 0) - source.height) / 2),
    width: source.width,
    height: source.height,
  }))
  const nodeOf = (source: PlacedNode) => {
    const found = nodes[numbers.get(source) ?? -1]
    if (!found) throw new Error('an edge leads to a node that is not placed')
    return found
  }
  const trackY = (channel: number, net: string) =>
    (channelTops[channel] ?? 0) + ((channels[channel]?.get(net)?.track ?? 0) + 0.5) * TRACK

  const labels: PictureLabel[] = []
  const edges = placement.edges.map((placed): PictureEdge => {
    const from = nodeOf(placed.from)
    const to = nodeOf(placed.to)
    const column = xOf(placed.via)
    const start = xOf(placed.from)
    const finish = xOf(placed.to)
    const points: [number, number][] = []
    if (placed.sideways) {
      const level = from.y + from.height / 2
      points.push([from.x + from.width, level], [column, level])
    } else {
      points.push([start, from.y + from.height])
      if (start !== column) {
        const level = trackY(placed.from.row + 1, sourceNet(placed))
        points.push([start, level], [column, level])
      }
    }
    if (placed.back) {
      const level = to.y + to.height / 2
      points.push([column, level], [to.x + to.width, level])
    } else {
      if (column !== finish) {
        const level = trackY(placed.to.row, targetNet(placed))
        points.push([column, level], [finish, level])
      }
      points.push([finish, to.y])
    }
    const edge: PictureEdge = { from, to, points, back: placed.back, label: placed.label.text }
    if (placed.label.lines.length > 0) labels.push(labelOf(placed, edge, column))
    return edge
  })

  function labelOf(placed: PlacedEdge, edge: PictureEdge, column: number): PictureLabel {
    const width = Math.max(...placed.label.lines.map((line) => measureText(line, SIZES.label))) + 8
    const height = placed.label.lines.length * SIZES.labelLine
    if (placed.sideways) {
      const { x, y, width: wide, height: high } = edge.from
      return { x: x + wide + 4, y: y + high / 2 - height - 2, width, height, lines: placed.label.lines, edge }
    }
    const channel = placed.from.row + 1
    const runs = [...(channels[channel]?.values() ?? [])]
    const tracks = runs.length === 0 ? 0 : Math.max(...runs.map((run) => run.track)) + 1
    const top = (channelTops[channel] ?? 0) + tracks * TRACK + 2
    return { x: column - width / 2, y: top, width, height, lines: placed.label.lines, edge }
  }

  const frames = placement.frames.map((frame, i): PictureFrame => {
    const sides = [...frame.extents].map(
      ([lane, { left, right }]) => [middle(lane) + left, middle(lane) + right] as const,
    )
    const x = Math.min(...sides.map(([left]) => left))
    const right = Math.max(...sides.map(([, side]) => side))
    const top = (rowTops[frame.top] ?? 0) - ARROW - FRAME_TOP * ((tops[i] ?? 0) + 1) + 6
    const bottom =
      (rowTops[frame.bottom] ?? 0) + (rowHeights[frame.bottom] ?? 0) + FRAME_BOTTOM * ((bottoms[i] ?? 0) + 1)
    const entry = nodes.find((node) => node.source.row === frame.top && node.x >= x && node.x + node.width <= right)
    const line = entry ? entry.x + entry.width / 2 : right
    // The title stands beside the line that comes in, on the side with room; where neither has it, across the line.
    const needed = measureText(frame.title, SIZES.label)
    const across = needed + 18 > Math.max(line - x, right - line)
    const titleX = across || line - x >= needed + 18 ? x + 10 : line + 8
    const [title = ''] = wrapToWidth(frame.title, across ? right - x - 20 : needed + 1, SIZES.label, 1)
    return {
      title,
      description: frame.description,
      x,
      y: top,
      width: right - x,
      height: bottom - top,
      titleAt: [titleX, top + 16],
      ...(across ? { titleWidth: measureText(title, SIZES.label) } : {}),
      ...(entry ? { entry } : {}),
    }
  })
  const leads = nodes.flatMap((node) => {
    const { hangsFrom } = node.source
    const frame = hangsFrom && frames[placement.frames.indexOf(hangsFrom)]
    return frame ? [{ x: node.x + node.width / 2, from: frame.y + frame.height, to: node.y, frame, event: node }] : []
  })
  const last = lanes.at(-1)
  return {
    width: last ? last.x + last.width : 0,
    height,
    headHeight: HEAD,
    lanes: lanes.map(({ name, x, width }) => ({ name, x, width })),
    nodes,
    edges,
    labels,
    frames,
    leads,
    ...(placement.anyTime === undefined ? {} : { anyTimeY: (channelTops[placement.anyTime] ?? 0) + 4 }),
  }
}

/** Lanes from left to right, each as wide as what stands in it; `middle` is where their `x` counts from. */
function settleLanes(placement: Placement): { name: string; x: number; width: number; middle: number }[] {
  let x = 0
  return placement.lanes.map((name, i) => {
    const { left, right } = placement.extents.get(i) ?? { left: 0, right: 0 }
    const needed = right - left + 2 * LANE_PADDING
    const width = Math.max(needed, measureText(name, SIZES.title) + 2 * LANE_PADDING, 110)
    const lane = { name, x, width, middle: x + (width - (right - left)) / 2 - left }
    x += width
    return lane
  })
}

/** Gives every run a track on which no other run touches it: those that leave a node above those that come to one. */
function colour(runs: Run[]): void {
  const order = [...runs].sort(
    (a, b) => Number(a.net.startsWith('to')) - Number(b.net.startsWith('to')) || a.left - b.left || a.right - b.right,
  )
  for (const [i, run] of order.entries()) {
    const taken = new Set(
      order
        .slice(0, i)
        .filter((other) => other.left <= run.right + 4 && run.left <= other.right + 4)
        .map((other) => other.track),
    )
    while (taken.has(run.track)) run.track += 1
  }
}

/** Whether `outer` begins and ends no later than `inner` and is the larger of the two. */
function holds(inner: Frame, outer: Frame): boolean {
  return outer.top <= inner.top && outer.bottom >= inner.bottom && width(outer) > width(inner)
}

function width(frame: Frame): number {
  return [...frame.extents.values()].reduce((sum, { left, right }) => sum + right - left, 0)
}
