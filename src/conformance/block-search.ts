import type { Block, LabelIndex } from '../flow/effective-flow.ts'
import { type Column, createCostToGo } from './cost-to-go.ts'
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
  const toGo = createCostToGo(machine, plain.prices)

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

  // The columns of the last trace, from its end: with what follows in common they serve the next one too.
  let last: readonly TraceSymbol[] = []
  let columns: Column[] = [toGo.last(false)]
  let held: number[] = [toGo.held()]
  let isShared = true
  let run = 0

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
    const scaled = symbols.map(({ kind, labels }, at) => {
      const decides = kind === 'act' && contradiction > 0 && labels.some((label) => costs.decision[label] === true)
      return (logs[at] as number) * scale.cost + (decides ? contradiction : 0)
    })

    /** Prices change where a step becomes settled; between two such positions they are one array. */
    const pricesAt = createPrices(settledFrom, scale.prices)
    const isOrdinary = complete && !hasSettled

    const make = (): number | undefined => {
      run++
      let shared = 0
      if (isOrdinary && isShared) {
        const most = Math.min(length, last.length)
        while (shared < most && symbols[length - 1 - shared] === last[last.length - 1 - shared]) shared++
        columns.length = shared + 1
        held.length = shared + 1
        toGo.release(held[shared] as number)
      } else {
        toGo.release(0)
        toGo.setPrices(pricesAt(length))
        columns = [toGo.last(!complete)]
        held = [toGo.held()]
      }
      isShared = isOrdinary
      last = symbols
      for (let behind = shared; behind < length; behind++) {
        const position = length - 1 - behind
        if (hasSettled) toGo.setPrices(pricesAt(position))
        const { labels } = symbols[position] as TraceSymbol
        columns.push(toGo.before(columns[behind] as Column, labels, scaled[position] as number))
        held.push(toGo.held())
        if (toGo.held() > cells) {
          // What was made is given back, so that one trace never weighs on the next.
          last = []
          isShared = false
          if (hasSettled) toGo.setPrices(plain.prices)
          return undefined
        }
      }
      const least = toGo.total(columns[length] as Column)
      return least
    }

    const finish = (): void => {
      if (hasSettled) {
        toGo.setPrices(plain.prices)
        isShared = false
      }
    }

    const least = make()
    if (least === undefined) return undefined
    finish()
    const made = run
    const contradictions = contradiction === 0 ? 0 : Math.floor(least / contradiction)
    const cost = Math.floor((least - contradictions * contradiction) / scale.cost)
    return {
      contradictions,
      cost,
      expanded: length + 1,
      sequences(most) {
        if (run !== made || hasSettled) make()
        const forward = columns.slice(0, length + 1).reverse()
        const held = toGo.held()
        const sequences = walkMoves(
          {
            machine,
            toGo,
            symbols,
            columns: forward,
            logs: scaled,
            price: (label, position) => pricesAt(position)[label + 1] ?? Infinity,
            isSettled: (label, position) => (settledFrom.get(label) ?? Infinity) <= position,
            partial(position, labels) {
              if (hasSettled) toGo.setPrices(pricesAt(position))
              return toGo.before(forward[position + 1] as Column, labels, 0)
            },
          },
          most,
        )
        toGo.release(held)
        finish()
        return sequences
      },
    }
  }
}

interface Scale {
  readonly cost: number
  readonly contradiction: number
  readonly prices: Float64Array
}

/** The prices at a position: those of steps that are settled there are 1, one step passed over. */
function createPrices(
  settledFrom: ReadonlyMap<LabelIndex, number>,
  prices: Float64Array,
): (at: number) => Float64Array {
  if (settledFrom.size === 0) return () => prices
  const from = [...new Set(settledFrom.values())].sort((a, b) => a - b)
  const stages = from.map((start) => {
    const stage = prices.slice()
    for (const [label, since] of settledFrom) if (since <= start) stage[label + 1] = 1
    return { start, stage }
  })
  return (at) => stages.findLast(({ start }) => start <= at)?.stage ?? prices
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
