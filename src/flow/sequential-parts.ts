import type { PlaceIndex } from './net.ts'

/** A net as far as its parts are concerned: arcs of one token. */
export interface PlainNet {
  readonly places: number
  readonly transitions: readonly {
    readonly label?: number | undefined
    readonly consume: readonly PlaceIndex[]
    readonly produce: readonly PlaceIndex[]
  }[]
  readonly initial: readonly PlaceIndex[]
  readonly finals: readonly (readonly PlaceIndex[])[]
}

/**
 * A part of a net that always holds one token (an S-component: Best 1987, Desel and Esparza 1995): an automaton over its
 * places. All other transitions of the net leave it alone.
 */
export interface SequentialPart {
  readonly places: readonly PlaceIndex[]
  /** By numbers of the places within the part; label −1: silent. */
  readonly moves: readonly PartMove[]
  readonly initial: number
  readonly finals: readonly number[]
}

interface PartMove {
  /** The transition of the net, by its place in the list. */
  readonly transition: number
  readonly label: number
  readonly from: number
  readonly to: number
}

/** What is known of a system's net: where each marking has the token of each part. */
export interface SystemParts {
  readonly parts: readonly SequentialPart[]
  /** By label: how many transitions show it. */
  readonly counts: ReadonlyMap<number, number>
  /** The place of the token, by its number within the part; −1: not one token. */
  placeIn(marking: number, part: number): number
}

/** Arcs that are looked at in all, and parts that are looked for. */
const MOST_STEPS = 5_000_000
const MOST_PARTS = 48

/** Parts that together have as many of the visible transitions as can be found, each part having one that others lack. */
function findSequentialParts(net: PlainNet): readonly SequentialPart[] {
  const { places, transitions, initial, finals } = net
  const before: number[][] = Array.from({ length: places }, () => [])
  const behind: number[][] = Array.from({ length: places }, () => [])
  transitions.forEach(({ consume, produce }, index) => {
    for (const place of produce) before[place]?.push(index)
    for (const place of consume) behind[place]?.push(index)
  })
  const covered = new Set<number>()
  const parts: SequentialPart[] = []
  let steps = 0
  const isIn = new Uint8Array(places)
  transitions.forEach(({ label, consume }, index) => {
    if (label === undefined || covered.has(index) || parts.length === MOST_PARTS) return
    for (const place of consume) {
      const chosen = grow(place)
      if (chosen === undefined) continue
      const part = partOf(chosen)
      if (part === undefined) continue
      parts.push(part)
      transitions.forEach(({ consume: of }, other) => {
        if (of.some((one) => chosen.has(one))) covered.add(other)
      })
      return
    }
  })
  return parts

  /** Places with the one given such that each transition takes one token from them and gives one back, or neither. */
  function grow(seed: PlaceIndex): ReadonlySet<PlaceIndex> | undefined {
    const all: PlaceIndex[] = []
    const add = (place: PlaceIndex): void => {
      isIn[place] = 1
      all.push(place)
    }
    add(seed)
    const isFound = settle(all, add)
    const count = (of: readonly PlaceIndex[]): number => of.reduce((sum, place) => sum + (isIn[place] as number), 0)
    // A place may have come in behind a transition that was looked at before.
    const isPart =
      isFound &&
      transitions.every(({ consume, produce }) => count(consume) === count(produce) && count(consume) <= 1) &&
      count(initial) === 1 &&
      finals.every((of) => count(of) === 1)
    for (const place of all) isIn[place] = 0
    return isPart ? new Set(all) : undefined
  }

  /** Places beside a transition that no part has first, so that few parts have all. */
  function inOrder(options: readonly PlaceIndex[]): readonly PlaceIndex[] {
    if (options.length < 2) return options
    const isNew = (index: number): boolean => transitions[index]?.label !== undefined && !covered.has(index)
    const isFirst = (place: PlaceIndex): boolean =>
      before[place]?.some(isNew) === true || behind[place]?.some(isNew) === true
    return [...options.filter(isFirst), ...options.filter((place) => !isFirst(place))]
  }

  /** Adds what the transitions around the places ask for, one choice after another; false: it cannot be, or takes too long. */
  function settle(all: PlaceIndex[], add: (place: PlaceIndex) => void): boolean {
    const choices: { readonly at: number; readonly arc: number; readonly size: number; option: number }[] = []
    const optionsAt = (at: number, arc: number): readonly PlaceIndex[] | undefined => {
      const place = all[at] as number
      const after = behind[place] as readonly number[]
      if (arc < after.length) return inOrder(transitions[after[arc] as number]?.produce ?? [])
      const index = before[place]?.[arc - after.length]
      return index === undefined ? undefined : inOrder(transitions[index]?.consume ?? [])
    }
    let at = 0
    let arc = 0
    while (at < all.length) {
      if (++steps > MOST_STEPS) return false
      const options = optionsAt(at, arc)
      if (options === undefined) {
        at++
        arc = 0
        continue
      }
      const own = options.reduce((sum, place) => sum + (isIn[place] as number), 0)
      if (own === 1) {
        arc++
        continue
      }
      if (own === 0 && options.length > 0) {
        if (options.length > 1) choices.push({ at, arc, size: all.length, option: 0 })
        add(options[0] as number)
        continue
      }
      // The last choice that has another option.
      let choice = choices.at(-1)
      for (let next: number | undefined; choice !== undefined; choice = choices.at(-1)) {
        while (all.length > choice.size) isIn[all.pop() as number] = 0
        next = optionsAt(choice.at, choice.arc)?.[++choice.option]
        if (next !== undefined) {
          add(next)
          break
        }
        choices.pop()
      }
      if (choice === undefined) return false
      at = choice.at
      arc = choice.arc
    }
    return true
  }

  function partOf(chosen: ReadonlySet<PlaceIndex>): SequentialPart | undefined {
    const own = [...chosen].sort((a, b) => a - b)
    const numbers = new Map(own.map((place, at) => [place, at]))
    const numberOf = (of: readonly PlaceIndex[]): number => {
      for (const place of of) if (numbers.has(place)) return numbers.get(place) as number
      return -1
    }
    const moves = transitions.flatMap(({ label = -1, consume, produce }, transition) => {
      const [from, to] = [numberOf(consume), numberOf(produce)]
      return from < 0 || (label < 0 && from === to) ? [] : [{ transition, label, from, to }]
    })
    if (moves.length === 0) return undefined
    return { places: own, moves, initial: numberOf(initial), finals: finals.map(numberOf) }
  }
}

/** The parts of a net, and where `holds` says that a marking has their tokens. */
export function createSystemParts(net: PlainNet, holds: (marking: number, place: PlaceIndex) => boolean): SystemParts {
  const parts = findSequentialParts(net)
  const counts = new Map<number, number>()
  for (const { label } of net.transitions) if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1)
  return {
    parts,
    counts,
    placeIn: (marking, part) => (parts[part]?.places ?? []).findIndex((place) => holds(marking, place)),
  }
}
