import { canBeEmpty, canShow, longestWord } from '../flow/block-words.ts'
import type { Block, LabelIndex } from '../flow/effective-flow.ts'
import { createFlowSystem } from '../flow/flow-system.ts'
import { type Automaton, type AutomatonLimits, interleave, readAutomaton } from './automaton.ts'

/** Counters up to this many are written out one by one. */
const MOST_COUNTED = 1000
/** A tree that grows beyond this many leaves when counters are written out has no machine. */
const MOST_LEAVES = 5000
/** The most children whose orders are written out, a copy of each child for each set of others that came before it. */
const MOST_ORDERED = 10
/** What is written out state by state: a net, or concurrent children that share labels. */
const MOST_WRITTEN: AutomatonLimits = { states: 4000, edges: 1 << 17 }

/**
 * Operations of `Machine.program`; each is its code and three numbers. `LOWER` lowers a register that began as `NEVER`;
 * `UNTIL` goes back until a pass has lowered none.
 */
export const LEAF = 0
export const LEAST = 1
export const FORK = 2
export const COPY = 3
export const AGAIN = 4
export const TRIGGER = 5
export const NEVER = 6
export const LOWER = 7
export const UNTIL = 8

/**
 * A block as a program for a dynamic programme from the end of a trace to its beginning. What is sequential (steps,
 * choices, loops) is a list of leaves; each concurrent part within is a fork, whose children are machines of their own
 * that share no label, so that a cost over them is the sum of theirs. Concurrent children that do share labels are written
 * out together, as the automaton of their interleavings; children in any order, as the ways through the sets of those
 * that are over.
 *
 * `program` computes, from the costs at the end of the block to those at its beginning, the cost-to-go at every point.
 * Registers hold costs: 0 is the block's end, `start` its beginning.
 */
export interface Machine {
  readonly program: Int32Array
  readonly registers: number
  readonly start: number
  /** By leaf: its label; −1: a waiting point, which shows nothing. */
  readonly leaves: readonly LabelIndex[]
  /** By leaf: it is an interrupt's event. */
  readonly triggers: readonly boolean[]
  readonly leavesOf: ReadonlyMap<LabelIndex, readonly number[]>
  readonly forks: readonly Fork[]
  /** By trigger (a leaf): the leaves and forks that it interrupts. */
  readonly regions: ReadonlyMap<number, Region>
  /** All labels in it and in its forks. */
  readonly alphabet: ReadonlySet<LabelIndex>
  /** What may come next behind a leaf, a fork, or (`START`) the beginning. */
  next(source: number): Next
  /** The source that stands for a fork that is over. */
  behind(fork: number): number
}

export const START = -1

export interface Fork {
  readonly children: readonly Machine[]
  /** At least one child is taken, and none of them can be empty; else all are. */
  readonly some: boolean
  /** The child that has the label. */
  readonly childOf: ReadonlyMap<LabelIndex, number>
}

export interface Region {
  readonly leaves: readonly number[]
  readonly forks: readonly number[]
}

/** Leaves, waiting points and triggers among them, and forks that silent moves reach; `end`: the block may be over. */
export interface Next {
  readonly leaves: readonly number[]
  readonly forks: readonly number[]
  readonly end: boolean
}

/** The tree a machine is made from. Points are numbers: `in` and `out` of each part. */
type Part =
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'list' | 'one-of'; readonly parts: readonly Part[] }
  | { readonly kind: 'loop'; readonly body: Part; readonly back: Part }
  /** By set of the children that are over, and child: that child there. */
  | { readonly kind: 'orders'; readonly parts: readonly (readonly (Part | undefined)[])[] }
  /** `leaves`: by label and state behind it. */
  | { readonly kind: 'automaton'; readonly automaton: Automaton; readonly leafOf: ReadonlyMap<string, number> }
  | { readonly kind: 'fork'; readonly fork: number; readonly empty: boolean }
  | {
      readonly kind: 'scope'
      readonly child: Part
      readonly wait: number
      readonly triggers: readonly Interrupt[]
      readonly flow: boolean
    }

interface Interrupt {
  readonly leaf: number
  readonly handler: Part
  readonly ends: boolean
}

/** What surrounds a part within its machine: `regions` of the interrupts that reach it; `home`: those of its flow's place. */
interface Around {
  readonly regions: readonly { leaves: number[]; forks: number[] }[]
  readonly home: Around['regions'] | undefined
}

