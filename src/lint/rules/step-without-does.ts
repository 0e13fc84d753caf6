import { cellsByFlow, flowsUsedBy } from '../facts/service.ts'
import type { LintRule } from '../lint-rule.ts'
import { walkFlow } from '../../flow/walk-flow.ts'

/**
 * A step of a served flow that does not say what is to be done in it, where other steps of the flow do: an agent who reads
 * the flow has only its name. A flow without a single `does` is not asked.
 */
export const stepWithoutDoes: LintRule = {
  id: 'step-without-does',
  group: 'style',
  severity: 'info',
  title: { zh: '没有写明做什么的步骤', en: 'a step that does not say what to do' },
  check(context, report) {
    const served = new Set(cellsByFlow(context).keys())
    for (const id of cellsByFlow(context).keys())
      for (const used of flowsUsedBy(context).get(id) ?? []) served.add(used)
    for (const id of served) {
      const flow = context.map.flows.get(id)
      if (!flow) continue
      let isWritten = false
      walkFlow(flow, { step: ({ does }) => void (isWritten ||= does !== undefined) })
      if (!isWritten) continue
      walkFlow(flow, {
        step(step) {
          if (step.does) return
          report({
            place: step.place,
            message: {
              zh: `步骤 \`${step.id}\` 没有 \`does\`，不知道要做什么`,
              en: `the step \`${step.id}\` has no \`does\`: what is to be done is not said`,
            },
            expected: { zh: '坐席能照着做的一句话', en: 'a sentence that an agent can act on' },
          })
        },
      })
    }
  },
}
