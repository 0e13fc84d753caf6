import type { Diagnostic, Message } from '../diagnostic/diagnostic.ts'
import type { Block, BlockInterrupt } from '../flow/effective-flow.ts'
import type { PetriNet, PetriTransition } from '../flow/petri-net.ts'
import { recogniseBlocks } from '../flow/recognise-blocks.ts'
import type { BpmnFlow, BpmnModel, BpmnNode, BpmnScope } from './read-bpmn.ts'

/** A process as a model of activities: its blocks where it is made of such, else its net. */
export interface BpmnNet {
  readonly activities: readonly string[]
  /** By label: the first element with that activity. */
  readonly nodes: readonly BpmnNode[]
  readonly block?: Block
  /** Absent where only the blocks can say it: interrupts that resume, or that take back what goes on beside. */
  readonly net?: PetriNet
}

const ONE = 1
const MOST_CANCELLED = 5000

/**
 * The net of a process. Sequence flows are places. Each level is reduced to blocks with what is inside (sub-processes,
 * inclusive parts) as one transition, so that interrupts find their blocks; a level that is not made of blocks is put
 * together as one net. What neither can say is a finding.
 */
export function bpmnToNet(model: BpmnModel): { readonly value?: BpmnNet; readonly diagnostics: readonly Diagnostic[] } {
  const labels = new Labels()
  labels.number(model.scope)
  const block = new BlockBuilder(labels).scope(model.scope, true)
  if (block !== undefined) {
    return { value: { activities: labels.activities, nodes: labels.nodes, block }, diagnostics: [] }
  }
  const builder = new NetBuilder(labels)
  const net = builder.process(model.scope)
  if (builder.diagnostics.length > 0) return { diagnostics: builder.diagnostics }
  return { value: { activities: labels.activities, nodes: labels.nodes, net }, diagnostics: [] }
}

/** Activities, numbered as they come in the file. */
class Labels {
  readonly activities: string[] = []
  readonly nodes: BpmnNode[] = []
  readonly #numbers = new Map<string, number>()

  of(node: BpmnNode): number | undefined {
    return node.activity === undefined ? undefined : this.#numbers.get(node.activity)
  }

  number(scope: BpmnScope): void {
    const all = (nodes: readonly BpmnNode[]): void => {
      for (const node of nodes) {
        if (node.activity !== undefined && !this.#numbers.has(node.activity)) {
          this.#numbers.set(node.activity, this.activities.push(node.activity) - 1)
          this.nodes.push(node)
        }
        if (node.scope) this.number(node.scope)
      }
    }
    all(scope.nodes)
    for (const each of scope.anyTime) this.number(each.scope)
  }
}

/** A net that grows; places are numbers, sequence flows have one each. */
class Draft {
  readonly transitions: PetriTransition[] = []
  readonly names: string[] = []
  readonly #flows = new Map<BpmnFlow, number>()

  place(name = ''): number {
    return this.names.push(name || `p${this.names.length + 1}`) - 1
  }

  flow(flow: BpmnFlow): number {
    let place = this.#flows.get(flow)
    if (place === undefined) {
      place = this.place(flow.id)
      this.#flows.set(flow, place)
    }
    return place
  }

  bind(flow: BpmnFlow, place: number): void {
    this.#flows.set(flow, place)
  }

  add(consume: readonly number[], produce: readonly number[], label?: number): void {
    const tokens = (places: readonly number[]) =>
      [...new Set(places)].sort((a, b) => a - b).map((place) => ({ place, count: ONE }))
    const labelled = label === undefined ? {} : { label }
    this.transitions.push({ ...labelled, consume: tokens(consume), produce: tokens(produce) })
  }

  finish(start: number, finals: readonly (readonly { place: number; count: number }[])[]): PetriNet {
    return {
      places: this.names.length,
      placeNames: this.names,
      transitions: this.transitions,
      initial: [{ place: start, count: ONE }],
      finals,
    }
  }
}

/** What is read by itself: a whole level, or a part of one with ways in and a way out. */
interface Fragment {
  readonly nodes: readonly BpmnNode[]
  /** The flows that lead in; none: the start events. */
  readonly entries?: readonly BpmnFlow[]
  /** The flow that leads out; none: the end events. */
  readonly exit?: BpmnFlow
  /** Its end ends the flow, as is said at its event. */
  readonly ends?: boolean
}

interface Inclusive {
  readonly split: BpmnNode
  readonly join: BpmnNode
  /** By branch: what is in it, the flow into it and the flow that leaves it. */
  readonly branches: readonly {
    readonly entry: BpmnFlow
    readonly exit: BpmnFlow
    readonly nodes: readonly BpmnNode[]
  }[]
}

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

class BlockBuilder {
  readonly #labels: Labels
  /** Interrupts whose handlers do not come back, by what they interrupt. */
  readonly #hosted = new Map<BpmnNode, BlockInterrupt[]>()

