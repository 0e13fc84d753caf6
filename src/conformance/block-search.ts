import type { Block, LabelIndex } from '../flow/effective-flow.ts'
import { type Column, type ColumnSymbol, type CostToGo, createCostToGo, STAGES } from './cost-to-go.ts'
import type { TraceSymbol } from './label-trace.ts'
import { AGAIN, createMachine, type Machine } from './machine.ts'
import { logCost, type MoveCosts, type SearchTrace, type SymbolMove } from './search.ts'
import { walkMoves } from './walk-moves.ts'

export interface BlockOptimum {
  readonly contradictions: number
  readonly cost: number
  /** How many columns were made: one for each event that the trace before did not share. */
  readonly expanded: number
  /** Up to `most` optimal sequences, the canonical one first. */
  sequences(most: number): SymbolMove[][]
}

/** The optimum of a trace; undefined where this way does not lead: the search has to find it. */
export type BlockSearch = (trace: SearchTrace, options: BlockSearchOptions) => BlockOptimum | undefined

export interface BlockSearchOptions {
  readonly complete: boolean
  /** How many numbers may be held. */
  readonly cells: number
}

/** Digits of a cost as one number: (contradictions, cost, critical steps skipped, settled steps passed over). */
const MOST_PASSED = 2 ** 14
const MOST_CRITICAL = 2 ** 13
const MOST_COST = 2 ** 17
const MOST_CONTRADICTIONS = 2 ** 9

/**
 * Alignment of a block by costs-to-go (`createCostToGo`). Undefined where the block has none of its own: see
 * `createMachine`. The lexicographic cost of semantics §6 and §11 is one whole number, its parts being digits.
 */
