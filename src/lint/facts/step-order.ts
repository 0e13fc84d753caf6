import type { Flow, Item, Step } from '../../model/flow.ts'
import type { Id } from '../../model/map.ts'

/** How one step of a flow may stand to another in one run; `any`: either may come first, or it is not known. */
export type Relation = 'before' | 'after' | 'exclusive' | 'any'

interface Part {
  readonly of: object
  readonly index: number
  readonly mode: 'sequence' | 'exclusive' | 'any' | 'loop'
}

/** Where each step of a flow stands. Steps of flows it uses are not known here. */
export interface StepOrder {
  relate(a: Id, b: Id): Relation
  /** The step may be left out of a run without deviation, as far as the blocks around it say. */
  isOptional(id: Id): boolean
}

const orders = new WeakMap<Flow, StepOrder>()

export function stepOrderOf(flow: Flow): StepOrder {
  const known = orders.get(flow) ?? createStepOrder(flow)
  orders.set(flow, known)
  return known
}

function createStepOrder(flow: Flow): StepOrder {
  const paths = new Map<Id, readonly Part[]>()
  const optional = new Set<Id>()
  const visitStep = (step: Step, path: readonly Part[], free: boolean): void => {
    paths.set(step.id, path)
    if (free) optional.add(step.id)
  }
  const visitAll = (items: readonly Item[], path: readonly Part[], free: boolean): void =>
    items.forEach((item, index) => visit(item, [...path, { of: items, index, mode: 'sequence' }], free))
  const visitScope = (
    of: Pick<Flow, 'items' | 'interrupts' | 'anywhere'>,
    path: readonly Part[],
    free: boolean,
  ): void => {
    const at = (index: number): readonly Part[] => [...path, { of, index, mode: 'any' }]
    visitAll(of.items, at(0), free)
    of.interrupts.forEach((interrupt, i) => visitAll(interrupt.steps, at(i + 1), true))
    of.anywhere.forEach(({ step, min }, i) => visitStep(step, at(of.interrupts.length + i + 1), free || min === 0))
  }
  const visit = (item: Item, path: readonly Part[], free: boolean): void => {
    switch (item.kind) {
      case 'step':
        return visitStep(item, path, free)
      case 'sequence':
        return visitAll(item.items, path, free)
      case 'optional':
        return visitAll(item.items, path, true)
      case 'choice':
        return item.branches.forEach(({ steps }, index) =>
          visitAll(steps, [...path, { of: item, index, mode: 'exclusive' }], true),
        )
      case 'repeat': {
        const inside: readonly Part[] = item.max === 1 ? path : [...path, { of: item, index: 0, mode: 'loop' }]
        visitAll(item.do, inside, free)
        return visitAll(item.redo, inside, true)
      }
      case 'group':
        return visitScope(item, path, free)
      case 'use':
        return
      default:
        return item.children.forEach((child, index) =>
          visit(child, [...path, { of: item, index, mode: 'any' }], free || item.kind === 'some'),
        )
    }
  }
  visitScope(flow, [], false)
  return {
    relate(a, b) {
      const [left, right] = [paths.get(a), paths.get(b)]
      return left && right && a !== b ? relatePaths(left, right) : 'any'
    },
    isOptional: (id) => optional.has(id),
  }
}

function relatePaths(left: readonly Part[], right: readonly Part[]): Relation {
  let looped = false
  for (const [i, part] of left.entries()) {
    const other = right[i]
    if (!other || other.of !== part.of) return 'any'
    if (other.index === part.index) {
      looped ||= part.mode === 'loop'
      continue
    }
    if (looped || part.mode === 'any' || part.mode === 'loop') return 'any'
    if (part.mode === 'exclusive') return 'exclusive'
    return part.index < other.index ? 'before' : 'after'
  }
  return 'any'
}
