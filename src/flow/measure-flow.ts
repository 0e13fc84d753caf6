import type { Block, EffectiveFlow } from './effective-flow.ts'
import { measureWays, type Ways } from './measure-ways.ts'

/**
 * What a flow itself is like (docs/contact-degree.md): the three of S24.g, each from 0 to 1, and what they are made of.
 * The document names the three; these definitions are ours.
 */
export interface FlowMeasures {
  readonly steps: number
  /** Places where somebody decides how it goes on: a block of n parts counts n − 1, what may be left out or repeated 1. */
  readonly forks: number
  readonly ways: Ways
  /** Turns, hand-overs and returns together, in the mean of all ways. */
  readonly passes: number
  /** 复杂度: how much there is to know, from steps and forks. */
  readonly complexity: number
  /** 多样性: how many ways there are through it. */
  readonly diversity: number
  /** 流向: how often the work changes direction on its way. */
  readonly direction: number
  /** The mean of the three: 0 a plain line, 1 as involved as flows are. */
  readonly process: number
}

/** What counts as full, and whatever is more too. Ours: the long calls of the maps that ship reach it. */
export const FULL = { steps: 16, forks: 5, bits: 4, passes: 5 } as const

export function measureFlow(flow: Pick<EffectiveFlow, 'root' | 'labels'>): FlowMeasures {
  const steps = flow.labels.filter(({ kind }) => kind === 'step').length
  const forks = countForks(flow.root)
  const ways = measureWays(flow, (index) => {
    const label = flow.labels[index]
    return label?.kind === 'step' ? label.step.by[0]?.role : undefined
  })
  const passes = ways.turns + ways.handOvers + ways.returns
  const complexity = (shareOf(steps, FULL.steps) + shareOf(forks, FULL.forks)) / 2
  const diversity = shareOf(ways.bits, FULL.bits)
  const direction = shareOf(passes, FULL.passes)
  const process = (complexity + diversity + direction) / 3
  return { steps, forks, ways, passes, complexity, diversity, direction, process }
}

function shareOf(value: number, full: number): number {
  return Math.min(1, value / full)
}

function countForks(block: Block): number {
  const all = (blocks: readonly Block[]): number => blocks.reduce((sum, each) => sum + countForks(each), 0)
  switch (block.kind) {
    case 'label':
      return 0
    case 'sequence':
      return all(block.children)
    case 'optional':
      return 1 + countForks(block.child)
    case 'repeat':
      return countForks(block.do) + (block.max === 1 ? 0 : 1 + countForks(block.redo))
    case 'scope': {
      const anywhere = block.anywhere.filter(({ max }) => max !== 0)
      const interrupts = block.interrupts.filter(({ max }) => max !== 0)
      return (
        countForks(block.child) + anywhere.length + interrupts.length + all(interrupts.map(({ handler }) => handler))
      )
    }
    default:
      return Math.max(0, block.children.length - 1) + all(block.children)
  }
}
