import { enlarge } from './enlarge.ts'
import type { PlaceIndex } from './net.ts'
import type { PetriNet, PetriTransition, Tokens } from '../model/petri-net.ts'
import { createSystemParts, type SystemParts } from './sequential-parts.ts'
import type { Marking, TransitionSystem } from './transition-system.ts'

/** How much a system may hold before it gives up (`overflowed`). */
export interface PetriLimits {
  /** Markings met by the silent moves before one visible move. */
  readonly closure?: number
  /** Bytes of all markings together. */
  readonly bytes?: number
}

const MOST_CLOSURE = 200_000
const MOST_BYTES = 2 ** 29
/** What a list of moves takes, and a move in it, about. */
const LIST_BYTES = 160
const MOVE_BYTES = 16
/** A place that holds more than this overflows, so that sums stay whole numbers. */
const MOST_IN_PLACE = 2 ** 30
const NONE = -1
/** Lists up to this length are walked again rather than remembered. */
const FEW = 8

/**
 * The visible behaviour of a place/transition net, found as it is asked for and kept. Silent transitions are contracted
 * as in `createTransitionSystem`: a strong stubborn set around each visible transition (Valmari 1990) — for weighted
 * arcs, what is missing is looked for among the transitions that add to a place that holds too little, and rivals are
 * those that share an input place from which one of them takes. Whether the end is reached by silent moves is asked with
 * an attractor set (Schmidt 1999): where a marking differs from the final one in a place, one of the transitions that
 * change that place in the right direction has to come.
 *
 * Markings are rows of bytes (of wider numbers, once a place holds more), interned under a hash that each transition
 * changes by a constant; successors are computed once.
 */
