import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/** `then: resume` without steps lets an event pass and does nothing: that is what `ambient` is for. */
export const interruptResumeIdle: LintRule = {
  id: 'interrupt-resume-idle',
  group: 'flow',
  severity: 'warning',
  title: { zh: '不做任何事的 resume 中断', en: 'an interrupt that resumes with nothing done' },
  check({ map, sources }, report) {
    for (const flow of map.flows.values()) {
      walkFlow(flow, {
        interrupt(interrupt) {
          if (interrupt.then !== 'resume' || interrupt.steps.length > 0) return
          report({
            place: sources.key(interrupt.place, 'then'),
            message: {
              zh: '`then: resume` 没有步骤：事件发生后什么也不用做',
              en: '`then: resume` without steps: nothing is to be done when it happens',
            },
            expected: {
              zh: '其间要做的步骤；只是允许出现的事件写在 `ambient` 里',
              en: 'the steps to do then; an event that may merely occur belongs to `ambient`',
            },
          })
        },
      })
    }
  },
}
