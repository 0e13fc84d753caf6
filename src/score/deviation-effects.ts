import type { DurationFigures } from '../conformance/explain-deviations.ts'
import { placeDeviations } from '../conformance/place-deviations.ts'
import { compareText } from '../diagnostic/sort.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import type { Cell } from '../model/matrix.ts'
import type { Text } from '../model/text.ts'
import type { DeviationEffect, EffectPlace } from './deviation-effect.ts'
import { findingOf } from './finding.ts'
import type { InteractionResult, ScoredInteraction } from './result.ts'
import type { ScoreSummary, TouchpointSummary } from './summary.ts'
import type { DeviationTally } from './tally.ts'

/** One way through a flow: what deviates in it. */
interface Variant {
  /** By key of the deviation: how often in each place (as JSON). */
  readonly deviations: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** The contacts of one touchpoint and version. */
interface Scope {
  readonly flow: EffectiveFlow
  readonly code: string
  readonly at: Cell['at']
  readonly version: string
  /** By variant: contacts, and the least id of them. */
  readonly counts: Map<Variant, { interactions: number; example: string }>
  /** Of those whose time is known, in pairs. */
  readonly variants: Variant[]
  readonly times: number[]
}

/** Gathers in which ways of going through a flow deviations occur, and how long such contacts took: two numbers for each. */
export class DeviationEffects {
  readonly #flows = new Map<string, Map<string, Variant>>()
  readonly #scopes = new Map<string, Scope>()

  add(result: InteractionResult): void {
    if (result.kind !== 'scored' || !result.alignment.optimal) return
    const variant = this.#variantOf(result)
    const scope = this.#scopeOf(result)
    const { id } = result.interaction
    const counted = scope.counts.get(variant)
    if (counted === undefined) scope.counts.set(variant, { interactions: 1, example: id })
    else {
      counted.interactions += 1
      if (id < counted.example) counted.example = id
    }
    if (result.handlingMs === undefined) return
    scope.variants.push(variant)
    scope.times.push(result.handlingMs)
  }

  /** The summary of the same results, each deviation with its effect. */
  explain(summary: ScoreSummary): ScoreSummary {
    const all = [...this.#scopes.values()]
    const touchpoint = (across: boolean) => (one: TouchpointSummary) =>
      explained(
        one,
        all.filter(
          ({ code, at, version }) =>
            code === one.code && (across || (version === one.version && placeKey(at) === placeKey(one.at))),
        ),
      )
    return {
      ...explained(summary, all),
      touchpoints: summary.touchpoints.map(touchpoint(false)),
      acrossVersions: summary.acrossVersions.map(touchpoint(true)),
    }
  }

  #scopeOf({ cell, map, flow }: ScoredInteraction): Scope {
    const key = JSON.stringify([cell.code, placeKey(cell.at), map.version])
    let scope = this.#scopes.get(key)
    if (scope === undefined) {
      scope = {
        flow,
        code: cell.code,
        at: cell.at,
        version: map.version,
        counts: new Map(),
        variants: [],
        times: [],
      }
      this.#scopes.set(key, scope)
    }
    return scope
  }

  #variantOf(result: ScoredInteraction): Variant {
    const { alignment, interaction, flow } = result
    let way = ''
    for (const move of alignment.optimal ? alignment.moves : []) {
      if (move.type === 'sync') way += ` ${move.label}`
      else if (move.type === 'model') way += ` -${move.label}`
      else if (move.type === 'log')
        way += ` ${JSON.stringify(interaction.events[move.event]?.event)}${move.labels.join()}`
    }
    let known = this.#flows.get(flow.id)
    if (known === undefined) this.#flows.set(flow.id, (known = new Map()))
    // What was meant by a move follows from the moves but for talk: that is told apart by its deviations.
    const finding = findingOf(result).deviations
    const key = JSON.stringify([
      result.map.version,
      way,
      finding.map(({ about, occurrences }) => [about.key, occurrences]),
    ])
    let variant = known.get(key)
    if (variant === undefined) known.set(key, (variant = { deviations: placesOf(result) }))
    return variant
  }
}

const placeKey = (at: Cell['at']): string => JSON.stringify(Object.entries(at).sort())

function explained<Of extends { readonly deviations: readonly DeviationTally[] }>(
  one: Of,
  scopes: readonly Scope[],
): Of {
  const byFlow = new Map<string, readonly Scope[]>()
  for (const scope of scopes) byFlow.set(scope.flow.id, [...(byFlow.get(scope.flow.id) ?? []), scope])
  return {
    ...one,
    deviations: one.deviations.map((each) => ({
      ...each,
      effect: effectOf(keyOf(each), each.kind, byFlow.get(each.flow) ?? []),
    })),
  }
}

