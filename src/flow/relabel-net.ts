import type { PetriNet, PetriTransition } from '../model/petri-net.ts'

/** The same net, each label replaced by the one at its number; without one a transition is silent. */
export function relabelNet(net: PetriNet, labels: readonly number[]): PetriNet {
  return {
    ...net,
    transitions: net.transitions.map(({ label, consume, produce }): PetriTransition => {
      const known = label === undefined ? undefined : labels[label]
      return { ...(known === undefined ? {} : { label: known }), consume, produce }
    }),
  }
}
