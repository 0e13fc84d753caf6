import type { LabelIndex } from '../flow/effective-flow.ts'
import { type Machine, START } from './machine.ts'

/** Fills `counts`: how many moves beside the model the first so many labels of a word take at least. */
export type CountBreaks = (word: ArrayLike<number>, counts: Int32Array) => void

/** The points that runs may have come to; null: there is none. */
interface State {
  readonly sources: readonly number[]
  readonly next: (State | null | undefined)[]
}

interface Part {
  readonly first: State
  readonly any: State
  step(state: State, label: LabelIndex): State | null
}

/**
 * Lower bounds that cost next to nothing. Each machine of a tree looks at its own labels alone, and takes what stands in
 * forks, or what other machines have labels for as well, to come as it will. Where no run of it shows what was read since
 * the last break, however it began, a move beside the model was made since; and each move is of one machine.
 */
export function createCountBreaks(root: Machine): CountBreaks {
  const ownerOf = new Map<LabelIndex, number>()
  const parts: Part[] = []
  const machines: Machine[] = []
  const collect = (machine: Machine): void => {
    const owner = machines.push(machine) - 1
    for (const label of machine.leavesOf.keys()) ownerOf.set(label, ownerOf.has(label) ? -1 : owner)
    for (const { children } of machine.forks) children.forEach(collect)
  }
  collect(root)
  const owners: number[] = []
  for (const [label, owner] of ownerOf) owners[label] = owner
  machines.forEach((machine) => parts.push(createPart(machine, (label) => owners[label] !== -1)))
  const states: State[] = []
  return (word, counts) => {
    for (let part = 0; part < parts.length; part++) states[part] = (parts[part] as Part).first
    let breaks = 0
    counts[0] = 0
    for (let at = 0; at < word.length; at++) {
      const label = word[at] as number
      const owner = owners[label]
      if (owner === undefined) breaks++
      else if (owner >= 0) {
        const state = states[owner] as State
        let next = state.next[label]
        if (next === undefined) {
          next = (parts[owner] as Part).step(state, label)
          state.next[label] = next
        }
        if (next === null) {
          breaks++
          states[owner] = (parts[owner] as Part).any
        } else states[owner] = next
      }
      counts[at + 1] = breaks
    }
  }
}

function createPart(machine: Machine, isOwn: (label: LabelIndex) => boolean): Part {
  const known = new Map<string, State>()
  const intern = (sources: readonly number[]): State => {
    const key = sources.join()
    let state = known.get(key)
    if (state === undefined) known.set(key, (state = { sources, next: [] }))
    return state
  }
  /** The leaves of own labels that may come next behind a source, all else passing by; behind the end, another turn. */
  const followers: (readonly number[] | undefined)[] = []
  const follow = (source: number): readonly number[] => {
    const found = new Set<number>()
    const passed = new Set([source])
    for (const one of passed) {
      const { leaves, forks, end } = machine.next(one)
      for (const leaf of leaves) {
        found.add(leaf)
        if (!isOwn(machine.leaves[leaf] as LabelIndex)) passed.add(leaf)
      }
      for (const fork of forks) passed.add(machine.behind(fork))
      if (end) passed.add(START)
    }
    return [...found].filter((leaf) => isOwn(machine.leaves[leaf] as LabelIndex))
  }
  return {
    first: intern([START]),
    any: intern([START, ...machine.leaves.keys()]),
    step({ sources }, label) {
      const found: number[] = []
      for (const source of sources) {
        for (const leaf of (followers[source + 1] ??= follow(source))) {
          if (machine.leaves[leaf] === label && !found.includes(leaf)) found.push(leaf)
        }
      }
      return found.length === 0 ? null : intern(found.sort((a, b) => a - b))
    },
  }
}
