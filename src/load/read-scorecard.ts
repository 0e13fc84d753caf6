import type { Place } from '../diagnostic/diagnostic.ts'
import { oneOf } from '../diagnostic/name-list.ts'
import type {
  AnswerCondition,
  AnswerSource,
  ErrorClass,
  FatalScope,
  Scorecard,
  ScorecardItem,
  ScorecardSection,
  ThresholdSet,
} from '../model/scorecard.ts'
import type { Metric } from '../model/metric.ts'
import { Names } from './names.ts'
import { readAnswerForm, scalarOf } from './read-answer-form.ts'
import { readCel } from './read-proof.ts'
import {
  asList,
  asMap,
  badValue,
  booleanOf,
  child,
  given,
  numberOf,
  type Reading,
  refer,
  report,
  SORTS,
  stringOf,
  stringsOf,
  textOf,
} from './reading.ts'
import type { MapNode, TreeNode } from './tree.ts'

const MODES: readonly Scorecard['mode'][] = ['points', 'weighted', 'questions', 'mean', 'deduct']
const CLASSES: readonly ErrorClass[] = ['customer', 'business', 'compliance']

/** Names of the card itself, and what can only be checked once all of it has been read. */
interface CardReading {
  readonly reading: Reading
  readonly metrics: ReadonlyMap<string, Metric>
  readonly sections: Names
  readonly items: Names
  readonly found: Map<string, ScorecardItem>
  readonly conditions: { readonly owner: Owner; readonly node: TreeNode; readonly when: AnswerCondition }[]
  readonly fatal: { readonly section: string; readonly node: TreeNode }[]
}

/** Items that a condition decides about, by id. */
type Owner = readonly string[]

/** Reads a scorecard file, nested under `scorecard:` or beside it. `codes` are the touchpoint codes, undefined where unknown. */
export function readScorecard(
  reading: Reading,
  root: MapNode,
  codes: Names,
  metrics: readonly Metric[] = [],
): Scorecard {
  const body = asMap(child(root, 'scorecard')) ?? root
  const mode = stringOf(child(body, 'mode'))
  const na = stringOf(child(body, 'na'))
  const thresholds = child(body, 'thresholds')
  const per = new Map<string, ThresholdSet>()
  for (const [code, { key, node }] of asMap(child(thresholds, 'per'))?.entries ?? []) {
    refer(reading, codes, code, { kind: 'scalar', value: code, raw: code, quoted: false, place: key }, SORTS.code)
    per.set(code, readThresholds(node))
  }
  const rules = new Map<string, number>()
  for (const [rule, { key, node }] of asMap(child(thresholds, 'rules'))?.entries ?? []) {
    isKnownRule(reading, rule, { kind: 'scalar', value: rule, raw: rule, quoted: false, place: key })
    const limit = numberOf(node)
    if (limit !== undefined) rules.set(rule, limit)
  }
  const card: CardReading = {
    reading,
    metrics: new Map(metrics.map((metric) => [metric.id, metric])),
    sections: new Names(),
    items: new Names(),
    found: new Map(),
    conditions: [],
    fatal: [],
  }
  const sections = readSections(card, child(body, 'sections'))
  checkWhole(card)
  return {
    mode: MODES.find((each) => each === mode) ?? 'weighted',
    na: na === 'redistribute' || na === 'equal' ? na : 'drop',
    minEvaluated: numberOf(child(body, 'min-evaluated')) ?? 0.8,
    sections,
    thresholds: {
      overall: readThresholds(child(thresholds, 'overall')),
      touchpoint: readThresholds(child(thresholds, 'touchpoint')),
      per,
      ...(rules.size === 0 ? {} : { rules }),
    },
    place: root.place,
  }
}