/**
 * The machine of a block, and the labels it cannot cope with: a trace in which one of them occurs needs another way.
 * Undefined where the block as a whole does: too many leaves when all is written out, interrupts in concurrent children
 * that share labels. `mostWritten` bounds the leaves of each part that is written out.
 */
export function createMachine(
  block: Block,
  mostWritten: number = MOST_LEAVES,
): { readonly machine: Machine; readonly foreign: ReadonlySet<LabelIndex> } | undefined {
  const foreign = new Set<LabelIndex>()
  const budget = { leaves: MOST_LEAVES, written: mostWritten }
  const machine = build(block, foreign, budget)
  return machine === undefined ? undefined : { machine, foreign }
}

/** A leaf for each label and state that it leads to. */
function writeOut(automaton: Automaton, addLeaf: (label: LabelIndex) => number): Part {
  const leafOf = new Map<string, number>()
  automaton.labels.forEach((labels, state) =>
    labels.forEach((label, at) => {
      const key = `${label},${automaton.targets[state]?.[at]}`
      if (!leafOf.has(key)) leafOf.set(key, addLeaf(label))
    }),
  )
  return { kind: 'automaton', automaton, leafOf }
}

const NOWHERE: Around = { regions: [], home: undefined }
const EMPTY: Block = { kind: 'sequence', children: [] }

