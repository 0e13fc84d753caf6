import { textIn } from '../model/text.ts'
import { conditionOf, eventOf, spokenOf } from './bpmn-proofs.ts'
import { type BpmnElement, type BpmnSketch, GATEWAY, inside, SMALL } from './bpmn-sketch.ts'
import { measureText, wrapToWidth } from './measure-text.ts'
import { againLabel, blockTitle, branchName, repeatTitle, scopeTitle } from './outline-flow.ts'
import {
  addBranches,
  append,
  edge,
  empty,
  labelLines,
  labelWidth,
  NO_LABEL,
  node,
  type Placed,
  placeBranches,
  placeRedo,
  single,
  widen,
} from './place-blocks.ts'
import { hangInterrupts } from './place-bpmn-interrupts.ts'
import { type Column, type PlacedNode, SIZES } from './placement.ts'
import type { Part, PartBranch, PartInterrupt, UnfoldedFlow } from './unfold-flow.ts'

/** Some parts, one after the other. `prefix` leads the names of what stands in a used flow. */
export function placeAll(
  sketch: BpmnSketch,
  parts: readonly Part[],
  parent: BpmnElement | undefined,
  prefix: string,
  from: number,
): Placed {
  const placed = empty()
  let lane = from
  for (const part of parts) {
    append(placed, place(sketch, part, parent, prefix, lane))
    lane = placed.exits[0]?.via?.lane ?? placed.exits[0]?.from.lane ?? lane
  }
  return placed
}

function place(sketch: BpmnSketch, part: Part, parent: BpmnElement | undefined, prefix: string, from: number): Placed {
  switch (part.kind) {
    case 'step':
      return sketch.task(part, parent)
    case 'folded': {
      const lines = wrapToWidth(part.flow, SIZES.box - 30, SIZES.label, 2)
      const element = { kind: 'callActivity', name: part.flow, key: part.as, ...inside(parent) } as const
      return sketch.set(node('folded', from, SIZES.box, 56, { text: part.flow, title: lines }), element)
    }
    case 'sequence':
      return placeAll(sketch, part.parts, parent, prefix, from)
    case 'choice':
      return placeChoice(sketch, part.branches, parent, prefix, from)
    case 'optional': {
      const body = placeAll(sketch, part.parts, parent, prefix, from)
      if (!body.entry) return body
      const first = sketch.gateway('exclusiveGateway', from, sketch.zh ? '需要吗？' : 'Needed?', parent)
      return branchOff(first, sketch.gateway('exclusiveGateway', from, '', parent), [
        { body, label: labelLines(sketch.zh ? '需要' : 'yes') },
        { body: empty(), label: labelLines(sketch.zh ? '不需要' : 'no') },
      ])
    }
    case 'parallel':
    case 'some':
      return placeBeside(sketch, part.kind, part.children, parent, prefix, from)
    case 'net':
      throw new Error('a model that is not made of blocks is not written as BPMN again')
    case 'any-order':
      return part.children.every(showsOnce)
        ? placeBeside(sketch, 'parallel', part.children, parent, prefix, from)
        : placeAnyOrder(sketch, part.children, parent, prefix, from)
    case 'repeat':
      return placeLoop(sketch, part, parent, prefix, from)
    case 'scope':
      return placeScope(sketch, part, parent, prefix, from)
  }
}

function branchOff(first: Placed, last: Placed, branches: Parameters<typeof placeBranches>[1]): Placed {
  const [split] = first.nodes
  if (!split) throw new Error('a gateway has a node')
  const placed = placeBranches(split, branches)
  return append(placed, last)
}

function decision(
  sketch: BpmnSketch,
  branch: PartBranch,
  index: number,
  parent: BpmnElement | undefined,
  prefix: string,
  lane: number,
): Placed {
  if (!branch.when) return empty()
  const activity = eventOf(branch.when)
  return sketch.sign(
    {
      kind: 'intermediateCatchEvent',
      name: branchName(branch, index, sketch.words),
      key: `decision-${activity ?? index + 1}`,
      ...inside(parent),
      shows: { activity: activity ?? `${prefix}${spokenOf(branch.when)}` },
      condition: conditionOf(branch.when),
    },
    lane,
  )
}

function placeChoice(
  sketch: BpmnSketch,
  branches: readonly PartBranch[],
  parent: BpmnElement | undefined,
  prefix: string,
  from: number,
): Placed {
  let skips = false
  const kept = branches.flatMap((branch, i) => {
    const body = decision(sketch, branch, i, parent, prefix, from)
    append(body, placeAll(sketch, branch.parts, parent, prefix, from))
    // Two ways with nothing to do are one.
    if (!body.entry && skips) return []
    skips ||= !body.entry
    return [
      {
        body,
        label: branch.when ? NO_LABEL : labelLines(branchName(branch, i, sketch.words)),
        seen: Boolean(branch.when),
      },
    ]
  })
  const [only] = kept
  if (!only) return empty()
  if (kept.length === 1) return only.body
  const first = kept.every(({ seen }) => seen)
    ? sketch.gateway('eventBasedGateway', from, '', parent)
    : sketch.gateway('exclusiveGateway', from, sketch.zh ? '哪种情况？' : 'Which way?', parent)
  return branchOff(first, sketch.gateway('exclusiveGateway', from, '', parent), kept)
}

