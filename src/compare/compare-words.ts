import { walkFlow } from '../flow/walk-flow.ts'
import type { Lexicon, LexiconEntry } from '../model/lexicon.ts'
import { AXES, type AxisValue, type Catalog, type EventType, type ProcessMap, type Role } from '../model/map.ts'
import type { Rule } from '../model/rule.ts'
import { type Change, type ChangeValue, type Hurt, plain, text, words } from './change.ts'
import { calendarFacets } from './calendar-facets.ts'
import { contactFacets } from './contact-facets.ts'
import { compareById, compareFacets, type FacetOf } from './facets.ts'
import { sameness } from './sameness.ts'

/** Lexicons entry by entry. One that is forbidden hurts by what it gains, one that is asked for by what it loses. */
export function compareLexicons(before: ProcessMap, after: ProcessMap): Change[] {
  const forbidden = forbiddenLexicons(after)
  return compareById(before.lexicons, after.lexicons, {
    added: (id, to): Change[] => [
      { ...aboutNamed('lexicon', id, to.name), kind: 'added', hurts: [], placeAfter: to.place },
    ],
    removed: (id, from): Change[] => [
      { ...aboutNamed('lexicon', id, from.name), kind: 'removed', hurts: [], placeBefore: from.place },
    ],
    both: (id, from, to) => {
      const isUsed = (after.usedLexicons?.has(id) ?? true) || forbidden.has(id)
      const where = { ...aboutNamed('lexicon', id, to.name), placeBefore: from.place, placeAfter: to.place }
      const changes = compareFacets(lexiconFacets(from, forbidden.has(id)), lexiconFacets(to, forbidden.has(id)), where)
      return isUsed ? changes : changes.map((change) => ({ ...change, hurts: [] }))
    },
  })
}

/** Ids of lexicons that some rule forbids: of the map, of a flow, or of a step. */
function forbiddenLexicons({ rules, flows }: ProcessMap): ReadonlySet<string> {
  const forbidden = new Set<string>()
  const note = (given: readonly Rule[]): void => {
    for (const { spec } of given) if (spec.kind === 'never-says') forbidden.add(spec.lexicon.id)
  }
  note(rules)
  for (const flow of flows.values()) {
    note(flow.rules)
    walkFlow(flow, { step: (step) => note(step.rules) })
  }
  return forbidden
}

function lexiconFacets(lexicon: Lexicon, isForbidden: boolean): FacetOf[] {
  const both: readonly Hurt[] = ['agents', 'contacts']
  /** Hurts when it is gone, or, the other way about, when it is new. */
  const when = (gone: boolean) => (_: ChangeValue | undefined, to: ChangeValue | undefined) =>
    (to === undefined) === gone ? both : []
  const list = (name: string, entries: readonly LexiconEntry[], hurts: FacetOf['hurts']): FacetOf[] =>
    entries.map(({ phrase, variants, except }) => ({
      facet: 'phrases',
      key: `${name}: ${phrase}`,
      value: plain([phrase, ...variants].join(' / ')),
      same: sameness([variants, except]),
      of: { variants, except },
      ...(hurts === undefined ? {} : { hurts }),
    }))
  const { any, all, none, atLeast, inOrder, except } = lexicon
  const form = Object.entries({
    template: lexicon.template,
    regex: lexicon.regex,
    exceptRegex: lexicon.exceptRegex,
    similar: lexicon.similar,
    pinyin: lexicon.pinyin,
    notNegated: negationWords(lexicon.notNegated),
    confidence: lexicon.confidence && `${lexicon.confidence.attribute} ≥ ${lexicon.confidence.floor}`,
    count: atLeast?.count,
    gap: inOrder?.gap,
  })
  const { name } = lexicon
  return [
    ...(name === undefined ? [] : [{ facet: 'name' as const, value: text(name), same: sameness(name) }]),
    ...list('any', any, when(!isForbidden)),
    ...list('all', all, when(isForbidden)),
    ...list('none', none, when(false)),
    ...list('at-least', atLeast?.of ?? [], both),
    ...list('in-order', inOrder?.of ?? [], both),
    ...list('except', except, when(isForbidden)),
    ...form.flatMap(([key, value]): FacetOf[] =>
      value === undefined ? [] : [{ facet: 'form', key, value: plain(value), same: String(value), hurts: both }],
    ),
  ]
}

function negationWords(negation: Lexicon['notNegated']): string | undefined {
  if (negation === undefined) return undefined
  return [negation.window, ...(negation.words ?? [])].join(' ')
}

