import type { LabelIndex } from '../flow/effective-flow.ts'
import { AGAIN, COPY, FORK, LEAF, LEAST, type Machine, START } from './machine.ts'

/** A position in a trace: where its costs-to-go stand. */
export type Column = number

/** A point of a run of a machine: behind a leaf (or at the beginning), or within a fork, a point of each child. */
export interface Point {
  /** A leaf, or `START`; of no meaning within a fork. */
  readonly source: number
  /** The fork, or −1. */
  readonly fork: number
  readonly parts: readonly Point[]
  readonly key: string
}

/** What the dynamic programme knows of a trace, from its end back to the column that was made last. */
export interface CostToGo {
  /** The column behind all events. `free`: a run may stop anywhere; else it has to be complete. */
  last(free: boolean): Column
  /**
   * The column before a symbol, given the one behind it. The symbol may be done as one of the labels, or left out for
   * `log`. An act has to have all labels of a fork in one child; of an utterance each child takes its own.
   */
  before(column: Column, labels: readonly LabelIndex[], log: number): Column
  /** The least cost from the beginning of the machine. */
  total(column: Column): number
  /** The least cost from a point. */
  cost(point: Point, column: Column): number
  /** The least cost of a point that is over. */
  over(column: Column): number
  /** Model moves cost this from now on, by label; columns made before stay right if nothing becomes cheaper. */
  setPrices(prices: Float64Array): void
  /** How much is held; giving it back to `release` forgets the columns made since. */
  held(): number
  release(held: number): void
}

/** Cells of a record: the beginning, the end, then for each leaf the cost before and behind it, then the forks. */
const BEGIN = 0
const END = 1
const LEAVES = 2
/** Cells of a fork: the cost behind it, the least cost of its threads, where they are listed. */
const FORK_CELLS = 3
/** Cells of a thread before those of its children: its own cost, that with its children's beginnings, the forced child. */
const THREAD = 3

/** A machine with all that the inner loop looks up in arrays. */
interface Unit {
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
  /** The record at its own end, under the prices of the epoch; that under the first prices is kept. */
  fresh: number
  freshEpoch: number
  firstFresh: number
  zero: number
}

interface ForkUnit {
  readonly index: number
  readonly offset: number
  readonly children: readonly Unit[]
  readonly some: boolean
  /** By label, −1: no child has it. */
  readonly childOf: Int32Array
  readonly stride: number
  readonly regionOf: readonly number[]
  /** What the fork costs when nothing more is recorded. */
  least: number
}

/**
 * The dynamic programme over a machine, from the end of a trace to its beginning: at each column the least cost from
 * each point of the machine, all in one array of numbers. One column costs one pass over the program.
 *
 * A fork holds *threads*: one for each column at which leaving it may be worth while, with the cost from there, and for
 * each child the costs-to-go of its own events up to there. An event of a child touches that child alone. A thread that
 * another one undercuts from every point is dropped, so few are alive at a time.
 *
 * `prices` are the costs of model moves by label + 1; that at 0 is 0.
 */
