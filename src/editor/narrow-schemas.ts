import type { Lang } from '../diagnostic/diagnostic.ts'
import { AXES } from '../model/map.ts'
import { type Text, textIn } from '../model/text.ts'
import type { MapIds, NamedId } from './map-ids.ts'
import { COMMON, type SchemaNode, type SchemaSet } from './schema-set.ts'

/**
 * The schemas with the ids of one map: its definitions of what refers to something are replaced (README). `lang` is the
 * language of the names that are shown with the ids; both where it is absent.
 */
export function narrowSchemas(schemas: SchemaSet, ids: MapIds, lang?: Lang): SchemaSet {
  const narrowed = new Map(schemas)
  const replace = (file: string, change: (definitions: Definitions) => Definitions): void => {
    const schema = schemas.get(file)
    if (!schema) return
    const definitions = schema['definitions'] as Definitions
    narrowed.set(file, { ...schema, definitions: { ...definitions, ...change(definitions) } })
  }
  replace(COMMON, (base) => ({ ...narrowReferences(base, ids, lang), ...offerBesideObjects(base, ids, lang) }))
  replace('touchpoints.schema.json', (base) =>
    Object.fromEntries(AXES.map((axis) => [axis, withOffers(base[axis], [ALL, ...ids.axes[axis]], lang)])),
  )
  return narrowed
}

/** Where an id or something else may stand, editors do not look for ids among the alternatives: they are offered beside them. */
function offerBesideObjects(base: Definitions, ids: MapIds, lang: Lang | undefined): Definitions {
  return {
    roles: withOffers(base['roles'], ids.roles.flatMap(withRankAbove), lang),
    lexiconRef: withOffers(base['lexiconRef'], ids.lexicons, lang),
    target: withOffers(base['target'], [...ids.steps, ...ids.events], lang),
    known: withOffers(base['known'], ids.attributes, lang),
    duration: withOffers(base['duration'], ids.constants, lang),
  }
}

/** The map's schema with the rules of lint whose severity it may set; others may come from plug-ins. */
export function offerLintRules(schemas: SchemaSet, rules: readonly NamedId[], lang?: Lang): SchemaSet {
  const file = 'map.schema.json'
  const schema = schemas.get(file)
  const lint = nodeAt(schema, ['properties', 'lint', 'properties', 'rules'])
  if (!schema || !lint) return schemas
  const properties = Object.fromEntries(
    rules.map(({ id, text }) => [
      id,
      { ...(lint['additionalProperties'] as SchemaNode), description: say(text, lang) },
    ]),
  )
  const replaced = replaceAt(schema, ['properties', 'lint', 'properties', 'rules'], { ...lint, properties })
  return new Map([...schemas, [file, replaced]])
}

type Definitions = Readonly<Record<string, SchemaNode>>

function narrowReferences(base: Definitions, ids: MapIds, lang: Lang | undefined): Definitions {
  const oneOf = (name: string, allowed: readonly NamedId[]): Definitions => ({
    [name]: only(base[name], allowed, lang),
  })
  const offer = (name: string, offered: readonly NamedId[]): Definitions => ({
    [name]: withOffers(base[name], offered, lang),
  })
  return {
    ...oneOf('eventRef', ids.events),
    ...oneOf('role', ids.roles.flatMap(withRankAbove)),
    ...oneOf('flowRef', ids.flows),
    ...oneOf('calendarRef', ids.calendars),
    ...(ids.qualifications.length > 0 ? oneOf('qualificationRef', ids.qualifications) : {}),
    ...oneOf('lexiconIdRef', ids.lexicons),
    ...oneOf('ruleRef', ids.rules),
    ...oneOf('codeRef', ids.codes),
    ...Object.assign({}, ...AXES.map((axis) => oneOf(`${axis}Ref`, ids.axes[axis]))),
    ...Object.assign({}, ...AXES.map((axis) => oneOf(`${axis}Value`, [ALL, ...ids.axes[axis]]))),
    ...offer('attributeRef', ids.attributes),
    ...offer('stepRef', ids.steps),
    ...offer('pastFlow', ids.flows),
    ...offer('pastCode', ids.codes),
    durationText: {
      ...base['durationText'],
      anyOf: [
        { pattern: '^\\d', patternErrorMessage: refuse(base['durationText']?.['title']) },
        ...enumOf(ids.constants, lang),
      ],
    },
    // A name without a dot may be a step that was written a moment ago; one with a dot can only be an event.
    targetName: {
      ...base['targetName'],
      anyOf: [
        withOffers(
          { pattern: base['stepRef']?.['pattern'], patternErrorMessage: refuse(base['targetName']?.['title']) },
          ids.steps,
          lang,
        ),
        ...enumOf(ids.events, lang),
      ],
    },
    pattern: {
      ...base['pattern'],
      anyOf: [{ pattern: '\\*', patternErrorMessage: refuse(base['pattern']?.['title']) }, ...enumOf(ids.events, lang)],
    },
  }
}

