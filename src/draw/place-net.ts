import { followsOf } from '../flow/follows-of.ts'
import { netTitle } from './outline-flow.ts'
import { addFrame, append, edge, type Placed, single, node, widen } from './place-blocks.ts'
import { type Column, type PlacedNode, SIZES } from './placement.ts'
import type { Part, StepPart } from './unfold-flow.ts'
import type { Words } from './words.ts'

/**
 * The steps of a model without blocks one below the other, an arrow from each to those that may come directly after it.
 * What runs past a row, or back, has a column of its own beside the boxes.
 */
export function placeNet(
  part: Extract<Part, { kind: 'net' }>,
  from: number,
  stepNode: (step: StepPart, more: { readonly caption?: string }) => PlacedNode,
  words: Words,
): Placed {
  const { first, last, next } = followsOf(part.net)
  const again = words.lang === 'zh' ? '↻ 可重复' : '↻ may repeat'
  const order = orderOf(part.children.length, first, next)
  const placed = single(node('merge', from, SIZES.merge, SIZES.merge, {}))
  const entry = placed.nodes[0]
  placed.exits = []
  const nodes = new Map<number, PlacedNode>()
  for (const label of order) {
    const child = part.children[label]
    if (!child) continue
    const own = stepNode(child, next.get(label)?.includes(label) ? { caption: again } : {})
    append(placed, single(own))
    placed.exits = []
    nodes.set(label, own)
  }
  const exit = node('merge', nodes.get(order.at(-1) ?? -1)?.lane ?? from, SIZES.merge, SIZES.merge, {})
  append(placed, single(exit))
  placed.exits = [{ from: exit, label: { text: '', lines: [] } }]

  const connect = (source: PlacedNode | undefined, target: PlacedNode | undefined): void => {
    if (!source || !target || source === target) return
    if (target.row === source.row + 1) return void placed.edges.push(edge(source, target, { via: target }))
    const back = target.row <= source.row
    const { lane } = back ? source : target
    const right = placed.extents.get(lane)?.right ?? 0
    const track: Column = { lane, x: right + 14 }
    placed.columns.push(track)
    widen(placed, lane, track.x, 12)
    placed.edges.push(edge(source, target, { via: track, back }))
  }
  for (const label of first) connect(entry, nodes.get(label))
  for (const [label, after] of next) for (const other of after) connect(nodes.get(label), nodes.get(other))
  for (const label of last) connect(nodes.get(label), exit)

  const title = netTitle(part, words)
  addFrame(placed, title)
  return placed
}

/** Steps by how soon they may come, then by the file. */
function orderOf(count: number, first: readonly number[], next: ReadonlyMap<number, readonly number[]>): number[] {
  const order = new Set(first)
  for (const label of order) for (const after of next.get(label) ?? []) order.add(after)
  for (let label = 0; label < count; label++) order.add(label)
  return [...order]
}
