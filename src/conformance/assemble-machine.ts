import type { LabelIndex } from '../flow/effective-flow.ts'
import type { Automaton } from './automaton.ts'
import {
  AGAIN,
  COPY,
  FORK,
  LEAF,
  LEAST,
  LOWER,
  type Machine,
  NEVER,
  type Next,
  START,
  TRIGGER,
  UNTIL,
} from './machine.ts'

/** The tree a machine is made from. Points are numbers: `in` and `out` of each part. */
export type Part =
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'list' | 'one-of'; readonly parts: readonly Part[] }
  | { readonly kind: 'loop'; readonly body: Part; readonly back: Part }
  /** By set of the children that are over, and child: that child there. */
  | { readonly kind: 'orders'; readonly parts: readonly (readonly (Part | undefined)[])[] }
  /** `leaves`: by label and state behind it. */
  | { readonly kind: 'automaton'; readonly automaton: Automaton; readonly leafOf: ReadonlyMap<string, number> }
  | { readonly kind: 'fork'; readonly fork: number; readonly empty: boolean }
  | {
      readonly kind: 'scope'
      readonly child: Part
      readonly wait: number
      readonly triggers: readonly Interrupt[]
      readonly flow: boolean
    }

/** `ends`: it ends the flow around. */
export interface Interrupt {
  readonly leaf: number
  readonly handler: Part
  readonly ends: boolean
}

/** Parts one after another. */
export function list(parts: readonly Part[]): Part {
  return { kind: 'list', parts }
}

/** A part, or nothing. */
export function optional(part: Part): Part {
  return { kind: 'one-of', parts: [part, list([])] }
}

