import type { Place } from '../diagnostic/diagnostic.ts'
import type { Contact } from './contact.ts'
import type { Cel, Duration, Id, Lexicon } from './map.ts'
import type { PetriNet } from './petri-net.ts'
import type { Rule } from './rule.ts'
import type { Text } from './text.ts'

/** A role, or with `andAbove` every role of at least its rank (`role+`, 及以上). */
export interface RoleRef {
  readonly role: Id
  readonly andAbove: boolean
}

/**
 * What shows in the log that something happened (semantics §7, §8). A conjunction of what is given;
 * `any` is a disjunction. `inARow`: `times` matches with no `reset` event between.
 */
export type Proof =
  | {
      readonly kind: 'match'
      readonly event?: string
      readonly where?: Cel
      readonly role?: readonly RoleRef[]
      readonly says?: Lexicon
      /** Take utterances in textual order, not as a set. */
      readonly ordered: boolean
      readonly inARow?: { readonly times: number; readonly reset: string }
      readonly place: Place
    }
  | { readonly kind: 'any'; readonly proofs: readonly Proof[]; readonly place: Place }

/** A step 环节: something a role does. `proof` identifies it; the norms on it are rules (`rules`), kinds of `compliance`. */
export interface Step {
  readonly kind: 'step'
  readonly id: Id
  readonly name?: Text
  readonly does?: Text
  readonly by: readonly RoleRef[]
  readonly proof: Proof
  readonly satisfiedBy?: Proof
  /** 1–100. */
  readonly weight: number
  readonly critical: boolean
  /** The norms written on the step, in file order; ids are `<flow>/<step>/<key>`. */
  readonly rules: readonly Rule[]
  readonly note?: string
  readonly source: readonly string[]
  readonly place: Place
}

export interface Branch {
  readonly name?: Text
  /** The decision event; without it the branch is taken freely. */
  readonly when?: Proof
  readonly steps: readonly Item[]
  readonly place: Place
}

export interface Interrupt {
  readonly when: Proof
  readonly steps: readonly Item[]
  readonly then: 'end' | 'leave' | 'resume'
  readonly max?: number
  readonly place: Place
}

/** A step that may occur anywhere in its block, `min` to `max` times; `max` absent: any number. */
export interface Anywhere {
  readonly step: Step
  readonly min: number
  readonly max?: number
}

/** A child of a block: one item, or `{name?, steps}`, a named sequence. */
export type Item =
  | Step
  | { readonly kind: 'sequence'; readonly name?: Text; readonly items: readonly Item[]; readonly place: Place }
  | { readonly kind: 'choice'; readonly branches: readonly Branch[]; readonly place: Place }
  | { readonly kind: 'optional'; readonly items: readonly Item[]; readonly place: Place }
  | { readonly kind: 'parallel'; readonly children: readonly Item[]; readonly place: Place }
  | { readonly kind: 'any-order'; readonly children: readonly Item[]; readonly place: Place }
  | { readonly kind: 'some'; readonly children: readonly Item[]; readonly place: Place }
  | {
      readonly kind: 'repeat'
      readonly do: readonly Item[]
      readonly redo: readonly Item[]
      /** How many times `do` at most. */
      readonly max?: number
      readonly place: Place
    }
  | {
      readonly kind: 'group'
      readonly id?: Id
      readonly items: readonly Item[]
      readonly interrupts: readonly Interrupt[]
      readonly anywhere: readonly Anywhere[]
      readonly place: Place
    }
  | { readonly kind: 'use'; readonly flow: Id; readonly as: Id; readonly place: Place }
  /** A model that is not made of blocks: a net says in which orders its steps are done; labels number them. A flow has it alone. */
  | { readonly kind: 'net'; readonly net: PetriNet; readonly children: readonly Step[]; readonly place: Place }

/** One change that made a variant out of its base, or one thing of the base that the variant states anew (semantics §4a). */
export interface FlowChange {
  /** The flow in which it is written. */
  readonly flow: Id
  readonly kind: 'after' | 'before' | 'replace' | 'remove' | 'amend' | 'rule' | 'without-rule' | 'section'
  /** The step, the rule, or the key (`interrupts`, `name`, `elements/value`, …). */
  readonly target: string
  /** Steps it puts in; keys that `amend` states. */
  readonly gives: readonly string[]
  readonly place: Place
}

/** How a flow came from others by `extends`. */
export interface Derivation {
  /** The flows it extends, the nearest first, each with the place of the `extends` that names it. */
  readonly bases: readonly { readonly flow: Id; readonly place: Place }[]
  /** In the order they were applied: those of the farthest variant first. */
  readonly changes: readonly FlowChange[]
}

/** A flow as written (semantics §2): several touchpoints may share it. `expandFlow` makes the effective flow. */
export interface Flow {
  readonly id: Id
  readonly name: Text
  readonly family: 'service' | 'management'
  /** Four of the six elements (S24.e); activities and their relations are the steps and blocks. */
  readonly elements: Partial<Readonly<Record<'inputs' | 'output' | 'customer' | 'value', Text>>>
  readonly items: readonly Item[]
  readonly interrupts: readonly Interrupt[]
  readonly anywhere: readonly Anywhere[]
  /** Rules of the flow's `rules:`; ids are `<flow>/<rule>`. */
  readonly rules: readonly Rule[]
  readonly ambient: readonly string[]
  /** Its degree of contact, where it is not its channel's (S24.f). */
  readonly contact?: Contact
  readonly source: readonly string[]
  readonly note?: string
  readonly place: Place
  /** Why touchpoints of one business may have this flow beside another (S3). */
  readonly differs?: { readonly because: Text; readonly place: Place }
  /** For a variant: everything above is what applies in the end. */
  readonly derivation?: Derivation
  /** The file of another tool that its steps come from, relative to the map's folder. */
  readonly from?: string
  /** Where each key of the flow is written that applies: `name`, `elements/value`, `interrupts`, … */
  readonly parts?: ReadonlyMap<string, Place>
}

export type { Duration }
