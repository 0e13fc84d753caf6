import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Block } from '../flow/effective-flow.ts'
import type { PetriNet } from '../model/petri-net.ts'
import { BlockBuilder } from './bpmn-blocks.ts'
import { BpmnLabels } from './bpmn-draft.ts'
import type { BpmnModel, BpmnNode } from './bpmn-model.ts'
import { NetBuilder } from './bpmn-net.ts'

/** A process as a model of activities: its blocks where it is made of such, else its net. */
export interface BpmnNet {
  readonly activities: readonly string[]
  /** By label: the first element with that activity. */
  readonly nodes: readonly BpmnNode[]
  readonly block?: Block
  /** Absent where only the blocks can say it: interrupts that resume, or that take back what goes on beside. */
  readonly net?: PetriNet
}

/**
 * The net of a process. Sequence flows are places. Each level is reduced to blocks with what is inside (sub-processes,
 * inclusive parts) as one transition, so that interrupts find their blocks; a level that is not made of blocks is put
 * together as one net. What neither can say is a finding. `apart`: each element has a label of its own.
 */
export function bpmnToNet(
  model: BpmnModel,
  { apart = false }: { readonly apart?: boolean } = {},
): {
  readonly value?: BpmnNet
  readonly diagnostics: readonly Diagnostic[]
  readonly unstructured: readonly Diagnostic[]
} {
  const labels = new BpmnLabels(apart)
  labels.number(model.scope)
  const blocks = new BlockBuilder(labels)
  const block = blocks.scope(model.scope, true)
  const { activities, nodes } = labels
  if (block !== undefined) return { value: { activities, nodes, block }, diagnostics: [], unstructured: [] }
  const unstructured = blocks.reasons
  const builder = new NetBuilder(labels)
  const net = builder.process(model.scope)
  if (builder.diagnostics.length > 0) return { diagnostics: builder.diagnostics, unstructured }
  return { value: { activities, nodes, net }, diagnostics: [], unstructured }
}
