import type { Proof, Step } from '../model/flow.ts'
import type { PetriNet } from '../model/petri-net.ts'
import type { Rule } from '../model/rule.ts'
import { canFinish } from '../flow/can-finish.ts'
import type { Block, EffectiveFlow } from '../flow/effective-flow.ts'
import { longestRising } from './longest-rising.ts'

/**
 * One difference of a flow (`here`) from another (`there`). Steps are the same step where their effective ids are, else where
 * their proofs are; norms by their key (`by`, `within`, …), rules by their name, interrupts by their proof.
 */
export type FlowDifference =
  | { readonly kind: 'step-more' | 'step-less'; readonly id: string; readonly step: Step }
  /** Done at another point of the order that the common steps have. */
  | { readonly kind: 'step-moved'; readonly id: string; readonly step: Step; readonly other: Step }
  /** Must be done in one of the two, and may be left out in the other. */
  | { readonly kind: 'step-free' | 'step-bound'; readonly id: string; readonly step: Step; readonly other: Step }
  | { readonly kind: 'norm'; readonly id: string; readonly key: string; readonly here?: Rule; readonly there?: Rule }
  | { readonly kind: 'rule'; readonly id: string; readonly here?: Rule; readonly there?: Rule }
  | { readonly kind: 'interrupt-more' | 'interrupt-less'; readonly id: string; readonly proof: Proof }

interface Entry {
  readonly id: string
  readonly step: Step
  /** On every way through the flow that no interrupt cuts short. */
  readonly bound: boolean
}

/** Steps, order, limits, phrases, roles, rules, interrupts of one effective flow against another; empty where all is the same. */
export function compareEffectiveFlows(here: EffectiveFlow, there: EffectiveFlow): FlowDifference[] {
  const [ours, theirs] = [listSteps(here), listSteps(there)]
  const partner = matchSteps(ours, theirs)
  const ids = new Map([...partner].map(([our, their]) => [their.id, our.id]))
  const differences: FlowDifference[] = []
  const moved = findMoved(ours, theirs, partner)
  for (const entry of ours) {
    const { id, step, bound } = entry
    const other = partner.get(entry)
    if (!other) {
      differences.push({ kind: 'step-more', id, step })
      continue
    }
    if (moved.has(entry)) differences.push({ kind: 'step-moved', id, step, other: other.step })
    if (bound !== other.bound) {
      differences.push({ kind: bound ? 'step-bound' : 'step-free', id, step, other: other.step })
    }
    for (const { key, here: our, there: their } of pairRules(step.rules, other.step.rules, ids)) {
      differences.push({ kind: 'norm', id, key, ...(our ? { here: our } : {}), ...(their ? { there: their } : {}) })
    }
  }
  const known = new Set(partner.values())
  for (const entry of theirs) {
    if (!known.has(entry)) differences.push({ kind: 'step-less', id: entry.id, step: entry.step })
  }
  const flowRules = (flow: EffectiveFlow) => {
    const onSteps = new Set([...flow.steps.values()].flatMap(({ step }) => step.rules.map(({ id }) => id)))
    return flow.rules.filter(({ id }) => !onSteps.has(id))
  }
  for (const { key, here: our, there: their } of pairRules(flowRules(here), flowRules(there), ids)) {
    differences.push({ kind: 'rule', id: key, ...(our ? { here: our } : {}), ...(their ? { there: their } : {}) })
  }
  return [...differences, ...compareInterrupts(here, there)]
}

function listSteps(flow: EffectiveFlow): Entry[] {
  const free = new Set<number>()
  const visit = (block: Block, isFree: boolean): void => {
    switch (block.kind) {
      case 'label':
        if (isFree) free.add(block.label)
        return
      case 'optional':
        return visit(block.child, true)
      case 'choice':
      case 'some':
        return block.children.forEach((child) => visit(child, isFree || block.children.length > 1))
      case 'repeat':
        visit(block.do, isFree)
        return visit(block.redo, true)
      case 'net':
        for (const child of block.children)
          if (child.kind === 'label' && canSkip(block.net, child.label)) free.add(child.label)
        return
      case 'scope':
        visit(block.child, isFree)
        block.interrupts.forEach(({ handler }) => visit(handler, true))
        block.anywhere.forEach(({ label, min }) => void ((isFree || min === 0) && free.add(label)))
        return
      default:
        return block.children.forEach((child) => visit(child, isFree))
    }
  }
  visit(flow.root, false)
  return [...flow.steps].map(([id, { step, label }]) => ({ id, step, bound: !free.has(label) }))
}

