import type { Point } from './cost-to-go.ts'
import { START } from './machine.ts'
import { BEGUN_HERE, createThreadLines, isLeft } from './thin-threads.ts'
import { begin, left, leftHere } from './thin-left.ts'
import type { ThinShape } from './thin-shape.ts'
import {
  addStep,
  ALL_THREADS,
  BEGUN,
  COUNT,
  createThinUnit,
  ENTRIES,
  findStep,
  growCells,
  growThreads,
  intern,
  OWN,
  RECORDS,
  sizeOf,
  STEP_CELLS,
  type ThinFork,
  type ThinUnit,
  write,
  writeHead,
} from './thin-unit.ts'

/** Columns of costs-to-go that name only what has to be named. A record is a column, by number; costs are relative. */
export interface ThinCostToGo {
  /** The record behind all events. */
  readonly last: number
  /**
   * The record before an act of a label, −1: of none, which costs `log` if it is left out. Where records are those of one
   * word, costs over `limit`, relative to the record behind, are left out.
   */
  before(record: number, label: number, log: number, limit: number): number
  /** What the costs of the record made last have risen by. */
  shift(): number
  /** The least cost from the beginning of the machine. */
  total(record: number): number
  /** The least cost from a point. */
  cost(point: Point, record: number): number
  /** How many numbers are held. */
  held(): number
  /** No less than what would be held if the columns of the word alone had been made. */
  charge(): number
  /** Goes back to where so many columns were made; those made since may be forgotten. */
  rewind(columns: number): void
  /** Whether records are those of one word: the same number may be another column for the next. */
  isLoose(): boolean
}

/** Records of the whole machine are no longer kept when of so many columns … */
const TRIAL = 512
/** … more than one in so many was met for the first time: words share too few. */
const SHARE = 2

/**
 * Costs-to-go as `createCostToGo` finds them, in columns that hold little: an entry says what is left if the next event
 * that is not left out is that of a leaf; a thread says the same of a concurrent part that goes on, by a column for each
 * child. What a point costs is the least over entries and threads of the way there by model moves and what they hold.
 *
 * An entry is left out where passing its leaf by costs no more; a thread, where another one (or leaving the part here)
 * undercuts it from every point within; both, where they cost over `band` more than the least of the column. So costs up
 * to `band` are exact, higher ones may come out too high, never too low. Columns do not depend on the trace in which they
 * are met, so traces share them: those of children always, those of the whole as long as enough are met again.
 */