/** Axis values, roles, events and the settings of the catalogue. */
export function compareCatalogs(before: Catalog, after: Catalog): Change[] {
  const axes = AXES.flatMap((axis) =>
    compareById(before.axes[axis], after.axes[axis], {
      added: (id, to): Change[] => [
        { ...aboutNamed('axis-value', `${axis}/${id}`, to.name), kind: 'added', hurts: [], placeAfter: to.place },
      ],
      removed: (id, from): Change[] => [
        {
          ...aboutNamed('axis-value', `${axis}/${id}`, from.name),
          kind: 'removed',
          hurts: ['codes'],
          placeBefore: from.place,
        },
      ],
      both: (id, from, to) =>
        compareFacets(valueFacets(from), valueFacets(to), {
          ...aboutNamed('axis-value', `${axis}/${id}`, to.name),
          placeBefore: from.place,
          placeAfter: to.place,
        }),
    }),
  )
  const roles = compareById(before.roles, after.roles, {
    added: (id, to): Change[] => [
      { ...aboutNamed('role', id, to.name), kind: 'added', hurts: [], placeAfter: to.place },
    ],
    removed: (id, from): Change[] => [
      { ...aboutNamed('role', id, from.name), kind: 'removed', hurts: ['contacts'], placeBefore: from.place },
    ],
    both: (id, from, to) =>
      compareFacets(roleFacets(from), roleFacets(to), {
        ...aboutNamed('role', id, to.name),
        placeBefore: from.place,
        placeAfter: to.place,
      }),
  })
  const events = compareById(before.events, after.events, {
    added: (id, to): Change[] => [
      { ...aboutNamed('event', id, to.label), kind: 'added', hurts: [], placeAfter: to.place },
    ],
    removed: (id, from): Change[] => [
      { ...aboutNamed('event', id, from.label), kind: 'removed', hurts: ['contacts'], placeBefore: from.place },
    ],
    both: (id, from, to) =>
      compareFacets(eventFacets(from), eventFacets(to), {
        ...aboutNamed('event', id, to.label),
        placeBefore: from.place,
        placeAfter: to.place,
      }),
  })
  const settings = compareFacets(settingFacets(before), settingFacets(after), { subject: 'catalog', id: 'catalog' })
  return [...axes, ...roles, ...events, ...settings]
}

function aboutNamed(
  subject: Change['subject'],
  id: string,
  name: Change['name'] | undefined,
): Pick<Change, 'subject' | 'id' | 'name'> {
  return { subject, id, ...(name === undefined ? {} : { name }) }
}

function valueFacets(value: AxisValue): FacetOf[] {
  const { name, code, partOf, formerly, class: of, family, hours, scope, response, contact } = value
  const optional = (facet: FacetOf['facet'], value: string | undefined, hurts: readonly Hurt[] = []): FacetOf[] =>
    value === undefined ? [] : [{ facet, value: plain(value), same: value, hurts }]
  return [
    { facet: 'name', value: text(name), same: sameness(name) },
    // What becomes of the codes of touchpoints is told with them.
    { facet: 'code', value: plain(code), same: code },
    ...optional('partOf', partOf),
    ...optional('class', of),
    ...optional('family', family),
    ...optional('hours', hours, ['agents']),
    ...optional('response', response?.text, ['agents']),
    ...(scope === undefined ? [] : [{ facet: 'scope' as const, value: text(scope), same: sameness(scope) }]),
    // Who had this id or code before: codes that may not come back hang on it.
    ...(formerly ?? []).map((id): FacetOf => ({ facet: 'formerly', key: id, value: plain(id), same: id })),
    ...contactFacets(contact),
  ]
}

function roleFacets({ name, rank, qualifications }: Role): FacetOf[] {
  return [
    { facet: 'name', value: text(name), same: sameness(name) },
    ...(rank === undefined
      ? []
      : [{ facet: 'rank' as const, value: plain(rank), same: String(rank), hurts: ['contacts'] as const }]),
    ...(qualifications ?? []).map((id): FacetOf => ({
      facet: 'setting',
      key: id,
      value: plain(id),
      same: id,
      hurts: ['contacts'],
    })),
  ]
}

function eventFacets({ label, speech, attributes, also }: EventType): FacetOf[] {
  return [
    ...(label === undefined ? [] : [{ facet: 'name' as const, value: text(label), same: sameness(label) }]),
    {
      facet: 'speech',
      value: speech ? words('话语', 'talk') : words('动作', 'an act'),
      same: String(speech),
      hurts: ['contacts'],
    },
    ...[...attributes].map(([key, type]): FacetOf => ({ facet: 'attributes', key, value: plain(type), same: type })),
    ...also.map((name): FacetOf => ({ facet: 'also', key: name, value: plain(name), same: name })),
  ]
}

function settingFacets(catalog: Catalog): FacetOf[] {
  const one = (key: string, value: string): FacetOf => ({
    facet: 'setting',
    key,
    value: plain(value),
    same: value,
    hurts: ['contacts'],
  })
  return [
    one('ends', catalog.ends.join(' ')),
    one('idle', catalog.idle?.text ?? ''),
    one('ambient', catalog.ambient.join(' ')),
    one('blank', catalog.blank.join(' ')),
    ...[...catalog.constants].map(([id, { text: value }]) => one(id, value)),
    ...[...(catalog.formats ?? [])].map(([attribute, form]) => one(attribute, form)),
    ...[...(catalog.calendars ?? [])].flatMap(([id, calendar]) => calendarFacets(id, calendar)),
    ...[...catalog.attributes].map(([key, type]): FacetOf => ({
      facet: 'attributes',
      key,
      value: plain(type),
      same: type,
    })),
  ]
}
