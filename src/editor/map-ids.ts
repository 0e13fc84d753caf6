import { compareText } from '../diagnostic/sort.ts'
import type { AxisName, Lexicon, ProcessMap } from '../model/map.ts'
import type { Matrix } from '../model/matrix.ts'
import type { Text } from '../model/text.ts'

/** One id that may be referred to, with what it stands for. */
export interface NamedId {
  readonly id: string
  readonly text?: Text
}

/** What things of a map may refer to; each sorted by id. */
export interface MapIds {
  readonly axes: Readonly<Record<AxisName, readonly NamedId[]>>
  readonly events: readonly NamedId[]
  readonly attributes: readonly NamedId[]
  readonly roles: readonly NamedId[]
  readonly constants: readonly NamedId[]
  readonly calendars: readonly NamedId[]
  /** Empty where the catalogue lists none: then any may be named. */
  readonly qualifications: readonly NamedId[]
  readonly lexicons: readonly NamedId[]
  readonly flows: readonly NamedId[]
  readonly steps: readonly NamedId[]
  /** Rules by full id: `rule`, `flow/rule`, `flow/step/key`. */
  readonly rules: readonly NamedId[]
  readonly codes: readonly NamedId[]
}

/** Ids that a map declares and its model does not list. */
export interface DeclaredIds {
  readonly rules: readonly string[]
  readonly steps: readonly string[]
  readonly qualifications: readonly string[]
}

/** Gathers what may be referred to in a map without errors. */
export function gatherIds(map: ProcessMap, matrix: Matrix, declared: DeclaredIds): MapIds {
  const { catalog } = map
  const { axes, events, roles, constants, calendars = new Map() } = catalog
  const attributes = new Set([
    ...catalog.attributes.keys(),
    ...[...events.values()].flatMap((event) => [...event.attributes.keys()]),
  ])
  const titles = new Map(
    [...map.rules, ...[...map.flows.values()].flatMap(({ rules }) => rules)].map(({ id, title }) => [id, title]),
  )
  const axis = (name: AxisName) => named(axes[name], (value) => value.name)
  const flowName = (rule: string) => map.flows.get(rule.slice(0, Math.max(0, rule.indexOf('/'))))?.name
  const served = matrix.cells.flatMap(({ code, at }): NamedId[] => {
    if (code === undefined) return []
    const parts = (['business', 'channel', 'brand'] as const).map((axis) => axes[axis].get(at[axis])?.name)
    return [{ id: code, text: joinTexts(parts) }]
  })
  return {
    axes: {
      business: axis('business'),
      channel: axis('channel'),
      brand: axis('brand'),
      identity: axis('identity'),
      region: axis('region'),
      environment: axis('environment'),
    },
    events: named(events, ({ label }) => label),
    attributes: bare(attributes),
    roles: named(roles, ({ name }) => name),
    constants: named(constants, ({ text }) => ({ zh: text, en: text })),
    calendars: bare(calendars.keys()),
    qualifications: bare(declared.qualifications),
    lexicons: named(map.lexicons, (lexicon) => lexicon.name ?? firstPhrase(lexicon)),
    flows: named(map.flows, ({ name }) => name),
    steps: bare(declared.steps),
    rules: named(new Map(declared.rules.map((rule) => [rule, titles.get(rule) ?? flowName(rule)])), (text) => text),
    codes: named(new Map(served.map(({ id, text }) => [id, text])), (text) => text),
  }
}

function named<T>(things: ReadonlyMap<string, T>, text: (thing: T) => Text | undefined): NamedId[] {
  return [...things]
    .map(([id, thing]): NamedId => {
      const said = text(thing)
      return said ? { id, text: said } : { id }
    })
    .sort((a, b) => compareText(a.id, b.id))
}

/** What a lexicon without a name is known by: what it has to hear first. */
function firstPhrase({ any, all, atLeast, inOrder, template, regex }: Lexicon): Text | undefined {
  const [first] = [...any, ...all, ...(atLeast?.of ?? []), ...(inOrder?.of ?? [])]
  const said = template ?? first?.phrase ?? regex
  return said === undefined ? undefined : { zh: said }
}

function bare(ids: Iterable<string>): NamedId[] {
  return [...new Set(ids)].sort(compareText).map((id) => ({ id }))
}

function joinTexts(texts: readonly (Text | undefined)[]): Text {
  const join = (lang: 'zh' | 'en') => texts.map((text) => text?.[lang] ?? text?.zh ?? text?.en ?? '').join(' · ')
  return { zh: join('zh'), en: join('en') }
}
