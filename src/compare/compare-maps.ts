import { walkFlow } from '../flow/walk-flow.ts'
import type { ProcessMap } from '../model/map.ts'
import type { ReviewPlan } from '../model/walk.ts'
import { buildMatrix } from '../model/matrix.ts'
import { type Change, plain, text, words } from './change.ts'
import { compareFlows } from './compare-flows.ts'
import { compareRules } from './compare-rules.ts'
import { compareTouchpoints, servedFlows } from './compare-touchpoints.ts'
import { benchmarkFacets } from './benchmark-facets.ts'
import { compareScorecards } from './compare-scorecards.ts'
import { compareAcceptances, compareMetrics } from './compare-upkeep.ts'
import { compareCatalogs, compareLexicons } from './compare-words.ts'
import { compareFacets, type FacetOf } from './facets.ts'
import { sameness } from './sameness.ts'
import { followRenames } from './follow-renames.ts'

/**
 * All changes from one map to another: the map's own data, touchpoints, flows with their steps and rules, rules of the
 * whole map, phrases, catalogue, scorecard. Two maps that differ only in layout, notes or sources have none.
 */
export function compareMaps(earlier: ProcessMap, after: ProcessMap): Change[] {
  const { map: before, changes: renamed } = followRenames(earlier, after)
  const rules = (map: ProcessMap) => new Map(map.rules.map((rule) => [rule.id, rule]))
  const followed = followedFlows(after)
  return [
    ...compareFacets(mapFacets(before), mapFacets(after), {
      subject: 'map',
      id: after.id,
      name: after.name,
      placeBefore: before.place,
      placeAfter: after.place,
    }),
    ...compareTouchpoints(buildMatrix(before), buildMatrix(after)),
    ...compareFlows(before.flows, after.flows, (id) => followed.has(id)),
    ...compareRules(rules(before), rules(after)),
    ...compareLexicons(before, after),
    ...renamed,
    ...compareCatalogs(before.catalog, after.catalog),
    ...compareScorecards(before.scorecard, after.scorecard),
    ...compareMetrics(before, after),
    ...compareAcceptances(before, after),
  ]
}

function mapFacets(map: ProcessMap): FacetOf[] {
  const { id, name, version, effective, timezone, code, codePattern, pass, lang, languages, versionBy } = map
  const { review, walksEvery, benchmark } = map
  return [
    { facet: 'id', value: plain(id), same: id },
    { facet: 'name', value: text(name), same: sameness(name) },
    { facet: 'version', value: plain(version), same: version },
    {
      facet: 'effective',
      value:
        effective.until === undefined
          ? words(`自 ${effective.from} 起`, `from ${effective.from}`)
          : plain(`${effective.from} – ${effective.until}`),
      same: sameness(effective),
    },
    ...(timezone === undefined
      ? []
      : [{ facet: 'timezone' as const, value: plain(timezone), same: timezone, hurts: ['contacts'] as const }]),
    { facet: 'versionBy', value: plain(versionBy), same: versionBy, hurts: ['contacts'] },
    { facet: 'language', value: plain([lang, ...languages].join(' ')), same: [lang, ...languages].join(' ') },
    { facet: 'codeTemplate', value: plain(code), same: code },
    ...(codePattern === undefined
      ? []
      : [{ facet: 'codeTemplate' as const, key: 'pattern', value: plain(codePattern), same: codePattern }]),
    ...(review === undefined ? [] : reviewFacets(review)),
    ...(walksEvery === undefined
      ? []
      : [{ facet: 'walks' as const, value: plain(walksEvery.every.text), same: walksEvery.every.text }]),
    ...benchmarkFacets(benchmark),
    ...Object.entries(pass).map(([key, value]): FacetOf => ({
      facet: 'pass',
      key,
      value: plain(value),
      same: String(value),
      hurts: (from, to) => {
        const number = (of: typeof from) => (of?.kind === 'plain' ? Number(of.plain) : -Infinity)
        return number(to) > number(from) ? ['contacts'] : []
      },
    })),
  ]
}

function reviewFacets({ every, owner, last }: ReviewPlan): FacetOf[] {
  return [
    { facet: 'review', key: 'every', value: plain(every.text), same: every.text },
    { facet: 'review', key: 'owner', value: plain(owner), same: owner },
    ...(last === undefined ? [] : [{ facet: 'review' as const, key: 'last', value: plain(last), same: last }]),
  ]
}

/** The flows that serve a cell, or are used by one that does. */
function followedFlows(map: ProcessMap): ReadonlySet<string> {
  const followed = new Set(servedFlows(map))
  for (const id of followed) {
    const flow = map.flows.get(id)
    if (flow !== undefined) walkFlow(flow, { item: (item) => void (item.kind === 'use' && followed.add(item.flow)) })
  }
  return followed
}
