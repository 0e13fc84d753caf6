import type { Message } from '../diagnostic/diagnostic.ts'
import type { Block, EffectiveFlow, LabelIndex } from '../flow/effective-flow.ts'
import { createFlowSystem } from '../flow/flow-system.ts'
import type { TransitionSystem } from '../flow/transition-system.ts'
import { sum } from '../model/sum.ts'
import type { Alignment, Move } from './alignment.ts'
import { createBlockSearch } from './block-search.ts'
import { createCheapestRun, type Taken } from './cheapest-run.ts'
import { createNetSearch } from './net-search.ts'
import type { LabelledTrace, Tie, TraceSymbol } from './label-trace.ts'
import {
  createSearch,
  logCost,
  type MoveCosts,
  type SearchResult,
  type SearchTrace,
  type SymbolMove,
} from './search.ts'

export interface AlignOptions {
  /** How many states one search may expand before it gives up with bounds; default 2 million. */
  readonly budget?: number
}

/** The least cost that what has happened so far will have, however an open interaction goes on (semantics §13). */
type PrefixCost =
  | { readonly optimal: true; readonly cost: number; readonly moves: readonly Move[] }
  | { readonly optimal: false; readonly reason: Message; readonly lower: number }

/** Aligns the interactions of one flow. Each variant is aligned once; markings and their successors are shared by all. */
export interface Aligner {
  readonly flow: EffectiveFlow
  /** `keeps`: false where no trace of its variant will come again, so that its moves need not be held for them. */
  align(trace: LabelledTrace, keeps?: boolean): Alignment
  prefixCost(trace: LabelledTrace, keeps?: boolean): PrefixCost
}

const DEFAULT_BUDGET = 2_000_000
/** A number of the dynamic programme counts as this part of a state. */
const CELLS = 2
/** The most symbols of one time whose orders are tried (semantics §11). */
const MOST_TIED = 10

/** The optimal alignment of one trace (semantics §6–§11); for more than one trace of a flow use `createAligner`. */
export function alignTrace(flow: EffectiveFlow, trace: LabelledTrace, options: AlignOptions = {}): Alignment {
  return createAligner(flow, options).align(trace)
}