export function createBlockSearch(block: Block, costs: MoveCosts): BlockSearch | undefined {
  const made = createMachine(block)
  if (made === undefined) return undefined
  const { machine, foreign } = made
  const labels = costs.model.length
  const leaves = countLeaves(machine, labels)
  const hasCritical = costs.critical.some((critical, label) => critical && (leaves[label] as number) > 0)
  const hasDecision = costs.decision.some(Boolean)
  const criticalLeaves = leaves.reduce((sum, count, label) => sum + (costs.critical[label] === true ? count : 0), 0)
  const weight = leaves.reduce((sum, count, label) => sum + count * (costs.model[label] ?? 0), 0)
  const triggers = new Set(triggersOf(machine))

  const createScale = (passed: number): Scale => {
    const cost = passed * (hasCritical ? MOST_CRITICAL : 1)
    const prices = new Float64Array(labels + 1)
    costs.model.forEach((price, label) => {
      prices[label + 1] = price === undefined ? Infinity : price * cost + (costs.critical[label] === true ? passed : 0)
    })
    return { cost, contradiction: hasDecision ? cost * MOST_COST : 0, prices }
  }
  const plain = createScale(1)
  const settling = createScale(MOST_PASSED)
  /** Tries with growing bounds pay where forks stand in loops or in each other; else all costs are found at once. */
  const bounds = isNested(machine) ? BOUNDS : [Infinity]
  const levels = bounds.map((most): Level => ({
    most,
    toGo: createCostToGo(machine, plain.prices),
    columns: [],
    run: 0,
    forgotten: 0,
  }))

  // Symbols and settled sets by number: equal ones share what was computed for them.
  const symbolIds = new Map<string, number>()
  const stages = new Map<string, Stage>()
  const symbolOf = (labels: readonly LabelIndex[], log: number): ColumnSymbol => {
    const key = `${log}:${labels.join()}`
    let id = symbolIds.get(key)
    if (id === undefined) {
      id = symbolIds.size
      symbolIds.set(key, id)
    }
    return { id, labels, log }
  }

  const fits = new Map<string, boolean>()
  /** The symbol's labels are such that each part of the machine can deal with its own. */
  const isFit = (symbol: TraceSymbol): boolean => {
    const [first, second] = symbol.labels
    if (first === undefined) return true
    if (second === undefined) return !foreign.has(first)
    const key = `${symbol.kind}${symbol.labels.join()}${symbol.kind === 'offer' && symbol.ranks !== undefined ? '<' : ''}`
    let fit = fits.get(key)
    if (fit === undefined) {
      fit = canServe(machine, symbol, foreign, triggers)
      fits.set(key, fit)
    }
    return fit
  }

  const FIRST: Stage = { prices: plain.prices, id: 0 }
  const forget = (): void => {
    symbolIds.clear()
    stages.clear()
    for (const level of levels) {
      level.toGo.clear()
      level.forgotten++
    }
  }

  /** The prices at a position: those of steps that are settled there are 1, one step passed over. */
  const stageOf = (settledFrom: ReadonlyMap<LabelIndex, number>, position: number): Stage => {
    let key = ''
    for (const [label, from] of settledFrom) if (from <= position) key += `${label},`
    let stage = stages.get(key)
    if (stage === undefined) {
      const prices = settling.prices.slice()
      for (const [label, from] of settledFrom) if (from <= position) prices[label + 1] = 1
      stage = { prices, id: stages.size + 1 }
      stages.set(key, stage)
    }
    return stage
  }

  return (trace, { complete, cells }) => {
    const { symbols, settledFrom } = trace
    const length = symbols.length
    if ((trace.ties?.length ?? 0) > 0 || !symbols.every(isFit)) return undefined
    const hasSettled = settledFrom.size > 0
    const scale = hasSettled ? settling : plain
    const logs = symbols.map((symbol) => logCost(symbol, costs))
    const total = logs.reduce((sum, log) => sum + log, 0)
    const moves = 1 + symbols.reduce((sum, { labels }) => sum + Math.max(1, labels.length), 0)
    const settledLeaves = [...settledFrom.keys()].reduce((sum, label) => sum + (leaves[label] ?? 0), 0)
    if (
      (hasSettled && moves * settledLeaves >= MOST_PASSED) ||
      (hasCritical && moves * criticalLeaves >= MOST_CRITICAL) ||
      ((hasDecision || hasCritical || hasSettled) && total + moves * weight >= MOST_COST) ||
      (hasDecision && length >= MOST_CONTRADICTIONS)
    ) {
      return undefined
    }
    const contradiction = complete ? scale.contradiction : 0
    if (stages.size + settledFrom.size + 2 >= STAGES || symbolIds.size + length >= MOST_SYMBOLS) forget()
    const columnSymbols = symbols.map(({ kind, labels }, at) => {
      const decides = kind === 'act' && contradiction > 0 && labels.some((label) => costs.decision[label] === true)
      return symbolOf(labels, (logs[at] as number) * scale.cost + (decides ? contradiction : 0))
    })

    /** Prices change where a step becomes settled. */
    const stageAt = (position: number): Stage => (hasSettled ? stageOf(settledFrom, position) : FIRST)

    /** Makes the columns of a level; the least cost, which is exact up to its bound; undefined: too much to hold. */
    const make = (level: Level): number | undefined => {
      const { toGo, columns } = level
      if (toGo.held() > cells / 2) {
        toGo.clear()
        level.forgotten++
      }
      const bound = level.most === Infinity ? Infinity : (level.most + 1) * scale.cost - 1
      level.run++
      const { prices, id } = stageAt(length)
      toGo.setPrices(prices, id)
      let column = toGo.last(!complete)
      columns[length] = column
      for (let position = length - 1; position >= 0; position--) {
        if (hasSettled) {
          const { prices, id } = stageAt(position)
          toGo.setPrices(prices, id)
        }
        const before = toGo.before(column, columnSymbols[position] as ColumnSymbol, bound)
        if (before === undefined) return Infinity
        column = before
        columns[position] = column
        if (toGo.held() > cells) {
          // What was made is given back, so that one trace never weighs on the next.
          toGo.clear()
          level.forgotten++
          return undefined
        }
      }
      return toGo.total(column)
    }

    let least: number | undefined = Infinity
    let level = levels[0] as Level
    for (let at = 0; at < levels.length; at++) {
      level = levels[at] as Level
      least = make(level)
      if (least === undefined) return undefined
      if (least < (level.most + 1) * scale.cost) break
    }
    const made = level.run
    const { forgotten } = level
    const contradictions = contradiction === 0 ? 0 : Math.floor(least / contradiction)
    const cost = Math.floor((least - contradictions * contradiction) / scale.cost)
    return {
      contradictions,
      cost,
      expanded: length + 1,
      sequences(most) {
        const { toGo, columns } = level
        if (level.run !== made || level.forgotten !== forgotten) make(level)
        const walked = {
          machine,
          toGo,
          symbols,
          columns,
          logs: columnSymbols.map(({ log }) => log),
          price: (label: LabelIndex, position: number) => stageAt(position).prices[label + 1] ?? Infinity,
          isSettled: (label: LabelIndex, position: number) => (settledFrom.get(label) ?? Infinity) <= position,
          partial(position: number, labels: readonly LabelIndex[]) {
            const { prices, id } = stageAt(position)
            toGo.setPrices(prices, id)
            return toGo.before(columns[position + 1] as Column, symbolOf(labels, 0), Infinity)
          },
        }
        return walkMoves(walked, most)
      },
    }
  }
}