  constructor(labels: Labels) {
    this.#labels = labels
  }

  scope(scope: BpmnScope, flow: boolean): Block | undefined {
    const inner = this.#fragment({ nodes: scope.nodes })
    if (inner === undefined) return undefined
    const interrupts: BlockInterrupt[] = []
    for (const { start, scope: handlerScope } of scope.anyTime) {
      const label = this.#labels.of(start)
      const handler = this.scope(handlerScope, false)
      const { interrupt } = start
      if (label === undefined || handler === undefined || !interrupt) return undefined
      if (!interrupt.cancels && interrupt.then !== 'resume') return undefined
      const then = interrupt.cancels ? (flow ? 'end' : 'leave') : 'resume'
      interrupts.push({ label, handler, then, ...(interrupt.max === undefined ? {} : { max: interrupt.max }) })
    }
    if (!flow && interrupts.length === 0) return inner
    return { kind: 'scope', child: inner, interrupts, anywhere: [], flow }
  }

  #fragment(fragment: Fragment): Block | undefined {
    const macros: Macro[] = []
    const base = this.#labels.activities.length
    const macro = (one: Macro): number => base + macros.push(one) - 1
    const draft = new Draft()
    const left = new Set(fragment.nodes)
    // Handlers that do not come back are no part of the way; the outermost take those within along.
    const handlers = fragment.nodes.flatMap((node) =>
      node.boundaries.flatMap((event) => {
        const then = event.interrupt?.then
        if (then !== 'resume' && then !== 'end') return []
        const nodes = reach(event.outgoing, left)
        return isClosed(nodes, event.outgoing) ? [{ node, event, then, nodes }] : []
      }),
    )
    for (const { node, event, then, nodes } of handlers.sort((a, b) => b.nodes.size - a.nodes.size)) {
      if (!left.has(event)) continue
      const label = this.#labels.of(event)
      const handler = this.#fragment({ nodes: [...nodes], entries: event.outgoing, ends: then === 'end' })
      if (label === undefined || handler === undefined) return undefined
      const max = event.interrupt?.max
      const list = this.#hosted.get(node) ?? []
      list.push({ label, handler, then, ...(max === undefined ? {} : { max }) })
      this.#hosted.set(node, list)
      left.delete(event)
      for (const each of nodes) left.delete(each)
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
        if (child === undefined) return undefined
        children.push(child)
        for (const each of nodes) left.delete(each)
      }
      left.delete(pair.split)
      left.delete(pair.join)
      const into = merge(draft, pair.split.incoming)
      const out = pair.join.outgoing.map((flow) => draft.flow(flow))
      draft.add([into], out, macro({ kind: 'block', block: { kind: 'some', children } }))
    }
    const [start, done] = openEnds(draft, fragment, left)
    for (const node of left) {
      if (node.kind === 'boundary' || node.kind === 'start') continue
      if (node.kind === 'inclusive' && (node.incoming.length > 1 || node.outgoing.length > 1)) return undefined
      if (node.kind === 'parallel') {
        draft.add(
          node.incoming.map((flow) => draft.flow(flow)),
          node.outgoing.map((flow) => draft.flow(flow)),
        )
        continue
      }
      const into = merge(draft, node.incoming)
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
      if (inner === undefined) return undefined
      const merging = node.boundaries.filter((event) => left.has(event))
      const events: number[] = []
      for (const event of merging) {
        const label = this.#labels.of(event)
        if (label === undefined || event.interrupt?.cancels !== true) return undefined
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
    if (splits && fragment.ends !== true && [...left].some(({ terminates }) => terminates)) return undefined
    const tree = recogniseBlocks(draft.finish(start, [[{ place: done, count: ONE }]]))
    return tree && this.#expand(tree, macros, base)
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

/** Everything as one net, sub-processes in place. */
class NetBuilder {
  readonly diagnostics: Diagnostic[] = []
  readonly #labels: Labels

  constructor(labels: Labels) {
    this.#labels = labels
  }

  process(scope: BpmnScope): PetriNet {
    const draft = new Draft()
    const start = draft.place('start')
    const done = draft.place('end')
    this.#scope(draft, scope, start, done)
    // Several ends may each have their token.
    const most = Math.max(
      1,
      Math.min(50, scope.nodes.filter(({ kind, outgoing }) => kind === 'end' || outgoing.length === 0).length),
    )
    return draft.finish(
      start,
      Array.from({ length: most }, (_, more) => [{ place: done, count: more + 1 }]),
    )
  }

  #scope(draft: Draft, scope: BpmnScope, start: number, done: number): void {
    const from = draft.transitions.length
    const first = draft.names.length
    const inner = scope.anyTime.length > 0 ? draft.place() : done
    if (inner !== done) draft.add([inner], [done])
    this.#fragment(draft, { nodes: scope.nodes }, start, inner)
    const places = [start, ...Array.from({ length: draft.names.length - first }, (_, at) => first + at)]
    const own = draft.transitions.slice(from)
    for (const node of scope.nodes) {
      if (node.terminates && own.some(({ produce }) => produce.length > 1)) {
        this.#unsupported(node.place, {
          zh: '在并行的部分里，且整体不是块结构时的终止事件',
          en: 'a terminate event beside concurrency, in a model that is not made of blocks,',
        })
      }
    }
    for (const { start: event, scope: handler } of scope.anyTime) {
      this.#interrupt(draft, event, places, own, (entry) => this.#scope(draft, handler, entry, done))
    }
  }

  /** An interrupt takes the one token of its part, wherever that is. */
  #interrupt(
    draft: Draft,
    event: BpmnNode,
    places: readonly number[],
    own: readonly PetriTransition[],
    handle: (entry: number) => void,
  ): void {
    if (event.interrupt?.cancels !== true) {
      return this.#unsupported(event.place, {
        zh: '整体不是块结构时的非中断事件',
        en: 'a non-interrupting event, in a model that is not made of blocks,',
      })
    }
    if (
      own.some(({ consume, produce }) => produce.length > 1 || consume.length > 1) ||
      places.length > MOST_CANCELLED
    ) {
      return this.#unsupported(event.place, {
        zh: '在并行的部分上，且整体不是块结构时的中断事件',
        en: 'an interrupting event over concurrency, in a model that is not made of blocks,',
      })
    }
    const entry = draft.place()
    for (const place of places) draft.add([place], [entry], this.#labels.of(event))
    handle(entry)
  }

  #fragment(draft: Draft, fragment: Fragment, start: number, done: number): void {
    const left = new Set(fragment.nodes)
    const joins = new Map<BpmnNode, Inclusive>()
    for (const node of fragment.nodes) {
      if (node.kind !== 'inclusive' || node.outgoing.length < 2) continue
      const pair = findJoin(node, left)
      if (!pair || joins.has(pair.join)) {
        this.#unsupported(node.place, {
          zh: '没有对应汇合的包容网关',
          en: 'an inclusive gateway without a join of its own',
        })
      } else joins.set(pair.join, pair)
    }
    const splits = new Map([...joins.values()].map((pair) => [pair.split, draft.place()]))
    openEnds(draft, fragment, left, start, done)
    for (const node of left) {
      if (node.kind === 'boundary' || node.kind === 'start') continue
      const outs = node.outgoing.length > 0 ? node.outgoing.map((flow) => draft.flow(flow)) : [done]
      const none = splits.get(node)
      const pair = joins.get(node)
      if (node.kind === 'parallel') {
        draft.add(
          node.incoming.map((flow) => draft.flow(flow)),
          outs,
        )
      } else if (pair) {
        // A branch may be left out once another is over.
        const before = splits.get(pair.split) ?? draft.place()
        const some = draft.place()
        const ends = pair.branches.map(({ entry, exit }) => {
          const [started, ended, over] = [draft.flow(entry), draft.flow(exit), draft.place()]
          draft.add([ended, before], [over, some])
          draft.add([ended, some], [over, some])
          if (started !== ended) draft.add([started, some], [over, some])
          return over
        })
        draft.add([some, ...ends], outs)
      } else if (node.kind === 'inclusive' && node.incoming.length > 1 && none === undefined) {
        this.#unsupported(node.place, {
          zh: '没有对应分支的包容网关',
          en: 'an inclusive gateway without a split of its own',
        })
      } else {
        const into = merge(draft, node.incoming)
        if (none !== undefined) draft.add([into], [none, ...outs])
        else if (node.kind === 'exclusive' || node.kind === 'inclusive') {
          for (const out of outs) draft.add([into], [out])
        } else if (node.kind === 'event' || node.kind === 'end') draft.add([into], outs, this.#labels.of(node))
        else this.#activity(draft, node, into, outs, done)
      }
    }
  }

  #activity(draft: Draft, node: BpmnNode, into: number, outs: readonly number[], done: number): void {
    const out = outs.length === 1 && node.boundaries.length === 0 && !node.loop ? (outs[0] ?? done) : draft.place()
    const from = draft.transitions.length
    const first = draft.names.length
    const begin = node.loop || node.boundaries.length > 0 ? draft.place() : into
    if (begin !== into) draft.add([into], [begin])
    if (node.loop?.before) draft.add([begin], [out])
    if (node.loop?.max !== undefined && (node.loop.max > 1 || node.loop.before)) {
      this.#unsupported(node.place, {
        zh: '整体不是块结构时有次数上限的循环',
        en: 'a loop with a maximum, in a model that is not made of blocks,',
      })
    } else if (node.loop && node.loop.max === undefined) draft.add([out], [begin])
    if (node.kind === 'task') draft.add([begin], [out], this.#labels.of(node))
    else if (node.kind === 'subprocess' && node.scope) this.#scope(draft, node.scope, begin, out)
    else {
      this.#unsupported(node.place, {
        zh: '整体不是块结构时的临时（ad-hoc）子流程',
        en: 'an ad-hoc sub-process, in a model that is not made of blocks,',
      })
    }
    const places = [begin, ...Array.from({ length: draft.names.length - first }, (_, at) => first + at)]
    const own = draft.transitions.slice(from)
    if (out !== outs[0] || outs.length > 1) draft.add([out], outs)
    for (const event of node.boundaries) {
      this.#interrupt(draft, event, [...new Set([...places, ...(node.kind === 'task' ? [] : [out])])], own, (entry) =>
        draft.add([entry], event.outgoing.length > 0 ? event.outgoing.map((flow) => draft.flow(flow)) : [done]),
      )
    }
  }

  #unsupported(place: Diagnostic['place'], what: Message): void {
    const message = { zh: `不支持${what.zh}`, en: `${what.en} is not supported` }
    if (this.diagnostics.length < 1000)
      this.diagnostics.push({ rule: 'bpmn/unsupported', severity: 'error', message, place })
  }
}

