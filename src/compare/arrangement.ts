import type { Anywhere, Flow, Interrupt, Item } from '../model/flow.ts'

/**
 * How the steps that both sides have stand in blocks, as one line: `optional(offer) any-order(file, [stamp, sign])`.
 * Blocks in which nothing is left are left out, as are those that hold one thing and change nothing.
 */
export function arrangementOf(flow: Flow, has: (step: string) => boolean): string {
  const all = (items: readonly Item[]): string[] => items.map(one).filter((each) => each !== '')
  const within = (name: string, parts: readonly string[]): string =>
    parts.length === 0 ? '' : `${name}(${parts.join(', ')})`
  const inOrder = (items: readonly Item[]): string => {
    const parts = all(items)
    return parts.length > 1 ? `[${parts.join(', ')}]` : (parts[0] ?? '')
  }
  const scope = (interrupts: readonly Interrupt[], anywhere: readonly Anywhere[]): string[] => [
    ...interrupts.map(({ steps }) => within('interrupt', all(steps))),
    ...anywhere.map(({ step }) => (has(step.id) ? within('anywhere', [step.id]) : '')),
  ]
  const one = (item: Item): string => {
    switch (item.kind) {
      case 'step':
        return has(item.id) ? item.id : ''
      case 'use':
        return has(item.as) ? item.as : ''
      case 'sequence':
        return inOrder(item.items)
      case 'choice':
        return within(
          'choice',
          item.branches.map(({ steps }) => inOrder(steps)).filter((each) => each !== ''),
        )
      case 'optional':
        return within('optional', all(item.items))
      case 'parallel':
      case 'any-order':
      case 'some':
        return within(item.kind, all(item.children))
      case 'repeat':
        return within(
          'repeat',
          [inOrder(item.do), within('redo', all(item.redo))].filter((each) => each !== ''),
        )
      case 'group': {
        const around = scope(item.interrupts, item.anywhere).filter((each) => each !== '')
        return around.length === 0 ? inOrder(item.items) : within('group', [...all(item.items), ...around])
      }
      case 'net':
        return 'net'
    }
  }
  return [...all(flow.items), ...scope(flow.interrupts, flow.anywhere)].filter((each) => each !== '').join(' ')
}
