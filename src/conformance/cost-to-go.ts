import type { LabelIndex } from '../flow/effective-flow.ts'
import { AGAIN, COPY, FORK, LEAF, LEAST, LOWER, type Machine, NEVER, START, UNTIL } from './machine.ts'

/** An event as the programme sees it; equal symbols have equal numbers, from 0. */
export interface ColumnSymbol {
  readonly id: number
  readonly labels: readonly LabelIndex[]
  /** What leaving it out costs. */
  readonly log: number
}

/** A point of a run of a machine: behind a leaf (or at the beginning), or within a fork, a point of each child. */
export interface Point {
  /** A leaf, or `START`; of no meaning within a fork. */
  readonly source: number
  /** The fork, or −1. */
  readonly fork: number
  readonly parts: readonly Point[]
}

/**
 * The costs-to-go of traces, column by column from the end of a trace to its beginning. A column is a record, by number,
 * whose costs are relative: `shift` says how much more they are than those of the record before.
 */
export interface CostToGo {
  /** The record behind all events. `free`: a run may stop anywhere; else it has to be complete. */
  last(free: boolean): number
  /**
   * The record before a symbol, given the one behind it. An act has to have all its labels of a fork in one child; of an
   * utterance each child takes its own. Costs above `bound`, relative to the record behind, may come out too high, never
   * too low; from one column to the next only what the costs have risen by is taken off it. `DEAD`: all are above.
   */
  before(record: number, symbol: ColumnSymbol, bound: number): number
  /** What the costs of the record made last have risen by. */
  shift(): number
  /** The least cost from the beginning of the machine. */
  total(record: number): number
  /** The least cost from a point. */
  cost(point: Point, record: number): number
  /**
   * Prices of model moves from now on, by label + 1; that at 0 is 0. Equal prices have equal numbers; the first are 0.
   * From one column to the one before it nothing may become cheaper.
   */
  setPrices(prices: Float64Array, id: number): void
  /** How many numbers are held. */
  held(): number
  /** Forgets all records. */
  clear(): void
}

/** Cells of a record: whose it is, the beginning, the end, then each leaf's before and behind, then the forks. */
const OWNER = 0
const BEGIN = 1
const END = 2
const LEAVES = 3
/** Cells of a fork: the cost behind it; what is to be added to its threads; where they are listed. */
const SHIFT = 1
const LIST = 2
const FORK_CELLS = 3
/** Cells of a list: whose it is, how many threads, their least total, the most of their own; then the threads. */
const COUNT = 1
const LEAST_TOTAL = 2
const MOST_OWN = 3
const THREADS = 4
/**
 * Cells of a thread: its own cost, which is the least from any point, since the least in each record is 0; that from the
 * beginnings of its children; the child that is forced, or −1; then a record for each child.
 */
const TOTAL = 1
const FORCED = 2
const RECORDS = 3

/** Stands for a record in which all costs are above the bound. */
export const DEAD = -1

/** A machine with all that the inner loop looks up in arrays. */
interface Unit {
  readonly id: number
  readonly machine: Machine
  readonly program: Int32Array
  readonly registers: Float64Array
  readonly start: number
  readonly size: number
  readonly leaves: number
  /** By leaf: the index of its price. */
  readonly priceOf: Int32Array
  readonly leavesOf: readonly (Int32Array | undefined)[]
  readonly triggers: readonly boolean[]
  readonly isTriggered: boolean
  readonly forks: readonly ForkUnit[]
  /** The record being made. */
  readonly scratch: Float64Array
  /** The record at its own end, by number of prices. */
  fresh: number[]
  zero: number
}

interface ForkUnit {
  readonly id: number
  readonly offset: number
  readonly children: readonly Unit[]
  readonly some: boolean
  /** By label, −1: no child has it. */
  readonly childOf: Int32Array
  readonly stride: number
  /** The leaves whose events cancel it. */
  readonly triggers: readonly number[]
  /** The list being made. */
  scratch: Float64Array
  count: number
  /** What the fork costs when nothing more is recorded, by number of prices. */
  least: number[]
}

