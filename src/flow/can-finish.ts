import type { PetriNet } from '../model/petri-net.ts'
import { createPetriSystem, type PetriLimits } from './petri-system.ts'

/** How many markings are looked at before the question is left open. */
const MOST_MARKINGS = 200_000

/**
 * Whether a run can reach a final marking; undefined where that is not decided within the limits. All transitions count
 * as silent here, so that only those are fired that matter to the end: wide concurrency costs one order, not all.
 */
export function canFinish(net: PetriNet, limits: PetriLimits = { closure: MOST_MARKINGS }): boolean | undefined {
  const transitions = net.transitions.map(({ consume, produce }) => ({ consume, produce }))
  const system = createPetriSystem({ ...net, transitions }, limits)
  if (system.accepts(system.initial)) return true
  return system.overflowed?.() === true ? undefined : false
}
