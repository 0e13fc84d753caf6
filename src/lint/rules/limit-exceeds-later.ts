import { rulesIn, type RuleIn } from '../facts/rules-in.ts'
import { stepOrderOf } from '../facts/step-order.ts'
import type { LintRule } from '../lint-rule.ts'
import type { Flow } from '../../model/flow.ts'

interface Limit {
  readonly of: RuleIn
  readonly to: string
  readonly ms: number
  readonly text: string
}

/**
 * Of two limits from one start, the one that ends first allows more than the one that ends later: who uses it up has
 * broken the other. Working time and lengths found in the log are not compared.
 */
export const limitExceedsLater: LintRule = {
  id: 'limit-exceeds-later',
  group: 'limits',
  severity: 'warning',
  title: { zh: '比更晚的时限还宽的时限', en: 'a limit longer than a later one that contains it' },
  check(context, report) {
    const byStart = new Map<Flow, Map<string, Limit[]>>()
    for (const of of rulesIn(context)) {
      const { spec } = of.rule
      if (!of.flow || spec.kind !== 'within' || spec.after.kind !== 'step' || spec.to.kind !== 'step') continue
      if (spec.limit?.kind !== 'ms' || spec.calendar !== undefined || of.rule.applies) continue
      const starts = byStart.get(of.flow) ?? new Map<string, Limit[]>()
      byStart.set(of.flow, starts)
      const limit = { of, to: spec.to.step, ms: spec.limit.ms, text: spec.limit.text }
      starts.set(spec.after.step, [...(starts.get(spec.after.step) ?? []), limit])
    }
    for (const [flow, starts] of byStart) {
      const order = stepOrderOf(flow)
      for (const limits of starts.values()) {
        for (const limit of limits) {
          const later = limits.find((other) => order.relate(limit.to, other.to) === 'before' && limit.ms > other.ms)
          if (!later) continue
          report({
            place: limitPlace(limit),
            message: {
              zh: `到 \`${limit.to}\` 可用 ${limit.text}，而更晚的 \`${later.to}\` 从同一起点只有 ${later.text}`,
              en: `${limit.text} are allowed until \`${limit.to}\`, and from the same start only ${later.text} until \`${later.to}\`, which comes later`,
            },
            expected: { zh: `不超过 ${later.text}`, en: `no more than ${later.text}` },
            related: [{ message: { zh: '更晚的时限', en: 'the later limit' }, place: limitPlace(later) }],
          })
        }
      }
    }

    function limitPlace({ of: { rule, step } }: Limit) {
      return step ? context.sources.value(rule.place, 'limit') : context.sources.value(rule.place, 'within', 'limit')
    }
  },
}
