import { ALL_THREADS, BEGIN, BEGUN, COUNT, ENTRIES, type ThinFork, type ThinUnit } from './thin-unit.ts'

/** What is left from behind a source, by what a record holds. */
export function left({ shape: { leaves, rowOf }, cells, forks }: ThinUnit, source: number, record: number): number {
  const row = rowOf(source)
  const threads = (record + ENTRIES + 2 * (cells[record + COUNT] as number)) | 0
  let least = Infinity
  for (let at = record + ENTRIES; at < threads; at += 2) {
    const cost = (row[(cells[at] as number) | 0] as number) + (cells[at + 1] as number)
    if (cost < least) least = cost
  }
  const end = (threads + (cells[record + ALL_THREADS] as number)) | 0
  for (let at = threads; at < end; at += (forks[(cells[at] as number) | 0] as ThinFork).stride) {
    const cost = (row[1 + leaves + ((cells[at] as number) | 0)] as number) + (cells[at + BEGUN] as number)
    if (cost < least) least = cost
  }
  return least
}

/** What is left from the beginning of the machine. */
export function begin(unit: ThinUnit, record: number): number {
  const known = unit.cells[record + BEGIN] as number
  return known >= 0 ? known : (unit.cells[record + BEGIN] = left(unit, 0, record))
}

/** What is left from behind a source, by the column that stands in the unit's arrays. */
export function leftHere(unit: ThinUnit, source: number, count: number, cells: number): number {
  const { shape, target, cost, threads, forks } = unit
  const row = shape.rowOf(source)
  let least = Infinity
  for (let at = 0; at < count; at++) {
    const sum = (row[target[at] as number] as number) + (cost[at] as number)
    if (sum < least) least = sum
  }
  for (let at = 0; at < cells; at += (forks[(threads[at] as number) | 0] as ThinFork).stride) {
    const sum = (row[1 + shape.leaves + ((threads[at] as number) | 0)] as number) + (threads[at + BEGUN] as number)
    if (sum < least) least = sum
  }
  return least
}
