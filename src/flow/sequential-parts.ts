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

/** Choices that are tried in all, and parts that are looked for. */
const MOST_TRIES = 3000
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
  let tries = 0
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
    /** Settles what the transitions around the places from `open` on ask for; undefined: it cannot be. */
    const settle = (chosen: readonly PlaceIndex[], open: number): readonly PlaceIndex[] | undefined => {
      if (++tries > MOST_TRIES) return undefined
      const set = new Set(chosen)
      const all = [...chosen]
      for (let at = open; at < all.length; at++) {
        const place = all[at] as number
        for (const [around, side] of [
          [behind[place] ?? [], 'produce'],
          [before[place] ?? [], 'consume'],
        ] as const) {
          for (const index of around) {
            const options = transitions[index]?.[side] ?? []
            const own = options.filter((one) => set.has(one))
            if (own.length > 1 || options.length === 0) return undefined
            if (own.length === 1) continue
            if (options.length === 1) {
              set.add(options[0] as number)
              all.push(options[0] as number)
              continue
            }
            for (const option of options) {
              const found = settle([...all, option], at)
              if (found !== undefined) return found
            }
            return undefined
          }
        }
      }
      return all
    }
    const all = settle([seed], 0)
    if (all === undefined) return undefined
    const set = new Set(all)
    const isOne = (of: readonly PlaceIndex[]): boolean => of.filter((place) => set.has(place)).length === 1
    // A place may have come in behind a transition that was looked at before.
    const isEven = transitions.every(({ consume, produce }) => {
      const [taken, given] = [consume, produce].map((of) => of.filter((place) => set.has(place)).length)
      return (taken === 0 && given === 0) || (taken === 1 && given === 1)
    })
    return isEven && isOne(initial) && finals.every(isOne) ? set : undefined
  }

  function partOf(chosen: ReadonlySet<PlaceIndex>): SequentialPart | undefined {
    const own = [...chosen].sort((a, b) => a - b)
    const numberOf = (of: readonly PlaceIndex[]): number => own.findIndex((place) => of.includes(place))
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
