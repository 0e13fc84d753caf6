import type { TreeNode } from '../../load/tree.ts'
import { singleProofs, walkFlow } from '../../flow/walk-flow.ts'
import type { LintContext } from '../lint-rule.ts'
import { once } from './once.ts'

/** Keys under which text for people stands, or that say nothing of the map. */
const PROSE: ReadonlySet<string> = new Set(['name', 'does', 'note', 'title', 'because', 'goal', 'source', 'scope'])

/**
 * All that the map's files mention as values: whole values, and the names in them (`agent+` mentions `agent`,
 * `fee > interaction.limit` mentions `fee` and `limit`). Keys are no mention, and neither is prose. So a name that is not here
 * is used by nothing, whatever kinds of rules there are.
 */
export const mentions: (context: LintContext) => ReadonlySet<string> = once(({ sources, map }) => {
  const words = new Set<string>()
  const visit = (node: TreeNode): void => {
    if (node.kind === 'list') return node.items.forEach(visit)
    if (node.kind === 'map') {
      for (const [key, { node: value }] of node.entries) if (!PROSE.has(key) && !key.startsWith('x-')) visit(value)
      return
    }
    if (typeof node.value !== 'string') return
    words.add(node.value)
    for (const [word] of node.value.matchAll(/[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu)) {
      words.add(word)
      for (const part of word.split('.')) words.add(part)
    }
  }
  for (const { kind, root } of sources.files) if (kind !== 'mapping' && kind !== 'cases') visit(root)
  // What comes from a model's file is bound to events and roles when it is loaded.
  for (const flow of map.flows.values()) {
    if (flow.from === undefined) continue
    walkFlow(flow, {
      step: ({ by }) => by.forEach(({ role }) => words.add(role)),
      proof: (proof) => singleProofs(proof).forEach(({ event }) => event !== undefined && words.add(event)),
    })
  }
  return words
})
