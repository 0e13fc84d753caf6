import type { Message, Place } from '../diagnostic/diagnostic.ts'
import type { FlowChange } from '../model/flow.ts'
import { NET_KEY } from './model-to-tree.ts'
import { asList, asMap, child, stringOf } from './reading.ts'
import type { ListNode, MapNode, TreeEntry, TreeNode } from './tree.ts'

/** What a list of a flow holds; it decides what “before” and “instead of” one of its items mean (semantics §4a). */
type ListKind = 'sequence' | 'children' | 'branches' | 'interrupts' | 'anywhere' | 'net'

const LISTS: Readonly<Record<string, ListKind>> = {
  choice: 'branches',
  optional: 'sequence',
  'any-order': 'children',
  parallel: 'children',
  some: 'children',
  steps: 'sequence',
  interrupts: 'interrupts',
  anywhere: 'anywhere',
  [NET_KEY]: 'net',
}
/** Bodies with lists of their own. */
const BODIES: Readonly<Record<string, Readonly<Record<string, ListKind>>>> = {
  repeat: { do: 'sequence', redo: 'sequence' },
  group: { steps: 'sequence', interrupts: 'interrupts', anywhere: 'anywhere' },
}

/** One change of steps: what is to be done to the item of this name. */
export interface StepChange {
  readonly kind: Exclude<FlowChange['kind'], 'rule' | 'without-rule' | 'section'>
  readonly target: string
  /** Items to put in: of `after`, `before`, `replace`. */
  readonly steps: readonly TreeNode[]
  /** Of `amend`: the keys that are stated anew. */
  readonly amendment?: MapNode
}

/** `root` after the change; undefined where no item has the name; a message where it cannot be done there. */
export interface ChangedSteps {
  readonly root?: MapNode
  readonly refused?: Message
  /** The item that was found. */
  readonly found?: MapNode
}

/** The name by which changes and rules speak of an item: the id of a step, else the `as` of a use, else the id of a group. */
export function nameOfItem(item: TreeNode): string | undefined {
  return (
    stringOf(child(item, 'id')) ??
    stringOf(child(child(item, 'use'), 'as')) ??
    stringOf(child(child(item, 'group'), 'id'))
  )
}

/** Every named item of a flow with its node, in file order: steps, uses, groups. */
export function visitNamedItems(root: TreeNode, visit: (name: string, item: MapNode) => void): void {
  for (const key of ['steps', 'interrupts', 'anywhere']) visitList(child(root, key), LISTS[key] ?? 'sequence')

  function visitList(list: TreeNode | undefined, kind: ListKind): void {
    for (const item of asList(list)) {
      const map = asMap(item)
      if (!map) continue
      const name = kind === 'interrupts' ? undefined : nameOfItem(map)
      if (name !== undefined) visit(name, map)
      for (const [key, lists] of listsIn(map)) for (const [inner, of] of lists) visitList(child(key, inner), of)
    }
  }
}

/** The lists of an item: those under its own keys and those in its body. */
function* listsIn(item: MapNode): Generator<[TreeNode, [string, ListKind][]]> {
  const own = Object.entries(LISTS).filter(([key]) => item.entries.has(key))
  yield [item, own]
  for (const [key, lists] of Object.entries(BODIES)) {
    const body = child(item, key)
    if (body) yield [body, Object.entries(lists)]
  }
}

