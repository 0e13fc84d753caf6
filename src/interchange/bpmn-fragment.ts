import type { NetDraft } from './bpmn-draft.ts'
import type { BpmnFlow, BpmnNode } from './bpmn-model.ts'

/** What is read by itself: a whole level, or a part of one with ways in and a way out. */
export interface Fragment {
  readonly nodes: readonly BpmnNode[]
  /** The flows that lead in; none: the start events. */
  readonly entries?: readonly BpmnFlow[]
  /** The flow that leads out; none: the end events. */
  readonly exit?: BpmnFlow
  /** Its end ends the flow, as is said at its event. */
  readonly ends?: boolean
  /** It is the flow itself: what ends here ends the flow. */
  readonly whole?: boolean
}

export interface Inclusive {
  readonly split: BpmnNode
  readonly join: BpmnNode
  /** By branch: what is in it, the flow into it and the flow that leaves it. */
  readonly branches: readonly {
    readonly entry: BpmnFlow
    readonly exit: BpmnFlow
    readonly nodes: readonly BpmnNode[]
  }[]
}

/** The place before a node: its only incoming flow, or one that each of them leads to. */
export function mergeInto(draft: NetDraft, incoming: readonly BpmnFlow[]): number {
  const [only] = incoming
  if (only !== undefined && incoming.length === 1) return draft.flow(only)
  const place = draft.place()
  for (const flow of incoming) draft.add([draft.flow(flow)], [place])
  return place
}

/** Where a fragment starts and where it is over. */
export function openEnds(
  draft: NetDraft,
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
export function reach(flows: readonly BpmnFlow[], within: ReadonlySet<BpmnNode>, until?: BpmnNode): Set<BpmnNode> {
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
export function isClosed(nodes: ReadonlySet<BpmnNode>, entries: readonly BpmnFlow[]): boolean {
  for (const node of nodes) {
    for (const flow of node.incoming) if (!nodes.has(flow.source) && !entries.includes(flow)) return false
  }
  return true
}

/** The inclusive gateway that all branches of a split meet at, each by one flow, with nothing else in or out. */
export function findJoin(split: BpmnNode, within: ReadonlySet<BpmnNode>): Inclusive | undefined {
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
