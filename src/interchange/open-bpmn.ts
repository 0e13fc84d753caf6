import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { canFinish } from '../flow/can-finish.ts'
import type { Block } from '../flow/effective-flow.ts'
import { type BpmnNet, bpmnToNet } from './bpmn-to-net.ts'
import type { BpmnModel } from './bpmn-model.ts'
import { type BpmnOptions, readBpmn } from './read-bpmn.ts'

/** A process that traces of activities can be held against. */
export interface OpenedBpmn extends BpmnNet {
  readonly model: BpmnModel
  /** The label of an activity, of an element's name, of a step's id: the first of that name. */
  readonly numbers: ReadonlyMap<string, number>
  /** Labels of interrupts: they happen or not, and are never skipped. */
  readonly interrupts: ReadonlySet<number>
}

/** Opens the text of a BPMN file: blocks where the process is made of such, else a net; or located findings; what is left aside is
 * told beside it. */
export function openBpmn(
  text: string,
  file: string,
  options: BpmnOptions = {},
): { readonly value?: OpenedBpmn; readonly diagnostics: readonly Diagnostic[] } {
  const { value: model, diagnostics } = readBpmn(text, file, options)
  if (model === undefined) return { diagnostics }
  const { value: read, diagnostics: unsupported } = bpmnToNet(model)
  if (read === undefined) return { diagnostics: [...unsupported, ...diagnostics] }
  if (read.net !== undefined && canFinish(read.net) === false) {
    const message = { zh: '从起始到不了结束', en: 'the end cannot be reached from the start' }
    return {
      diagnostics: [{ rule: 'bpmn/flow', severity: 'error', message, place: model.scope.place }, ...diagnostics],
    }
  }
  const numbers = new Map(read.activities.map((activity, label) => [activity, label]))
  const also = (name: string | undefined, label: number): void => {
    if (name !== undefined && name !== '' && !numbers.has(name)) numbers.set(name, label)
  }
  read.nodes.forEach(({ step }, label) => also(step, label))
  read.nodes.forEach(({ name }, label) => also(name, label))
  const interrupts = new Set<number>()
  if (read.block) collectInterrupts(read.block, interrupts)
  return { value: { ...read, model, numbers, interrupts }, diagnostics }
}

function collectInterrupts(block: Block, into: Set<number>): void {
  switch (block.kind) {
    case 'label':
      return
    case 'optional':
      return collectInterrupts(block.child, into)
    case 'repeat':
      collectInterrupts(block.do, into)
      return collectInterrupts(block.redo, into)
    case 'scope':
      collectInterrupts(block.child, into)
      for (const { label, handler } of block.interrupts) {
        into.add(label)
        collectInterrupts(handler, into)
      }
      return
    default:
      return block.children.forEach((child) => collectInterrupts(child, into))
  }
}
