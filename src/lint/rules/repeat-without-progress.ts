import { canBeEmpty } from '../../flow/block-words.ts'
import type { Block, EffectiveFlow } from '../../flow/effective-flow.ts'
import type { Item } from '../../model/flow.ts'
import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/**
 * A loop of which a whole round may pass without anything done: it can be said to have gone round any number of times, so
 * its bounds ask nothing. Not reported: a round in which a used flow stands.
 */
export const repeatWithoutProgress: LintRule = {
  id: 'repeat-without-progress',
  group: 'flow',
  severity: 'warning',
  title: { zh: '可以空转的循环', en: 'a loop that may go round with nothing done' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        item(item) {
          if (item.kind !== 'repeat' || item.do.length + item.redo.length === 0) return
          if (![...item.do, ...item.redo].every((each) => canBeEmpty(blockOf(each)))) return
          report({
            place: sources.key(item.place, 'repeat'),
            message: {
              zh: '循环的一轮可以什么都不做，等于没有要求',
              en: 'a whole round of this loop may pass with nothing done, so that it asks for nothing',
            },
            expected: {
              zh: '`do` 或 `redo` 中至少一个必做的步骤',
              en: 'one step at least in `do` or `redo` that may not be left out',
            },
          })
        },
      })
    }
  },
}

/** The shape of an item, for questions of whether it may be empty; used flows count as steps. */
function blockOf(item: Item): Block {
  const sequence = (items: readonly Item[]): Block => ({ kind: 'sequence', children: items.map(blockOf) })
  const label: EffectiveFlow['root'] = { kind: 'label', label: 0 }
  switch (item.kind) {
    case 'step':
    case 'use':
      return label
    case 'sequence':
      return sequence(item.items)
    case 'optional':
      return { kind: 'optional', child: sequence(item.items) }
    case 'choice':
      return {
        kind: 'choice',
        children: item.branches.map(({ when, steps }) => (when ? label : sequence(steps))),
      }
    case 'repeat':
      return { kind: 'repeat', do: sequence(item.do), redo: sequence(item.redo) }
    case 'group':
      return item.anywhere.some(({ min }) => min > 0) ? label : sequence(item.items)
    case 'net':
      return { kind: 'parallel', children: item.children.map(blockOf) }
    default:
      return { kind: item.kind, children: item.children.map(blockOf) }
  }
}