function build(
  root: Block,
  foreign: Set<LabelIndex>,
  budget: { leaves: number; readonly written: number },
): Machine | undefined {
  const leaves: LabelIndex[] = []
  const triggers: boolean[] = []
  const forks: Fork[] = []
  const regionOf = new Map<number, Region>()
  let failed = false

  const addLeaf = (label: LabelIndex, around: Around, isTrigger = false): number => {
    if (--budget.leaves < 0) failed = true
    const leaf = leaves.push(label) - 1
    triggers.push(isTrigger)
    if (!isTrigger) for (const region of around.regions) region.leaves.push(leaf)
    return leaf
  }

  const addFork = (blocks: readonly Block[], some: boolean, around: Around): Part => {
    const children: Machine[] = []
    const childOf = new Map<LabelIndex, number>()
    for (const child of blocks) {
      const machine = build(child, foreign, budget)
      if (machine === undefined) {
        failed = true
        return list([])
      }
      children.push(machine)
    }
    children.forEach(({ alphabet }, index) => {
      for (const label of alphabet) {
        if (childOf.has(label)) failed = true
        childOf.set(label, index)
      }
    })
    const fork = forks.push({ children, some, childOf }) - 1
    const empty = !some && blocks.every(canBeEmpty)
    for (const region of around.regions) region.forks.push(fork)
    return { kind: 'fork', fork, empty }
  }

  const parallel = (blocks: readonly Block[], around: Around): Part => {
    const showing = blocks.filter(canShow)
    const [only] = showing
    if (only === undefined) return list([])
    if (showing.length === 1) return read(only, around)
    const groups = groupByLabels(showing)
    if (groups.length === 1) return together(around, interleavingsOf(showing, budget.written))
    const apart = groups.map((children): Block =>
      children.length === 1 ? (children[0] ?? EMPTY) : { kind: 'parallel', children },
    )
    return addFork(apart, false, around)
  }

  const together = (around: Around, automaton: Automaton | undefined): Part => {
    const first = leaves.length
    const part = automaton === undefined ? undefined : writeOut(automaton, (label) => addLeaf(label, around))
    if (part === undefined || leaves.length - first > budget.written) failed = true
    return part ?? list([])
  }

  /** One child after another, in any order: a choice of what comes next for each set of children that are over. */
  const inOrders = (blocks: readonly Block[], around: Around): Part => {
    const showing = blocks.filter(canShow)
    const sets = showing.length > MOST_ORDERED ? 0 : 2 ** showing.length - 1
    if (sets === 0) failed = true
    const first = leaves.length
    const parts: (Part | undefined)[][] = []
    for (let over = 0; over < sets; over++) {
      parts.push(showing.map((child, at) => ((over & (1 << at)) === 0 ? read(child, around) : undefined)))
    }
    if (leaves.length - first > budget.written) failed = true
    return { kind: 'orders', parts }
  }

  const repeat = (of: Extract<Block, { kind: 'repeat' }>, around: Around): Part => {
    const { do: body, redo, max = Number.POSITIVE_INFINITY } = of
    if (max <= 1 || !canShow(of)) return read(body, around)
    if (max > MOST_COUNTED) return { kind: 'loop', body: read(body, around), back: read(redo, around) }
    const first = read(body, around)
    if (failed) return first
    const rest: Block = { kind: 'repeat', do: body, redo, max: max - 1 }
    return list([first, optional(list([read(redo, around), repeat(rest, around)]))])
  }

  const readScope = (of: Extract<Block, { kind: 'scope' }>, around: Around): Part => {
    const counted = of.anywhere
      .filter(({ max = 1 }) => max > 0)
      .map(({ label, min, max = Number.POSITIVE_INFINITY }): Block => {
        const one: Block = { kind: 'label', label }
        const several: Block[] = Array.from({ length: Math.min(min, MOST_COUNTED) }, () => one)
        if (min > MOST_COUNTED) failed = true
        if (max > MOST_COUNTED) several.push({ kind: 'optional', child: { kind: 'repeat', do: one, redo: EMPTY } })
        else if (max > min) {
          several.push({ kind: 'optional', child: { kind: 'repeat', do: one, redo: EMPTY, max: max - min } })
        }
        return { kind: 'sequence', children: several }
      })
    const child: Block = counted.length === 0 ? of.child : { kind: 'parallel', children: [of.child, ...counted] }
    const interrupts = of.interrupts.filter(({ max = 1 }) => max > 0)
    const triggering = interrupts.filter(({ label, then, handler }) => {
      // A handler that resumes would have to be woven in; one that ends a flow beyond this machine cancels siblings.
      const isHere = then === 'leave' || (then === 'end' && (of.flow || around.home !== undefined))
      if (!isHere) {
        foreign.add(label)
        collectLabels(handler, foreign)
      }
      return isHere
    })
    if (triggering.length === 0 && !of.flow) return read(child, around)
    const region = { leaves: [] as number[], forks: [] as number[] }
    const regions = [...around.regions, region]
    const inside = { regions, home: of.flow ? regions : around.home }
    const part = read(child, inside)
    const wait = triggering.length === 0 ? -1 : addLeaf(-1, inside)
    const outside = { regions: around.regions, home: of.flow ? around.regions : around.home }
    const interrupting = triggering.map(({ label, handler, then }): Interrupt => {
      const leaf = addLeaf(label, NOWHERE, true)
      regionOf.set(leaf, region)
      // The handler stands in the block's place, or in that of the flow it ends (semantics §5).
      const ends = then === 'end' && !of.flow
      const there = ends ? { regions: around.home ?? [], home: around.home } : outside
      return { leaf, handler: read(handler, there), ends }
    })
    return { kind: 'scope', child: part, wait, triggers: interrupting, flow: of.flow }
  }

  const read = (of: Block, around: Around): Part => {
    if (failed) return list([])
    switch (of.kind) {
      case 'label':
        return { kind: 'leaf', leaf: addLeaf(of.label, around) }
      case 'sequence':
        return list(of.children.map((child) => read(child, around)))
      case 'choice':
        if (of.children.length === 0) failed = true
        return { kind: 'one-of', parts: of.children.map((child) => read(child, around)) }
      case 'optional':
        return optional(read(of.child, around))
      case 'parallel':
        return parallel(of.children, around)
      case 'any-order':
        return of.children.every((child) => longestWord(child) <= 1)
          ? parallel(of.children, around)
          : inOrders(of.children, around)
      case 'some':
        if (of.children.length > 1 && !of.children.some(canBeEmpty)) {
          if (groupByLabels(of.children).length === of.children.length) return addFork(of.children, true, around)
          return together(around, isWritable(of) ? automatonOf(of) : undefined)
        }
        return parallel(
          of.children.map((child) =>
            canBeEmpty(child) || of.children.length === 1 ? child : { kind: 'optional', child },
          ),
          around,
        )
      case 'repeat':
        return repeat(of, around)
      case 'scope':
        return readScope(of, around)
      case 'net':
        return together(around, automatonOf(of))
    }
  }

  const tree = read(root, NOWHERE)
  if (failed) return undefined
  return assemble(tree, { leaves, triggers, forks, regions: regionOf })
}

