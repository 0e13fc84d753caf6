import type { Block, LabelIndex } from '../flow/effective-flow.ts'
import { type ColumnSymbol, type CostToGo, createCostToGo, DEAD, STAGES } from './cost-to-go.ts'
import type { TraceSymbol } from './label-trace.ts'
import { createMachine } from './create-machine.ts'
import { AGAIN, type Machine, UNTIL } from './machine.ts'
import { logCost, type MoveCosts, type SearchTrace, type SymbolMove } from './search.ts'
import { stepMoves } from './step-moves.ts'
import { walkMoves } from './walk-moves.ts'
import { createWordSearch } from './word-search.ts'

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
export function createBlockSearch(block: Block, costs: MoveCosts, mostWritten?: number): BlockSearch | undefined {
  const made = createMachine(block, mostWritten)
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
  const levels: Level[] = []
  const levelAt = (at: number): Level => {
    const known = levels[at]
    if (known !== undefined) return known
    const most = bounds[at] ?? Infinity
    const toGo = createCostToGo(machine, plain.prices)
    return (levels[at] = { most, toGo, records: [], bases: [], run: 0, forgotten: 0, isFresh: true })
  }

  const logs = new Float64Array(labels + 1)
  for (let label = -1; label < labels; label++) {
    const decides = label >= 0 && costs.decision[label] === true
    const symbol: TraceSymbol = { kind: 'act', labels: label < 0 ? [] : [label] }
    logs[label + 1] = logCost(symbol, costs) * plain.cost + (decides ? plain.contradiction : 0)
  }
  const wordSearch = createWordSearch(machine, { prices: plain.prices, logs, unit: plain.cost })

  // Symbols and settled sets by number: equal ones share what was computed for them.
  const kinds = new Map<string, Kind>()
  const acts: Kind[] = []
  const stages = new Map<string, Stage>()
  let numbers = 0
  const kindOf = (symbol: TraceSymbol): Kind => {
    const { kind, labels } = symbol
    const isWord = kind === 'act' && labels.length <= 1
    const key = isWord ? '' : `${kind}${labels.join()}${kind === 'offer' && symbol.ranks !== undefined ? '<' : ''}`
    const known = isWord ? acts[1 + (labels[0] ?? -1)] : kinds.get(key)
    if (known !== undefined) return known
    const log = logCost(symbol, costs)
    const decides = kind === 'act' && labels.some((label) => costs.decision[label] === true)
    const made: Kind = {
      log,
      isOffer: kind === 'offer',
      isFit: labels.every((label) => !foreign.has(label)) && (labels.length < 2 || canServe(machine, symbol, triggers)),
      size: Math.max(1, labels.length),
      plain: { id: numbers++, labels, log: log * plain.cost + (decides ? plain.contradiction : 0) },
      settling: { id: numbers++, labels, log: log * settling.cost + (decides ? settling.contradiction : 0) },
      open: { id: numbers++, labels, log: log * plain.cost },
      settlingOpen: { id: numbers++, labels, log: log * settling.cost },
    }
    if (isWord) acts[1 + (labels[0] ?? -1)] = made
    else kinds.set(key, made)
    return made
  }

  const forgetLevel = (level: Level): void => {
    level.toGo.clear()
    level.forgotten++
    level.isFresh = true
  }

  const FIRST: Stage = { prices: plain.prices, id: 0 }
  const forget = (): void => {
    kinds.clear()
    acts.length = 0
    stages.clear()
    numbers = 0
    for (const level of levels) forgetLevel(level)
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
    if ((trace.ties?.length ?? 0) > 0) return undefined
    if (stages.size + settledFrom.size + 2 >= STAGES || numbers + 4 * length >= MOST_SYMBOLS) forget()
    const hasSettled = settledFrom.size > 0
    const scale = hasSettled ? settling : plain
    const contradiction = complete ? scale.contradiction : 0
    const column = hasSettled ? (complete ? 'settling' : 'settlingOpen') : complete ? 'plain' : 'open'
    const columnSymbols: ColumnSymbol[] = []
    let total = 0
    let moves = 1
    let hasOffer = false
    for (let at = 0; at < length; at++) {
      const kind = kindOf(symbols[at] as TraceSymbol)
      if (!kind.isFit) return undefined
      total += kind.log
      moves += kind.size
      if (kind.isOffer) hasOffer = true
      columnSymbols.push(kind[column])
    }
    let settledLeaves = 0
    for (const label of settledFrom.keys()) settledLeaves += leaves[label] ?? 0
    if (
      (hasSettled && moves * settledLeaves >= MOST_PASSED) ||
      (hasCritical && moves * criticalLeaves >= MOST_CRITICAL) ||
      ((hasDecision || hasCritical || hasSettled) && total + moves * weight >= MOST_COST) ||
      (hasDecision && length >= MOST_CONTRADICTIONS)
    ) {
      return undefined
    }

    const optimum = (least: number, sequences: BlockOptimum['sequences']): BlockOptimum => {
      const contradictions = contradiction === 0 ? 0 : Math.floor(least / contradiction)
      const cost = Math.floor((least - contradictions * contradiction) / scale.cost)
      return { contradictions, cost, expanded: length + 1, sequences }
    }
    if (complete && !hasSettled && wordSearch !== undefined && symbols.every(isPlain)) {
      const found = wordSearch(
        symbols.map(({ labels: [label = -1] }) => label),
        cells,
      )
      return found === undefined ? undefined : optimum(found.total, found.sequences)
    }

    /** Prices change where a step becomes settled. */
    const stageAt = (position: number): Stage => (hasSettled ? stageOf(settledFrom, position) : FIRST)

    /** Makes the columns of a level; the least cost, which is exact up to its bound; undefined: too much to hold. */
    const make = (level: Level): number | undefined => {
      const { toGo, records, bases } = level
      if (toGo.held() > cells / 2) forgetLevel(level)
      const wasFresh = level.isFresh
      level.isFresh = false
      const bound = level.most === Infinity ? Infinity : (level.most + 1) * scale.cost - 1
      level.run++
      let stage = stageAt(length)
      toGo.setPrices(stage.prices, stage.id)
      let record = toGo.last(!complete)
      let base = 0
      records[length] = record
      bases[length] = base
      for (let position = length - 1; position >= 0; position--) {
        if (hasSettled) {
          stage = stageAt(position)
          toGo.setPrices(stage.prices, stage.id)
        }
        record = toGo.before(record, columnSymbols[position] as ColumnSymbol, bound - base)
        if (record === DEAD) return Infinity
        base += toGo.shift()
        records[position] = record
        bases[position] = base
        if (toGo.held() > cells) {
          // Whether there is room must not depend on the traces before: they are forgotten for a second try.
          forgetLevel(level)
          return wasFresh ? undefined : make(level)
        }
      }
      return base + toGo.total(record)
    }

    let least: number | undefined = Infinity
    let at = 0
    for (; at < bounds.length; at++) {
      least = make(levelAt(at))
      if (least === undefined) return undefined
      if (least < ((bounds[at] as number) + 1) * scale.cost) break
    }
    const level = levelAt(at)
    const made = level.run
    const { forgotten } = level
    return optimum(least, (most) => {
      const { toGo, records, bases } = level
      if (level.run !== made || level.forgotten !== forgotten) make(level)
      if (most === 1 && !hasSettled && !hasOffer) {
        return [stepMoves({ machine, toGo, prices: plain.prices, symbols: columnSymbols, records, bases })]
      }
      return walkMoves(
        {
          machine,
          toGo,
          symbols,
          records,
          bases,
          logs: columnSymbols.map(({ log }) => log),
          price: (label, position) => stageAt(position).prices[label + 1] ?? Infinity,
          isSettled: (label, position) => (settledFrom.get(label) ?? Infinity) <= position,
          partial(position, labels) {
            const { prices, id } = stageAt(position)
            toGo.setPrices(prices, id)
            const behind = position + 1
            const symbol = kindOf({ kind: 'offer', labels })[column]
            const record = toGo.before(records[behind] as number, symbol, Infinity)
            return { record, base: (bases[behind] as number) + toGo.shift() }
          },
        },
        most,
      )
    })
  }
}

function isPlain({ kind, labels }: TraceSymbol): boolean {
  return kind === 'act' && labels.length < 2
}

/** A symbol with its numbers, one for each way of counting. */
interface Kind {
  readonly log: number
  readonly isOffer: boolean
  readonly isFit: boolean
  readonly size: number
  readonly plain: ColumnSymbol
  readonly settling: ColumnSymbol
  readonly open: ColumnSymbol
  readonly settlingOpen: ColumnSymbol
}

/** Costs up to which the columns of a level are exact, and those of the trace that was aligned last, by position. */
interface Level {
  readonly most: number
  readonly toGo: CostToGo
  readonly records: number[]
  readonly bases: number[]
  run: number
  /** How often all was forgotten. */
  forgotten: number
  /** Nothing was made since. */
  isFresh: boolean
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

function canServe(machine: Machine, symbol: TraceSymbol, triggers: ReadonlySet<LabelIndex>): boolean {
  const { kind, labels } = symbol
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
  for (let pc = 0; pc < program.length; pc += 4) if (program[pc] === AGAIN || program[pc] === UNTIL) return true
  return false
}