/** The place before a node: its only incoming flow, or one that each of them leads to. */
function merge(draft: Draft, incoming: readonly BpmnFlow[]): number {
  const [only] = incoming
  if (only !== undefined && incoming.length === 1) return draft.flow(only)
  const place = draft.place()
  for (const flow of incoming) draft.add([draft.flow(flow)], [place])
  return place
}

/** Where a fragment starts and where it is over. */
function openEnds(
  draft: Draft,
  fragment: Fragment,
  left: ReadonlySet<BpmnNode>,
  start: number = draft.place('start'),
  done: number = draft.place('end'),
): readonly [number, number] {
  const { entries, exit } = fragment
  if (entries) {
    draft.add([start], entries.length > 0 ? entries.map((flow) => draft.flow(flow)) : [done])
    if (exit) draft.add([draft.flow(exit)], [done])
  } else {
    for (const node of left) {
      if (node.kind !== 'start') continue
      draft.add([start], node.outgoing.length > 0 ? node.outgoing.map((flow) => draft.flow(flow)) : [done])
    }
  }
  return [start, done]
}

/** The nodes that some flows lead to, and all behind them. */
function reach(flows: readonly BpmnFlow[], within: ReadonlySet<BpmnNode>, until?: BpmnNode): Set<BpmnNode> {
  const found = new Set<BpmnNode>()
  const visit = (node: BpmnNode): void => {
    if (node !== until && within.has(node)) found.add(node)
  }
  flows.forEach(({ target }) => visit(target))
  for (const node of found) {
    node.outgoing.forEach(({ target }) => visit(target))
    for (const event of node.boundaries) visit(event)
  }
  return found
}