const ALL: NamedId = { id: 'all', text: { zh: '全部', en: 'all of them' } }

function withRankAbove({ id, text }: NamedId): NamedId[] {
  const above: Text = { zh: `${textIn(text, 'zh', id)}及以上`, en: `${textIn(text, 'en', id)} or above` }
  return [
    { id, ...(text ? { text } : {}) },
    { id: `${id}+`, text: above },
  ]
}

const LISTED = 12

/** `title`: what is expected, in one language or as `中文 · English`. */
function refuse(title: unknown): string {
  const [first = '', second] = String(title).split(' · ')
  const zh = `地图里没有；应为${first}`
  if (second !== undefined) return `${zh} · not in the map; expected ${second}`
  return /\p{Script=Han}/u.test(first) ? zh : `not in the map; expected ${first}`
}

/** The definition for these ids alone; where there is none, nothing may stand there. */
function only(base: SchemaNode | undefined, ids: readonly NamedId[], lang: Lang | undefined): SchemaNode {
  const [listed] = enumOf(ids, lang)
  const message = refuse(base?.['title'])
  // The list of what is there fits into a message only while it is short.
  if (listed) return { ...base, ...listed, ...(ids.length > LISTED ? { errorMessage: message } : {}) }
  return { ...base, pattern: '^$', patternErrorMessage: message }
}

function enumOf(ids: readonly NamedId[], lang: Lang | undefined): SchemaNode[] {
  if (ids.length === 0) return []
  return [{ enum: ids.map(({ id }) => id), enumDescriptions: ids.map(({ text }) => say(text, lang)) }]
}

function withOffers(base: SchemaNode | undefined, ids: readonly NamedId[], lang: Lang | undefined): SchemaNode {
  if (ids.length === 0) return base ?? {}
  const others = Array.isArray(base?.['defaultSnippets']) ? (base['defaultSnippets'] as readonly SchemaNode[]) : []
  return {
    ...base,
    defaultSnippets: [
      ...ids.map(({ id, text }) => ({
        label: id,
        ...(text ? { description: say(text, lang) } : {}),
        body: id,
      })),
      ...others,
    ],
  }
}

function say(text: Text | undefined, lang: Lang | undefined): string {
  if (lang) return textIn(text, lang, '')
  return [...new Set([text?.zh, text?.en])].filter((each) => each !== undefined).join(' · ')
}

function nodeAt(node: SchemaNode | undefined, path: readonly string[]): SchemaNode | undefined {
  return path.reduce<SchemaNode | undefined>((at, key) => at?.[key] as SchemaNode | undefined, node)
}

function replaceAt(node: SchemaNode, [key, ...rest]: readonly string[], value: SchemaNode): SchemaNode {
  if (key === undefined) return value
  return { ...node, [key]: replaceAt((node[key] ?? {}) as SchemaNode, rest, value) }
}