/** Costs up to which the columns of a level are exact, and those of the trace that was aligned last, by position. */
interface Level {
  readonly most: number
  readonly toGo: CostToGo
  readonly columns: Column[]
  run: number
  forgotten: number
}

interface Stage {
  readonly prices: Float64Array
  readonly id: number
}

/** More different symbols than this are not kept apart; then all is forgotten. */
const MOST_SYMBOLS = 1 << 20

const BOUNDS = [0, 2, 6, 14, Infinity]

/** A fork stands in a loop, or in another fork. */
function isNested(machine: Machine): boolean {
  return (
    machine.forks.length > 0 &&
    (hasLoop(machine) || machine.forks.some(({ children }) => children.some(({ forks }) => forks.length > 0)))
  )
}

interface Scale {
  readonly cost: number
  readonly contradiction: number
  readonly prices: Float64Array
}

function countLeaves(machine: Machine, labels: number): number[] {
  const counts = Array.from({ length: labels }, () => 0)
  const walk = ({ leaves, forks }: Machine): void => {
    for (const label of leaves) if (label >= 0) counts[label] = (counts[label] as number) + 1
    for (const { children } of forks) children.forEach(walk)
  }
  walk(machine)
  return counts
}

function triggersOf({ leaves, triggers, forks }: Machine): LabelIndex[] {
  const own = leaves.filter((_, leaf) => triggers[leaf] === true)
  return [...own, ...forks.flatMap(({ children }) => children.flatMap(triggersOf))]
}

function canServe(
  machine: Machine,
  symbol: TraceSymbol,
  foreign: ReadonlySet<LabelIndex>,
  triggers: ReadonlySet<LabelIndex>,
): boolean {
  const { kind, labels } = symbol
  if (labels.some((label) => foreign.has(label))) return false
  const triggering = labels.filter((label) => triggers.has(label)).length
  if (kind === 'act') return triggering <= 1 && isActFit(machine, labels)
  return triggering === 0 && symbol.ranks === undefined && labels.length <= 30 && isOfferFit(machine, labels)
}

/** Within each fork one child has all labels of the act, so that it is for that child alone. */
function isActFit({ forks }: Machine, labels: readonly LabelIndex[]): boolean {
  return forks.every(({ children, childOf }) => {
    const touched = new Set(labels.flatMap((label) => childOf.get(label) ?? []))
    return touched.size <= 1 && children.every((child, at) => !touched.has(at) || isActFit(child, labels))
  })
}

/** Each machine has one of the labels, or they are all in children of one fork that is not entered twice. */
function isOfferFit(machine: Machine, labels: readonly LabelIndex[]): boolean {
  const own = labels.filter((label) => machine.alphabet.has(label))
  if (own.length <= 1) return true
  if (own.some((label) => machine.leavesOf.has(label)) || hasLoop(machine)) return false
  const touched = machine.forks.filter(({ childOf }) => own.some((label) => childOf.has(label)))
  return touched.length === 1 && touched.every(({ children }) => children.every((child) => isOfferFit(child, own)))
}

function hasLoop({ program }: Machine): boolean {
  for (let pc = 0; pc < program.length; pc += 4) if (program[pc] === AGAIN) return true
  return false
}
