import type { LabelIndex } from '../flow/effective-flow.ts'
import type { Point } from './cost-to-go.ts'
import { type Machine, type Next, START } from './machine.ts'

const NO_PARTS: readonly Point[] = []
const NOTHING: Next = { leaves: [], forks: [], end: false }

/** Where every run of a machine begins. */
export const BEGINNING: Point = { source: START, fork: -1, parts: NO_PARTS }

function pointAt(source: number): Point {
  return { source, fork: -1, parts: NO_PARTS }
}

function pointWithin(fork: number, parts: readonly Point[]): Point {
  return { source: START, fork, parts }
}

/** Where a move of the label may lead from a point. */
export function successors(machine: Machine, point: Point, label: LabelIndex): Point[] {
  const found: Point[] = []
  if (!machine.alphabet.has(label)) return found
  if (point.fork >= 0) {
    step(machine, point.fork, point.parts, label, found)
    for (const [leaf, region] of machine.regions) {
      if (machine.leaves[leaf] === label && region.forks.includes(point.fork)) found.push(pointAt(leaf))
    }
  }
  const { leaves, forks } = nextOf(machine, point)
  for (const leaf of leaves) if (machine.leaves[leaf] === label) found.push(pointAt(leaf))
  for (const fork of forks) {
    const parts = machine.forks[fork]?.children.map(() => BEGINNING) ?? []
    step(machine, fork, parts, label, found)
  }
  return found
}

function step(machine: Machine, fork: number, parts: readonly Point[], label: LabelIndex, found: Point[]): void {
  const { children, childOf } = machine.forks[fork] ?? { children: [], childOf: new Map<number, number>() }
  const at = childOf.get(label)
  const child = children[at ?? -1]
  const part = parts[at ?? -1]
  if (child === undefined || part === undefined) return
  for (const next of successors(child, part, label)) {
    found.push(pointWithin(fork, parts.with(at ?? 0, next)))
  }
}

/** Adds the labels that may come next by model moves, which an interrupt never does. */
export function collectLabels(machine: Machine, point: Point, labels: Set<LabelIndex>): void {
  if (point.fork >= 0) collectWithin(machine, point.fork, point.parts, labels)
  const { leaves, forks } = nextOf(machine, point)
  for (const leaf of leaves) {
    const label = machine.leaves[leaf] ?? -1
    if (label >= 0 && machine.triggers[leaf] !== true) labels.add(label)
  }
  for (const fork of forks) {
    collectWithin(machine, fork, machine.forks[fork]?.children.map(() => BEGINNING) ?? [], labels)
  }
}

function collectWithin(machine: Machine, fork: number, parts: readonly Point[], labels: Set<LabelIndex>): void {
  machine.forks[fork]?.children.forEach((child, index) => {
    const part = parts[index]
    if (part !== undefined) collectLabels(child, part, labels)
  })
}

/** What silent moves reach from a point; from within a fork only if it may be left. */
function nextOf(machine: Machine, { source, fork, parts }: Point): Next {
  if (fork < 0) return machine.next(source)
  const { children, some } = machine.forks[fork] ?? { children: [], some: false }
  const isOver = children.every((child, index) => {
    const part = parts[index] ?? BEGINNING
    return (some && isBeginning(part)) || nextOf(child, part).end
  })
  const isLeft = isOver && (!some || parts.some((part) => !isBeginning(part)))
  return isLeft ? machine.next(machine.behind(fork)) : NOTHING
}

export function isSamePoint(a: Point, b: Point): boolean {
  if (a === b) return true
  if (a.source !== b.source || a.fork !== b.fork) return false
  return a.parts.every((part, child) => isSamePoint(part, b.parts[child] ?? BEGINNING))
}

function isBeginning({ source, fork }: Point): boolean {
  return fork < 0 && source === START
}
