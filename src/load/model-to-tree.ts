import type { Place } from '../diagnostic/diagnostic.ts'
import type { ModelElement, ModelFlow, ModelItem, ModelScope } from '../model/model-flow.ts'
import type { ListNode, MapNode, ScalarNode, TreeEntry, TreeNode } from './tree.ts'

/** How the names of a model become names of a map. */
export interface ModelBinding {
  /** What shows an element: its proof. */
  proof(element: ModelElement): TreeNode
  /** Who does it, where the model says so. */
  by(element: ModelElement): TreeEntry | undefined
  /** Keys of the step that are stated beside the model; they go before what the model says. */
  keys(element: ModelElement): MapNode | undefined
}

/** Keys of the item that a model without blocks is in the tree: its steps, and the number of its net. None of the language. */
export const NET_KEY = '(net)'
export const NET_NUMBER = '(number)'

/**
 * A model as the `steps` and `interrupts` of a flow, as if they had been written; each part at its place in the model's
 * file. Steps of a model without blocks stand in one item, by label; `net` is the number by which its net is known.
 */
export function modelToTree(model: ModelFlow, binding: ModelBinding, net = 0): ReadonlyMap<string, TreeEntry> {
  const { elements } = model
  const ids = nameSteps(model, binding)
  // An event that decides somewhere carries nothing but that (semantics §6): elsewhere it would be no step.
  const done = new Set(elements.flatMap(({ event, decides }) => (decides === true ? [] : [event])))

  const elementAt = (at: number): ModelElement => elements[at] ?? { id: '', name: '', event: '', place: model.place }
  const step = (at: number): MapNode => {
    const element = elementAt(at)
    const { place, name, does } = element
    const keys = binding.keys(element)
    const entries = new Map<string, TreeEntry>([['id', entry(place, ids.get(at) ?? `step-${at + 1}`)]])
    if (name !== '') entries.set('name', entry(place, name))
    if (does !== undefined) entries.set('does', entry(place, does))
    const by = binding.by(element)
    if (by) entries.set('by', by)
    entries.set('proof', { key: place, node: binding.proof(element) })
    for (const [key, stated] of keys?.entries ?? []) entries.set(key, stated)
    return { kind: 'map', place, entries }
  }
  const list = (parts: readonly TreeNode[], place: Place = model.place): ListNode => ({
    kind: 'list',
    place: parts[0]?.place ?? place,
    items: parts,
  })
  const block = (key: string, node: TreeNode): MapNode => ({
    kind: 'map',
    place: node.place,
    entries: new Map([[key, { key: node.place, node }]]),
  })
  const several = (items: readonly ModelItem[]): ListNode => list(items.map(item))
  const child = (items: readonly ModelItem[]): TreeNode => {
    const [only, second] = items
    return only && second === undefined ? item(only) : block('steps', several(items))
  }
  const way = (items: readonly ModelItem[], at: number): TreeNode => {
    const [first, ...others] = items
    const element = firstElement(items)
    const title = element === undefined ? undefined : elementAt(element).way
    const decision = first?.kind === 'element' ? elementAt(first.element) : undefined
    const keys = decision && binding.keys(decision)?.entries
    const decides =
      decision?.decides === true &&
      !done.has(decision.event) &&
      [...(keys?.keys() ?? [])].every((key) => key === 'proof' || key === 'name')
    const steps = several(decides ? others : items)
    const place = decision?.place ?? steps.place
    const entries = new Map<string, TreeEntry>()
    const name = title ?? (decides && decision.name !== '' ? decision.name : undefined) ?? `${at + 1}`
    entries.set('name', (decides && keys?.get('name')) || entry(place, name))
    if (decides) entries.set('when', { key: place, node: binding.proof(decision) })
    if (!decides || others.length > 0) entries.set('steps', { key: steps.place, node: steps })
    return { kind: 'map', place, entries }
  }
  const item = (one: ModelItem): TreeNode => {
    switch (one.kind) {
      case 'element':
        return step(one.element)
      case 'choice':
        return block('choice', list(one.ways.map(way)))
      case 'optional':
        return block('optional', several(one.items))
      case 'repeat': {
        const body = several(one.do)
        const entries = new Map<string, TreeEntry>([['do', { key: body.place, node: body }]])
        const redo = several(one.redo)
        if (one.redo.length > 0) entries.set('redo', { key: redo.place, node: redo })
        if (one.max !== undefined) entries.set('max', entry(body.place, one.max))
        return block('repeat', { kind: 'map', place: body.place, entries })
      }
      case 'group': {
        const entries = scope(one)
        const place = entries.get('steps')?.key ?? model.place
        return block('group', { kind: 'map', place, entries })
      }
      default:
        return block(one.kind, list(one.children.map(child)))
    }
  }
  const scope = ({ items, interrupts }: ModelScope): Map<string, TreeEntry> => {
    const steps = several(items)
    const entries = new Map<string, TreeEntry>([['steps', { key: steps.place, node: steps }]])
    if (interrupts.length === 0) return entries
    const handlers = interrupts.map(({ element, items: done, then, max }): TreeNode => {
      const { place } = elementAt(element)
      const inner = new Map<string, TreeEntry>([['when', { key: place, node: binding.proof(elementAt(element)) }]])
      if (done.length > 0) inner.set('steps', { key: place, node: several(done) })
      inner.set('then', entry(place, then))
      if (max !== undefined) inner.set('max', entry(place, max))
      return { kind: 'map', place, entries: inner }
    })
    const node = list(handlers)
    return entries.set('interrupts', { key: node.place, node })
  }

  if (model.blocks) return scope(model.blocks)
  const { place } = model
  const whole = block(NET_KEY, list(elements.map((_, at) => step(at))))
  const steps = list([{ ...whole, entries: new Map([...whole.entries, [NET_NUMBER, entry(place, net)]]) }])
  return new Map([['steps', { key: steps.place, node: steps }]])
}

/** Ids of steps: as stated; else the step's that the element came from, else made of its event, else of its own id. */
function nameSteps({ elements }: ModelFlow, binding: ModelBinding): ReadonlyMap<number, string> {
  const taken = new Set(elements.flatMap((element) => idStated(binding.keys(element)) ?? []))
  const ids = new Map<number, string>()
  elements.forEach((element, at) => {
    if (idStated(binding.keys(element)) !== undefined) return
    const { step, event, id } = element
    const base = kebab(step?.split('/').at(-1) ?? '') || kebab(event) || kebab(id) || `step-${at + 1}`
    let made = base
    for (let count = 2; taken.has(made); count++) made = `${base}-${count}`
    taken.add(made)
    ids.set(at, made)
  })
  return ids
}

function idStated(keys: MapNode | undefined): string | undefined {
  const node = keys?.entries.get('id')?.node
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
}

function firstElement(items: readonly ModelItem[]): number | undefined {
  const [first] = items
  if (!first) return undefined
  switch (first.kind) {
    case 'element':
      return first.element
    case 'choice':
      return firstElement(first.ways[0] ?? [])
    case 'optional':
    case 'group':
      return firstElement(first.items)
    case 'repeat':
      return firstElement(first.do)
    default:
      return firstElement(first.children[0] ?? [])
  }
}

export function entry(place: Place, value: string | number): TreeEntry {
  return { key: place, node: scalar(place, value) }
}

export function scalar(place: Place, value: string | number): ScalarNode {
  return { kind: 'scalar', place, value, raw: String(value), quoted: true }
}

/** The proof by one event. */
export function proofBy(node: TreeNode): MapNode {
  return { kind: 'map', place: node.place, entries: new Map([['event', { key: node.place, node }]]) }
}

export function kebab(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}
