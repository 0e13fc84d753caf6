import type { LabelIndex } from '../flow/effective-flow.ts'
import type { ColumnSymbol } from './cost-to-go.ts'
import { createCountBreaks } from './count-breaks.ts'
import { createFitWalk } from './fit-walk.ts'
import type { Machine } from './machine.ts'
import { type SymbolMove, syncMoves } from './search.ts'
import { stepMoves } from './step-moves.ts'
import { createThinCostToGo, type ThinCostToGo } from './thin-cost-to-go.ts'
import { createThinShape, isThin, type ThinShape } from './thin-shape.ts'
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

/**
 * The optimum of a word of labels, −1 being unknown; undefined: not within so many numbers held. The word must not be
 * changed as long as moves may be asked for.
 */
export type WordSearch = (word: ArrayLike<number>, cells: number) => WordOptimum | undefined

/** Columns are cut off at so much above their least, and again with the band that would have proved the cost. */
const BANDS = [3, 6, 10, 20, Infinity]
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
    /** The word aligned last, from its end, and the columns before so many of its last events. */
    readonly word: number[]
    length: number
    readonly records: number[]
    readonly bases: number[]
    /** How many words were aligned. */
    runs: number
  }
  let shape: ThinShape | undefined
  const bandAt = (level: number): number => {
    const most = BANDS[level] as number
    return most === Infinity ? most : (most + 1) * unit - 1
  }
  const open = (at: number, isAlone: boolean): Level => {
    shape ??= createThinShape(machine, prices)
    const band = bandAt(at)
    const toGo = createThinCostToGo(shape, band, isAlone)
    return { band, toGo, word: [], length: 0, records: [toGo.last], bases: [0], runs: 0 }
  }
  const fits = createFitWalk(machine)
  const levels: (Level | undefined)[] = []

  /** Makes the columns of a word, of which a way is known that costs no more than `most`; undefined: there is no room. */
  const fill = (
    at: number,
    word: ArrayLike<number>,
    cells: number,
    most: number,
    isAlone = false,
  ): Level | undefined => {
    const level = (levels[at] ??= open(at, isAlone))
    const { records, bases, toGo, word: before } = level
    const { length } = word
    level.runs++
    // What is over a limit of its own is of no use to the next word.
    const isLimited = toGo.isLoose() && most < Infinity
    const shared = isLimited ? 0 : Math.min(length, level.length)
    let behind = 0
    while (behind < shared && word[length - 1 - behind] === before[behind]) behind++
    toGo.rewind(behind)
    let record = records[behind] as number
    let base = bases[behind] as number
    for (; behind < length; behind++) {
      const position = length - 1 - behind
      const label = word[position] as number
      before[behind] = label
      const known = label >= 0 && label + 1 < logs.length ? label : -1
      const limit = isLimited ? most - (passed[position] as number) * least - base : Infinity
      record = toGo.before(record, known, logs[known + 1] as number, limit)
      base += toGo.shift()
      records[behind + 1] = record
      bases[behind + 1] = base
      if (toGo.charge() > cells || toGo.held() > cells) {
        // Whether there is room must not depend on the words before: they are forgotten for a second try.
        levels[at] = undefined
        return isAlone ? undefined : fill(at, word, cells, most, true)
      }
    }
    level.length = isLimited ? 0 : length
    // What was opened for one word shares nothing.
    if (isAlone) levels[at] = undefined
    return level
  }

  const countBreaks = createCountBreaks(machine)
  /** By position: moves beside the model that must have passed; what one of them costs at least. */
  let passed = new Int32Array(64)
  const least = [...prices.slice(1), ...logs].reduce((low, cost) => Math.min(low, cost), Infinity)
  /** The band that a way of no more cost cannot have left. */
  const bandFor = (total: number, bases: readonly number[], length: number): number => {
    let band = 0
    for (let at = 0; at <= length; at++) {
      const left = total - (passed[at] as number) * least - (bases[length - at] as number)
      if (left > band) band = left
    }
    return band
  }

  return (asked, most) => {
    const cells = Math.min(most, MOST_CELLS)
    const { length } = asked
    if (fits(asked) === true) return fitting(asked)
    const word = new Int32Array(asked)
    if (passed.length <= length) passed = new Int32Array(2 * length + 2)
    countBreaks(word, passed)
    let at = 0
    let total = Infinity
    let level: Level | undefined
    for (;;) {
      level = fill(at, word, cells, total)
      // What fits was perhaps not asked for, there being too many runs to tell apart.
      if (level === undefined) return createFitWalk(machine)(asked) === true ? fitting(asked) : undefined
      const { toGo, records, bases, band } = level
      total = (bases[length] as number) + toGo.total(records[length] as number)
      const needed = bandFor(total, bases, length)
      if (needed <= band) break
      while (bandAt(at) < needed) at++
    }
    const found = level
    const { runs } = found
    return {
      total,
      sequences(wanted) {
        let level: Level | undefined = found
        if (found.runs !== runs) {
          countBreaks(word, passed)
          level = fill(at, word, cells, total)
          if (level === undefined) throw new Error('there was room before')
        }
        const { toGo, records, bases } = level
        const order = Array.from({ length: length + 1 }, (_, position) => length - position)
        const recordsAt = order.map((behind) => records[behind] as number)
        const basesAt = order.map((behind) => bases[behind] as number)
        const own = Array.from(word, symbolOf)
        if (wanted === 1) {
          return [stepMoves({ machine, toGo, prices, symbols: own, records: recordsAt, bases: basesAt })]
        }
        return walkMoves(
          {
            machine,
            toGo,
            symbols: own.map(({ labels }) => ({ kind: 'act', labels })),
            records: recordsAt,
            bases: basesAt,
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

/** Of a word that fits there is one optimum; the word is read when the moves are asked for. */
function fitting(word: ArrayLike<number>): WordOptimum {
  return {
    total: 0,
    sequences: () => [syncMoves(word)],
  }
}
