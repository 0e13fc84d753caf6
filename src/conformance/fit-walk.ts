import type { LabelIndex } from '../flow/effective-flow.ts'
import { type Machine, START } from './machine.ts'

/** Whether a word fits: a run shows it with no move beside it. Undefined: not known, too many runs would have to be told apart. */
export type FitWalk = (word: ArrayLike<number>) => boolean | undefined

/** All that a run may have come to behind what was read. */
interface State {
  /** By number: the same for the same content, as long as states are kept; −1: the state was made for one word. */
  readonly id: number
  /** Sources of the machine: `START`, leaves. */
  readonly sources: readonly number[]
  readonly within: readonly Within[]
  /** By label: the state behind it; null: there is none. Undefined: nothing is remembered. */
  readonly next: (State | null | undefined)[] | undefined
  accepts: boolean | undefined
}

/** A concurrent part that is under way, and what each child may have come to. */
interface Within {
  readonly fork: number
  readonly parts: readonly State[]
}

/** States are forgotten above this number. */
const MOST_STATES = 1 << 15
/** A unit keeps no states any more when of so many steps … */
const TRIAL = 2048
/** … more than one in so many met a state for the first time: words share too little. */
const SHARE = 4
/** Concurrent parts that are told apart at once. */
const MOST_WITHIN = 16

const NO_SOURCES: readonly number[] = []

/**
 * Reads words forwards through a machine without interrupts: the automaton of all runs, made deterministic as words need
 * it. A concurrent part is a tuple of states of its children. Where words share few tuples these are not kept: then a
 * word within one concurrent part changes the state of one child an event, and no more.
 */
export function createFitWalk(machine: Machine): FitWalk {
  let unit: Unit | undefined
  return (word) => {
    if (unit === undefined || unit.made() > MOST_STATES) unit = createUnit(machine)
    return unit.fits(word)
  }
}

interface Unit {
  readonly start: State
  /** Null: no run goes on; undefined: not known. */
  move(state: State, label: LabelIndex): State | null | undefined
  accepts(state: State): boolean
  fits(word: ArrayLike<number>): boolean | undefined
  /** How many states are kept, those of concurrent parts among them. */
  made(): number
}

