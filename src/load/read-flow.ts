import type { Place } from '../diagnostic/diagnostic.ts'
import type { Anywhere, Branch, Flow, Interrupt, Item, Step } from '../model/flow.ts'
import type { Id } from '../model/map.ts'
import type { Rule, RuleSpec, Target } from '../model/rule.ts'
import { NORM_KEYS } from './flow-outline.ts'
import { NET_KEY, NET_NUMBER } from './model-to-tree.ts'
import { readContact } from './read-contact.ts'
import { readLexiconRef } from './read-lexicon.ts'
import { readPatterns, readProof, readRoles } from './read-proof.ts'
import { readRules } from './read-rule.ts'
import { readStepTarget, readTarget, type RuleScope } from './read-target.ts'
import { readQualification } from './rule-kinds/qualified.ts'
import { readWithin } from './rule-kinds/within.ts'
import {
  asList,
  asMap,
  booleanOf,
  child,
  differsOf,
  entryOf,
  given,
  numberOf,
  quiet,
  type Reading,
  refer,
  remarksOf,
  report,
  SORTS,
  stringOf,
  stringsOf,
  textOf,
} from './reading.ts'
import type { MapNode, TreeEntry, TreeNode } from './tree.ts'

/** The step before a point of the flow, for limits that do not say from where they count: none, one, or not always the same. */
type Previous = { readonly step: Id } | 'none' | 'many' | 'unknown'

/** Reads one flow file. What is malformed in it is left out; the schema has reported it. */
export function readFlow(reading: Reading, scope: RuleScope, id: Id, root: MapNode, place: Place): Flow {
  const reader = new FlowReader(reading, scope, id)
  const elements = child(root, 'elements')
  return {
    id,
    name: textOf(child(root, 'name'), reading.lang) ?? { [reading.lang]: id },
    family: stringOf(child(root, 'family')) === 'management' ? 'management' : 'service',
    elements: {
      ...given('inputs', textOf(child(elements, 'inputs'), reading.lang)),
      ...given('output', textOf(child(elements, 'output'), reading.lang)),
      ...given('customer', textOf(child(elements, 'customer'), reading.lang)),
      ...given('value', textOf(child(elements, 'value'), reading.lang)),
    },
    items: reader.readSteps(child(root, 'steps'), 'none'),
    interrupts: reader.readInterrupts(child(root, 'interrupts')),
    anywhere: reader.readAnywhere(child(root, 'anywhere')),
    rules: readRules(reading, scope, child(root, 'rules'), `${id}/`),
    ambient: readPatterns(reading, child(root, 'ambient')),
    ...given('contact', readContact(root)),
    ...remarksOf(root),
    place,
    ...given('differs', differsOf(root, reading.lang)),
    ...given('from', child(root, 'from') && child(root, 'steps')?.place.file),
    parts: partsOf(root),
  }
}

/** Where each key of the flow is written that applies, those of its elements apart. */
function partsOf(root: MapNode): Map<string, Place> {
  const parts = new Map<string, Place>()
  for (const [key, entry] of root.entries) {
    if (key !== 'elements') parts.set(key, entry.key)
    else for (const [name, { key: place }] of asMap(entry.node)?.entries ?? []) parts.set(`elements/${name}`, place)
  }
  return parts
}

class FlowReader {
  private readonly reading: Reading
  private readonly scope: RuleScope
  private readonly flow: Id

  constructor(reading: Reading, scope: RuleScope, flow: Id) {
    this.reading = reading
    this.scope = scope
    this.flow = flow
  }

  readSteps(node: TreeNode | undefined, previous: Previous): Item[] {
    const items: Item[] = []
    let before = previous
    for (const each of asList(node)) {
      const item = this.readItem(each, before)
      before = item ? previousAfter(item, before) : 'unknown'
      if (item) items.push(item)
    }
    return items
  }

  readInterrupts(node: TreeNode | undefined): Interrupt[] {
    return asList(node).flatMap((each) => {
      const when = readProof(this.reading, this.scope.lexicons, child(each, 'when'))
      const steps = this.readSteps(child(each, 'steps'), 'none')
      const then = stringOf(child(each, 'then'))
      if (!when || (then !== 'end' && then !== 'leave' && then !== 'resume')) return []
      return [{ when, steps, then, ...given('max', numberOf(child(each, 'max'))), place: each.place }]
    })
  }

