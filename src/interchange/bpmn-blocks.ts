import type { Diagnostic, Message } from '../diagnostic/diagnostic.ts'
import type { Block, BlockInterrupt } from '../flow/effective-flow.ts'
import { findIrreducible, recogniseBlocks } from '../flow/recognise-blocks.ts'
import type { PetriNet, PetriTransition } from '../model/petri-net.ts'
import { type BpmnLabels, NetDraft } from './bpmn-draft.ts'
import { findJoin, type Fragment, isClosed, mergeInto, openEnds, reach } from './bpmn-fragment.ts'
import type { BpmnNode, BpmnScope } from './bpmn-model.ts'

/** Something that stands as one transition while its level is reduced. */
type Macro =
  | { readonly kind: 'block'; readonly block: Block }
  | {
      readonly kind: 'host'
      readonly block: Block
      readonly own: readonly BlockInterrupt[]
      readonly events: readonly number[]
    }
  | { readonly kind: 'event'; readonly label: number }

const MOST_REASONS = 50
const MOST_ENDS = 50

const MEND: Message = {
  zh: '分支与汇合用同类网关成对出现，逐层嵌套；或不导入，让流程用 `from` 引用此文件（按网运行）',
  en: 'gateways that split and join in pairs of one kind, one pair within another; or no import: a flow may name the file with `from` and runs as a net',
}
const APART: Message = {
  zh: '从这里分开的各路没有在同类网关重新汇合，不构成块',
  en: 'the ways that part here do not meet again in a gateway of the same kind, so they are no block',
}
const TOGETHER: Message = {
  zh: '在这里汇合的各路不是从同一个同类网关分开的，不构成块',
  en: 'the ways that meet here did not part at one gateway of the same kind, so they are no block',
}
const CANCELS: Message = {
  zh: '终止事件会撤销与它并行的部分，块没有这种写法',
  en: 'a terminate event takes back what goes on beside it, for which blocks have no word',
}
const UNSEEN: Message = {
  zh: '此事件没有名称（或是定时），日志里看不出中断',
  en: 'this event has no name, or waits for a time: no log shows the interrupt',
}
const BESIDE: Message = {
  zh: '非中断事件的处理与原环节同时进行，块没有这种写法；若处理时原环节暂停，请写 `touchmap:interrupt then="resume"`',
  en: 'what a non-interrupting event begins goes on beside its host, for which blocks have no word; where the host pauses, say `touchmap:interrupt then="resume"`',
}
const ELSEWHERE: Message = {
  zh: '中断之后没有回到被中断环节的出口，不构成块',
  en: 'behind this interrupt the way does not come back to where its host leads, so it is no block',
}

/** The blocks of a process, level by level; none where a level is not made of such. */
export class BlockBuilder {
  /** Where there are no blocks: why not, at the elements concerned. */
  readonly reasons: Diagnostic[] = []
  readonly #labels: BpmnLabels
  /** Interrupts whose handlers do not come back, by what they interrupt. */
  readonly #hosted = new Map<BpmnNode, BlockInterrupt[]>()

  constructor(labels: BpmnLabels) {
    this.#labels = labels
  }

  scope(scope: BpmnScope, flow: boolean): Block | undefined {
    const inner = this.#fragment({ nodes: scope.nodes, whole: flow })
    const interrupts: BlockInterrupt[] = []
    for (const { start, scope: handlerScope } of scope.anyTime) {
      const label = this.#labels.of(start)
      const handler = this.scope(handlerScope, false)
      const { interrupt } = start
      if (label === undefined) this.#because(start, UNSEEN)
      else if (interrupt?.cancels === false && interrupt.then !== 'resume') this.#because(start, BESIDE)
      if (label === undefined || handler === undefined || !interrupt) continue
      const then = interrupt.cancels ? (flow ? 'end' : 'leave') : 'resume'
      interrupts.push({ label, handler, then, ...(interrupt.max === undefined ? {} : { max: interrupt.max }) })
    }
    if (inner === undefined || this.reasons.length > 0) return undefined
    if (!flow && interrupts.length === 0) return inner
    return { kind: 'scope', child: inner, interrupts, anywhere: [], flow }
  }