function placeBeside(
  sketch: BpmnSketch,
  kind: 'parallel' | 'some',
  children: readonly Part[],
  parent: BpmnElement | undefined,
  prefix: string,
  from: number,
): Placed {
  const lane = sketch.firstLane(children, from)
  let skips = false
  const kept = children.flatMap((child) => {
    const body = place(sketch, child, parent, prefix, lane)
    if (!body.entry && (kind === 'parallel' || skips)) return []
    skips ||= !body.entry
    const name =
      kind === 'some' && child.kind === 'sequence' && child.name ? textIn(child.name, sketch.words.lang, '') : ''
    return [{ body, label: labelLines(name) }]
  })
  const [only] = kept
  if (!only) return empty()
  if (kept.length === 1) return only.body
  const gatewayKind = kind === 'parallel' ? 'parallelGateway' : 'inclusiveGateway'
  const first = sketch.gateway(gatewayKind, lane, kind === 'some' ? blockTitle('some', sketch.words) : '', parent)
  return branchOff(first, sketch.gateway(gatewayKind, lane, '', parent), kept)
}

/** An ad-hoc sub-process: each of its activities once, one after the other. */
function placeAnyOrder(
  sketch: BpmnSketch,
  children: readonly Part[],
  parent: BpmnElement | undefined,
  prefix: string,
  from: number,
): Placed {
  const lane = sketch.firstLane(children, from)
  const name = blockTitle('any-order', sketch.words)
  const element: BpmnElement = { kind: 'adHocSubProcess', name, key: 'any-order', ...inside(parent), label: [] }
  const bodies = children.flatMap((child) => {
    if (child.kind === 'step') return [sketch.task(child, element)]
    const body = placeFramed(
      sketch,
      { name: sketch.titleOf(child), key: 'part', parts: [child] },
      element,
      prefix,
      lane,
    )
    return body.entry ? [body] : []
  })
  if (bodies.length === 0) return empty()
  const port = (): PlacedNode => node('merge', lane, 1, 1, {})
  const [first, last] = [port(), port()]
  const placed = single(first)
  addBranches(
    placed,
    bodies.map((body) => ({ body: { ...body, exits: [] }, connect: () => undefined })),
  )
  placed.exits = []
  append(placed, single(last))
  return sketch.closeFrame(placed, element, first, last)
}

function placeLoop(
  sketch: BpmnSketch,
  part: Extract<Part, { kind: 'repeat' }>,
  parent: BpmnElement | undefined,
  prefix: string,
  from: number,
): Placed {
  const { max } = part
  if (max !== undefined && max <= 1) return placeAll(sketch, part.do, parent, prefix, from)
  const bound = max === undefined ? {} : { max }
  const [only, ...others] = part.do
  const name = repeatTitle(max, sketch.words)
  const redoes = part.redo.some(hasPlace)
  if (!redoes && only?.kind === 'step' && others.length === 0)
    return sketch.task(only, parent, { ...bound, before: false })
  if (max !== undefined) {
    if (!redoes)
      return placeFramed(
        sketch,
        { name, key: 'repeat', parts: part.do, loop: { max, before: false } },
        parent,
        prefix,
        from,
      )
    // The first time, then redo and do together as often as is left.
    const placed = placeAll(sketch, part.do, parent, prefix, from)
    const again = { name, key: 'again', parts: [...part.redo, ...part.do], loop: { max: max - 1, before: true } }
    return append(placed, placeFramed(sketch, again, parent, prefix, sketch.firstLane(part.redo, from)))
  }
  const lane = sketch.firstLane(part.do, from)
  const placed = sketch.gateway('exclusiveGateway', lane, '', parent)
  const [merge] = placed.nodes
  append(placed, placeAll(sketch, part.do, parent, prefix, lane))
  const asking = sketch.gateway('exclusiveGateway', lane, sketch.zh ? '完成了吗？' : 'Done?', parent)
  const [split] = asking.nodes
  if (!merge || !split) throw new Error('a gateway has a node')
  append(placed, asking)
  const again = labelLines(againLabel(max, sketch.words))
  const doneLabel = labelLines(sketch.zh ? '完成' : 'done')
  const redo = placeAll(sketch, part.redo, parent, prefix, lane)
  let track: Column
  if (redo.entry) track = placeRedo(placed, redo, { lane, merge, split, again, done: doneLabel })
  else {
    const room = GATEWAY / 2 + 14 + Math.max(labelWidth(again), measureText(sketch.zh ? '完成了吗？' : 'Done?', SMALL))
    track = { lane, x: Math.max((placed.extents.get(lane)?.right ?? 0) + 14, room) }
    placed.edges.push(edge(split, merge, { via: track, label: again, back: true, sideways: true }))
    placed.exits = [{ from: split, label: doneLabel }]
  }
  placed.columns.push(track)
  widen(placed, lane, track.x, 12)
  return placed
}

