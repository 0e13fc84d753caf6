import { itemsOf, type Scorecard, type ScorecardSection } from '../model/scorecard.ts'
import { type Change, type ChangeValue, plain, text, words } from './change.ts'
import { compareFacets, type FacetOf } from './facets.ts'
import { sameness } from './sameness.ts'

/** The scorecard: how it counts, its bars, and what each line takes. */
export function compareScorecards(before: Scorecard | undefined, after: Scorecard | undefined): Change[] {
  const about = {
    subject: 'scorecard' as const,
    id: 'scorecard',
    ...(before === undefined ? {} : { placeBefore: before.place }),
    ...(after === undefined ? {} : { placeAfter: after.place }),
  }
  if (before === undefined || after === undefined) {
    if (before === after) return []
    return [
      { ...about, kind: after === undefined ? 'removed' : 'added', hurts: after === undefined ? [] : ['contacts'] },
    ]
  }
  return compareFacets(scorecardFacets(before), scorecardFacets(after), about)
}

function scorecardFacets(card: Scorecard): FacetOf[] {
  const { mode, na, minEvaluated, sections, thresholds } = card
  const bars = [
    ...Object.entries(thresholds.overall).map(([of, value]) => [`overall ${of}`, value] as const),
    ...Object.entries(thresholds.touchpoint).map(([of, value]) => [`touchpoint ${of}`, value] as const),
    ...[...(thresholds.rules ?? [])].map(([rule, value]) => [`rules ${rule}`, value] as const),
    ...[...thresholds.per].flatMap(([code, set]) =>
      Object.entries(set).map(([of, value]) => [`${code} ${of}`, value] as const),
    ),
  ]
  return [
    { facet: 'mode', value: plain(mode), same: mode, hurts: ['contacts'] },
    { facet: 'setting', key: 'na', value: plain(na), same: na, hurts: ['contacts'] },
    { facet: 'setting', key: 'min-evaluated', value: plain(minEvaluated), same: String(minEvaluated) },
    ...bars.map(([key, value]): FacetOf => ({
      facet: 'thresholds',
      key,
      value: plain(String(value)),
      same: String(value),
      hurts: (from, to) => (isHigher(from, to) ? ['contacts'] : []),
    })),
    ...sectionsOf(sections).flatMap(sectionFacets),
    ...itemsOf(sections).flatMap(({ item, sections: path }): FacetOf[] => {
      const value = item.deduct === undefined ? item.weight : -item.deduct
      const key = item.id ?? (item.rules.join(' + ') || JSON.stringify(item.title ?? item.source))
      const { title } = item
      const asked: FacetOf = {
        facet: 'items',
        key,
        value: words(`${value} 分${item.fatal ? '，一票否决' : ''}`, `${value}${item.fatal ? ', fatal' : ''}`),
        same: sameness([item, path.at(-1)?.id]),
        of: { ...item, section: path.at(-1)?.id },
        hurts: ['contacts'],
      }
      return title === undefined ? [asked] : [asked, { facet: 'name', key, value: text(title), same: sameness(title) }]
    }),
  ]
}

/** All sections, each before those inside it. */
function sectionsOf(sections: readonly ScorecardSection[]): ScorecardSection[] {
  return sections.flatMap((section) => [section, ...sectionsOf(section.sections ?? [])])
}

function sectionFacets({ id, name, weight, bonus, applies, when }: ScorecardSection): FacetOf[] {
  const part = { weight, bonus, applies, when }
  return [
    {
      facet: 'setting',
      key: id,
      value: words(`权重 ${weight}`, `weight ${weight}`),
      same: sameness(part),
      of: part,
      hurts: ['contacts'],
    },
    { facet: 'name', key: id, value: text(name), same: sameness(name) },
  ]
}

function isHigher(from: ChangeValue | undefined, to: ChangeValue | undefined): boolean {
  if (to === undefined || to.kind !== 'plain') return false
  return from === undefined || from.kind !== 'plain' || Number(to.plain) > Number(from.plain)
}
