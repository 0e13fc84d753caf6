import type { LabelIndex } from '../flow/effective-flow.ts'
import type { TransitionSystem } from '../flow/transition-system.ts'

/** A finite automaton: state 0 is the first; by state, whether a run may end there, and the labels that may show next. */
export interface Automaton {
  readonly accepts: readonly boolean[]
  /** By state, parallel lists: the label, and the state behind it. */
  readonly labels: readonly (readonly LabelIndex[])[]
  readonly targets: readonly (readonly number[])[]
}

/** An automaton is given up where it has more of these. */
export interface AutomatonLimits {
  readonly states: number
  readonly edges: number
}

type Explored = Pick<TransitionSystem, 'initial' | 'successors' | 'accepts' | 'overflowed'>

/**
 * The automaton of a system, all of it: states from which the end is reached, and of those from which the same is
 * possible (bisimilar ones, by partition refinement as Moore 1956) one only. Undefined where it is too large, or the end
 * is not reached at all.
 */
export function readAutomaton(system: Explored, limits: AutomatonLimits): Automaton | undefined {
  const numbers = new Map([[system.initial, 0]])
  const markings = [system.initial]
  const labels: (readonly number[])[] = []
  const targets: number[][] = []
  let edges = 0
  for (let state = 0; state < markings.length; state++) {
    const next = system.successors(markings[state] as number)
    edges += next.labels.length
    if (markings.length > limits.states || edges > limits.edges) return undefined
    labels.push(next.labels)
    targets.push(
      next.targets.map((marking) => {
        const known = numbers.get(marking)
        if (known !== undefined) return known
        numbers.set(marking, markings.length)
        return markings.push(marking) - 1
      }),
    )
  }
  const accepts = markings.map((marking) => system.accepts(marking))
  if (system.overflowed?.() === true) return undefined
  const whole = trim({ accepts, labels, targets })
  return whole === undefined ? undefined : merge(whole)
}

/** All interleavings of runs of the automata; of those that are alike it does not matter which one moves. */
export function interleave(automata: readonly Automaton[], limits: AutomatonLimits): Automaton | undefined {
  const keys = automata.map((one) => JSON.stringify(one))
  const sorted = automata
    .map((one, at) => ({ one, key: keys[at] as string }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const parts = sorted.map(({ one }) => one)
  const isLikeLast = sorted.map(({ key }, at) => at > 0 && sorted[at - 1]?.key === key)
  // Each part comes to each of its states whatever the others do; of k that are alike only how many stand where counts.
  let states = 1
  parts.forEach(({ accepts }, at) => {
    const alike = isLikeLast.lastIndexOf(false, at)
    states = (states * (accepts.length + at - alike)) / (at - alike + 1)
  })
  if (states > limits.states) return undefined
  const tuples: (readonly number[])[] = []
  const numbers = new Map<string, number>()
  const intern = (tuple: number[]): number => {
    // Within each stretch of like parts in order.
    for (let at = 1; at < tuple.length; at++) {
      for (let to = at; isLikeLast[to] === true && (tuple[to] as number) < (tuple[to - 1] as number); to--) {
        ;[tuple[to - 1], tuple[to]] = [tuple[to] as number, tuple[to - 1] as number]
      }
    }
    const key = tuple.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, tuples.length)
    return tuples.push(tuple) - 1
  }
  return readAutomaton(
    {
      initial: intern(parts.map(() => 0)),
      successors(state) {
        const tuple = tuples[state] as readonly number[]
        const moves = new Map<string, { label: number; target: number }>()
        parts.forEach((part, at) => {
          const own = tuple[at] as number
          if (isLikeLast[at] === true && own === tuple[at - 1]) return
          part.labels[own]?.forEach((label, index) => {
            const target = intern(tuple.with(at, part.targets[own]?.[index] ?? 0))
            moves.set(`${label},${target}`, { label, target })
          })
        })
        const all = [...moves.values()].sort((a, b) => a.label - b.label)
        return { labels: all.map(({ label }) => label), targets: all.map(({ target }) => target) }
      },
      accepts: (state) => parts.every(({ accepts }, at) => accepts[tuples[state]?.[at] ?? 0] === true),
    },
    limits,
  )
}

/** Without the states from which the end is not reached; undefined: the first is one of them. */
function trim({ accepts, labels, targets }: Automaton): Automaton | undefined {
  const sources: number[][] = accepts.map(() => [])
  targets.forEach((of, state) => of.forEach((target) => sources[target]?.push(state)))
  const alive = new Set(accepts.flatMap((accepted, state) => (accepted ? [state] : [])))
  for (const state of alive) sources[state]?.forEach((source) => alive.add(source))
  if (!alive.has(0)) return undefined
  if (alive.size === accepts.length) return { accepts, labels, targets }
  const kept = [...alive].sort((a, b) => a - b)
  const numbers = new Map(kept.map((state, at) => [state, at]))
  const within = (state: number): number[] =>
    (targets[state] ?? []).flatMap((target, index) => (alive.has(target) ? [index] : []))
  return {
    accepts: kept.map((state) => accepts[state] === true),
    labels: kept.map((state) => within(state).map((index) => labels[state]?.[index] ?? 0)),
    targets: kept.map((state) => within(state).map((index) => numbers.get(targets[state]?.[index] ?? 0) ?? 0)),
  }
}

/** One state for all that are bisimilar. */
function merge({ accepts, labels, targets }: Automaton): Automaton {
  let classes = accepts.map((accepted): number => (accepted === accepts[0] ? 0 : 1))
  const signature = (state: number): string => {
    const base = accepts.length
    const of = targets[state] ?? []
    const moves = Float64Array.from(of, (to, at) => (labels[state]?.[at] ?? 0) * base + (classes[to] ?? 0)).sort()
    let key = `${classes[state]}`
    for (let at = 0; at < moves.length; at++) if (moves[at] !== moves[at - 1]) key += `,${moves[at]}`
    return key
  }
  for (let count = 1; ;) {
    const numbers = new Map<string, number>()
    const finer = accepts.map((_, state) => {
      const key = signature(state)
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, numbers.size)
      return numbers.size - 1
    })
    classes = finer
    if (numbers.size === count) break
    count = numbers.size
  }
  const chosen: number[] = []
  classes.forEach((own, state) => void (chosen[own] ??= state))
  const moves = chosen.map((state) => {
    const found = new Map<string, { label: number; target: number }>()
    targets[state]?.forEach((to, at) => {
      const [label, target] = [labels[state]?.[at] ?? 0, classes[to] ?? 0]
      found.set(`${label},${target}`, { label, target })
    })
    return [...found.values()].sort((a, b) => a.label - b.label || a.target - b.target)
  })
  return {
    accepts: chosen.map((state) => accepts[state] === true),
    labels: moves.map((of) => of.map(({ label }) => label)),
    targets: moves.map((of) => of.map(({ target }) => target)),
  }
}