  #fragment(fragment: Fragment): Block | undefined {
    const macros: Macro[] = []
    const base = this.#labels.activities.length
    const macro = (one: Macro): number => base + macros.push(one) - 1
    const draft = new NetDraft()
    const left = new Set(fragment.nodes)
    // With nothing beside it, a way that never comes back ends the flow.
    const mayEnd = fragment.whole === true && fragment.nodes.every(isSequential)
    // Handlers that do not come back are no part of the way; the outermost take those within along.
    const handlers = fragment.nodes.flatMap((node) =>
      node.boundaries.flatMap((event) => {
        const nodes = reach(event.outgoing, left)
        const written = event.interrupt?.then
        const isOver = mayEnd && event.interrupt?.cancels === true && event.outgoing.length > 0
        const then = written ?? (isOver ? 'end' : undefined)
        if (then !== 'resume' && then !== 'end') return []
        return isClosed(nodes, event.outgoing) ? [{ node, event, then, nodes }] : []
      }),
    )
    for (const { node, event, then, nodes } of handlers.sort((a, b) => b.nodes.size - a.nodes.size)) {
      if (!left.has(event)) continue
      const label = this.#labels.of(event)
      const handler = this.#fragment({
        nodes: [...nodes],
        entries: event.outgoing,
        ends: then === 'end',
        whole: mayEnd,
      })
      left.delete(event)
      for (const each of nodes) left.delete(each)
      if (label === undefined) this.#because(event, UNSEEN)
      if (label === undefined || handler === undefined) continue
      const max = event.interrupt?.max
      const list = this.#hosted.get(node) ?? []
      list.push({ label, handler, then, ...(max === undefined ? {} : { max }) })
      this.#hosted.set(node, list)
    }
    const pairs = [...left].flatMap((split) => {
      if (split.kind !== 'inclusive' || split.outgoing.length < 2) return []
      const pair = findJoin(split, left)
      return pair ? [{ pair, size: pair.branches.reduce((sum, { nodes }) => sum + nodes.length, 0) }] : []
    })
    for (const { pair } of pairs.sort((a, b) => b.size - a.size)) {
      if (!left.has(pair.split)) continue
      const children: Block[] = []
      for (const { nodes, entry, exit } of pair.branches) {
        const child = this.#fragment({ nodes, entries: [entry], exit })
        if (child !== undefined) children.push(child)
        for (const each of nodes) left.delete(each)
      }
      left.delete(pair.split)
      left.delete(pair.join)
      const into = mergeInto(draft, pair.split.incoming)
      const out = pair.join.outgoing.map((flow) => draft.flow(flow))
      draft.add([into], out, macro({ kind: 'block', block: { kind: 'some', children } }))
    }
    const [start, done] = openEnds(draft, fragment, left)
    for (const node of left) {
      if (node.kind === 'boundary' || node.kind === 'start') continue
      if (node.kind === 'inclusive' && (node.incoming.length > 1 || node.outgoing.length > 1)) {
        this.#because(node, node.outgoing.length > 1 ? APART : TOGETHER)
        continue
      }
      if (node.kind === 'parallel') {
        draft.add(
          node.incoming.map((flow) => draft.flow(flow)),
          node.outgoing.map((flow) => draft.flow(flow)),
        )
        continue
      }
      const into = mergeInto(draft, node.incoming)
      if (node.kind === 'exclusive' || node.kind === 'inclusive') {
        for (const flow of node.outgoing) draft.add([into], [draft.flow(flow)])
        continue
      }
      const outs = node.outgoing.length > 0 ? node.outgoing.map((flow) => draft.flow(flow)) : [done]
      if (node.kind === 'event' || node.kind === 'end') {
        draft.add([into], outs, this.#labels.of(node))
        continue
      }
      const inner = this.#activity(node)
      const own = this.#hosted.get(node) ?? []
      if (inner === undefined) continue
      const merging = node.boundaries.filter((event) => left.has(event))
      const events: number[] = []
      for (const event of merging) {
        const label = this.#labels.of(event)
        if (label === undefined) this.#because(event, UNSEEN)
        else if (event.interrupt?.cancels !== true) this.#because(event, BESIDE)
        if (label === undefined || event.interrupt?.cancels !== true) continue
        const at = macro({ kind: 'event', label })
        events.push(at)
        const to = event.outgoing.length > 0 ? event.outgoing.map((flow) => draft.flow(flow)) : [done]
        draft.add([into], to, at)
      }
      const alone: Block =
        own.length === 0 ? inner : { kind: 'scope', child: inner, interrupts: own, anywhere: [], flow: false }
      const hosts = events.length > 0
      draft.add(
        [into],
        outs,
        macro(hosts ? { kind: 'host', block: inner, own, events } : { kind: 'block', block: alone }),
      )
    }
    // A terminate event takes back what goes on beside it, for which blocks have no word.
    const concurrent = macros.some((one) => one.kind === 'block' && one.block.kind === 'some')
    const splits = concurrent || draft.transitions.some(({ produce }) => produce.length > 1)
    if (splits && fragment.ends !== true) {
      for (const node of left) if (node.terminates) this.#because(node, CANCELS)
    }
    if (this.reasons.length > 0) return undefined
    const net = draft.finish(start, [[{ place: done, count: 1 }]])
    const tree = recogniseBlocks(net) ?? recogniseBlocks(endTogether(net, done))
    const block = tree && this.#expand(tree, macros, base)
    if (block === undefined) this.#explain(net, draft, left)
    return block
  }

  #because({ place }: BpmnNode, { zh, en }: Message): void {
    if (this.reasons.length >= MOST_REASONS || this.reasons.some((known) => known.place === place)) return
    this.reasons.push({ rule: 'bpmn/blocks', severity: 'error', message: { zh, en }, expected: MEND, place })
  }

  /** Names the gateways at which the reduction stopped; where it tells none, all that split or join. */
  #explain(net: PetriNet, draft: NetDraft, left: ReadonlySet<BpmnNode>): void {
    const stuck = draft.flowsOf(findIrreducible(net).places)
    const isFork = (node: BpmnNode): boolean => node.outgoing.length > 1 || node.incoming.length > 1
    const nodes = [...left].filter(isFork)
    const met = nodes.filter((node) => [...node.outgoing, ...node.incoming].some((flow) => stuck.has(flow)))
    const hosts = [...left].filter(({ kind }) => kind === 'boundary')
    const concerned = met.length > 0 ? met : nodes.length > 0 ? nodes : hosts
    for (const node of concerned) {
      this.#because(node, node.kind === 'boundary' ? ELSEWHERE : node.outgoing.length > 1 ? APART : TOGETHER)
    }
    const [first] = left
    if (concerned.length === 0 && first) this.#because(first, APART)
  }

  /** A task or a sub-process with its loop. */
  #activity(node: BpmnNode): Block | undefined {
    let block: Block | undefined
    const label = this.#labels.of(node)
    if (node.kind === 'task')
      block = label === undefined ? { kind: 'sequence', children: [] } : { kind: 'label', label }
    else if (node.kind === 'ad-hoc') block = this.#adHoc(node)
    else if (node.scope) block = this.scope(node.scope, false)
    if (block === undefined) return undefined
    if (node.flow !== undefined) block = { kind: 'scope', child: block, interrupts: [], anywhere: [], flow: true }
    if (node.loop) {
      const { max, before } = node.loop
      block = {
        kind: 'repeat',
        do: block,
        redo: { kind: 'sequence', children: [] },
        ...(max === undefined ? {} : { max }),
      }
      if (before) block = { kind: 'optional', child: block }
    }
    return block
  }

  #adHoc(node: BpmnNode): Block | undefined {
    const children = (node.scope?.nodes ?? []).map((child) => this.#activity(child))
    return children.every((child) => child !== undefined) ? { kind: 'any-order', children } : undefined
  }

  /** Puts the blocks in the place of what stood for them; interrupts that leave are ways of the choice around their host. */
  #expand(block: Block, macros: readonly Macro[], base: number): Block | undefined {
    const again = (child: Block): Block | undefined => this.#expand(child, macros, base)
    const macroOf = (child: Block | undefined): { readonly at: number; readonly macro: Macro } | undefined => {
      if (child?.kind !== 'label' || child.label < base) return undefined
      const macro = macros[child.label - base]
      return macro && { at: child.label, macro }
    }
    switch (block.kind) {
      case 'label': {
        const found = macroOf(block)
        if (!found) return block
        return found.macro.kind === 'block' ? found.macro.block : undefined
      }
      case 'optional': {
        const child = again(block.child)
        return child && { ...block, child }
      }
      case 'repeat': {
        const [body, redo] = [again(block.do), again(block.redo)]
        return body && redo && { ...block, do: body, redo }
      }
      case 'scope':
      case 'net':
        return undefined
      default: {
        let rest = block.children
        const children: Block[] = []
        if (block.kind === 'choice') {
          for (const child of block.children) {
            const host = macroOf(child)?.macro
            if (host?.kind !== 'host') continue
            const interrupts = [...host.own]
            for (const event of host.events) {
              const way = rest.find((each) => macroOf(each)?.at === event || macroOf(firstOf(each))?.at === event)
              const macro = macros[event - base]
              if (!way || macro?.kind !== 'event') return undefined
              const handler = again({
                kind: 'sequence',
                children: way.kind === 'sequence' ? way.children.slice(1) : [],
              })
              if (!handler) return undefined
              interrupts.push({ label: macro.label, handler, then: 'leave' })
              rest = rest.filter((each) => each !== way)
            }
            rest = rest.filter((each) => each !== child)
            children.push({ kind: 'scope', child: host.block, interrupts, anywhere: [], flow: false })
          }
        }
        for (const child of rest) {
          const one = again(child)
          if (!one) return undefined
          children.push(one)
        }
        const [only] = children
        return only && children.length === 1 ? only : { kind: block.kind, children }
      }
    }
  }
}

/** Nothing goes on at the same time behind it. */
function isSequential({ kind, outgoing }: BpmnNode): boolean {
  return outgoing.length < 2 || kind === 'exclusive'
}

/** The same net where all its ends are reached in each run, each by itself. */
function endTogether(net: PetriNet, done: number): PetriNet {
  const ends: number[] = []
  const transitions = net.transitions.map((transition): PetriTransition => {
    if (!transition.produce.some(({ place }) => place === done)) return transition
    const own = net.places + ends.length
    ends.push(own)
    const produce = [...transition.produce.filter(({ place }) => place !== done), { place: own, count: 1 }]
    return { ...transition, produce }
  })
  if (ends.length < 2 || ends.length > MOST_ENDS) return net
  const together = { consume: ends.map((place) => ({ place, count: 1 })), produce: [{ place: done, count: 1 }] }
  return { ...net, places: net.places + ends.length, transitions: [...transitions, together] }
}

function firstOf(block: Block): Block | undefined {
  return block.kind === 'sequence' ? block.children[0] : undefined
}
