import type { Block } from './effective-flow.ts'

/** The blocks a block is made of, handlers of its interrupts included. */
export function childrenOf(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'label':
      return []
    case 'optional':
      return [block.child]
    case 'repeat':
      return [block.do, block.redo]
    case 'scope':
      return [block.child, ...block.interrupts.map(({ handler }) => handler)]
    default:
      return block.children
  }
}
