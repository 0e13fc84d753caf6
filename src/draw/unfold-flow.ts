import type { Place } from '../diagnostic/diagnostic.ts'
import type { Flow, Item, Proof, Step } from '../model/flow.ts'
import type { Id } from '../model/map.ts'
import type { PetriNet } from '../model/petri-net.ts'
import type { Text } from '../model/text.ts'

/** A flow with its used flows in place and its names kept: what pictures and the reading for agents are made from. */
export interface UnfoldedFlow {
  readonly flow: Flow
  readonly parts: readonly Part[]
  readonly interrupts: readonly PartInterrupt[]
  readonly anywhere: readonly PartAnywhere[]
}

export interface StepPart {
  readonly kind: 'step'
  /** The effective id: `as/step` in a used flow. */
  readonly id: string
  /** 1, 2, 3 … in file order over the whole unfolded flow; the same in every picture of it. */
  readonly number: number
  readonly step: Step
}

export interface PartBranch {
  readonly name?: Text
  readonly when?: Proof
  readonly place?: Place
  readonly parts: readonly Part[]
}

export interface PartInterrupt extends PartBranch {
  readonly when: Proof
  readonly then: 'end' | 'leave' | 'resume'
  readonly max?: number
}

export interface PartAnywhere {
  readonly part: StepPart
  readonly min: number
  readonly max?: number
}

export type Part =
  | StepPart
  | { readonly kind: 'sequence'; readonly name?: Text; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly branches: readonly PartBranch[] }
  | { readonly kind: 'optional'; readonly parts: readonly Part[] }
  | { readonly kind: 'parallel' | 'any-order' | 'some'; readonly children: readonly Part[] }
  | { readonly kind: 'repeat'; readonly do: readonly Part[]; readonly redo: readonly Part[]; readonly max?: number }
  | {
      readonly kind: 'scope'
      /** Id of the group, or the `as` of the use. */
      readonly id?: Id
      /** The flow that is used here; absent for a group. */
      readonly flow?: Flow
      readonly parts: readonly Part[]
      readonly interrupts: readonly PartInterrupt[]
      readonly anywhere: readonly PartAnywhere[]
    }
  /** A model that is not made of blocks: its net over the numbers of its steps. */
  | { readonly kind: 'net'; readonly net: PetriNet; readonly children: readonly StepPart[]; readonly file: string }
  /** A used flow that is not unfolded: unknown, within itself, or beyond the size a picture can have. */
  | { readonly kind: 'folded'; readonly flow: Id; readonly as: Id }

/** More steps than this are not unfolded: no picture of them could be read. */
const MOST_STEPS = 2_000

/** Puts used flows in the place of their `use`, prefixes their steps, and numbers all steps. */
export function unfoldFlow(flow: Flow, flows: ReadonlyMap<Id, Flow>): UnfoldedFlow {
  let number = 0

  function stepPart(step: Step, prefix: string): StepPart {
    number += 1
    return { kind: 'step', id: prefix + step.id, number, step }
  }

  function itemsOf(items: readonly Item[], prefix: string, open: readonly Id[]): Part[] {
    return items.map((item) => partOf(item, prefix, open))
  }

  function insides(
    of: Pick<Flow, 'items' | 'interrupts' | 'anywhere'>,
    prefix: string,
    open: readonly Id[],
  ): Omit<UnfoldedFlow, 'flow'> {
    const parts = itemsOf(of.items, prefix, open)
    const anywhere = of.anywhere.map(({ step, ...bounds }) => ({ part: stepPart(step, prefix), ...bounds }))
    const interrupts = of.interrupts.map(({ when, steps, then, max, place }) => ({
      when,
      place,
      parts: itemsOf(steps, prefix, open),
      then,
      ...(max === undefined ? {} : { max }),
    }))
    return { parts, anywhere, interrupts }
  }

  function partOf(item: Item, prefix: string, open: readonly Id[]): Part {
    switch (item.kind) {
      case 'step':
        return stepPart(item, prefix)
      case 'sequence':
        return {
          kind: 'sequence',
          ...(item.name ? { name: item.name } : {}),
          parts: itemsOf(item.items, prefix, open),
        }
      case 'choice':
        return {
          kind: 'choice',
          branches: item.branches.map(({ name, when, steps, place }) => ({
            place,
            ...(name ? { name } : {}),
            ...(when ? { when } : {}),
            parts: itemsOf(steps, prefix, open),
          })),
        }
      case 'optional':
        return { kind: 'optional', parts: itemsOf(item.items, prefix, open) }
      case 'parallel':
      case 'any-order':
      case 'some':
        return { kind: item.kind, children: itemsOf(item.children, prefix, open) }
      case 'repeat':
        return {
          kind: 'repeat',
          do: itemsOf(item.do, prefix, open),
          redo: itemsOf(item.redo, prefix, open),
          ...(item.max === undefined ? {} : { max: item.max }),
        }
      case 'net':
        return {
          kind: 'net',
          net: item.net,
          children: item.children.map((step) => stepPart(step, prefix)),
          file: item.place.file,
        }
      case 'group':
        return { kind: 'scope', ...(item.id ? { id: item.id } : {}), ...insides(item, prefix, open) }
      case 'use': {
        const used = flows.get(item.flow)
        if (!used || open.includes(item.flow) || number >= MOST_STEPS)
          return { kind: 'folded', flow: item.flow, as: item.as }
        return {
          kind: 'scope',
          id: item.as,
          flow: used,
          ...insides(used, `${prefix}${item.as}/`, [...open, item.flow]),
        }
      }
    }
  }

  return { flow, ...insides(flow, '', [flow.id]) }
}

/** Every step of an unfolded flow, in number order. */
export function listSteps(flow: Omit<UnfoldedFlow, 'flow'>): StepPart[] {
  const steps: StepPart[] = []
  const visitAll = (parts: readonly Part[]): void => parts.forEach(visit)
  const visit = (part: Part): void => {
    switch (part.kind) {
      case 'step':
        steps.push(part)
        return
      case 'sequence':
      case 'optional':
        return visitAll(part.parts)
      case 'choice':
        return part.branches.forEach((branch) => visitAll(branch.parts))
      case 'parallel':
      case 'any-order':
      case 'some':
      case 'net':
        return visitAll(part.children)
      case 'repeat':
        visitAll(part.do)
        return visitAll(part.redo)
      case 'scope':
        return visitInsides(part)
      case 'folded':
    }
  }
  const visitInsides = ({ parts, anywhere, interrupts }: Omit<UnfoldedFlow, 'flow'>): void => {
    visitAll(parts)
    steps.push(...anywhere.map((each) => each.part))
    interrupts.forEach((interrupt) => visitAll(interrupt.parts))
  }
  visitInsides(flow)
  return steps
}
