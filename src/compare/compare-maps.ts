import { walkFlow } from '../flow/walk-flow.ts'
import type { ProcessMap } from '../model/map.ts'
import { buildMatrix } from '../model/matrix.ts'
import { type Change, plain, text, words } from './change.ts'
import { compareFlows } from './compare-flows.ts'
import { compareRules } from './compare-rules.ts'
import { compareTouchpoints, servedFlows } from './compare-touchpoints.ts'
import { compareCatalogs, compareLexicons, compareScorecards } from './compare-words.ts'
import { compareFacets, type FacetOf, sameness } from './facets.ts'
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
  ]
}

function mapFacets({ name, version, effective, timezone, code, pass }: ProcessMap): FacetOf[] {
  return [
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
    { facet: 'codeTemplate', value: plain(code), same: code },
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

/** The flows that serve a cell, or are used by one that does. */
function followedFlows(map: ProcessMap): ReadonlySet<string> {
  const followed = new Set(servedFlows(map))
  for (const id of followed) {
    const flow = map.flows.get(id)
    if (flow !== undefined) walkFlow(flow, { item: (item) => void (item.kind === 'use' && followed.add(item.flow)) })
  }
  return followed
}
