import { PairTable } from './pair-table.ts'
import { left } from './thin-left.ts'
import { ALL_THREADS, COUNT, ENTRIES, EXCESS, OWN, RECORDS, type ThinFork, type ThinUnit } from './thin-unit.ts'

/** Above all numbers of cells. */
const MOST_CELLS = 2 ** 26
/** What a pair takes in its table, which is at least a quarter full. */
const PAIR_CELLS = 12

/** Whether a rival costs no more than a thread, wherever within the fork. */
export function isUndercut(
  children: readonly ThinUnit[],
  threads: Float64Array,
  thread: number,
  rival: number,
): boolean {
  let excess = (threads[rival + OWN] as number) - (threads[thread + OWN] as number)
  for (let child = 0; child < children.length; child++) {
    const own = (threads[thread + RECORDS + child] as number) | 0
    const its = (threads[rival + RECORDS + child] as number) | 0
    if (own !== its) excess += excessOf(children[child] as ThinUnit, its, own)
    if (excess === Infinity) return false
  }
  return excess <= 0
}

/** How much more the one record costs than the other, at most over all points. */
function excessOf(unit: ThinUnit, one: number, other: number): number {
  if (one === other) return 0
  if (one === unit.fresh) return freshExcess(unit, other)
  const excesses = (unit.excesses ??= new PairTable(MOST_CELLS))
  const known = excesses.find(one, other)
  if (known >= 0) return excesses.valueAt(known)
  const excess = findExcess(unit, one, other)
  excesses.set(one, other, excess, 0)
  unit.held.numbers += PAIR_CELLS
  return excess
}

/** How much more the record behind all events costs than another, at most over all points. */
export function freshExcess(unit: ThinUnit, other: number): number {
  if (other === unit.fresh) return 0
  const known = unit.cells[other + EXCESS] as number
  return Number.isNaN(known) ? (unit.cells[other + EXCESS] = findExcess(unit, unit.fresh, other)) : known
}

function findExcess(unit: ThinUnit, one: number, other: number): number {
  const { shape, forks, cells } = unit
  const { skips, leaves } = shape
  let most = -Infinity
  const entries = (cells[other + COUNT] as number) | 0
  for (let at = 0, cell = other + ENTRIES; at < entries; at++, cell += 2) {
    const target = (cells[cell] as number) | 0
    let cost = target === 0 ? Infinity : (skips[target] as number) + left(unit, target, one)
    const own = entryOf(cells, one, target)
    if (own < cost) cost = own
    const more = cost - (cells[cell + 1] as number)
    if (more > most) most = more
  }
  const threads = other + ENTRIES + 2 * entries
  const end = (threads + (cells[other + ALL_THREADS] as number)) | 0
  for (let at = threads; at < end && most < Infinity;) {
    const number = (cells[at] as number) | 0
    const { children, stride } = forks[number] as ThinFork
    let more = left(unit, 1 + leaves + number, one) - (cells[at + OWN] as number)
    for (let child = 0; child < children.length; child++) {
      more += freshExcess(children[child] as ThinUnit, (cells[at + RECORDS + child] as number) | 0)
    }
    const rivals = (one + ENTRIES + 2 * (cells[one + COUNT] as number)) | 0
    const last = (rivals + (cells[one + ALL_THREADS] as number)) | 0
    for (let rival = rivals; rival < last && more > most;) {
      const itsNumber = (cells[rival] as number) | 0
      if (itsNumber === number) {
        let excess = (cells[rival + OWN] as number) - (cells[at + OWN] as number)
        for (let child = 0; child < children.length; child++) {
          const part = children[child] as ThinUnit
          excess += excessOf(
            part,
            (cells[rival + RECORDS + child] as number) | 0,
            (cells[at + RECORDS + child] as number) | 0,
          )
        }
        if (excess < more) more = excess
      }
      rival += (forks[itsNumber] as ThinFork).stride
    }
    if (more > most) most = more
    at += stride
  }
  return most
}

function entryOf(cells: Float64Array, record: number, target: number): number {
  const end = (record + ENTRIES + 2 * (cells[record + COUNT] as number)) | 0
  for (let at = record + ENTRIES; at < end; at += 2) if (cells[at] === target) return cells[at + 1] as number
  return Infinity
}