/** Prepares a flow for alignment. Results do not depend on which traces were aligned before. */
export function createAligner(flow: EffectiveFlow, { budget = DEFAULT_BUDGET }: AlignOptions = {}): Aligner {
  const costs = costsOf(flow)
  const open = (): TransitionSystem => createFlowSystem(flow.root)
  const search = createSearch(open, costs)
  const netSearch =
    costs.critical.some(Boolean) || costs.decision.some(Boolean)
      ? undefined
      : createNetSearch(open, { model: costs.model, log: costs.log, unknown: 1 })
  const blockSearch = createBlockSearch(flow.root, costs)
  const cheapestRun = createCheapestRun(flow, costs, budget)
  const ends = flowEnds(flow.root, true)
  const variants = new Map<string, Variant>()
  const prefixes = new Map<string, SearchResult>()

  /** The optimum; with more events of one time than can be ordered, what every order costs: the unknown acts. */
  const searchIn = (trace: LabelledTrace, complete: boolean): SearchResult => {
    const { symbols } = trace
    if (widestOf(trace.ties) <= MOST_TIED) {
      const asked = searchTraceOf(trace)
      const found = blockSearch?.(asked, { complete, cells: budget * CELLS })
      if (found === undefined) {
        const isWord = asked.settledFrom.size === 0 && asked.ties === undefined && symbols.every(isPlain)
        if (!complete || !isWord || netSearch === undefined) return search(asked, { complete, budget })
        const labels = symbols.map(({ labels: [label = -1] }) => label)
        const optimum = netSearch(labels, budget)
        if (!optimum.optimal) return optimum
        const inOrder = optimum.sequences(1)
        return { ...optimum, contradictions: 0, sequences: inOrder, moves: inOrder[0] ?? [] }
      }
      const sequences = found.sequences(1)
      return { ...found, optimal: true, sequences, moves: sequences[0] ?? [] }
    }
    const unknown = symbols.filter(({ kind, labels }) => kind === 'act' && labels.length === 0)
    return { optimal: false, lower: sum(unknown.map((symbol) => logCost(symbol, costs))), expanded: 0 }
  }

  const align = (trace: LabelledTrace): Variant => {
    const { symbols } = trace
    const result = searchIn(trace, true)
    const { expanded } = result
    const logs = sum(symbols.map((symbol) => logCost(symbol, costs)))
    if (!result.optimal) return { optimal: false, lower: result.lower, upper: upperBound(trace, logs), expanded }
    const taken = result.moves.flatMap((move) => (move.type === 'sync' ? takenOf(move, symbols) : []))
    const free = taken.filter(({ label, symbol }) => costs.decision[label] === true && symbol.kind === 'act')
    const cheapest = cheapestRun(taken)
    if (cheapest === undefined) return { optimal: false, lower: result.cost, upper: result.cost, expanded }
    const worst = logs - sum(free.map(({ symbol }) => logCost(symbol, costs))) + cheapest
    const interrupted = result.moves.some((move) => move.type === 'sync' && ends.has(move.label))
    const adherence = worst === 0 ? 1 : 1 - result.cost / worst
    return { optimal: true, moves: result.moves, cost: result.cost, worst, adherence, interrupted, expanded }
  }

  const takenOf = (
    { label, symbol }: Extract<SymbolMove, { type: 'sync' }>,
    symbols: readonly TraceSymbol[],
  ): Taken[] => {
    const of = symbols[symbol]
    return of === undefined || flow.labels[label]?.kind === 'step' ? [] : [{ label, symbol: of }]
  }

  /**
   * A cost that the optimum does not exceed: the decisions and interrupts of the trace aligned by themselves contradict
   * as few decisions as the whole trace does, and everything else may be a log move.
   */
  const upperBound = ({ symbols, settled, ties = [] }: LabelledTrace, logs: number): number => {
    const kept = symbols.map(({ labels }) => labels.some((label) => flow.labels[label]?.kind !== 'step'))
    const events = symbols.filter((_, at) => kept[at])
    if (!events.some(({ labels }) => labels.some((label) => costs.decision[label] === true))) {
      return logs + (cheapestRun([]) ?? Infinity)
    }
    if (events.length === symbols.length && settled.length === 0) return Infinity
    const keptUntil = (until: number): number => kept.slice(0, until).filter(Boolean).length
    const tied = ties.map(({ from, to }): Tie => ({ from: keptUntil(from), to: keptUntil(to) }))
    if (widestOf(tied) > MOST_TIED) return Infinity
    const among = { symbols: events, settledFrom: new Map(), ties: tied.filter(({ from, to }) => to - from > 1) }
    const result = search(among, { complete: true, budget })
    return result.optimal ? result.cost + logs - sum(events.map((symbol) => logCost(symbol, costs))) : Infinity
  }

  return {
    flow,
    align(trace, keeps = true) {
      let variant = variants.get(trace.key)
      if (variant === undefined) {
        variant = align(trace)
        if (keeps) variants.set(trace.key, variant)
      }
      if (!variant.optimal) return { ...variant, reason: reasonOf(trace, budget) }
      return { ...variant, moves: restoreEvents(variant.moves, trace) }
    },
    prefixCost(trace, keeps = true) {
      let prefix = prefixes.get(trace.key)
      if (prefix === undefined) {
        prefix = searchIn(trace, false)
        if (keeps) prefixes.set(trace.key, prefix)
      }
      if (!prefix.optimal) return { optimal: false, reason: reasonOf(trace, budget), lower: prefix.lower }
      return { optimal: true, cost: prefix.cost, moves: restoreEvents(prefix.moves, trace) }
    },
  }
}

type Variant =
  | (Omit<Extract<Alignment, { optimal: true }>, 'moves'> & { readonly moves: readonly SymbolMove[] })
  | Omit<Extract<Alignment, { optimal: false }>, 'reason'>

function searchTraceOf({ symbols, settled, ties }: LabelledTrace): SearchTrace {
  const settledFrom = new Map(settled.map(({ label, from }) => [label, from]))
  if (ties === undefined) return { symbols, settledFrom }
  const within = settled.flatMap(({ label, within }) => (within === undefined ? [] : [[label, within] as const]))
  return { symbols, settledFrom, ties, ...(within.length === 0 ? {} : { settledBy: new Map(within) }) }
}

function isPlain({ kind, labels }: TraceSymbol): boolean {
  return kind === 'act' && labels.length < 2
}

/** How many symbols the largest of the ties has. */
function widestOf(ties: readonly Tie[] = []): number {
  return ties.reduce((most, { from, to }) => Math.max(most, to - from), 0)
}

function reasonOf({ ties }: LabelledTrace, budget: number): Message {
  const widest = widestOf(ties)
  return widest > MOST_TIED ? tooWide(widest) : overBudget(budget)
}

function tooWide(widest: number): Message {
  return {
    zh: `有 ${widest} 个事件时间相同，先后不明；最多比较 ${MOST_TIED} 个事件的各种先后，只给出上下界`,
    en: `${widest} events have the same time, and all orders of at most ${MOST_TIED} are compared; only bounds are known`,
  }
}

