import type { Reading } from './reading.ts'
import type { TreeNode } from './tree.ts'

/** Where an expression stands decides what it sees: `where` the attributes of one event, `rule` the interaction. */
export type CelUse = 'where' | 'rule'

/** Reports a CEL expression that does not parse or type-check, at the exact stretch. */
export function checkCel(_reading: Reading, _node: TreeNode, _source: string, _use: CelUse): void {
  // The checker of the room `expr` is called here.
}

/** Reports a pattern that RE2 refuses. */
export function checkRegex(_reading: Reading, _node: TreeNode, _pattern: string): void {
  // The compiler of the room `text` is called here.
}
