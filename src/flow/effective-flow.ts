import type { Place } from '../diagnostic/diagnostic.ts'
import type { Proof, Step } from '../model/flow.ts'
import type { PetriNet } from '../model/petri-net.ts'
import type { Rule } from '../model/rule.ts'
import type { Text } from '../model/text.ts'

/** Index into `EffectiveFlow.labels`: what a visible transition of the net stands for. */
export type LabelIndex = number

/**
 * Something the log can show: a step, a decision event of a branch, or the event of an interrupt.
 * Labels are numbered in file order (used flows at the place of their use); ties of the canonical optimum follow it.
 */
export type Label =
  | { readonly kind: 'step'; readonly id: string; readonly step: Step; readonly weight: number; readonly place: Place }
  | {
      readonly kind: 'decision'
      readonly id: string
      readonly name?: Text
      readonly proof: Proof
      readonly place: Place
    }
  | { readonly kind: 'interrupt'; readonly id: string; readonly proof: Proof; readonly place: Place }

/** The block tree after `use` is expanded: what semantics §4–§6 give a language to. */
export type Block =
  | { readonly kind: 'label'; readonly label: LabelIndex }
  | { readonly kind: 'sequence'; readonly children: readonly Block[] }
  | { readonly kind: 'choice'; readonly children: readonly Block[] }
  | { readonly kind: 'optional'; readonly child: Block }
  | { readonly kind: 'parallel' | 'any-order' | 'some'; readonly children: readonly Block[] }
  | { readonly kind: 'repeat'; readonly do: Block; readonly redo: Block; readonly max?: number }
  | {
      readonly kind: 'scope'
      readonly child: Block
      readonly interrupts: readonly BlockInterrupt[]
      /** Steps shuffled into the child, `min` to `max` times each. */
      readonly anywhere: readonly { readonly label: LabelIndex; readonly min: number; readonly max?: number }[]
      /** The scope of a whole flow (also of a used one), which `then: end` ends; else of a group. */
      readonly flow: boolean
    }
  /** A net that is not made of blocks, over the labels of its children. It is the whole of a flow, never a part. */
  | { readonly kind: 'net'; readonly net: PetriNet; readonly children: readonly Block[] }

export interface BlockInterrupt {
  readonly label: LabelIndex
  readonly handler: Block
  readonly then: 'end' | 'leave' | 'resume'
  readonly max?: number
}

/** A flow with its used flows in place: what one touchpoint's interactions are held against. */
export interface EffectiveFlow {
  readonly id: string
  readonly root: Block
  readonly labels: readonly Label[]
  /** Rules of the flow, its steps and used flows; targets name steps by their effective ids (`as/step`). */
  readonly rules: readonly Rule[]
  /** Steps by effective id. */
  readonly steps: ReadonlyMap<string, { readonly step: Step; readonly label: LabelIndex }>
  /** Ambient patterns of the catalogue and the flow together. */
  readonly ambient: readonly string[]
}