/** Nothing else leads into the nodes but the flows that were followed. */
function isClosed(nodes: ReadonlySet<BpmnNode>, entries: readonly BpmnFlow[]): boolean {
  for (const node of nodes) {
    for (const flow of node.incoming) if (!nodes.has(flow.source) && !entries.includes(flow)) return false
  }
  return true
}

/** The inclusive gateway that all branches of a split meet at, each by one flow, with nothing else in or out. */
function findJoin(split: BpmnNode, within: ReadonlySet<BpmnNode>): Inclusive | undefined {
  let tried = 0
  for (const join of reach(split.outgoing, within)) {
    if (join.kind !== 'inclusive' || join.incoming.length !== split.outgoing.length) continue
    if (++tried > 20) return undefined
    const parts = split.outgoing.map((entry) => ({ entry, nodes: reach([entry], within, join) }))
    const sizes = parts.reduce((sum, { nodes }) => sum + nodes.size, 0)
    const all = new Set(parts.flatMap(({ nodes }) => [...nodes]))
    const ends = [...all].some((node) => node.kind === 'end' || (node.outgoing.length === 0 && node !== join))
    if (sizes !== all.size || ends || all.has(split)) continue
    const branches = parts.map(({ entry, nodes }) => {
      const exits = join.incoming.filter((flow) => flow === entry || nodes.has(flow.source))
      return {
        entry,
        nodes: [...nodes],
        exit: exits.length === 1 ? exits[0] : undefined,
        closed: isClosed(nodes, [entry]),
      }
    })
    const whole = branches.flatMap(({ entry, nodes, exit, closed }) => (exit && closed ? [{ entry, nodes, exit }] : []))
    if (whole.length === branches.length) return { split, join, branches: whole }
  }
  return undefined
}

function firstOf(block: Block): Block | undefined {
  return block.kind === 'sequence' ? block.children[0] : undefined
}
