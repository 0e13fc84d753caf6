import type { Place } from '../diagnostic/diagnostic.ts'

/**
 * A YAML node with its exact places. `place` is where the value is written; through an alias that is the anchor's text,
 * and `alias` is the `*name` it was reached by.
 */
export type TreeNode = ScalarNode | ListNode | MapNode

interface NodeBase {
  readonly place: Place
  readonly alias?: Place
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  /** The text as it stands in the file; for a missing value ''. */
  readonly raw: string
  readonly quoted: boolean
}

export interface ListNode extends NodeBase {
  readonly kind: 'list'
  readonly items: readonly TreeNode[]
}

export interface MapNode extends NodeBase {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, TreeEntry>
}

export interface TreeEntry {
  readonly key: Place
  readonly node: TreeNode
  readonly alias?: Place
}

/** The node as a plain value for the schema validators; objects have no prototype, so no key can reach one. */
export function plainValue(node: TreeNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plainValue)
  const value = Object.create(null) as Record<string, unknown>
  for (const [key, entry] of node.entries) value[key] = plainValue(entry.node)
  return value
}

/** A step on the way to a node: the entry it stands in, if its parent is a mapping. */
export interface Located {
  readonly node: TreeNode
  readonly entry?: TreeEntry
}

/** The node at a JSON Pointer (RFC 6901). */
export function nodeAt(root: TreeNode, pointer: string): Located | undefined {
  let at: Located = { node: root }
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (at.node.kind === 'map') {
      const entry = at.node.entries.get(name)
      if (!entry) return undefined
      at = { node: entry.node, entry }
    } else if (at.node.kind === 'list') {
      const node = at.node.items[Number(name)]
      if (!node) return undefined
      at = { node }
    } else return undefined
  }
  return at
}

export function joinPointer(pointer: string, key: string | number): string {
  if (typeof key === 'number' || !/[~/]/.test(key)) return `${pointer}/${key}`
  return `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
}