function createUnit(machine: Machine): Unit {
  const forks = machine.forks.map(({ children, childOf, some }) => {
    const byLabel: number[] = []
    for (const [label, child] of childOf) byLabel[label] = child
    const units = children.map(createUnit)
    return { units, first: units.map(({ start }) => start), childOf: byLabel, some }
  })
  const known = new Map<string, State>()
  let moves = 0
  let made = 0
  let isKeeping = true

  const create = (sources: readonly number[], within: readonly Within[]): State => {
    if (!isKeeping) return { id: -1, sources, within, next: undefined, accepts: undefined }
    let key = sources.length === 1 ? `${sources[0]}` : sources.join()
    for (const { fork, parts } of within) {
      key += `|${fork}`
      for (const { id } of parts) key += `,${id}`
    }
    // States of children that are not kept cannot be told apart by number.
    if (within.some(({ parts }) => parts.some(({ id }) => id < 0))) {
      return { id: -1, sources, within, next: undefined, accepts: undefined }
    }
    let state = known.get(key)
    if (state === undefined) {
      state = { id: known.size, sources, within, next: [], accepts: undefined }
      known.set(key, state)
    }
    return state
  }

  const isOver = ({ fork, parts }: Within): boolean => {
    const { units, some } = forks[fork] as (typeof forks)[number]
    for (let child = 0; child < parts.length; child++) {
      const part = parts[child] as State
      const unit = units[child] as Unit
      // What is under way has shown something; of `some`, children that have not begun may be left out.
      if (!unit.accepts(part) && !(some && part === unit.start)) return false
    }
    return true
  }
  const accepts = (state: State): boolean =>
    (state.accepts ??=
      state.sources.some((source) => machine.next(source).end) ||
      state.within.some((one) => isOver(one) && machine.next(machine.behind(one.fork)).end))

  const step = (state: State, label: LabelIndex): State | null | undefined => {
    const sources: number[] = []
    const within: Within[] = []
    let isKnown = true
    const add = (fork: number, parts: readonly State[], child: number): void => {
      const unit = forks[fork]?.units[child] as Unit
      const next = unit.move(parts[child] as State, label)
      if (next === undefined) isKnown = false
      if (next === null || next === undefined) return
      const moved = parts.slice()
      moved[child] = next
      if (within.some((one) => one.fork === fork && one.parts.every((own, at) => own === moved[at]))) return
      if (within.push({ fork, parts: moved }) > MOST_WITHIN) isKnown = false
    }
    const from = (source: number): void => {
      const { leaves, forks: begun } = machine.next(source)
      for (const leaf of leaves) {
        if (machine.leaves[leaf] === label && !sources.includes(leaf)) sources.push(leaf)
      }
      for (const fork of begun) {
        const { first, childOf } = forks[fork] as (typeof forks)[number]
        const child = childOf[label]
        if (child !== undefined) add(fork, first, child)
      }
    }
    for (const source of state.sources) from(source)
    for (const one of state.within) {
      const child = forks[one.fork]?.childOf[label]
      if (child !== undefined) add(one.fork, one.parts, child)
      if (isOver(one)) from(machine.behind(one.fork))
    }
    if (!isKnown) return undefined
    if (sources.length + within.length === 0) return null
    if (sources.length > 1) sources.sort((a, b) => a - b)
    return create(sources, within)
  }

  const move = (state: State, label: LabelIndex): State | null | undefined => {
    const { next } = state
    if (next === undefined) return step(state, label)
    moves++
    const remembered = next[label]
    if (remembered !== undefined) return remembered
    made++
    if (moves > TRIAL && made > moves / SHARE) isKeeping = false
    const found = step(state, label)
    if (found !== undefined) next[label] = found
    return found
  }

  /**
   * Reads on within one concurrent part from a position, changing `parts`, as long as nothing else can go on: the
   * position where that ends; −1: no run goes on; −2: not known.
   */
  const readWithin = (word: ArrayLike<number>, from: number, fork: number, parts: State[]): number => {
    const { units, childOf } = forks[fork] as (typeof forks)[number]
    let open = 0
    for (let child = 0; child < parts.length; child++) {
      if (!(units[child] as Unit).accepts(parts[child] as State)) open++
    }
    for (let at = from; at < word.length; at++) {
      const label = word[at] as number
      const child = childOf[label]
      if (child === undefined || open === 0) return at
      const part = parts[child] as State
      const unit = units[child] as Unit
      const next = unit.move(part, label)
      if (next === null) return -1
      if (next === undefined) return -2
      if (!unit.accepts(part)) open--
      if (!unit.accepts(next)) open++
      parts[child] = next
    }
    return word.length
  }

  const start = create([START], [])
  return {
    start,
    move,
    accepts,
    fits(word) {
      let state = start
      for (let at = 0; at < word.length; at++) {
        const label = word[at] as number
        if (label < 0) return false
        const remembered = state.next?.[label]
        if (remembered !== undefined) {
          if (remembered === null) return false
          moves++
          state = remembered
          continue
        }
        const only = isKeeping || state.sources.length > 0 || state.within.length !== 1 ? undefined : state.within[0]
        if (only !== undefined && forks[only.fork]?.some === false) {
          const parts = only.parts.slice()
          const to = readWithin(word, at, only.fork, parts)
          if (to < 0) return to === -1 ? false : undefined
          if (to > at) {
            at = to - 1
            state = {
              id: -1,
              sources: NO_SOURCES,
              within: [{ fork: only.fork, parts }],
              next: undefined,
              accepts: undefined,
            }
            continue
          }
        }
        if (!machine.alphabet.has(label)) return false
        const next = move(state, label)
        if (next === null) return false
        if (next === undefined) return undefined
        state = next
      }
      return accepts(state)
    },
    made: () => forks.reduce((sum, { units }) => units.reduce((all, unit) => all + unit.made(), sum), made),
  }
}
