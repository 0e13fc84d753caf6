import { conditionOf, eventOf, spokenOf } from './bpmn-proofs.ts'
import { type BpmnElement, type BpmnSketch, inside, SMALL } from './bpmn-sketch.ts'
import { wrapToWidth } from './measure-text.ts'
import { interruptName } from './outline-flow.ts'
import { append, empty, node, type Placed, shiftLane, shiftRows, take, widen } from './place-blocks.ts'
import { type Column, type Frame, SIZES } from './placement.ts'
import type { Part, PartInterrupt } from './unfold-flow.ts'

/** Places what an interrupt leads to. */
type PlaceAll = (
  sketch: BpmnSketch,
  parts: readonly Part[],
  parent: BpmnElement | undefined,
  prefix: string,
  from: number,
) => Placed

interface Interrupted {
  /** The sub-process that is interrupted, and its border. */
  readonly host: BpmnElement
  readonly frame: Frame
  readonly ofFlow: boolean
  readonly parent: BpmnElement | undefined
  readonly prefix: string
}

/** Sets the events of interrupts below a frame, with what they lead to, beside the line that goes on. */
export function hangInterrupts(
  sketch: BpmnSketch,
  placed: Placed,
  { frame, host, ofFlow, parent, prefix }: Interrupted,
  interrupts: readonly PartInterrupt[],
  placeAll: PlaceAll,
): Placed {
  const [exit] = placed.exits
  if (!exit) throw new Error('a sub-process has a way out')
  const via: Column = { lane: exit.from.lane, x: exit.from.x }
  const through: Placed = { ...empty(), rows: 1, columns: [via] }
  widen(through, via.lane, via.x, 24)
  shiftRows(through, placed.rows)
  const exits: Placed['exits'] = [{ ...exit, via }]
  const rights = new Map([[via.lane, via.x + 12]])
  const top = placed.rows
  let deepest = top + 1
  let below = 0
  take(placed, through)
  const bodies = interrupts.map((interrupt, i) => {
    const lane = frame.extents.has(sketch.firstLane(interrupt.parts, via.lane))
      ? sketch.firstLane(interrupt.parts, via.lane)
      : via.lane
    const body = boundary(sketch, interrupt, i, host, lane, parent, prefix)
    const anchor = body.entry
    append(body, placeAll(sketch, interrupt.parts, parent, prefix, lane))
    const at = body.exits[0]
    const last = at?.via?.lane ?? at?.from.lane ?? lane
    const then = interrupt.then === 'end' && ofFlow ? 'leave' : interrupt.then
    if (then !== 'leave') {
      const name =
        then === 'end' ? (sketch.zh ? '流程结束' : 'The flow ends') : sketch.zh ? '回到原处' : 'Back to where it was'
      append(
        body,
        sketch.sign({ kind: 'endEvent', name, key: 'end', ...inside(parent), terminates: then === 'end' }, last),
      )
      body.exits = []
    }
    return { body, anchor }
  })
  // Frames take rows of their own; the events hang side by side in any case.
  const apart = bodies.some(({ body }) => body.frames.length > 0)
  for (const { body, anchor } of bodies) {
    for (const [lane, extent] of body.extents) {
      const right = rights.get(lane)
      if (right !== undefined) shiftLane(body, lane, Math.max(0, right + SIZES.gap - extent.left))
      rights.set(lane, body.extents.get(lane)?.right ?? 0)
    }
    shiftRows(body, top + below)
    deepest = Math.max(deepest, top + below + body.rows)
    if (apart) below += body.rows - 1
    if (anchor) {
      anchor.row = top
      const extent = frame.extents.get(anchor.lane)
      if (extent) {
        extent.left = Math.min(extent.left, anchor.x - anchor.width / 2)
        extent.right = Math.max(extent.right, anchor.x + anchor.width / 2)
      }
    }
    take(placed, body)
    exits.push(...body.exits)
  }
  placed.rows = deepest
  placed.exits = exits
  for (const [lane, { left, right }] of frame.extents) {
    const extent = placed.extents.get(lane)
    if (extent) placed.extents.set(lane, { left: Math.min(extent.left, left), right: Math.max(extent.right, right) })
  }
  return exits.length > 1 ? append(placed, sketch.gateway('exclusiveGateway', via.lane, '', parent)) : placed
}

function boundary(
  sketch: BpmnSketch,
  interrupt: PartInterrupt,
  index: number,
  host: BpmnElement,
  lane: number,
  parent: BpmnElement | undefined,
  prefix: string,
): Placed {
  const name = interruptName(interrupt, sketch.words)
  const lines = wrapToWidth(name, 96, SMALL, 4)
  const height = Math.max(24, lines.length * 14 + 4)
  const activity = eventOf(interrupt.when) ?? `${prefix}${spokenOf(interrupt.when)}`
  const placed = node('event', lane, 212, height, { text: name, title: lines })
  const { then, max } = interrupt
  return sketch.set(
    placed,
    {
      kind: 'boundaryEvent',
      name,
      key: `event-${activity}-${index + 1}`,
      ...inside(parent),
      shows: { activity },
      condition: conditionOf(interrupt.when),
      interrupt: { host, then, ...(max === undefined ? {} : { max }) },
    },
    lines,
  )
}

/** What may interrupt the whole flow: an event sub-process that stands by itself. */
export function standBy(sketch: BpmnSketch, interrupt: PartInterrupt, placeAll: PlaceAll): Placed {
  const lane = interruptLane(sketch, interrupt)
  const name = interruptName(interrupt, sketch.words)
  const element: BpmnElement = { kind: 'subProcess', name, key: 'any-time', triggered: true, label: [] }
  const activity = eventOf(interrupt.when) ?? spokenOf(interrupt.when)
  const { then, max } = interrupt
  const placed = sketch.sign(
    {
      kind: 'startEvent',
      name,
      key: `event-${activity}`,
      parent: element,
      shows: { activity },
      condition: conditionOf(interrupt.when),
      interrupt: { host: element, then, ...(max === undefined ? {} : { max }) },
    },
    lane,
  )
  const [first] = placed.nodes
  append(placed, placeAll(sketch, interrupt.parts, element, '', lane))
  const at = placed.exits[0]
  const name2 =
    then === 'resume' ? (sketch.zh ? '回到原处' : 'Back to where it was') : sketch.zh ? '流程结束' : 'The flow ends'
  const last = sketch.sign(
    { kind: 'endEvent', name: name2, key: 'end', parent: element },
    at?.via?.lane ?? at?.from.lane ?? lane,
  )
  const [closing] = last.nodes
  append(placed, last)
  if (!first || !closing) throw new Error('an event has a node')
  sketch.closeFrame(placed, element, first, closing)
  placed.exits = []
  return placed
}

function interruptLane(sketch: BpmnSketch, interrupt: PartInterrupt): number {
  const proofs = interrupt.when.kind === 'any' ? interrupt.when.proofs : [interrupt.when]
  const doers = proofs.flatMap((proof) => (proof.kind === 'match' ? (proof.event?.split('.')[0] ?? []) : []))
  const named = sketch.laneKeys.findIndex((key) => doers.includes(key))
  return sketch.firstLane(interrupt.parts, Math.max(0, named))
}
