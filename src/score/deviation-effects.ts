import { type DurationEffect, effectOnDuration, sortDurations } from '../conformance/duration-effect.ts'
import { compareText } from '../diagnostic/sort.ts'
import { expandFlow } from '../flow/expand-flow.ts'
import type { MapHistory } from '../model/map.ts'
import type { Text } from '../model/text.ts'
import type { DeviationEffect, EffectPlace } from './deviation-effect.ts'
import { type EffectScope, type EffectSums, placeKey, type Way } from './effect-sums.ts'
import { deviationKey } from './finding.ts'
import type { ScoreSummary, TouchpointSummary } from './summary.ts'
import type { DeviationTally } from './tally.ts'

/** The summary of the same results, each deviation with what it goes along with. */
export function explainSummary(summary: ScoreSummary, sums: EffectSums, history: MapHistory): ScoreSummary {
  const all = [...sums.scopes.values()]
  const namesOf = createNames(history)
  const explained = <Of extends { readonly deviations: readonly DeviationTally[] }>(
    one: Of,
    scopes: readonly EffectScope[],
  ): Of => {
    const groups = new Map<string, ContactsOfFlow>()
    const groupOf = (flow: string): ContactsOfFlow => {
      let group = groups.get(flow)
      if (group === undefined) {
        const own = scopes.filter((scope) => scope.flow === flow)
        groups.set(flow, (group = new ContactsOfFlow(sums.ways, own, namesOf)))
      }
      return group
    }
    return {
      ...one,
      deviations: one.deviations.map((each) => ({ ...each, effect: groupOf(each.flow).effectOf(each) })),
    }
  }
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

/** The contacts of one flow, in some touchpoints and versions. */
class ContactsOfFlow {
  readonly #ways: readonly Way[]
  readonly #scopes: readonly EffectScope[]
  readonly #namesOf: Names
  readonly #among: number
  /** Handling times that are known, the shortest first, and the way of each. */
  readonly #times: Float64Array
  readonly #wayAt: Int32Array

  constructor(ways: readonly Way[], scopes: readonly EffectScope[], namesOf: Names) {
    this.#ways = ways
    this.#scopes = scopes
    this.#namesOf = namesOf
    let among = 0
    for (const { counts } of scopes) for (const { interactions } of counts.values()) among += interactions
    this.#among = among
    const times = Float64Array.from(scopes.flatMap((scope) => scope.times))
    const wayOf = Int32Array.from(scopes.flatMap((scope) => scope.ways))
    const { ascending, owners } = sortDurations(times, wayOf)
    this.#times = ascending
    this.#wayAt = owners
  }

  effectOf(deviation: DeviationTally): DeviationEffect {
    const key = deviationKey(deviation)
    const places = new Map<string, number>()
    const variants = new Map<number, { interactions: number; example: string }>()
    const replaced = { interactions: 0, occurrences: 0 }
    for (const { counts } of this.#scopes) {
      for (const [way, { interactions, example }] of counts) {
        const own = this.#ways[way]?.get(key)
        if (own === undefined) continue
        let times = 0
        for (const [place, occurrences] of own) {
          places.set(place, (places.get(place) ?? 0) + occurrences * interactions)
          if (deviation.kind === 'skipped' && isReplaced(place)) times += occurrences
        }
        if (times > 0) replaced.interactions += interactions
        replaced.occurrences += times * interactions
        const met = variants.get(way)
        variants.set(way, {
          interactions: interactions + (met?.interactions ?? 0),
          example: met !== undefined && met.example < example ? met.example : example,
        })
      }
    }
    const sorted = [...places]
      .sort(([a, m], [b, n]) => n - m || compareText(a, b))
      .map(([place, occurrences]) => ({ ...placeOf(place), occurrences }))
    return {
      among: this.#among,
      ...(deviation.kind === 'skipped' ? { replaced } : {}),
      places: sorted,
      variants: [...variants.values()].sort(
        (a, b) => b.interactions - a.interactions || compareText(a.example, b.example),
      ),
      duration: this.#durationOf(variants.keys()),
      names: this.#namesOf(sorted, this.#scopes),
    }
  }

  #durationOf(ways: Iterable<number>): DurationEffect | null {
    if (this.#times.length === 0) return null
    const having = new Uint8Array(this.#ways.length)
    for (const way of ways) having[way] = 1
    return effectOnDuration(this.#times, (at) => having[this.#wayAt[at] as number] === 1)
  }
}

/** Within a value the marks around `by` would be escaped. */
const isReplaced = (place: string): boolean => place.includes('"by":')

const placeOf = (place: string): Omit<EffectPlace, 'occurrences'> =>
  JSON.parse(place) as Omit<EffectPlace, 'occurrences'>

type Names = (places: readonly EffectPlace[], scopes: readonly EffectScope[]) => ReadonlyMap<string, Text>

/** What people call the steps of places; where versions name a step otherwise, the last of them counts. */
function createNames({ versions }: MapHistory): Names {
  const known = new Map<string, ReadonlyMap<string, Text>>()
  const namesIn = (version: string, flow: string): ReadonlyMap<string, Text> => {
    const key = JSON.stringify([version, flow])
    let names = known.get(key)
    if (names === undefined) {
      const map = versions.find((one) => one.version === version)
      const labels = map === undefined ? [] : expandFlow(map, flow).labels
      names = new Map(
        labels.flatMap((label) => {
          const name = label.kind === 'step' ? label.step.name : label.kind === 'decision' ? label.name : undefined
          return name === undefined ? [] : [[label.id, name] as const]
        }),
      )
      known.set(key, names)
    }
    return names
  }
  return (places, scopes) => {
    const names = new Map<string, Text>()
    for (const { version } of versions) {
      const [scope] = scopes.filter((one) => one.version === version)
      if (scope === undefined) continue
      const own = namesIn(version, scope.flow)
      for (const { after, instead } of places) {
        for (const id of [after, instead]) {
          const name = id === null || id === undefined ? undefined : own.get(id)
          if (id !== null && id !== undefined && name !== undefined) names.set(id, name)
        }
      }
    }
    return names
  }
}