function overBudget(budget: number): Message {
  return {
    zh: `对齐的搜索超过了上限（${budget} 个状态），只给出上下界`,
    en: `the search for the alignment went over its limit of ${budget} states; only bounds are known`,
  }
}

export function costsOf({ labels, root }: EffectiveFlow): MoveCosts {
  const inner = new Map<LabelIndex, ReadonlySet<LabelIndex>>()
  collectInner(root, inner)
  return {
    model: labels.map((label) => (label.kind === 'step' ? label.weight : label.kind === 'decision' ? 1 : undefined)),
    log: labels.map((label) => (label.kind === 'step' ? label.weight : 1)),
    critical: labels.map((label) => label.kind === 'step' && label.step.critical),
    decision: labels.map((label) => label.kind === 'decision'),
    inner,
  }
}

/** Notes for each interrupt the interrupts within its block; returns all interrupts of the tree. */
function collectInner(block: Block, inner: Map<LabelIndex, ReadonlySet<LabelIndex>>): LabelIndex[] {
  const all = (blocks: readonly Block[]): LabelIndex[] => blocks.flatMap((child) => collectInner(child, inner))
  switch (block.kind) {
    case 'label':
      return []
    case 'optional':
      return all([block.child])
    case 'repeat':
      return all([block.do, block.redo])
    case 'scope': {
      const within = all([block.child])
      for (const { label } of block.interrupts) inner.set(label, new Set(within))
      return [...within, ...block.interrupts.flatMap(({ label, handler }) => [label, ...all([handler])])]
    }
    default:
      return all(block.children)
  }
}

/** The interrupts that end the flow as a whole: those of used flows end only these. */
function flowEnds(block: Block, outermost: boolean): Set<LabelIndex> {
  const all = (blocks: readonly Block[]): Set<LabelIndex> =>
    new Set(blocks.flatMap((child) => [...flowEnds(child, false)]))
  switch (block.kind) {
    case 'label':
      return new Set()
    case 'optional':
      return all([block.child])
    case 'repeat':
      return all([block.do, block.redo])
    case 'scope': {
      if (block.flow && !outermost) return new Set()
      const own = block.interrupts.filter(({ then }) => then === 'end').map(({ label }) => label)
      return new Set([...own, ...all([block.child, ...block.interrupts.map(({ handler }) => handler)])])
    }
    default:
      return all(block.children)
  }
}

/**
 * Moves over symbols become moves over events. Events that take no part (ambient, talk that was not needed) stand right
 * behind the event before them (where events tie: behind all before them), so a skipped step is shown as late as it
 * could have been done.
 */
function restoreEvents(moves: readonly SymbolMove[], trace: LabelledTrace): Move[] {
  const { symbols, events, settled } = trace
  const used = new Map<number, LabelIndex[]>()
  for (const move of moves) {
    if (move.type !== 'sync' || symbols[move.symbol]?.kind !== 'offer') continue
    const labels = used.get(move.symbol)
    if (labels === undefined) used.set(move.symbol, [move.label])
    else labels.push(move.label)
  }
  const aside: Move[] = [
    ...trace.ambient.map((event): Move => ({ type: 'ambient', event })),
    ...trace.talk.map((event): Move => ({ type: 'offer', event, labels: [] })),
    ...symbols.flatMap((symbol, index): Move[] => {
      if (symbol.kind === 'act') return []
      const labels = symbol.labels.filter((label) => used.get(index)?.includes(label) !== true)
      return labels.length === 0 ? [] : [{ type: 'offer', event: events[index] ?? 0, labels }]
    }),
  ].sort((a, b) => eventOf(a) - eventOf(b))

  const before: number[] = []
  let next = Infinity
  for (let index = moves.length - 1; index >= 0; index--) {
    const move = moves[index]
    if (move !== undefined && move.type !== 'model') next = Math.min(next, events[move.symbol] ?? next)
    before[index] = next
  }

  const restored: Move[] = []
  let put = 0
  const putAside = (until: number): void => {
    for (let move = aside[put]; move !== undefined && eventOf(move) < until; move = aside[++put]) restored.push(move)
  }
  moves.forEach((move, index) => {
    putAside(before[index] ?? Infinity)
    if (move.type === 'model') {
      const cause = move.settled ? settled.find(({ label }) => label === move.label) : undefined
      restored.push({ type: 'model', label: move.label, ...(cause === undefined ? {} : { satisfiedBy: cause.event }) })
    } else {
      const event = events[move.symbol] ?? 0
      if (move.type === 'sync') restored.push({ type: 'sync', event, label: move.label })
      else restored.push({ type: 'log', event, labels: symbols[move.symbol]?.labels ?? [] })
    }
  })
  putAside(Infinity)
  return restored
}

function eventOf(move: Move): number {
  return move.type === 'model' ? -1 : move.event
}
