import { placeDeviations } from '../conformance/place-deviations.ts'
import type { InteractionResult } from './result.ts'
import type { ServedCell } from './touchpoint.ts'
import type { Walked } from './find-way.ts'
import { deviationKey, unknownEventOf } from './finding.ts'

/** What deviates in one way of going through a flow: by key of the deviation how often in each place (as JSON). */
export type Way = ReadonlyMap<string, ReadonlyMap<string, number>>

/** The contacts of one touchpoint and version. */
export interface EffectScope {
  readonly flow: string
  readonly code: string
  readonly at: ServedCell['at']
  readonly version: string
  /** By number of the way: contacts, and the least id of them. */
  readonly counts: Map<number, { interactions: number; example: string }>
  /** Of those whose handling time is known: the number of the way, and the time. */
  readonly ways: number[]
  readonly times: number[]
}

/** What is kept to tell what deviations go along with: two numbers a contact, and each way in which something deviates once. */
export interface EffectSums {
  /** By number; 0: nothing deviates. */
  readonly ways: Way[]
  readonly numbers: Map<string, number>
  readonly scopes: Map<string, EffectScope>
}

/** The way of all in which nothing deviates. */
export const WITHOUT = 0

export function createEffectSums(): EffectSums {
  return { ways: [new Map()], numbers: new Map(), scopes: new Map() }
}

/** Adds a result: one whose alignment is known. */
export function addEffect(sums: EffectSums, result: InteractionResult): void {
  if (result.kind !== 'scored' || !result.alignment.optimal) return
  const { cell, map, interaction, handlingMs } = result
  countWay(scopeOf(sums, cell, map.version), numberWay(sums, result, map.version), interaction.id, handlingMs)
}

/** Adds a contact that went through its flow in a way. */
export function countWay(scope: EffectScope, way: number, id: string, handlingMs: number | undefined): void {
  const counted = scope.counts.get(way)
  if (counted === undefined) scope.counts.set(way, { interactions: 1, example: id })
  else {
    counted.interactions += 1
    if (id < counted.example) counted.example = id
  }
  if (handlingMs === undefined) return
  scope.ways.push(way)
  scope.times.push(handlingMs)
}

export function scopeOf({ scopes }: EffectSums, cell: ServedCell, version: string): EffectScope {
  const key = JSON.stringify([cell.code, placeKey(cell.at), version])
  let scope = scopes.get(key)
  if (scope === undefined) {
    const { code, at, row } = cell
    scope = { flow: row.flow, code, at, version, counts: new Map(), ways: [], times: [] }
    scopes.set(key, scope)
  }
  return scope
}

export const placeKey = (at: ServedCell['at']): string => JSON.stringify(Object.entries(at).sort())

/** The number of the way in which an interaction went through its flow. */
export function numberWay(sums: EffectSums, walked: Walked, version: string): number {
  const { alignment, deviations, interaction, flow } = walked
  if (deviations.length === 0 || !alignment.optimal) return WITHOUT
  const parts: (string | number)[] = []
  for (const move of alignment.moves) {
    if (move.type === 'sync') parts.push(move.label)
    else if (move.type === 'model') parts.push(`-${move.label}`)
    else if (move.type === 'log') {
      parts.push(JSON.stringify(interaction.events[move.event]?.event), move.labels.join())
    }
  }
  // What was meant by a move follows from the moves but for talk: that is told apart by what deviates.
  const keys = deviations.map((deviation) => keyIn(walked, deviation))
  const key = JSON.stringify([version, flow.id, parts.join(' '), keys])
  let number = sums.numbers.get(key)
  if (number === undefined) {
    number = sums.ways.push(wayOf(walked, keys)) - 1
    sums.numbers.set(key, number)
  }
  return number
}

function wayOf({ alignment, deviations, interaction, flow }: Walked, keys: readonly string[]): Way {
  const way = new Map<string, Map<string, number>>()
  if (!alignment.optimal) return way
  const idOf = (label: number | undefined): string | null =>
    label === undefined ? null : (flow.labels[label]?.id ?? null)
  for (const [at, { after, instead, by }] of placeDeviations(alignment.moves, deviations).entries()) {
    const key = keys[at] ?? ''
    const place = JSON.stringify({
      after: idOf(after),
      ...(deviations[at]?.kind === 'outOfOrder' ? { instead: idOf(instead) } : {}),
      ...(by === undefined ? {} : { by: interaction.events[by]?.event ?? '' }),
    })
    const places = way.get(key) ?? new Map<string, number>()
    places.set(place, (places.get(place) ?? 0) + 1)
    way.set(key, places)
  }
  return way
}

function keyIn(walked: Walked, deviation: Walked['deviations'][number]): string {
  const { kind, label, direction } = deviation
  const { flow } = walked
  const step = label === undefined ? undefined : flow.labels[label]?.id
  return deviationKey({ flow: flow.id, kind, step, event: unknownEventOf(walked, deviation), direction })
}

/** Adds `from`, which another made, to `into`. */
export function mergeEffects(into: EffectSums, from: EffectSums): void {
  const numbers = new Map([[WITHOUT, WITHOUT]])
  for (const [key, old] of from.numbers) {
    let number = into.numbers.get(key)
    if (number === undefined) {
      number = into.ways.push(from.ways[old] ?? new Map()) - 1
      into.numbers.set(key, number)
    }
    numbers.set(old, number)
  }
  for (const [key, { counts, ways, times, ...about }] of from.scopes) {
    let scope = into.scopes.get(key)
    if (scope === undefined) into.scopes.set(key, (scope = { ...about, counts: new Map(), ways: [], times: [] }))
    for (const [old, { interactions, example }] of counts) {
      const way = numbers.get(old) ?? WITHOUT
      const counted = scope.counts.get(way)
      scope.counts.set(way, {
        interactions: interactions + (counted?.interactions ?? 0),
        example: counted !== undefined && counted.example < example ? counted.example : example,
      })
    }
    for (const [at, old] of ways.entries()) {
      scope.ways.push(numbers.get(old) ?? WITHOUT)
      scope.times.push(times[at] as number)
    }
  }
}
