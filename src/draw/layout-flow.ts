import {
  afterInterrupt,
  anywhereTitle,
  blockTitle,
  branchName,
  interruptName,
  againLabel,
  repeatTitle,
  scopeTitle,
} from './outline-flow.ts'
import { measureText, wrapToWidth } from './measure-text.ts'
import {
  addBranches,
  addFrame,
  append,
  edge,
  empty,
  joinExits,
  labelLines,
  labelWidth,
  laneKey,
  laneName,
  node,
  NO_LABEL,
  orderLanes,
  type Placed,
  placeBranches,
  placeRedo,
  shiftLane,
  shiftRows,
  single,
  take,
  widen,
} from './place-blocks.ts'
import { type Column, type Frame, type Label, type PlacedNode, SIZES } from './placement.ts'
import { placeNet } from './place-net.ts'
import { type Picture, routePicture } from './route-picture.ts'
import {
  listSteps,
  type Part,
  type PartAnywhere,
  type PartInterrupt,
  type StepPart,
  type UnfoldedFlow,
} from './unfold-flow.ts'
import { describeNorm, roleNames, stepName, type Words } from './words.ts'

/**
 * The one layout behind pictures of a flow. Roles are lanes side by side, time runs down. Blocks are placed from the inside
 * out: a sequence stacks rows; the branches of a block stand side by side, in each lane on its own, and keep their columns
 * through all rows of the block. So a line that runs down past other rows has a column of its own, every horizontal line
 * lies between rows, every label above the node it leads to: nothing can lie on anything else. Branches that hold a frame
 * (a used flow, a group with interrupts) get rows of their own as well. Cost: linear in nodes, but for the colouring of
 * horizontal lines between two rows, which is quadratic in their number.
 */
