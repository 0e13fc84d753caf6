import { walkFlow } from '../flow/walk-flow.ts'
import type { Anywhere, Branch, Flow, Interrupt, Item, Proof, Step } from '../model/flow.ts'
import { titleOfLexicon } from '../model/lexicon.ts'
import type { Text } from '../model/text.ts'
import { type ChangeValue, words } from './change.ts'

/** A block that a step stands in, from the outside in. `key` is what it is known by; `isFree`: what is in it may be left out. */
interface Enclosing {
  readonly key: string
  readonly value: Readonly<{ zh: string; en: string }>
  readonly isFree: boolean
}

/** A step or a used flow, with the blocks it stands in. */
export interface OutlinedStep {
  readonly id: string
  readonly step?: Step
  /** For `use`: the flow that is used. */
  readonly uses?: string
  readonly anywhere?: Pick<Anywhere, 'min' | 'max'>
  readonly blocks: readonly Enclosing[]
}

/** A flow as a list of what happens in it, in the order of the file. */
export interface Outline {
  readonly steps: ReadonlyMap<string, OutlinedStep>
  /** By the blocks around them and their name, or the event that decides. */
  readonly branches: ReadonlyMap<string, Branch>
  /** By their first step. */
  readonly loops: ReadonlyMap<string, Extract<Item, { kind: 'repeat' }>>
  /** Named parts of blocks, by their first step. */
  readonly parts: ReadonlyMap<string, Extract<Item, { kind: 'sequence' }>>
  /** By the blocks around them and the event that interrupts. */
  readonly interrupts: ReadonlyMap<string, Interrupt>
}

/** Lists the steps, branches, loops and interrupts of a flow. */
export function outlineOf(flow: Flow): Outline {
  const steps = new Map<string, OutlinedStep>()
  const branches = new Map<string, Branch>()
  const loops = new Map<string, Extract<Item, { kind: 'repeat' }>>()
  const interrupts = new Map<string, Interrupt>()
  const parts = new Map<string, Extract<Item, { kind: 'sequence' }>>()

  const visitAll = (items: readonly Item[], blocks: readonly Enclosing[]): void => {
    for (const item of items) visit(item, blocks)
  }
  const inBlock = (
    blocks: readonly Enclosing[],
    key: string,
    zh: string,
    en: string,
    isFree = false,
  ): readonly Enclosing[] => [...blocks, { key, value: { zh, en }, isFree }]

  const visitScope = (scope: Pick<Flow, 'interrupts' | 'anywhere'>, blocks: readonly Enclosing[]): void => {
    for (const { step, min, max } of scope.anywhere) {
      const times = min === 0 && max === undefined ? undefined : `${min}–${max ?? '∞'}`
      const zh = times === undefined ? '随时' : `随时（${times} 次）`
      const en = times === undefined ? 'at any time' : `at any time (${times} times)`
      const free = inBlock(blocks, `anywhere ${min}–${max ?? ''}`, zh, en, min === 0)
      steps.set(step.id, { id: step.id, step, anywhere: { min, ...(max === undefined ? {} : { max }) }, blocks: free })
    }
    for (const interrupt of scope.interrupts) {
      const event = proofName(interrupt.when)
      interrupts.set([...blocks.map(({ key }) => key), event].join(' › '), interrupt)
      visitAll(interrupt.steps, inBlock(blocks, `interrupt ${event}`, `${event} 之后`, `after ${event}`, true))
    }
  }

  const visit = (item: Item, blocks: readonly Enclosing[]): void => {
    switch (item.kind) {
      case 'step':
        steps.set(item.id, { id: item.id, step: item, blocks })
        return
      case 'use':
        steps.set(item.as, { id: item.as, uses: item.flow, blocks })
        return
      case 'sequence':
        parts.set(firstIn(item.items) ?? '', item)
        visitAll(item.items, blocks)
        return
      case 'choice':
        for (const [at, branch] of item.branches.entries()) {
          const name = branchName(branch, at)
          branches.set([...blocks.map(({ key }) => key), name].join(' › '), branch)
          const zh = `分支“${branch.name?.zh ?? branch.name?.en ?? name}”`
          const en = `branch “${branch.name?.en ?? branch.name?.zh ?? name}”`
          visitAll(branch.steps, inBlock(blocks, `branch ${name}`, zh, en, true))
        }
        return
      case 'optional':
        visitAll(item.items, inBlock(blocks, 'optional', '可选', 'optional', true))
        return
      case 'parallel':
        visitAll(item.children, inBlock(blocks, 'parallel', '同时进行', 'in parallel'))
        return
      case 'any-order':
        visitAll(item.children, inBlock(blocks, 'any-order', '次序不限', 'in any order'))
        return
      case 'some':
        visitAll(item.children, inBlock(blocks, 'some', '至少一项', 'at least one of', true))
        return
      case 'net':
        visitAll(item.children, inBlock(blocks, 'net', '次序见模型', 'in the order of the model', true))
        return
      case 'repeat': {
        loops.set(firstIn([...item.do, ...item.redo]) ?? '', item)
        visitAll(item.do, inBlock(blocks, 'repeat', '循环', 'in a loop'))
        visitAll(item.redo, inBlock(blocks, 'redo', '再来一次之前', 'before another round', true))
        return
      }
      case 'group':
        visitAll(
          item.items,
          item.id === undefined ? blocks : inBlock(blocks, `group ${item.id}`, `组 ${item.id}`, `group ${item.id}`),
        )
        visitScope(item, blocks)
        return
    }
  }
  visitAll(flow.items, [])
  visitScope(flow, [])
  return { steps, branches, loops, parts, interrupts }
}

/** The blocks a step stands in, in words. */
export function blocksOf({ blocks }: OutlinedStep): ChangeValue {
  if (blocks.length === 0) return words('必做', 'always')
  return words(blocks.map(({ value }) => value.zh).join(' › '), blocks.map(({ value }) => value.en).join(' › '))
}

export const blockKey = ({ blocks }: OutlinedStep): string => blocks.map(({ key }) => key).join(' › ')

/** A run may do without it. */
export const isFree = ({ blocks }: OutlinedStep): boolean => blocks.some((block) => block.isFree)

/** The event, or whatever else shows it. */
export function proofName(proof: Proof): string {
  if (proof.kind === 'any') return proof.proofs.map(proofName).join(' / ')
  const shown = proof.event ?? (proof.says === undefined ? '*' : titleOfLexicon(proof.says, 'zh').title)
  return proof.where === undefined ? shown : `${shown} (${proof.where.source})`
}

function branchName({ name, when }: Branch, at: number): string {
  const own: Text | undefined = name
  return own?.en ?? own?.zh ?? (when === undefined ? `#${at + 1}` : proofName(when))
}

/** Id of the first step or used flow in some items; none where nothing is done. */
function firstIn(items: readonly Item[]): string | undefined {
  const ids: string[] = []
  walkFlow(
    { items, interrupts: [], anywhere: [] },
    {
      item(item) {
        if (item.kind === 'step') ids.push(item.id)
        if (item.kind === 'use') ids.push(item.as)
      },
    },
  )
  return ids[0]
}
