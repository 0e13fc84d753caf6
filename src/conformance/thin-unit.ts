import { enlarge } from '../flow/enlarge.ts'
import type { PairTable } from './pair-table.ts'
import type { ThinShape } from './thin-shape.ts'

/** Cells of a record: how many entries, how many cells of threads; then, behind the head, the entries and the threads. */
export const COUNT = 0
export const ALL_THREADS = 1
/** What is left from the beginning; −1: not asked for so far. */
export const BEGIN = 2
/** How much more the record behind all events costs, at most over all points; not a number: not asked for so far. */
export const EXCESS = 3
/** The step made last from this record; −1: none. */
export const STEP = 4
export const ENTRIES = 5
/** Cells of a thread: its fork, the cost within, that from the fork's beginning; then a record for each child. */
export const OWN = 1
export const BEGUN = 2
export const RECORDS = 3

/** What a step takes, in numbers. */
export const STEP_CELLS = 3

/** The records of one machine of a tree, and the column that is being made. A record is known by where it begins. */
export interface ThinUnit {
  readonly shape: ThinShape
  readonly forks: readonly ThinFork[]
  /** The most cells that a thread has. */
  readonly stride: number
  cells: Float64Array
  top: number
  /** Records by content: an open table of where they begin. */
  table: Int32Array
  count: number
  /** Steps: for a label, the record before it, how much costs rise, the step made before from the same record. */
  readonly steps: Steps
  /** How much more one record costs than another, at most over all points; made when it is asked for. */
  excesses: PairTable | undefined
  /** The column that is being made: targets of its entries and their costs, then its threads. */
  readonly target: Int32Array
  readonly cost: Float64Array
  /** Of its entries those that the column behind did not have, or dearer. */
  readonly newTarget: Int32Array
  readonly newCost: Float64Array
  threads: Float64Array
  /** By thread: the record of its child that the act was of, as it was behind it; −1: it was of none. */
  changed: Int32Array
  /** The record behind all events. */
  fresh: number
  /** One for all units of a tree: numbers held by children, and for pairs. */
  readonly held: { numbers: number }
}

export interface ThinFork {
  readonly children: readonly ThinUnit[]
  readonly childOf: Int32Array
  readonly stride: number
}

interface Steps {
  count: number
  label: Int32Array
  record: Int32Array
  previous: Int32Array
  rise: Float64Array
}

export function createThinUnit(shape: ThinShape, held: ThinUnit['held'] = { numbers: 0 }): ThinUnit {
  const forks = shape.forks.map(({ children, childOf }): ThinFork => {
    const units = children.map((child) => createThinUnit(child, held))
    return { children: units, childOf, stride: RECORDS + units.length }
  })
  const size = 1 + shape.leaves
  const unit: ThinUnit = {
    shape,
    forks,
    stride: forks.reduce((most, { stride }) => Math.max(most, stride), 0),
    cells: new Float64Array(64),
    top: 0,
    table: new Int32Array(16).fill(-1),
    count: 0,
    steps: {
      count: 0,
      label: new Int32Array(8),
      record: new Int32Array(8),
      previous: new Int32Array(8),
      rise: new Float64Array(8),
    },
    excesses: undefined,
    target: new Int32Array(size),
    cost: new Float64Array(size),
    newTarget: new Int32Array(size),
    newCost: new Float64Array(size),
    threads: new Float64Array(32),
    changed: new Int32Array(8),
    fresh: 0,
    held,
  }
  // Nothing is left at the end.
  unit.fresh = intern(unit, write(unit, 1, new Int32Array(0), 0))
  return unit
}

/**
 * Writes the column that stands in the unit's arrays behind its records, without keeping it: where it begins. `order`
 * says where its threads begin, −1 for one that is left out.
 */
export function write(unit: ThinUnit, count: number, order: Int32Array, lines: number): number {
  const { target, cost, threads, forks, top } = unit
  const most = top + ENTRIES + 2 * count + lines * unit.stride
  if (most > unit.cells.length) growCells(unit, most)
  const a = unit.cells
  let to = top + ENTRIES
  for (let at = 0; at < count; at++) {
    a[to++] = target[at] as number
    a[to++] = cost[at] as number
  }
  const from = to
  for (let line = 0; line < lines; line++) {
    const thread = order[line] as number
    if (thread < 0) continue
    const end = thread + (forks[(threads[thread] as number) | 0] as ThinFork).stride
    for (let cell = thread; cell < end; cell++) a[to++] = threads[cell] as number
  }
  writeHead(a, top, count, to - from)
  return top
}

