import type { Net, PlaceIndex } from './net.ts'

/** A marking, by number: numbers are given out as markings are met and mean nothing beyond one system. */
export type Marking = number

/** What may show next in a marking: parallel lists, ordered by label; a label may stand there more than once. */
export interface Successors {
  readonly labels: readonly number[]
  readonly targets: readonly Marking[]
}

/** The visible behaviour of a net, found as it is asked for and kept: silent transitions are contracted. */
export interface TransitionSystem {
  readonly initial: Marking
  /** The visible moves from a marking, each after the silent moves that it needs. */
  successors(marking: Marking): Successors
  /** The final marking is reached by silent moves alone. */
  accepts(marking: Marking): boolean
  /** How many markings have been met. */
  size(): number
}

/**
 * Contracts the silent transitions of a 1-safe net. For each visible transition only the silent ones that matter to it
 * are fired: a strong stubborn set with the visible transition as its goal (Valmari 1990; necessary enabling sets,
 * Godefroid 1996) — what is missing is looked for among the silent producers of one unmarked place, and what competes
 * with a candidate is a candidate too. So a join behind ten optional steps costs ten silent moves, not 2^10 markings.
 */
export function createTransitionSystem(net: Net): TransitionSystem {
  const width = Math.max(1, Math.ceil(net.places / 32))
  const mask = (places: readonly PlaceIndex[]): Int32Array => {
    const words = new Int32Array(width)
    for (const place of places) words[place >> 5] = at(words, place >> 5) | (1 << (place & 31))
    return words
  }
  const goals: Arcs[] = []
  const silents: Arcs[] = []
  const arcs = (
    consume: readonly PlaceIndex[],
    produce: readonly PlaceIndex[],
    reset: readonly PlaceIndex[],
  ): Arcs => ({
    label: -1,
    consume,
    produce,
    needs: mask(consume),
    keeps: mask([...consume, ...reset]).map((word) => ~word),
    sets: mask(produce),
    takes: mask(consume.filter((place) => !produce.includes(place))),
    region: mask(reset),
    rivals: [],
  })
  for (const { label, consume, produce, reset } of net.transitions) {
    if (label === undefined) silents.push(arcs(consume, produce, reset))
    else goals.push({ ...arcs(consume, produce, reset), label })
  }
  const end = arcs(net.final, [], [])
  const producers: Arcs[][] = Array.from({ length: net.places }, () => [])
  for (const silent of silents) {
    for (const place of silent.produce) if (!has(silent.needs, place)) producers[place]?.push(silent)
  }
  const consumers: Arcs[][] = Array.from({ length: net.places }, () => [])
  for (const silent of silents) silent.consume.forEach((place) => consumers[place]?.push(silent))
  for (const one of [...goals, ...silents, end]) {
    const rivals = new Set<Arcs>()
    for (const place of one.consume) {
      for (const other of consumers[place] ?? []) {
        if (other !== one && (has(one.takes, place) || has(other.takes, place))) rivals.add(other)
      }
    }
    one.rivals.push(...rivals)
  }
  // Silent moves within the region of a reset leave no trace behind it; those that cross its border do.
  for (const goal of goals) {
    const isInside = (words: Int32Array): boolean =>
      words.every((word, index) => (word & ~at(goal.region, index)) === 0)
    for (const silent of silents) {
      const touches = silent.needs.some((word, index) => (word & at(goal.region, index)) !== 0)
      if (!touches || (isInside(silent.needs) && isInside(silent.sets))) continue
      if (!goal.rivals.includes(silent)) goal.rivals.push(silent)
    }
  }
  goals.sort((a, b) => a.label - b.label)

  const ids = new Map<string, Marking>()
  const markings: Int32Array[] = []
  const successorsOf: (Successors | undefined)[] = []
  const acceptsOf: (boolean | undefined)[] = []

  const intern = (words: Int32Array): Marking => {
    const key = keyOf(words)
    const known = ids.get(key)
    if (known !== undefined) return known
    ids.set(key, markings.length)
    return markings.push(words) - 1
  }

  /** The markings, reached by silent moves that matter to `goal`, in which it is enabled. */
  const reach = (from: Int32Array, goal: Arcs): Int32Array[] => {
    const found: Int32Array[] = []
    const seen = new Set<string>([keyOf(from)])
    const stack = [from]
    for (let marking = stack.pop(); marking !== undefined; marking = stack.pop()) {
      if (isEnabled(goal, marking)) found.push(marking)
      for (const silent of stubborn(marking, goal)) {
        const next = fire(silent, marking)
        const key = keyOf(next)
        if (!seen.has(key)) {
          seen.add(key)
          stack.push(next)
        }
      }
    }
    return found
  }

  /** The enabled silent transitions of a strong stubborn set around `goal`. */
  const stubborn = (marking: Int32Array, goal: Arcs): Arcs[] => {
    const set = new Set<Arcs>([goal])
    const enabled: Arcs[] = []
    for (const one of set) {
      if (isEnabled(one, marking)) {
        if (one !== goal) enabled.push(one)
        one.rivals.forEach((rival) => set.add(rival))
        continue
      }
      let fewest: readonly Arcs[] | undefined
      for (const place of one.consume) {
        if (has(marking, place)) continue
        const makers = producers[place] ?? []
        if (fewest === undefined || makers.length < fewest.length) fewest = makers
      }
      fewest?.forEach((maker) => set.add(maker))
    }
    return enabled
  }

  /** Every place that silent moves could mark, conflicts left aside. */
  const horizon = (marking: Int32Array): Int32Array => {
    const words = marking.slice()
    const open = new Set(silents)
    for (let grown = true; grown;) {
      grown = false
      for (const silent of open) {
        if (!isEnabled(silent, words)) continue
        open.delete(silent)
        grown = true
        for (let index = 0; index < width; index++) words[index] = at(words, index) | at(silent.sets, index)
      }
    }
    return words
  }

  const explore = (marking: Int32Array): Successors => {
    const within = horizon(marking)
    const moves: { label: number; target: Marking }[] = []
    for (const goal of goals) {
      if (!isEnabled(goal, within)) continue
      for (const ready of reach(marking, goal)) {
        const target = intern(fire(goal, ready))
        if (!moves.some((move) => move.label === goal.label && move.target === target)) {
          moves.push({ label: goal.label, target })
        }
      }
    }
    return { labels: moves.map(({ label }) => label), targets: moves.map(({ target }) => target) }
  }

  return {
    initial: intern(mask(net.initial)),
    size: () => markings.length,
    successors(marking) {
      const known = successorsOf[marking]
      if (known !== undefined) return known
      const successors = explore(wordsOf(markings, marking))
      successorsOf[marking] = successors
      return successors
    },
    accepts(marking) {
      const known = acceptsOf[marking]
      if (known !== undefined) return known
      const accepts = reach(wordsOf(markings, marking), end).some((words) =>
        words.every((word, index) => word === at(end.needs, index)),
      )
      acceptsOf[marking] = accepts
      return accepts
    },
  }
}

