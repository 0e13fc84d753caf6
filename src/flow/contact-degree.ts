import type { Place } from '../diagnostic/diagnostic.ts'
import { CONTACT_DIMENSIONS, type Contact, type ContactDimension } from '../model/contact.ts'
import type { Flow } from '../model/flow.ts'
import type { Id, ProcessMap } from '../model/map.ts'
import type { Cell, Matrix } from '../model/matrix.ts'
import { expandFlow } from './expand-flow.ts'
import { FULL, type FlowMeasures, measureFlow } from './measure-flow.ts'
import { walkFlow } from './walk-flow.ts'

/** One dimension of contact, and where it is stated: on the flow, else on its channel. */
export interface StatedDegree {
  readonly value: number
  readonly from: 'flow' | 'channel'
  readonly place: Place
}

/** A flow in the channels in which its contact is the same: one point of the contact-degree matrix 接触度矩阵 (S24.g). */
export interface PlacedFlow {
  readonly flow: Flow
  readonly channels: readonly Id[]
  /** The touchpoints that have it. */
  readonly cells: readonly Cell[]
  readonly contact: Readonly<Partial<Record<ContactDimension, StatedDegree>>>
  /** The mean of the five; absent where one of them is not stated, since only all five measure contact (S24.f). */
  readonly degree?: number
  readonly missing: readonly ContactDimension[]
  readonly measures: FlowMeasures
  /** Process − degree: above 0 more involved than its contact asks for, below 0 plainer. */
  readonly distance?: number
  readonly far: boolean
  /** For a flow far from the diagonal. */
  readonly nearer?: Nearer
  /** Used flows that state a contact of their own: a sub-flow may be high where the whole is low (S24.f). */
  readonly parts: readonly { readonly as: Id; readonly flow: Id; readonly degree: number }[]
}

/** A change of one figure, the others as they are. */
export interface Change<Of extends string> {
  readonly of: Of
  readonly from: number
  readonly to: number
  /** Of ways: log2 of `from`, which may be beyond what a number holds. */
  readonly bits?: number
}
export type FlowFigure = 'steps' | 'forks' | 'ways' | 'passes'

/** What would bring a flow within the tolerance of the diagonal. */
export interface Nearer {
  /** By how much process and degree have to come together. */
  readonly by: number
  /** The process level that is reached then, and the degree of contact. */
  readonly process: number
  readonly degree: number
  /** Changes of the flow of which each alone is enough. */
  readonly alone: readonly Change<FlowFigure>[]
  /** Changes of all its figures that are enough together. */
  readonly together: readonly Change<FlowFigure>[]
  /** Changes of the contact instead, of which each alone is enough. */
  readonly contact: readonly Change<ContactDimension>[]
}

export interface ContactMatrix {
  readonly tolerance: number
  /** The farthest from the diagonal first; those whose degree is not known last. */
  readonly flows: readonly PlacedFlow[]
}

/** How far from the diagonal is not yet far. Ours. */
export const TOLERANCE = 0.25

/** Places each flow that a touchpoint has by its contact and by what it is like. */
export function placeFlows(
  map: ProcessMap,
  matrix: Pick<Matrix, 'cells'>,
  tolerance: number = TOLERANCE,
): ContactMatrix {
  const groups = new Map<string, { flow: Flow; contact: PlacedFlow['contact']; cells: Cell[] }>()
  const measured = new Map<Id, FlowMeasures>()
  for (const cell of matrix.cells) {
    const flow = cell.row && map.flows.get(cell.row.flow)
    if (!flow) continue
    const contact = contactOf(map, flow, cell.at.channel)
    const key = JSON.stringify([flow.id, CONTACT_DIMENSIONS.map((dimension) => contact[dimension]?.value ?? null)])
    const group = groups.get(key)
    if (group) group.cells.push(cell)
    else groups.set(key, { flow, contact, cells: [cell] })
  }
  const flows = [...groups.values()].map(({ flow, contact, cells }): PlacedFlow => {
    const measures = measured.get(flow.id) ?? measureFlow(expandFlow(map, flow.id))
    measured.set(flow.id, measures)
    const missing = CONTACT_DIMENSIONS.filter((dimension) => contact[dimension] === undefined)
    const channels = [...new Set(cells.map(({ at }) => at.channel))]
    const placed = { flow, channels, cells, contact, missing, measures, parts: partsOf(map, flow) }
    if (missing.length > 0) return { ...placed, far: false }
    const degree = meanOf(CONTACT_DIMENSIONS.map((dimension) => contact[dimension]?.value ?? 0))
    const distance = measures.process - degree
    const far = Math.abs(distance) > tolerance + 1e-9
    const nearer = far ? { nearer: bringNearer(measures, contact, degree, tolerance) } : {}
    return { ...placed, degree, distance, far, ...nearer }
  })
  const rank = ({ distance }: PlacedFlow) => (distance === undefined ? -1 : Math.round(Math.abs(distance) * 1e6))
  return { tolerance, flows: flows.sort((a, b) => rank(b) - rank(a)) }
}

