import { canBeEmpty, canShow, longestWord } from '../flow/block-words.ts'
import type { Block, LabelIndex } from '../flow/effective-flow.ts'
import { createFlowSystem } from '../flow/flow-system.ts'
import { assemble, type Interrupt, list, optional, type Part } from './assemble-machine.ts'
import { type Automaton, type AutomatonLimits, interleave, readAutomaton } from './automaton.ts'
import type { Fork, Machine, Region } from './machine.ts'

/** Counters up to this many are written out one by one. */
const MOST_COUNTED = 1000
/** A tree that grows beyond this many leaves when counters are written out has no machine. */
const MOST_LEAVES = 5000
/** The most children whose orders are written out, a copy of each child for each set of others that came before it. */
const MOST_ORDERED = 10
/** What is written out state by state: a net, or concurrent children that share labels. */
const MOST_WRITTEN: AutomatonLimits = { states: 4000, edges: 1 << 17 }

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

/** Undefined where there are too many: each state but the first takes a leaf at least. */
function interleavingsOf(blocks: readonly Block[], mostWritten: number): Automaton | undefined {
  if (!blocks.every(isWritable)) return undefined
  const parts: Automaton[] = []
  for (const block of blocks) {
    const part = automatonOf(block)
    if (part === undefined) return undefined
    parts.push(part)
  }
  return interleave(parts, { ...MOST_WRITTEN, states: Math.min(MOST_WRITTEN.states, mostWritten + 1) })
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
