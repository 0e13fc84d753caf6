import { addPeriod } from './day.ts'
import type { Id, ProcessMap } from './map.ts'
import type { Cell, Matrix } from './matrix.ts'
import type { Walk, WalkFinding } from './walk.ts'

/** What became of a finding by a day: settled, still open, or open past the day it was due. */
export type FindingState = 'settled' | 'open' | 'overdue'

/** The walk-throughs of something by a day, the newest first. */
export interface WalkRecord {
  readonly walks: readonly Walk[]
  /** When the next is due at the latest; absent where the map does not say how often, or nobody need walk it. */
  readonly due?: string
  readonly overdue: boolean
}

/** When the review is due at the latest: a period after the last one, or after the version came into force. */
export function reviewDue({ review, effective }: Pick<ProcessMap, 'review' | 'effective'>): string | undefined {
  return review && addPeriod(review.last ?? effective.from, review.every)
}

export function findingState({ due, settled }: WalkFinding, asOf: string): FindingState {
  if (settled && settled.day <= asOf) return 'settled'
  return due !== undefined && due < asOf ? 'overdue' : 'open'
}

/**
 * The walk-throughs of each flow that serves a touchpoint, by a day: as a flow, or by the code of a touchpoint it serves. A
 * flow that was never walked is due a period after the version came into force.
 */
export function recordWalks(
  map: WalkedMap,
  { cells }: Pick<Matrix, 'cells'>,
  asOf: string,
): ReadonlyMap<Id, WalkRecord> {
  const flowOf = new Map(cells.flatMap(({ code, row }) => (code && row ? [[code, row.flow] as const] : [])))
  const walked = new Map<Id, Walk[]>([...new Set(flowOf.values())].map((flow) => [flow, []]))
  for (const walk of walksBy(map, asOf)) {
    const flows = new Set([...walk.flows, ...walk.touchpoints.flatMap((code) => flowOf.get(code) ?? [])])
    for (const flow of flows) walked.get(flow)?.push(walk)
  }
  return new Map([...walked].map(([flow, walks]) => [flow, recordOf(map, walks, asOf)]))
}

/** The walk-throughs of one flow; of one touchpoint: those through it or the whole flow that serves it, due as the flow is. */
export function recordWalksOf(
  map: WalkedMap,
  matrix: Pick<Matrix, 'cells'>,
  { flow, cell }: { readonly flow: Id; readonly cell?: Cell },
  asOf: string,
): WalkRecord {
  const serving = recordWalks(map, matrix, asOf).get(flow)
  const whole = serving ?? { walks: walksBy(map, asOf).filter(({ flows }) => flows.includes(flow)), overdue: false }
  if (cell?.code === undefined) return whole
  const { code } = cell
  return { ...whole, walks: whole.walks.filter((each) => each.flows.includes(flow) || each.touchpoints.includes(code)) }
}

/** How many findings of walks are in which state. */
export function countFindings(walks: readonly Walk[], asOf: string): Readonly<Record<FindingState, number>> {
  const counts = { settled: 0, open: 0, overdue: 0 }
  for (const { findings } of walks) for (const each of findings) counts[findingState(each, asOf)] += 1
  return counts
}

type WalkedMap = Pick<ProcessMap, 'walks' | 'walksEvery' | 'effective'>

/** Walks that had been done by a day, the newest first. */
export function walksBy({ walks = [] }: WalkedMap, asOf: string): Walk[] {
  const done = walks.filter(({ day }) => day <= asOf)
  return done.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1))
}

/** A version that has just come into force has a whole period to be walked. */
function recordOf({ walksEvery, effective }: WalkedMap, walks: readonly Walk[], asOf: string): WalkRecord {
  if (!walksEvery) return { walks, overdue: false }
  const last = walks[0]?.day ?? effective.from
  const due = addPeriod(last > effective.from ? last : effective.from, walksEvery.every)
  return { walks, due, overdue: due < asOf }
}
