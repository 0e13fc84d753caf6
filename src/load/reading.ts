import type { Diagnostic, Lang, Message, Place } from '../diagnostic/diagnostic.ts'
import { AXIS_WORDS } from '../model/axis-words.ts'
import type { Lexicon } from '../model/lexicon.ts'
import type { AxisName, Duration, Id } from '../model/map.ts'
import type { PetriNet } from '../model/petri-net.ts'
import type { Text } from '../model/text.ts'
import { Names, unknownReference } from './names.ts'
import type { ListNode, MapNode, TreeEntry, TreeNode } from './tree.ts'

/** What reading the files of one map shares: the names they declare and the findings so far. */
export interface Reading {
  readonly lang: Lang
  readonly diagnostics: Diagnostic[]
  readonly axes: Readonly<Record<AxisName, Names>>
  readonly roles: Names
  readonly events: Names
  readonly constants: Names
  readonly calendars: Names
  readonly qualifications: Names
  readonly lexicons: Names
  readonly flows: Names
  /** Rules by full id: of rules files, of flows and of steps, used flows included. */
  readonly rules: Names
  /** Beginnings of rule ids under which more rules may be declared than are known. */
  readonly openRules: Set<string>
  /** Durations of the catalogue's constants. */
  readonly durations: Map<Id, Duration>
  /** Lexicons written in place, in the order they are met. */
  readonly inlineLexicons: Lexicon[]
  /** Nets of models that are not made of blocks, and the flows that are such. */
  readonly nets: PetriNet[]
  readonly netFlows: Set<Id>
  /** Ids of lexicons that something refers to. */
  readonly usedLexicons: Set<Id>
}

export function createReading(lang: Lang): Reading {
  return {
    lang,
    diagnostics: [],
    axes: {
      business: new Names(),
      channel: new Names(),
      brand: new Names(),
      identity: new Names(),
      region: new Names(),
      environment: new Names(),
    },
    roles: new Names(),
    events: new Names(),
    constants: new Names(),
    calendars: new Names(),
    qualifications: new Names(),
    lexicons: new Names(),
    flows: new Names(),
    rules: new Names(),
    openRules: new Set(),
    durations: new Map(),
    inlineLexicons: [],
    nets: [],
    netFlows: new Set(),
    usedLexicons: new Set(),
  }
}

/** A reading whose findings are dropped, for what is read twice. */
export function quiet(reading: Reading): Reading {
  return { ...reading, diagnostics: [] }
}

export type Sort =
  | 'business'
  | 'channel'
  | 'brand'
  | 'identity'
  | 'region'
  | 'environment'
  | 'role'
  | 'event'
  | 'constant'
  | 'calendar'
  | 'qualification'
  | 'lexicon'
  | 'flow'
  | 'step'
  | 'target'
  | 'rule'
  | 'code'
  | 'section'
  | 'item'
  | 'metric'
  | 'scorecard'
  | 'group'
  | 'acceptance'

/** Names in messages, by sort. */
export const SORTS: Readonly<Record<Sort, Message>> = {
  ...AXIS_WORDS,
  role: { zh: '角色', en: 'role' },
  event: { zh: '事件', en: 'event' },
  constant: { zh: '常量', en: 'constant' },
  calendar: { zh: '日历', en: 'calendar' },
  qualification: { zh: '资质', en: 'qualification' },
  lexicon: { zh: '词库', en: 'lexicon' },
  flow: { zh: '流程', en: 'flow' },
  step: { zh: '步骤', en: 'step' },
  target: { zh: '步骤或事件', en: 'step or event' },
  rule: { zh: '规则', en: 'rule' },
  code: { zh: '接触点编码', en: 'touchpoint code' },
  section: { zh: '评分项分组', en: 'section' },
  item: { zh: '评分项', en: 'item' },
  metric: { zh: '指标', en: 'metric' },
  scorecard: { zh: '评分表', en: 'scorecard' },
  group: { zh: '分组', en: 'group' },
  acceptance: { zh: '认可项', en: 'acceptance' },
}