function readSections(card: CardReading, list: TreeNode | undefined): ScorecardSection[] {
  const { reading } = card
  return asList(list).flatMap((node): ScorecardSection[] => {
    const idNode = child(node, 'id')
    const id = stringOf(idNode)
    if (id === undefined || !idNode) return []
    for (const each of card.sections.declare(id, idNode.place, SORTS.section)) report(reading, each)
    const items = asList(child(node, 'items')).flatMap((each) => {
      const item = asMap(each)
      return item ? [readItem(card, item, id)] : []
    })
    const sections = readSections(card, child(node, 'sections'))
    const inside = [...items.flatMap((item) => item.id ?? []), ...idsIn(sections)]
    return [
      {
        id,
        name: textOf(child(node, 'name'), reading.lang) ?? { [reading.lang]: id },
        weight: numberOf(child(node, 'weight')) ?? 1,
        items,
        ...(sections.length > 0 ? { sections } : {}),
        ...given('bonus', booleanOf(child(node, 'bonus'))),
        ...readConditions(card, node, inside),
        place: node.place,
      },
    ]
  })
}

function idsIn(sections: readonly ScorecardSection[]): string[] {
  return sections.flatMap(({ items, sections: inner }) => [
    ...items.flatMap((item) => item.id ?? []),
    ...idsIn(inner ?? []),
  ])
}

function readItem(card: CardReading, node: MapNode, section: string): ScorecardItem {
  const { reading } = card
  const rules = [...stringsOf(child(node, 'rule')), ...stringsOf(child(node, 'rules'))]
  const idNode = child(node, 'id')
  const id = stringOf(idNode)
  const source = readSource(card, node)
  const fatal = readFatal(card, child(node, 'fatal'), section)
  const form = readAnswerForm(reading, node, source, (each) => readFatal(card, each, section))
  const name = CLASSES.find((each) => each === stringOf(child(node, 'class')))
  const item: ScorecardItem = {
    ...given('id', id),
    rules: rules.flatMap(({ value, node: at }) => (isKnownRule(reading, value, at) ? [value] : [])),
    ...given('source', source),
    ...given('form', form),
    weight: numberOf(child(node, 'weight')) ?? numberOf(child(node, 'points')) ?? 1,
    ...given('deduct', numberOf(child(node, 'deduct'))),
    ...given('passes', numberOf(child(node, 'passes'))),
    fatal: fatal !== undefined,
    ...(fatal?.kind === 'section' ? { fatalScope: fatal } : {}),
    ...given('critical', booleanOf(child(node, 'critical'))),
    ...given('class', name),
    ...given('bonus', booleanOf(child(node, 'bonus'))),
    ...readConditions(card, node, id === undefined ? [] : [id]),
    ...given('title', textOf(child(node, 'title'), reading.lang)),
    place: node.place,
  }
  if (id !== undefined && idNode) {
    for (const each of card.items.declare(id, idNode.place, SORTS.item)) report(reading, each)
    if (!card.found.has(id)) card.found.set(id, item)
  }
  return item
}

function readSource({ reading, metrics }: CardReading, node: MapNode): AnswerSource | undefined {
  const name = stringOf(child(node, 'attribute'))
  if (name !== undefined) return { kind: 'attribute', name }
  const value = readCel(reading, child(node, 'value'), 'value')
  if (value !== undefined) return { kind: 'value', value }
  const measureNode = child(node, 'measure')
  const measure = stringOf(measureNode)
  if (measure === undefined || !measureNode) return undefined
  if (measure === 'adherence' || measure === 'handling-time') return { kind: 'measure', measure }
  const metric = metrics.get(measure)
  if (metric) return { kind: 'value', value: metric.value, ...(metric.type === 'duration' ? { inSeconds: true } : {}) }
  isKnownRule(reading, measure, measureNode)
  return { kind: 'measured', rule: measure }
}

/** `true`, `section` for the one it stands in, or a section by id. */
function readFatal(card: CardReading, node: TreeNode | undefined, own: string): FatalScope | undefined {
  if (!node) return undefined
  const section = stringOf(node)
  if (section === undefined) return booleanOf(node) === true ? { kind: 'whole' } : undefined
  if (section === 'section') return { kind: 'section', section: own }
  card.fatal.push({ section, node })
  return { kind: 'section', section }
}

