import type { LabelIndex } from '../flow/effective-flow.ts'
import type { ColumnSymbol, Point } from './cost-to-go.ts'
import { type Machine, START } from './machine.ts'
import { PairTable } from './pair-table.ts'
import { createSilentDistances } from './silent-distances.ts'
import {
  ALL_THREADS,
  BEGIN,
  BEGUN,
  childFor,
  COUNT,
  ENTRIES,
  hashOf,
  isBefore,
  isInOrder,
  isRepeated,
  OWN,
  OWNER,
  RECORDS,
  type ThinFork,
  type ThinUnit,
} from './thin-column.ts'

/** Columns of costs-to-go that name only what has to be named. A record is a column, by number; costs are relative. */
export interface ThinCostToGo {
  /** The record behind all events. */
  readonly last: number
  /** The record before an act, given the one behind it. */
  before(record: number, symbol: ColumnSymbol): number
  /** What the costs of the record made last have risen by. */
  shift(): number
  /** The least cost from the beginning of the machine. */
  total(record: number): number
  /** The least cost from a point. */
  cost(point: Point, record: number): number
  /** How many numbers are held. */
  held(): number
}

/**
 * Costs-to-go as `createCostToGo` finds them, in columns that hold little: an entry says what is left if the next event
 * that is not left out is that of a leaf; a thread says the same of a concurrent part that goes on, by a column for each
 * child. What a point costs is the least over entries and threads of the way there by model moves and what they hold.
 *
 * An entry is left out where passing its leaf by costs no more; a thread, where another one (or leaving the part here)
 * undercuts it from every point within; both, where they cost over `band` more than the least of the column. So costs up
 * to `band` are exact, higher ones may come out too high, never too low. Columns do not depend on the trace in which they
 * are met, so all traces share them.
 */