/** Children that share labels, directly or through others, are one group. */
function groupByLabels(blocks: readonly Block[]): (readonly Block[])[] {
  let groups: { readonly labels: ReadonlySet<LabelIndex>; readonly blocks: readonly Block[] }[] = []
  for (const block of blocks) {
    const labels = new Set<LabelIndex>()
    collectLabels(block, labels)
    const isTouched = ({ labels: own }: (typeof groups)[number]): boolean => [...own].some((label) => labels.has(label))
    const touched = groups.filter(isTouched)
    const all = {
      labels: new Set(touched.flatMap(({ labels: own }) => [...own])),
      blocks: touched.flatMap((one) => one.blocks),
    }
    labels.forEach((label) => all.labels.add(label))
    groups = [...groups.filter((one) => !touched.includes(one)), { ...all, blocks: [...all.blocks, block] }]
  }
  return groups.map((group) => group.blocks)
}

const automata = new WeakMap<Block, { readonly of: Automaton | undefined }>()

function automatonOf(block: Block): Automaton | undefined {
  let known = automata.get(block)
  if (known === undefined) automata.set(block, (known = { of: readAutomaton(createFlowSystem(block), MOST_WRITTEN) }))
  return known.of
}

/** Undefined where there are too many; what has more than twice as many states as may be written out is not looked at. */
function interleavingsOf(blocks: readonly Block[], mostWritten: number): Automaton | undefined {
  if (!blocks.every(isWritable)) return undefined
  const parts: Automaton[] = []
  for (const block of blocks) {
    const part = automatonOf(block)
    if (part === undefined) return undefined
    parts.push(part)
  }
  return interleave(parts, { ...MOST_WRITTEN, states: Math.min(MOST_WRITTEN.states, 2 * mostWritten) })
}

/** Whether its words are all there is to it: where an interrupt wins over others, or has to be seen, they are not. */
function isWritable(block: Block): boolean {
  switch (block.kind) {
    case 'label':
      return true
    case 'net':
      return false
    case 'optional':
      return isWritable(block.child)
    case 'repeat':
      return isWritable(block.do) && isWritable(block.redo)
    case 'scope':
      return block.interrupts.length === 0 && isWritable(block.child)
    default:
      return block.children.every(isWritable)
  }
}

function list(parts: readonly Part[]): Part {
  return { kind: 'list', parts }
}

function optional(part: Part): Part {
  return { kind: 'one-of', parts: [part, list([])] }
}

function collectLabels(block: Block, labels: Set<LabelIndex>): void {
  switch (block.kind) {
    case 'label':
      return void labels.add(block.label)
    case 'optional':
      return collectLabels(block.child, labels)
    case 'repeat':
      return [block.do, block.redo].forEach((child) => collectLabels(child, labels))
    case 'scope':
      collectLabels(block.child, labels)
      block.anywhere.forEach(({ label }) => labels.add(label))
      return block.interrupts.forEach(({ label, handler }) => {
        labels.add(label)
        collectLabels(handler, labels)
      })
    default:
      return block.children.forEach((child) => collectLabels(child, labels))
  }
}