export function createThinCostToGo(shape: ThinShape, band: number, isAlone = false): ThinCostToGo {
  const whole = createThinUnit(shape)
  let rise = 0
  let columns = 0
  let asked = 0
  let made = 0
  let isLoose = isAlone
  /** By columns of the word: where the records of the whole ended; the numbers of the columns so far. */
  const tops: number[] = [whole.top]
  const charges: number[] = [whole.top]

  const before = (unit: ThinUnit, old: number, label: number, log: number): number => {
    const known = findStep(unit, old, label)
    if (known >= 0) {
      rise = unit.steps.rise[known] as number
      return unit.steps.record[known] as number
    }
    const { top } = unit
    const record = intern(unit, makeBefore(unit, old, label, log, Infinity))
    addStep(unit, old, label, record, rise)
    if (unit !== whole) unit.held.numbers += STEP_CELLS + unit.top - top
    return record
  }

  /**
   * Writes the column before an act of a child, without keeping it, where all that the column behind it holds is one
   * thread, and the act can be nowhere else, the fork not beginning anew within the band: then it is that thread with
   * another record. −1: it is none such.
   */
  const makeAlone = (unit: ThinUnit, old: number, label: number, log: number, limit: number): number => {
    const { shape, forks, cells: a } = unit
    const thread = old + ENTRIES
    const number = (a[thread] as number) | 0
    const { children, childOf, stride } = forks[number] as ThinFork
    const child = childOf[label] as number
    if (child < 0 || a[old + ALL_THREADS] !== stride || shape.aloneIn[label] !== number) return -1
    const part = children[child] as ThinUnit
    const record = (a[thread + RECORDS + child] as number) | 0
    const next = before(part, record, label, log)
    const source = 1 + shape.leaves + number
    const anew = (shape.rowOf(source)[source] as number) + (a[thread + BEGUN] as number)
    if (rise > limit || anew <= rise + band) return -1
    const { top } = unit
    const size = ENTRIES + stride
    if (top + size > unit.cells.length) growCells(unit, top + size)
    const to = unit.cells
    writeHead(to, top, 0, stride)
    const begun = (a[thread + BEGUN] as number) + begin(part, next) - begin(part, record)
    for (let cell = ENTRIES; cell < size; cell++) to[top + cell] = a[old + cell] as number
    to[top + ENTRIES + BEGUN] = begun
    to[top + ENTRIES + RECORDS + child] = next
    return top
  }

  /** Writes the column before an act, without keeping it. */
  const makeBefore = (unit: ThinUnit, old: number, label: number, log: number, limit: number): number => {
    const { shape, forks, target, cost, newTarget, newCost, cells: a } = unit
    const { leaves, skips } = shape
    const entries = (a[old + COUNT] as number) | 0
    if (entries === 0 && label >= 0 && (a[old + ALL_THREADS] as number) > 0) {
      const alone = makeAlone(unit, old, label, log, limit)
      if (alone >= 0) return alone
    }
    let count = entries
    let least = Infinity
    for (let at = 0, cell = old + ENTRIES; at < entries; at++, cell += 2) {
      const value = (a[cell + 1] as number) + log
      target[at] = a[cell] as number
      cost[at] = value
      if (value < least) least = value
    }
    // What stood in the column behind has all become dearer by the same: only what is new can make more of it needless.
    let news = 0
    const own = label < 0 ? undefined : shape.targetsOf[label]
    if (own !== undefined) {
      for (let place = 0; place < own.length; place++) {
        const to = own[place] as number
        const value = left(unit, to, old)
        if (value > least + band) continue
        if (value < least) least = value
        // In the order of targets.
        let at = count
        while (at > 0 && (target[at - 1] as number) >= to) at--
        if (at < count && target[at] === to) {
          if (value >= (cost[at] as number)) continue
        } else {
          for (let moved = count++; moved > at; moved--) {
            target[moved] = target[moved - 1] as number
            cost[moved] = cost[moved - 1] as number
          }
          target[at] = to
        }
        cost[at] = value
        newTarget[news] = to
        newCost[news++] = value
      }
    }
    let cells = 0
    let threads = 0
    let areThreadsNew = false
    const from = old + ENTRIES + 2 * entries
    const end = (from + (a[old + ALL_THREADS] as number)) | 0
    for (let at = from, stride = 0; at < end; at += stride) {
      const fork = forks[(a[at] as number) | 0] as ThinFork
      stride = fork.stride
      let value = a[at + OWN] as number
      let begun = a[at + BEGUN] as number
      const child = label < 0 ? -1 : (fork.childOf[label] as number)
      let next = -1
      let record = -1
      if (child < 0) {
        value += log
        begun += log
      } else {
        const part = fork.children[child] as ThinUnit
        record = (a[at + RECORDS + child] as number) | 0
        next = before(part, record, label, log)
        areThreadsNew = true
        value += rise
        begun += rise + begin(part, next) - begin(part, record)
      }
      if (value > least + band) continue
      if (value < least) least = value
      if (cells + stride > unit.threads.length) growThreads(unit, cells + stride)
      const to = unit.threads
      to[cells] = a[at] as number
      to[cells + OWN] = value
      to[cells + BEGUN] = begun
      for (let cell = RECORDS; cell < stride; cell++) to[cells + cell] = a[at + cell] as number
      if (child >= 0) to[cells + RECORDS + child] = next
      unit.changed[threads++] = record
      cells += stride
    }
    const begun = label < 0 ? undefined : shape.forksOf[label]
    if (begun !== undefined) {
      for (let place = 0; place < begun.length; place++) {
        const number = begun[place] as number
        const { children, childOf, stride } = forks[number] as ThinFork
        const child = childOf[label] as number
        let value = left(unit, 1 + leaves + number, old)
        if (value > least + band) continue
        const part = children[child] as ThinUnit
        const next = before(part, part.fresh, label, log)
        value += rise
        if (value > least + band) continue
        areThreadsNew = true
        if (value < least) least = value
        if (cells + stride > unit.threads.length) growThreads(unit, cells + stride)
        const to = unit.threads
        to[cells] = number
        to[cells + OWN] = value
        to[cells + BEGUN] = value + (skips[1 + leaves + number] as number) - begin(part, part.fresh) + begin(part, next)
        for (let other = 0; other < children.length; other++) {
          to[cells + RECORDS + other] = (children[other] as ThinUnit).fresh
        }
        to[cells + RECORDS + child] = next
        unit.changed[threads++] = BEGUN_HERE
        cells += stride
      }
    }
    // What is over the band goes; so does an entry whose leaf may as well be passed by.
    const most = Math.min(least + band, limit)
    let near = 0
    for (let at = 0; at < count; at++) {
      if ((cost[at] as number) > most) continue
      target[near] = target[at] as number
      cost[near++] = (cost[at] as number) - least
    }
    let lines = 0
    if (cells > 0) {
      lines = threadLines.lower(unit, cells, least, most - least)
      cells = threadLines.end()
    }
    let kept = near
    if (news > 0 || areThreadsNew) {
      for (let at = 0; at < news; at++) newCost[at] = (newCost[at] as number) - least
      kept = 0
      for (let at = 0; at < near; at++) {
        if (isNeeded(unit, at, near, cells, news, areThreadsNew ? label : -1)) mark[kept++] = at
      }
      if (lines === 1) {
        const source = 1 + leaves + ((unit.threads[0] as number) | 0)
        if (isLeft(unit, 0, leftHere(unit, source, near, cells))) lines = 0
      } else if (lines > 1) threadLines.prune(unit, near, cells, lines)
    }
    if (kept < near) {
      for (let at = 0; at < kept; at++) {
        target[at] = target[mark[at] as number] as number
        cost[at] = cost[mark[at] as number] as number
      }
    }
    rise = least
    return write(unit, kept, threadLines.starts(), lines)
  }
  const threadLines = createThreadLines()
  const mark = new Int32Array(widest(shape) + 1)

  /**
   * Whether passing by the leaf of an entry costs more than the entry: a new one is held against all there is, another
   * against new entries, and threads to which an act of the label (−1: none) was new.
   */
  const isNeeded = (unit: ThinUnit, at: number, count: number, cells: number, news: number, label: number): boolean => {
    const { shape, forks, newTarget, newCost, threads } = unit
    const to = unit.target[at] as number
    if (to === 0) return true
    const most = (unit.cost[at] as number) - (shape.skips[to] as number)
    const row = shape.rowOf(to)
    for (let place = 0; place < news; place++) {
      if (newTarget[place] === to) return most < leftHere(unit, to, count, cells)
      if ((row[newTarget[place] as number] as number) + (newCost[place] as number) <= most) return false
    }
    if (label < 0) return true
    for (let thread = 0, stride = 0; thread < cells; thread += stride) {
      const number = (threads[thread] as number) | 0
      const fork = forks[number] as ThinFork
      stride = fork.stride
      if ((fork.childOf[label] as number) < 0) continue
      if ((row[1 + shape.leaves + number] as number) + (threads[thread + BEGUN] as number) <= most) return false
    }
    return true
  }

  const cost = (unit: ThinUnit, { source, fork, parts }: Point, record: number): number => {
    if (fork < 0) return left(unit, source === START ? 0 : 1 + source, record)
    const { cells, forks, shape } = unit
    const { children } = forks[fork] as ThinFork
    let least = left(unit, 1 + shape.leaves + fork, record)
    for (let child = 0; child < children.length; child++) {
      const part = children[child] as ThinUnit
      least += cost(part, parts[child] as Point, part.fresh)
    }
    const threads = record + ENTRIES + 2 * (cells[record + COUNT] as number)
    const end = threads + (cells[record + ALL_THREADS] as number)
    for (let at = threads; at < end; at += (forks[(cells[at] as number) | 0] as ThinFork).stride) {
      if (cells[at] !== fork) continue
      let sum = cells[at + OWN] as number
      for (let child = 0; child < children.length; child++) {
        sum += cost(children[child] as ThinUnit, parts[child] as Point, cells[at + RECORDS + child] as number)
      }
      if (sum < least) least = sum
    }
    return least
  }

  return {
    last: whole.fresh,
    before(record, label, log, limit) {
      let next: number
      if (isLoose) {
        next = makeBefore(whole, record, label, log, limit)
        whole.top += sizeOf(whole, next)
      } else {
        const { top } = whole
        next = before(whole, record, label, log)
        asked++
        if (whole.top > top) made++
        if (asked > TRIAL && made * SHARE > asked) isLoose = true
      }
      charges[columns + 1] = (charges[columns] as number) + sizeOf(whole, next) + STEP_CELLS
      tops[++columns] = whole.top
      return next
    },
    shift: () => rise,
    total: (record) => begin(whole, record),
    cost: (point, record) => cost(whole, point, record),
    held: () => whole.held.numbers + whole.top + whole.steps.count * STEP_CELLS,
    charge: () => whole.held.numbers + (charges[columns] as number),
    rewind(to) {
      columns = to
      if (isLoose) whole.top = tops[to] as number
    },
    isLoose: () => isLoose,
  }
}

/** How many leaves the largest machine of a tree has. */
function widest({ leaves, forks }: ThinShape): number {
  return forks.reduce(
    (most, { children }) => children.reduce((all, child) => Math.max(all, widest(child)), most),
    leaves,
  )
}