/** The machine of a tree: its program, and what silent moves reach. */
export function assemble(
  tree: Part,
  { leaves, triggers, forks, regions }: Pick<Machine, 'leaves' | 'triggers' | 'forks' | 'regions'>,
): Machine {
  const program: number[] = []
  let registers = 1
  // Silent moves between points: 0 the end, 1 the beginning.
  const silent: number[][] = [[], []]
  const entryOf: number[] = []
  const exitOf: number[] = []
  const forkEntry: number[] = []
  const forkExit: number[] = []
  const newPoint = (): number => silent.push([]) - 1
  const connect = (from: number, to: number): void => void silent[from]?.push(to)

  const leastOf = (each: readonly number[]): number =>
    each.reduce((one, other) => {
      program.push(LEAST, one, other, registers)
      return registers++
    })

  /**
   * States that lead to one another are passed over until nothing changes: what a leaf costs that is not computed yet is
   * taken from the pass before.
   */
  const emitAutomaton = (
    { accepts, labels, targets }: Automaton,
    leafOf: ReadonlyMap<string, number>,
    end: number,
    out: number,
  ): Spot => {
    const points = accepts.map(newPoint)
    const into: { readonly leaf: number; readonly priced: number; turn: number }[][] = accepts.map(() => [])
    for (const [key, leaf] of leafOf) {
      const [, target = 0] = key.split(',').map(Number)
      entryOf[leaf] = newPoint()
      exitOf[leaf] = points[target] as number
      into[target]?.push({ leaf, priced: registers++, turn: -1 })
    }
    const byLeaf = new Map(into.flatMap((ones) => ones.map((one) => [one.leaf, one] as const)))
    accepts.forEach((accepted, state) => {
      if (accepted) connect(points[state] as number, out)
      labels[state]?.forEach((label, at) => {
        const leaf = leafOf.get(`${label},${targets[state]?.[at]}`)
        connect(points[state] as number, entryOf[leaf ?? -1] as number)
      })
    })
    let first = end
    const isDone = new Set<number>()
    for (const component of componentsOf(targets)) {
      const within = new Set(component)
      const turning = new Set<number>()
      const costs = component.map((state) => {
        const sources = accepts[state] === true ? [end] : []
        labels[state]?.forEach((label, at) => {
          const one = byLeaf.get(leafOf.get(`${label},${targets[state]?.[at]}`) ?? -1)
          if (one === undefined) return
          const target = targets[state]?.[at] ?? 0
          if (within.has(target) && !isDone.has(target) && one.turn < 0) {
            one.turn = registers++
            turning.add(one.turn)
          }
          sources.push(isDone.has(target) ? one.priced : one.turn)
        })
        isDone.add(state)
        return sources
      })
      for (const turn of turning) program.push(NEVER, 0, 0, turn)
      const again = program.length
      component.forEach((state, at) => {
        const register = leastOf(costs[at] ?? [])
        for (const { leaf, priced, turn } of into[state] ?? []) {
          program.push(LEAF, leaf, register, priced)
          if (turn >= 0) program.push(LOWER, priced, 0, turn)
        }
        if (state === 0) first = register
      })
      if (turning.size > 0) program.push(UNTIL, 0, again, 0)
    }
    return { register: first, point: points[0] as number }
  }

  /** Emits the program of a part, its end being register `end` and point `out`; returns its beginning's. */
  const emit = (part: Part, end: number, out: number, flow: Spot): Spot => {
    switch (part.kind) {
      case 'leaf': {
        const register = registers++
        program.push(LEAF, part.leaf, end, register)
        const point = newPoint()
        entryOf[part.leaf] = point
        exitOf[part.leaf] = out
        return { register, point }
      }
      case 'list': {
        let at: Spot = { register: end, point: out }
        for (let index = part.parts.length - 1; index >= 0; index--) {
          at = emit(part.parts[index] as Part, at.register, at.point, flow)
        }
        return at
      }
      case 'one-of': {
        const point = newPoint()
        let register = -1
        for (const branch of part.parts) {
          const at = emit(branch, end, out, flow)
          connect(point, at.point)
          if (register < 0) register = at.register
          else {
            const least = registers++
            program.push(LEAST, register, at.register, least)
            register = least
          }
        }
        return { register, point }
      }
      case 'loop': {
        const turn = registers++
        program.push(COPY, end, 0, turn)
        const again = program.length
        const behind = newPoint()
        connect(behind, out)
        const body = emit(part.body, turn, behind, flow)
        const back = emit(part.back, body.register, body.point, flow)
        connect(behind, back.point)
        program.push(AGAIN, back.register, again, turn)
        return body
      }
      case 'fork': {
        const register = registers++
        program.push(FORK, part.fork, end, register)
        const point = newPoint()
        forkEntry[part.fork] = point
        forkExit[part.fork] = out
        if (part.empty) connect(point, out)
        return { register, point }
      }
      case 'orders': {
        const spots: Spot[] = []
        spots[part.parts.length] = { register: end, point: out }
        for (let over = part.parts.length - 1; over >= 0; over--) {
          const point = newPoint()
          const ways = (part.parts[over] ?? []).flatMap((child, at) => {
            const behind = spots[over | (1 << at)]
            return child === undefined || behind === undefined ? [] : [emit(child, behind.register, behind.point, flow)]
          })
          for (const way of ways) connect(point, way.point)
          spots[over] = { register: leastOf(ways.map(({ register }) => register)), point }
        }
        return spots[0] ?? { register: end, point: out }
      }
      case 'automaton':
        return emitAutomaton(part.automaton, part.leafOf, end, out)
      case 'scope': {
        const own: Spot = { register: end, point: out }
        let within = own
        if (part.wait >= 0) {
          within = { register: registers++, point: newPoint() }
          program.push(LEAF, part.wait, end, within.register)
          entryOf[part.wait] = within.point
          exitOf[part.wait] = out
          connect(within.point, out)
        }
        for (const { leaf, handler, ends } of part.triggers) {
          const to = ends ? flow : own
          const at = emit(handler, to.register, to.point, part.flow ? own : flow)
          program.push(TRIGGER, leaf, at.register, 0)
          entryOf[leaf] = -1
          exitOf[leaf] = at.point
        }
        // What ends a flow has still to pass where the flow's own interrupts can reach it.
        return emit(part.child, within.register, within.point, part.flow ? within : flow)
      }
    }
  }
  const start = emit(tree, 0, 0, { register: 0, point: 0 })
  connect(1, start.point)

  const leafAt = new Map(entryOf.flatMap((point, leaf) => (point < 0 ? [] : [[point, leaf] as const])))
  const forkAt = new Map(forkEntry.map((point, fork) => [point, fork]))
  const known = new Map<number, Next>()
  const close = (from: number): Next => {
    const seen = new Set([from])
    for (const point of seen) silent[point]?.forEach((next) => seen.add(next))
    const reached = [...seen].flatMap((point) => leafAt.get(point) ?? [])
    const forked = [...seen].flatMap((point) => forkAt.get(point) ?? [])
    for (const [trigger, region] of regions) {
      if (reached.some((leaf) => region.leaves.includes(leaf)) || forked.some((fork) => region.forks.includes(fork))) {
        reached.push(trigger)
      }
    }
    return { leaves: reached, forks: forked, end: seen.has(0) }
  }
  const leavesOf = new Map<LabelIndex, number[]>()
  leaves.forEach((label, leaf) => {
    if (label >= 0) leavesOf.set(label, [...(leavesOf.get(label) ?? []), leaf])
  })
  const alphabet = new Set([...leavesOf.keys(), ...forks.flatMap(({ childOf }) => [...childOf.keys()])])
  return {
    program: Int32Array.from(program),
    registers,
    start: start.register,
    leaves,
    triggers,
    leavesOf,
    forks,
    regions,
    alphabet,
    next(source) {
      let next = known.get(source)
      if (next === undefined) {
        const point = source === START ? 1 : source < leaves.length ? exitOf[source] : forkExit[source - leaves.length]
        next = close(point ?? 0)
        known.set(source, next)
      }
      return next
    },
    behind: (fork) => leaves.length + fork,
  }
}

interface Spot {
  readonly register: number
  readonly point: number
}

/** Nodes that lead to one another, by Tarjan 1972: each component after those it leads to; within one, as they are left. */
function componentsOf(targets: readonly (readonly number[])[]): number[][] {
  const order: number[] = targets.map(() => -1)
  const lowest: number[] = []
  const isOpen: boolean[] = []
  const left: number[] = []
  const stack: number[] = []
  const components: number[][] = []
  let [met, gone] = [0, 0]
  for (let root = 0; root < targets.length; root++) {
    if ((order[root] as number) >= 0) continue
    const path = [{ node: root, at: 0 }]
    while (path.length > 0) {
      const step = path.at(-1) as { node: number; at: number }
      const { node } = step
      if (step.at === 0) {
        order[node] = lowest[node] = met++
        isOpen[node] = true
        stack.push(node)
      }
      const next = targets[node]?.[step.at++]
      if (next !== undefined) {
        if ((order[next] as number) < 0) path.push({ node: next, at: 0 })
        else if (isOpen[next] === true) lowest[node] = Math.min(lowest[node] as number, order[next] as number)
        continue
      }
      path.pop()
      left[node] = gone++
      const before = path.at(-1)
      if (before !== undefined) lowest[before.node] = Math.min(lowest[before.node] as number, lowest[node] as number)
      if (lowest[node] !== order[node]) continue
      const component = stack.splice(stack.lastIndexOf(node))
      for (const one of component) isOpen[one] = false
      components.push(component.sort((a, b) => (left[a] as number) - (left[b] as number)))
    }
  }
  return components
}
