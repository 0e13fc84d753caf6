import { canBeEmpty, canShow, longestWord } from '../flow/block-words.ts'
import type { Block, LabelIndex } from '../flow/effective-flow.ts'

/** Counters up to this many are written out one by one. */
const MOST_COUNTED = 1000
/** A tree that grows beyond this many leaves when counters are written out has no machine. */
const MOST_LEAVES = 5000

/** Operations of `Machine.program`; each is its code and three numbers. */
export const LEAF = 0
export const LEAST = 1
export const FORK = 2
export const COPY = 3
export const AGAIN = 4
export const TRIGGER = 5

/**
 * A block as a program for a dynamic programme from the end of a trace to its beginning. What is sequential (steps,
 * choices, loops) is a list of leaves; each concurrent part within is a fork, whose children are machines of their own
 * that share no label, so that a cost over them is the sum of theirs.
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
 * Undefined where the block as a whole does: concurrent children that share a label, blocks any-order of longer
 * children, counters too large.
 */
export function createMachine(
  block: Block,
): { readonly machine: Machine; readonly foreign: ReadonlySet<LabelIndex> } | undefined {
  const foreign = new Set<LabelIndex>()
  const budget = { leaves: MOST_LEAVES }
  const machine = build(block, foreign, budget)
  return machine === undefined ? undefined : { machine, foreign }
}

const NOWHERE: Around = { regions: [], home: undefined }
const EMPTY: Block = { kind: 'sequence', children: [] }

function build(root: Block, foreign: Set<LabelIndex>, budget: { leaves: number }): Machine | undefined {
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
    return showing.length === 1 ? read(only, around) : addFork(showing, false, around)
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
        if (!of.children.every((child) => longestWord(child) <= 1)) failed = true
        return failed ? list([]) : parallel(of.children, around)
      case 'some':
        if (of.children.length > 1 && !of.children.some(canBeEmpty)) return addFork(of.children, true, around)
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
        failed = true
        return list([])
    }
  }

  const tree = read(root, NOWHERE)
  if (failed) return undefined
  return assemble(tree, { leaves, triggers, forks, regions: regionOf })
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
