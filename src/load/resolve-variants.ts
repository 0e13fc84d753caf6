import type { Diagnostic, Place } from '../diagnostic/diagnostic.ts'
import type { Derivation, FlowChange } from '../model/flow.ts'
import type { Id } from '../model/map.ts'
import { changeSteps, nameOfItem, type StepChange, visitNamedItems } from './change-steps.ts'
import { unknownReference } from './names.ts'
import { asList, asMap, badValue, child, type Reading, refer, report, SORTS, stringOf, stringsOf } from './reading.ts'
import type { MapNode, TreeEntry, TreeNode } from './tree.ts'

/** A flow file as read: its tree, and whether some of its steps or rules could not be recognised. */
export interface FlowSource {
  readonly id: Id
  readonly root: MapNode
  readonly shapeless: boolean
}

/** A flow with all that it extends in it: `root` reads like the file of any flow, each part at the place it is written at. */
export interface ResolvedFlow extends FlowSource {
  readonly derivation?: Derivation
  /** For findings about what is inherited: where the variant is written, and what took each missing name out. */
  readonly variant?: { readonly file: string; readonly place: Place; readonly removed: ReadonlyMap<string, Place> }
  /** How many flows lie below it. */
  readonly depth: number
}

const MAX_DEPTH = 16
const MAX_CHANGES = 500
/** Items of all variants of a map together: variants of variants may multiply a large flow. */
const MAX_ITEMS = 200_000
const CHANGES = ['after', 'before', 'replace', 'remove', 'amend'] as const
/** Keys of a variant that stand in the place of the base's; `elements` and `contact` key by key. */
const SECTIONS = ['name', 'family', 'scope', 'goal', 'source', 'differs', 'interrupts', 'anywhere', 'ambient'] as const
const MERGED = ['elements', 'contact'] as const

/** Puts what flows extend into them (semantics §4a); a circle, an unknown base, an unknown step are reported where they are named. */
export function resolveVariants(reading: Reading, sources: readonly FlowSource[]): ReadonlyMap<MapNode, ResolvedFlow> {
  const byId = new Map<Id, FlowSource>()
  for (const source of sources) if (!byId.has(source.id)) byId.set(source.id, source)
  const done = new Map<MapNode, ResolvedFlow>()
  const path: MapNode[] = []
  let items = 0

  const resolve = (source: FlowSource): ResolvedFlow => {
    const known = done.get(source.root)
    if (known) return known
    path.push(source.root)
    const resolved = derive(source)
    path.pop()
    done.set(source.root, resolved)
    return resolved
  }

  const derive = (source: FlowSource): ResolvedFlow => {
    const { root } = source
    const node = child(root, 'extends')
    const id = stringOf(node)
    const open = (): ResolvedFlow => ({ ...source, shapeless: true, depth: 0 })
    if (!node || id === undefined) {
      const stray = ['change', 'without-rules'].map((key) => root.entries.get(key)).find((entry) => entry)
      if (!node && stray) report(reading, needsBase(stray.key))
      return node || stray ? open() : { ...source, depth: 0 }
    }
    for (const key of ['steps', 'from']) {
      const entry = root.entries.get(key)
      if (entry) report(reading, notBoth(key, entry.key, node.place))
    }
    const base = byId.get(id)
    if (!base) {
      refer(reading, reading.flows, id, node, SORTS.flow)
      return open()
    }
    const circle = path.indexOf(base.root)
    if (circle >= 0) {
      const ids = [...path.slice(circle).map((each) => stringOf(child(each, 'flow')) ?? ''), id].join(' → ')
      report(reading, {
        rule: 'flow/recursive-extends',
        severity: 'error',
        message: { zh: `流程派生自自己：${ids}`, en: `the flow extends itself: ${ids}` },
        place: node.place,
        expected: { zh: '不会绕回自己的流程', en: 'a flow that does not lead back to this one' },
      })
      return open()
    }
    const below = path.length > MAX_DEPTH ? undefined : resolve(base)
    if (!below || below.depth >= MAX_DEPTH) {
      report(
        reading,
        tooMuch(node.place, `派生超过 ${MAX_DEPTH} 层`, `more than ${MAX_DEPTH} flows extend one another`),
      )
      return open()
    }
    const depth = below.depth + 1
    const resolved = new VariantReader(reading, source, below, { flow: id, place: node.place }).read()
    visitNamedItems(resolved.root, () => void items++)
    if (items > MAX_ITEMS) {
      report(
        reading,
        tooMuch(
          node.place,
          `派生流程共超过 ${MAX_ITEMS} 个步骤`,
          `variants hold more than ${MAX_ITEMS} steps together`,
        ),
      )
      return open()
    }
    return { ...resolved, depth }
  }

  for (const source of sources) resolve(source)
  return done
}

/** Reads one variant over its base, which is resolved already. */
class VariantReader {
  private readonly reading: Reading
  private readonly source: FlowSource
  private readonly below: ResolvedFlow
  private readonly base: { readonly flow: Id; readonly place: Place }
  private readonly removed = new Map<string, Place>()
  private readonly changes: FlowChange[] = []
  private shapeless: boolean

