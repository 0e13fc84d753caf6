import type { Duration } from '../model/map.ts'
import type { Rule } from '../model/rule.ts'
import type { Change, Hurt } from './change.ts'
import { plain, text, words } from './change.ts'
import { compareById, compareFacets, type FacetOf, inOrder } from './facets.ts'
import { sameness } from './sameness.ts'

/** Rules by id; `flow`: the flow they stand in, none for those of the whole map. */
export function compareRules(
  before: ReadonlyMap<string, Rule>,
  after: ReadonlyMap<string, Rule>,
  flow?: string,
): Change[] {
  const about = (id: string, { title, id: own }: Rule) => ({
    subject: 'rule' as const,
    id: flow === undefined ? own : `${flow}/${id}`,
    ...(flow === undefined ? {} : { flow }),
    ...(title === undefined ? {} : { name: title }),
  })
  return compareById(before, after, {
    added: (id, to): Change[] => [
      {
        ...about(id, to),
        kind: 'added',
        after: { kind: 'rule', rule: to },
        hurts: ['agents', 'contacts'],
        placeAfter: to.place,
      },
    ],
    removed: (id, from): Change[] => [
      { ...about(id, from), kind: 'removed', before: { kind: 'rule', rule: from }, hurts: [], placeBefore: from.place },
    ],
    both: (id, from, to) => {
      const where = { ...about(id, to), placeBefore: from.place, placeAfter: to.place }
      const asks = (rule: Rule): FacetOf => ({
        facet: 'asks',
        value: { kind: 'rule', rule },
        same: sameness([rule.spec, rule.speaker, rule.scope]),
        of: { ...rule.spec, speaker: rule.speaker, scope: rule.scope },
        hurts: hurtsOf(from, to),
      })
      const others = ({ critical, applies, severity, title }: Rule): FacetOf[] => [
        {
          facet: 'critical',
          value: critical ? words('关键', 'critical') : words('非关键', 'not critical'),
          same: String(critical),
          hurts: to.critical ? ['contacts'] : [],
        },
        { facet: 'severity', value: plain(severity), same: severity },
        ...(title === undefined ? [] : [{ facet: 'name' as const, value: text(title), same: sameness(title) }]),
        ...(applies === undefined
          ? []
          : [
              {
                facet: 'applies' as const,
                value: plain(applies.source),
                same: applies.source,
                hurts: ['contacts'] as const,
              },
            ]),
      ]
      return compareFacets([asks(from), ...others(from)], [asks(to), ...others(to)], where)
    },
  })
}

/** A limit of which nothing but its length grew asks for less. */
function hurtsOf(from: Rule, to: Rule): readonly Hurt[] {
  if (from.spec.kind === 'within' && to.spec.kind === 'within') {
    const { limit: old, ...oldRest } = from.spec
    const { limit: now, ...rest } = to.spec
    const [earlier, later] = [lengthOf(old), lengthOf(now)]
    if (earlier !== undefined && later !== undefined && later.unit === earlier.unit && later.length > earlier.length) {
      if (sameness(oldRest) === sameness(rest)) return ['agents']
    }
  }
  return inOrder(['agents', 'contacts'])
}

function lengthOf(limit: Duration | undefined): { readonly unit: string; readonly length: number } | undefined {
  if (limit === undefined || limit.kind === 'from') return undefined
  return { unit: limit.kind, length: limit.kind === 'ms' ? limit.ms : limit.count }
}
