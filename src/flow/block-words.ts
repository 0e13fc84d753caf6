import type { Block } from './effective-flow.ts'

interface Words {
  readonly empty: boolean
  /** Length of the longest word, 2 standing for any length above 1. */
  readonly longest: 0 | 1 | 2
}
const known = new WeakMap<Block, Words>()

/** The empty run is a run of the block. */
export function canBeEmpty(block: Block): boolean {
  return wordsOf(block).empty
}

/** Some run of the block shows an event. */
export function canShow(block: Block): boolean {
  return wordsOf(block).longest > 0
}

/** Length of the longest run of the block; 2 stands for any length above 1. */
export function longestWord(block: Block): 0 | 1 | 2 {
  return wordsOf(block).longest
}

function wordsOf(block: Block): Words {
  const words = known.get(block) ?? measure(block)
  known.set(block, words)
  return words
}

function measure(block: Block): Words {
  switch (block.kind) {
    case 'label':
      return { empty: false, longest: 1 }
    case 'optional':
      return { empty: true, longest: longestWord(block.child) }
    case 'choice':
      return {
        empty: block.children.some(canBeEmpty),
        longest: block.children.reduce<0 | 1 | 2>(
          (most, child) => (longestWord(child) > most ? longestWord(child) : most),
          0,
        ),
      }
    case 'some':
      return { empty: block.children.length === 0 || block.children.some(canBeEmpty), longest: total(block.children) }
    case 'sequence':
    case 'parallel':
    case 'any-order':
      return { empty: block.children.every(canBeEmpty), longest: total(block.children) }
    case 'repeat': {
      const once = longestWord(block.do)
      const more = once === 0 && !canShow(block.redo) ? 0 : 2
      return { empty: canBeEmpty(block.do), longest: (block.max ?? 2) > 1 ? more : once }
    }
    case 'net':
      return { empty: true, longest: 2 }
    case 'scope': {
      const own = block.anywhere.reduce<number>((sum, { max = 2 }) => sum + max, longestWord(block.child))
      const interrupted = block.interrupts.some(({ max = 1 }) => max > 0)
      return {
        empty: canBeEmpty(block.child) && block.anywhere.every(({ min }) => min === 0),
        longest: interrupted ? 2 : capped(own),
      }
    }
  }
}

function total(blocks: readonly Block[]): 0 | 1 | 2 {
  return capped(blocks.reduce((sum, block) => sum + longestWord(block), 0))
}

function capped(length: number): 0 | 1 | 2 {
  return length > 1 ? 2 : length === 1 ? 1 : 0
}