interface Framed {
  readonly name: string
  readonly key: string
  readonly parts: readonly Part[]
  readonly loop?: NonNullable<BpmnElement['loop']>
  readonly interrupts?: readonly PartInterrupt[]
  readonly flow?: string
}

/** A sub-process with a start and an end of its own; nothing where it would be empty. */
function placeFramed(
  sketch: BpmnSketch,
  { name, key, parts, loop, interrupts = [], flow }: Framed,
  parent: BpmnElement | undefined,
  prefix: string,
  from: number,
): Placed {
  const lane = sketch.firstLane(parts, from)
  const element: BpmnElement = {
    kind: 'subProcess',
    name,
    key,
    ...inside(parent),
    ...(loop ? { loop } : {}),
    ...(flow === undefined ? {} : { flow }),
    label: [],
  }
  const body = placeAll(sketch, parts, element, prefix, lane)
  if (!body.entry && interrupts.length === 0) return body
  const placed = sketch.start(lane, element)
  const [first] = placed.nodes
  append(placed, body)
  const at = placed.exits[0]
  const last = sketch.end(at?.via?.lane ?? at?.from.lane ?? lane, element)
  const [closing] = last.nodes
  append(placed, last)
  if (!first || !closing) throw new Error('an event has a node')
  return sketch.closeFrame(placed, element, first, closing)
}

function placeScope(
  sketch: BpmnSketch,
  part: Extract<Part, { kind: 'scope' }>,
  parent: BpmnElement | undefined,
  prefix: string,
  from: number,
): Placed {
  const inner = part.flow && part.id !== undefined ? `${prefix}${part.id}/` : prefix
  const name = scopeTitle(part, sketch.words)
  const interrupts = part.interrupts.filter(({ max }) => max !== 0)
  const parts = besides(part)
  if (interrupts.length === 0 && name === '') return placeAll(sketch, parts, parent, inner, from)
  const key = part.id === undefined ? 'group' : `${prefix}${part.id}`
  const placed = placeFramed(
    sketch,
    { name, key, parts, interrupts, ...(part.flow ? { flow: part.flow.id } : {}) },
    parent,
    inner,
    from,
  )
  const frame = placed.frames.at(-1)
  const host = sketch.subProcesses.findLast((each) => each.frame === frame)?.element
  if (!frame || !host || interrupts.length === 0) return placed
  const scope = { frame, host, ofFlow: part.flow !== undefined, parent, prefix: inner }
  return hangInterrupts(sketch, placed, scope, interrupts, placeAll)
}

/** Steps that may come anywhere run beside the others, as often as they may. */
export function besides({ parts, anywhere }: Pick<UnfoldedFlow, 'parts' | 'anywhere'>): readonly Part[] {
  const free = anywhere.filter(({ max }) => max !== 0)
  if (free.length === 0) return parts
  const children = free.map(({ part, min, max }): Part => {
    const bound = max === undefined ? {} : { max: max - Math.max(min, 1) + 1 }
    const repeated: Part = { kind: 'repeat', do: [part], redo: [], ...bound }
    if (min === 0) return { kind: 'optional', parts: [repeated] }
    const before = Array.from({ length: Math.min(min, 20) - 1 }, () => part)
    return { kind: 'sequence', parts: [...before, repeated] }
  })
  return [{ kind: 'parallel', children: [{ kind: 'sequence', parts }, ...children] }]
}

/** Whether no run of a part shows more than one step, so that any order is the same as at the same time. */
function showsOnce(part: Part): boolean {
  if (part.kind === 'step') return true
  if (part.kind === 'optional' || part.kind === 'sequence') {
    const [only, ...others] = part.parts
    return only === undefined || (others.length === 0 && showsOnce(only))
  }
  return false
}

/** Whether anything is drawn for a part. */
function hasPlace(part: Part): boolean {
  switch (part.kind) {
    case 'step':
    case 'folded':
      return true
    case 'choice':
      return part.branches.some(({ when, parts }) => when !== undefined || parts.some(hasPlace))
    case 'repeat':
      return [...part.do, ...part.redo].some(hasPlace)
    case 'scope':
      return part.parts.some(hasPlace) || [...part.interrupts, ...part.anywhere].some(({ max }) => max !== 0)
    case 'sequence':
    case 'optional':
      return part.parts.some(hasPlace)
    default:
      return part.children.some(hasPlace)
  }
}
