import type { Message } from '../diagnostic/diagnostic.ts'
import type { Block, LabelIndex } from '../flow/effective-flow.ts'
import { createFlowSystem } from '../flow/flow-system.ts'
import type { TransitionSystem } from '../flow/transition-system.ts'
import type { Move } from './alignment.ts'
import type { TraceSymbol } from './label-trace.ts'
import { createBlockSearch } from './block-search.ts'
import { createMachine } from './create-machine.ts'
import type { Machine } from './machine.ts'
import { emptyRunCost } from './empty-run-cost.ts'
import { createWordSearch, type WordSearch } from './word-search.ts'
import { costOfRun, createNetSearch, type NetOptimum } from './net-search.ts'
import { logCost, type MoveCosts, type SearchTrace, type SymbolMove } from './search.ts'

/**
 * A model whose events are activities 0 … `activities` − 1: a transition system, or a block tree over them (the faster
 * way, where the model has one), or both; of the same language, if both. The system is asked for only when it is needed.
 */
export interface ActivityModel {
  readonly activities: number
  readonly block?: Block
  readonly system?: () => TransitionSystem
}

/** What moves cost, whole numbers of at least 1, by activity; what is not given costs 1. */
export interface ActivityCosts {
  readonly model?: readonly number[]
  readonly log?: readonly number[]
  /** Of a log move of an activity that the model lacks. */
  readonly unknown?: number
}

export interface ActivityAlignOptions {
  readonly costs?: ActivityCosts
  /** How many states one search may expand before it gives up with bounds; default 2 million. */
  readonly budget?: number
}

/** A trace as activities; −1, or any number that is not one, is an activity that the model lacks. */
export type ActivityWord = ArrayLike<number>

/**
 * The optimum of one word. `moves` are made when they are asked for; `event` is a position in the word, `label` an
 * activity. Where nothing is optimal: the reason, and bounds that are proved.
 */
export type ActivityAlignment =
  | { readonly optimal: true; readonly cost: number; readonly expanded: number; moves(): readonly Move[] }
  | {
      readonly optimal: false
      readonly reason: Message
      readonly lower: number
      readonly upper: number
      readonly expanded: number
    }

/** Aligns words with one model. Results depend neither on the order of calls nor on what was aligned before. */
export interface ActivityAligner {
  /** Cost of the cheapest run, nothing being recorded. Infinity: the end cannot be reached; undefined: not within the budget. */
  readonly emptyRunCost: number | undefined
  align(word: ActivityWord): ActivityAlignment
  /** Up to `most` different optimal sequences of moves, the canonical one first; none where nothing is optimal. */
  allOptimal(word: ActivityWord, most: number): readonly (readonly Move[])[]
}

const DEFAULT_BUDGET = 2_000_000

/** Larger parts that have to be written out are quicker searched. */
const MOST_WRITTEN = 600

/** A number of the dynamic programme counts as this part of a state of the budget. */
const CELLS = 2

