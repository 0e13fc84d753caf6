import type { Diagnostic, Message, Place } from '../diagnostic/diagnostic.ts'
import type { Block } from '../flow/effective-flow.ts'
import type { ModelElement, ModelItem, ModelScope } from '../model/model-flow.ts'

/**
 * A block over the elements of a model as items; ways and children in the order of the file. Findings where the grammar of
 * flows has no words: an interrupt that ends a flow within the flow, a flow or what is interrupted without any step.
 */
export function blockItems(
  root: Block,
  elements: readonly ModelElement[],
  { place, rule }: { readonly place: Place; readonly rule: 'bpmn/blocks' | 'pnml/blocks' },
): { readonly value: ModelScope; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []

  const items = (block: Block, inFlow: boolean): ModelItem[] => {
    if (block.kind === 'sequence') return block.children.flatMap((child) => items(child, inFlow))
    return item(block, inFlow)
  }
  const each = (blocks: readonly Block[], inFlow: boolean): ModelItem[][] =>
    inFileOrder(blocks).map((child) => items(child, inFlow))
  const item = (block: Exclude<Block, { kind: 'sequence' }>, inFlow: boolean): ModelItem[] => {
    switch (block.kind) {
      case 'label':
        return [{ kind: 'element', element: block.label }]
      case 'choice':
        return [{ kind: 'choice', ways: each(block.children, inFlow) }]
      case 'optional': {
        const inner = items(block.child, inFlow)
        return inner.length === 0 ? [] : [{ kind: 'optional', items: inner }]
      }
      case 'repeat': {
        const { max } = block
        const [body, redo] = [items(block.do, inFlow), items(block.redo, inFlow)]
        if ((max !== undefined && max <= 1) || body.length + redo.length === 0) return body
        if (body.length > 0) return [{ kind: 'repeat', do: body, redo, ...(max === undefined ? {} : { max }) }]
        const again: ModelItem = { kind: 'repeat', do: redo, redo: [], ...(max === undefined ? {} : { max: max - 1 }) }
        return [{ kind: 'optional', items: [again] }]
      }
      case 'scope': {
        for (const { label, then } of block.interrupts) {
          if (then === 'end' && !inFlow && !block.flow) report(elements[label]?.place, END_WITHIN, APART)
        }
        const scope = scopeOf(block, inFlow && !block.flow)
        if (scope.items.length > 0) return [{ kind: 'group', ...scope }]
        const [first] = block.interrupts
        if (first) report(elements[first.label]?.place, NOTHING_WITHIN, STEPS_WITHIN)
        return []
      }
      case 'net':
        return []
      default:
        return [{ kind: block.kind, children: each(block.children, inFlow) }]
    }
  }
  const scopeOf = (scope: Extract<Block, { kind: 'scope' }>, inFlow: boolean): ModelScope => ({
    items: items(scope.child, inFlow),
    interrupts: scope.interrupts.map(({ label, handler, then, max }) => ({
      element: label,
      items: items(handler, inFlow),
      then: then === 'end' && scope.flow && scope !== root ? 'leave' : then,
      ...(max === undefined ? {} : { max }),
    })),
  })
  const report = (at: Place | undefined, message: Message, expected?: Message): void => {
    diagnostics.push({ rule, severity: 'error', message, ...(expected ? { expected } : {}), place: at ?? place })
  }
  const value = root.kind === 'scope' ? scopeOf(root, true) : { items: items(root, true), interrupts: [] }
  if (value.items.length === 0) report(place, NO_STEP)
  return { value, diagnostics }
}

const END_WITHIN: Message = {
  zh: '此中断结束的是里层流程，一个流程里没有这种写法',
  en: 'this interrupt ends a flow within the flow, for which one flow has no words',
}
const APART: Message = {
  zh: '把里层流程另存为一个文件、写成单独的流程，再用 `use` 套用',
  en: 'the inner flow in a file of its own, as a flow that this one takes in with `use`',
}
const NOTHING_WITHIN: Message = {
  zh: '这里中断的部分没有任何步骤，流程里没有这种写法',
  en: 'what this interrupts has no step, for which a flow has no words',
}
const STEPS_WITHIN: Message = { zh: '补上步骤，或去掉这个中断', en: 'steps in it, or no such interrupt' }
const NO_STEP: Message = { zh: '模型里没有一个步骤', en: 'the model has no step' }

/** Blocks by the first of their labels, those without any behind. */
function inFileOrder(blocks: readonly Block[]): readonly Block[] {
  const least = new Map(blocks.map((block) => [block, leastLabel(block)]))
  return [...blocks].sort((a, b) => (least.get(a) ?? 0) - (least.get(b) ?? 0))
}

function leastLabel(block: Block): number {
  const of = (blocks: readonly Block[]): number => blocks.reduce((least, one) => Math.min(least, leastLabel(one)), 1e9)
  switch (block.kind) {
    case 'label':
      return block.label
    case 'optional':
      return leastLabel(block.child)
    case 'repeat':
      return of([block.do, block.redo])
    case 'scope':
      return block.interrupts.reduce((least, { label }) => Math.min(least, label), leastLabel(block.child))
    default:
      return of(block.children)
  }
}