// What a node is, if it is that; the schema has already spoken where it is not.

export function asMap(node: TreeNode | undefined): MapNode | undefined {
  return node?.kind === 'map' ? node : undefined
}

export function asList(node: TreeNode | undefined): readonly TreeNode[] {
  return (node as ListNode | undefined)?.kind === 'list' ? (node as ListNode).items : []
}

export function entryOf(node: TreeNode | undefined, key: string): TreeEntry | undefined {
  return node?.kind === 'map' ? node.entries.get(key) : undefined
}

export function child(node: TreeNode | undefined, key: string): TreeNode | undefined {
  return entryOf(node, key)?.node
}

export function stringOf(node: TreeNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' && node.value !== '' ? node.value : undefined
}

export function numberOf(node: TreeNode | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined
}

export function booleanOf(node: TreeNode | undefined): boolean | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : undefined
}

/** One or a list of strings, each with its node. */
export function stringsOf(node: TreeNode | undefined): { readonly value: string; readonly node: TreeNode }[] {
  const nodes = node?.kind === 'list' ? node.items : node ? [node] : []
  return nodes.flatMap((item) => {
    const value = stringOf(item)
    return value === undefined ? [] : [{ value, node: item }]
  })
}

export function textOf(node: TreeNode | undefined, lang: Lang): Text | undefined {
  const plain = stringOf(node)
  if (plain !== undefined) return { [lang]: plain }
  const zh = stringOf(child(node, 'zh'))
  const en = stringOf(child(node, 'en'))
  return zh === undefined && en === undefined
    ? undefined
    : { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) }
}

/** `differs`: why something is otherwise than its like, with its place. */
export function differsOf(node: TreeNode | undefined, lang: Lang): { because: Text; place: Place } | undefined {
  const entry = entryOf(node, 'differs')
  const because = textOf(entry?.node, lang)
  return entry && because ? { because, place: entry.key } : undefined
}

/** `note` and `source`, which every object takes. */
export function remarksOf(node: TreeNode | undefined): { readonly note?: string; readonly source: readonly string[] } {
  const note = stringOf(child(node, 'note'))
  const source = stringsOf(child(node, 'source')).map(({ value }) => value)
  return { ...(note === undefined ? {} : { note }), source }
}

/** The property with its value, or nothing when the value is undefined: for exact optional properties. */
export function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }
}

export function report(reading: Reading, diagnostic: Diagnostic): void {
  reading.diagnostics.push(diagnostic)
}

/** Checks that something declares `name`; true when it is known or may be. */
export function refer(
  reading: Reading,
  names: Names,
  name: string,
  node: TreeNode,
  what: Message,
  more: Iterable<string> = [],
): boolean {
  if (names.has(name)) return true
  if (names.open) return false
  report(reading, unknownReference(name, node.place, what, [...names.places.keys(), ...more], node.alias))
  return false
}

/** A key that belongs to the language and that this version does not evaluate. */
export function reportUnsupported(reading: Reading, node: TreeNode | undefined, key: string): void {
  const entry = entryOf(node, key)
  if (entry) report(reading, unsupported(entry.key, key))
}

export function unsupported(place: Place, what: string): Diagnostic {
  return {
    rule: 'unsupported',
    severity: 'error',
    message: {
      zh: `\`${what}\` 属于地图语言，但本版本还不能对它求值`,
      en: `\`${what}\` is part of the language, but this version does not evaluate it yet`,
    },
    place,
    expected: {
      zh: '去掉它，需要留作说明时写进 `note`',
      en: 'it taken out; keep it as a `note` if it should be remembered',
    },
  }
}

export function badValue(place: Place, message: Message, expected?: Message): Diagnostic {
  return { rule: 'schema/value', severity: 'error', message, place, ...given('expected', expected) }
}