export function createPetriSystem(net: PetriNet, limits: PetriLimits = {}): TransitionSystem {
  const width = net.places
  const mostClosure = limits.closure ?? MOST_CLOSURE
  const mostBytes = limits.bytes ?? MOST_BYTES
  const hashes = Int32Array.from({ length: width }, (_, place) => mix(place + 1))
  const goals = net.transitions.filter(({ label }) => label !== undefined).sort((a, b) => labelOf(a) - labelOf(b))
  const silents = net.transitions.filter(({ label }) => label === undefined)
  const arcs = [...goals, ...silents].map((transition) => arcsOf(transition, hashes))
  const firstSilent = goals.length
  /** By place: the silent transitions that add to it, that take from it. */
  const adders: number[][] = Array.from({ length: width }, () => [])
  const takers: number[][] = Array.from({ length: width }, () => [])
  for (let index = firstSilent; index < arcs.length; index++) {
    for (const [place, change] of arcs[index]?.changes ?? []) {
      ;(change > 0 ? adders : takers)[place]?.push(index)
    }
  }
  const rivals = findRivals(arcs, firstSilent, width)

  // Markings, interned.
  let cells: Uint8Array | Int32Array = new Uint8Array(64 * width)
  let capacity = 64
  let hashOf = new Int32Array(capacity)
  let stampOf = new Int32Array(capacity)
  let table = new Int32Array(256).fill(NONE)
  let count = 0
  let overflow = false
  /** Bytes that take what is known of the moves. */
  let known = 0
  const note = (moves: number): void => {
    known += LIST_BYTES + moves * MOVE_BYTES
    if (known + capacity * (width * cells.BYTES_PER_ELEMENT + 12) > mostBytes) overflow = true
  }
  const scratch = new Int32Array(width)

  const grow = (): void => {
    capacity *= 2
    const wider = cells instanceof Uint8Array ? new Uint8Array(capacity * width) : new Int32Array(capacity * width)
    wider.set(cells)
    cells = wider
    hashOf = enlarge(hashOf, capacity)
    stampOf = enlarge(stampOf, capacity)
    table = new Int32Array(capacity * 4).fill(NONE)
    for (let id = 0; id < count; id++) {
      let slot = (hashOf[id] as number) & (table.length - 1)
      while (table[slot] !== NONE) slot = (slot + 1) & (table.length - 1)
      table[slot] = id
    }
  }

  /** The number of the marking in `scratch`; `NONE` if there is no room for it. */
  const intern = (hash: number): Marking => {
    let slot = hash & (table.length - 1)
    for (let id = table[slot] as number; id !== NONE; id = table[slot] as number) {
      if (hashOf[id] === hash && isScratch(id)) return id
      slot = (slot + 1) & (table.length - 1)
    }
    for (let place = 0; place < width; place++) {
      const held = scratch[place] as number
      if (held > MOST_IN_PLACE) overflow = true
      else if (held > 255 && cells instanceof Uint8Array) cells = Int32Array.from(cells)
    }
    const bytes = width * cells.BYTES_PER_ELEMENT + 12
    if (count === capacity && capacity * 2 * bytes + known > mostBytes) overflow = true
    if (overflow) return NONE
    if (count === capacity) {
      grow()
      slot = hash & (table.length - 1)
      while (table[slot] !== NONE) slot = (slot + 1) & (table.length - 1)
    }
    cells.set(scratch, count * width)
    hashOf[count] = hash
    table[slot] = count
    return count++
  }

  const isScratch = (id: number): boolean => {
    const from = id * width
    for (let place = 0; place < width; place++) if (cells[from + place] !== scratch[place]) return false
    return true
  }

  const internTokens = (tokens: readonly Tokens[]): Marking => {
    scratch.fill(0)
    let hash = 0
    for (const { place, count: held } of tokens) {
      scratch[place] = (scratch[place] as number) + held
      hash = (hash + Math.imul(held, hashes[place] as number)) | 0
    }
    return intern(hash)
  }

  const isEnabled = ({ places, least }: Arcs, from: number): boolean => {
    for (let at = 0; at < places.length; at++) {
      if ((cells[from + (places[at] as number)] as number) < (least[at] as number)) return false
    }
    return true
  }

  const fire = (marking: Marking, { changes, hash }: Arcs): Marking => {
    const from = marking * width
    for (let place = 0; place < width; place++) scratch[place] = cells[from + place] as number
    for (const [place, change] of changes) scratch[place] = (scratch[place] as number) + change
    return intern(((hashOf[marking] as number) + hash) | 0)
  }

  // Stubborn sets: members carry the number of the set.
  const memberOf = new Int32Array(arcs.length)
  let set = 0
  let members: number[] = []
  const enabled: number[] = []

  /** By list that many transitions share: the set it was put into last. */
  const sharedIn = new Map<readonly number[], number>()
  const add = (transitions: readonly number[]): void => {
    if (transitions.length > FEW) {
      if (sharedIn.get(transitions) === set) return
      sharedIn.set(transitions, set)
    }
    for (const index of transitions) {
      if (memberOf[index] === set) continue
      memberOf[index] = set
      members.push(index)
    }
  }

  /** Closes the set: rivals of what is enabled, a necessary set of what is not. Leaves the enabled silent ones in `enabled`. */
  const close = (marking: Marking): void => {
    const from = marking * width
    enabled.length = 0
    for (let next = 0; next < members.length; next++) {
      const index = members[next] as number
      const one = arcs[index] as Arcs
      let fewest: readonly number[] | undefined
      for (let at = 0; at < one.places.length; at++) {
        const place = one.places[at] as number
        if ((cells[from + place] as number) >= (one.least[at] as number)) continue
        const makers = adders[place] as number[]
        if (fewest === undefined || makers.length < fewest.length) fewest = makers
      }
      if (fewest === undefined) {
        if (index >= firstSilent) enabled.push(index)
        for (const each of rivals[index] as readonly number[][]) add(each)
      } else add(fewest)
    }
  }

  const begin = (): void => {
    set++
    members = []
  }

  let epoch = 0
  /** Calls `visit` with each marking that silent moves of the sets made by `seed` lead to, until it says stop. */
  const walk = (start: Marking, visit: (marking: Marking) => boolean, seed: (marking: Marking) => void): void => {
    epoch++
    const stack = [start]
    stampOf[start] = epoch
    let met = 1
    for (let marking = stack.pop(); marking !== undefined; marking = stack.pop()) {
      if (visit(marking)) return
      begin()
      seed(marking)
      close(marking)
      for (const index of enabled.slice()) {
        const next = fire(marking, arcs[index] as Arcs)
        if (next === NONE) return
        if (stampOf[next] === epoch) continue
        stampOf[next] = epoch
        if (++met > mostClosure) {
          overflow = true
          return
        }
        stack.push(next)
      }
    }
  }

  /** By place: something silent could add to it, conflicts left aside; counts no longer matter there. */
  const fed = new Int32Array(width)
  let horizon = 0
  const findHorizon = (marking: Marking): void => {
    horizon++
    const from = marking * width
    let open: readonly Arcs[] = arcs.slice(firstSilent)
    for (let before = -1; open.length !== before;) {
      before = open.length
      open = open.filter((silent) => {
        if (!isPossible(silent, from)) return true
        for (const [place, change] of silent.changes) if (change > 0) fed[place] = horizon
        return false
      })
    }
  }
  const isPossible = ({ places, least }: Arcs, from: number): boolean => {
    for (let at = 0; at < places.length; at++) {
      const place = places[at] as number
      if (fed[place] !== horizon && (cells[from + place] as number) < (least[at] as number)) return false
    }
    return true
  }

  /** Adds what is behind the visible transitions of one label, which begin at `first`. */
  const exploreLabel = (start: Marking, first: number, targets: Marking[]): void => {
    const { label } = arcs[first] as Arcs
    let met: Set<Marking> | undefined
    for (let index = first; index < firstSilent && (arcs[index] as Arcs).label === label; index++) {
      const goal = arcs[index] as Arcs
      if (!isPossible(goal, start * width)) continue
      const seed = [index]
      walk(
        start,
        (marking) => {
          if (!isEnabled(goal, marking * width)) return false
          const target = fire(marking, goal)
          if (target === NONE || (met ??= new Set()).has(target)) return false
          met.add(target)
          targets.push(target)
          return false
        },
        () => add(seed),
      )
    }
  }

  // In the order of labels.
  const firstOf = new Map<number, number>()
  for (let index = 0; index < firstSilent; index++) {
    const { label } = arcs[index] as Arcs
    if (!firstOf.has(label)) firstOf.set(label, index)
  }
  /** Above all labels. */
  const most = arcs.reduce((above, { label }) => Math.max(above, label + 1), 1)
  const followed = new Map<number, readonly Marking[]>()

  const explore = (start: Marking): { readonly labels: number[]; readonly targets: Marking[] } => {
    findHorizon(start)
    const labels: number[] = []
    const targets: Marking[] = []
    for (const [label, first] of firstOf) {
      const key = start * most + label
      const known = followed.get(key)
      if (known === undefined) exploreLabel(start, first, targets)
      else {
        targets.push(...known)
        followed.delete(key)
      }
      while (labels.length < targets.length) labels.push(label)
    }
    // Without the room that lists keep to grow.
    return { labels: labels.slice(), targets: targets.slice() }
  }
  const initial = internTokens(net.initial)
  const finals = net.finals.map(internTokens)

  /** Silent transitions one of which must come before the marking equals the final one; undefined: it does. */
  const attractors = (marking: Marking, final: Marking): readonly number[] | undefined => {
    let fewest: readonly number[] | undefined
    for (let place = 0; place < width; place++) {
      const [held, wanted] = [cells[marking * width + place] as number, cells[final * width + place] as number]
      if (held === wanted) continue
      const movers = (held < wanted ? adders : takers)[place] as number[]
      if (fewest === undefined || movers.length < fewest.length) fewest = movers
    }
    return fewest
  }

  const canEnd = (start: Marking): boolean =>
    finals.some((final) => {
      let reached = false
      walk(
        start,
        (marking) => (reached ||= marking === final),
        (marking) => add(attractors(marking, final) ?? []),
      )
      return reached
    })

  const successorsOf: ({ readonly labels: number[]; readonly targets: Marking[] } | undefined)[] = []
  const acceptsOf: (boolean | undefined)[] = []
  let parts: SystemParts | undefined
  const check = (marking: Marking): void => {
    if (!(marking >= 0 && marking < count)) throw new RangeError(`no marking ${marking}`)
  }
  return {
    initial,
    parts() {
      const places = (tokens: readonly Tokens[]): PlaceIndex[] =>
        tokens.flatMap(({ place, count: held }) => Array.from({ length: Math.min(held, 2) }, () => place))
      const plain = {
        places: width,
        transitions: net.transitions.map(({ label, consume, produce }) => ({
          label,
          consume: places(consume),
          produce: places(produce),
        })),
        initial: places(net.initial),
        finals: net.finals.map(places),
      }
      return (parts ??= createSystemParts(plain, (marking, place) => (cells[marking * width + place] as number) > 0))
    },
    size: () => count,
    overflowed: () => overflow,
    successors(marking) {
      const before = successorsOf[marking]
      if (before !== undefined) return before
      check(marking)
      const found = explore(marking)
      successorsOf[marking] = found
      note(found.labels.length)
      return found
    },
    follow(marking, label) {
      const first = firstOf.get(label)
      if (first === undefined) return []
      const all = successorsOf[marking]
      if (all !== undefined) return all.targets.filter((_, at) => all.labels[at] === label)
      const key = marking * most + label
      let targets = followed.get(key)
      if (targets === undefined) {
        check(marking)
        findHorizon(marking)
        const found: Marking[] = []
        exploreLabel(marking, first, found)
        followed.set(key, (targets = found))
        note(found.length)
      }
      return targets
    },
    accepts(marking) {
      const known = acceptsOf[marking]
      if (known !== undefined) return known
      check(marking)
      const found = canEnd(marking)
      acceptsOf[marking] = found
      return found
    },
  }
}