/** Writes the head of a record: of so many entries, so many cells of threads, and nothing known of it. */
export function writeHead(cells: Float64Array, record: number, entries: number, threads: number): void {
  cells[record + COUNT] = entries
  cells[record + ALL_THREADS] = threads
  cells[record + BEGIN] = -1
  cells[record + EXCESS] = NaN
  cells[record + STEP] = -1
}

/** How many cells a record has. */
export function sizeOf({ cells }: ThinUnit, record: number): number {
  return (ENTRIES + 2 * (cells[record + COUNT] as number) + (cells[record + ALL_THREADS] as number)) | 0
}

/** Keeps the record that was written last; the one of the same content, if there is one. */
export function intern(unit: ThinUnit, made: number): number {
  if (unit.count * 2 > unit.table.length) growTable(unit)
  const { table, cells } = unit
  const size = sizeOf(unit, made)
  const count = (cells[made + COUNT] as number) | 0
  let slot = hashOf(cells, made, size) & (table.length - 1)
  for (let at = table[slot] as number; at >= 0; at = table[slot] as number) {
    if (cells[at + COUNT] === count && cells[at + ALL_THREADS] === size - ENTRIES - 2 * count) {
      let cell = ENTRIES
      while (cell < size && cells[at + cell] === cells[made + cell]) cell++
      if (cell === size) return at
    }
    slot = (slot + 1) & (table.length - 1)
  }
  table[slot] = made
  unit.count++
  unit.top += size
  return made
}

function growTable(unit: ThinUnit): void {
  const { cells, top } = unit
  const table = new Int32Array(unit.table.length * 4).fill(-1)
  for (let at = 0, size = 0; at < top; at += size) {
    size = sizeOf(unit, at)
    let slot = hashOf(cells, at, size) & (table.length - 1)
    while ((table[slot] as number) >= 0) slot = (slot + 1) & (table.length - 1)
    table[slot] = at
  }
  unit.table = table
}

function hashOf(cells: Float64Array, from: number, size: number): number {
  let hash = size
  for (let cell = from + ENTRIES, end = from + size; cell < end; cell++) {
    hash = Math.imul(hash ^ ((cells[cell] as number) | 0), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}

/** The step of a label from a record; −1: none was made. */
export function findStep(
  { cells, steps: { label: labels, previous } }: ThinUnit,
  record: number,
  label: number,
): number {
  let step = (cells[record + STEP] as number) | 0
  while (step >= 0 && labels[step] !== label) step = previous[step] as number
  return step
}

export function addStep({ cells, steps }: ThinUnit, from: number, label: number, record: number, rise: number): void {
  const step = steps.count++
  if (step === steps.label.length) growSteps(steps)
  steps.label[step] = label
  steps.record[step] = record
  steps.rise[step] = rise
  steps.previous[step] = cells[from + STEP] as number
  cells[from + STEP] = step
}

function growSteps(steps: Steps): void {
  const { label, record, previous, rise } = steps
  const size = label.length * 2
  steps.label = enlarge(label, size)
  steps.record = enlarge(record, size)
  steps.previous = enlarge(previous, size)
  steps.rise = new Float64Array(size)
  steps.rise.set(rise)
}

/** Adds room, for so many cells at least. */
export function growCells(unit: ThinUnit, cells: number): void {
  const larger = new Float64Array(Math.max(cells, unit.cells.length * 2))
  larger.set(unit.cells)
  unit.cells = larger
}

/** Adds room for so many cells of threads. */
export function growThreads(unit: ThinUnit, cells: number): void {
  const larger = new Float64Array(2 * cells)
  larger.set(unit.threads)
  unit.threads = larger
  // A thread has four cells at least.
  unit.changed = enlarge(unit.changed, cells >> 1)
}
