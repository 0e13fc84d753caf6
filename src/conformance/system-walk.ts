import type { Marking, TransitionSystem } from '../flow/transition-system.ts'
import type { FitWalk } from './fit-walk.ts'

/** All markings that runs may have come to behind what was read. */
interface State {
  readonly markings: readonly Marking[]
  accepts: boolean | undefined
  /** By label: the state behind it; null: there is none. */
  readonly next: (State | null | undefined)[]
}

/** States are forgotten when they have more markings than this together. */
const MOST_HELD = 1 << 19
/** Where runs may have come to more markings than this, words are left to a search. */
const MOST_MARKINGS = 1 << 12

/**
 * Reads words forwards through a system: its automaton, made deterministic as words need it, so that a word that fits
 * takes one lookup an event. Undefined once the system has given up, and where runs may have come to too many markings.
 */
export function createSystemWalk(system: TransitionSystem): FitWalk {
  let known = new Map<string, State>()
  let held = 0
  const intern = (markings: readonly Marking[]): State => {
    const key = markings.join()
    let state = known.get(key)
    if (state === undefined) {
      state = { markings, accepts: undefined, next: [] }
      known.set(key, state)
      held += markings.length
    }
    return state
  }
  const step = ({ markings }: State, label: number): State | null | undefined => {
    const found = new Set<Marking>()
    for (const marking of markings) {
      for (const target of system.follow(marking, label)) found.add(target)
      if (found.size > MOST_MARKINGS) return undefined
    }
    return found.size === 0 ? null : intern([...found].sort((a, b) => a - b))
  }
  let first: State | undefined
  return (word) => {
    if (held > MOST_HELD) {
      known = new Map()
      held = 0
      first = undefined
    }
    let state = (first ??= intern([system.initial]))
    for (let at = 0; at < word.length; at++) {
      const label = word[at] as number
      if (label < 0) return false
      let next = state.next[label]
      if (next === undefined) {
        next = step(state, label)
        if (next === undefined || system.overflowed?.() === true) return undefined
        state.next[label] = next
      }
      if (next === null) return false
      state = next
    }
    state.accepts ??= state.markings.some((marking) => system.accepts(marking))
    return system.overflowed?.() === true ? undefined : state.accepts
  }
}
