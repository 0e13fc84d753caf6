import { textIn } from '../model/text.ts'
import type { Proof } from '../model/flow.ts'
import { measureText, wrapToWidth } from './measure-text.ts'
import { blockTitle, branchName, interruptName, againLabel, repeatTitle, scopeTitle } from './outline-flow.ts'
import {
  append,
  addBranches,
  edge,
  empty,
  labelLines,
  labelWidth,
  laneKey,
  laneName,
  lanesOf,
  NO_LABEL,
  node,
  orderLanes,
  type Placed,
  placeBranches,
  shiftLane,
  shiftRows,
  single,
  take,
  widen,
} from './place-blocks.ts'
import { type Column, type Frame, type PlacedEdge, type PlacedNode, SIZES } from './placement.ts'
import { type Picture, routePicture } from './route-picture.ts'
import {
  listSteps,
  type Part,
  type PartBranch,
  type PartInterrupt,
  type StepPart,
  type UnfoldedFlow,
} from './unfold-flow.ts'
import { stepName, type Words } from './words.ts'

export type BpmnKind =
  | 'startEvent'
  | 'endEvent'
  | 'intermediateCatchEvent'
  | 'boundaryEvent'
  | 'task'
  | 'callActivity'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'inclusiveGateway'
  | 'eventBasedGateway'
  | 'subProcess'
  | 'adHocSubProcess'

/** An element of a BPMN process before it has its id. */
export interface BpmnElement {
  readonly kind: BpmnKind
  readonly name: string
  /** What the id is made from. */
  readonly key: string
  /** The sub-process it stands in; none: the process. */
  readonly parent?: BpmnElement
  readonly documentation?: string
  /** What shows it in a log, and the step it is. */
  readonly shows?: { readonly activity: string; readonly step?: string }
  /** What a conditional event waits for. */
  readonly condition?: string
  /** Of a boundary event, and of the start of an event sub-process. */
  readonly interrupt?: { readonly host: BpmnElement; readonly then: PartInterrupt['then']; readonly max?: number }
  readonly terminates?: boolean
  /** Repeated: `do` first, or asked before the first time. */
  readonly loop?: { readonly max?: number; readonly before: boolean }
  /** The used flow that a sub-process is. */
  readonly flow?: string
  /** An event sub-process. */
  readonly triggered?: boolean
  /** Written beside it. */
  readonly label: readonly string[]
}

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

export interface Gate {
  readonly element: BpmnElement
  readonly frame: Frame
  /** Where lines come in, or where they leave. */
  readonly side: 'in' | 'out'
}

const EVENT = 36
const GATEWAY = 50
const SMALL = 11

/**
 * Lays a flow out as BPMN: every gateway that splits has one that joins, groups and used flows are sub-processes, what may
 * happen anywhere runs beside, interrupts are boundary events, those of the whole flow event sub-processes (docs/bpmn.md).
 */