function assemble(
  tree: Part,
  { leaves, triggers, forks, regions }: Pick<Machine, 'leaves' | 'triggers' | 'forks' | 'regions'>,
): Machine {
  const program: number[] = []
  let registers = 1
  // Silent moves between points: 0 the end, 1 the beginning.
  const silent: number[][] = [[], []]
  const entryOf: number[] = []
  const exitOf: number[] = []
  const forkEntry: number[] = []
  const forkExit: number[] = []
  const newPoint = (): number => silent.push([]) - 1
  const connect = (from: number, to: number): void => void silent[from]?.push(to)

  const leastOf = (each: readonly number[]): number =>
    each.reduce((one, other) => {
      program.push(LEAST, one, other, registers)
      return registers++
    })

  /**
   * States that lead to one another are passed over until nothing changes: what a leaf costs that is not computed yet is
   * taken from the pass before.
   */
  const emitAutomaton = (
    { accepts, labels, targets }: Automaton,
    leafOf: ReadonlyMap<string, number>,
    end: number,
    out: number,
  ): Spot => {
    const points = accepts.map(newPoint)
    const into: { readonly leaf: number; readonly priced: number; turn: number }[][] = accepts.map(() => [])
    for (const [key, leaf] of leafOf) {
      const [, target = 0] = key.split(',').map(Number)
      entryOf[leaf] = newPoint()
      exitOf[leaf] = points[target] as number
      into[target]?.push({ leaf, priced: registers++, turn: -1 })
    }
    const byLeaf = new Map(into.flatMap((ones) => ones.map((one) => [one.leaf, one] as const)))
    accepts.forEach((accepted, state) => {
      if (accepted) connect(points[state] as number, out)
      labels[state]?.forEach((label, at) => {
        const leaf = leafOf.get(`${label},${targets[state]?.[at]}`)
        connect(points[state] as number, entryOf[leaf ?? -1] as number)
      })
    })
    let first = end
    const isDone = new Set<number>()
    for (const component of componentsOf(targets)) {
      const within = new Set(component)
      const turning = new Set<number>()
      const costs = component.map((state) => {
        const sources = accepts[state] === true ? [end] : []
        labels[state]?.forEach((label, at) => {
          const one = byLeaf.get(leafOf.get(`${label},${targets[state]?.[at]}`) ?? -1)
          if (one === undefined) return
          const target = targets[state]?.[at] ?? 0
          if (within.has(target) && !isDone.has(target) && one.turn < 0) {
            one.turn = registers++
            turning.add(one.turn)
          }
          sources.push(isDone.has(target) ? one.priced : one.turn)
        })
        isDone.add(state)
        return sources
      })
      for (const turn of turning) program.push(NEVER, 0, 0, turn)
      const again = program.length
      component.forEach((state, at) => {
        const register = leastOf(costs[at] ?? [])
        for (const { leaf, priced, turn } of into[state] ?? []) {
          program.push(LEAF, leaf, register, priced)
          if (turn >= 0) program.push(LOWER, priced, 0, turn)
        }
        if (state === 0) first = register
      })
      if (turning.size > 0) program.push(UNTIL, 0, again, 0)
    }
    return { register: first, point: points[0] as number }
  }

  /** Emits the program of a part, its end being register `end` and point `out`; returns its beginning's. */
  const emit = (part: Part, end: number, out: number, flow: Spot): Spot => {
    switch (part.kind) {
      case 'leaf': {
        const register = registers++
        program.push(LEAF, part.leaf, end, register)
        const point = newPoint()
        entryOf[part.leaf] = point
        exitOf[part.leaf] = out
        return { register, point }
      }
      case 'list': {
        let at: Spot = { register: end, point: out }
        for (let index = part.parts.length - 1; index >= 0; index--) {
          at = emit(part.parts[index] as Part, at.register, at.point, flow)
        }
        return at
      }
      case 'one-of': {
        const point = newPoint()
        let register = -1
        for (const branch of part.parts) {
          const at = emit(branch, end, out, flow)
          connect(point, at.point)
          if (register < 0) register = at.register
          else {
            const least = registers++
            program.push(LEAST, register, at.register, least)
            register = least
          }
        }
        return { register, point }
      }
      case 'loop': {
        const turn = registers++
        program.push(COPY, end, 0, turn)
        const again = program.length
        const behind = newPoint()
        connect(behind, out)
        const body = emit(part.body, turn, behind, flow)
        const back = emit(part.back, body.register, body.point, flow)
        connect(behind, back.point)
        program.push(AGAIN, back.register, again, turn)
        return body
      }
      case 'fork': {
        const register = registers++
        program.push(FORK, part.fork, end, register)
        const point = newPoint()
        forkEntry[part.fork] = point
        forkExit[part.fork] = out
        if (part.empty) connect(point, out)
        return { register, point }
      }
      case 'orders': {
        const spots: Spot[] = []
        spots[part.parts.length] = { register: end, point: out }
        for (let over = part.parts.length - 1; over >= 0; over--) {
          const point = newPoint()
          const ways = (part.parts[over] ?? []).flatMap((child, at) => {
            const behind = spots[over | (1 << at)]
            return child === undefined || behind === undefined ? [] : [emit(child, behind.register, behind.point, flow)]
          })
          for (const way of ways) connect(point, way.point)
          spots[over] = { register: leastOf(ways.map(({ register }) => register)), point }
        }
        return spots[0] ?? { register: end, point: out }
      }
      case 'automaton':
        return emitAutomaton(part.automaton, part.leafOf, end, out)
      case 'scope': {
        const own: Spot = { register: end, point: out }
        let within = own
        if (part.wait >= 0) {
          within = { register: registers++, point: newPoint() }
          program.push(LEAF, part.wait, end, within.register)
          entryOf[part.wait] = within.point
          exitOf[part.wait] = out
          connect(within.point, out)
        }
        for (const { leaf, handler, ends } of part.triggers) {
          const to = ends ? flow : own
          const at = emit(handler, to.register, to.point, part.flow ? own : flow)
          program.push(TRIGGER, leaf, at.register, 0)
          entryOf[leaf] = -1
          exitOf[leaf] = at.point
        }
        // What ends a flow has still to pass where the flow's own interrupts can reach it.
        return emit(part.child, within.register, within.point, part.flow ? within : flow)
      }
    }
  }
  const start = emit(tree, 0, 0, { register: 0, point: 0 })
  connect(1, start.point)

  const leafAt = new Map(entryOf.flatMap((point, leaf) => (point < 0 ? [] : [[point, leaf] as const])))
  const forkAt = new Map(forkEntry.map((point, fork) => [point, fork]))
  const known = new Map<number, Next>()
  const close = (from: number): Next => {
    const seen = new Set([from])
    for (const point of seen) silent[point]?.forEach((next) => seen.add(next))
    const reached = [...seen].flatMap((point) => leafAt.get(point) ?? [])
    const forked = [...seen].flatMap((point) => forkAt.get(point) ?? [])
    for (const [trigger, region] of regions) {
      if (reached.some((leaf) => region.leaves.includes(leaf)) || forked.some((fork) => region.forks.includes(fork))) {
        reached.push(trigger)
      }
    }
    return { leaves: reached, forks: forked, end: seen.has(0) }
  }
  const leavesOf = new Map<LabelIndex, number[]>()
  leaves.forEach((label, leaf) => {
    if (label >= 0) leavesOf.set(label, [...(leavesOf.get(label) ?? []), leaf])
  })
  const alphabet = new Set([...leavesOf.keys(), ...forks.flatMap(({ childOf }) => [...childOf.keys()])])
  return {
    program: Int32Array.from(program),
    registers,
    start: start.register,
    leaves,
    triggers,
    leavesOf,
    forks,
    regions,
    alphabet,
    next(source) {
      let next = known.get(source)
      if (next === undefined) {
        const point = source === START ? 1 : source < leaves.length ? exitOf[source] : forkExit[source - leaves.length]
        next = close(point ?? 0)
        known.set(source, next)
      }
      return next
    },
    behind: (fork) => leaves.length + fork,
  }
}

