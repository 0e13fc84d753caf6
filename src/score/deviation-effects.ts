import type { DurationFigures } from '../conformance/explain-deviations.ts'
import { compareText } from '../diagnostic/sort.ts'
import type { Cell } from '../model/matrix.ts'
import type { DeviationEffect, EffectPlace } from './deviation-effect.ts'
import { findingOf } from './finding.ts'
import type { InteractionResult, ScoredInteraction } from './result.ts'
import type { ScoreSummary, TouchpointSummary } from './summary.ts'
import type { DeviationTally } from './tally.ts'

/** One way through a flow: what deviates in it. */
interface Variant {
  /** By key of the deviation: how often in each place. */
  readonly deviations: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** The contacts of one touchpoint and version. */
interface Scope {
  readonly flow: string
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

  #scopeOf({ cell, map }: ScoredInteraction): Scope {
    const key = JSON.stringify([cell.code, placeKey(cell.at), map.version])
    let scope = this.#scopes.get(key)
    if (scope === undefined) {
      scope = {
        flow: cell.row.flow,
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
  for (const scope of scopes) byFlow.set(scope.flow, [...(byFlow.get(scope.flow) ?? []), scope])
  return {
    ...one,
    deviations: one.deviations.map((each) => ({ ...each, effect: effectOf(keyOf(each), byFlow.get(each.flow) ?? []) })),
  }
}

/** As `findingOf` tells deviations apart. */
function keyOf({ flow, kind, step, event, direction }: DeviationTally): string {
  return JSON.stringify([flow, kind, step ?? null, event ?? null, direction ?? null])
}

/** Deviations of a result by their keys, and how often each stands in which place. */
function placesOf(result: ScoredInteraction): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const { alignment, deviations, flow } = result
  const found = new Map<string, Map<string, number>>()
  if (!alignment.optimal) return found
  let last: string | null = null
  const behind = alignment.moves.map((move) => {
    const before = last
    if (move.type === 'sync' || move.type === 'model') last = flow.labels[move.label]?.id ?? null
    return before
  })
  for (const deviation of deviations) {
    const [about] = findingOf({ ...result, deviations: [deviation], acceptedDeviations: new Map() }).deviations
    if (about === undefined) continue
    const [first = 0, second = first] = deviation.moves
    const late = deviation.direction === 'late'
    const after = behind[late ? second : first] ?? null
    const place = JSON.stringify(
      deviation.kind === 'outOfOrder' ? { after, instead: behind[late ? first : second] ?? null } : { after },
    )
    const places = found.get(about.about.key) ?? new Map<string, number>()
    places.set(place, (places.get(place) ?? 0) + 1)
    found.set(about.about.key, places)
  }
  return found
}

function effectOf(key: string, scopes: readonly Scope[]): DeviationEffect {
  const places = new Map<string, number>()
  const variants = new Map<Variant, { interactions: number; example: string }>()
  const [inside, outside]: [number[], number[]] = [[], []]
  for (const { counts, variants: known, times } of scopes) {
    for (const [variant, { interactions, example }] of counts) {
      const own = variant.deviations.get(key)
      if (own === undefined) continue
      for (const [place, occurrences] of own) {
        places.set(place, (places.get(place) ?? 0) + occurrences * interactions)
      }
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
  return {
    places: [...places]
      .sort(([a, m], [b, n]) => n - m || compareText(a, b))
      .map(([place, occurrences]) => ({ ...(JSON.parse(place) as Omit<EffectPlace, 'occurrences'>), occurrences })),
    variants: [...variants.values()].sort(
      (a, b) => b.interactions - a.interactions || compareText(a.example, b.example),
    ),
    duration: inside.length + outside.length === 0 ? null : { with: figuresOf(inside), without: figuresOf(outside) },
  }
}

function figuresOf(times: readonly number[]): DurationFigures {
  const cases = times.length
  if (cases === 0) return { cases, mean: null, median: null }
  const sorted = Float64Array.from(times).sort()
  const middle = (sorted[(cases - 1) >> 1] as number) + (sorted[cases >> 1] as number)
  return { cases, mean: Math.round(sorted.reduce((sum, one) => sum + one, 0) / cases), median: Math.round(middle / 2) }
}