/** A transition as bit masks over the places. */
interface Arcs {
  readonly label: number
  readonly consume: readonly PlaceIndex[]
  readonly produce: readonly PlaceIndex[]
  readonly needs: Int32Array
  readonly keeps: Int32Array
  readonly sets: Int32Array
  /** What it consumes and does not put back. */
  readonly takes: Int32Array
  /** What it resets. */
  readonly region: Int32Array
  /** Silent transitions that may disable it, or that it may disable. */
  readonly rivals: Arcs[]
}

function isEnabled({ needs }: Arcs, marking: Int32Array): boolean {
  for (let index = 0; index < needs.length; index++) {
    if ((at(marking, index) & at(needs, index)) !== at(needs, index)) return false
  }
  return true
}

function fire({ keeps, sets }: Arcs, marking: Int32Array): Int32Array {
  const next = new Int32Array(marking.length)
  for (let index = 0; index < next.length; index++) {
    next[index] = (at(marking, index) & at(keeps, index)) | at(sets, index)
  }
  return next
}

function keyOf(words: Int32Array): string {
  let key = ''
  for (const word of words) key += String.fromCharCode(word & 0xffff, word >>> 16)
  return key
}

function has(words: Int32Array, place: PlaceIndex): boolean {
  return (at(words, place >> 5) & (1 << (place & 31))) !== 0
}

function at(words: Int32Array, index: number): number {
  return words[index] ?? 0
}

function wordsOf(markings: readonly Int32Array[], marking: Marking): Int32Array {
  const words = markings[marking]
  if (words === undefined) throw new RangeError(`no marking ${marking}`)
  return words
}