/** Prepares a model for alignment; throws when it has neither a system nor a block. */
export function createActivityAligner(
  model: ActivityModel,
  { costs = {}, budget = DEFAULT_BUDGET }: ActivityAlignOptions = {},
): ActivityAligner {
  const { activities, block } = model
  if (block === undefined && model.system === undefined) throw new TypeError('a model needs a system or a block')
  const every = <T>(one: (activity: LabelIndex) => T): T[] => Array.from({ length: activities }, (_, at) => one(at))
  const moveCosts: MoveCosts = {
    model: every((at) => costs.model?.[at] ?? 1),
    log: every((at) => costs.log?.[at] ?? 1),
    critical: every(() => false),
    decision: every(() => false),
    inner: new Map(),
    ...(costs.unknown === undefined ? {} : { unknown: costs.unknown }),
  }
  const known = every((at): TraceSymbol => ({ kind: 'act', labels: [at] }))
  const unknown: TraceSymbol = { kind: 'act', labels: [] }
  const made = block === undefined ? undefined : createMachine(block, MOST_WRITTEN)
  const machine = made === undefined || made.foreign.size > 0 ? undefined : made.machine
  const words = machine === undefined ? undefined : createWords(machine, moveCosts)
  const blocks =
    block === undefined || made === undefined || words !== undefined
      ? undefined
      : createBlockSearch(block, moveCosts, MOST_WRITTEN)
  const open = model.system ?? (() => createFlowSystem(block ?? { kind: 'sequence', children: [] }))
  const netCosts = { model: moveCosts.model, log: moveCosts.log, unknown: costs.unknown ?? 1 }
  const search = createNetSearch(open, netCosts)
  const cells = budget * CELLS
  const traceOf = (word: ActivityWord): SearchTrace => {
    const symbols: TraceSymbol[] = []
    for (let at = 0; at < word.length; at++) symbols.push(known[word[at] as number] ?? unknown)
    return { symbols, settledFrom: NOTHING_SETTLED }
  }
  const run = (word: ActivityWord): NetOptimum => {
    const inWords = words?.(word, cells)
    if (inWords !== undefined) {
      return { optimal: true, cost: inWords.total, expanded: word.length + 1, sequences: inWords.sequences }
    }
    const trace = traceOf(word)
    const found = blocks?.(trace, { complete: true, cells })
    if (found !== undefined) return { optimal: true, ...found }
    return search(word, budget)
  }
  const toMoves = (moves: readonly SymbolMove[], word: ActivityWord): Move[] =>
    moves.map((move): Move => {
      if (move.type === 'model') return { type: 'model', label: move.label }
      if (move.type === 'sync') return { type: 'sync', event: move.symbol, label: move.label }
      return { type: 'log', event: move.symbol, labels: (known[word[move.symbol] as number] ?? unknown).labels }
    })
  const findEmptyRun = (): number | undefined => {
    const told = block === undefined ? undefined : emptyRunCost(block, (label) => moveCosts.model[label] ?? 1)
    if (told !== undefined) return told
    const empty = run([])
    return empty.optimal ? empty.cost : empty.lower === Infinity ? Infinity : undefined
  }
  let emptyRun: { readonly cost: number | undefined } | undefined
  const costOfEmptyRun = (): number | undefined => (emptyRun ??= { cost: findEmptyRun() }).cost
  let runCost: number | undefined
  return {
    get emptyRunCost() {
      return costOfEmptyRun()
    },
    align(word) {
      const result = run(word)
      const { expanded } = result
      if (result.optimal) {
        let moves: readonly Move[] | undefined
        const own = result.cost === 0 ? word : new Int32Array(word)
        return {
          optimal: true,
          cost: result.cost,
          expanded,
          moves: () => (moves ??= toMoves(result.sequences(1)[0] ?? [], own)),
        }
      }
      const logs = traceOf(word).symbols.reduce((sum, symbol) => sum + logCost(symbol, moveCosts), 0)
      runCost ??= costOfEmptyRun() ?? costOfRun(open, netCosts, budget)
      const upper = logs + runCost
      return { optimal: false, reason: overBudget(budget), lower: result.lower, upper, expanded }
    },
    allOptimal(word, most) {
      if (most < 1) return []
      const result = run(word)
      return result.optimal ? result.sequences(most).map((moves) => toMoves(moves, word)) : []
    },
  }
}

function createWords(machine: Machine, { model, log, unknown = 1 }: MoveCosts): WordSearch | undefined {
  const prices = Float64Array.from([0, ...model.map((price = Infinity) => price)])
  return createWordSearch(machine, { prices, logs: Float64Array.from([unknown, ...log]), unit: 1 })
}

const NOTHING_SETTLED: SearchTrace['settledFrom'] = new Map()

/** Orders words by their ends, the order in which an aligner shares most between one word and the next. */
export function compareSuffixes(a: ActivityWord, b: ActivityWord): number {
  const shorter = Math.min(a.length, b.length)
  for (let back = 1; back <= shorter; back++) {
    const order = (a[a.length - back] as number) - (b[b.length - back] as number)
    if (order !== 0) return order
  }
  return a.length - b.length
}

function overBudget(budget: number): Message {
  return {
    zh: `对齐的搜索超过了上限（${budget} 个状态），只给出上下界`,
    en: `the search for the alignment went over its limit of ${budget} states; only bounds are known`,
  }
}