export function layoutBpmn(unfolded: UnfoldedFlow, words: Words): BpmnLayout {
  const zh = words.lang === 'zh'
  const steps = listSteps(unfolded)
  const laneKeys = orderLanes(steps.map(laneKey))
  const laneOf = (part: StepPart): number => laneKeys.indexOf(laneKey(part))
  const elements = new Map<PlacedNode, BpmnElement>()
  const gates = new Map<PlacedNode, Gate>()
  const subProcesses: { element: BpmnElement; frame: Frame }[] = []

  function firstLane(parts: readonly Part[], otherwise: number): number {
    const [first] = listSteps({ parts, interrupts: [], anywhere: [] })
    return first ? laneOf(first) : otherwise
  }

  function set(placed: PlacedNode, element: Omit<BpmnElement, 'label'>, label: readonly string[] = []): Placed {
    elements.set(placed, { ...element, label })
    return single(placed)
  }

  const inside = (parent: BpmnElement | undefined): Pick<BpmnElement, 'parent'> =>
    parent === undefined ? {} : { parent }

  /** An event or a gateway, its name beside it. */
  function sign(element: Omit<BpmnElement, 'label'>, lane: number): Placed {
    const size = element.kind.endsWith('Gateway') ? GATEWAY : EVENT
    const lines = element.name === '' ? [] : wrapToWidth(element.name, 110, SMALL, 3)
    const caption = lines.reduce((longest, line) => (line.length > longest.length ? line : longest), '')
    const kind = size === EVENT ? 'start' : 'gateway'
    return set(node(kind, lane, size, size, { caption, title: lines }), element, lines)
  }

  const gateway = (
    kind: Extract<BpmnKind, `${string}Gateway`>,
    lane: number,
    name: string,
    parent: BpmnElement | undefined,
  ): Placed => sign({ kind, name, key: 'gateway', ...inside(parent) }, lane)

  const start = (lane: number, parent: BpmnElement | undefined): Placed =>
    sign({ kind: 'startEvent', name: zh ? '开始' : 'Start', key: 'start', ...inside(parent) }, lane)

  const end = (lane: number, parent: BpmnElement | undefined): Placed =>
    sign({ kind: 'endEvent', name: zh ? '结束' : 'End', key: 'end', ...inside(parent) }, lane)

  function task(part: StepPart, parent: BpmnElement | undefined, loop?: BpmnElement['loop']): Placed {
    const name = stepName(part, words)
    const lines = wrapToWidth(name, SIZES.box - 30, SIZES.label, 5)
    const height = Math.max(56, 28 + lines.length * 15 + (loop ? 16 : 0))
    const does = textIn(part.step.does, words.lang, '')
    return set(node('step', laneOf(part), SIZES.box, height, { text: name, title: lines, step: part }), {
      kind: 'task',
      name,
      key: part.id,
      ...inside(parent),
      ...(does === '' || does === name ? {} : { documentation: does }),
      shows: { activity: eventOf(part.step.proof) ?? part.id, step: part.id },
      ...(loop ? { loop } : {}),
    })
  }

  function placeAll(parts: readonly Part[], parent: BpmnElement | undefined, prefix: string, from: number): Placed {
    const placed = empty()
    let lane = from
    for (const part of parts) {
      append(placed, place(part, parent, prefix, lane))
      lane = placed.exits[0]?.via?.lane ?? placed.exits[0]?.from.lane ?? lane
    }
    return placed
  }

  function place(part: Part, parent: BpmnElement | undefined, prefix: string, from: number): Placed {
    switch (part.kind) {
      case 'step':
        return task(part, parent)
      case 'folded': {
        const lines = wrapToWidth(part.flow, SIZES.box - 30, SIZES.label, 2)
        const element = { kind: 'callActivity', name: part.flow, key: part.as, ...inside(parent) } as const
        return set(node('folded', from, SIZES.box, 56, { text: part.flow, title: lines }), element)
      }
      case 'sequence':
        return placeAll(part.parts, parent, prefix, from)
      case 'choice':
        return placeChoice(part.branches, parent, prefix, from)
      case 'optional': {
        const body = placeAll(part.parts, parent, prefix, from)
        if (!body.entry) return body
        const first = gateway('exclusiveGateway', from, zh ? '需要吗？' : 'Needed?', parent)
        return branchOff(first, gateway('exclusiveGateway', from, '', parent), [
          { body, label: labelLines(zh ? '需要' : 'yes') },
          { body: empty(), label: labelLines(zh ? '不需要' : 'no') },
        ])
      }
      case 'parallel':
      case 'some':
        return placeBeside(part.kind, part.children, parent, prefix, from)
      case 'net':
        throw new Error('a model that is not made of blocks is not written as BPMN again')
      case 'any-order':
        return part.children.every(showsOnce)
          ? placeBeside('parallel', part.children, parent, prefix, from)
          : placeAnyOrder(part.children, parent, prefix, from)
      case 'repeat':
        return placeLoop(part, parent, prefix, from)
      case 'scope':
        return placeScope(part, parent, prefix, from)
    }
  }

  function branchOff(first: Placed, last: Placed, branches: Parameters<typeof placeBranches>[1]): Placed {
    const [split] = first.nodes
    if (!split) throw new Error('a gateway has a node')
    const placed = placeBranches(split, branches)
    return append(placed, last)
  }

  function decision(
    branch: PartBranch,
    index: number,
    parent: BpmnElement | undefined,
    prefix: string,
    lane: number,
  ): Placed {
    if (!branch.when) return empty()
    const activity = eventOf(branch.when)
    return sign(
      {
        kind: 'intermediateCatchEvent',
        name: branchName(branch, index, words),
        key: `decision-${activity ?? index + 1}`,
        ...inside(parent),
        shows: { activity: activity ?? `${prefix}${spokenOf(branch.when)}` },
        condition: conditionOf(branch.when),
      },
      lane,
    )
  }

  function placeChoice(
    branches: readonly PartBranch[],
    parent: BpmnElement | undefined,
    prefix: string,
    from: number,
  ): Placed {
    let skips = false
    const kept = branches.flatMap((branch, i) => {
      const body = decision(branch, i, parent, prefix, from)
      append(body, placeAll(branch.parts, parent, prefix, from))
      // Two ways with nothing to do are one.
      if (!body.entry && skips) return []
      skips ||= !body.entry
      return [
        { body, label: branch.when ? NO_LABEL : labelLines(branchName(branch, i, words)), seen: Boolean(branch.when) },
      ]
    })
    const [only] = kept
    if (!only) return empty()
    if (kept.length === 1) return only.body
    const first = kept.every(({ seen }) => seen)
      ? gateway('eventBasedGateway', from, '', parent)
      : gateway('exclusiveGateway', from, zh ? '哪种情况？' : 'Which way?', parent)
    return branchOff(first, gateway('exclusiveGateway', from, '', parent), kept)
  }

  function placeBeside(
    kind: 'parallel' | 'some',
    children: readonly Part[],
    parent: BpmnElement | undefined,
    prefix: string,
    from: number,
  ): Placed {
    const lane = firstLane(children, from)
    let skips = false
    const kept = children.flatMap((child) => {
      const body = place(child, parent, prefix, lane)
      if (!body.entry && (kind === 'parallel' || skips)) return []
      skips ||= !body.entry
      const name = kind === 'some' && child.kind === 'sequence' && child.name ? textIn(child.name, words.lang, '') : ''
      return [{ body, label: labelLines(name) }]
    })
    const [only] = kept
    if (!only) return empty()
    if (kept.length === 1) return only.body
    const gatewayKind = kind === 'parallel' ? 'parallelGateway' : 'inclusiveGateway'
    const first = gateway(gatewayKind, lane, kind === 'some' ? blockTitle('some', words) : '', parent)
    return branchOff(first, gateway(gatewayKind, lane, '', parent), kept)
  }

  /** An ad-hoc sub-process: each of its activities once, one after the other. */
  function placeAnyOrder(
    children: readonly Part[],
    parent: BpmnElement | undefined,
    prefix: string,
    from: number,
  ): Placed {
    const lane = firstLane(children, from)
    const name = blockTitle('any-order', words)
    const element: BpmnElement = { kind: 'adHocSubProcess', name, key: 'any-order', ...inside(parent), label: [] }
    const bodies = children.flatMap((child) => {
      if (child.kind === 'step') return [task(child, element)]
      const body = placeFramed({ name: titleOf(child), key: 'part', parts: [child] }, element, prefix, lane)
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
    return closeFrame(placed, element, first, last)
  }

  function placeLoop(
    part: Extract<Part, { kind: 'repeat' }>,
    parent: BpmnElement | undefined,
    prefix: string,
    from: number,
  ): Placed {
    const { max } = part
    if (max !== undefined && max <= 1) return placeAll(part.do, parent, prefix, from)
    const bound = max === undefined ? {} : { max }
    const [only, ...others] = part.do
    const name = repeatTitle(max, words)
    const redoes = part.redo.some(hasPlace)
    if (!redoes && only?.kind === 'step' && others.length === 0) return task(only, parent, { ...bound, before: false })
    if (max !== undefined) {
      if (!redoes)
        return placeFramed({ name, key: 'repeat', parts: part.do, loop: { max, before: false } }, parent, prefix, from)
      // The first time, then redo and do together as often as is left.
      const placed = placeAll(part.do, parent, prefix, from)
      const again = { name, key: 'again', parts: [...part.redo, ...part.do], loop: { max: max - 1, before: true } }
      return append(placed, placeFramed(again, parent, prefix, firstLane(part.redo, from)))
    }
    const lane = firstLane(part.do, from)
    const placed = gateway('exclusiveGateway', lane, '', parent)
    const [merge] = placed.nodes
    append(placed, placeAll(part.do, parent, prefix, lane))
    const asking = gateway('exclusiveGateway', lane, zh ? '完成了吗？' : 'Done?', parent)
    const [split] = asking.nodes
    if (!merge || !split) throw new Error('a gateway has a node')
    append(placed, asking)
    const again = labelLines(againLabel(max, words))
    const doneLabel = labelLines(zh ? '完成' : 'done')
    const redo = placeAll(part.redo, parent, prefix, lane)
    const track: Column = { lane, x: 0 }
    if (redo.entry) {
      placed.exits = []
      widen(redo, redo.entry.lane, redo.entry.x, labelWidth(again))
      const on: Column = { lane, x: 0 }
      const done: Placed = { ...empty(), rows: 1, columns: [on] }
      widen(done, lane, 0, labelWidth(doneLabel))
      done.exits = [{ from: split, via: on, label: doneLabel }]
      const back = redo.exits
      redo.exits = []
      addBranches(placed, [
        { body: done, connect: () => undefined },
        { body: redo, connect: (target) => edge(split, target, { via: target, label: again }) },
      ])
      track.x = (placed.extents.get(lane)?.right ?? 0) + 16
      for (const { from: last } of back) placed.edges.push(edge(last, merge, { via: track, back: true }))
    } else {
      const room = GATEWAY / 2 + 14 + Math.max(labelWidth(again), measureText(zh ? '完成了吗？' : 'Done?', SMALL))
      track.x = Math.max((placed.extents.get(lane)?.right ?? 0) + 14, room)
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
    { name, key, parts, loop, interrupts = [], flow }: Framed,
    parent: BpmnElement | undefined,
    prefix: string,
    from: number,
  ): Placed {
    const lane = firstLane(parts, from)
    const element: BpmnElement = {
      kind: 'subProcess',
      name,
      key,
      ...inside(parent),
      ...(loop ? { loop } : {}),
      ...(flow === undefined ? {} : { flow }),
      label: [],
    }
    const body = placeAll(parts, element, prefix, lane)
    if (!body.entry && interrupts.length === 0) return body
    const placed = start(lane, element)
    const [first] = placed.nodes
    append(placed, body)
    const at = placed.exits[0]
    const last = end(at?.via?.lane ?? at?.from.lane ?? lane, element)
    const [closing] = last.nodes
    append(placed, last)
    if (!first || !closing) throw new Error('an event has a node')
    return closeFrame(placed, element, first, closing)
  }

  function closeFrame(placed: Placed, element: BpmnElement, first: PlacedNode, last: PlacedNode): Placed {
    const frame: Frame = { title: element.name, top: 0, bottom: placed.rows - 1, extents: new Map(), description: '' }
    for (const lane of lanesOf(placed)) {
      const extent = placed.extents.get(lane)
      if (!extent) continue
      extent.left -= SIZES.frame
      extent.right += SIZES.frame
      frame.extents.set(lane, { ...extent })
    }
    placed.frames.push(frame)
    subProcesses.push({ element, frame })
    gates.set(first, { element, frame, side: 'in' })
    gates.set(last, { element, frame, side: 'out' })
    return placed
  }

  function placeScope(
    part: Extract<Part, { kind: 'scope' }>,
    parent: BpmnElement | undefined,
    prefix: string,
    from: number,
  ): Placed {
    const inner = part.flow && part.id !== undefined ? `${prefix}${part.id}/` : prefix
    const name = scopeTitle(part, words)
    const interrupts = part.interrupts.filter(({ max }) => max !== 0)
    const parts = besides(part)
    if (interrupts.length === 0 && name === '') return placeAll(parts, parent, inner, from)
    const key = part.id === undefined ? 'group' : `${prefix}${part.id}`
    const placed = placeFramed(
      { name, key, parts, interrupts, ...(part.flow ? { flow: part.flow.id } : {}) },
      parent,
      inner,
      from,
    )
    const frame = placed.frames.at(-1)
    const host = subProcesses.findLast((each) => each.frame === frame)?.element
    if (!frame || !host || interrupts.length === 0) return placed
    return hang(placed, frame, host, interrupts, part.flow !== undefined, parent, inner)
  }

  /** Sets the events of interrupts below a frame, with what they lead to, beside the line that goes on. */
  function hang(
    placed: Placed,
    frame: Frame,
    host: BpmnElement,
    interrupts: readonly PartInterrupt[],
    ofFlow: boolean,
    parent: BpmnElement | undefined,
    prefix: string,
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
      const lane = frame.extents.has(firstLane(interrupt.parts, via.lane))
        ? firstLane(interrupt.parts, via.lane)
        : via.lane
      const body = boundary(interrupt, i, host, lane, parent, prefix)
      const anchor = body.entry
      append(body, placeAll(interrupt.parts, parent, prefix, lane))
      const at = body.exits[0]
      const last = at?.via?.lane ?? at?.from.lane ?? lane
      const then = interrupt.then === 'end' && ofFlow ? 'leave' : interrupt.then
      if (then !== 'leave') {
        const name = then === 'end' ? (zh ? '流程结束' : 'The flow ends') : zh ? '回到原处' : 'Back to where it was'
        append(body, sign({ kind: 'endEvent', name, key: 'end', ...inside(parent), terminates: then === 'end' }, last))
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
    return exits.length > 1 ? append(placed, gateway('exclusiveGateway', via.lane, '', parent)) : placed
  }

  function boundary(
    interrupt: PartInterrupt,
    index: number,
    host: BpmnElement,
    lane: number,
    parent: BpmnElement | undefined,
    prefix: string,
  ): Placed {
    const name = interruptName(interrupt, words)
    const lines = wrapToWidth(name, 96, SMALL, 4)
    const height = Math.max(24, lines.length * 14 + 4)
    const activity = eventOf(interrupt.when) ?? `${prefix}${spokenOf(interrupt.when)}`
    const placed = node('event', lane, 212, height, { text: name, title: lines })
    const { then, max } = interrupt
    return set(
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
  function standBy(interrupt: PartInterrupt): Placed {
    const lane = interruptLane(interrupt)
    const name = interruptName(interrupt, words)
    const element: BpmnElement = { kind: 'subProcess', name, key: 'any-time', triggered: true, label: [] }
    const activity = eventOf(interrupt.when) ?? spokenOf(interrupt.when)
    const { then, max } = interrupt
    const placed = sign(
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
    append(placed, placeAll(interrupt.parts, element, '', lane))
    const at = placed.exits[0]
    const name2 = then === 'resume' ? (zh ? '回到原处' : 'Back to where it was') : zh ? '流程结束' : 'The flow ends'
    const last = sign(
      { kind: 'endEvent', name: name2, key: 'end', parent: element },
      at?.via?.lane ?? at?.from.lane ?? lane,
    )
    const [closing] = last.nodes
    append(placed, last)
    if (!first || !closing) throw new Error('an event has a node')
    closeFrame(placed, element, first, closing)
    placed.exits = []
    return placed
  }

  function interruptLane(interrupt: PartInterrupt): number {
    const proofs = interrupt.when.kind === 'any' ? interrupt.when.proofs : [interrupt.when]
    const doers = proofs.flatMap((proof) => (proof.kind === 'match' ? (proof.event?.split('.')[0] ?? []) : []))
    const named = laneKeys.findIndex((key) => doers.includes(key))
    return firstLane(interrupt.parts, Math.max(0, named))
  }

  /** Steps that may come anywhere run beside the others, as often as they may. */
  function besides({ parts, anywhere }: Pick<UnfoldedFlow, 'parts' | 'anywhere'>): readonly Part[] {
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

  function titleOf(part: Part): string {
    if (part.kind === 'sequence' && part.name) return textIn(part.name, words.lang, '')
    const [first] = listSteps({ parts: [part], interrupts: [], anywhere: [] })
    return first ? stepName(first, words) : ''
  }

  const first = firstLane(unfolded.parts, 0)
  const root = start(first, undefined)
  append(root, placeAll(besides(unfolded), undefined, '', first))
  append(root, end(root.exits[0]?.via?.lane ?? root.exits[0]?.from.lane ?? first, undefined))
  root.exits = []
  for (const interrupt of unfolded.interrupts) {
    if (interrupt.max === 0) continue
    const event = standBy(interrupt)
    shiftRows(event, root.rows)
    take(root, event)
    root.rows += event.rows
  }
  const lines: PlacedEdge[] = root.edges
  const picture = routePicture({
    lanes: laneKeys.map((key) => laneName(key, words)),
    nodes: root.nodes,
    edges: lines,
    frames: root.frames,
    extents: root.extents,
    rows: root.rows,
  })
  const frames = root.frames
  return {
    picture,
    laneKeys,
    elements,
    gates,
    subProcesses: subProcesses.filter(({ frame }) => frames.includes(frame)),
    frames,
  }
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

/** The event that shows it first of all. */
function eventOf(proof: Proof): string | undefined {
  if (proof.kind === 'match') return proof.event
  return proof.proofs.map(eventOf).find((event) => event !== undefined)
}

/** What it is called where no event shows it. */
function spokenOf(proof: Proof): string {
  if (proof.kind === 'match') return proof.says?.id ?? 'event'
  const [first] = proof.proofs
  return first ? spokenOf(first) : 'event'
}

function conditionOf(proof: Proof): string {
  if (proof.kind === 'any') return proof.proofs.map(conditionOf).join(' or ')
  const { event, where, says, inARow } = proof
  const parts = [
    event,
    says && `says ${says.id}`,
    where && `where ${where.source}`,
    inARow && `${inARow.times} in a row`,
  ]
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}
