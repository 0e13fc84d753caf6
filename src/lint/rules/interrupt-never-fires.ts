import type { Interrupt } from '../../model/flow.ts'
import type { LintContext, LintReport, LintRule } from '../lint-rule.ts'
import { covers } from '../facts/proof-key.ts'
import { singleProofs, walkFlow } from '../../flow/walk-flow.ts'

/** An interrupt that cannot fire: an earlier one of the same block takes every event it waits for. */
export const interruptNeverFires: LintRule = {
  id: 'interrupt-never-fires',
  group: 'flow',
  severity: 'warning',
  title: { zh: '永远不会发生的中断', en: 'an interrupt that can never fire' },
  check(context, report) {
    for (const flow of context.map.flows.values()) {
      checkScope(context, flow.interrupts, report)
      walkFlow(flow, { item: (item) => void (item.kind === 'group' && checkScope(context, item.interrupts, report)) })
    }
  },
}

function checkScope({ sources }: LintContext, interrupts: readonly Interrupt[], report: LintReport): void {
  for (const [i, interrupt] of interrupts.entries()) {
    const first = interrupts.slice(0, i).find((earlier) => takesAll(earlier, interrupt))
    if (!first) continue
    report({
      place: sources.key(interrupt.place, 'when'),
      message: {
        zh: '前面的中断已接住它等待的每个事件，这个中断永远不会发生',
        en: 'an earlier interrupt takes every event that this one waits for: it never fires',
      },
      expected: { zh: '另一个条件，或与前一个合并', en: 'another condition, or one interrupt of the two' },
      related: [
        { message: { zh: '先发生的在这里', en: 'the one that fires' }, place: sources.key(first.place, 'when') },
      ],
    })
  }
}

function takesAll(earlier: Interrupt, later: Interrupt): boolean {
  if (earlier.then === 'resume') return false
  const taken = singleProofs(earlier.when)
  return singleProofs(later.when).every((proof) => taken.some((outer) => covers(outer, proof)))
}