function readConditions(
  card: CardReading,
  node: TreeNode,
  owner: Owner,
): Pick<ScorecardItem, 'applies'> & Pick<ScorecardItem, 'when'> {
  const whenNode = child(node, 'when')
  const when = readWhen(whenNode)
  if (when !== undefined && whenNode) card.conditions.push({ owner, node: whenNode, when })
  return { ...given('applies', readCel(card.reading, child(node, 'applies'), 'interaction')), ...given('when', when) }
}

function readWhen(node: TreeNode | undefined): AnswerCondition | undefined {
  for (const kind of ['all', 'any', 'none'] as const) {
    const list = child(node, kind)
    if (list) return { kind, of: asList(list).flatMap((each) => readWhen(each) ?? []) }
  }
  const item = stringOf(child(node, 'item'))
  if (item === undefined) return undefined
  const is = child(node, 'is')
  if (!is) {
    return {
      kind: 'between',
      item,
      ...given('min', numberOf(child(node, 'min'))),
      ...given('max', numberOf(child(node, 'max'))),
    }
  }
  const values = (is.kind === 'list' ? is.items : [is]).flatMap((each) => scalarOf(each) ?? [])
  return { kind: 'is', item, values }
}

/** References among items, which may point forward: unknown ones, answers that no option has, circles. */
function checkWhole(card: CardReading): void {
  const { reading, items, found, conditions } = card
  for (const { section, node } of card.fatal) refer(reading, card.sections, section, node, SORTS.section, ['section'])
  for (const { node } of conditions) checkCondition(node)
  const needs = new Map<string, Set<string>>()
  for (const { owner, when } of conditions) {
    for (const id of owner) needs.set(id, new Set([...(needs.get(id) ?? []), ...namedIn(when)]))
  }
  for (const { owner, node, when } of conditions) {
    if (!owner.some((id) => namedIn(when).some((other) => reaches(other, id, needs, new Set())))) continue
    report(
      reading,
      badValue(node.place, {
        zh: '这个条件绕回了它自己：它所看的答案又取决于它',
        en: 'this condition goes round in a circle: the answer it looks at depends on it',
      }),
    )
  }

  function checkCondition(node: TreeNode): void {
    for (const kind of ['all', 'any', 'none']) for (const each of asList(child(node, kind))) checkCondition(each)
    const named = child(node, 'item')
    const id = stringOf(named)
    if (id === undefined || !named || !refer(reading, items, id, named, SORTS.item)) return
    const form = found.get(id)?.form
    if (form?.kind !== 'choice') return
    const is = child(node, 'is')
    for (const each of is?.kind === 'list' ? is.items : is ? [is] : []) {
      const value = scalarOf(each)
      if (value === undefined || form.options.some((option) => String(option.is) === String(value))) continue
      reportNoOption(reading, each.place, id, form.options)
    }
  }
}

function reportNoOption(
  reading: Reading,
  place: Place,
  id: string,
  options: readonly { readonly is: string | number | boolean }[],
): void {
  report(
    reading,
    badValue(
      place,
      { zh: `项目 \`${id}\` 没有这个选项`, en: `the item \`${id}\` has no such option` },
      oneOf(options.map(({ is }) => String(is))),
    ),
  )
}

function namedIn(when: AnswerCondition): string[] {
  return 'of' in when ? when.of.flatMap(namedIn) : [when.item]
}

function reaches(
  from: string,
  to: string,
  needs: ReadonlyMap<string, ReadonlySet<string>>,
  seen: Set<string>,
): boolean {
  if (from === to) return true
  if (seen.has(from)) return false
  seen.add(from)
  return [...(needs.get(from) ?? [])].some((next) => reaches(next, to, needs, seen))
}

function isKnownRule(reading: Reading, rule: string, node: TreeNode): boolean {
  if ([...reading.openRules].some((prefix) => rule.startsWith(prefix))) return true
  return refer(reading, reading.rules, rule, node, SORTS.rule)
}

function readThresholds(node: TreeNode | undefined): ThresholdSet {
  return {
    ...given('adherence', numberOf(child(node, 'adherence'))),
    ...given('compliance', numberOf(child(node, 'compliance'))),
    ...given('score', numberOf(child(node, 'score'))),
  }
}
