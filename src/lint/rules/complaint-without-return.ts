import type { Flow } from '../../model/flow.ts'
import { cellsByFlow, flowsUsedBy } from '../facts/service.ts'
import type { LintRule } from '../lint-rule.ts'
import { singleProofs, walkFlow } from '../../flow/walk-flow.ts'

const RETURN = /return|revisit|follow-?up|call-?back|回访|回电|回复客户|答复/i

/**
 * A flow that serves complaints and in which nobody comes back to the customer. A return visit is known by the words of a
 * step's id, name, instructions or event, in the flows it uses too.
 */
export const complaintWithoutReturn: LintRule = {
  id: 'complaint-without-return',
  group: 'flow',
  severity: 'info',
  title: { zh: '没有回访的投诉流程', en: 'a complaint flow without a return visit' },
  check(context, report) {
    const { map } = context
    for (const [id, cells] of cellsByFlow(context)) {
      const complaint = cells.find(({ at }) => map.catalog.axes.business.get(at.business)?.class === 'complaint')
      const flow = map.flows.get(id)
      if (!complaint || !flow) continue
      const all = [flow, ...[...(flowsUsedBy(context).get(id) ?? [])].flatMap((each) => map.flows.get(each) ?? [])]
      if (all.some(comesBack)) continue
      const business = complaint.at.business
      report({
        place: flow.place,
        message: {
          zh: `流程 \`${id}\` 处理投诉（\`${business}\`），却没有回访客户的步骤`,
          en: `the flow \`${id}\` handles complaints (\`${business}\`), and nobody returns to the customer`,
        },
        expected: {
          zh: '一个回访步骤，名称或标识里写明回访',
          en: 'a step of return, called so in its id or name',
        },
        ...(complaint.row
          ? {
              related: [
                { message: { zh: '投诉在这里用到它', en: 'used for complaints here' }, place: complaint.row.place },
              ],
            }
          : {}),
      })
    }
  },
}

function comesBack(flow: Flow): boolean {
  let found = RETURN.test(flow.id)
  walkFlow(flow, {
    step({ id, name, does, proof }) {
      const events = singleProofs(proof).map(({ event }) => event ?? '')
      found ||= [id, name?.zh, name?.en, does?.zh, does?.en, ...events].some((text) => RETURN.test(text ?? ''))
    },
  })
  return found
}
