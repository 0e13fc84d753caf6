import type { Id } from '../../model/map.ts'
import { rulesIn } from '../facts/rules-in.ts'
import { stepOrderOf } from '../facts/step-order.ts'
import type { LintRule } from '../lint-rule.ts'

/** A time limit whose start lies behind its end, or on a branch on which the end is not: it can never be kept or broken. */
export const limitNeverStarts: LintRule = {
  id: 'limit-never-starts',
  group: 'limits',
  severity: 'error',
  title: { zh: '起点不会先于终点的时限', en: 'a limit whose start never comes before its end' },
  check(context, report) {
    for (const { rule, flow, step } of rulesIn(context)) {
      const { spec } = rule
      if (!flow || spec.kind !== 'within' || spec.after.kind !== 'step' || spec.to.kind !== 'step') continue
      const relation = stepOrderOf(flow).relate(spec.after.step, spec.to.step)
      if (relation !== 'after' && relation !== 'exclusive') continue
      report({
        place: step ? context.sources.key(rule.place, 'after') : context.sources.value(rule.place, 'within', 'after'),
        message: messageOf(relation, spec.after.step, spec.to.step),
        expected: {
          zh: `在 \`${spec.to.step}\` 之前做的步骤`,
          en: `a step that is done before \`${spec.to.step}\``,
        },
        related: [{ message: { zh: '时限的终点', en: 'where the limit ends' }, place: spec.to.place }],
      })
    }
  },
}

function messageOf(relation: 'after' | 'exclusive', start: Id, end: Id): { readonly zh: string; readonly en: string } {
  return relation === 'after'
    ? {
        zh: `时限从 \`${start}\` 算起，而它只在 \`${end}\` 之后出现`,
        en: `the limit counts from \`${start}\`, which comes only after \`${end}\``,
      }
    : {
        zh: `时限从 \`${start}\` 算起，而它与 \`${end}\` 不在同一分支`,
        en: `the limit counts from \`${start}\`, which is on another branch than \`${end}\``,
      }
}
