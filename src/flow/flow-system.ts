import { compileNet } from './compile-net.ts'
import type { Block } from './effective-flow.ts'
import { createPetriSystem } from './petri-system.ts'
import { createTransitionSystem, type TransitionSystem } from './transition-system.ts'

/** The transition system of a whole flow or model: of its blocks, or of the net it is. */
export function createFlowSystem(root: Block): TransitionSystem {
  const whole = root.kind === 'scope' ? root.child : root
  return whole.kind === 'net' ? createPetriSystem(whole.net) : createTransitionSystem(compileNet(root))
}