/** As `findingOf` tells deviations apart. */
function keyOf({ flow, kind, step, event, direction }: DeviationTally): string {
  return JSON.stringify([flow, kind, step ?? null, event ?? null, direction ?? null])
}

/** Deviations of a result by their keys, and how often each stands in which place. */
function placesOf(result: ScoredInteraction): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const { alignment, deviations, flow, interaction } = result
  const found = new Map<string, Map<string, number>>()
  if (!alignment.optimal) return found
  const idOf = (label: number | undefined): string | null =>
    label === undefined ? null : (flow.labels[label]?.id ?? null)
  const sites = placeDeviations(alignment.moves, deviations)
  for (const [at, deviation] of deviations.entries()) {
    const [about] = findingOf({ ...result, deviations: [deviation], acceptedDeviations: new Map() }).deviations
    const { after, instead, by } = sites[at] ?? { after: undefined }
    if (about === undefined) continue
    const place = JSON.stringify({
      after: idOf(after),
      ...(deviation.kind === 'outOfOrder' ? { instead: idOf(instead) } : {}),
      ...(by === undefined ? {} : { by: interaction.events[by]?.event ?? '' }),
    })
    const places = found.get(about.about.key) ?? new Map<string, number>()
    places.set(place, (places.get(place) ?? 0) + 1)
    found.set(about.about.key, places)
  }
  return found
}

function effectOf(key: string, kind: DeviationTally['kind'], scopes: readonly Scope[]): DeviationEffect {
  const places = new Map<string, number>()
  const variants = new Map<Variant, { interactions: number; example: string }>()
  const replaced = { interactions: 0, occurrences: 0 }
  const [inside, outside]: [number[], number[]] = [[], []]
  let among = 0
  for (const { counts, variants: known, times } of scopes) {
    for (const [variant, { interactions, example }] of counts) {
      among += interactions
      const own = variant.deviations.get(key)
      if (own === undefined) continue
      let times = 0
      for (const [place, occurrences] of own) {
        places.set(place, (places.get(place) ?? 0) + occurrences * interactions)
        if (isReplaced(place)) times += occurrences
      }
      if (times > 0) replaced.interactions += interactions
      replaced.occurrences += times * interactions
      const met = variants.get(variant)
      variants.set(variant, {
        interactions: interactions + (met?.interactions ?? 0),
        example: met !== undefined && met.example < example ? met.example : example,
      })
    }
    for (let i = 0; i < times.length; i++) {
      ;(known[i]?.deviations.has(key) ? inside : outside).push(times[i] as number)
    }
  }
  const sorted = [...places]
    .sort(([a, m], [b, n]) => n - m || compareText(a, b))
    .map(([place, occurrences]) => ({ ...placeOf(place), occurrences }))
  return {
    among,
    ...(kind === 'skipped' ? { replaced } : {}),
    places: sorted,
    variants: [...variants.values()].sort(
      (a, b) => b.interactions - a.interactions || compareText(a.example, b.example),
    ),
    duration: inside.length + outside.length === 0 ? null : { with: figuresOf(inside), without: figuresOf(outside) },
    names: namesOf(sorted, scopes),
  }
}

const placeOf = (place: string): Omit<EffectPlace, 'occurrences'> =>
  JSON.parse(place) as Omit<EffectPlace, 'occurrences'>

const isReplaced = (place: string): boolean => placeOf(place).by !== undefined

/** What people call the steps of places; versions that name a step otherwise: the newest that was met counts. */
function namesOf(places: readonly EffectPlace[], scopes: readonly Scope[]): ReadonlyMap<string, Text> {
  const ids = new Set(places.flatMap(({ after, instead }) => [after, instead ?? null]))
  const names = new Map<string, Text>()
  for (const { flow } of scopes.toSorted((a, b) => compareText(a.version, b.version))) {
    for (const label of flow.labels) {
      const name = label.kind === 'step' ? label.step.name : label.kind === 'decision' ? label.name : undefined
      if (name !== undefined && ids.has(label.id)) names.set(label.id, name)
    }
  }
  return names
}

function figuresOf(times: readonly number[]): DurationFigures {
  const cases = times.length
  if (cases === 0) return { cases, mean: null, median: null }
  const sorted = Float64Array.from(times).sort()
  const middle = (sorted[(cases - 1) >> 1] as number) + (sorted[cases >> 1] as number)
  return { cases, mean: Math.round(sorted.reduce((sum, one) => sum + one, 0) / cases), median: Math.round(middle / 2) }
}