export function layoutFlow(unfolded: UnfoldedFlow, words: Words): Picture {
  const zh = words.lang === 'zh'
  const steps = listSteps(unfolded)
  const names = new Map(steps.map((part) => [part.id, stepName(part, words)]))
  const laneKeys = orderLanes(steps.map(laneKey))
  const laneOf = (part: StepPart) => laneKeys.indexOf(laneKey(part))
  const lanes = laneKeys.map((key) => laneName(key, words))

  /** The first lane a list of parts touches. */
  function firstLane(parts: readonly Part[], otherwise: number): number {
    const [first] = listSteps({ parts, interrupts: [], anywhere: [] })
    return first ? laneOf(first) : otherwise
  }

  function stepNode(part: StepPart, prefix: string, options: { dashed?: boolean; caption?: string } = {}): PlacedNode {
    const { step, number } = part
    const room = SIZES.box - 2 * SIZES.boxPadding
    const text = `${number} ${stepName(part, words)}`
    const title = wrapToWidth(text, room, SIZES.title, 4)
    const tags: string[] = []
    if (options.caption !== undefined) tags.push(options.caption)
    const alarm = step.critical ? (zh ? '关键环节' : 'critical') : ''
    if (alarm !== '') tags.push(alarm)
    if (step.by.length > 1) tags.push(roleNames(step.by, words))
    const norms = step.rules.filter((rule) => rule.spec.kind !== 'by')
    const told = norms.map((rule) =>
      describeNorm(rule, words, (id) => names.get(prefix + id) ?? names.get(id) ?? id, true),
    )
    const texts = told.map(({ label, text }) => `${label}${zh ? '：' : ': '}${text}`)
    const details = [...tags, ...texts]
    const notes = details.flatMap((text) => wrapToWidth(text, room, SIZES.note, 2))
    const height = 2 * 9 + title.length * SIZES.titleLine + notes.length * SIZES.noteLine + (notes.length > 0 ? 2 : 0)
    const does = step.does?.[words.lang] ?? ''
    return node('step', laneOf(part), SIZES.box, height, {
      text,
      details,
      title,
      notes,
      alarm,
      step: part,
      dashed: options.dashed ?? false,
      description: [`${part.id}: ${stepName(part, words)}`, does, ...texts].filter((text) => text !== '').join('\n'),
    })
  }

  function placeAll(parts: readonly Part[], prefix: string, from: number): Placed {
    const placed = empty()
    let lane = from
    for (const part of parts) {
      append(placed, place(part, prefix, lane))
      lane = placed.exits[0]?.via?.lane ?? placed.exits[0]?.from.lane ?? lane
    }
    return placed
  }

  function place(part: Part, prefix: string, from: number): Placed {
    switch (part.kind) {
      case 'step':
        return single(stepNode(part, prefix))
      case 'folded':
        return single(
          node('folded', from, SIZES.box, 40, {
            text: part.flow,
            title: wrapToWidth(part.flow, SIZES.box - 20, SIZES.title, 1),
            description: part.flow,
          }),
        )
      case 'sequence':
        return placeAll(part.parts, prefix, from)
      case 'choice':
        return placeBranches(
          node('gateway', from, SIZES.gateway, SIZES.gateway, {}),
          part.branches.map((branch, i) => ({
            body: placeAll(branch.parts, prefix, from),
            label: labelLines(branchName(branch, i, words)),
          })),
        )
      case 'optional': {
        const [only, ...others] = part.parts
        if (only?.kind === 'step' && others.length === 0)
          return single(stepNode(only, prefix, { dashed: true, caption: zh ? '可选' : 'optional' }))
        return placeBranches(node('gateway', from, SIZES.gateway, SIZES.gateway, {}), [
          { body: placeAll(part.parts, prefix, from), label: labelLines(zh ? '需要时' : 'if needed') },
          { body: empty(), label: labelLines(zh ? '跳过' : 'skip') },
        ])
      }
      case 'parallel':
      case 'any-order':
      case 'some': {
        const lane = firstLane(part.children, from)
        const sign = ({ parallel: '+', 'any-order': '~', some: 'o' } as const)[part.kind]
        const branches = part.children.map((child) => ({
          body: place(child, prefix, lane),
          label:
            child.kind === 'sequence' && child.name
              ? labelLines(branchName({ name: child.name, parts: [] }, 0, words))
              : NO_LABEL,
        }))
        const caption = blockTitle(part.kind, words)
        const split = node('gateway', lane, SIZES.gateway, SIZES.gateway, { sign, caption, description: caption })
        const placed = placeBranches(split, branches)
        return append(placed, single(node('gateway', lane, SIZES.gateway, SIZES.gateway, { sign })))
      }
      case 'repeat':
        return placeLoop(part, prefix, from)
      case 'net':
        return placeNet(part, from, (child, more) => stepNode(child, prefix, more), words)
      case 'scope':
        return placeScope(part, prefix, from)
    }
  }

  function placeLoop(part: Extract<Part, { kind: 'repeat' }>, prefix: string, from: number): Placed {
    const [only, ...others] = part.do
    const title = repeatTitle(part.max, words)
    if (only?.kind === 'step' && others.length === 0 && part.redo.length === 0)
      return single(stepNode(only, prefix, { caption: `↻ ${title}` }))
    const lane = firstLane(part.do, from)
    const merge = node('merge', lane, SIZES.merge, SIZES.merge, {})
    const placed = single(merge)
    append(placed, placeAll(part.do, prefix, lane))
    const gateway = node('gateway', lane, SIZES.gateway, SIZES.gateway, { description: title })
    append(placed, single(gateway))
    const label: Label = { text: title, lines: wrapToWidth(title, SIZES.labelWidth, SIZES.label, 1) }
    const redo = placeAll(part.redo, prefix, lane)
    const again = labelLines(againLabel(part.max, words))
    let track: Column
    if (redo.entry) {
      joinExits(redo, lane)
      const done = labelLines(zh ? '完成' : 'done')
      track = placeRedo(placed, redo, { lane, merge, split: gateway, again, done })
    } else {
      const room = SIZES.gateway / 2 + 10 + labelWidth(label)
      track = { lane, x: Math.max((placed.extents.get(lane)?.right ?? 0) + 14, room) }
      placed.edges.push(edge(gateway, merge, { via: track, label, back: true, sideways: true }))
    }
    placed.columns.push(track)
    widen(placed, lane, track.x, 12)
    return placed
  }

  function placeScope(part: Extract<Part, { kind: 'scope' }>, prefix: string, from: number): Placed {
    const inner = part.flow && part.id !== undefined ? `${prefix}${part.id}/` : prefix
    const placed = placeAll(part.parts, inner, from)
    const title = scopeTitle(part, words)
    const extras = part.interrupts.length + part.anywhere.length
    if (extras === 0 && (title === '' || !placed.entry)) return placed
    if (!placed.entry) append(placed, single(node('merge', from, SIZES.merge, SIZES.merge, {})))
    addAnywhere(placed, part.anywhere, inner)
    joinExits(placed, from)
    const frame = addFrame(placed, title)
    addInterrupts(placed, part.interrupts, inner, part.flow !== undefined, frame)
    return placed
  }

  /** Steps that may come at any time stand unconnected in a row at the foot of their frame. */
  function addAnywhere(placed: Placed, anywhere: readonly PartAnywhere[], prefix: string): void {
    if (anywhere.length === 0) return
    const exits = placed.exits
    const top = placed.rows
    for (const exit of exits) {
      // The way on runs past the row: give it a column that the boxes leave free.
      const lane = exit.via?.lane ?? exit.from.lane
      const x = exit.via?.x ?? exit.from.x
      widen(placed, lane, x, 8)
    }
    const boxes = anywhere.map((each) =>
      single(stepNode(each.part, prefix, { dashed: true, caption: anywhereTitle(each, words) })),
    )
    const past: Placed[] = exits.map((exit) => {
      const via: Column = exit.via ?? { lane: exit.from.lane, x: exit.from.x }
      const body: Placed = { ...empty(), rows: 1 }
      widen(body, via.lane, via.x, 8)
      return body
    })
    for (const [i, box] of boxes.entries()) {
      const lane = box.nodes[0]?.lane ?? 0
      const others = [...past, ...boxes.slice(0, i)].flatMap((body) => body.extents.get(lane) ?? [])
      const free =
        others.length === 0 ? 0 : Math.max(...others.map((extent) => extent.right)) + SIZES.gap + SIZES.box / 2
      shiftLane(box, lane, free)
      shiftRows(box, top)
      take(placed, box)
    }
    placed.rows = top + 1
    placed.exits = exits
  }

  function addInterrupts(
    placed: Placed,
    interrupts: readonly PartInterrupt[],
    prefix: string,
    ofUsedFlow: boolean,
    frame?: Frame,
  ): void {
    if (interrupts.length === 0) return
    const [exit] = placed.exits
    const through: Placed = { ...empty(), rows: 1 }
    if (exit) {
      const via: Column = { lane: exit.via?.lane ?? exit.from.lane, x: exit.via?.x ?? exit.from.x }
      through.columns.push(via)
      widen(through, via.lane, via.x, 24)
      through.exits = [{ ...exit, via }]
    }
    placed.exits = []
    const handlers = interrupts.map((interrupt) => {
      const wanted = interruptLane(interrupt, placed.entry?.lane ?? 0)
      const lane = !frame || frame.extents.has(wanted) ? wanted : (placed.entry?.lane ?? 0)
      const body = single(eventNode(interrupt, lane, frame))
      append(body, placeAll(interrupt.parts, prefix, lane))
      const ends = interrupt.then === 'end' && !ofUsedFlow
      if (ends || interrupt.then === 'resume') {
        append(body, single(ends ? endNode(lane) : returnNode(interrupt, lane)))
        body.exits = []
      }
      return { body, connect: () => undefined }
    })
    addBranches(placed, exit ? [{ body: through, connect: () => undefined }, ...handlers] : handlers)
  }

  function interruptLane(interrupt: PartInterrupt, otherwise: number): number {
    const proofs = interrupt.when.kind === 'any' ? interrupt.when.proofs : [interrupt.when]
    const doers = proofs.flatMap((proof) => (proof.kind === 'match' ? (proof.event?.split('.')[0] ?? []) : []))
    const named = laneKeys.findIndex((key) => doers.includes(key))
    return firstLane(interrupt.parts, named === -1 ? otherwise : named)
  }

  function eventNode(interrupt: PartInterrupt, lane: number, frame: Frame | undefined): PlacedNode {
    const text = (zh ? '随时：' : 'any time: ') + interruptName(interrupt, words)
    const title = wrapToWidth(text, SIZES.box - 24, SIZES.label, 4)
    return node('event', lane, SIZES.box, 14 + title.length * SIZES.labelLine, {
      text,
      title,
      ...(frame ? { hangsFrom: frame } : {}),
      description: `${text}\n${afterInterrupt(interrupt, words)}`,
    })
  }

  function returnNode(interrupt: PartInterrupt, lane: number): PlacedNode {
    const text = zh ? '↩ 回到原处' : '↩ back to where it was'
    return node('return', lane, measureText(text, SIZES.label) + 20, 26, {
      text,
      title: [text],
      description: afterInterrupt(interrupt, words),
    })
  }

  function endNode(lane: number): PlacedNode {
    return node('end', lane, SIZES.dot, SIZES.dot, { description: zh ? '结束' : 'End' })
  }

  const first = firstLane(unfolded.parts, 0)
  const root = single(node('start', first, SIZES.dot, SIZES.dot, { description: zh ? '开始' : 'Start' }))
  append(root, placeAll(unfolded.parts, '', first))
  append(root, single(endNode(root.exits[0]?.via?.lane ?? root.exits[0]?.from.lane ?? first)))
  root.exits = []
  const anyTime = root.rows
  if (unfolded.anywhere.length > 0) addAnywhere(root, unfolded.anywhere, '')
  addInterrupts(root, unfolded.interrupts, '', false)
  return routePicture({
    lanes,
    nodes: root.nodes,
    edges: root.edges,
    frames: root.frames,
    extents: root.extents,
    rows: root.rows,
    ...(root.rows > anyTime ? { anyTime } : {}),
  })
}