  constructor(reading: Reading, source: FlowSource, below: ResolvedFlow, base: { flow: Id; place: Place }) {
    this.reading = reading
    this.source = source
    this.below = below
    this.base = base
    this.shapeless = source.shapeless || below.shapeless
    for (const [name, place] of below.variant?.removed ?? []) this.removed.set(name, place)
  }

  read(): ResolvedFlow {
    const { id, root: own } = this.source
    const entries = new Map<string, TreeEntry>(this.below.root.entries)
    for (const key of entries.keys()) if (key === 'note' || key.startsWith('x-')) entries.delete(key)
    for (const key of SECTIONS) {
      const entry = own.entries.get(key)
      if (!entry) continue
      if (entries.has(key) && key !== 'name' && key !== 'source' && key !== 'differs')
        this.note('section', key, [], entry.key)
      entries.set(key, entry)
    }
    for (const key of MERGED) this.mergeSection(entries, key)
    for (const [key, entry] of own.entries) {
      if (key === 'flow' || key === 'note' || key.startsWith('x-')) entries.set(key, entry)
    }
    const changed = this.applyChanges({ ...own, entries })
    const rules = this.mergeRules(changed)
    const all = new Map(changed.entries)
    all.delete('rules')
    if (rules) all.set('rules', rules)
    const derivation: Derivation = {
      bases: [this.base, ...(this.below.derivation?.bases ?? [])],
      changes: [...(this.below.derivation?.changes ?? []), ...this.changes],
    }
    const variant = { file: own.place.file, place: this.base.place, removed: this.removed }
    return { id, root: { ...own, entries: all }, shapeless: this.shapeless, derivation, variant, depth: 0 }
  }

  private note(kind: FlowChange['kind'], target: string, gives: readonly string[], place: Place): void {
    this.changes.push({ flow: this.source.id, kind, target, gives, place })
  }

  private mergeSection(entries: Map<string, TreeEntry>, key: (typeof MERGED)[number]): void {
    const own = this.source.root.entries.get(key)
    if (!own) return
    const before = entries.get(key)
    if (!asMap(own.node) || !before || !asMap(before.node)) {
      entries.set(key, own)
      return
    }
    const merged = new Map(asMap(before.node)?.entries)
    for (const [name, entry] of asMap(own.node)?.entries ?? []) {
      if (merged.has(name)) this.note('section', `${key}/${name}`, [], entry.key)
      merged.set(name, entry)
    }
    entries.set(key, { key: before.key, node: { ...before.node, entries: merged } as MapNode })
  }

  /** Rules by id: one of the variant stands in the place of the base's, others come behind, `without-rules` take out. */
  private mergeRules(root: MapNode): TreeEntry | undefined {
    const before = this.below.root.entries.get('rules')
    const own = this.source.root.entries.get('rules')
    const rules = new Map(asMap(before?.node)?.entries)
    for (const { value, node } of stringsOf(child(this.source.root, 'without-rules'))) {
      if (rules.delete(value)) this.note('without-rule', value, [], node.place)
      else if (!this.shapeless) report(this.reading, unknownReference(value, node.place, SORTS.rule, rules.keys()))
    }
    for (const [id, entry] of asMap(own?.node)?.entries ?? []) {
      if (rules.has(id)) this.note('rule', id, [], entry.key)
      rules.set(id, entry)
    }
    const key = own?.key ?? before?.key
    return key && rules.size > 0 ? { key, node: { kind: 'map', place: root.place, entries: rules } } : undefined
  }

  private applyChanges(start: MapNode): MapNode {
    const nodes = asList(child(this.source.root, 'change'))
    const last = nodes[MAX_CHANGES]
    if (last) {
      report(
        this.reading,
        tooMuch(last.place, `修改超过 ${MAX_CHANGES} 条`, `there are more than ${MAX_CHANGES} changes`),
      )
    }
    let root = start
    for (const node of nodes.slice(0, MAX_CHANGES)) root = this.applyChange(root, node)
    return root
  }

  private applyChange(root: MapNode, node: TreeNode): MapNode {
    const kind = CHANGES.find((each) => child(node, each))
    const targetNode = kind && child(node, kind)
    const target = stringOf(targetNode)
    if (!kind || !targetNode || target === undefined) {
      this.shapeless = true
      return root
    }
    const amendment = asMap(child(node, 'with'))
    const change: StepChange = {
      kind,
      target,
      steps: asList(child(node, 'steps')),
      ...(amendment ? { amendment } : {}),
    }
    const { root: changed, refused, found } = changeSteps(root, change)
    if (refused) {
      report(this.reading, badValue(targetNode.place, refused))
      return root
    }
    if (!changed || !found) {
      this.reportUnknown(root, target, targetNode)
      return root
    }
    const gives = amendment && kind === 'amend' ? [...amendment.entries.keys()] : this.checkNew(root, change, found)
    this.note(kind, target, gives, targetNode.place)
    if (kind === 'remove' || kind === 'replace') {
      visitNamedItems(listOf(found), (name) => this.removed.set(name, targetNode.place))
      for (const name of gives) this.removed.delete(name)
    }
    return changed
  }