  readAnywhere(node: TreeNode | undefined): Anywhere[] {
    return asList(node).flatMap((each) => {
      const step = asMap(each) && this.readStep(asMap(each), 'none')
      const min = numberOf(child(each, 'min')) ?? 0
      const max = numberOf(child(each, 'max'))
      const maxNode = child(each, 'max')
      if (max !== undefined && maxNode && max < min) {
        report(this.reading, {
          rule: 'schema/value',
          severity: 'error',
          message: { zh: `\`max\` 不得小于 \`min\`(${min})`, en: `\`max\` is less than \`min\` (${min})` },
          place: maxNode.place,
        })
      }
      return step ? [{ step, min, ...given('max', max) }] : []
    })
  }

  private readItem(node: TreeNode, previous: Previous): Item | undefined {
    const item = asMap(node)
    if (!item) return undefined
    const place = node.place
    const body = (key: string) => child(item, key)
    if (item.entries.has('choice')) {
      return {
        kind: 'choice',
        branches: asList(body('choice')).flatMap((each) => this.readBranch(each, previous)),
        place,
      }
    }
    if (item.entries.has('optional'))
      return { kind: 'optional', items: this.readSteps(body('optional'), previous), place }
    for (const kind of ['any-order', 'parallel', 'some'] as const) {
      if (!item.entries.has(kind)) continue
      const nodes = asList(body(kind))
      const before = kind === 'any-order' && nodes.length > 1 ? 'many' : previous
      return { kind, children: nodes.flatMap((each) => this.readChild(each, before) ?? []), place }
    }
    const net = body(NET_KEY)
    if (net) {
      const children = asList(net).flatMap((each) => this.readStep(asMap(each), 'many') ?? [])
      const known = this.reading.nets[numberOf(body(NET_NUMBER)) ?? -1]
      return known && children.length === asList(net).length
        ? { kind: 'net', net: known, children, place: net.place }
        : undefined
    }
    const repeat = body('repeat')
    if (repeat) {
      const steps = this.readSteps(child(repeat, 'do'), 'many')
      const redo = this.readSteps(child(repeat, 'redo'), lastOf(steps, 'many'))
      return { kind: 'repeat', do: steps, redo, ...given('max', numberOf(child(repeat, 'max'))), place }
    }
    const group = body('group')
    if (group) {
      return {
        kind: 'group',
        ...given('id', stringOf(child(group, 'id'))),
        items: this.readSteps(child(group, 'steps'), previous),
        interrupts: this.readInterrupts(child(group, 'interrupts')),
        anywhere: this.readAnywhere(child(group, 'anywhere')),
        place,
      }
    }
    const use = body('use')
    if (use) {
      const flowNode = child(use, 'flow')
      const flow = stringOf(flowNode)
      const as = stringOf(child(use, 'as'))
      if (flow === undefined || !flowNode) return undefined
      if (this.reading.netFlows.has(flow)) {
        report(this.reading, {
          rule: 'schema/value',
          severity: 'error',
          message: {
            zh: `流程 \`${flow}\` 来自不是块结构的模型，按网运行，不能套用`,
            en: `the flow \`${flow}\` is a model that is not made of blocks; it runs as a net and cannot be used in another`,
          },
          place: flowNode.place,
          expected: { zh: '块结构的流程', en: 'a flow made of blocks' },
        })
      }
      refer(this.reading, this.reading.flows, flow, flowNode, SORTS.flow)
      return as === undefined ? undefined : { kind: 'use', flow, as, place }
    }
    return this.readStep(item, previous)
  }

  private readBranch(node: TreeNode, previous: Previous): Branch[] {
    const map = asMap(node)
    if (!map) return []
    if (!['name', 'when', 'steps'].some((key) => map.entries.has(key)) || map.entries.has('id')) {
      const item = this.readItem(node, previous)
      return item ? [{ steps: [item], place: node.place }] : []
    }
    return [
      {
        ...given('name', textOf(child(map, 'name'), this.reading.lang)),
        ...given('when', readProof(this.reading, this.scope.lexicons, child(map, 'when'))),
        steps: this.readSteps(child(map, 'steps'), previous),
        place: node.place,
      },
    ]
  }

  private readChild(node: TreeNode, previous: Previous): Item | undefined {
    const steps = child(node, 'steps')
    if (!steps) return this.readItem(node, previous)
    const name = textOf(child(node, 'name'), this.reading.lang)
    return { kind: 'sequence', ...given('name', name), items: this.readSteps(steps, previous), place: node.place }
  }

