import type { LabelIndex } from '../flow/effective-flow.ts'
import { type Machine, START } from './machine.ts'

/** Whether a word fits: a run shows it with no move beside it. Undefined: not known, the walk has stopped being of use. */
export type FitWalk = (word: ArrayLike<number>) => boolean | undefined

/** All that a run may have come to behind what was read; made once, however it was come to. */
interface State {
  readonly id: number
  /** Sources of the machine: `START`, leaves. */
  readonly sources: readonly number[]
  readonly within: readonly Within[]
  readonly accepts: boolean
  /** By label: the state behind it; null: there is none. */
  readonly next: (State | null | undefined)[]
}

/** A concurrent part that is under way, and what each child may have come to. */
interface Within {
  readonly fork: number
  readonly parts: readonly State[]
}

/** States are forgotten above this number. */
const MOST_STATES = 1 << 15
/** The walk stops when of so many steps … */
const TRIAL = 1024
/** … more than one in so many met a state for the first time: words share too little. */
const SHARE = 12

/**
 * Reads words forwards through a machine without interrupts: the automaton of all runs, made deterministic as words need
 * it. A concurrent part is a tuple of states of its children, so that it is no larger than what words meet.
 */
export function createFitWalk(machine: Machine): FitWalk {
  let unit: Unit | undefined
  let steps = 0
  let isOver = false
  return (word) => {
    if (isOver) return undefined
    unit ??= createUnit(machine)
    let state = unit.start
    for (let at = 0; at < word.length; at++) {
      const label = word[at] as number
      let next = state.next[label]
      if (next === undefined) {
        if (!machine.alphabet.has(label)) return false
        next = unit.step(state, label)
        state.next[label] = next
      }
      steps++
      if (next === null) return false
      state = next
    }
    const made = unit.made()
    if (steps > TRIAL && made > steps / SHARE) isOver = true
    else if (made > MOST_STATES) unit = undefined
    return state.accepts
  }
}

interface Unit {
  readonly start: State
  step(state: State, label: LabelIndex): State | null
  /** How many states were made, those of concurrent parts among them. */
  made(): number
}

function createInterner(
  accepts: (sources: readonly number[], within: readonly Within[]) => boolean,
): (sources: readonly number[], within: readonly Within[]) => State {
  const known = new Map<string, State>()
  return (sources, within) => {
    let key = sources.length === 1 ? `${sources[0]}` : sources.join()
    for (const { fork, parts } of within) {
      key += `|${fork}`
      for (const { id } of parts) key += `,${id}`
    }
    let state = known.get(key)
    if (state === undefined) {
      state = { id: known.size, sources, within, accepts: accepts(sources, within), next: [] }
      known.set(key, state)
    }
    return state
  }
}

function createUnit(machine: Machine): Unit {
  const children = machine.forks.map((fork) => fork.children.map(createUnit))
  const isOver = ({ fork, parts }: Within): boolean => {
    if (machine.forks[fork]?.some !== true) return parts.every((part) => part.accepts)
    // What is under way has shown something; children that have not begun may be left out.
    return parts.every((part, child) => part.accepts || part === children[fork]?.[child]?.start)
  }
  let made = 0
  const intern = createInterner((sources, within) => {
    made++
    return (
      sources.some((source) => machine.next(source).end) ||
      within.some((one) => isOver(one) && machine.next(machine.behind(one.fork)).end)
    )
  })
  const start = intern([START], [])
  return {
    start,
    step(state, label) {
      const sources: number[] = []
      const within: Within[] = []
      const add = (fork: number, parts: readonly State[]): void => {
        const child = machine.forks[fork]?.childOf.get(label)
        if (child === undefined) return
        const part = parts[child] as State
        const unit = children[fork]?.[child] as Unit
        let next = part.next[label]
        if (next === undefined) {
          next = unit.step(part, label)
          part.next[label] = next
        }
        if (next === null) return
        const moved = parts.slice()
        moved[child] = next
        if (!within.some((one) => one.fork === fork && one.parts.every((own, at) => own === moved[at]))) {
          within.push({ fork, parts: moved })
        }
      }
      const from = (source: number): void => {
        const { leaves, forks } = machine.next(source)
        for (const leaf of leaves) {
          if (machine.leaves[leaf] === label && !sources.includes(leaf)) sources.push(leaf)
        }
        for (const fork of forks) {
          if (machine.forks[fork]?.childOf.has(label) === true)
            add(
              fork,
              (children[fork] as Unit[]).map((unit) => unit.start),
            )
        }
      }
      for (const source of state.sources) from(source)
      for (const one of state.within) {
        add(one.fork, one.parts)
        if (isOver(one)) from(machine.behind(one.fork))
      }
      if (sources.length + within.length === 0) return null
      if (sources.length > 1) sources.sort((a, b) => a - b)
      return intern(sources, within)
    },
    // Rarely asked for: once a word.
    made: () => children.reduce((sum, units) => units.reduce((all, unit) => all + unit.made(), sum), made),
  }
}
