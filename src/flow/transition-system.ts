import type { Net, PlaceIndex } from './net.ts'
import { createSystemParts, type SystemParts } from './sequential-parts.ts'

/** A marking, by number: numbers are given out as markings are met and mean nothing beyond one system. */
export type Marking = number

/** What may show next in a marking: parallel lists, ordered by label; a label may stand there more than once. */
interface Successors {
  readonly labels: readonly number[]
  readonly targets: readonly Marking[]
}

/** The visible behaviour of a net, found as it is asked for and kept: silent transitions are contracted. */
export interface TransitionSystem {
  readonly initial: Marking
  /** The visible moves from a marking, each after the silent moves that it needs. */
  successors(marking: Marking): Successors
  /** The same for one label: the markings behind it. Where no more is asked of a marking, less is found out. */
  follow(marking: Marking, label: number): readonly Marking[]
  /** The final marking is reached by silent moves alone. */
  accepts(marking: Marking): boolean
  /** Parts of the net that hold one token each; looked for when they are asked for. */
  parts(): SystemParts
  /** How many markings have been met. */
  size(): number
  /**
   * The system gave up: silent moves without end, or no room for markings. From then on moves may be missing, so nothing
   * found later is proved. Absent where it cannot happen.
   */
  readonly overflowed?: () => boolean
}

/** How much a system may hold before it gives up (`overflowed`). */
export interface SystemLimits {
  /** Of all markings and what follows from them, about. */
  readonly bytes?: number
}

const MOST_BYTES = 2 ** 29
/** What a marking takes beside its words, and a visible move from it. */
const MARKING_BYTES = 240
const MOVE_BYTES = 24

/**
 * Contracts the silent transitions of a 1-safe net. For each visible transition only the silent ones that matter to it
 * are fired: a strong stubborn set with the visible transition as its goal (Valmari 1990; necessary enabling sets,
 * Godefroid 1996) — what is missing is looked for among the silent producers of one unmarked place, and what competes
 * with a candidate is a candidate too. So a join behind ten optional steps costs ten silent moves, not 2^10 markings.
 */