  private readStep(node: MapNode | undefined, previous: Previous): Step | undefined {
    const idNode = child(node, 'id')
    const id = stringOf(idNode)
    if (!node || id === undefined || !idNode) return undefined
    const written = readProof(this.reading, this.scope.lexicons, child(node, 'proof'))
    const satisfiedBy = readProof(this.reading, this.scope.lexicons, child(node, 'satisfied-by'))
    return {
      kind: 'step',
      id,
      ...given('name', textOf(child(node, 'name'), this.reading.lang)),
      ...given('does', textOf(child(node, 'does'), this.reading.lang)),
      by: readRoles(quiet(this.reading), child(node, 'by')),
      proof: written ?? { kind: 'match', event: id, ordered: false, place: idNode.place },
      ...given('satisfiedBy', satisfiedBy),
      weight: numberOf(child(node, 'weight')) ?? 1,
      critical: booleanOf(child(node, 'critical')) ?? false,
      rules: this.readNorms(node, id, previous),
      ...remarksOf(node),
      place: idNode.place,
    }
  }

  private readNorms(node: MapNode, step: Id, previous: Previous): Rule[] {
    const critical = booleanOf(child(node, 'critical')) ?? false
    const scope = stringOf(child(node, 'scope')) === 'contact' ? 'contact' : 'interaction'
    const on: Target = { kind: 'step', step, place: child(node, 'id')?.place ?? node.place }
    const rules: Rule[] = []
    for (const [key, entry] of node.entries) {
      if (!(NORM_KEYS as readonly string[]).includes(key)) continue
      const spec = this.readNorm(key, entry, on, previous)
      if (!spec) continue
      const id = `${this.flow}/${step}/${key}`
      const source = remarksOf(node).source
      rules.push({ id, spec, critical, severity: 'error', speaker: [], scope, source, place: entry.key })
    }
    return rules
  }

  private readNorm(key: string, entry: TreeEntry, on: Target, previous: Previous): RuleSpec | undefined {
    const { node } = entry
    switch (key) {
      case 'by': {
        const roles = readRoles(this.reading, node)
        return roles.length > 0 ? { kind: 'by', on, roles } : undefined
      }
      case 'must-say':
      case 'must-not-say': {
        const lexicon = readLexiconRef(this.reading, this.scope.lexicons, node)
        return lexicon && { kind: key === 'must-say' ? 'says' : 'never-says', lexicon, on }
      }
      case 'records':
      case 'carries':
        return { kind: key, on, attributes: stringsOf(node).map(({ value }) => value) }
      case 'qualified': {
        const qualification = readQualification(this.reading, node)
        return qualification === undefined ? undefined : { kind: 'qualified', on, qualification }
      }
      case 'not-by-doer-of': {
        const other = readStepTarget(this.reading, this.scope, node)
        return other && { kind: 'not-by-doer-of', on, other }
      }
      default:
        return (
          asMap(node) && readWithin(this.reading, this.scope, node, { after: this.readAfter(entry, previous), to: on })
        )
    }
  }

  /** Where a step's limit counts from: `after`, else the step before, which must then be the same on every way. */
  private readAfter(within: TreeEntry, previous: Previous): Target | undefined {
    const after = entryOf(within.node, 'after')
    if (after) return readTarget(this.reading, this.scope, after.node)
    if (typeof previous === 'object') return { kind: 'step', step: previous.step, place: within.key }
    if (previous === 'unknown') return undefined
    report(this.reading, {
      rule: 'schema/missing-key',
      severity: 'error',
      message:
        previous === 'none'
          ? {
              zh: '时限缺少 `after`：前面没有步骤可作起点',
              en: '`after` is missing: there is no step before to count from',
            }
          : {
              zh: '时限缺少 `after`：前一步不止一种可能',
              en: '`after` is missing: the step before is not always the same one',
            },
      place: within.key,
      expected: { zh: '`after`', en: '`after`' },
    })
    return undefined
  }
}

function lastOf(items: readonly Item[], previous: Previous): Previous {
  return items.reduce((before, item) => previousAfter(item, before), previous)
}

function previousAfter(item: Item, previous: Previous): Previous {
  switch (item.kind) {
    case 'step':
      return { step: item.id }
    case 'sequence':
      return lastOf(item.items, previous)
    case 'group':
      return item.interrupts.some(({ then }) => then === 'leave') ? 'many' : lastOf(item.items, previous)
    case 'choice':
      return item.branches.map((branch) => lastOf(branch.steps, previous)).reduce(unite, 'unknown')
    case 'optional':
      return unite(previous, lastOf(item.items, previous))
    case 'repeat':
      return lastOf(item.do, 'many')
    case 'use':
      return 'many'
    default: {
      const [only, ...others] = item.children
      return only && others.length === 0 ? previousAfter(only, previous) : 'many'
    }
  }
}

function unite(a: Previous, b: Previous): Previous {
  if (a === 'unknown') return b
  if (b === 'unknown') return a
  if (typeof a === 'object' && typeof b === 'object') return a.step === b.step ? a : 'many'
  return a === b ? a : 'many'
}
