import type { Block, LabelIndex } from '../flow/effective-flow.ts'

/**
 * What the cheapest run of a block costs by model moves alone, without a search; undefined where a search has to say:
 * interrupts, nets, a choice of nothing.
 */
export function emptyRunCost(block: Block, price: (label: LabelIndex) => number): number | undefined {
  switch (block.kind) {
    case 'label':
      return price(block.label)
    case 'optional':
      return 0
    case 'sequence':
    case 'parallel':
    case 'any-order':
      return sum(block.children.map((child) => emptyRunCost(child, price)))
    case 'choice':
    case 'some':
      if (block.children.length === 0) return block.kind === 'some' ? 0 : undefined
      return least(block.children.map((child) => emptyRunCost(child, price)))
    case 'repeat':
      return emptyRunCost(block.do, price)
    case 'scope': {
      if (block.interrupts.some(({ max = 1 }) => max > 0)) return undefined
      const anywhere = block.anywhere.map(({ label, min, max = Infinity }) => (max > 0 ? min * price(label) : 0))
      return sum([emptyRunCost(block.child, price), ...anywhere])
    }
    case 'net':
      return undefined
  }
}

function sum(costs: readonly (number | undefined)[]): number | undefined {
  return costs.reduce((all, one) => (all === undefined || one === undefined ? undefined : all + one), 0)
}

function least(costs: readonly (number | undefined)[]): number | undefined {
  return costs.reduce((low, one) => (low === undefined || one === undefined ? undefined : Math.min(low, one)))
}