export function createTransitionSystem(
  net: Net,
  { bytes: mostBytes = MOST_BYTES }: SystemLimits = {},
): TransitionSystem {
  const width = Math.max(1, Math.ceil(net.places / 32))
  const mark = (places: readonly PlaceIndex[], words = new Int32Array(width)): Int32Array => {
    for (const place of places) words[place >> 5] = at(words, place >> 5) | (1 << (place & 31))
    return words
  }
  const goals: Arcs[] = []
  const silents: Arcs[] = []
  for (const { label, consume, produce, reset } of net.transitions) {
    const takes = new Set(consume.filter((place) => !produce.includes(place)))
    const arcs: Arcs = { label: label ?? -1, consume, produce, clears: [...consume, ...reset], takes, rivals: [] }
    ;(label === undefined ? silents : goals).push(arcs)
  }
  const end: Arcs = { label: -1, consume: net.final, produce: [], clears: [], takes: new Set(net.final), rivals: [] }
  const final = mark(net.final)

  const producers: Arcs[][] = Array.from({ length: net.places }, () => [])
  const consumers: Arcs[][] = Array.from({ length: net.places }, () => [])
  for (const silent of silents) {
    for (const place of silent.produce) if (!silent.consume.includes(place)) producers[place]?.push(silent)
    for (const place of silent.consume) consumers[place]?.push(silent)
  }
  for (const one of [...goals, ...silents, end]) {
    const rivals = new Set<Arcs>()
    for (const place of one.consume) {
      for (const other of consumers[place] ?? []) {
        if (other !== one && (one.takes.has(place) || other.takes.has(place))) rivals.add(other)
      }
    }
    // Silent moves within the region of a reset leave no trace behind it; those that cross its border do.
    const region = new Set(one.clears.slice(one.consume.length))
    for (const place of region) {
      for (const other of consumers[place] ?? []) {
        if (![...other.consume, ...other.produce].every((touched) => region.has(touched))) rivals.add(other)
      }
    }
    one.rivals.push(...rivals)
  }
  goals.sort((a, b) => a.label - b.label)

  const ids = new Map<string, Marking>()
  const markings: Int32Array[] = []
  const successorsOf: (Successors | undefined)[] = []
  const acceptsOf: (boolean | undefined)[] = []

  let bytes = 0
  let overflow = false

  /** The number of a marking; undefined if there is no room for it. */
  const intern = (words: Int32Array): Marking | undefined => {
    const key = keyOf(words)
    const known = ids.get(key)
    if (known !== undefined) return known
    bytes += MARKING_BYTES + 8 * width
    if (bytes > mostBytes) overflow = true
    if (overflow) return undefined
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
        mark(silent.produce, words)
      }
    }
    return words
  }

  const goalsOf = new Map<number, Arcs[]>()
  for (const goal of goals) {
    const known = goalsOf.get(goal.label)
    if (known === undefined) goalsOf.set(goal.label, [goal])
    else known.push(goal)
  }
  const followed = new Map<number, readonly Marking[]>()
  /** Above all labels. */
  const most = goals.reduce((above, { label }) => Math.max(above, label + 1), 1)

  /** Adds what is behind the visible transitions of one label. */
  const exploreLabel = (marking: Int32Array, within: Int32Array, label: number, targets: Marking[]): void => {
    const first = targets.length
    for (const goal of goalsOf.get(label) ?? []) {
      if (!isEnabled(goal, within)) continue
      for (const ready of reach(marking, goal)) {
        const target = intern(fire(goal, ready))
        if (target === undefined) break
        if (targets.indexOf(target, first) < 0) targets.push(target)
      }
    }
    bytes += (targets.length - first) * MOVE_BYTES
  }

  const explore = (marking: Marking): Successors => {
    const words = wordsOf(markings, marking)
    const within = horizon(words)
    const labels: number[] = []
    const targets: Marking[] = []
    for (const label of goalsOf.keys()) {
      const key = marking * most + label
      const known = followed.get(key)
      if (known === undefined) exploreLabel(words, within, label, targets)
      else {
        targets.push(...known)
        followed.delete(key)
      }
      while (labels.length < targets.length) labels.push(label)
    }
    return { labels, targets }
  }

  let found: SystemParts | undefined
  return {
    initial: intern(mark(net.initial)) ?? 0,
    parts() {
      // A reset takes tokens wherever they are.
      const isPlain = net.transitions.every(({ reset }) => reset.length === 0)
      const plain = { ...net, transitions: isPlain ? net.transitions : [], finals: [net.final] }
      return (found ??= createSystemParts(plain, (marking, place) => has(wordsOf(markings, marking), place)))
    },
    size: () => markings.length,
    overflowed: () => overflow,
    successors(marking) {
      const known = successorsOf[marking]
      if (known !== undefined) return known
      const successors = explore(marking)
      successorsOf[marking] = successors
      return successors
    },
    follow(marking, label) {
      if (!goalsOf.has(label)) return []
      const known = successorsOf[marking]
      if (known !== undefined) return known.targets.filter((_, at) => known.labels[at] === label)
      const key = marking * most + label
      let targets = followed.get(key)
      if (targets === undefined) {
        const words = wordsOf(markings, marking)
        const found: Marking[] = []
        exploreLabel(words, horizon(words), label, found)
        followed.set(key, (targets = found))
      }
      return targets
    },
    accepts(marking) {
      const known = acceptsOf[marking]
      if (known !== undefined) return known
      const accepts = reach(wordsOf(markings, marking), end).some((words) =>
        words.every((word, index) => word === at(final, index)),
      )
      acceptsOf[marking] = accepts
      return accepts
    },
  }
}

/** A transition with what stands in its way. */
interface Arcs {
  readonly label: number
  readonly consume: readonly PlaceIndex[]
  readonly produce: readonly PlaceIndex[]
  /** What is unmarked before `produce` is marked. */
  readonly clears: readonly PlaceIndex[]
  /** What it consumes and does not put back. */
  readonly takes: ReadonlySet<PlaceIndex>
  /** Silent transitions that may disable it, or that it may disable. */
  readonly rivals: Arcs[]
}

function isEnabled({ consume }: Arcs, marking: Int32Array): boolean {
  return consume.every((place) => has(marking, place))
}

function fire({ clears, produce }: Arcs, marking: Int32Array): Int32Array {
  const next = marking.slice()
  for (const place of clears) next[place >> 5] = at(next, place >> 5) & ~(1 << (place & 31))
  for (const place of produce) next[place >> 5] = at(next, place >> 5) | (1 << (place & 31))
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