interface Spot {
  readonly register: number
  readonly point: number
}

/** Nodes that lead to one another, by Tarjan 1972: each component after those it leads to; within one, as they are left. */
function componentsOf(targets: readonly (readonly number[])[]): number[][] {
  const order: number[] = targets.map(() => -1)
  const lowest: number[] = []
  const isOpen: boolean[] = []
  const left: number[] = []
  const stack: number[] = []
  const components: number[][] = []
  let [met, gone] = [0, 0]
  for (let root = 0; root < targets.length; root++) {
    if ((order[root] as number) >= 0) continue
    const path = [{ node: root, at: 0 }]
    while (path.length > 0) {
      const step = path.at(-1) as { node: number; at: number }
      const { node } = step
      if (step.at === 0) {
        order[node] = lowest[node] = met++
        isOpen[node] = true
        stack.push(node)
      }
      const next = targets[node]?.[step.at++]
      if (next !== undefined) {
        if ((order[next] as number) < 0) path.push({ node: next, at: 0 })
        else if (isOpen[next] === true) lowest[node] = Math.min(lowest[node] as number, order[next] as number)
        continue
      }
      path.pop()
      left[node] = gone++
      const before = path.at(-1)
      if (before !== undefined) lowest[before.node] = Math.min(lowest[before.node] as number, lowest[node] as number)
      if (lowest[node] !== order[node]) continue
      const component = stack.splice(stack.lastIndexOf(node))
      for (const one of component) isOpen[one] = false
      components.push(component.sort((a, b) => (left[a] as number) - (left[b] as number)))
    }
  }
  return components
}
