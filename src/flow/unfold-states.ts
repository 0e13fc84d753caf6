import type { Net } from './net.ts'
import type { PetriNet, PetriTransition } from '../model/petri-net.ts'

/**
 * The same language as a net without resets and without concurrency: a place for each marking that can be reached, one
 * token that goes from one to the next. Undefined where there are more than `most`.
 */
export function unfoldStates(net: Net, most: number): PetriNet | undefined {
  const numbers = new Map<string, number>()
  const markings: (readonly number[])[] = []
  const numberOf = (marked: readonly number[]): number => {
    const sorted = [...marked].sort((a, b) => a - b)
    const key = sorted.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, markings.length)
    return markings.push(sorted) - 1
  }
  const start = numberOf(net.initial)
  const transitions: PetriTransition[] = []
  const told = new Set<string>()
  for (const [at, marking] of markings.entries()) {
    if (markings.length > most) return undefined
    const marked = new Set(marking)
    for (const { label, consume, produce, reset } of net.transitions) {
      if (!consume.every((place) => marked.has(place))) continue
      const next = new Set(marked)
      for (const place of [...consume, ...reset]) next.delete(place)
      for (const place of produce) next.add(place)
      const to = numberOf([...next])
      const key = `${at},${label ?? ''},${to}`
      if (told.has(key) || (label === undefined && to === at)) continue
      told.add(key)
      transitions.push({
        ...(label === undefined ? {} : { label }),
        consume: [{ place: at, count: 1 }],
        produce: [{ place: to, count: 1 }],
      })
    }
  }
  const end = numbers.get([...net.final].sort((a, b) => a - b).join())
  return {
    places: markings.length,
    placeNames: markings.map((_, place) => `p${place + 1}`),
    transitions,
    initial: [{ place: start, count: 1 }],
    finals: end === undefined ? [] : [[{ place: end, count: 1 }]],
  }
}
