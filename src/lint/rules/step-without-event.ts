import { nearestName } from '../../diagnostic/nearest.ts'
import { stepsIn } from '../facts/rules-in.ts'
import type { LintRule } from '../lint-rule.ts'

/** A step without `proof` is proved by the event of its id (semantics §8); where the catalogue has none, nothing can show it. */
export const stepWithoutEvent: LintRule = {
  id: 'step-without-event',
  group: 'flow',
  severity: 'warning',
  title: { zh: '没有事件能证明的步骤', en: 'a step that no event of the catalogue proves' },
  check(context, report) {
    const { events } = context.map.catalog
    for (const { step } of stepsIn(context)) {
      if (events.has(step.id) || step.proof.kind !== 'match' || step.proof.event !== step.id) continue
      const suggestion = nearestName(step.id, events.keys())
      report({
        place: step.place,
        message: {
          zh: `步骤 \`${step.id}\` 没有 \`proof\`，目录里也没有同名的事件`,
          en: `the step \`${step.id}\` has no \`proof\`, and the catalogue has no event of its name`,
        },
        expected: {
          zh: '`proof: {event: …}`，或目录里名为步骤标识的事件',
          en: '`proof: {event: …}`, or an event in the catalogue called like the step',
        },
        ...(suggestion === undefined ? {} : { suggestion }),
      })
    }
  },
}
