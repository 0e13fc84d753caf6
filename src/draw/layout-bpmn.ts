import { type BpmnElement, BpmnSketch, type Gate } from './bpmn-sketch.ts'
import { append, laneName, shiftRows, take } from './place-blocks.ts'
import { besides, placeAll } from './place-bpmn-blocks.ts'
import { standBy } from './place-bpmn-interrupts.ts'
import type { Frame, PlacedEdge, PlacedNode } from './placement.ts'
import { type Picture, routePicture } from './route-picture.ts'
import type { UnfoldedFlow } from './unfold-flow.ts'
import type { Words } from './words.ts'

/** A flow as elements of BPMN with their places. Frames are sub-processes; lines to and from their borders are theirs. */
export interface BpmnLayout {
  readonly picture: Picture
  /** By lane of the picture: the role, with `+` for a rank and above; '' for none. */
  readonly laneKeys: readonly string[]
  /** What each node of the picture is; points that only lead lines have none. */
  readonly elements: ReadonlyMap<PlacedNode, BpmnElement>
  /** The sub-process whose border a line to, or from, such a node ends at. */
  readonly gates: ReadonlyMap<PlacedNode, Gate>
  /** In the order in which they were made, each with its frame among those of the picture. */
  readonly subProcesses: readonly { readonly element: BpmnElement; readonly frame: Frame }[]
  readonly frames: readonly Frame[]
}

/**
 * Lays a flow out as BPMN: every gateway that splits has one that joins, groups and used flows are sub-processes, what may
 * happen anywhere runs beside, interrupts are boundary events, those of the whole flow event sub-processes (docs/bpmn.md).
 */
export function layoutBpmn(unfolded: UnfoldedFlow, words: Words): BpmnLayout {
  const sketch = new BpmnSketch(unfolded, words)
  const first = sketch.firstLane(unfolded.parts, 0)
  const root = sketch.start(first, undefined)
  append(root, placeAll(sketch, besides(unfolded), undefined, '', first))
  append(root, sketch.end(root.exits[0]?.via?.lane ?? root.exits[0]?.from.lane ?? first, undefined))
  root.exits = []
  for (const interrupt of unfolded.interrupts) {
    if (interrupt.max === 0) continue
    const event = standBy(sketch, interrupt, placeAll)
    shiftRows(event, root.rows)
    take(root, event)
    root.rows += event.rows
  }
  const lines: PlacedEdge[] = root.edges
  const picture = routePicture({
    lanes: sketch.laneKeys.map((key) => laneName(key, words)),
    nodes: root.nodes,
    edges: lines,
    frames: root.frames,
    extents: root.extents,
    rows: root.rows,
  })
  const frames = root.frames
  return {
    picture,
    laneKeys: sketch.laneKeys,
    elements: sketch.elements,
    gates: sketch.gates,
    subProcesses: sketch.subProcesses.filter(({ frame }) => frames.includes(frame)),
    frames,
  }
}