  /** Names the change brings in; one that the flow has already is reported at the new one. */
  private checkNew(root: MapNode, change: StepChange, found: MapNode): string[] {
    const names = new Map<string, Place>()
    visitNamedItems(root, (name, item) => names.set(name, placeOf(item)))
    if (change.kind === 'replace') visitNamedItems(listOf(found), (name) => names.delete(name))
    const gives: string[] = []
    for (const step of change.steps) {
      visitNamedItems(listOf(step), (name, item) => {
        const first = names.get(name)
        gives.push(name)
        names.set(name, placeOf(item))
        if (first) {
          report(this.reading, {
            rule: 'id-duplicate',
            severity: 'error',
            message: {
              zh: `步骤 \`${name}\` 在派生的流程里已经有了`,
              en: `the step \`${name}\` is in the extended flow already`,
            },
            place: placeOf(item),
            expected: { zh: '另取一个标识，或用 `replace`', en: 'another id, or `replace`' },
            related: [{ message: { zh: '已有的在这里', en: 'it is here' }, place: first }],
          })
        }
      })
    }
    return gives
  }

  private reportUnknown(root: MapNode, target: string, node: TreeNode): void {
    if (this.shapeless) return
    const names: string[] = []
    visitNamedItems(root, (name) => names.push(name))
    const gone = this.removed.get(target)
    const alias = target.split('/')[0] ?? ''
    if (target.includes('/') && names.includes(alias)) {
      const message = {
        zh: `\`${target}\` 属于套用的流程 \`${alias}\`，不能在这里修改`,
        en: `\`${target}\` belongs to the flow used as \`${alias}\` and cannot be changed here`,
      }
      const expected = {
        zh: `派生那个流程，再用 \`{replace: ${alias}, steps: [{use: …}]}\` 换上`,
        en: `a variant of that flow, put in by \`{replace: ${alias}, steps: [{use: …}]}\``,
      }
      report(this.reading, badValue(node.place, message, expected))
      return
    }
    const unknown = unknownReference(target, node.place, SORTS.step, names, node.alias)
    const related = gone ? [{ message: { zh: '在这里去掉了', en: 'taken out here' }, place: gone }] : []
    report(this.reading, { ...unknown, ...(related.length > 0 ? { related } : {}) })
  }
}

/** A finding about what a variant inherits, told where the variant is written; undefined where its base has the same. */
export function tellOfVariant(
  finding: Diagnostic,
  { id, variant }: ResolvedFlow,
  known: ReadonlySet<string>,
): Diagnostic | undefined {
  if (!variant || finding.place.file === variant.file) return finding
  if (known.has(keyOf(finding))) return undefined
  const named = [...variant.removed].find(([name]) => finding.message.en.includes(`\`${name}\``))
  return {
    ...finding,
    message: {
      zh: `在派生流程 \`${id}\` 里，${finding.message.zh}`,
      en: `in the variant \`${id}\` ${finding.message.en}`,
    },
    place: named?.[1] ?? variant.place,
    related: [
      { message: { zh: '继承的内容在这里', en: 'what is inherited stands here' }, place: finding.place },
      ...(finding.related ?? []),
    ],
  }
}

/** What makes two findings one: rule and place. */
export function keyOf({ rule, place: { file, range } }: Diagnostic): string {
  return `${rule} ${file} ${range.start.offset}`
}

/** An item as the only one of a flow, to be visited with what is in it. */
function listOf(item: TreeNode): TreeNode {
  const list: TreeNode = { kind: 'list', place: item.place, items: [item] }
  return { kind: 'map', place: item.place, entries: new Map([['steps', { key: item.place, node: list }]]) }
}

function placeOf(item: MapNode): Place {
  const named = child(item, 'id') ?? child(child(item, 'use'), 'as') ?? child(child(item, 'group'), 'id')
  return nameOfItem(item) === undefined ? item.place : (named?.place ?? item.place)
}

function needsBase(place: Place): Diagnostic {
  return {
    rule: 'schema/missing-key',
    severity: 'error',
    message: { zh: '缺少键 `extends`', en: 'the key `extends` is missing' },
    place,
    expected: { zh: '`extends`', en: '`extends`' },
  }
}

function notBoth(key: string, place: Place, base: Place): Diagnostic {
  return {
    ...badValue(place, {
      zh: `\`extends\` 与 \`${key}\` 只能写一个`,
      en: `only one of \`extends\` and \`${key}\` may stand here`,
    }),
    related: [{ message: { zh: '`extends` 写在这里', en: '`extends` stands here' }, place: base }],
  }
}

function tooMuch(place: Place, zh: string, en: string): Diagnostic {
  return badValue(place, { zh, en })
}
