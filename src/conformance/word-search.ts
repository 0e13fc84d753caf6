import type { LabelIndex } from '../flow/effective-flow.ts'
import type { ColumnSymbol } from './cost-to-go.ts'
import { createCountBreaks } from './count-breaks.ts'
import { createFitWalk } from './fit-walk.ts'
import type { Machine } from './machine.ts'
import type { SymbolMove } from './search.ts'
import { createStepper, type Stepper } from './step-moves.ts'
import { isThin } from './thin-column.ts'
import { createThinCostToGo, type ThinCostToGo } from './thin-cost-to-go.ts'
import { walkMoves } from './walk-moves.ts'

/** What moves cost, by label + 1; of model moves 0 is at 0, of log moves there that of an unknown activity. */
export interface WordCosts {
  readonly prices: Float64Array
  readonly logs: Float64Array
  /** One of what is counted; prices may say more in smaller digits. */
  readonly unit: number
}

export interface WordOptimum {
  readonly total: number
  /** Up to `most` optimal sequences, the canonical one first. */
  sequences(most: number): SymbolMove[][]
}

/** The optimum of a word of labels, −1 being unknown; undefined: not within so many numbers held. */
export type WordSearch = (word: ArrayLike<number>, cells: number) => WordOptimum | undefined

/** Columns are cut off at so much above their least, and with a wider band again where that proves nothing. */
const BANDS = [2, 6, 14, Infinity]
/** More numbers than this cannot be told apart. */
const MOST_CELLS = 2 ** 26

/**
 * Aligns words with a machine by thin columns. A word begins where its end differs from that of the word before it, so
 * words should come in the order of their ends. Undefined for a machine that thin columns cannot serve.
 *
 * A cut column proves a cost where no way of that cost can have left the band: at each position, what has passed costs at
 * least what its breaks do, and what is left is within the band of the least.
 */
export function createWordSearch(machine: Machine, { prices, logs, unit }: WordCosts): WordSearch | undefined {
  if (!isThin(machine)) return undefined
  const symbols = Array.from(logs, (log, at): ColumnSymbol => ({
    id: at,
    labels: at === 0 ? NO_LABELS : [at - 1],
    log,
  }))
  const symbolOf = (label: number): ColumnSymbol => (symbols[label + 1] ?? symbols[0]) as ColumnSymbol

  interface Level {
    readonly band: number
    readonly toGo: ThinCostToGo
    stepper: Stepper | undefined
    /** The word aligned last, from its end, and the columns before so many of its last events. */
    readonly word: number[]
    length: number
    readonly records: number[]
    readonly bases: number[]
    isFresh: boolean
  }
  const open = (level: number): Level => {
    const most = BANDS[level] as number
    const band = most === Infinity ? most : (most + 1) * unit - 1
    const toGo = createThinCostToGo(machine, prices, band)
    return { band, toGo, stepper: undefined, word: [], length: 0, records: [toGo.last], bases: [0], isFresh: true }
  }
  const fits = createFitWalk(machine)
  const levels: (Level | undefined)[] = []
  const levelAt = (at: number): Level => (levels[at] ??= open(at))

  /** Makes the columns of a word; false: there is no room. */
  const fill = (at: number, word: ArrayLike<number>, cells: number): boolean => {
    const level = levelAt(at)
    const { records, bases, toGo, word: before } = level
    const { length } = word
    const most = Math.min(length, level.length)
    let behind = 0
    while (behind < most && word[length - 1 - behind] === before[behind]) behind++
    let record = records[behind] as number
    let base = bases[behind] as number
    const wasFresh = level.isFresh
    level.isFresh = false
    level.length = length
    for (; behind < length; behind++) {
      const label = word[length - 1 - behind] as number
      before[behind] = label
      record = toGo.before(record, symbolOf(label))
      base += toGo.shift()
      records[behind + 1] = record
      bases[behind + 1] = base
      if (toGo.held() > cells) {
        // Whether there is room must not depend on the words before: they are forgotten for a second try.
        levels[at] = undefined
        return !wasFresh && fill(at, word, cells)
      }
    }
    return true
  }

  const countBreaks = createCountBreaks(machine)
  /** By position: moves beside the model that must have passed; what one of them costs at least. */
  let passed = new Int32Array(64)
  const least = [...prices.slice(1), ...logs].reduce((low, cost) => Math.min(low, cost), Infinity)
  /** Whether no way of less cost can have left the band, and this one does not. */
  const isProved = (total: number, band: number, bases: readonly number[], length: number): boolean => {
    for (let at = 0; at <= length; at++) {
      if (total > (passed[at] as number) * least + (bases[length - at] as number) + band) return false
    }
    return true
  }

  return (asked, most) => {
    const cells = Math.min(most, MOST_CELLS)
    const { length } = asked
    if (fits(asked) === true) return fitting(asked)
    const word = Int32Array.from(asked)
    if (passed.length <= length) passed = new Int32Array(2 * length + 2)
    countBreaks(word, passed)
    let at = 0
    let total = Infinity
    for (; at < BANDS.length; at++) {
      // What fits was perhaps not asked for, the walk having found too little to share.
      if (!fill(at, word, cells)) return createFitWalk(machine)(asked) === true ? fitting(asked) : undefined
      const { toGo, records, bases, band } = levelAt(at)
      total = (bases[length] as number) + toGo.total(records[length] as number)
      if (isProved(total, band, bases, length)) break
    }
    return {
      total,
      sequences(wanted) {
        if (!fill(at, word, cells)) throw new Error('there was room before')
        const level = levelAt(at)
        const { toGo } = level
        const order = Array.from({ length: length + 1 }, (_, position) => length - position)
        const records = order.map((behind) => level.records[behind] as number)
        const bases = order.map((behind) => level.bases[behind] as number)
        const own = Array.from(word, symbolOf)
        if (wanted === 1) {
          level.stepper ??= createStepper(machine, toGo, prices)
          return [level.stepper.moves(own, records, bases)]
        }
        return walkMoves(
          {
            machine,
            toGo,
            symbols: own.map(({ labels }) => ({ kind: 'act', labels })),
            records,
            bases,
            logs: own.map(({ log }) => log),
            price: (label) => prices[label + 1] as number,
            isSettled: () => false,
            partial: () => {
              throw new Error('acts have no parts')
            },
          },
          wanted,
        )
      },
    }
  }
}

const NO_LABELS: readonly LabelIndex[] = []

/** Of a word that fits there is one optimum. */
function fitting(word: ArrayLike<number>): WordOptimum {
  const labels = Int32Array.from(word)
  return {
    total: 0,
    sequences: () => [Array.from(labels, (label, symbol): SymbolMove => ({ type: 'sync', symbol, label }))],
  }
}