export function createThinCostToGo(root: Machine, prices: Float64Array, band: number): ThinCostToGo {
  const labels = prices.length - 1
  const units: ThinUnit[] = []
  let pool = new Float64Array(1 << 10)
  let top = 0
  let shift = 0

  const createUnit = (machine: Machine): ThinUnit => {
    const forks = machine.forks.map(({ children, childOf }): ThinFork => {
      const byLabel = new Int32Array(labels).fill(-1)
      for (const [label, child] of childOf) byLabel[label] = child
      return { children: children.map(createUnit), childOf: byLabel, stride: RECORDS + children.length }
    })
    const leaves = machine.leaves.length
    const targets = 1 + leaves + forks.length
    const skips = new Float64Array(targets)
    skips[0] = Infinity
    for (let leaf = 0; leaf < leaves; leaf++)
      skips[1 + leaf] = prices[(machine.leaves[leaf] as LabelIndex) + 1] as number
    const leavesOf: number[][] = []
    machine.leaves.forEach((label, leaf) => void (leavesOf[label] ??= []).push(leaf))
    const forksOf: number[][] = []
    forks.forEach(({ children }, fork) => {
      let all = 0
      for (const child of children) all += begin(child, child.fresh)
      skips[1 + leaves + fork] = all
    })
    machine.forks.forEach(({ childOf }, fork) => {
      for (const label of childOf.keys()) (forksOf[label] ??= []).push(fork)
    })
    const unit: ThinUnit = {
      id: units.length,
      machine,
      leaves,
      skips,
      rowOf: createSilentDistances(machine, skips),
      leavesOf,
      forksOf,
      forks,
      target: new Int32Array(1 + leaves),
      cost: new Float64Array(1 + leaves),
      threads: new Float64Array(32),
      fresh: 0,
    }
    units.push(unit)
    unit.target[0] = 0
    unit.cost[0] = 0
    unit.fresh = intern(unit, 1, 0)
    return unit
  }

  // Records by content: an open table of where they stand in the pool.
  let table = new Int32Array(1 << 8).fill(-1)
  let interned = 0
  const sizeOf = (at: number): number => ENTRIES + 2 * (pool[at + COUNT] as number) + (pool[at + ALL_THREADS] as number)

  const growTable = (): void => {
    table = new Int32Array(table.length * 4).fill(-1)
    for (let at = 0, size = 0; at < top; at += size) {
      size = sizeOf(at)
      let slot = hashOf(pool, at, size) & (table.length - 1)
      while ((table[slot] as number) >= 0) slot = (slot + 1) & (table.length - 1)
      table[slot] = at
    }
  }

  /** The number of the column that stands in the unit's arrays. */
  const intern = ({ id, target, cost, threads }: ThinUnit, count: number, cells: number): number => {
    const size = ENTRIES + 2 * count + cells
    if (top + size > pool.length) {
      const larger = new Float64Array(Math.max(top + size, pool.length * 2))
      larger.set(pool)
      pool = larger
    }
    if (interned * 2 > table.length) growTable()
    // It is written where it would stand, and stays there if it is new.
    const a = pool
    a[top + OWNER] = id
    a[top + COUNT] = count
    a[top + ALL_THREADS] = cells
    a[top + BEGIN] = -1
    let to = top + ENTRIES
    for (let at = 0; at < count; at++) {
      a[to++] = target[at] as number
      a[to++] = cost[at] as number
    }
    for (let cell = 0; cell < cells; cell++) a[to++] = threads[cell] as number
    let slot = hashOf(a, top, size) & (table.length - 1)
    for (let at = table[slot] as number; at >= 0; at = table[slot] as number) {
      if (a[at] === id && a[at + COUNT] === count && a[at + ALL_THREADS] === cells) {
        let cell = ENTRIES
        while (cell < size && a[at + cell] === a[top + cell]) cell++
        if (cell === size) return at
      }
      slot = (slot + 1) & (table.length - 1)
    }
    table[slot] = top
    interned++
    top += size
    return top - size
  }

  /** What comes before a record and a symbol, and by how much costs rise. */
  const memos = new PairTable(MOST_SYMBOLS)
  const before = (unit: ThinUnit, old: number, symbol: ColumnSymbol): number => {
    const known = memos.find(old, symbol.id)
    if (known >= 0) {
      shift = memos.otherAt(known)
      return memos.valueAt(known)
    }
    const record = makeBefore(unit, old, symbol)
    memos.set(old, symbol.id, record, shift)
    return record
  }

  /** What is left from behind a source, by what a record holds. */
  const left = ({ leaves, rowOf }: ThinUnit, source: number, record: number): number => {
    const row = rowOf(source)
    const a = pool
    const threads = record + ENTRIES + 2 * (a[record + COUNT] as number)
    let least = Infinity
    for (let at = record + ENTRIES; at < threads; at += 2) {
      const cost = (row[a[at] as number] as number) + (a[at + 1] as number)
      if (cost < least) least = cost
    }
    const end = threads + (a[record + ALL_THREADS] as number)
    if (end > threads) {
      const { forks } = units[a[record] as number] as ThinUnit
      for (let at = threads; at < end; at += (forks[a[at] as number] as ThinFork).stride) {
        const cost = (row[1 + leaves + (a[at] as number)] as number) + (a[at + BEGUN] as number)
        if (cost < least) least = cost
      }
    }
    return least
  }

  const begin = (unit: ThinUnit, record: number): number => {
    const known = pool[record + BEGIN] as number
    return known >= 0 ? known : (pool[record + BEGIN] = left(unit, 0, record))
  }

  /** The same by what stands in the unit's arrays. */
  const leftHere = (
    { leaves, rowOf, target, cost, threads, forks }: ThinUnit,
    source: number,
    count: number,
    cells: number,
  ): number => {
    const row = rowOf(source)
    let least = Infinity
    for (let at = 0; at < count; at++) {
      const sum = (row[target[at] as number] as number) + (cost[at] as number)
      if (sum < least) least = sum
    }
    for (let at = 0; at < cells; at += (forks[threads[at] as number] as ThinFork).stride) {
      const sum = (row[1 + leaves + (threads[at] as number)] as number) + (threads[at + BEGUN] as number)
      if (sum < least) least = sum
    }
    return least
  }

  const makeBefore = (unit: ThinUnit, old: number, symbol: ColumnSymbol): number => {
    const { target, cost, leavesOf, forksOf, forks, leaves, skips } = unit
    const { labels: own, log } = symbol
    const entries = pool[old + COUNT] as number
    let count = entries
    let least = Infinity
    for (let at = 0, cell = old + ENTRIES; at < count; at++) {
      target[at] = pool[cell++] as number
      const value = (pool[cell++] as number) + log
      cost[at] = value
      if (value < least) least = value
    }
    for (let index = 0; index < own.length; index++) {
      const ofLabel = leavesOf[own[index] as number]
      if (ofLabel === undefined) continue
      for (let place = 0; place < ofLabel.length; place++) {
        const to = 1 + (ofLabel[place] as number)
        const value = left(unit, to, old)
        if (value > least + band) continue
        if (value < least) least = value
        // In the order of targets.
        let at = count
        while (at > 0 && (target[at - 1] as number) >= to) at--
        if (at < count && target[at] === to) {
          if (value < (cost[at] as number)) cost[at] = value
          continue
        }
        for (let moved = count++; moved > at; moved--) {
          target[moved] = target[moved - 1] as number
          cost[moved] = cost[moved - 1] as number
        }
        target[at] = to
        cost[at] = value
      }
    }
    let cells = 0
    let lines = 0
    const from = old + ENTRIES + 2 * entries
    const end = from + (pool[old + ALL_THREADS] as number)
    for (let at = from, stride = 0; at < end; at += stride) {
      const fork = forks[pool[at] as number] as ThinFork
      stride = fork.stride
      let value = pool[at + OWN] as number
      let begun = pool[at + BEGUN] as number
      const child = childFor(fork, own)
      let next = -1
      if (child < 0) {
        value += log
        begun += log
      } else {
        const part = fork.children[child] as ThinUnit
        const record = pool[at + RECORDS + child] as number
        next = before(part, record, symbol)
        value += shift
        begun += shift + begin(part, next) - begin(part, record)
      }
      if (value > least + band) continue
      if (value < least) least = value
      if (cells + stride > unit.threads.length) grow(unit, cells + stride)
      const { threads } = unit
      threads[cells] = pool[at] as number
      threads[cells + OWN] = value
      threads[cells + BEGUN] = begun
      for (let cell = RECORDS; cell < stride; cell++) threads[cells + cell] = pool[at + cell] as number
      if (child >= 0) threads[cells + RECORDS + child] = next
      cells += stride
      lines++
    }
    for (let index = 0; index < own.length; index++) {
      const ofLabel = forksOf[own[index] as number]
      if (ofLabel === undefined) continue
      for (let place = 0; place < ofLabel.length; place++) {
        const number = ofLabel[place] as number
        const { children, childOf, stride } = forks[number] as ThinFork
        if (isRepeated(childOf, own, index)) continue
        const child = childOf[own[index] as number] as number
        let value = left(unit, 1 + leaves + number, old)
        if (value > least + band) continue
        const part = children[child] as ThinUnit
        const next = before(part, part.fresh, symbol)
        value += shift
        if (value > least + band) continue
        if (value < least) least = value
        if (cells + stride > unit.threads.length) grow(unit, cells + stride)
        const { threads } = unit
        for (let other = 0; other < children.length; other++) {
          threads[cells + RECORDS + other] = (children[other] as ThinUnit).fresh
        }
        threads[cells + RECORDS + child] = next
        threads[cells] = number
        threads[cells + OWN] = value
        threads[cells + BEGUN] =
          value + (skips[1 + leaves + number] as number) - begin(part, part.fresh) + begin(part, next)
        cells += stride
        lines++
      }
    }
    // What is over the band goes; so does an entry whose leaf may as well be passed by.
    const most = least + band
    let kept = 0
    for (let at = 0; at < count; at++) {
      const value = cost[at] as number
      if (value > most) continue
      const to = target[at] as number
      if (to > 0 && value >= (skips[to] as number) + leftHere(unit, to, count, cells)) continue
      mark[kept++] = at
    }
    if (lines > 0) cells = prune(unit, count, cells, lines, most)
    for (let at = 0; at < kept; at++) {
      target[at] = target[mark[at] as number] as number
      cost[at] = (cost[mark[at] as number] as number) - least
    }
    const { threads } = unit
    for (let at = 0; at < cells; at += (forks[threads[at] as number] as ThinFork).stride) {
      threads[at + OWN] = (threads[at + OWN] as number) - least
      threads[at + BEGUN] = (threads[at + BEGUN] as number) - least
    }
    const record = intern(unit, kept, cells)
    shift = least
    return record
  }
  let mark = new Int32Array(64)

  const grow = (unit: ThinUnit, cells: number): void => {
    const larger = new Float64Array(2 * cells)
    larger.set(unit.threads)
    unit.threads = larger
  }

  /** Sorts the threads, and drops those over the band and those that another one, or leaving the fork here, undercuts. */
  const prune = (unit: ThinUnit, count: number, cells: number, lines: number, most: number): number => {
    const { forks, threads, leaves, skips } = unit
    if (lines > starts.length) starts = new Int32Array(2 * lines)
    let line = 0
    for (let at = 0; at < cells; at += (forks[threads[at] as number] as ThinFork).stride) {
      // Those over the band last, where nothing looks at them.
      if ((threads[at + OWN] as number) > most) continue
      let to = line++
      while (
        to > 0 &&
        isBefore(threads, at, starts[to - 1] as number, (forks[threads[at] as number] as ThinFork).stride)
      ) {
        starts[to] = starts[to - 1] as number
        to--
      }
      starts[to] = at
    }
    let left = 0
    for (let at = 0; at < line; at++) {
      const thread = starts[at] as number
      const number = threads[thread] as number
      const { children } = forks[number] as ThinFork
      const target = 1 + leaves + number
      const begun = threads[thread + BEGUN] as number
      let isKept = true
      // Those before it that were kept, and all behind it; of two that are equal the first is kept.
      for (let other = 0; other < line && isKept; other++) {
        if (other === at) continue
        const rival = starts[other] as number
        if (rival < 0 || threads[rival] !== number || (threads[rival + BEGUN] as number) > begun) continue
        if (!isUndercut(children, threads, thread, rival)) continue
        isKept = other > at && isUndercut(children, threads, rival, thread)
      }
      if (isKept) {
        const leaving = leftHere(unit, target, count, cells)
        if (leaving + (skips[target] as number) <= begun) {
          let excess = leaving - (threads[thread + OWN] as number)
          for (let child = 0; child < children.length && excess <= 0; child++) {
            const part = children[child] as ThinUnit
            excess += excessOf(part, part.fresh, threads[thread + RECORDS + child] as number)
          }
          isKept = excess > 0
        }
      }
      if (!isKept) starts[at] = -1
      else left++
    }
    if (left === lines && isInOrder(starts, line)) return cells
    if (cells > spare.length) spare = new Float64Array(2 * cells)
    spare.set(threads.subarray(0, cells))
    let to = 0
    for (let at = 0; at < line; at++) {
      const thread = starts[at] as number
      if (thread < 0) continue
      const { stride } = forks[spare[thread] as number] as ThinFork
      for (let cell = 0; cell < stride; cell++) threads[to++] = spare[thread + cell] as number
    }
    return to
  }
  let starts = new Int32Array(16)
  let spare = new Float64Array(64)

  const isUndercut = (children: readonly ThinUnit[], threads: Float64Array, thread: number, rival: number): boolean => {
    let excess = (threads[rival + OWN] as number) - (threads[thread + OWN] as number)
    for (let child = 0; child < children.length; child++) {
      const own = threads[thread + RECORDS + child] as number
      const its = threads[rival + RECORDS + child] as number
      if (own !== its) excess += excessOf(children[child] as ThinUnit, its, own)
      if (excess === Infinity) return false
    }
    return excess <= 0
  }

  const excesses = new PairTable(MOST_CELLS)
  const excessOf = (unit: ThinUnit, one: number, other: number): number => {
    if (one === other) return 0
    const known = excesses.find(one, other)
    if (known >= 0) return excesses.valueAt(known)
    const excess = findExcess(unit, one, other)
    excesses.set(one, other, excess, 0)
    return excess
  }

  /** How much more the one record costs than the other, at most over all points. */
  const findExcess = (unit: ThinUnit, one: number, other: number): number => {
    const { skips, forks, leaves } = unit
    let most = -Infinity
    const entries = pool[other + COUNT] as number
    for (let at = 0, cell = other + ENTRIES; at < entries; at++, cell += 2) {
      const target = pool[cell] as number
      let cost = target === 0 ? Infinity : (skips[target] as number) + left(unit, target, one)
      const own = entryOf(one, target)
      if (own < cost) cost = own
      const more = cost - (pool[cell + 1] as number)
      if (more > most) most = more
    }
    const threads = other + ENTRIES + 2 * entries
    const end = threads + (pool[other + ALL_THREADS] as number)
    for (let at = threads; at < end && most < Infinity;) {
      const number = pool[at] as number
      const { children, stride } = forks[number] as ThinFork
      let more = left(unit, 1 + leaves + number, one) - (pool[at + OWN] as number)
      for (let child = 0; child < children.length; child++) {
        const part = children[child] as ThinUnit
        more += excessOf(part, part.fresh, pool[at + RECORDS + child] as number)
      }
      const rivals = one + ENTRIES + 2 * (pool[one + COUNT] as number)
      const last = rivals + (pool[one + ALL_THREADS] as number)
      for (let rival = rivals; rival < last && more > most;) {
        const itsNumber = pool[rival] as number
        const itsStride = (forks[itsNumber] as ThinFork).stride
        if (itsNumber === number) {
          let excess = (pool[rival + OWN] as number) - (pool[at + OWN] as number)
          for (let child = 0; child < children.length; child++) {
            const part = children[child] as ThinUnit
            excess += excessOf(part, pool[rival + RECORDS + child] as number, pool[at + RECORDS + child] as number)
          }
          if (excess < more) more = excess
        }
        rival += itsStride
      }
      if (more > most) most = more
      at += stride
    }
    return most
  }

  const entryOf = (record: number, target: number): number => {
    const end = record + ENTRIES + 2 * (pool[record + COUNT] as number)
    for (let at = record + ENTRIES; at < end; at += 2) if (pool[at] === target) return pool[at + 1] as number
    return Infinity
  }

  const cost = (unit: ThinUnit, { source, fork, parts }: Point, record: number): number => {
    if (fork < 0) return left(unit, source === START ? 0 : 1 + source, record)
    const { children } = unit.forks[fork] as ThinFork
    let least = left(unit, 1 + unit.leaves + fork, record)
    for (let child = 0; child < children.length; child++) {
      const part = children[child] as ThinUnit
      least += cost(part, parts[child] as Point, part.fresh)
    }
    const threads = record + ENTRIES + 2 * (pool[record + COUNT] as number)
    const end = threads + (pool[record + ALL_THREADS] as number)
    for (let at = threads; at < end; at += (unit.forks[pool[at] as number] as ThinFork).stride) {
      if (pool[at] !== fork) continue
      let sum = pool[at + OWN] as number
      for (let child = 0; child < children.length; child++) {
        sum += cost(children[child] as ThinUnit, parts[child] as Point, pool[at + RECORDS + child] as number)
      }
      if (sum < least) least = sum
    }
    return least
  }

  const whole = createUnit(root)
  mark = new Int32Array(units.reduce((most, { leaves }) => Math.max(most, leaves + 1), 1))
  return {
    last: whole.fresh,
    before: (record, symbol) => before(whole, record, symbol),
    shift: () => shift,
    total: (record) => begin(whole, record),
    cost: (point, record) => cost(whole, point, record),
    // Tables are at least a quarter full: what a memo or a pair takes, in numbers.
    held: () => top + 12 * (memos.count + excesses.count),
  }
}

/** Above all numbers of symbols. */
const MOST_SYMBOLS = 2 ** 21
/** Above all numbers of records. */
const MOST_CELLS = 2 ** 26