interface Arcs {
  /** Of a silent transition −1. */
  readonly label: number
  /** What it needs: places and how much each must hold. */
  readonly places: readonly PlaceIndex[]
  readonly least: readonly number[]
  /** What firing changes, by place; places that are only looked at are left out. */
  readonly changes: readonly (readonly [place: PlaceIndex, change: number])[]
  /** What firing adds to a marking's hash. */
  readonly hash: number
}

function arcsOf(transition: PetriTransition, hashes: Int32Array): Arcs {
  const changes = new Map<PlaceIndex, number>()
  for (const { place, count } of transition.consume) changes.set(place, (changes.get(place) ?? 0) - count)
  for (const { place, count } of transition.produce) changes.set(place, (changes.get(place) ?? 0) + count)
  const kept = [...changes].filter(([, change]) => change !== 0)
  return {
    label: labelOf(transition),
    places: transition.consume.map(({ place }) => place),
    least: transition.consume.map(({ count }) => count),
    changes: kept,
    hash: kept.reduce((sum, [place, change]) => (sum + Math.imul(change, hashes[place] ?? 0)) | 0, 0),
  }
}

/**
 * By transition: the silent ones that share an input place with it from which one of the two takes; a list a place, which
 * all transitions behind that place have in common (and so may name the transition itself).
 */
function findRivals(arcs: readonly Arcs[], firstSilent: number, width: number): readonly (readonly number[][])[] {
  const consumers: number[][] = Array.from({ length: width }, () => [])
  const takers: number[][] = Array.from({ length: width }, () => [])
  const takes = arcs.map(({ changes }) => new Set(changes.filter(([, change]) => change < 0).map(([place]) => place)))
  for (let index = firstSilent; index < arcs.length; index++) {
    for (const place of arcs[index]?.places ?? []) {
      consumers[place]?.push(index)
      if (takes[index]?.has(place)) takers[place]?.push(index)
    }
  }
  return arcs.map(({ places }, index) =>
    places.map((place) => (takes[index]?.has(place) ? consumers : takers)[place] ?? []),
  )
}

function labelOf({ label }: PetriTransition): number {
  return label ?? NONE
}

/** Spreads the bits of a small number (the last step of MurmurHash3). */
function mix(number: number): number {
  let bits = Math.imul(number, 0x9e3779b1)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
