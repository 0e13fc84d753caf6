import type { Message } from '../diagnostic/diagnostic.ts'
import type { PlaceIndex } from './net.ts'
import type { PetriNet, Tokens } from '../model/petri-net.ts'

/** How many markings are looked at before the question is left open. */
const MOST_MARKINGS = 20_000

/**
 * The first place that a net can fill without end, or undefined: none was found. The way of Karp and Miller (*Parallel
 * program schemata*, 1969): a marking that holds at least what an earlier one on its path held, and more somewhere, can
 * be made to hold any number there. For the reason why a search did not finish; not asked for before.
 */
export function findUnboundedPlace(net: PetriNet, most: number = MOST_MARKINGS): PlaceIndex | undefined {
  const start = new Float64Array(net.places)
  for (const { place, count } of net.initial) start[place] = (start[place] ?? 0) + count
  const seen = new Set<string>([start.join()])
  const queue: Step[] = [{ marking: start, before: undefined }]
  for (const step of queue) {
    for (const { consume, produce } of net.transitions) {
      const next = fire(step.marking, consume, produce)
      if (next === undefined) continue
      for (let earlier: Step | undefined = step; earlier !== undefined; earlier = earlier.before) {
        const place = placeAbove(next, earlier.marking)
        if (place !== undefined) return place
      }
      const key = next.join()
      if (seen.has(key)) continue
      if (seen.size >= most) return undefined
      seen.add(key)
      queue.push({ marking: next, before: step })
    }
  }
  return undefined
}

/** Why a search could not finish, if it is because a place can be filled without end; to be asked only then. */
export function explainUnbounded(net: PetriNet): Message | undefined {
  const place = findUnboundedPlace(net)
  if (place === undefined) return undefined
  const name = net.placeNames[place] ?? ''
  const short = name.length > 60 ? `${name.slice(0, 59)}…` : name
  return {
    zh: `网是无界的：库所 \`${short}\` 里的标记可以无限增多`,
    en: `the net is unbounded: place \`${short}\` can be filled without end`,
  }
}

interface Step {
  readonly marking: Float64Array
  readonly before: Step | undefined
}

function fire(marking: Float64Array, consume: readonly Tokens[], produce: readonly Tokens[]): Float64Array | undefined {
  for (const { place, count } of consume) if ((marking[place] ?? 0) < count) return undefined
  const next = marking.slice()
  for (const { place, count } of consume) next[place] = (next[place] ?? 0) - count
  for (const { place, count } of produce) next[place] = (next[place] ?? 0) + count
  return next
}

/** The first place in which `marking` holds more than `earlier`, if it holds less nowhere. */
function placeAbove(marking: Float64Array, earlier: Float64Array): PlaceIndex | undefined {
  let above: PlaceIndex | undefined
  for (let place = 0; place < marking.length; place++) {
    const difference = (marking[place] ?? 0) - (earlier[place] ?? 0)
    if (difference < 0) return undefined
    if (difference > 0) above ??= place
  }
  return above
}