/** Carries one change out on the tree of a flow. Nodes that are not concerned are shared, so everything keeps its place. */
export function changeSteps(root: MapNode, change: StepChange): ChangedSteps {
  let refused: Message | undefined
  let found: MapNode | undefined

  const inList = (list: TreeNode | undefined, kind: ListKind): ListNode | undefined => {
    if (list?.kind !== 'list') return undefined
    for (const [i, item] of list.items.entries()) {
      const items = inItem(item, kind)
      if (items) return { ...list, items: [...list.items.slice(0, i), ...items, ...list.items.slice(i + 1)] }
    }
    return undefined
  }

  const inItem = (node: TreeNode, kind: ListKind): readonly TreeNode[] | undefined => {
    const item = asMap(node)
    if (!item) return undefined
    if (kind !== 'interrupts' && nameOfItem(item) === change.target) {
      found = item
      const items = putInto(item, kind, change)
      if ('zh' in items) refused = items
      return 'zh' in items ? [item] : items
    }
    for (const [key, inner] of Object.entries(LISTS)) {
      const list = item.entries.has(key) ? inList(child(item, key), inner) : undefined
      if (list) return isEmptied(key, list, kind) ? [] : [withKey(item, key, list)]
    }
    for (const [key, lists] of Object.entries(BODIES)) {
      const body = asMap(child(item, key))
      for (const [name, inner] of Object.entries(lists)) {
        const list = body && inList(child(body, name), inner)
        if (!list) continue
        const after = withKey(body, name, list)
        if (list.items.length > 0 || name === 'redo' || inner !== 'sequence') return [withKey(item, key, after)]
        if (['redo', 'interrupts', 'anywhere'].every((other) => asList(child(after, other)).length === 0)) return []
        if (name !== 'do') return [withKey(item, key, after)]
        refused = {
          zh: '重复块的 `do` 会因此变空，而 `redo` 还在',
          en: 'the `do` of a repeat would be left empty while its `redo` is still there',
        }
        return [item]
      }
    }
    return undefined
  }

  for (const key of ['steps', 'interrupts', 'anywhere']) {
    const list = inList(child(root, key), LISTS[key] ?? 'sequence')
    if (!list || !found) continue
    return refused ? { refused, found } : { root: withKey(root, key, list), found }
  }
  return {}
}

/** What stands in the place of the item afterwards; a message where that cannot be. */
function putInto(item: MapNode, kind: ListKind, change: StepChange): readonly TreeNode[] | Message {
  const { steps } = change
  if (kind === 'net' && change.kind !== 'amend') {
    return {
      zh: '模型不是块结构，其中的步骤只能用 `amend` 改写；增减步骤请改模型文件',
      en: 'the model is not made of blocks: `amend` alone can be said of its steps; others are changed in its file',
    }
  }
  switch (change.kind) {
    case 'remove':
      return []
    case 'amend': {
      if (!item.entries.has('id') || !change.amendment) {
        return { zh: '`amend` 只能改写步骤', en: '`amend` can only be said of a step' }
      }
      return [{ ...item, entries: new Map([...item.entries, ...change.amendment.entries]) }]
    }
    case 'replace': {
      if (kind === 'anywhere' && !steps.every((each) => child(each, 'id'))) {
        return { zh: '`anywhere` 里只能是步骤', en: 'only steps may stand in `anywhere`' }
      }
      return kind === 'sequence' || kind === 'anywhere' || steps.length === 1 ? steps : [sequenceOf(steps, item)]
    }
    default: {
      if (kind === 'anywhere') {
        return {
          zh: '`anywhere` 里的步骤没有之前与之后',
          en: 'a step of `anywhere` has nothing before or after it',
        }
      }
      const together = change.kind === 'before' ? [...steps, item] : [item, ...steps]
      return kind === 'sequence' ? together : [sequenceOf(together, item)]
    }
  }
}

/** `{steps: […]}`: several items as one child or branch. */
function sequenceOf(items: readonly TreeNode[], { place }: MapNode): MapNode {
  const list: ListNode = { kind: 'list', place, items }
  return { kind: 'map', place, entries: new Map<string, TreeEntry>([['steps', { key: place, node: list }]]) }
}

/** A block without anything in it goes; a way of a choice stays, with nothing to do on it, and so does an interrupt. */
function isEmptied(key: string, list: ListNode, kind: ListKind): boolean {
  return list.items.length === 0 && !(key === 'steps' && (kind === 'branches' || kind === 'interrupts'))
}

/** The mapping with another node under a key that it has. */
function withKey(map: MapNode, key: string, node: TreeNode): MapNode {
  const place: Place = map.entries.get(key)?.key ?? node.place
  return { ...map, entries: new Map([...map.entries, [key, { key: place, node }]]) }
}
