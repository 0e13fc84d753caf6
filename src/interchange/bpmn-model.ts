import type { Diagnostic } from '../diagnostic/diagnostic.ts'

export type BpmnNodeKind =
  'start' | 'end' | 'task' | 'event' | 'boundary' | 'exclusive' | 'parallel' | 'inclusive' | 'subprocess' | 'ad-hoc'

export interface BpmnNode {
  readonly id: string
  readonly kind: BpmnNodeKind
  /** As written; '' without a name. */
  readonly name: string
  /** What shows it in a log; none: it is silent. */
  readonly activity?: string
  /** The step it came from, where we wrote the file. */
  readonly step?: string
  readonly incoming: BpmnFlow[]
  readonly outgoing: BpmnFlow[]
  readonly place: Diagnostic['place']
  /** Its documentation. */
  readonly does?: string
  /** Of a gateway: the first of the events behind it decides. */
  readonly waits?: boolean
  /** Of an event: it waits for a condition. */
  readonly conditional?: boolean
  /** Its lane, the innermost one. */
  lane?: { readonly name: string; readonly place: Diagnostic['place'] }
  /** Of a sub-process. */
  readonly scope?: BpmnScope
  /** A sub-process that is a flow of its own, with the flow's id. */
  readonly flow?: string
  readonly loop?: { readonly max?: number; readonly before: boolean }
  /** Boundary events of this node. */
  readonly boundaries: BpmnNode[]
  /** Of a boundary event, or of the start of an event sub-process. */
  readonly interrupt?: { readonly cancels: boolean; readonly then?: 'end' | 'leave' | 'resume'; readonly max?: number }
  readonly terminates?: boolean
}

export interface BpmnFlow {
  readonly id: string
  /** As written; '' without a name. */
  readonly name: string
  readonly source: BpmnNode
  readonly target: BpmnNode
}

export interface BpmnScope {
  readonly nodes: readonly BpmnNode[]
  /** Event sub-processes: their start event and what is in them. */
  readonly anyTime: readonly { readonly start: BpmnNode; readonly scope: BpmnScope }[]
  readonly place: Diagnostic['place']
}

export interface BpmnModel {
  readonly id: string
  readonly name: string
  readonly scope: BpmnScope
  readonly place: Diagnostic['place']
}
