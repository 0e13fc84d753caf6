import type { LabelIndex } from '../flow/effective-flow.ts'
import type { ColumnSymbol, Point } from './cost-to-go.ts'
import { type Machine, START } from './machine.ts'
import { createSilentDistances, type SilentDistances } from './silent-distances.ts'

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

/** Machines of more targets than this are left to dense columns: distances are kept for each pair that is asked for. */
const MOST_TARGETS = 600

/** Cells of a record: whose it is, how many entries, how many cells of threads; then the entries, then the threads. */
const OWNER = 0
const COUNT = 1
const ALL_THREADS = 2
/** What is left from the beginning; −1: not asked for so far. No part of what tells records apart. */
const BEGIN = 3
const ENTRIES = 4
/** Cells of a thread: its fork, the cost within, that from the fork's beginning; then a record for each child. */
const OWN = 1
const BEGUN = 2
const RECORDS = 3

interface Unit {
  readonly id: number
  readonly machine: Machine
  readonly leaves: number
  /** By target: what passing it by costs. */
  readonly skips: Float64Array
  readonly rowOf: SilentDistances
  readonly leavesOf: readonly (readonly number[] | undefined)[]
  readonly forksOf: readonly (readonly number[] | undefined)[]
  readonly forks: readonly ForkUnit[]
  /** The column that is being made: targets of its entries and their costs, then its threads. */
  readonly target: Int32Array
  readonly cost: Float64Array
  threads: Float64Array
  fresh: number
}

interface ForkUnit {
  readonly children: readonly Unit[]
  /** By label, −1: no child has it. */
  readonly childOf: Int32Array
  readonly stride: number
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
  const units: Unit[] = []
  let pool = new Float64Array(1 << 10)
  let top = 0
  let shift = 0