/** Whether a net can end without the label; where that is not found out, it is taken to. */
function canSkip(net: PetriNet, label: number): boolean {
  const transitions = net.transitions.filter((transition) => transition.label !== label)
  return canFinish({ ...net, transitions }, { closure: 10_000 }) !== false
}

function matchSteps(ours: readonly Entry[], theirs: readonly Entry[]): Map<Entry, Entry> {
  const partner = new Map<Entry, Entry>()
  const left = new Set(theirs)
  const take = (key: (entry: Entry) => string): void => {
    const open = new Map<string, Entry[]>()
    for (const entry of left) {
      const list = open.get(key(entry))
      if (list) list.push(entry)
      else open.set(key(entry), [entry])
    }
    for (const entry of ours) {
      const other = partner.has(entry) ? undefined : open.get(key(entry))?.shift()
      if (!other) continue
      partner.set(entry, other)
      left.delete(other)
    }
  }
  take(({ id }) => id)
  take(({ step }) => textOf(step.proof, new Map()))
  return partner
}

/** Common steps outside a longest common order of both flows. */
function findMoved(ours: readonly Entry[], theirs: readonly Entry[], partner: ReadonlyMap<Entry, Entry>): Set<Entry> {
  const position = new Map(theirs.map((entry, i) => [entry, i]))
  const common = ours.flatMap((entry) => {
    const other = partner.get(entry)
    return other ? [{ entry, at: position.get(other) ?? 0 }] : []
  })
  const kept = new Set(longestRising(common.map(({ at }) => at)).map((i) => common[i]?.entry))
  return new Set(common.map(({ entry }) => entry).filter((entry) => !kept.has(entry)))
}

/** Rules by the last part of their id; only pairs that differ. */
function pairRules(here: readonly Rule[], there: readonly Rule[], ids: ReadonlyMap<string, string>) {
  const keyOf = ({ id }: Rule) => id.slice(id.lastIndexOf('/') + 1)
  const theirs = new Map(there.map((rule) => [keyOf(rule), rule]))
  const pairs: { key: string; here?: Rule; there?: Rule }[] = []
  for (const rule of here) {
    const key = keyOf(rule)
    const other = theirs.get(key)
    theirs.delete(key)
    if (!other) pairs.push({ key, here: rule })
    else if (meaningOf(rule, new Map()) !== meaningOf(other, ids)) pairs.push({ key, here: rule, there: other })
  }
  for (const [key, rule] of theirs) pairs.push({ key, there: rule })
  return pairs
}

function meaningOf({ spec, applies, critical, speaker, scope }: Rule, ids: ReadonlyMap<string, string>): string {
  return textOf({ spec, applies: applies?.source, critical, speaker, scope }, ids)
}

/** What something says, wherever it is written and whatever it is called: without places and names, steps by their partners. */
function textOf(value: unknown, ids: ReadonlyMap<string, string>): string {
  return JSON.stringify(value, (key: string, inner: unknown) => {
    if (key === 'place' || key === 'name' || key === 'text') return undefined
    return (key === 'step' || key === 'ref') && typeof inner === 'string' ? (ids.get(inner) ?? inner) : inner
  })
}

function compareInterrupts(here: EffectiveFlow, there: EffectiveFlow): FlowDifference[] {
  const listOf = (flow: EffectiveFlow) =>
    new Map(
      flow.labels.flatMap((label) =>
        label.kind === 'interrupt' ? [[textOf(label.proof, new Map()), label] as const] : [],
      ),
    )
  const [ours, theirs] = [listOf(here), listOf(there)]
  const differences: FlowDifference[] = []
  for (const [key, { id, proof }] of ours) if (!theirs.has(key)) differences.push({ kind: 'interrupt-more', id, proof })
  for (const [key, { id, proof }] of theirs) if (!ours.has(key)) differences.push({ kind: 'interrupt-less', id, proof })
  return differences
}
