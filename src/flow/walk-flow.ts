import type { Anywhere, Branch, Flow, Interrupt, Item, Proof, Step } from '../model/flow.ts'

/** What a proof in a flow is for. */
export type ProofUse = 'step' | 'satisfied-by' | 'decision' | 'interrupt'

/** Called in file order of each sort; `inside` are the blocks around, outermost first. */
export interface FlowVisitor {
  step?(step: Step, inside: readonly Item[]): void
  /** Every item, blocks before what is in them. */
  item?(item: Item, inside: readonly Item[]): void
  branch?(branch: Branch, choice: Extract<Item, { kind: 'choice' }>): void
  interrupt?(interrupt: Interrupt, inside: readonly Item[]): void
  anywhere?(anywhere: Anywhere, inside: readonly Item[]): void
  /** Proofs as they stand; those of `any` come as one. */
  proof?(proof: Proof, use: ProofUse, step: Step | undefined): void
}

/** Walks a flow as it is written; flows it uses are not entered. */
export function walkFlow(flow: Pick<Flow, 'items' | 'interrupts' | 'anywhere'>, visitor: FlowVisitor): void {
  const visitStep = (step: Step, inside: readonly Item[]): void => {
    visitor.step?.(step, inside)
    visitor.proof?.(step.proof, 'step', step)
    if (step.satisfiedBy) visitor.proof?.(step.satisfiedBy, 'satisfied-by', step)
  }
  const visitScope = (of: Pick<Flow, 'items' | 'interrupts' | 'anywhere'>, inside: readonly Item[]): void => {
    visitAll(of.items, inside)
    for (const interrupt of of.interrupts) {
      visitor.interrupt?.(interrupt, inside)
      visitor.proof?.(interrupt.when, 'interrupt', undefined)
      visitAll(interrupt.steps, inside)
    }
    for (const each of of.anywhere) {
      visitor.anywhere?.(each, inside)
      visitStep(each.step, inside)
    }
  }
  const visitAll = (items: readonly Item[], inside: readonly Item[]): void => {
    for (const item of items) {
      visitor.item?.(item, inside)
      if (item.kind === 'step') visitStep(item, inside)
      else visitBlock(item, [...inside, item])
    }
  }
  const visitBlock = (item: Exclude<Item, Step>, inside: readonly Item[]): void => {
    switch (item.kind) {
      case 'sequence':
      case 'optional':
        return visitAll(item.items, inside)
      case 'choice':
        for (const branch of item.branches) {
          visitor.branch?.(branch, item)
          if (branch.when) visitor.proof?.(branch.when, 'decision', undefined)
          visitAll(branch.steps, inside)
        }
        return
      case 'repeat':
        visitAll(item.do, inside)
        return visitAll(item.redo, inside)
      case 'group':
        return visitScope(item, inside)
      case 'use':
        return
      default:
        return visitAll(item.children, inside)
    }
  }
  visitScope(flow, [])
}

/** The single proofs of a proof: itself, or those of its `any`. */
export function singleProofs(proof: Proof): readonly Extract<Proof, { kind: 'match' }>[] {
  return proof.kind === 'any' ? proof.proofs.flatMap(singleProofs) : [proof]
}
