import type { Lexicon } from '../model/map.ts'
import type { Known, Target } from '../model/target.ts'
import { unknownReference } from './names.ts'
import { asList, child, type Reading, report, SORTS, stringOf } from './reading.ts'
import { readProof } from './read-proof.ts'
import type { TreeNode } from './tree.ts'

/** What rules may name besides events: the steps of their flow. In rules files there are none. */
export interface RuleScope {
  readonly lexicons: ReadonlyMap<string, Lexicon>
  readonly steps: ReadonlySet<string>
  /** Beginnings of ids under which more steps may exist, in a used flow that could not be read; '' for the flow itself. */
  readonly open: readonly string[]
}

/** Whether a step of this id may exist in a used flow that could not be read. */
export function isOpen(scope: RuleScope, step: string): boolean {
  return scope.open.some((prefix) => step.startsWith(prefix))
}

/** A step of the flow, else an event of the catalogue, else a proof in place. */
export function readTarget(reading: Reading, scope: RuleScope, node: TreeNode | undefined): Target | undefined {
  if (!node) return undefined
  const name = stringOf(node)
  if (name === undefined) {
    const proof = readProof(reading, scope.lexicons, node)
    return proof && { kind: 'proof', proof, place: node.place }
  }
  if (scope.steps.has(name)) return { kind: 'step', step: name, place: node.place }
  if (reading.events.has(name)) {
    return {
      kind: 'proof',
      proof: { kind: 'match', event: name, ordered: false, place: node.place },
      place: node.place,
    }
  }
  if (reading.events.open || isOpen(scope, name)) return undefined
  const known = [...scope.steps, ...reading.events.places.keys()]
  report(reading, unknownReference(name, node.place, SORTS.target, known, node.alias))
  return undefined
}

/** A step of the flow and nothing else. */
export function readStepTarget(reading: Reading, scope: RuleScope, node: TreeNode | undefined): Target | undefined {
  const name = stringOf(node)
  if (name === undefined || !node) return undefined
  if (scope.steps.has(name)) return { kind: 'step', step: name, place: node.place }
  if (!isOpen(scope, name)) report(reading, unknownReference(name, node.place, SORTS.step, scope.steps, node.alias))
  return undefined
}

/** What must be known: an attribute, a proof, or several of them. */
export function readKnown(reading: Reading, scope: RuleScope, node: TreeNode | undefined): Known | undefined {
  if (!node) return undefined
  const name = stringOf(node)
  if (name !== undefined) return { kind: 'attribute', name }
  for (const kind of ['all', 'any'] as const) {
    const list = child(node, kind)
    if (list) return { kind, of: asList(list).flatMap((each) => readKnown(reading, scope, each) ?? []) }
  }
  const proof = readProof(reading, scope.lexicons, node)
  return proof && { kind: 'proof', proof }
}