/**
 * The dynamic programme over a machine, from the end of a trace to its beginning: at each column the least cost from
 * each point of the machine. A column is made by one pass over the program.
 *
 * A fork holds *threads*: one for each later column at which leaving it may be worth while, with the cost from there,
 * and for each child the costs-to-go of its own events up to there. An event of a child touches that child alone. A
 * thread that another one undercuts from every point within the bound is dropped.
 *
 * Records are kept relative to their least cost, cut off at the bound, and interned, and so is what comes before a record
 * and a symbol: a deterministic automaton, of which only what traces need is made. Most columns are one lookup.
 */
export function createCostToGo(root: Machine, prices: Float64Array): CostToGo {
  const labels = prices.length - 1
  const units: Unit[] = []
  const forkUnits: ForkUnit[] = []
  let pool = new Float64Array(1 << 12)
  let top = 0
  let price = prices
  let stage = 0
  /** What the record made last is to be shifted by: a second result of `before` and `intern…`. */
  let shift = 0

  const createUnit = (machine: Machine): Unit => {
    const leaves = machine.leaves.length
    const size = LEAVES + 2 * leaves + FORK_CELLS * machine.forks.length
    const leavesOf: (Int32Array | undefined)[] = Array.from({ length: labels }, () => undefined)
    for (const [label, of] of machine.leavesOf) leavesOf[label] = Int32Array.from(of)
    const forks = machine.forks.map(({ children, some, childOf }, index): ForkUnit => {
      const byLabel = new Int32Array(labels).fill(-1)
      for (const [label, child] of childOf) byLabel[label] = child
      const units = children.map(createUnit)
      const fork: ForkUnit = {
        id: forkUnits.length,
        offset: LEAVES + 2 * leaves + FORK_CELLS * index,
        children: units,
        some,
        childOf: byLabel,
        stride: RECORDS + children.length,
        triggers: [...machine.regions].flatMap(([leaf, region]) => (region.forks.includes(index) ? [leaf] : [])),
        scratch: new Float64Array(8 * (RECORDS + children.length)),
        count: 0,
        least: [],
      }
      forkUnits.push(fork)
      return fork
    })
    const unit: Unit = {
      id: units.length,
      machine,
      program: machine.program,
      registers: new Float64Array(machine.registers),
      start: machine.start,
      size,
      leaves,
      priceOf: Int32Array.from(machine.leaves, (label) => label + 1),
      leavesOf,
      triggers: machine.triggers,
      isTriggered: machine.regions.size > 0,
      forks,
      scratch: new Float64Array(size),
      fresh: [],
      zero: -1,
    }
    units.push(unit)
    return unit
  }

  // Records and lists by content: an open table of where they stand in the pool.
  let table = new Int32Array(1 << 8).fill(-1)
  let interned = 0
  const sizeOf = (at: number): number => {
    const owner = pool[at + OWNER] as number
    if (owner >= 0) return (units[owner] as Unit).size
    return THREADS + (pool[at + COUNT] as number) * (forkUnits[-1 - owner] as ForkUnit).stride
  }
  const intern = (cells: Float64Array, size: number): number => {
    if (top + size > pool.length) {
      const larger = new Float64Array(Math.max(top + size, pool.length * 2))
      larger.set(pool)
      pool = larger
    }
    if (interned * 2 > table.length) {
      table = new Int32Array(table.length * 4).fill(-1)
      for (let at = 0; at < top; at += sizeOf(at)) {
        let slot = hashOf(pool, at, sizeOf(at)) & (table.length - 1)
        while ((table[slot] as number) >= 0) slot = (slot + 1) & (table.length - 1)
        table[slot] = at
      }
    }
    const a = pool
    let slot = hashOf(cells, 0, size) & (table.length - 1)
    for (let at = table[slot] as number; at >= 0; at = table[slot] as number) {
      let cell = 0
      // The first cells say how many there are.
      while (cell < size && a[at + cell] === cells[cell]) cell++
      if (cell === size) return at
      slot = (slot + 1) & (table.length - 1)
    }
    const at = top
    for (let cell = 0; cell < size; cell++) a[at + cell] = cells[cell] as number
    top += size
    table[slot] = at
    interned++
    return at
  }

  // What comes before a record and a symbol, under prices and a bound: an open table.
  let memoSlots = new Int32Array(1 << 8).fill(-1)
  let memoRecord = new Int32Array(1 << 7)
  let memoSymbol = new Int32Array(1 << 7)
  let memoBound = new Float64Array(1 << 7)
  let memoTo = new Int32Array(1 << 7)
  let memoShift = new Float64Array(1 << 7)
  let memos = 0
  const slotOf = (record: number, symbol: number, bound: number): number => {
    const mixed =
      Math.imul(record + 1, 0x9e3779b1) ^ Math.imul(symbol + 7, 0x85ebca6b) ^ Math.imul(bound | 0, 0xc2b2ae35)
    return (mixed ^ (mixed >>> 15)) & (memoSlots.length - 1)
  }
  const growMemo = (): void => {
    const size = memos * 2
    memoRecord = larger(memoRecord, size)
    memoSymbol = larger(memoSymbol, size)
    memoTo = larger(memoTo, size)
    const [bounds, shifts] = [new Float64Array(size), new Float64Array(size)]
    bounds.set(memoBound)
    shifts.set(memoShift)
    memoBound = bounds
    memoShift = shifts
    memoSlots = new Int32Array(size * 2).fill(-1)
    for (let memo = 0; memo < memos; memo++) {
      let slot = slotOf(memoRecord[memo] as number, memoSymbol[memo] as number, memoBound[memo] as number)
      while ((memoSlots[slot] as number) >= 0) slot = (slot + 1) & (memoSlots.length - 1)
      memoSlots[slot] = memo
    }
  }

  /** One pass over the program: the cells before leaves hold what is recorded so far and are lowered by model moves. */
  const pass = (unit: Unit): void => {
    const { program, registers, priceOf, forks, scratch: a } = unit
    const { length } = program
    registers[0] = a[END] as number
    let isLowered = false
    for (let pc = 0; pc < length; pc += 4) {
      const x = program[pc + 1] as number
      const y = program[pc + 2] as number
      const to = program[pc + 3] as number
      switch (program[pc]) {
        case LEAF: {
          const behind = registers[y] as number
          const cell = LEAVES + 2 * x
          const skipped = behind + (price[priceOf[x] as number] as number)
          a[cell + 1] = behind
          if (skipped < (a[cell] as number)) a[cell] = skipped
          registers[to] = a[cell] as number
          break
        }
        case LEAST: {
          const one = registers[x] as number
          const other = registers[y] as number
          registers[to] = one < other ? one : other
          break
        }
        case FORK: {
          const fork = forks[x] as ForkUnit
          const behind = registers[y] as number
          const skipped = behind + (fork.least[stage] as number)
          const begun =
            (a[fork.offset + SHIFT] as number) + (pool[(a[fork.offset + LIST] as number) + LEAST_TOTAL] as number)
          a[fork.offset] = behind
          registers[to] = skipped < begun ? skipped : begun
          break
        }
        case COPY:
          registers[to] = registers[x] as number
          break
        case AGAIN:
          // Going round once more costs nothing less than it saves: a second pass is the last.
          if ((registers[x] as number) < (registers[to] as number)) {
            registers[to] = registers[x] as number
            pc = y - 4
          }
          break
        case NEVER:
          registers[to] = Infinity
          break
        case LOWER:
          if ((registers[x] as number) < (registers[to] as number)) {
            registers[to] = registers[x] as number
            isLowered = true
          }
          break
        case UNTIL:
          if (isLowered) pc = y - 4
          isLowered = false
          break
        default:
          a[LEAVES + 2 * x + 1] = registers[y] as number
      }
    }
    a[BEGIN] = registers[unit.start] as number
  }

  /** Makes the scratch relative, cuts it off at the bound and interns it; `shift` is what was taken off. */
  const finishRecord = (unit: Unit, bound: number): number => {
    const { scratch: a, leaves, triggers, isTriggered, forks, size } = unit
    let least = a[END] as number
    for (let leaf = 0, cell = LEAVES; leaf < leaves; leaf++, cell += 2) {
      if ((a[cell] as number) < least && !(isTriggered && triggers[leaf] === true)) least = a[cell] as number
    }
    for (let index = 0; index < forks.length; index++) {
      const { offset } = forks[index] as ForkUnit
      const list = a[offset + LIST] as number
      if ((pool[list + COUNT] as number) > 0 && (a[offset + SHIFT] as number) < least)
        least = a[offset + SHIFT] as number
    }
    if (least > bound) return DEAD
    a[OWNER] = unit.id
    const end = LEAVES + 2 * leaves
    for (let cell = BEGIN; cell < end; cell++) {
      const value = a[cell] as number
      a[cell] = value > bound ? Infinity : value - least
    }
    if (isTriggered) for (const trigger of unit.machine.regions.keys()) a[LEAVES + 2 * trigger] = 0
    for (let cell = end; cell < size; cell += FORK_CELLS) {
      const value = a[cell] as number
      a[cell] = value > bound ? Infinity : value - least
      if ((pool[(a[cell + LIST] as number) + COUNT] as number) > 0)
        a[cell + SHIFT] = (a[cell + SHIFT] as number) - least
    }
    const record = intern(a, size)
    shift = least
    return record
  }

  /** The record of a machine at its own end: nothing more is recorded for it. */
  const freshOf = (unit: Unit): number => {
    const known = unit.fresh[stage]
    if (known !== undefined) return known
    for (const fork of unit.forks) {
      const each = fork.children.map((child) => pool[freshOf(child) + BEGIN] as number)
      fork.least[stage] = fork.some ? Math.min(...each) : each.reduce((sum, one) => sum + one, 0)
    }
    unit.scratch.fill(Infinity)
    unit.scratch[END] = 0
    for (const fork of unit.forks) {
      fork.count = 0
      unit.scratch[fork.offset + LIST] = finishList(fork, Infinity)
      unit.scratch[fork.offset + SHIFT] = 0
    }
    pass(unit)
    for (const fork of unit.forks) enter(unit, fork, Infinity, Infinity)
    const record = finishRecord(unit, Infinity)
    unit.fresh[stage] = record
    return record
  }

  /** The record of a machine that may stop anywhere. */
  const zeroOf = (unit: Unit): number => {
    if (unit.zero >= 0) return unit.zero
    const zeros = unit.forks.map(({ children }) => children.map(zeroOf))
    unit.scratch.fill(0)
    unit.forks.forEach((fork, index) => {
      fork.count = 0
      addThread(fork, 0, -1, zeros[index] ?? [])
      unit.scratch[fork.offset + LIST] = finishList(fork, Infinity)
      unit.scratch[fork.offset + SHIFT] = shift
    })
    unit.zero = finishRecord(unit, Infinity)
    return unit.zero
  }

  const roomFor = (fork: ForkUnit, count: number): void => {
    if (count * fork.stride <= fork.scratch.length) return
    const grown = new Float64Array(2 * count * fork.stride)
    grown.set(fork.scratch)
    fork.scratch = grown
  }

  const addThread = (fork: ForkUnit, own: number, forced: number, records: readonly number[]): void => {
    roomFor(fork, fork.count + 1)
    const at = fork.count++ * fork.stride
    fork.scratch[at] = own
    fork.scratch[at + FORCED] = forced
    records.forEach((record, index) => void (fork.scratch[at + RECORDS + index] = record))
  }

  /** What a child of a thread costs from its beginning; one that may be left out can also wait for the end. */
  const beginning = (record: number, free: boolean): number => {
    const begin = pool[record + BEGIN] as number
    if (!free) return begin
    const end = pool[record + END] as number
    return end < begin ? end : begin
  }

  const before = (unit: Unit, old: number, symbol: ColumnSymbol, bound: number): number => {
    const key = symbol.id * STAGES + stage
    let slot = slotOf(old, key, bound)
    for (let memo = memoSlots[slot] as number; memo >= 0; memo = memoSlots[slot] as number) {
      if (memoRecord[memo] === old && memoSymbol[memo] === key && memoBound[memo] === bound) {
        shift = memoShift[memo] as number
        return memoTo[memo] as number
      }
      slot = (slot + 1) & (memoSlots.length - 1)
    }
    const record = makeBefore(unit, old, symbol, bound)
    if (memos === memoRecord.length) growMemo()
    // Making it may have filled other slots.
    slot = slotOf(old, key, bound)
    while ((memoSlots[slot] as number) >= 0) slot = (slot + 1) & (memoSlots.length - 1)
    memoSlots[slot] = memos
    memoRecord[memos] = old
    memoSymbol[memos] = key
    memoBound[memos] = bound
    memoTo[memos] = record
    memoShift[memos++] = shift
    return record
  }

  const makeBefore = (unit: Unit, old: number, symbol: ColumnSymbol, bound: number): number => {
    const { forks, leavesOf, leaves, triggers, scratch } = unit
    const { labels: own, log } = symbol
    for (let index = 0; index < forks.length; index++) advance(unit, forks[index] as ForkUnit, old, symbol, bound)
    const a = pool
    scratch[END] = (a[old + END] as number) + log
    for (let cell = LEAVES, end = LEAVES + 2 * leaves; cell < end; cell += 2) {
      scratch[cell] = (a[old + cell] as number) + log
    }
    for (let index = 0; index < own.length; index++) {
      const ofLabel = leavesOf[own[index] as number]
      if (ofLabel === undefined) continue
      for (let place = 0; place < ofLabel.length; place++) {
        const leaf = ofLabel[place] as number
        const behind = a[old + LEAVES + 2 * leaf + 1] as number
        if (triggers[leaf] === true) {
          for (const reached of unit.machine.regions.get(leaf)?.leaves ?? []) {
            const cell = LEAVES + 2 * reached
            if (behind < (scratch[cell] as number)) scratch[cell] = behind
          }
        } else {
          const cell = LEAVES + 2 * leaf
          if (behind < (scratch[cell] as number)) scratch[cell] = behind
        }
      }
    }
    pass(unit)
    for (let index = 0; index < forks.length; index++) {
      const fork = forks[index] as ForkUnit
      enter(unit, fork, (pool[old + fork.offset] as number) + log, bound)
    }
    return finishRecord(unit, bound)
  }

  /** The threads of a fork before a symbol. */
  const advance = (unit: Unit, fork: ForkUnit, old: number, symbol: ColumnSymbol, bound: number): void => {
    const { stride, childOf, offset, children } = fork
    const { labels: own, log } = symbol
    const { scratch: target } = unit
    const list = pool[old + offset + LIST] as number
    const base = pool[old + offset + SHIFT] as number
    const count = pool[list + COUNT] as number
    let stopped = Infinity
    for (let index = 0; index < fork.triggers.length; index++) {
      const leaf = fork.triggers[index] as number
      if (own.includes(unit.machine.leaves[leaf] as number)) {
        stopped = Math.min(stopped, pool[old + LEAVES + 2 * leaf + 1] as number)
      }
    }
    if (stopped > bound) stopped = Infinity
    let isOwn = false
    for (let index = 0; index < own.length; index++) {
      if ((childOf[own[index] as number] as number) >= 0) isOwn = true
    }
    const isKept = count === 0 || (!isOwn && base + log + (pool[list + MOST_OWN] as number) <= bound)
    if (isKept && stopped === Infinity) {
      target[offset + LIST] = list
      target[offset + SHIFT] = count === 0 ? 0 : base + log
      return
    }
    roomFor(fork, count + 1)
    let kept = 0
    for (let thread = 0; thread < count; thread++) {
      const from = list + THREADS + thread * stride
      const to = kept * stride
      const { scratch } = fork
      for (let cell = 0; cell < stride; cell++) scratch[to + cell] = pool[from + cell] as number
      let cost = base + (scratch[to] as number)
      if (!isOwn) cost += log
      for (let index = 0; index < (isOwn ? own.length : 0) && cost <= bound; index++) {
        const child = childOf[own[index] as number] as number
        let isFirst = child >= 0
        for (let other = 0; other < index; other++) if (childOf[own[other] as number] === child) isFirst = false
        if (!isFirst) continue
        const next = before(children[child] as Unit, scratch[to + RECORDS + child] as number, symbol, bound - cost)
        scratch[to + RECORDS + child] = next
        cost = next === DEAD ? Infinity : cost + shift
      }
      if (cost > bound) continue
      scratch[to] = cost
      kept++
    }
    fork.count = kept
    if (stopped < Infinity) addThread(fork, stopped, -1, children.map(zeroOf))
    target[offset + LIST] = finishList(fork, bound)
    target[offset + SHIFT] = shift
  }

  /**
   * Sorts the threads of the scratch, drops those that others undercut, makes them relative and interns the list;
   * `shift` is what was taken off.
   */
  const finishList = (fork: ForkUnit, bound: number): number => {
    const { stride, children, some, scratch } = fork
    let { count } = fork
    if (count > 1) count = prune(fork, bound)
    let least = Infinity
    for (let thread = 0; thread < count; thread++) least = Math.min(least, scratch[thread * stride] as number)
    if (count === 0) least = 0
    const list =
      count * stride + THREADS <= listing.length
        ? listing
        : (listing = new Float64Array(2 * (count * stride + THREADS)))
    let leastTotal = Infinity
    let mostOwn = 0
    for (let thread = 0; thread < count; thread++) {
      const from = thread * stride
      const to = THREADS + from
      const own = (scratch[from] as number) - least
      let total = own
      for (let child = 0; child < children.length; child++) {
        const record = scratch[from + RECORDS + child] as number
        list[to + RECORDS + child] = record
        total += beginning(record, some && scratch[from + FORCED] !== child)
      }
      list[to] = own
      list[to + TOTAL] = total
      list[to + FORCED] = scratch[from + FORCED] as number
      if (own > mostOwn) mostOwn = own
      if (total < leastTotal) leastTotal = total
    }
    list[OWNER] = -1 - fork.id
    list[COUNT] = count
    list[LEAST_TOTAL] = leastTotal
    list[MOST_OWN] = mostOwn
    const found = intern(list, THREADS + count * stride)
    shift = least
    return found
  }
  let listing = new Float64Array(64)

  /** Keeps of the threads in the scratch those that none undercuts, in an order that depends on nothing else. */
  const prune = (fork: ForkUnit, bound: number): number => {
    const { stride, scratch } = fork
    const { count } = fork
    // Insertion: lists are short and nearly in order.
    const line = threadLine.length >= stride ? threadLine : (threadLine = new Float64Array(2 * stride))
    for (let thread = 1; thread < count; thread++) {
      let at = thread
      if (orderOf(scratch, (thread - 1) * stride, thread * stride, stride) <= 0) continue
      for (let cell = 0; cell < stride; cell++) line[cell] = scratch[thread * stride + cell] as number
      for (; at > 0 && orderBehind(scratch, (at - 1) * stride, line, stride) > 0; at--) {
        scratch.copyWithin(at * stride, (at - 1) * stride, at * stride)
      }
      for (let cell = 0; cell < stride; cell++) scratch[at * stride + cell] = line[cell] as number
    }
    let kept = 0
    for (let thread = 0; thread < count; thread++) {
      const from = thread * stride
      let isKept = true
      // Those before it that were kept, and all behind it; of two that are equal the first is kept.
      for (let other = 0; other < kept && isKept; other++) isKept = !isUndercut(fork, from, other * stride, bound)
      for (let other = thread + 1; other < count && isKept; other++) {
        isKept = !(isUndercut(fork, from, other * stride, bound) && !isUndercut(fork, other * stride, from, bound))
      }
      if (!isKept) continue
      const to = kept++ * stride
      if (to !== from) scratch.copyWithin(to, from, from + stride)
    }
    return kept
  }
  let threadLine = new Float64Array(16)

  /** Begins a thread for leaving the fork here, unless another one is as good from everywhere within. */
  const enter = (unit: Unit, fork: ForkUnit, known: number, bound: number): void => {
    const { children, some, stride, offset } = fork
    const a = unit.scratch
    const cost = a[offset] as number
    if (cost === Infinity || cost >= known || cost > bound) return
    const list = a[offset + LIST] as number
    const base = a[offset + SHIFT] as number
    const count = pool[list + COUNT] as number
    roomFor(fork, count + children.length + 1)
    for (let cell = 0; cell < count * stride; cell++) fork.scratch[cell] = pool[list + THREADS + cell] as number
    for (let thread = 0; thread < count; thread++)
      fork.scratch[thread * stride] = base + (fork.scratch[thread * stride] as number)
    fork.count = count
    for (let forced = some ? 0 : -1; forced < (some ? children.length : 0); forced++) {
      const at = fork.count * stride
      fork.scratch[at] = cost
      fork.scratch[at + FORCED] = forced
      for (let child = 0; child < children.length; child++) {
        fork.scratch[at + RECORDS + child] = freshOf(children[child] as Unit)
      }
      fork.count++
    }
    a[offset + LIST] = finishList(fork, bound)
    a[offset + SHIFT] = shift
  }

  /** From no point within, if it costs no more than the bound, does the one thread of the scratch cost less than the other. */
  const isUndercut = ({ children, some, scratch }: ForkUnit, thread: number, other: number, bound: number): boolean => {
    let margin = (scratch[other] as number) - (scratch[thread] as number)
    const slack = bound - (scratch[thread] as number)
    for (let child = 0; child < children.length; child++) {
      const own = scratch[thread + RECORDS + child] as number
      const its = scratch[other + RECORDS + child] as number
      let excess = own === its ? 0 : excessOf(children[child] as Unit, its, own, slack)
      if (some) {
        const waits = beginning(own, scratch[thread + FORCED] !== child)
        if (waits <= slack) excess = Math.max(excess, beginning(its, scratch[other + FORCED] !== child) - waits)
      }
      margin += excess
      if (margin === Infinity) return false
    }
    return margin <= 0
  }

  /** How much more the one record costs than the other, at most over all points where the other costs at most `most`. */
  const excessOf = (unit: Unit, one: number, other: number, most: number): number => {
    const a = pool
    let excess = -Infinity
    if ((a[other + END] as number) <= most) excess = (a[one + END] as number) - (a[other + END] as number)
    const { leaves, isTriggered, triggers, forks } = unit
    for (let leaf = 0, cell = LEAVES; leaf < leaves; leaf++, cell += 2) {
      const its = a[other + cell] as number
      if (its > most || its === Infinity || (isTriggered && triggers[leaf] === true)) continue
      const more = (a[one + cell] as number) - its
      if (more > excess) excess = more
    }
    for (let index = 0; index < forks.length; index++) {
      const more = forkExcess(forks[index] as ForkUnit, one, other, most)
      if (more > excess) excess = more
    }
    return excess
  }

  const forkExcess = (
    { children, some, stride, offset }: ForkUnit,
    one: number,
    other: number,
    bound: number,
  ): number => {
    const [list, lists] = [pool[one + offset + LIST] as number, pool[other + offset + LIST] as number]
    const ahead = (pool[one + offset + SHIFT] as number) - (pool[other + offset + SHIFT] as number)
    if (list === lists) return (pool[list + COUNT] as number) === 0 ? -Infinity : ahead
    const slackest = bound - (pool[other + offset + SHIFT] as number)
    let most = -Infinity
    for (let its = 0; its < (pool[lists + COUNT] as number); its++) {
      const b = lists + THREADS + its * stride
      const slack = slackest - (pool[b] as number)
      if (slack < 0) continue
      let least = Infinity
      for (let own = 0; own < (pool[list + COUNT] as number) && least > most; own++) {
        const a = list + THREADS + own * stride
        let more = ahead + (pool[a] as number) - (pool[b] as number)
        for (let child = 0; child < children.length; child++) {
          const [mine, theirs] = [pool[a + RECORDS + child] as number, pool[b + RECORDS + child] as number]
          let excess = mine === theirs ? 0 : excessOf(children[child] as Unit, mine, theirs, slack)
          if (some) {
            const waits = beginning(theirs, pool[b + FORCED] !== child)
            if (waits <= slack) excess = Math.max(excess, beginning(mine, pool[a + FORCED] !== child) - waits)
          }
          more += excess
        }
        if (more < least) least = more
      }
      if (least > most) most = least
    }
    return most
  }

  const cost = (unit: Unit, { source, fork, parts }: Point, record: number): number => {
    if (fork < 0) return pool[source === START ? record + BEGIN : record + LEAVES + 2 * source + 1] as number
    const { children, some, stride, offset } = unit.forks[fork] as ForkUnit
    const list = pool[record + offset + LIST] as number
    let least = Infinity
    for (let thread = 0; thread < (pool[list + COUNT] as number); thread++) {
      const at = list + THREADS + thread * stride
      let sum = pool[at] as number
      for (let child = 0; child < children.length; child++) {
        const part = parts[child] as Point
        const inner = pool[at + RECORDS + child] as number
        if (some && part.fork < 0 && part.source === START) sum += beginning(inner, pool[at + FORCED] !== child)
        else sum += cost(children[child] as Unit, part, inner)
      }
      if (sum < least) least = sum
    }
    return least + (pool[record + offset + SHIFT] as number)
  }

  const clear = (): void => {
    top = 0
    interned = 0
    memos = 0
    table = new Int32Array(1 << 8).fill(-1)
    memoSlots = new Int32Array(1 << 8).fill(-1)
    memoRecord = new Int32Array(1 << 7)
    memoSymbol = new Int32Array(1 << 7)
    memoBound = new Float64Array(1 << 7)
    memoTo = new Int32Array(1 << 7)
    memoShift = new Float64Array(1 << 7)
    pool = new Float64Array(1 << 12)
    for (const unit of units) {
      unit.fresh = []
      unit.zero = -1
    }
    for (const fork of forkUnits) fork.least = []
    price = prices
    stage = 0
    freshOf(whole)
  }

  const whole = createUnit(root)
  clear()
  return {
    last: (free) => (free ? zeroOf(whole) : freshOf(whole)),
    before: (record, symbol, bound) => before(whole, record, symbol, bound),
    shift: () => shift,
    total: (record) => pool[record + BEGIN] as number,
    cost: (point, record) => cost(whole, point, record),
    setPrices(now, id) {
      if (id === stage) return
      price = now
      stage = id
      freshOf(whole)
    },
    held: () => top + 8 * memos,
    clear,
  }
}

/** So many different prices are told apart. */
export const STAGES = 1024

function orderOf(cells: Float64Array, one: number, other: number, stride: number): number {
  for (let cell = RECORDS; cell < stride; cell++) {
    const order = (cells[one + cell] as number) - (cells[other + cell] as number)
    if (order !== 0) return order
  }
  return (
    (cells[one + FORCED] as number) - (cells[other + FORCED] as number) ||
    (cells[one] as number) - (cells[other] as number)
  )
}

function orderBehind(cells: Float64Array, one: number, line: Float64Array, stride: number): number {
  for (let cell = RECORDS; cell < stride; cell++) {
    const order = (cells[one + cell] as number) - (line[cell] as number)
    if (order !== 0) return order
  }
  return (cells[one + FORCED] as number) - (line[FORCED] as number) || (cells[one] as number) - (line[0] as number)
}

function hashOf(cells: Float64Array, from: number, size: number): number {
  let hash = size
  for (let cell = from, end = from + size; cell < end; cell++) {
    hash = Math.imul(hash ^ ((cells[cell] as number) | 0), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}

function larger(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(size)
  grown.set(array)
  return grown
}