export function createCostToGo(root: Machine, prices: Float64Array): CostToGo {
  const labels = prices.length - 1
  let cells = new Float64Array(1 << 14)
  let top = 0
  let epoch = 0
  let epochs = 0
  let price = prices
  const units: Unit[] = []

  const alloc = (size: number): number => {
    const at = top
    top += size
    if (top > cells.length) {
      const larger = new Float64Array(Math.max(top, cells.length * 2))
      larger.set(cells)
      cells = larger
    }
    return at
  }

  const createUnit = (machine: Machine): Unit => {
    const leaves = machine.leaves.length
    const size = LEAVES + 2 * leaves + FORK_CELLS * machine.forks.length
    const leavesOf: (Int32Array | undefined)[] = Array.from({ length: labels }, () => undefined)
    for (const [label, of] of machine.leavesOf) leavesOf[label] = Int32Array.from(of)
    const forks = machine.forks.map(({ children, some, childOf }, index): ForkUnit => {
      const byLabel = new Int32Array(labels).fill(-1)
      for (const [label, child] of childOf) byLabel[label] = child
      return {
        index,
        offset: LEAVES + 2 * leaves + FORK_CELLS * index,
        children: children.map(createUnit),
        some,
        childOf: byLabel,
        stride: THREAD + children.length,
        regionOf: [...machine.regions].flatMap(([leaf, region]) => (region.forks.includes(index) ? [leaf] : [])),
        least: 0,
      }
    })
    const unit: Unit = {
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
      fresh: -1,
      freshEpoch: -1,
      firstFresh: -1,
      zero: -1,
    }
    units.push(unit)
    return unit
  }

  /** One pass over the program: the cells before leaves hold what is recorded so far and are lowered by model moves. */
  const pass = (unit: Unit, at: number): void => {
    const { program, registers, priceOf, forks } = unit
    const a = cells
    const { length } = program
    registers[0] = a[at + END] as number
    for (let pc = 0; pc < length; pc += 4) {
      const x = program[pc + 1] as number
      const y = program[pc + 2] as number
      const to = program[pc + 3] as number
      switch (program[pc]) {
        case LEAF: {
          const behind = registers[y] as number
          const cell = at + LEAVES + 2 * x
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
          const skipped = behind + fork.least
          const begun = a[at + fork.offset + 1] as number
          a[at + fork.offset] = behind
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
        default:
          a[at + LEAVES + 2 * x + 1] = registers[y] as number
      }
    }
    a[at + BEGIN] = registers[unit.start] as number
  }

  /** The record of a machine at its own end: nothing more is recorded for it. */
  const freshOf = (unit: Unit): number => {
    if (unit.freshEpoch === epoch) return unit.fresh
    const at = alloc(unit.size)
    cells.fill(Infinity, at, at + unit.size)
    cells[at + END] = 0
    for (const fork of unit.forks) {
      fork.least = leastOf(fork)
      cells[at + fork.offset + 2] = emptyList()
    }
    pass(unit, at)
    for (const fork of unit.forks) enter(fork, at, Infinity)
    unit.fresh = at
    unit.freshEpoch = epoch
    if (epoch === 0) unit.firstFresh = at
    return at
  }

  const emptyList = (): number => {
    const at = alloc(1)
    cells[at] = 0
    return at
  }

  const leastOf = ({ children, some }: ForkUnit): number => {
    const each = children.map((child) => cells[freshOf(child) + BEGIN] as number)
    return some ? Math.min(...each) : each.reduce((sum, one) => sum + one, 0)
  }

  /** The record of a machine that may stop anywhere. */
  const zeroOf = (unit: Unit): number => {
    if (unit.zero >= 0) return unit.zero
    const at = alloc(unit.size)
    cells.fill(0, at, at + unit.size)
    for (const fork of unit.forks) {
      const zeros = fork.children.map(zeroOf)
      const list = alloc(1 + fork.stride)
      cells[list] = 1
      writeThread(list + 1, 0, 0, -1, zeros)
      cells[at + fork.offset + 2] = list
    }
    unit.zero = at
    return at
  }

  const writeThread = (at: number, own: number, total: number, forced: number, records: readonly number[]): void => {
    cells[at] = own
    cells[at + 1] = total
    cells[at + 2] = forced
    records.forEach((record, index) => void (cells[at + THREAD + index] = record))
  }

  /** What a child of a thread costs from its beginning; one that may be left out can also wait for the end. */
  const beginning = (record: number, free: boolean): number => {
    const begin = cells[record + BEGIN] as number
    if (!free) return begin
    const end = cells[record + END] as number
    return end < begin ? end : begin
  }

  const before = (unit: Unit, old: number, symbol: readonly LabelIndex[], log: number): number => {
    const at = alloc(unit.size)
    const { forks, leavesOf, leaves, triggers } = unit
    for (const fork of forks) advance(unit, fork, old, at, symbol, log)
    const a = cells
    a[at + END] = (a[old + END] as number) + log
    const shift = old - at
    for (let cell = at + LEAVES, last = cell + 2 * leaves; cell < last; cell += 2) {
      a[cell] = (a[cell + shift] as number) + log
    }
    for (let index = 0; index < symbol.length; index++) {
      const own = leavesOf[symbol[index] as number]
      if (own === undefined) continue
      for (let place = 0; place < own.length; place++) {
        const leaf = own[place] as number
        const behind = a[old + LEAVES + 2 * leaf + 1] as number
        if (triggers[leaf] === true) {
          for (const reached of unit.machine.regions.get(leaf)?.leaves ?? []) {
            const cell = at + LEAVES + 2 * reached
            if (behind < (a[cell] as number)) a[cell] = behind
          }
        } else {
          const cell = at + LEAVES + 2 * leaf
          if (behind < (a[cell] as number)) a[cell] = behind
        }
      }
    }
    pass(unit, at)
    for (const fork of forks) enter(fork, at, (cells[old + fork.offset] as number) + log)
    return at
  }

  /** The threads of a fork before a symbol. */
  const advance = (
    unit: Unit,
    fork: ForkUnit,
    old: number,
    at: number,
    symbol: readonly LabelIndex[],
    log: number,
  ): void => {
    const { stride, children, childOf, some, offset } = fork
    const list = cells[old + offset + 2] as number
    const count = cells[list] as number
    let stopped = Infinity
    if (unit.isTriggered) {
      for (const leaf of fork.regionOf) {
        if (symbol.includes(unit.machine.leaves[leaf] as number)) {
          stopped = Math.min(stopped, cells[old + LEAVES + 2 * leaf + 1] as number)
        }
      }
    }
    if (count === 0 && stopped === Infinity) {
      cells[at + offset + 1] = Infinity
      cells[at + offset + 2] = list
      return
    }
    const next = alloc(1 + stride * (count + (stopped < Infinity ? 1 : 0)))
    cells[next] = count
    let least = Infinity
    let own = false
    for (let index = 0; index < symbol.length; index++)
      if ((childOf[symbol[index] as number] as number) >= 0) own = true
    for (let thread = 0; thread < count; thread++) {
      const from = list + 1 + thread * stride
      const to = next + 1 + thread * stride
      cells.copyWithin(to, from, from + stride)
      if (!own) {
        cells[to] = (cells[to] as number) + log
        cells[to + 1] = (cells[to + 1] as number) + log
      }
    }
    if (own) {
      for (let index = 0; index < symbol.length; index++) {
        const child = childOf[symbol[index] as number] as number
        if (child < 0 || symbol.findIndex((label) => childOf[label] === child) !== index) continue
        const inner = children[child] as Unit
        let lastOld = -1
        let lastNew = -1
        for (let thread = 0; thread < count; thread++) {
          const to = next + 1 + thread * stride
          const record = cells[to + THREAD + child] as number
          if (record !== lastOld) {
            lastOld = record
            lastNew = before(inner, record, symbol, log)
          }
          const free = some && cells[to + 2] !== child
          cells[to + THREAD + child] = lastNew
          cells[to + 1] = (cells[to + 1] as number) + beginning(lastNew, free) - beginning(record, free)
        }
      }
    }
    if (stopped < Infinity) {
      const to = next + 1 + count * stride
      writeThread(to, stopped, stopped, -1, children.map(zeroOf))
      cells[next] = count + 1
    }
    for (let thread = 0; thread < (cells[next] as number); thread++) {
      const total = cells[next + 1 + thread * stride + 1] as number
      if (total < least) least = total
    }
    cells[at + offset + 1] = least
    cells[at + offset + 2] = next
  }

  /** Begins a thread for leaving the fork here, unless another one is as good from everywhere within. */
  const enter = (fork: ForkUnit, at: number, known: number): void => {
    const { children, some, stride, offset } = fork
    const cost = cells[at + offset] as number
    if (cost === Infinity || cost >= known) return
    for (let forced = some ? 0 : -1; forced < (some ? children.length : 0); forced++) {
      const records = children.map(freshOf)
      let total = cost
      for (let child = 0; child < children.length; child++) {
        total += beginning(records[child] as number, some && child !== forced)
      }
      const list = cells[at + offset + 2] as number
      const count = cells[list] as number
      const fresh = alloc(stride)
      writeThread(fresh, cost, total, forced, records)
      let undercut = false
      for (let thread = 0; thread < count && !undercut; thread++) {
        undercut = isUndercut(fork, fresh, list + 1 + thread * stride)
      }
      if (undercut) continue
      const next = alloc(1 + stride * (count + 1))
      let kept = 0
      for (let thread = 0; thread < count; thread++) {
        const from = list + 1 + thread * stride
        if (isUndercut(fork, from, fresh)) continue
        cells.copyWithin(next + 1 + kept++ * stride, from, from + stride)
      }
      cells.copyWithin(next + 1 + kept * stride, fresh, fresh + stride)
      cells[next] = kept + 1
      cells[at + offset + 2] = next
      if (total < (cells[at + offset + 1] as number)) cells[at + offset + 1] = total
    }
  }

  /** From no point within does the thread cost less than the other one. */
  const isUndercut = ({ children, some }: ForkUnit, thread: number, other: number): boolean => {
    let margin = (cells[other] as number) - (cells[thread] as number)
    for (let child = 0; child < children.length; child++) {
      const [own, its] = [cells[thread + THREAD + child] as number, cells[other + THREAD + child] as number]
      let excess = own === its ? 0 : excessOf(children[child] as Unit, its, own)
      if (some) {
        const waits = beginning(its, cells[other + 2] !== child) - beginning(own, cells[thread + 2] !== child)
        if (waits > excess) excess = waits
      }
      margin += excess
      if (margin === Infinity) return false
    }
    return margin <= 0
  }

  /** How much more the one record costs than the other, at most over all points. */
  const excessOf = (unit: Unit, one: number, other: number): number => {
    if (one === other) return 0
    let most = (cells[one + END] as number) - (cells[other + END] as number)
    for (let leaf = 0; leaf < unit.leaves; leaf++) {
      if (unit.triggers[leaf] === true) continue
      const cell = LEAVES + 2 * leaf
      const more = (cells[one + cell] as number) - (cells[other + cell] as number)
      if (more > most) most = more
    }
    for (const fork of unit.forks) {
      const more = forkExcess(fork, cells[one + fork.offset + 2] as number, cells[other + fork.offset + 2] as number)
      if (more > most) most = more
    }
    return most
  }

  const forkExcess = ({ children, some, stride }: ForkUnit, one: number, other: number): number => {
    let most = -Infinity
    for (let its = 0; its < (cells[other] as number); its++) {
      const b = other + 1 + its * stride
      let least = Infinity
      for (let own = 0; own < (cells[one] as number); own++) {
        const a = one + 1 + own * stride
        let more = (cells[a] as number) - (cells[b] as number)
        children.forEach((child, index) => {
          let excess = excessOf(child, cells[a + THREAD + index] as number, cells[b + THREAD + index] as number)
          if (some) {
            const waits =
              beginning(cells[a + THREAD + index] as number, cells[a + 2] !== index) -
              beginning(cells[b + THREAD + index] as number, cells[b + 2] !== index)
            if (waits > excess) excess = waits
          }
          more += excess
        })
        if (more < least) least = more
      }
      if (least > most) most = least
    }
    return most
  }

  const cost = (unit: Unit, { source, fork, parts }: Point, column: number): number => {
    if (fork < 0) return cells[source === START ? column + BEGIN : column + LEAVES + 2 * source + 1] as number
    const { children, some, stride, offset } = unit.forks[fork] as ForkUnit
    const list = cells[column + offset + 2] as number
    let least = Infinity
    for (let thread = 0; thread < (cells[list] as number); thread++) {
      const at = list + 1 + thread * stride
      let sum = cells[at] as number
      for (let child = 0; child < children.length; child++) {
        const part = parts[child] as Point
        const record = cells[at + THREAD + child] as number
        if (some && part.fork < 0 && part.source === START) sum += beginning(record, cells[at + 2] !== child)
        else sum += cost(children[child] as Unit, part, record)
      }
      if (sum < least) least = sum
    }
    return least
  }

  const whole = createUnit(root)
  freshOf(whole)
  zeroOf(whole)
  const permanent = top
  return {
    last: (free) => (free ? zeroOf(whole) : freshOf(whole)),
    before: (column, symbol, log) => before(whole, column, symbol, log),
    total: (column) => cells[column + BEGIN] as number,
    cost: (point, column) => cost(whole, point, column),
    over: (column) => cells[column + END] as number,
    setPrices(now) {
      if (now === prices && epoch === 0) return
      price = now
      epoch = now === prices ? 0 : ++epochs
      if (epoch > 0) return void freshOf(whole)
      for (const unit of units) {
        unit.fresh = unit.firstFresh
        unit.freshEpoch = 0
        for (const fork of unit.forks) fork.least = leastOf(fork)
      }
    },
    held: () => top,
    release(held) {
      top = Math.max(held, permanent)
    },
  }
}
