import type { Item, Proof } from '../../model/flow.ts'
import { singleProofs } from '../../flow/walk-flow.ts'

type Single = Extract<Proof, { kind: 'match' }>

/** The same for proofs that the same events satisfy, as far as they are written alike: order and spacing aside. */
export function proofKey(proof: Proof): string {
  return [...new Set(singleProofs(proof).map(singleKey))].sort().join(' | ')
}

/** Whether every event that satisfies `inner` is seen to satisfy `outer`: it asks the same, or less. */
export function covers(outer: Single, inner: Single): boolean {
  const asksLess = <K extends 'where' | 'role' | 'says' | 'inARow'>(key: K): boolean =>
    outer[key] === undefined || JSON.stringify(partKey(outer, key)) === JSON.stringify(partKey(inner, key))
  const sameEvent = outer.event === undefined || outer.event === inner.event
  return sameEvent && asksLess('where') && asksLess('role') && asksLess('says') && asksLess('inARow')
}

/** The same for blocks that the log shows alike: names, instructions and norms are not part of it. */
export function itemsKey(items: readonly Item[]): string {
  return items.map(itemKey).join(' ')
}

function singleKey(proof: Single): string {
  const parts = (['where', 'role', 'says', 'inARow'] as const).map((key) => partKey(proof, key) ?? null)
  return JSON.stringify([proof.event ?? null, ...parts])
}

function partKey(proof: Single, key: 'where' | 'role' | 'says' | 'inARow'): unknown {
  if (key === 'where') return proof.where?.source.replaceAll(/\s+/g, '')
  if (key === 'says') return proof.says?.id
  if (key === 'role') return proof.role?.map(({ role, andAbove }) => `${role}${andAbove ? '+' : ''}`).sort()
  return proof.inARow
}

function itemKey(item: Item): string {
  switch (item.kind) {
    case 'step':
      return proofKey(item.proof)
    case 'sequence':
    case 'optional':
      return `${item.kind}(${itemsKey(item.items)})`
    case 'choice':
      return `choice(${item.branches.map((branch) => `${branch.when ? proofKey(branch.when) : ''}:${itemsKey(branch.steps)}`).join(';')})`
    case 'repeat':
      return `repeat(${itemsKey(item.do)};${itemsKey(item.redo)};${item.max ?? ''})`
    case 'group':
      return `group(${itemsKey(item.items)};${item.interrupts.map(({ when, steps, then }) => `${proofKey(when)}:${then}:${itemsKey(steps)}`).join(';')};${item.anywhere.map(({ step, min, max }) => `${proofKey(step.proof)}:${min}:${max ?? ''}`).join(';')})`
    case 'use':
      return `use(${item.flow})`
    default:
      return `${item.kind}(${item.children.map(itemKey).join(';')})`
  }
}