/** What the flow states, else its channel, else what the channel is part of. */
function contactOf(map: ProcessMap, flow: Flow, channel: Id): PlacedFlow['contact'] {
  const stated: (readonly [StatedDegree['from'], Contact])[] = flow.contact ? [['flow', flow.contact]] : []
  const seen = new Set<Id>()
  for (let id: Id | undefined = channel; id !== undefined && !seen.has(id);) {
    seen.add(id)
    const value = map.catalog.axes.channel.get(id)
    if (value?.contact) stated.push(['channel', value.contact])
    id = value?.partOf
  }
  const contact: Partial<Record<ContactDimension, StatedDegree>> = {}
  for (const dimension of CONTACT_DIMENSIONS) {
    for (const [from, { degrees, place }] of stated) {
      const value = degrees[dimension]
      if (value !== undefined) contact[dimension] ??= { value, from, place }
    }
  }
  return contact
}

function partsOf(map: ProcessMap, flow: Flow): PlacedFlow['parts'] {
  const parts: PlacedFlow['parts'][number][] = []
  walkFlow(flow, {
    item: (item) => {
      if (item.kind !== 'use') return
      const stated = map.flows.get(item.flow)?.contact?.degrees
      const values = CONTACT_DIMENSIONS.flatMap((dimension) => stated?.[dimension] ?? [])
      if (values.length === CONTACT_DIMENSIONS.length)
        parts.push({ as: item.as, flow: item.flow, degree: meanOf(values) })
    },
  })
  return parts
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** What one unit of a figure's share weighs in the process level: a third for each measure, steps and forks halve theirs. */
const FIGURES = [
  { of: 'steps', full: FULL.steps, weight: 1 / 6, least: 1, unit: 1 },
  { of: 'forks', full: FULL.forks, weight: 1 / 6, least: 0, unit: 1 },
  { of: 'ways', full: FULL.bits, weight: 1 / 3, least: 0, unit: 0 },
  { of: 'passes', full: FULL.passes, weight: 1 / 3, least: 0, unit: 0.1 },
] as const

function bringNearer(
  measures: FlowMeasures,
  contact: PlacedFlow['contact'],
  degree: number,
  tolerance: number,
): Nearer {
  const distance = measures.process - degree
  const by = Math.abs(distance) - tolerance
  const sign = distance > 0 ? -1 : 1
  const level = measures.process + sign * by
  const raw = { steps: measures.steps, forks: measures.forks, ways: measures.ways.bits, passes: measures.passes }
  const change = ({ of, full, least, unit }: (typeof FIGURES)[number], share: number): Change<FlowFigure> => {
    const to = Math.max(least, share * full)
    const from = raw[of]
    if (of === 'ways') return { of, from: 2 ** from, bits: from, to: roundTowards(2 ** to, 1, sign) }
    return { of, from, to: roundTowards(to, unit, sign) }
  }
  const alone = FIGURES.flatMap((figure) => {
    const share = Math.min(1, raw[figure.of] / figure.full) + (sign * by) / figure.weight
    const possible = share <= 1 + 1e-9 && share >= figure.least / figure.full - 1e-9
    return possible ? [change(figure, share)] : []
  })
  // One step is the least there can be, so the plainest flow is a little above nothing.
  const reachable = sign > 0 || level >= FIGURES[0].weight / FULL.steps - 1e-9
  const together = (reachable ? FIGURES : []).map((figure) => {
    const share = Math.min(1, raw[figure.of] / figure.full)
    if (sign > 0) return change(figure, 1 - ((1 - share) * (1 - level)) / (1 - measures.process))
    const least = figure.least / figure.full
    const spare = measures.process - FIGURES[0].weight / FULL.steps
    return change(figure, least + (share - least) * (spare > 0 ? 1 - by / spare : 0))
  })
  const dimensions = CONTACT_DIMENSIONS.flatMap((of): Change<ContactDimension>[] => {
    const from = contact[of]?.value ?? 0
    const to = from - sign * by * CONTACT_DIMENSIONS.length
    if (to < -1e-9 || to > 1 + 1e-9) return []
    return [{ of, from, to: Math.min(1, Math.max(0, roundTowards(to, 0.01, -sign))) }]
  })
  return {
    by,
    process: level,
    degree: degree - sign * by,
    alone,
    together: together.filter(({ from, to }) => (sign < 0 ? to < from : to > from)),
    contact: dimensions,
  }
}

/** Rounded so that what is asked for is reached: down where less is wanted, up where more is. */
function roundTowards(value: number, unit: number, sign: number): number {
  const units = value / unit
  const whole = sign < 0 ? Math.floor(units + 1e-9) : Math.ceil(units - 1e-9)
  return Math.round(whole * unit * 100) / 100
}