  const createUnit = (machine: Machine): Unit => {
    const forks = machine.forks.map(({ children, childOf }): ForkUnit => {
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
    const unit: Unit = {
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
  const intern = ({ id, target, cost, threads }: Unit, count: number, cells: number): number => {
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

  // What comes before a record and a symbol: an open table.
  let memoKey = new Float64Array(1 << 8).fill(-1)
  let memoTo = new Int32Array(1 << 8)
  let memoShift = new Float64Array(1 << 8)
  let memos = 0
  const slotOf = (record: number, symbol: number): number => {
    const mixed = Math.imul(record + 1, 0x9e3779b1) ^ Math.imul(symbol + 7, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & (memoKey.length - 1)
  }
  const growMemo = (): void => {
    const [keys, tos, shifts] = [memoKey, memoTo, memoShift]
    memoKey = new Float64Array(keys.length * 4).fill(-1)
    memoTo = new Int32Array(memoKey.length)
    memoShift = new Float64Array(memoKey.length)
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number
      if (key < 0) continue
      let slot = slotOf(Math.floor(key / MOST_SYMBOLS), key % MOST_SYMBOLS)
      while ((memoKey[slot] as number) >= 0) slot = (slot + 1) & (memoKey.length - 1)
      memoKey[slot] = key
      memoTo[slot] = tos[at] as number
      memoShift[slot] = shifts[at] as number
    }
  }

  const before = (unit: Unit, old: number, symbol: ColumnSymbol): number => {
    const key = old * MOST_SYMBOLS + symbol.id
    let slot = slotOf(old, symbol.id)
    for (let known = memoKey[slot] as number; known >= 0; known = memoKey[slot] as number) {
      if (known === key) {
        shift = memoShift[slot] as number
        return memoTo[slot] as number
      }
      slot = (slot + 1) & (memoKey.length - 1)
    }
    const record = makeBefore(unit, old, symbol)
    if (++memos * 2 > memoKey.length) growMemo()
    // Making it may have filled other slots.
    slot = slotOf(old, symbol.id)
    while ((memoKey[slot] as number) >= 0) slot = (slot + 1) & (memoKey.length - 1)
    memoKey[slot] = key
    memoTo[slot] = record
    memoShift[slot] = shift
    return record
  }

  /** What is left from behind a source, by what a record holds. */
  const left = ({ leaves, rowOf }: Unit, source: number, record: number): number => {
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
      const { forks } = units[a[record] as number] as Unit
      for (let at = threads; at < end; at += (forks[a[at] as number] as ForkUnit).stride) {
        const cost = (row[1 + leaves + (a[at] as number)] as number) + (a[at + BEGUN] as number)
        if (cost < least) least = cost
      }
    }
    return least
  }

  const begin = (unit: Unit, record: number): number => {
    const known = pool[record + BEGIN] as number
    return known >= 0 ? known : (pool[record + BEGIN] = left(unit, 0, record))
  }

  /** The same by what stands in the unit's arrays. */
  const leftHere = (
    { leaves, rowOf, target, cost, threads, forks }: Unit,
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
    for (let at = 0; at < cells; at += (forks[threads[at] as number] as ForkUnit).stride) {
      const sum = (row[1 + leaves + (threads[at] as number)] as number) + (threads[at + BEGUN] as number)
      if (sum < least) least = sum
    }
    return least
  }

  const makeBefore = (unit: Unit, old: number, symbol: ColumnSymbol): number => {
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
      const fork = forks[pool[at] as number] as ForkUnit
      stride = fork.stride
      let value = pool[at + OWN] as number
      let begun = pool[at + BEGUN] as number
      const child = childFor(fork, own)
      let next = -1
      if (child < 0) {
        value += log
        begun += log
      } else {
        const part = fork.children[child] as Unit
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
        const { children, childOf, stride } = forks[number] as ForkUnit
        if (isRepeated(childOf, own, index)) continue
        const child = childOf[own[index] as number] as number
        let value = left(unit, 1 + leaves + number, old)
        if (value > least + band) continue
        const part = children[child] as Unit
        const next = before(part, part.fresh, symbol)
        value += shift
        if (value > least + band) continue
        if (value < least) least = value
        if (cells + stride > unit.threads.length) grow(unit, cells + stride)
        const { threads } = unit
        for (let other = 0; other < children.length; other++) {
          threads[cells + RECORDS + other] = (children[other] as Unit).fresh
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
    for (let at = 0; at < cells; at += (forks[threads[at] as number] as ForkUnit).stride) {
      threads[at + OWN] = (threads[at + OWN] as number) - least
      threads[at + BEGUN] = (threads[at + BEGUN] as number) - least
    }
    const record = intern(unit, kept, cells)
    shift = least
    return record
  }
  let mark = new Int32Array(64)

  const grow = (unit: Unit, cells: number): void => {
    const larger = new Float64Array(2 * cells)
    larger.set(unit.threads)
    unit.threads = larger
  }

  /** Sorts the threads, and drops those over the band and those that another one, or leaving the fork here, undercuts. */
  const prune = (unit: Unit, count: number, cells: number, lines: number, most: number): number => {
    const { forks, threads, leaves, skips } = unit
    if (lines > starts.length) starts = new Int32Array(2 * lines)
    let line = 0
    for (let at = 0; at < cells; at += (forks[threads[at] as number] as ForkUnit).stride) {
      // Those over the band last, where nothing looks at them.
      if ((threads[at + OWN] as number) > most) continue
      let to = line++
      while (
        to > 0 &&
        isBefore(threads, at, starts[to - 1] as number, (forks[threads[at] as number] as ForkUnit).stride)
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
      const { children } = forks[number] as ForkUnit
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
            const part = children[child] as Unit
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
      const { stride } = forks[spare[thread] as number] as ForkUnit
      for (let cell = 0; cell < stride; cell++) threads[to++] = spare[thread + cell] as number
    }
    return to
  }
  let starts = new Int32Array(16)
  let spare = new Float64Array(64)

  const isUndercut = (children: readonly Unit[], threads: Float64Array, thread: number, rival: number): boolean => {
    let excess = (threads[rival + OWN] as number) - (threads[thread + OWN] as number)
    for (let child = 0; child < children.length; child++) {
      const own = threads[thread + RECORDS + child] as number
      const its = threads[rival + RECORDS + child] as number
      if (own !== its) excess += excessOf(children[child] as Unit, its, own)
      if (excess === Infinity) return false
    }
    return excess <= 0
  }

  // How much more one record costs than another: an open table.
  let pairs = new Float64Array(1 << 8).fill(-1)
  let excesses = new Float64Array(1 << 8)
  let pairCount = 0
  const pairSlot = (one: number, other: number): number => {
    const mixed = Math.imul(one + 1, 0x9e3779b1) ^ Math.imul(other + 1, 0x85ebca6b)
    return (mixed ^ (mixed >>> 15)) & (pairs.length - 1)
  }
  const excessOf = (unit: Unit, one: number, other: number): number => {
    if (one === other) return 0
    const key = one * MOST_CELLS + other
    let slot = pairSlot(one, other)
    for (let known = pairs[slot] as number; known >= 0; known = pairs[slot] as number) {
      if (known === key) return excesses[slot] as number
      slot = (slot + 1) & (pairs.length - 1)
    }
    const excess = findExcess(unit, one, other)
    if (++pairCount * 2 > pairs.length) {
      const [keys, values] = [pairs, excesses]
      pairs = new Float64Array(keys.length * 4).fill(-1)
      excesses = new Float64Array(pairs.length)
      for (let at = 0; at < keys.length; at++) {
        const known = keys[at] as number
        if (known < 0) continue
        slot = pairSlot(Math.floor(known / MOST_CELLS), known % MOST_CELLS)
        while ((pairs[slot] as number) >= 0) slot = (slot + 1) & (pairs.length - 1)
        pairs[slot] = known
        excesses[slot] = values[at] as number
      }
    }
    slot = pairSlot(one, other)
    while ((pairs[slot] as number) >= 0) slot = (slot + 1) & (pairs.length - 1)
    pairs[slot] = key
    excesses[slot] = excess
    return excess
  }

  /** How much more the one record costs than the other, at most over all points. */
  const findExcess = (unit: Unit, one: number, other: number): number => {
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
      const { children, stride } = forks[number] as ForkUnit
      let more = left(unit, 1 + leaves + number, one) - (pool[at + OWN] as number)
      for (let child = 0; child < children.length; child++) {
        const part = children[child] as Unit
        more += excessOf(part, part.fresh, pool[at + RECORDS + child] as number)
      }
      const rivals = one + ENTRIES + 2 * (pool[one + COUNT] as number)
      const last = rivals + (pool[one + ALL_THREADS] as number)
      for (let rival = rivals; rival < last && more > most;) {
        const itsNumber = pool[rival] as number
        const itsStride = (forks[itsNumber] as ForkUnit).stride
        if (itsNumber === number) {
          let excess = (pool[rival + OWN] as number) - (pool[at + OWN] as number)
          for (let child = 0; child < children.length; child++) {
            const part = children[child] as Unit
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

  const cost = (unit: Unit, { source, fork, parts }: Point, record: number): number => {
    if (fork < 0) return left(unit, source === START ? 0 : 1 + source, record)
    const { children } = unit.forks[fork] as ForkUnit
    let least = left(unit, 1 + unit.leaves + fork, record)
    for (let child = 0; child < children.length; child++) {
      const part = children[child] as Unit
      least += cost(part, parts[child] as Point, part.fresh)
    }
    const threads = record + ENTRIES + 2 * (pool[record + COUNT] as number)
    const end = threads + (pool[record + ALL_THREADS] as number)
    for (let at = threads; at < end; at += (unit.forks[pool[at] as number] as ForkUnit).stride) {
      if (pool[at] !== fork) continue
      let sum = pool[at + OWN] as number
      for (let child = 0; child < children.length; child++) {
        sum += cost(children[child] as Unit, parts[child] as Point, pool[at + RECORDS + child] as number)
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
    held: () => top + 8 * memos + 4 * pairCount,
  }
}

/** Above all numbers of symbols. */
const MOST_SYMBOLS = 2 ** 21
/** Above all numbers of records. */
const MOST_CELLS = 2 ** 26

/** Whether thin columns can serve a machine: it has no interrupts, no blocks `some`, and not too many leaves. */
export function isThin({ leaves, regions, forks }: Machine): boolean {
  return (
    regions.size === 0 &&
    1 + leaves.length + forks.length <= MOST_TARGETS &&
    leaves.every((label) => label >= 0) &&
    forks.every(({ children, some }) => !some && children.every(isThin))
  )
}

function childFor({ childOf }: ForkUnit, labels: readonly LabelIndex[]): number {
  for (let index = 0; index < labels.length; index++) {
    const child = childOf[labels[index] as number] as number
    if (child >= 0) return child
  }
  return -1
}

function isRepeated(childOf: Int32Array, labels: readonly LabelIndex[], index: number): boolean {
  for (let other = 0; other < index; other++) if ((childOf[labels[other] as number] as number) >= 0) return true
  return false
}

/** By fork, then by records, then by cost. */
function isBefore(threads: Float64Array, one: number, other: number, stride: number): boolean {
  const fork = (threads[one] as number) - (threads[other] as number)
  if (fork !== 0) return fork < 0
  for (let cell = RECORDS; cell < stride; cell++) {
    const order = (threads[one + cell] as number) - (threads[other + cell] as number)
    if (order !== 0) return order < 0
  }
  return (threads[one + OWN] as number) < (threads[other + OWN] as number)
}

function isInOrder(starts: Int32Array, count: number): boolean {
  for (let at = 1; at < count; at++) if ((starts[at] as number) < (starts[at - 1] as number)) return false
  return true
}

function hashOf(cells: Float64Array, from: number, size: number): number {
  let hash = Math.imul((cells[from + OWNER] as number) + 1, 0x85ebca6b) ^ size
  for (let cell = from + ENTRIES, end = from + size; cell < end; cell++) {
    hash = Math.imul(hash ^ ((cells[cell] as number) | 0), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}
