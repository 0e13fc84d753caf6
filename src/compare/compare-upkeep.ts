import type { Acceptance } from '../model/acceptance.ts'
import type { ProcessMap } from '../model/map.ts'
import type { Metric } from '../model/metric.ts'
import { type Change, type Facet, plain, text, words } from './change.ts'
import { compareById, compareFacets, type FacetOf } from './facets.ts'
import { sameness } from './sameness.ts'

/** Statistics that the map defines. They judge nobody. */
export function compareMetrics(before: ProcessMap, after: ProcessMap): Change[] {
  const known = ({ metrics }: ProcessMap) => new Map((metrics ?? []).map((metric) => [metric.id, metric]))
  const about = ({ id, name }: Metric) => ({ subject: 'metric' as const, id, name, hurts: [] })
  return compareById(known(before), known(after), {
    added: (_, to): Change[] => [{ ...about(to), kind: 'added', placeAfter: to.place }],
    removed: (_, from): Change[] => [{ ...about(from), kind: 'removed', placeBefore: from.place }],
    both: (_, from, to) =>
      compareFacets(metricFacets(from), metricFacets(to), {
        ...about(to),
        placeBefore: from.place,
        placeAfter: to.place,
      }),
  })
}

function metricFacets({ name, value, where, type, show, unit }: Metric): FacetOf[] {
  return [
    { facet: 'name', value: text(name), same: sameness(name) },
    ...one('value', value.source),
    ...one('applies', where?.source),
    ...one('form', type),
    ...one('show', show.join(' ')),
    ...(unit === undefined ? [] : [{ facet: 'unit' as const, value: text(unit), same: sameness(unit) }]),
  ]
}

/** Failures that somebody answers for: one that is no longer accepted, or for less, counts as a failure again. */
export function compareAcceptances(before: ProcessMap, after: ProcessMap): Change[] {
  const known = ({ accepted }: ProcessMap) => new Map((accepted ?? []).map((each) => [each.id, each]))
  const about = ({ id }: Acceptance) => ({ subject: 'acceptance' as const, id })
  return compareById(known(before), known(after), {
    added: (_, to): Change[] => [{ ...about(to), kind: 'added', hurts: [], placeAfter: to.place }],
    removed: (_, from): Change[] => [{ ...about(from), kind: 'removed', hurts: ['contacts'], placeBefore: from.place }],
    both: (_, from, to) =>
      compareFacets(acceptanceFacets(from), acceptanceFacets(to), {
        ...about(to),
        placeBefore: from.place,
        placeAfter: to.place,
      }),
  })
}

function acceptanceFacets(acceptance: Acceptance): FacetOf[] {
  const { item, touchpoints, flow, interactions, fingerprint, owner, because, from, until } = acceptance
  const what = item.kind === 'rule' ? item.rule : [item.deviation, item.step ?? item.event ?? ''].join(' ')
  // Which contacts: the ids of contacts stand in the map as it is, and are nobody's name.
  const where = { touchpoints, flow, interactions, fingerprint }
  return [
    ...one('asks', what, ['contacts']),
    {
      facet: 'scope',
      value: words('哪些交互', 'which interactions'),
      same: sameness(where),
      of: where,
      hurts: ['contacts'],
    },
    { facet: 'owner', value: text(owner), same: sameness(owner) },
    { facet: 'reason', value: text(because), same: sameness(because) },
    {
      facet: 'effective',
      value: plain(`${from ?? ''} – ${until}`),
      same: sameness([from, until]),
      hurts: ['contacts'],
    },
  ]
}

function one(facet: Facet, value: string | undefined, hurts: FacetOf['hurts'] = []): FacetOf[] {
  return value === undefined ? [] : [{ facet, value: plain(value), same: value, hurts }]
}
