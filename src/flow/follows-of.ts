import type { PetriNet } from '../model/petri-net.ts'
import { createPetriSystem } from './petri-system.ts'

/** Which labels of a net may come directly one after the other. */
export interface Follows {
  readonly first: readonly number[]
  readonly last: readonly number[]
  /** By label: those that may come next, in order. */
  readonly next: ReadonlyMap<number, readonly number[]>
  /** All markings were looked at; else there may be more. */
  readonly complete: boolean
}

/** Markings beyond which the rest is left open. */
const MOST_MARKINGS = 5_000

/** Explores a net for its directly-follows relation: what may begin, what may come next, with what it may be over. */
export function followsOf(net: PetriNet): Follows {
  const system = createPetriSystem(net)
  const next = new Map<number, Set<number>>()
  const last = new Set<number>()
  // A marking is looked at once for each label that leads to it.
  const seen = new Set<string>()
  const open: { readonly marking: number; readonly label?: number }[] = [{ marking: system.initial }]
  const first = new Set<number>()
  let complete = true
  for (const { marking, label } of open) {
    if (label !== undefined && system.accepts(marking)) last.add(label)
    const { labels, targets } = system.successors(marking)
    labels.forEach((follower, at) => {
      const after = label === undefined ? first : (next.get(label) ?? new Set())
      if (label !== undefined) next.set(label, after)
      after.add(follower)
      const target = targets[at] ?? marking
      const key = `${target} ${follower}`
      if (seen.has(key)) return
      if (seen.size >= MOST_MARKINGS) complete = false
      else {
        seen.add(key)
        open.push({ marking: target, label: follower })
      }
    })
    if (system.overflowed?.() === true) return { first: [], last: [], next: new Map(), complete: false }
  }
  const sorted = (labels: Iterable<number>): readonly number[] => [...labels].sort((a, b) => a - b)
  return {
    first: sorted(first),
    last: sorted(last),
    next: new Map([...next].map(([label, after]) => [label, sorted(after)])),
    complete,
  }
}
