import type { Diagnostic, Place } from '../diagnostic/diagnostic.ts'
import type { PetriNet } from './petri-net.ts'

/** Something in the model of another tool that a log can show: a task, an event, a transition. */
export interface ModelElement {
  /** Its id in the file. */
  readonly id: string
  /** As written; '' without a name. */
  readonly name: string
  /** What shows it in a log, as far as the file says: stated for touchmap, else the name, else the id. */
  readonly event: string
  /** The id of the step it came from, where touchmap wrote the file. */
  readonly step?: string
  /** Its documentation. */
  readonly does?: string
  readonly lane?: { readonly name: string; readonly place: Place }
  /** What the way that begins with it is called. */
  readonly way?: string
  /** It decides which way is taken, and is nothing else. */
  readonly decides?: boolean
  readonly place: Place
}

/** A part of a model that is made of blocks; elements by number. Meanings as in semantics §4. */
export type ModelItem =
  | { readonly kind: 'element'; readonly element: number }
  | { readonly kind: 'choice'; readonly ways: readonly (readonly ModelItem[])[] }
  | { readonly kind: 'optional'; readonly items: readonly ModelItem[] }
  | { readonly kind: 'parallel' | 'any-order' | 'some'; readonly children: readonly (readonly ModelItem[])[] }
  | {
      readonly kind: 'repeat'
      readonly do: readonly ModelItem[]
      readonly redo: readonly ModelItem[]
      readonly max?: number
    }
  | ({ readonly kind: 'group' } & ModelScope)

export interface ModelScope {
  readonly items: readonly ModelItem[]
  readonly interrupts: readonly {
    readonly element: number
    readonly items: readonly ModelItem[]
    readonly then: 'end' | 'leave' | 'resume'
    readonly max?: number
  }[]
}

/** A flow as the file of another tool states it: blocks where it is made of such, else a net over its elements. */
export interface ModelFlow {
  readonly id: string
  readonly name: string
  readonly elements: readonly ModelElement[]
  readonly blocks?: ModelScope
  readonly net?: PetriNet
  /** Without blocks: what keeps it from being made of such, at the elements concerned. */
  readonly unstructured: readonly Diagnostic[]
  readonly place: Place
}

/** Reads the bytes of such a file: its text, and the flow or located findings. `net` names one of several in the file. */
export type ModelReader = (
  bytes: Uint8Array,
  file: string,
  options?: { readonly net?: string },
) => { readonly text: string; readonly value?: ModelFlow; readonly diagnostics: readonly Diagnostic[] }
