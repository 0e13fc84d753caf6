import type { Proof } from '../model/flow.ts'
import type { Text } from '../model/text.ts'
import type { Block, BlockInterrupt, EffectiveFlow, Label } from './effective-flow.ts'
import { relabelNet } from './relabel-net.ts'

/** A flow as a model of activities: what `conform` holds logs against, where names alone count. */
export interface FlowActivities {
  /** By number: the event of the log that stands for it, in file order. */
  readonly activities: readonly string[]
  /** The flow's blocks over these numbers: steps shown by one event are one activity. */
  readonly block: Block
  /** The activity of a name: an event, the id of a step, or its name in either language. */
  readonly numbers: ReadonlyMap<string, number>
  /** What people call an activity, by its name: the step that is first in the file. */
  readonly titles: ReadonlyMap<string, Text>
  /** Activities of interrupts: they happen or not, and are never skipped. */
  readonly interrupts: ReadonlySet<number>
}

/**
 * Reads a flow as a model of activities (semantics §10: all weights 1, decisions plain activities). A step, decision or
 * interrupt is shown by the event of its proof; conditions on it (`where`, `says`, roles) are not looked at, and neither
 * are `satisfied-by` and ambient events. Where a name could mean two activities, an event goes before an id, an id before
 * a name, what is first in the file before what comes later.
 */
export function flowActivities({ labels, root }: EffectiveFlow): FlowActivities {
  const activities: string[] = []
  const numbers = new Map<string, number>()
  const ofLabel = labels.map((label) => {
    const name = eventsOf(proofOf(label))[0] ?? label.id
    let number = numbers.get(name)
    if (number === undefined) {
      number = activities.push(name) - 1
      numbers.set(name, number)
    }
    return number
  })
  const also = (names: (label: Label) => readonly (string | undefined)[]): void => {
    labels.forEach((label, at) => {
      for (const name of names(label)) {
        if (name !== undefined && name !== '' && !numbers.has(name)) numbers.set(name, ofLabel[at] ?? 0)
      }
    })
  }
  also((label) => eventsOf(proofOf(label)))
  also((label) => [label.id])
  also((label) => [titleOf(label)?.zh, titleOf(label)?.en])
  const titles = new Map<string, Text>()
  labels.forEach((label, at) => {
    const title = titleOf(label)
    const name = activities[ofLabel[at] ?? 0] ?? ''
    if (title !== undefined && !titles.has(name)) titles.set(name, title)
  })
  const interrupts = new Set<number>()
  labels.forEach((label, at) => label.kind === 'interrupt' && interrupts.add(ofLabel[at] ?? 0))
  labels.forEach((label, at) => label.kind !== 'interrupt' && interrupts.delete(ofLabel[at] ?? 0))
  return { activities, block: renumber(root, ofLabel), numbers, titles, interrupts }
}

function titleOf(label: Label): Text | undefined {
  return label.kind === 'step' ? label.step.name : label.kind === 'decision' ? label.name : undefined
}

function proofOf(label: Label): Proof {
  return label.kind === 'step' ? label.step.proof : label.proof
}

function eventsOf(proof: Proof): readonly string[] {
  if (proof.kind === 'any') return proof.proofs.flatMap(eventsOf)
  return proof.event === undefined ? [] : [proof.event]
}

function renumber(block: Block, ofLabel: readonly number[]): Block {
  const again = (child: Block): Block => renumber(child, ofLabel)
  switch (block.kind) {
    case 'label':
      return { kind: 'label', label: ofLabel[block.label] ?? 0 }
    case 'optional':
      return { ...block, child: again(block.child) }
    case 'repeat':
      return { ...block, do: again(block.do), redo: again(block.redo) }
    case 'net':
      return { kind: 'net', net: relabelNet(block.net, ofLabel), children: block.children.map(again) }
    case 'scope':
      return {
        ...block,
        child: again(block.child),
        interrupts: block.interrupts.map((one): BlockInterrupt => ({
          ...one,
          label: ofLabel[one.label] ?? 0,
          handler: again(one.handler),
        })),
        anywhere: block.anywhere.map((one) => ({ ...one, label: ofLabel[one.label] ?? 0 })),
      }
    default:
      return { ...block, children: block.children.map(again) }
  }
}
