import type { PetriNet, Tokens } from '../model/petri-net.ts'
import { createPetriSystem, type PetriLimits } from './petri-system.ts'

/** How many markings are looked at before the question is left open, and how many bytes they have together. */
const LIMITS: PetriLimits = { closure: 200_000, bytes: 2 ** 27 }

/**
 * Whether a run can reach a final marking; undefined where that is not decided within the limits. All transitions count
 * as silent here, so that only those are fired that matter to the end: wide concurrency costs one order, not all. Where
 * there is no concurrency at all, a single token wanders, and the places it comes by are walked once.
 */
export function canFinish(net: PetriNet, limits: PetriLimits = LIMITS): boolean | undefined {
  const alone = wander(net)
  if (alone !== undefined) return alone
  const transitions = net.transitions.map(({ consume, produce }) => ({ consume, produce }))
  const system = createPetriSystem({ ...net, transitions }, limits)
  if (system.accepts(system.initial)) return true
  return system.overflowed?.() === true ? undefined : false
}

/** Whether the one token of a net without concurrency can come to a final place; undefined for other nets. */
function wander({ places, transitions, initial, finals }: PetriNet): boolean | undefined {
  const start = single(initial)
  if (start === undefined) return undefined
  const next: number[][] = Array.from({ length: places }, () => [])
  for (const { consume, produce } of transitions) {
    const [from, to] = [single(consume), single(produce)]
    if (from === undefined || to === undefined) return undefined
    next[from]?.push(to)
  }
  const met = new Set([start])
  for (const place of met) for (const to of next[place] ?? []) met.add(to)
  return finals.some((final) => {
    const end = single(final)
    return end !== undefined && met.has(end)
  })
}

/** The place of a single token. */
function single([first, second]: readonly Tokens[]): number | undefined {
  return first?.count === 1 && second === undefined ? first.place : undefined
}
